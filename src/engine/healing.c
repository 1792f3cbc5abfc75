// Equation  with unit impulse at t = 0, speed v, and r = 1 per day, the unit in which cells count:
//             S1' = -v ks S1                       S2' = v ks (S1 - S2)
//             N'  = v (ks S2 - mn N)
//             M1' = v (r (a N + (1 - a) S2) - (k + m1) M1)     M2' = v (k M1 - m2 M2)
//             F'  = v (r M2 - (mf + ky) F)         Y'  = v (ky F - my Y)
//             s   = v r A (F + y Y) / C
//             P3' = q3 s - w (P3 - f P) - d P3     P1' = q1 s + w (P3 - f P) - d P1,  P = P1 + P3
//             X'  = (P - X) / tx
// Method    closed form. Every state is fed by an earlier one, x' = g u - b x, so it is a sum of
//           exponentials with one rate more than its feed; only ks stands twice and gives
//           t exp(-v ks t). P obeys P' = (q1 + q3) s - d P, and E = P3 - f P obeys
//           E' = (q3 - f (q1 + q3)) s - (w + d) E, which takes the collagens apart. Exact but for
//           rounding: partial fractions lose digits where rates meet, so rates of the chain must be
//           HEALING_APART; one that meets a member's own is moved by HEALING_NUDGE of itself.
//           Sums that rounding makes negative (1e-13) are 0. Linear, so sittings superpose.
// Validity  the shape of healing of cut-out wounds, mixed species, partly drawn curves; that needle
//           channels follow it, only faster (v of 1 to 4), is assumed. Saturation of fibroblasts by
//           macrophages is left out: nothing in people tells it. No amount means anything.
// Sources   curves of neutrophils, macrophages, myofibroblasts and collagen [skibidy]; repair
//           macrophages on days 4-7, Krzyszczyk 2018 [krzyszczyk-2018]; collagen III over I at six
//           months, PMID 12880417 [robins-2003]; speed, Schmitt 2018 [schmitt-2018]. All numbers
//           are knowledge; a refit is tools/refit_healing, docs/model/healing.md.
// SPDX-License-Identifier: Apache-2.0
#include "engine/healing.h"

#include "engine/mathk.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>

#define HEALING_CALL_PER_S (1.0 / 86400)   // r
#define HEALING_AGE_Y      25.0            // factors are 1 up to this age
#define HEALING_NUDGE      1e-6
#define HEALING_GONE       60.0

// Peaks lie among so many steps, up to so many of the slowest rate; crossings in so many halvings.
enum { HEALING_STEPS = 1024, HEALING_HALVINGS = 60, HEALING_SPANS = 40 };

// ---- sums of exponentials ----

static double sum_at(const struct healing_sum *sum, double time_s) {
    double first = mathk_exp(-sum->rate_per_s[0] * time_s);
    double value = (sum->c[0] + sum->t_c_per_s * time_s) * first;
    for (int i = 1; i < sum->n; i++) value += sum->c[i] * mathk_exp(-sum->rate_per_s[i] * time_s);
    return value;
}

// A rate apart from all of the sum: moved up until it is.
static double apart_from(const struct healing_sum *sum, double rate_per_s) {
    for (int tries = 0; tries <= sum->n; tries++) {
        bool is_apart = true;
        for (int i = 0; i < sum->n; i++)
            if (fabs(rate_per_s - sum->rate_per_s[i]) < HEALING_NUDGE * rate_per_s)
                is_apart = false;
        if (is_apart) break;
        rate_per_s *= 1 + 2 * HEALING_NUDGE;
    }
    return rate_per_s;
}

// What `feed`, times gain, leaves in a state that is lost at rate_per_s: x' = gain feed - rate x.
static struct healing_sum fed(const struct healing_sum *feed, double gain, double rate_per_s) {
    struct healing_sum x    = *feed;
    double             rate = apart_from(feed, rate_per_s), last = 0;
    assert(feed->n < HEALING_TERMS);

    // t exp(-r0 t) leaves t exp(-r0 t) / D - (exp(-r0 t) - exp(-rate t)) / D^2,  D = rate - r0
    double gap  = rate - feed->rate_per_s[0];
    x.t_c_per_s = gain * feed->t_c_per_s / gap;
    for (int i = 0; i < feed->n; i++) {
        x.c[i] = gain * feed->c[i] / (rate - feed->rate_per_s[i]);
        if (i == 0) x.c[0] -= x.t_c_per_s / gap;
        last -= x.c[i];
    }
    x.rate_per_s[x.n] = rate;
    x.c[x.n++]        = last;
    return x;
}

// a x + b y, where the rates of y are the first of those of x.
static struct healing_sum mixed(double a, const struct healing_sum *x, double b,
                                const struct healing_sum *y) {
    struct healing_sum mix = *x;
    for (int i = 0; i < x->n; i++) mix.c[i] = a * x->c[i] + (i < y->n ? b * y->c[i] : 0);
    mix.t_c_per_s = a * x->t_c_per_s + b * y->t_c_per_s;
    return mix;
}

static struct healing_sum sped_up(const struct healing_sum *slow, double speed) {
    struct healing_sum sum = *slow;
    for (int i = 0; i < sum.n; i++) sum.rate_per_s[i] *= speed;
    sum.t_c_per_s *= speed;
    return sum;
}

// ---- the chain ----

void healing_chain(const struct healing_rates *rates, double *rate_per_s) {
    rate_per_s[0] = rates->alarm_per_s;
    rate_per_s[1] = rates->neutrophils_per_s;
    rate_per_s[2] = rates->repair_per_s + rates->macrophages_per_s;
    rate_per_s[3] = rates->macrophages_late_per_s;
    rate_per_s[4] = rates->fibroblasts_per_s + rates->myofibroblasts_per_s;
    rate_per_s[5] = rates->contraction_end_per_s;
}

struct healing healing_of(const struct healing_rates *rates) {
    struct healing      healing = {.rates = *rates};
    struct healing_sum *cells   = healing.cells;
    double              rate_per_s[HEALING_RATES];
    healing_chain(rates, rate_per_s);
    for (int i = 0; i < HEALING_RATES; i++)
        for (int k = 0; k < i; k++)
            assert(fabs(rate_per_s[i] - rate_per_s[k]) >
                   HEALING_APART * fmax(rate_per_s[i], rate_per_s[k]) / 2);

    cells[HEALING_ALARM]       = (struct healing_sum){1, {rate_per_s[0]}, {1}, 0};
    cells[HEALING_ALARM_LATE]  = (struct healing_sum){1, {rate_per_s[0]}, {0}, rate_per_s[0]};
    cells[HEALING_NEUTROPHILS] = fed(&cells[HEALING_ALARM_LATE], rates->alarm_per_s, rate_per_s[1]);
    struct healing_sum call    = mixed(rates->by_neutrophils_frac, &cells[HEALING_NEUTROPHILS],
                                       1 - rates->by_neutrophils_frac, &cells[HEALING_ALARM_LATE]);
    cells[HEALING_MACROPHAGES_EARLY] = fed(&call, HEALING_CALL_PER_S, rate_per_s[2]);
    cells[HEALING_MACROPHAGES_LATE] =
        fed(&cells[HEALING_MACROPHAGES_EARLY], rates->repair_per_s, rate_per_s[3]);
    cells[HEALING_FIBROBLASTS] =
        fed(&cells[HEALING_MACROPHAGES_LATE], HEALING_CALL_PER_S, rate_per_s[4]);
    cells[HEALING_MYOFIBROBLASTS] =
        fed(&cells[HEALING_FIBROBLASTS], rates->myofibroblasts_per_s, rate_per_s[5]);
    double per_s = HEALING_CALL_PER_S / rates->collagen_scale;
    healing.synthesis_per_s =
        mixed(per_s * rates->myofibroblast_yield, &cells[HEALING_MYOFIBROBLASTS], per_s,
              &cells[HEALING_FIBROBLASTS]);
    return healing;
}

struct healing_course healing_course_of(const struct healing        *healing,
                                        const struct healing_member *member) {
    const struct healing_rates *rates  = &healing->rates;
    struct healing_course       course = {.rest_iii_frac = rates->rest_iii_frac};
    for (int i = 0; i < HEALING_CELLS; i++)
        course.cells[i] = sped_up(&healing->cells[i], member->speed);

    double all = rates->new_iii + rates->new_i, amount = member->speed * member->synthesis;
    struct healing_sum makes = sped_up(&healing->synthesis_per_s, member->speed);
    course.collagen          = fed(&makes, amount * all, rates->collagen_loss_per_s);
    course.excess_iii        = fed(&makes, amount * (rates->new_iii - rates->rest_iii_frac * all),
                                   member->exchange_per_s + rates->collagen_loss_per_s);
    course.matrix            = fed(&course.collagen, 1 / member->order_s, 1 / member->order_s);
    return course;
}

double healing_at(const struct healing_course *course, enum healing_state state, double time_s) {
    if (state < HEALING_CELLS) return fmax(0, sum_at(&course->cells[state], time_s));
    if (state == HEALING_MATRIX) return fmax(0, sum_at(&course->matrix, time_s));
    double all = fmax(0, sum_at(&course->collagen, time_s));
    double iii = sum_at(&course->excess_iii, time_s) + course->rest_iii_frac * all;
    iii        = fmin(all, fmax(0, iii));
    return state == HEALING_COLLAGEN_III ? iii : all - iii;
}

// ---- phases ----

static double slowest_per_s(const struct healing_sum *sum) {
    double slowest = sum->rate_per_s[0];
    for (int i = 1; i < sum->n; i++) slowest = fmin(slowest, sum->rate_per_s[i]);
    return slowest;
}

// When the sum passes `value` between a time below it and one above it, or the other way round.
static double crossing_s(const struct healing_sum *sum, double value, double from_s, double to_s) {
    bool is_rising = sum_at(sum, to_s) > value;
    for (int i = 0; i < HEALING_HALVINGS; i++) {
        double middle_s = (from_s + to_s) / 2;
        if ((sum_at(sum, middle_s) > value) == is_rising) to_s = middle_s;
        else from_s = middle_s;
    }
    return (from_s + to_s) / 2;
}

// Highest of the steps, then thirds of the two beside it.
static double peak_s(const struct healing_sum *sum, double end_s) {
    double step_s = end_s / HEALING_STEPS, best_s = 0;
    for (int i = 1; i < HEALING_STEPS; i++)
        if (sum_at(sum, i * step_s) > sum_at(sum, best_s)) best_s = i * step_s;
    double from_s = fmax(0, best_s - step_s), to_s = best_s + step_s;
    for (int i = 0; i < HEALING_HALVINGS; i++) {
        double third_s = (to_s - from_s) / 3;
        if (sum_at(sum, from_s + third_s) < sum_at(sum, to_s - third_s)) from_s += third_s;
        else to_s -= third_s;
    }
    return (from_s + to_s) / 2;
}

// When so small a share of the peak is reached, before it and after it.
static void share_of_peak_s(const struct healing_sum *sum, double share, double *rise_s,
                            double *fall_s) {
    double end_s = HEALING_SPANS / slowest_per_s(sum), top_s = peak_s(sum, end_s);
    double value = share * sum_at(sum, top_s);
    *rise_s      = crossing_s(sum, value, 0, top_s);
    *fall_s      = crossing_s(sum, value, top_s, end_s);
}

// Cells that inflamed skin holds.
static struct healing_sum cleaning_of(const struct healing_sum *cells) {
    struct healing_sum early =
        mixed(1, &cells[HEALING_MACROPHAGES_EARLY], 1, &cells[HEALING_NEUTROPHILS]);
    return mixed(1, &cells[HEALING_MACROPHAGES_LATE], 1, &early);
}

static struct healing_sum building_of(const struct healing_sum *cells) {
    return mixed(1, &cells[HEALING_MYOFIBROBLASTS], 1, &cells[HEALING_FIBROBLASTS]);
}

struct healing_phases healing_phases_slow(const struct healing       *healing,
                                          const struct healing_share *share) {
    const struct healing_sum *cells  = healing->cells;
    struct healing_phases     phases = {0};
    double                    begins_s, ends_s;

    // inflammation: until few cells of it are left
    struct healing_sum inflamed = cleaning_of(cells);
    share_of_peak_s(&inflamed, share->over, &begins_s, &phases.inflammation_s);

    // proliferation: from the first fibroblasts until few that build are left
    struct healing_sum building = building_of(cells);
    share_of_peak_s(&cells[HEALING_FIBROBLASTS], share->over, &phases.proliferation_s, &ends_s);
    share_of_peak_s(&building, share->over, &begins_s, &phases.proliferation_s_end);

    // remodelling: once so much of all collagen is laid down, none of it lost
    const struct healing_sum *makes = &healing->synthesis_per_s;
    double                    all   = 0;
    for (int i = 0; i < makes->n; i++) all += makes->c[i] / makes->rate_per_s[i];
    all += makes->t_c_per_s / (makes->rate_per_s[0] * makes->rate_per_s[0]);
    struct healing_sum made = fed(makes, 1, 0);
    phases.remodelling_s =
        crossing_s(&made, share->remodelling * all, 0, HEALING_SPANS / slowest_per_s(makes));
    return phases;
}

// False position with the Illinois step: how far the order of the matrix is behind what it lacks
// rises through 0 once after the beginning, where the phase ends.
static double ordered_s(const struct healing_course *course, double over, double from_s,
                        double to_s) {
    struct healing_sum behind = mixed(1, &course->matrix, over - 1, &course->collagen);
    double             below = sum_at(&behind, from_s), above = sum_at(&behind, to_s);
    if (below >= 0) return from_s;
    if (above <= 0) return to_s;
    for (int i = 0, side = 0; i < HEALING_HALVINGS && to_s - from_s > 1; i++) {
        double at_s = (from_s * above - to_s * below) / (above - below);
        double here = sum_at(&behind, at_s);
        if (here > 0) {
            to_s  = at_s;
            above = here;
            if (side == 1) below /= 2;
            side = 1;
        } else {
            from_s = at_s;
            below  = here;
            if (side == -1) above /= 2;
            side = -1;
        }
        if (here == 0) break;
    }
    return (from_s * above - to_s * below) / (above - below);
}

struct healing_phases healing_phases_of(const struct healing_course *course,
                                        const struct healing_member *member,
                                        const struct healing_phases *slow,
                                        const struct healing_share  *share) {
    double                speed  = member->speed;
    struct healing_phases phases = {slow->inflammation_s / speed, slow->proliferation_s / speed,
                                    slow->proliferation_s_end / speed, slow->remodelling_s / speed,
                                    0};
    double                end_s  = phases.remodelling_s + HEALING_SPANS * member->order_s +
                   HEALING_SPANS / slowest_per_s(&course->cells[HEALING_MYOFIBROBLASTS]);
    phases.remodelling_s_end = ordered_s(course, share->over, phases.remodelling_s, end_s);
    return phases;
}

// ---- groups of cells, and the balance ----

static struct healing_sum group_of(const struct healing_sum *cells, enum healing_group group) {
    static const enum healing_state states[HEALING_GROUPS] = {
        HEALING_NEUTROPHILS, HEALING_MACROPHAGES_LATE, HEALING_FIBROBLASTS, HEALING_MYOFIBROBLASTS};
    struct healing_sum sum = cells[states[group]];
    if (group == HEALING_GROUP_MACROPHAGES)
        sum = mixed(1, &sum, 1, &cells[HEALING_MACROPHAGES_EARLY]);
    return sum;
}

double healing_group_at(const struct healing_course *course, enum healing_group group,
                        double time_s) {
    struct healing_sum sum = group_of(course->cells, group);
    return fmax(0, sum_at(&sum, time_s));
}

void healing_peak_slow(const struct healing *healing, enum healing_group group, double *time_s,
                       double *value) {
    struct healing_sum sum = group_of(healing->cells, group);
    *time_s                = peak_s(&sum, HEALING_SPANS / slowest_per_s(&sum));
    *value                 = sum_at(&sum, *time_s);
}

// ---- what goes on in a phase ----

struct healing_working healing_working_of(const struct healing_course *course) {
    const struct healing_sum sums[HEALING_WORKS] = {
        cleaning_of(course->cells), building_of(course->cells),
        mixed(-1, &course->matrix, 1, &course->collagen)};
    const struct healing_sum *longest = &sums[HEALING_ORDERING];
    struct healing_working    working = {.n = longest->n};
    for (int i = 0; i < longest->n; i++) working.rate_per_s[i] = longest->rate_per_s[i];
    for (int k = 0; k < HEALING_WORKS; k++) {
        working.t_c_per_s[k] = sums[k].t_c_per_s;
        for (int i = 0; i < sums[k].n; i++) {
            assert(sums[k].rate_per_s[i] == longest->rate_per_s[i]);
            working.c[k][i] = sums[k].c[i];
        }
    }
    return working;
}

// What has fallen off to exp(-HEALING_GONE) is nothing beside the rest.
void healing_working_at(const struct healing_working *working, double time_s, double *out) {
    for (int k = 0; k < HEALING_WORKS; k++) out[k] = 0;
    for (int i = 0; i < working->n; i++) {
        double fallen = working->rate_per_s[i] * time_s;
        if (fallen > HEALING_GONE) continue;
        double left = mathk_exp(-fallen);
        for (int k = 0; k < HEALING_WORKS; k++)
            out[k] += (working->c[k][i] + (i == 0 ? working->t_c_per_s[k] * time_s : 0)) * left;
    }
    for (int k = 0; k < HEALING_WORKS; k++) out[k] = fmax(0, out[k]);
}

double healing_imbalance(const struct healing *healing, const struct healing_member *member,
                         const struct healing_course *course, double time_s) {
    const struct healing_rates *rates = &healing->rates;
    double all = rates->new_iii + rates->new_i, amount = member->speed * member->synthesis;
    struct healing_sum makes = sped_up(&healing->synthesis_per_s, member->speed);
    struct healing_sum made  = fed(&makes, amount * all, 0);
    struct healing_sum lost  = fed(&course->collagen, rates->collagen_loss_per_s, 0);
    double             whole = made.c[made.n - 1];   // the term that does not fall off
    if (!(whole > 0)) return 0;
    return fabs(sum_at(&made, time_s) - sum_at(&lost, time_s) - sum_at(&course->collagen, time_s)) /
           whole;
}

double healing_age_factor(double age_y, double scale_y, double most_y, double share) {
    double k_y = fmin(most_y, scale_y * -mathk_normal_at((1 - share) / 2));
    return mathk_exp(-k_y * fmax(0, age_y - HEALING_AGE_Y));
}
