// check_ring: what an entry is made of or rests on never leads back to it.
//
// Followed are the references that carry (check_refer): parts and aims of zones, rules of notes,
// groups of agents, what a claim refers to. A place in a text is filled with a value and never with
// another text of the catalogue, so that texts cannot form a ring.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_CHECK_RING_H
#define STIPPLE_KNOWLEDGE_CHECK_RING_H

#include "knowledge/check_entry.h"

// Complains of each ring once, with every entry on it in turn; of a part of a zone that has parts
// itself; and of an aim that is no part.
void check_rings(struct check *check);

#endif
