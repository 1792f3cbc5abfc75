// simulate_text: a simulation as text: what went in, what came out with its bands, where punctures
// end, and curves in characters.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_SIMULATE_TEXT_H
#define STIPPLE_FACE_SIMULATE_TEXT_H

#include "domain/simulation.h"
#include "face/page.h"
#include "knowledge/load.h"

void simulate_text_write(const struct simulation *simulation, const struct knowledge *knowledge,
                         struct page *page);

#endif
