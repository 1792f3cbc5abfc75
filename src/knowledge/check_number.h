// check_number: every number of the base has a unit, a source, a status and a grade.
//
// A number is a value of a row of kind NUMBER, QUANTITY, MONEY or NUMBERS, but not the year of a
// source. It is covered by the innermost noun around it that names sources. Status and grade are
// those of the innermost noun that gives one; where the noun that names the sources has no row for
// it, that of its sources counts, and a source cannot be without either.
// The unit: the reader refuses a QUANTITY and MONEY without one. A bare NUMBER is in the unit that
// the keys `unit` and `x_unit` of its noun give, and units_spelled must know that; without such a
// key it is a ratio, a count or a score, or its row says what it counts: days, months, USD.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_CHECK_NUMBER_H
#define STIPPLE_KNOWLEDGE_CHECK_NUMBER_H

#include "knowledge/check_entry.h"

// Complains of each number that lacks one of these, and of each entry that should name sources and
// names none; both are counted in n_unsourced.
void check_numbers(struct check *check);

#endif
