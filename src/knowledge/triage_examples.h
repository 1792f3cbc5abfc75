// triage_examples: are the rules of triage in a knowledge base fit to be used? They are looked at
// one by one, and every example of every rule is run.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_TRIAGE_EXAMPLES_H
#define STIPPLE_KNOWLEDGE_TRIAGE_EXAMPLES_H

#include "domain/clinic.h"
#include "knowledge/library_triage.h"
#include "knowledge/load.h"

struct triage_complaint {
    const char *rule, *value, *wrong;
};

// Adds to `complaints` a triage_complaint for each mistake: a code, direction or reaction that is
// none; a rule of more than self-care that a milder answer could silence, or without a clock; one
// of self-care that a worse answer could reach, or that does not say when to call; an example that
// does not give what it says; a rule without an example that finds something and one that does not.
// Gives the number of examples. The library must have been read.
int triage_examples(const struct knowledge *knowledge, const struct clinic *clinic,
                    struct list *complaints, struct arena *arena);

// The level (enum triage_level) with which the check-in of an example is answered; LEVEL_ABSENT: it
// is no check-in.
int triage_examples_level(const struct knowledge *knowledge, const struct triage_example *example,
                          struct arena *arena);

#endif
