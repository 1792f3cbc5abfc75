// SPDX-License-Identifier: Apache-2.0
#include "service/simulate_depth.h"

static const char *const simulate_depth_read[] = {
    "zone", "site",          "person.sex",          "device", "for",
    "n",    "needle.length", "needle.tip_diameter", NULL};

static const char *const layer_names[SKIN_LAYERS] = {"epidermis", "papillary_dermis",
                                                     "reticular_dermis", "below_dermis"};

struct bases {   // what each answer rests on
    struct quote_basis setting, depth, skin, force;
};

static enum status setup_of(struct simulate_work *work, const struct setup_depth *setup,
                            struct engine_setup *engine, struct bases *bases) {
    const struct session *session = work->session;
    struct quote_basis    tips    = {{0}, 0};   // only tell whether the tip lies beyond
    *engine                       = (struct engine_setup){
                              .sex      = setup->common.person->sex,
                              .depth_mm = setup->needle->length.value,
                              .tip_um   = setup->needle->tip_diameter.value,
                              .study_n  = (int)setup->common.n.value,
                              .members  = (int)session->options.members,
                              .effort   = session_effort(session),
                              .seed     = (uint64_t)session->options.seed,
                              .zone     = priors_zone_stream(work->skin),
    };
    bases->setting = simulate_basis(work, "needle.length");
    TRY(priors_depth(&work->priors, work->device->kind, &bases->depth, engine));
    bases->skin = bases->depth;
    TRY(priors_thickness(&work->priors, work->skin, &bases->skin, &engine->thickness));
    TRY(priors_prior(&work->priors, "piercing_force", &bases->force, &engine->piercing.force_n));
    TRY(priors_prior(&work->priors, "piercing_force_slope", &bases->force,
                     &engine->piercing.slope_n_m));
    TRY(priors_number(&work->priors, "piercing_tip_min", &tips, &engine->piercing.tip_um_min));
    return priors_number(&work->priors, "piercing_tip_max", &tips, &engine->piercing.tip_um_max);
}

static void add_layers(struct simulate_work *work, const struct engine_depths *depths,
                       const struct quote_basis *basis) {
    struct arena      *arena  = work->session->arena;
    struct plan_layer *layers = ARENA_NEW(arena, struct plan_layer, SKIN_LAYERS);
    for (int i = 0; i < SKIN_LAYERS; i++)
        layers[i] = (struct plan_layer){layer_names[i],
                                        quote_band("1", &depths->layer_share[i], basis, arena)};
    work->answer->outputs->layers = (struct list){layers, SKIN_LAYERS, true};
}

static void answer(struct simulate_work *work, const struct engine_setup *engine,
                   const struct engine_depths *depths, const struct bases *bases) {
    const struct knowledge    *knowledge = &work->session->knowledge;
    struct arena              *arena     = work->session->arena;
    struct simulation_outputs *out       = work->answer->outputs;
    const double               range[3]  = {engine->depth_mm, engine->depth_mm, engine->depth_mm};
    out->tip_depth                       = quote_advice("mm", range, &bases->setting, arena);
    out->channel_depth = quote_band("mm", &depths->achieved_mm, &bases->depth, arena);
    add_layers(work, depths, &bases->skin);
    out->beyond_dermis =
        engine->study_n
            ? quote_band("1", &depths->beyond_frac, &bases->skin, arena)
            : quote_share(depths->beyond_share_of_people, engine->members, &bases->skin, arena);
    out->beyond_dermis->because = load_saying(
        knowledge, engine->study_n ? "simulate.beyond_study" : "plan.beyond_dermis_because");
    if (engine->tip_um > 0) {
        out->force_per_needle          = quote_band("mN", &depths->force_mn, &bases->force, arena);
        out->force_per_needle->because = load_saying(knowledge, "simulate.force");
        if (depths->is_force_extrapolated) {
            out->force_per_needle->predictable = false;
            out->force_per_needle->because     = load_saying(knowledge, "simulate.force_beyond");
        }
    }
    work->answer->checks->residual = (struct amount){depths->shares_error, true, 0};
}

enum status simulate_depth(struct simulate_work *work) {
    struct setup_depth  *setup = ARENA_NEW(work->session->arena, struct setup_depth, 1);
    struct engine_setup  engine;
    struct engine_depths depths;
    struct bases         bases = {0};
    TRY(simulate_open(work, &setup_depth_noun, setup, true));
    if (!work->skin->thickness)
        return simulate_refuse(work, setup->common.site ? "site" : "zone", work->skin->id,
                               "has no thickness of its own", "a zone that is not made of others");
    if (!setup->needle) setup->needle = ARENA_NEW(work->session->arena, struct setup_needle, 1);
    TRY(simulate_fill_depth(work, "needle.length", &setup->needle->length));
    simulate_inputs(work, &setup_depth_noun, setup, simulate_depth_read);
    TRY(setup_of(work, setup, &engine, &bases));
    simulate_expect(work, 1);
    TRY(engine_reach(&engine, &depths, *work->session->arena, work->session->fault));
    answer(work, &engine, &depths, &bases);
    simulate_disputes(work, "channel_depth");
    return ST_OK;
}
