// simulation: the answer to a setup: what went in, what came out, and how well it adds up.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_DOMAIN_SIMULATION_H
#define STIPPLE_DOMAIN_SIMULATION_H

#include "domain/curve.h"
#include "domain/plan.h"

struct simulation_input {    // one key of the setup with the value used
    const char       *key;   // "needle.length"
    struct field_node value;
    const char       *unit;
    bool              is_given, is_read;   // by the setup; by the model of this part
    struct names      sources;
    int               status;
    const char       *because;
};

struct simulation_adverse {   // one unwanted effect, a quantity
    const char     *event;
    struct quantity rate;
};

struct simulation_peak {   // of one state, a quantity
    const char     *state;
    struct quantity at;
};

struct simulation_phase {   // of healing after one sitting; phases overlap
    const char      *id;
    struct quantity *starts, *ends;   // d after it
};

struct simulation_outputs {   // of all parts; a part leaves out what it does not answer
    struct quantity *force_per_needle, *tip_depth, *channel_depth, *beyond_dermis;
    struct list      layers;   // of plan_layer
    struct quantity *half_life, *half_life_occluded;
    struct quantity *closed_admittance, *closed_admittance_occluded;
    struct quantity *closed_tewl, *closed_dye;
    struct curve    *open, *open_occluded;
    struct quantity *improvement, *responder_share;
    struct list      adverse;   // of simulation_adverse, by event
    struct curve    *neutrophils, *macrophages, *fibroblasts, *myofibroblasts;
    struct curve    *collagen, *organised, *iii_fraction, *barrier;
    struct list      peak_time, peak;   // of simulation_peak, by state
    struct list      phases;            // of simulation_phase
    struct quantity *flux, *intact_flux, *lag, *taken_up, *enhancement;
    struct curve    *amount;
};

struct simulation_checks {
    struct amount
        mass_error;           // largest share of all that is made or put on, unaccounted for
    struct amount residual;   // largest departure from what must hold
};

struct simulation {
    struct reply               reply;
    const char                *part;
    struct list                inputs;   // of simulation_input
    struct simulation_outputs *outputs;
    struct simulation_checks  *checks;
    struct list                disagreement;   // of plan_dispute
    struct list                sources;        // of cited
};

extern const struct noun simulation_noun, simulation_outputs_noun, simulation_phase_noun;

#endif
