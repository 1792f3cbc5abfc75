// SPDX-License-Identifier: Apache-2.0
#include "planner/section.h"

#include "engine/opening.h"
#include "engine/section.h"

#include <math.h>

const char *const section_layers[SKIN_LAYERS] = {"epidermis", "papillary_dermis",
                                                 "reticular_dermis", "below_dermis"};

// Hours after the sitting: dense where skin left open to the air closes, then where covered skin
// does.
static const double section_hours[] = {0,  0.25, 0.5, 0.75, 1,  1.5, 2,  3,  4,  5,  6,  8,
                                       10, 12,   15,  18,   21, 24,  30, 36, 42, 48, 60, 72};
enum { SECTION_HOURS = sizeof section_hours / sizeof *section_hours };

// Widths of a bin, in mm: the least of which so few reach to so many times the setting.
static const double section_widths[] = {0.01, 0.02, 0.05, 0.1, 0.2};
enum { SECTION_WIDTHS = sizeof section_widths / sizeof *section_widths, SECTION_BINS = 30 };

#define SECTION_REACH 2.0
#define SECTION_SLACK 1e-9   // of a bin: rounding of a setting over a width

// ---- layers ----

static void add_skin(const struct planning *planning, const struct engine_answer *answer,
                     const struct quote_basis *basis, struct plan_zone *out) {
    const struct ensemble_band surface = {{0}};
    struct plan_skin          *layers  = ARENA_NEW(planning->arena, struct plan_skin, SKIN_LAYERS);
    for (int i = 0; i < SKIN_LAYERS; i++) {
        const struct ensemble_band *from = i ? &answer->layer_mm_end[i - 1] : &surface;
        layers[i].layer                  = section_layers[i];
        layers[i].from                   = quote_band("mm", from, basis, planning->arena);
        if (i < SKIN_SUBCUTIS)
            layers[i].thickness = quote_band("mm", &answer->layer_mm[i], basis, planning->arena);
    }
    out->skin = (struct list){layers, SKIN_LAYERS, true};
}

// ---- channels ----

// The half-lives were measured under patches on the arm, down to about a millimetre.
const char *section_closing(const struct knowledge *knowledge, const struct zone *skin,
                            bool is_extrapolated) {
    bool        is_arm = text_equal(skin->id, "arms") || text_equal(skin->id, "forearms");
    const char *id     = is_arm ? "simulate.closing_arm" : "simulate.closing_elsewhere";
    if (is_extrapolated) id = is_arm ? "simulate.closing_deep" : "simulate.closing_deep_elsewhere";
    return load_saying(knowledge, id);
}

static struct curve *open_of(const struct planning *planning, const struct zone *skin,
                             const struct engine_answer *answer, const struct quote_basis *basis) {
    struct ensemble_band left[SECTION_HOURS];
    opening_left(&answer->half_life_h, section_hours, SECTION_HOURS, left);
    struct curve *open =
        quote_curve("h", section_hours, "1", left, SECTION_HOURS, basis, planning->arena);
    open->because =
        section_closing(planning->view->knowledge, skin, answer->is_closure_extrapolated);
    return open;
}

// ---- punctures ----

static double width_of(double depth_mm, int *n_bins) {
    for (int i = 0;; i++) {
        *n_bins = (int)ceil(SECTION_REACH * depth_mm / section_widths[i] - SECTION_SLACK);
        if (*n_bins <= SECTION_BINS || i == SECTION_WIDTHS - 1) return section_widths[i];
    }
}

// A zone planned before this one whose punctures are as deep: the same kind of device and setting.
static struct curve *alike(const struct planning *planning, const struct engine_setup *setup) {
    const struct plan_zone *done = planning->plan->zones.items;
    for (int i = 0; i < planning->n_zones; i++)
        if (planning->zones[i].device.kind == setup->device &&
            planning->zones[i].depth_mm == setup->depth_mm)
            return done[i].depth_spread;
    return NULL;
}

static enum status spread_of(const struct planning *planning, const struct engine_setup *setup,
                             const struct quote_basis *basis, struct curve **spread) {
    struct section_setup asked = {.ratio          = setup->ratio,
                                  .puncture_sigma = setup->puncture_sigma,
                                  .depth_mm       = setup->depth_mm};
    struct ensemble_band bands[SECTION_BINS_MAX];
    double               middles[SECTION_BINS_MAX];
    *spread = alike(planning, setup);
    if (*spread) return ST_OK;
    asked.bin_mm = width_of(setup->depth_mm, &asked.n_bins);
    if (asked.n_bins > SECTION_BINS_MAX) asked.n_bins = SECTION_BINS_MAX;
    TRY(section_spread(&asked, bands, *planning->arena, planning->fault));
    for (int i = 0; i < asked.n_bins; i++)
        middles[i] = quote_amount((i + 0.5) * asked.bin_mm).value;
    const char *const pairs[] = {"width", quote_number(asked.bin_mm, planning->arena), NULL};
    *spread = quote_curve("mm", middles, "1", bands, asked.n_bins, basis, planning->arena);
    (*spread)->because = planning_said(planning, "plan.spread_because", pairs);
    return ST_OK;
}

enum status section_plan(const struct planning *planning, const struct engine_setup *setup,
                         const struct engine_answer *answer, const struct settings_basis *basis,
                         struct plan_zone *out) {
    add_skin(planning, answer, &basis->layers, out);
    out->open =
        open_of(planning, load_zone(planning->view->knowledge, out->zone), answer, &basis->closure);
    return spread_of(planning, setup, &basis->depth, &out->depth_spread);
}
