// evaluate: three-valued truth of the tests of a rule, and which of its cases can hold.
// The meaning of the data is docs/model/screening.md.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_EVALUATE_H
#define STIPPLE_KNOWLEDGE_EVALUATE_H

#include "knowledge/view.h"

enum truth { TRUTH_FALSE, TRUTH_UNKNOWN, TRUTH_TRUE };   // Kleene: and = least, or = greatest

struct evaluate_item {         // what a rule is asked about
    const struct noun *noun;   // NULL: the person
    const void        *item;   // NULL with a noun: a list that is absent
    const char        *list;   // key of the list
};

enum { EVALUATE_CASES = 16 };

struct evaluate_outcome {
    int          possible[EVALUATE_CASES];   // indices of the cases that can hold
    int          n_possible;
    bool         is_settled;              // the last of them certainly holds
    date_day     until[EVALUATE_CASES];   // by case; 0 = no date
    struct names missing;                 // facts on which it hangs
};

// All of `tests` together. Facts that are unknown are added to `missing`.
enum truth evaluate_tests(const struct view *view, const struct list *tests,
                          const struct evaluate_item *item, struct names *missing);

void evaluate_rule(const struct view *view, const struct rule *rule,
                   const struct evaluate_item *item, struct evaluate_outcome *outcome);

// Is the item certainly there? A status word `unknown` makes it unknown, an allergy `no` false.
enum truth evaluate_exists(const struct evaluate_item *item);

// The code of an item, or NULL.
const char *evaluate_code(const struct evaluate_item *item);

#endif
