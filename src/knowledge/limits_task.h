// limits_task: what has to happen before a sitting, and other kinds of device.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_LIMITS_TASK_H
#define STIPPLE_KNOWLEDGE_LIMITS_TASK_H

#include "domain/limits.h"
#include "knowledge/view.h"

// Fills limits->tasks from findings and places. ST_CONTENT: a number is missing in knowledge.
MUST_CHECK enum status limits_task_all(const struct view *view, const struct screening *screening,
                                       struct limits *limits, struct fault *fault);

// Fills limits->ways: each kind of device that is offered as another way, screened as if it were at
// hand. ST_CONTENT and ST_LIMIT as screen_person.
MUST_CHECK enum status limits_task_ways(const struct view *view, struct limits *limits,
                                        struct fault *fault);

#endif
