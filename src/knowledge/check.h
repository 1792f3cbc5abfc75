// check: is every rule of a knowledge base one that can be evaluated? Done before rules of a user's
// own are used, so that a mistake in them is an error with its place and not a fault of ours.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_CHECK_H
#define STIPPLE_KNOWLEDGE_CHECK_H

#include "knowledge/load.h"

// ST_CONTENT: a rule tests a key that what it is about does not have, asks a key something it
// cannot answer, names a list that is not there, or has too many cases. ST_LIMIT: tests nested too
// deep.
MUST_CHECK enum status check_knowledge(const struct knowledge *knowledge, struct fault *fault);

#endif
