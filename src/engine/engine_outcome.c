// SPDX-License-Identifier: Apache-2.0
#include "engine/engine_outcome.h"

#include "engine/bound.h"
#include "engine/mathk.h"
#include "engine/outcome.h"
#include "engine/purpose.h"

#include <math.h>

// A setup in SI.
struct engine_outcome_world {
    struct outcome_pool pool;
    double              patient_low, patient_high, delay_s_low, delay_s_high;
    double              reference_s[LIMIT_SITTINGS], read_s;
    double              session_s[LIMIT_SITTINGS];
    double              time_s[ENGINE_OUTCOME_TIMES];
    int                 n_reference, n_sessions, n_times;
    double              difference;
    bool                is_study_mean;
    uint64_t            seed;
    uint32_t            use;
};

// ---- the door: clinical units in

static double s_from_d(double d) { return d * 86400; }

static struct engine_outcome_world world_from(const struct engine_outcome_setup *s) {
    struct engine_outcome_world world = {
        .pool          = {s->mean_logit, s->sd_logit, s->n_studies},
        .patient_low   = s->patient_low,
        .patient_high  = s->patient_high,
        .delay_s_low   = s_from_d(s->delay_d_low),
        .delay_s_high  = s_from_d(s->delay_d_high),
        .n_reference   = s->reference_sessions,
        .n_sessions    = s->n_sessions,
        .n_times       = s->n_times,
        .difference    = s->difference,
        .is_study_mean = s->is_study_mean,
        .seed          = s->seed,
        .use           = (uint32_t)s->use,
    };
    double last = (s->reference_sessions - 1) * s->reference_interval_d;
    for (int i = 0; i < s->reference_sessions; i++)
        world.reference_s[i] = s_from_d(i * s->reference_interval_d);
    world.read_s = s_from_d(last + s->reference_read_d);
    for (int i = 0; i < s->n_sessions; i++) world.session_s[i] = s_from_d(s->session_d[i]);
    for (int i = 0; i < s->n_times; i++) world.time_s[i] = s_from_d(s->time_d[i]);
    return world;
}

// ---- what may come in

static enum status days_check(const char *name, const double *days, int n, struct fault *fault) {
    for (int i = 0; i < n; i++) {
        const struct engine_bound bounds[] = {{name, days[i], -40000, 40000}};
        TRY(BOUNDS_CHECK(bounds, fault));
    }
    return ST_OK;
}

static enum status setup_check(const struct engine_outcome_setup *s, struct fault *fault) {
    const struct engine_bound bounds[] = {
        {"mean_logit", s->mean_logit, -20, 20},
        {"sd_logit", s->sd_logit, 0, 20},
        {"n_studies", s->n_studies, 3, 1000},
        {"patient_low", s->patient_low, 0, 20},
        {"patient_high", s->patient_high, s->patient_low, 20},
        {"delay_d_low", s->delay_d_low, 0.1, 4000},
        {"delay_d_high", s->delay_d_high, s->delay_d_low, 4000},
        {"reference_sessions", s->reference_sessions, 1, LIMIT_SITTINGS},
        {"reference_interval_d", s->reference_interval_d, 0, 4000},
        {"reference_read_d", s->reference_read_d, 1, 4000},
        {"n_sessions", s->n_sessions, 1, LIMIT_SITTINGS},
        {"n_times", s->n_times, 1, ENGINE_OUTCOME_TIMES},
        {"difference", s->difference, 0, 1},
        {"use", s->use, 0, INT32_MAX},
        {"threads", s->effort.threads, 0, LIMIT_THREADS},
        {"members", s->members, 1, INFINITY},
    };
    TRY(BOUNDS_CHECK(bounds, fault));
    TRY(days_check("session_d", s->session_d, s->n_sessions, fault));
    TRY(days_check("time_d", s->time_d, s->n_times, fault));
    if (s->members > LIMIT_MEMBERS)
        return fault_at(fault, ST_LIMIT, "members: %d: too many; allowed: 1 to %d", s->members,
                        LIMIT_MEMBERS);
    return ST_OK;
}

// ---- one member

static struct philox stream_of(const struct engine_outcome_world *world, int member,
                               enum engine_purpose purpose) {
    struct philox_place place = {world->seed, (uint32_t)member, purpose, world->use};
    return philox_at(&place);
}

static double delay_of(const struct engine_outcome_world *world, int member) {
    struct philox stream = stream_of(world, member, ENGINE_OUTCOME_DELAY);
    double        low    = mathk_log(world->delay_s_low);
    return mathk_exp(low + philox_draw(&stream) * (mathk_log(world->delay_s_high) - low));
}

struct patient_draw {
    double sigma, offset;   // of the patients of a study, and of this one, logits
};

static struct patient_draw patient_of(const struct engine_outcome_world *world, int member) {
    struct philox stream = stream_of(world, member, ENGINE_OUTCOME_PATIENT);
    double        share  = philox_draw(&stream);
    double        sigma  = world->patient_low + share * (world->patient_high - world->patient_low);
    return (struct patient_draw){sigma, sigma * philox_draw_normal(&stream)};
}

// One possible study, and one possible person in it. out [2 x n_times] improvement, responders
static void member_outputs(const void *of, int member, double *out) {
    const struct engine_outcome_world *world = of;

    struct philox       stream  = stream_of(world, member, ENGINE_OUTCOME_STUDY);
    double              logit   = outcome_draw(&world->pool, &stream);
    struct patient_draw patient = patient_of(world, member);
    double              own     = world->is_study_mean ? logit : logit + patient.offset;
    double              delay_s = delay_of(world, member);
    double              reference =
        outcome_growth(world->n_reference, world->reference_s, world->read_s, delay_s);
    for (int i = 0; i < world->n_times; i++) {
        double growth =
            outcome_growth(world->n_sessions, world->session_s, world->time_s[i], delay_s);
        out[i] = outcome_share(own, growth / reference);
        out[world->n_times + i] =
            outcome_reaching(logit, patient.sigma, growth / reference, world->difference);
    }
}

// ---- all members

static double share_reaching(const struct ensemble *ensemble, int output, double difference) {
    const double *row = ensemble_row(ensemble, output);
    int           n   = 0;
    for (int i = 0; i < ensemble->n_members; i++) n += row[i] >= difference;
    return (double)n / ensemble->n_members;
}

enum status engine_outcome(const struct engine_outcome_setup *setup,
                           struct engine_outcome_answer *answer, struct arena scratch,
                           struct fault *fault) {
    TRY(setup_check(setup, fault));
    struct engine_outcome_world world = world_from(setup);
    struct ensemble             ensemble;
    ensemble_init(&ensemble, 2 * world.n_times, setup->members, &scratch);
    TRY(ensemble_fill(&ensemble, &setup->effort, member_outputs, &world, fault));
    struct ensemble_band bands[2 * ENGINE_OUTCOME_TIMES];
    TRY(ensemble_bands(&ensemble, &setup->effort, bands, scratch, fault));
    for (int k = 0; k < world.n_times; k++) {
        answer->improvement[k]     = bands[k];
        answer->responders[k]      = bands[world.n_times + k];
        answer->responder_share[k] = share_reaching(&ensemble, k, setup->difference);
    }
    return ST_OK;
}
