// units: quantities as people write them ("1.5 mm", "250 /cm2", "3 d"), in the unit a field wants.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_BASE_UNITS_H
#define STIPPLE_BASE_UNITS_H

#include "base/arena.h"

#include <stdbool.h>

enum units_result {
    UNITS_OK,
    UNITS_NO_NUMBER,   // not a finite decimal number followed by a unit
    UNITS_NO_UNIT,     // a bare number
    UNITS_WRONG_UNIT   // a unit of another dimension, or an unknown one
};

// Reads "NUMBER UNIT" and converts it to `unit` (a unit of the table, such as "mm"). *value is
// written with UNITS_OK, and with UNITS_NO_UNIT: the bare number as it stands.
enum units_result units_parse(const char *text, const char *unit, double *value);

// Reads a bare finite decimal number (JSON grammar, a leading + or dot refused).
bool units_number(const char *text, double *value);

// The units that can be given where `unit` is wanted: "mm, um, cm".
const char *units_allowed(const char *unit, struct arena *arena);

// Is it a unit as a number of the knowledge base names its own: "1", a unit of the table, or a
// product of the table's, of SI units, inches, points of a scale and dollars, each with a whole
// power or none, a stroke before each that divides: "/d", "Pa s", "W/m/K", "m2/s"; and the log10()
// of one.
bool units_spelled(const char *unit);

#endif
