// simulate_csv: what a simulation gives as a table: a line for each point of a curve and each
// layer.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_SIMULATE_CSV_H
#define STIPPLE_FACE_SIMULATE_CSV_H

#include "domain/simulation.h"

// "output,x,x_unit,unit,p2_5,p5,p25,p50,p75,p95,p97_5": RFC 4180 with line feeds; x is a number, or
// the name of a layer.
void simulate_csv_write(const struct simulation *simulation, struct text *out);

#endif
