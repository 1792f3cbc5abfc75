// SPDX-License-Identifier: Apache-2.0
#include "engine/opening.h"

#include "engine/channel.h"
#include "engine/philox.h"
#include "engine/purpose.h"

#include <math.h>

enum opening_output { OPENING_HALF_LIFE, OPENING_CLOSED, OPENING_RESIDUAL, OPENING_TIMES };

enum { OPENING_TIMES_MAX = ENSEMBLE_OUTPUTS - OPENING_TIMES };

static const double opening_s_in_h = 3600;

struct opening_world {
    struct channel_prior channel;
    bool                 is_occluded;
    uint64_t             seed;
    int                  n_times;
    double               times_s[OPENING_TIMES_MAX];
};

// One possible person. out [OPENING_TIMES + n_times]
static void member_outputs(const void *of, int member, double *out) {
    const struct opening_world *world = of;
    struct philox_place place  = {world->seed, (uint32_t)member, ENGINE_HALF_LIFE, ENGINE_NO_ZONE};
    struct philox       stream = philox_at(&place);

    double half_life_s =
        channel_half_life_s(&world->channel, world->is_occluded, philox_draw(&stream));
    double closed_s        = channel_closed_s(half_life_s, world->channel.closed_frac);
    out[OPENING_HALF_LIFE] = half_life_s;
    out[OPENING_CLOSED]    = closed_s;
    out[OPENING_RESIDUAL] =
        fabs(channel_open_frac(closed_s, half_life_s) - world->channel.closed_frac);
    for (int i = 0; i < world->n_times; i++)
        out[OPENING_TIMES + i] = channel_open_frac(world->times_s[i], half_life_s);
}

static enum status closure_check(const struct engine_closure *c, struct fault *fault) {
    if (!(c->closed_frac >= 0.0001 && c->closed_frac <= 1))
        return fault_at(fault, ST_CONTENT,
                        "closure.closed_frac: %g: out of range; allowed: 0.0001 to 1",
                        c->closed_frac);
    TRY(engine_prior_check(&c->half_life_h, "closure.half_life_h", 0.001, 10000, fault));
    return engine_prior_check(&c->half_life_h_occluded, "closure.half_life_h_occluded", 0.001,
                              10000, fault);
}

static enum status setup_check(const struct opening_setup *s, struct fault *fault) {
    const struct engine_closure *c = &s->closure;
    if (!(s->effort.threads >= 0 && s->effort.threads <= LIMIT_THREADS))
        return fault_at(fault, ST_CONTENT, "threads: %d: out of range; allowed: 0 to %d",
                        s->effort.threads, LIMIT_THREADS);
    if (!(s->members >= 1))
        return fault_at(fault, ST_CONTENT, "members: %d: out of range; allowed: 1 to %d",
                        s->members, LIMIT_MEMBERS);
    if (s->members > LIMIT_MEMBERS)
        return fault_at(fault, ST_LIMIT, "members: %d: too many; allowed: 1 to %d", s->members,
                        LIMIT_MEMBERS);
    if (!(s->depth_mm >= 0.01 && s->depth_mm <= 20))
        return fault_at(fault, ST_CONTENT, "depth_mm: %g: out of range; allowed: 0.01 to 20",
                        s->depth_mm);
    if (!(c->depth_mm_known >= 0))
        return fault_at(fault, ST_CONTENT,
                        "closure.depth_mm_known: %g: out of range; allowed: 0 or more",
                        c->depth_mm_known);
    if (s->n_times < 0 || s->n_times > OPENING_TIMES_MAX)
        return fault_at(fault, ST_LIMIT, "times_h: %d items: too many; allowed: %d", s->n_times,
                        OPENING_TIMES_MAX);
    for (int i = 0; i < s->n_times; i++)
        if (!(s->times_h[i] >= 0 && s->times_h[i] <= LIMIT_OPENING_H))
            return fault_at(fault, ST_CONTENT, "times_h[%d]: %g: out of range; allowed: 0 to %d", i,
                            s->times_h[i], LIMIT_OPENING_H);
    return closure_check(c, fault);
}

static struct ensemble_band in_hours(struct ensemble_band band) {
    for (int i = 0; i < ENSEMBLE_POINTS; i++) band.p[i] /= opening_s_in_h;
    return band;
}

enum status opening_over(const struct opening_setup *setup, struct opening *opening,
                         struct arena *arena, struct fault *fault) {
    const struct engine_closure *c = &setup->closure;
    TRY(setup_check(setup, fault));
    struct opening_world world = {.channel     = {.closed_frac = c->closed_frac},
                                  .is_occluded = setup->is_occluded,
                                  .seed        = setup->seed,
                                  .n_times     = setup->n_times};
    world.channel.half_life_s  = engine_prior_scaled(&c->half_life_h, opening_s_in_h);
    world.channel.half_life_s_occluded =
        engine_prior_scaled(&c->half_life_h_occluded, opening_s_in_h);
    for (int i = 0; i < setup->n_times; i++) world.times_s[i] = setup->times_h[i] * opening_s_in_h;

    int                   n       = OPENING_TIMES + setup->n_times;
    struct ensemble_band *bands   = ARENA_NEW(arena, struct ensemble_band, n);
    struct arena          scratch = *arena;
    struct ensemble       ensemble;
    ensemble_init(&ensemble, n, setup->members, &scratch);
    TRY(ensemble_fill(&ensemble, &setup->effort, member_outputs, &world, fault));
    TRY(ensemble_bands(&ensemble, &setup->effort, bands, scratch, fault));

    // bands, back in hours
    *opening = (struct opening){.half_life_h     = in_hours(bands[OPENING_HALF_LIFE]),
                                .closed_h        = in_hours(bands[OPENING_CLOSED]),
                                .open_frac       = bands + OPENING_TIMES,
                                .is_extrapolated = setup->depth_mm > c->depth_mm_known};
    for (int i = 0; i < setup->members; i++)
        opening->residual = fmax(opening->residual, ensemble_row(&ensemble, OPENING_RESIDUAL)[i]);
    return ST_OK;
}

// The closing time rises with the draw of the half-life, so its percentiles are those of the draw.
enum status opening_closed(const struct engine_closure *closure, bool is_occluded,
                           struct ensemble_band *closed_h, struct fault *fault) {
    static const double  shares[ENSEMBLE_POINTS] = {0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975};
    struct channel_prior channel                 = {
                        .half_life_s = engine_prior_scaled(&closure->half_life_h, opening_s_in_h),
                        .half_life_s_occluded =
                            engine_prior_scaled(&closure->half_life_h_occluded, opening_s_in_h)};
    TRY(closure_check(closure, fault));
    for (int i = 0; i < ENSEMBLE_POINTS; i++)
        closed_h->p[i] = channel_closed_s(channel_half_life_s(&channel, is_occluded, shares[i]),
                                          closure->closed_frac);
    *closed_h = in_hours(*closed_h);
    return ST_OK;
}

void opening_left(const struct ensemble_band *half_life_h, const double *times_h, int n_times,
                  struct ensemble_band *open_frac) {
    for (int i = 0; i < n_times; i++)
        for (int k = 0; k < ENSEMBLE_POINTS; k++)
            open_frac[i].p[k] = channel_open_frac(times_h[i], half_life_h->p[k]);
}
