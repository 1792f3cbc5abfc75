// schema: the JSON Schema of a noun, from the table that reads and writes it.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_SERVICE_SCHEMA_H
#define STIPPLE_SERVICE_SCHEMA_H

#include "service/session.h"

extern const struct noun *const schema_nouns[];   // those that have one, ended by NULL

// ST_UNKNOWN: no such noun; the fault says which there are.
MUST_CHECK enum status schema_run(struct session *session, const char *noun, const char **json);

#endif
