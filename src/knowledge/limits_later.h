// limits_later: what a rule about age says on the day from which it lets the person be treated.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_LIMITS_LATER_H
#define STIPPLE_KNOWLEDGE_LIMITS_LATER_H

#include "domain/limits.h"
#include "knowledge/view.h"

// Adds to limits->later the cautions that follow a deferral to a birthday, unless they are over by
// the first day on which any place is open. Places stand already.
void limits_later(const struct view *view, const struct screening *screening,
                  struct limits *limits);

#endif
