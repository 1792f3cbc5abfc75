// check_weaker: what a user's file puts in the place of a built-in entry protects as much as that.
//
// A rule protects if one of its cases refuses or defers. The rule in its place is weaker, and is
// refused, unless all of this holds:
// - It is about at least the same things, and wounds if the built-in one does.
// - Nobody may set it aside who could not before, and what had to hold for that must hold still.
// - For each case that refuses or defers there is one whose class is no milder; which holds
//   wherever the built-in case does (check_strict); which covers the same scope, closes the same
//   besides and allows no deeper setting; and which ends no sooner: the same date with as many days
//   or more, the same state, or never. The first case that holds decides, so every case before it
//   protects as much as the built-in one, or holds only where a case before the built-in one did.
// - In every example of the built-in rule it finds what that rule refuses or defers there: no
//   milder, with a date no earlier, for no less; and the example gives what it expects.
// A ceiling of an agent may fall and not go; an agent keeps its groups and the rules that close it,
// and comes neither nearer to needling nor to hands it was not left to; a device keeps its kind and
// safety text, its labelled depths may fall and its age rise; a zone keeps its region, and one that
// is not treated stays so; an indication keeps its need of a diagnosis, and its least interval may
// rise; a credential is given to no more professions and no deeper; when to call becomes no milder;
// a stop keeps its card and the rules it opens. Aftercare turns no do-not into a do, begins no
// later, ends no sooner than the shortest time of its sources and belongs to no fewer plans; days
// between treatments may rise; a symptom keeps its words; a text that is `fixed` stays as it is.
// Depths and densities of zones, and adjustments, are choices and free: limits hold all the same.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_CHECK_WEAKER_H
#define STIPPLE_KNOWLEDGE_CHECK_WEAKER_H

#include "knowledge/check_entry.h"

// Complains of two entries with one id in one layer.
void check_twins(struct check *check);

// Complains of each entry that is weaker by what stands in it.
void check_weaker(struct check *check);

// The same by the examples of the built-in rules. Only for a base that can be run.
void check_weaker_examples(struct check *check);

#endif
