// SPDX-License-Identifier: Apache-2.0
#include "knowledge/limits_advice.h"

#include "domain/words.h"
#include "knowledge/evaluate.h"
#include "knowledge/limits_base.h"

// What the person's file says, else what the clinic does; where nobody says, the skin stays open,
// as the aftercare asks. Not known counts as covered.
static bool is_covered(const struct view *view) {
    int cover = view->patient->cover_after;
    if (cover == COVER_ABSENT) cover = view->clinic->cover_after;
    return cover != COVER_ABSENT && cover != COVER_NONE;
}

// As far as person and clinic decide it. Only what is certainly not so lets a line end earlier.
static bool may_hold(const struct view *view, const struct advice_variant *variant,
                     const struct limits *limits) {
    struct evaluate_item person  = {0};
    struct names         missing = {0};
    if (variant->covered == FIELD_BOOL_TRUE && !limits->is_covered) return false;
    if (variant->conservative == FIELD_BOOL_TRUE &&
        view->clinic->aftercare != AFTERCARE_CONSERVATIVE)
        return false;
    return evaluate_tests(view, &variant->where, &person, &missing) != TRUTH_FALSE;
}

// For whom the line is, and in which plans.
static void add_scope(const struct view *view, const struct advice *advice,
                      struct limits_advice *out) {
    struct evaluate_item     person  = {0};
    struct names             missing = {0};
    const struct plan_scope *only    = advice->only;
    out->is_asked = evaluate_tests(view, &advice->where, &person, &missing) == TRUTH_TRUE;
    for (int i = 0; only && i < only->zones.n; i++)
        load_zone_parts(view->knowledge, only->zones.items[i], false, &out->zones, view->arena);
    if (only) out->devices = only->devices;
    if (only) out->agents = only->agents;
}

static struct limits_advice advice_of(const struct view *view, const struct advice *advice,
                                      const struct limits *limits) {
    const struct advice_variant *variants = advice->variants.items;
    struct limits_advice         out      = {.id           = advice->id,
                                             .text         = load_words(&advice->text),
                                             .is_do        = advice->is_do,
                                             .is_always    = advice->to.word != 0,
                                             .from_h       = advice->from.value,
                                             .to_h         = advice->to.value,
                                             .said_least_h = advice->said_least.value,
                                             .said_most_h  = advice->said_most.value,
                                             .sources      = advice->sources,
                                             .grade        = advice->grade,
                                             .status       = advice->status};
    add_scope(view, advice, &out);
    out.is_until_closed = advice->until_closed == FIELD_BOOL_TRUE;
    for (int i = 0; i < advice->variants.n; i++) {
        if (!may_hold(view, &variants[i], limits)) continue;
        struct limits_end end = {.depth_mm      = variants[i].depth_at_least.value,
                                 .to_h          = variants[i].to.value,
                                 .devices       = variants[i].devices,
                                 .agents        = variants[i].agents,
                                 .in_strong_sun = variants[i].strong_sun == FIELD_BOOL_TRUE,
                                 .because       = load_words(&variants[i].because)};
        limits_add(&out.ends, &end, sizeof end, view->arena);
    }
    return out;
}

void limits_advice_all(const struct view *view, struct limits *limits) {
    const struct advice  *all = view->knowledge->all.advice.items;
    int                   n   = view->knowledge->all.advice.n;
    struct limits_advice *out = ARENA_NEW(view->arena, struct limits_advice, n);
    limits->is_covered        = is_covered(view);
    for (int i = 0; i < n; i++) out[i] = advice_of(view, &all[i], limits);
    limits->advice = (struct list){out, n, true};
}
