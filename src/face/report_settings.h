// report_settings: the settings of the next sitting, the cream, the series and the steps.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_REPORT_SETTINGS_H
#define STIPPLE_FACE_REPORT_SETTINGS_H

#include "face/report_part.h"

void report_settings(struct report *r);
void report_settings_uptake(struct report *r);   // what the skin takes up
void report_settings_phases(struct report *r);   // what the skin is doing

#endif
