// SPDX-License-Identifier: Apache-2.0
#include "planner/improvement_pool.h"

#include "knowledge/view.h"

#include <math.h>

static const double normal_97_5 = 1.959963984540054;   // 97.5 % of the standard normal

// The words of an outcome rest on its sources; the difference that matters is ours, and says so.
static void rest_words(struct quote_basis *basis, const struct outcome *outcome, int status,
                       struct arena *arena) {
    for (int i = 0; i < outcome->sources.n; i++) {
        struct names one = {outcome->sources.items + i, 1, true};
        if (!text_equal(outcome->sources.items[i], "default"))
            quote_rest(basis, &one, status, arena);
    }
}

enum status improvement_pool(const struct priors *priors, const struct outcome *outcome,
                             const struct fit *fit, struct quote_basis *basis,
                             struct engine_outcome_setup *setup) {
    const struct parameter *delay = load_parameter(priors->knowledge, "outcome_delay_d");
    if (!delay)
        return fault_at(priors->fault, ST_CONTENT,
                        "knowledge: parameters: outcome_delay_d: is missing");
    setup->mean_logit           = fit->mean.value;
    setup->sd_logit             = fit->sd.value;
    setup->n_studies            = (int)fit->studies.value;
    setup->patient_low          = fit->patient_low.value;
    setup->patient_high         = fit->patient_high.value;
    setup->delay_d_low          = delay->low.value;
    setup->delay_d_high         = delay->high.value;
    setup->reference_sessions   = (int)fit->sessions.value;
    setup->reference_interval_d = fit->interval.value;
    setup->reference_read_d     = fit->read.value;
    setup->difference           = outcome->difference.value;
    setup->use                  = (int)text_hash(outcome->id);
    quote_rest(basis, &fit->sources, fit->status, priors->arena);
    rest_words(basis, outcome, fit->status, priors->arena);
    quote_rest(basis, &delay->sources, delay->status, priors->arena);
    return ST_OK;
}

// ---- what the studies had ----

void improvement_see(struct improvement_seen *seen, const double *session_d, int n) {
    seen->n_sessions = n;
    seen->gap_d_low = seen->gap_d_high = 0;
    for (int i = 0; i < n; i++) {
        double gap_d = INFINITY;   // to the next one
        for (int k = 0; k < n; k++)
            if (session_d[k] > session_d[i]) gap_d = fmin(gap_d, session_d[k] - session_d[i]);
        if (isinf(gap_d)) continue;
        seen->gap_d_low  = seen->gap_d_low > 0 ? fmin(seen->gap_d_low, gap_d) : gap_d;
        seen->gap_d_high = fmax(seen->gap_d_high, gap_d);
    }
}

static bool is_read_early(const struct improvement_seen *seen) {
    return seen->read_d < seen->fit->read_first.value;
}

static double logit(double share) { return log(share / (1 - share)); }
static double share_of(double logit) { return 1 / (1 + exp(-logit)); }

bool improvement_is_foretold(const struct improvement_seen *seen) {
    const struct fit *fit  = seen->fit;
    double            low  = fit->mean.value - logit(fit->low.value);
    double            high = logit(fit->high.value) - fit->mean.value;
    double            own  = seen->is_study_mean ? 0 : normal_97_5 * fit->patient_high.value;
    double            width =
        share_of(fit->mean.value + hypot(high, own)) - share_of(fit->mean.value - hypot(low, own));
    return !is_read_early(seen) && width <= seen->outcome->difference.value;
}

static const char *beyond(const struct priors *priors, const char *because, const char *id,
                          const double numbers[3]) {
    const char *const pairs[] = {"own",  quote_number(numbers[0], priors->arena),
                                 "low",  quote_number(numbers[1], priors->arena),
                                 "high", quote_number(numbers[2], priors->arena),
                                 NULL};
    const char       *text = load_filled(load_saying(priors->knowledge, id), pairs, priors->arena);
    return because ? arena_format(priors->arena, "%s %s", because, text) : text;
}

// What of the course no study of the pool had.
static const char *with_limits(const struct improvement_seen *seen, const struct priors *priors,
                               const char *because) {
    const struct fit *fit   = seen->fit;
    const double sessions[] = {seen->n_sessions, fit->sessions_low.value, fit->sessions_high.value};
    const double interval[] = {seen->gap_d_low, fit->interval_low.value, fit->interval_high.value};
    if (sessions[0] < sessions[1] || sessions[0] > sessions[2])
        because = beyond(priors, because, "outcome.beyond_sessions", sessions);
    if (seen->gap_d_high > 0 && (seen->gap_d_low < interval[1] || seen->gap_d_high > interval[2]))
        because = beyond(priors, because, "outcome.beyond_interval", interval);
    return because;
}

struct quantity improvement_unknown(const struct outcome *outcome) {
    struct quantity quantity    = {.kind    = QUANTITY_MEASURED,
                                   .unit    = "1",
                                   .sources = outcome->sources,
                                   .status  = outcome->status,
                                   .grade   = outcome->grade,
                                   .because = load_words(&outcome->because)};
    quantity.sources.is_present = true;
    return quantity;
}

// Before any study looked there is only the assumed way the change comes: no number.
static struct quantity not_yet(const struct improvement_seen *seen, const struct priors *priors) {
    const double    days[] = {seen->read_d, seen->fit->read_first.value, 0};
    struct quantity none   = improvement_unknown(seen->outcome);
    none.because           = beyond(priors, NULL, "outcome.before_reading", days);
    return none;
}

struct quantity improvement_quantity(const struct ensemble_band    *band,
                                     const struct improvement_seen *seen,
                                     const struct quote_basis *basis, const struct priors *priors) {
    if (is_read_early(seen)) return not_yet(seen, priors);
    struct quantity quantity = *quote_band("1", band, basis, priors->arena);
    quantity.kind            = QUANTITY_MEASURED;
    quantity.grade           = seen->fit->grade;
    quantity.predictable     = improvement_is_foretold(seen);
    const char *because      = quantity.predictable ? NULL : load_words(&seen->outcome->because);
    quantity.because         = with_limits(seen, priors, because);
    return quantity;
}

// ---- other devices ----

bool improvement_is_held(const struct names *device, int kind) {
    return view_has(device, words_device_kind[kind - 1]);
}

const char *improvement_other_device(const struct knowledge *knowledge, const struct names *device,
                                     struct arena *arena) {
    struct text kinds = text_new(arena);
    for (int i = 0; i < device->n; i++)
        text_addf(&kinds, "%s%s", i ? ", " : "",
                  load_label(knowledge, "devices", device->items[i]));
    const char *const pairs[] = {"kinds", kinds.data, NULL};
    return load_filled(load_saying(knowledge, "outcome.other_device"), pairs, arena);
}
