// planning: the state of one plan in the making, handed from step to step: settings, numbing,
// price, series, calendar, aftercare.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_PLANNING_H
#define STIPPLE_PLANNER_PLANNING_H

#include "domain/limits.h"
#include "domain/plan.h"
#include "engine/ensemble.h"
#include "knowledge/limits.h"
#include "knowledge/limits_base.h"
#include "knowledge/view.h"

#include <stdint.h>

struct schedule_wish;

struct planning_unasked {            // what would be set, and how far it may be
    const struct quantity  *depth;   // NULL: the device cannot be set so
    const struct quantity  *speed;   // NULL: nobody says
    const struct cartridge *cartridge;
    int                     passes;
    double                  depth_mm_min, depth_mm_max;   // of the device, below every hard ceiling
    double                  label_mm, reach_mm;           // 0 = none was read
};

struct planning_series {   // of the whole course
    int sessions, interval_days;
};

struct planning_zone {
    int                        part_first, part_last;   // visits of a treatment that treat it
    double                     part_frac;               // of its area at each of them but the last
    const struct limits_place *place;
    const struct zone         *skin;
    struct device              device;                 // with what its class says, and its needles
    double                     depth_mm, speed_cm_s;   // glide 0: unknown
    int                        passes;
    const struct cartridge    *cartridge;   // NULL: the device has one needle set
    struct planning_unasked    unasked;     // had nothing been asked for
    bool                       has_minutes;
    struct ensemble_band       minutes;   // of needling it once
    struct names               minutes_sources;
    int                        minutes_status;
    bool                       has_dose;
    struct ensemble_band       dose;   // of one sitting
    struct names               dose_sources;
    int                        dose_status;
};

struct planning {
    const struct view      *view;
    const struct screening *screening;
    const struct limits    *limits;
    int                     members;
    struct effort           effort;
    uint64_t                seed;
    struct plan            *plan;
    struct arena           *arena;
    struct fault           *fault;

    struct planning_zone  *zones;   // [n_zones], as plan->zones
    int                    n_zones;
    date_day               dates[LIMIT_VISITS];   // of the visits still to come, in order
    int                    n_dates;
    struct schedule_wish  *wish;           // how the days were looked for; NULL: nothing was
    int                    n_wanted;       // sittings still to come, were all wishes met
    struct planning_series has, unasked;   // what is planned, and had nothing been asked for
    int                    n_parts;        // visits of one treatment; dates [treatments x n_parts]
    bool                   is_calendar_full;
    bool                   is_complete;      // every sitting of the course was given
    date_day               test_spot;        // 0 = none
    date_day               first_possible;   // if no sitting fits the wishes
    struct ensemble_band   visit_minutes;    // of the longest visit of a treatment
    double                 price_high;       // of a sitting; 0 = unknown
    date_day               price_until;      // last day of the prices used; 0 = open
    char                   currency[4];
};

// A text of the catalogue with its places filled: name, value, ..., NULL.
const char *planning_said(const struct planning *planning, const char *id,
                          const char *const *pairs);
// A label as it stands inside a sentence.
const char *planning_inside(const struct planning *planning, const char *label);
// "2 March 2026"; "" for none.
const char *planning_date(const struct planning *planning, date_day day);
// The deepest setting that is planned; 0: no zone is.
double planning_deepest_mm(const struct planning *planning);
// Adds a remark, each text once.
void planning_remark(struct planning *planning, const char *id, const char *text);
// The same of one zone, from the catalogue: in its remarks too.
void planning_remark_zone(struct planning *planning, struct plan_zone *zone, const char *id,
                          const char *const *pairs);
// What is planned asks for care that screening did not ask for.
void planning_caution(struct planning *planning);
// Names two wishes that cannot both be met, each pair once.
void planning_clash(struct planning *planning, const char *one, const char *other);
// The plan asks the engine for so many ensembles more, for whoever looks on; fewer if negative.
void planning_expect(struct planning *planning, int ensembles);
// A plain number of knowledge.
MUST_CHECK enum status planning_number(const struct planning *planning, const char *id,
                                       double *value);
// What is asked for in place of the advice; nothing, where the file has none.
const struct patient_settings *planning_asked(const struct planning *planning);
// The planned dates and the wish limits, which may be absent.
const struct patient_limits *planning_wishes(const struct planning *planning);

#endif
