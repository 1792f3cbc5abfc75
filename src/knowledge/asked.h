// asked: do the settings that a patient file asks for fit its goals and devices?
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_ASKED_H
#define STIPPLE_KNOWLEDGE_ASKED_H

#include "knowledge/view.h"

// Every settings.zones[] of the patient. ST_CONTENT, with the place: a zone that is no zone of a
// goal or stands twice, or a needle set that no device at hand takes.
MUST_CHECK enum status asked_check(const struct view *view, struct fault *fault);

#endif
