// screen: from a person to a verdict for every goal zone with every device at hand.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_SCREEN_H
#define STIPPLE_KNOWLEDGE_SCREEN_H

#include "knowledge/findings.h"

// Everything of `screening` but its head. ST_CONTENT and ST_LIMIT as findings_of.
MUST_CHECK enum status screen_person(const struct view *view, struct screening *screening,
                                     struct fault *fault);

#endif
