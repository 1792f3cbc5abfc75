// Equation  w_k(t) / max over the times of w_k,  w of phase k: neutrophils and macrophages,
//           fibroblasts and myofibroblasts, and new collagen less what is in order
// Method    closed form per person (healing); people i = 0..n-1 at the shares ((i + 1/2) / n,
//           {1/2 + i phi}) of speed and lag, phi = (sqrt 5 - 1) / 2: a lattice of rank 1
//           (Niederreiter 1992), whose error in a percentile is of order log n / n.
// Validity  that of healing. The largest is that of the times given, so that they must be dense
//           where a curve turns.
// SPDX-License-Identifier: Apache-2.0
#include "engine/activity.h"

#include "engine/bound.h"

#include <math.h>

enum { ACTIVITY_S_PER_D = 86400, ACTIVITY_PEOPLE = 200 };

#define ACTIVITY_PHI 0.6180339887498949   // (sqrt 5 - 1) / 2

_Static_assert((int)HEALING_WORKS == (int)COURSE_PHASES, "what goes on in each phase");

static enum status setup_check(const struct activity_setup *s, struct fault *fault) {
    if (s->n_times < 1 || s->n_times > ACTIVITY_TIMES_MAX)
        return fault_at(fault, ST_LIMIT, "times: %d items; allowed: 1 to %d", s->n_times,
                        ACTIVITY_TIMES_MAX);
    for (int i = 0; i < s->n_times; i++) {
        const struct engine_bound bounds[] = {
            {"times", s->times_d[i], i ? s->times_d[i - 1] : 0, 10000}};
        TRY(BOUNDS_CHECK(bounds, fault));
    }
    return course_healing_check(&s->healing, fault);
}

static struct healing_member person_at(const struct course_healing *h, int i) {
    struct engine_prior exchange = engine_prior_scaled(&h->exchange_per_d, 1.0 / ACTIVITY_S_PER_D);
    struct engine_prior order    = engine_prior_scaled(&h->order_d, ACTIVITY_S_PER_D);
    double              lag      = 0.5 + i * ACTIVITY_PHI;
    return (struct healing_member){engine_prior_at(&h->speed, (i + 0.5) / ACTIVITY_PEOPLE), 1,
                                   engine_prior_at(&exchange, 0.5),
                                   engine_prior_at(&order, lag - floor(lag))};
}

// One person's curves into their places of the ensemble, [COURSE_PHASES x n_times] rows.
static void follow(const struct activity_setup *setup, const struct healing *healing, int person,
                   const struct ensemble *ensemble) {
    struct healing_member  member              = person_at(&setup->healing, person);
    struct healing_course  course              = healing_course_of(healing, &member);
    struct healing_working working             = healing_working_of(&course);
    double                 most[HEALING_WORKS] = {0}, at[ACTIVITY_TIMES_MAX][HEALING_WORKS];
    for (int i = 0; i < setup->n_times; i++) {
        healing_working_at(&working, setup->times_d[i] * ACTIVITY_S_PER_D, at[i]);
        for (int k = 0; k < HEALING_WORKS; k++) most[k] = fmax(most[k], at[i][k]);
    }
    for (int k = 0; k < HEALING_WORKS; k++)
        for (int i = 0; i < setup->n_times; i++)
            ensemble_row(ensemble, k * setup->n_times + i)[person] =
                most[k] > 0 ? at[i][k] / most[k] : 0;
}

enum status activity_over(const struct activity_setup *setup, struct activity *activity,
                          struct arena scratch, struct fault *fault) {
    TRY(setup_check(setup, fault));
    struct healing_rates rates   = course_rates(&setup->healing);
    struct healing       healing = healing_of(&rates);
    struct ensemble      ensemble;
    ensemble_init(&ensemble, COURSE_PHASES * setup->n_times, ACTIVITY_PEOPLE, &scratch);
    for (int i = 0; i < ACTIVITY_PEOPLE; i++) follow(setup, &healing, i, &ensemble);
    for (int k = 0; k < COURSE_PHASES; k++)
        for (int i = 0; i < setup->n_times; i++)
            activity->phases[k][i] = ensemble_band(&ensemble, k * setup->n_times + i, scratch);
    return ST_OK;
}
