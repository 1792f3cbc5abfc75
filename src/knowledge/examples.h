// examples: the examples of a rule, run as they stand in the data: what it finds in the neutral
// patient with the keys of the example laid over.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_EXAMPLES_H
#define STIPPLE_KNOWLEDGE_EXAMPLES_H

#include "knowledge/findings.h"

// The worst finding of the rule with this id. class 0: it finds nothing.
struct example_answer {
    int class;
    date_day       until;   // 0 = none
    struct finding finding;
};

// One example, with the example clinic, on its day or on 2026-03-02. What is answered lives in
// `arena`. ST_CONTENT: its patient cannot be read, with the place.
MUST_CHECK enum status examples_run(const struct knowledge *knowledge, const char *rule,
                                    const struct rule_example *example,
                                    struct example_answer *answer, struct arena *arena,
                                    struct fault *fault);

// Everything that this rule finds about the person of an example, before anybody sets it aside.
MUST_CHECK enum status examples_find(const struct knowledge *knowledge, const struct rule *rule,
                                     const struct rule_example *example, struct list *findings,
                                     struct arena *arena, struct fault *fault);

// What is wrong with the example, NULL if it gives what it says.
const char *examples_wrong(const struct knowledge *knowledge, const struct rule *rule,
                           const struct rule_example *example, struct arena *arena);

#endif
