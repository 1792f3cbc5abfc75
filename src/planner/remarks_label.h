// remarks_label: what no label names: a use, a skin type, and what goes under the needle.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_REMARKS_LABEL_H
#define STIPPLE_PLANNER_REMARKS_LABEL_H

#include "planner/planning.h"

// One remark for each use with the zones that no label names for it. A model whose uses on record
// are known is held against those alone, and its skin types too; any other device against what is
// on record for some device.
void remarks_label_uses(struct planning *planning, const struct indication *indication);

// One remark for each model that is planned and on record only for people older than this one. Of a
// class nothing is said: the rule of age speaks for all devices.
void remarks_label_ages(struct planning *planning);

// One remark for all that was wished for and is off label under the needle, and one for what never
// goes there.
void remarks_label_under(struct planning *planning);

#endif
