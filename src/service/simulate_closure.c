// SPDX-License-Identifier: Apache-2.0
#include "service/simulate_closure.h"

#include "engine/opening.h"
#include "knowledge/view.h"
#include "planner/section.h"

static const char *const simulate_closure_read[] = {"zone",  "site",     "needle.length",
                                                    "depth", "occluded", NULL};

enum { CURVE_POINTS = 41 };

// Ends of the curve, in hours: the first that shows 97.5 of 100 people closed.
static const double curve_ends_h[] = {1, 2, 4, 8, 12, 24, 48, 72, 96, 120, 168, 240, 336, 720};
enum { CURVE_ENDS = sizeof curve_ends_h / sizeof *curve_ends_h };

struct closing {   // one way of leaving the skin
    struct opening_setup setup;
    struct opening       opening;
    struct quote_basis   basis;
    double               times_h[CURVE_POINTS];
};

static enum status reckon(struct simulate_work *work, struct closing *closing) {
    struct arena        *arena = work->session->arena;
    struct opening_setup blind = closing->setup;
    int                  at    = 0;
    blind.n_times              = 0;
    TRY(opening_over(&blind, &closing->opening, arena, work->session->fault));
    double closed_h = closing->opening.closed_h.p[ENSEMBLE_POINTS - 1];
    while (at < CURVE_ENDS - 1 && curve_ends_h[at] < closed_h) at++;
    for (int i = 0; i < CURVE_POINTS; i++)
        closing->times_h[i] = quote_amount(curve_ends_h[at] * i / (CURVE_POINTS - 1)).value;
    closing->setup.times_h = closing->times_h;
    closing->setup.n_times = CURVE_POINTS;
    return opening_over(&closing->setup, &closing->opening, arena, work->session->fault);
}

// A published range without a middle. What nobody measured has no numbers.
static enum status measured(struct simulate_work *work, const char *parameter, bool is_occluded,
                            struct quantity **out) {
    const struct knowledge *knowledge = &work->session->knowledge;
    const struct parameter *p         = load_parameter(knowledge, parameter);
    struct quantity        *quantity  = ARENA_NEW(work->session->arena, struct quantity, 1);
    if (!p)
        return fault_at(work->session->fault, ST_CONTENT, "knowledge: parameters: %s: is missing",
                        parameter);
    *quantity = (struct quantity){.kind = QUANTITY_MEASURED, .unit = p->unit};
    *out      = quantity;
    if (is_occluded) {
        quantity->because = load_saying(knowledge, "simulate.closing_unseen");
        quantity->status  = STATUS_DEFAULT;
        view_add(&quantity->sources, "default", work->session->arena);
        return ST_OK;
    }
    quantity->low                         = p->low;
    quantity->high                        = p->high;
    quantity->p[0]                        = p->low;
    quantity->p[QUANTITY_PERCENTILES - 1] = p->high;
    quantity->sources                     = p->sources;
    quantity->status                      = p->status;
    quantity->predictable                 = p->low.is_known && p->high.is_known;
    quantity->because                     = load_words(&p->because);
    return ST_OK;
}

static enum status answer(struct simulate_work *work, struct closing *closing, bool is_second) {
    struct arena              *arena = work->session->arena;
    struct simulation_outputs *out   = work->answer->outputs;
    const struct quote_basis  *basis = &closing->basis;
    TRY(reckon(work, closing));
    struct quantity *half = quote_band("h", &closing->opening.half_life_h, basis, arena);
    struct quantity *shut = quote_band("h", &closing->opening.closed_h, basis, arena);
    struct curve    *open = quote_curve("h", closing->times_h, "1", closing->opening.open_frac,
                                        CURVE_POINTS, basis, work->session->arena);
    half->because = shut->because = open->because =
        section_closing(&work->session->knowledge, work->skin, closing->opening.is_extrapolated);
    *(is_second ? &out->half_life_occluded : &out->half_life)                 = half;
    *(is_second ? &out->closed_admittance_occluded : &out->closed_admittance) = shut;
    *(is_second ? &out->open_occluded : &out->open)                           = open;
    struct amount *residual = &work->answer->checks->residual;
    if (!residual->is_known || closing->opening.residual > residual->value)
        *residual = (struct amount){closing->opening.residual, true, 0};
    return ST_OK;
}

static enum status fill(struct simulate_work *work, struct setup_closure *setup) {
    TRY(simulate_open(work, &setup_closure_noun, setup, false));
    struct setup_needle *needle = setup->needle;
    if (!setup->depth.is_known && needle && needle->length.is_known) {
        struct simulate_fill fill = {.key = "depth"};
        fill.basis                = simulate_basis(work, "needle.length");
        fill.because              = load_saying(&work->session->knowledge, "simulate.depth_needle");
        simulate_filled(work, &fill);
        setup->depth = needle->length;
    }
    TRY(simulate_fill_depth(work, "depth", &setup->depth));
    if (setup->occluded != FACT_YES && setup->occluded != FACT_NO)
        simulate_default(work, "occluded", "both", "simulate.occluded");
    simulate_inputs(work, &setup_closure_noun, setup, simulate_closure_read);
    return ST_OK;
}

enum status simulate_closure(struct simulate_work *work) {
    const struct session *session = work->session;
    struct setup_closure *setup   = ARENA_NEW(session->arena, struct setup_closure, 1);
    struct closing       *ways    = ARENA_NEW(session->arena, struct closing, 2);
    TRY(fill(work, setup));
    bool is_covered = setup->occluded == FACT_YES, is_both = !is_covered;
    if (setup->occluded == FACT_NO) is_both = false;
    struct opening_setup opening = {.depth_mm = setup->depth.value,
                                    .members  = (int)session->options.members,
                                    .effort   = session_effort(session),
                                    .seed     = (uint64_t)session->options.seed};
    TRY(priors_closure(&work->priors, &ways[0].basis, &ways[1].basis, &opening.closure));
    for (int i = 0; i < 2; i++) {
        ways[i].setup             = opening;
        ways[i].setup.is_occluded = i == 1;
    }
    simulate_expect(work, is_both ? 4 : 2);   // a blind one and the curve, of each
    TRY(answer(work, &ways[is_covered], false));
    if (is_both) TRY(answer(work, &ways[1], true));
    TRY(measured(work, "closed_tewl", is_covered, &work->answer->outputs->closed_tewl));
    TRY(measured(work, "closed_dye", is_covered, &work->answer->outputs->closed_dye));
    simulate_disputes(work, "closing");
    return ST_OK;
}
