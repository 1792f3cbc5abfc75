// check_strict: two pieces of rules, compared as they stand in their files: does the one hold
// wherever the other does?
//
// What cannot be seen from the words and numbers counts as no. A rule that says the same in other
// words is then taken for a weaker one, and never the other way round.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_CHECK_STRICT_H
#define STIPPLE_KNOWLEDGE_CHECK_STRICT_H

#include "base/doc.h"

struct strict_node {   // a value of a document; node -1 = absent
    const struct doc *doc;
    int               node;
};

struct strict_node check_strict_child(struct strict_node of, const char *key);
struct strict_node check_strict_first(struct strict_node list);   // -1: empty or absent
struct strict_node check_strict_next(struct strict_node item);
const char        *check_strict_text(struct strict_node of);

// The same value, in whatever order its keys stand; two absent ones are.
bool check_strict_same(struct strict_node a, struct strict_node b);

// Is every text of list `a` one of list `b`?
bool check_strict_within(struct strict_node a, struct strict_node b);

// Does list `b` name all that `a` does, where an empty or absent list names everything?
bool check_strict_wider(struct strict_node a, struct strict_node b);

// Whenever all tests of list `a` are true, so are all of list `b`. A test of `b` follows from one
// of `a` if it differs in nothing but wider words (is, codes, goal_zones, ...), a wider bound
// (below, at_least, within_days, after_days), more under `any` or less under `none`.
bool check_strict_follows(struct strict_node a, struct strict_node b);

// Does scope `b` cover all that `a` does: the same kind of scope or the whole person, and no zones,
// devices, agents fewer and no exception more?
bool check_strict_covers(struct strict_node a, struct strict_node b);

#endif
