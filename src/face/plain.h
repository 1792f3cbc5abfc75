// plain: numbers as people say them: days, hours and minutes by their size, millimetres with two
// decimals at most, and no band whose ends read the same.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_PLAIN_H
#define STIPPLE_FACE_PLAIN_H

#include "domain/quantity.h"
#include "knowledge/load.h"

// "1.25 (1.08 to 1.46) mm", "1.5 days (5.7 hours to 9.5 days)", "117 strokes a second". Without a
// value the range alone, and "-" without either.
const char *plain_shown(const struct quantity *quantity, const struct knowledge *knowledge,
                        struct arena *arena);

// The range alone: "2000 to 16000 USD", and one number where both ends read the same.
const char *plain_range(const struct quantity *quantity, const struct knowledge *knowledge,
                        struct arena *arena);

// A share of 100: "54" and "16 to 97"; the band is NULL where it would say nothing new. A share
// that is not zero, but reads as zero, is "under 1".
const char *plain_hundredths(const struct quantity *share, struct arena *arena);
const char *plain_band(const struct quantity *share, struct arena *arena);

#endif
