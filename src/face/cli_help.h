// cli_help: what --help says of one verb beside its options: how it is called, an example, and
// where more is written.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_CLI_HELP_H
#define STIPPLE_FACE_CLI_HELP_H

#include "face/page.h"
#include "service/verb.h"

// Above the options; below them.
void cli_help_begin(const struct verb *verb, struct page *page, struct arena *arena);
void cli_help_end(const struct verb *verb, struct page *page);

// False where the verb takes an option and its answer is the same with it.
bool cli_help_offers(const struct verb *verb, const char *option);

#endif
