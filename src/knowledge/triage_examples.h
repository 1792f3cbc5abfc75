// triage_examples: is the triage in a knowledge base fit to be used? Its rules are looked at one by
// one, and every example of every rule is run.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_TRIAGE_EXAMPLES_H
#define STIPPLE_KNOWLEDGE_TRIAGE_EXAMPLES_H

#include "domain/clinic.h"
#include "knowledge/load.h"

// Adds to `complaints` a text for each mistake: a code, direction or reaction that is none; a rule
// of more than self-care that a milder answer could silence, or without a clock; one of self-care
// that a worse answer could reach, or that does not say when to call; an example that does not give
// what it says; a rule without an example that finds something and one that does not.
// Gives the number of examples. The library must have been read.
int triage_examples(const struct knowledge *knowledge, const struct clinic *clinic,
                    struct names *complaints, struct arena *arena);

// The same as one refusal, for rules of a user's own. ST_CONTENT: the first complaint, with the
// place of the rule; or a rule that takes the place of a built-in one and is less urgent, slower,
// or lets treatment go on.
MUST_CHECK enum status triage_examples_check(const struct knowledge *knowledge,
                                             const struct clinic *clinic, struct arena *arena,
                                             struct fault *fault);

#endif
