// settings_text: the settings of a plan, zone by zone, and its numbing cream. What zones with one
// device share is printed once.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_SETTINGS_TEXT_H
#define STIPPLE_FACE_SETTINGS_TEXT_H

#include "domain/plan.h"
#include "face/page.h"
#include "knowledge/load.h"

void settings_text_zones(const struct plan *plan, const struct knowledge *knowledge,
                         struct page *page);
void settings_text_numbing(const struct plan_numbing *numbing, const struct knowledge *knowledge,
                           struct page *page);

// Where punctures end: a list of plan_layer as bars with their numbers.
void settings_text_layers(const struct list *list, const struct knowledge *knowledge,
                          struct page *page);

#endif
