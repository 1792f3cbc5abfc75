// SPDX-License-Identifier: Apache-2.0
#include "domain/simulation.h"

#define NEED            .flags = FIELD_REQUIRED
#define NEED_ALWAYS     .flags = FIELD_REQUIRED | FIELD_ALWAYS
#define TEXT(S, m, ...) FIELD(S, m, TEXT, __VA_ARGS__)
#define Q(m, help_)     FIELD(simulation_outputs, m, NOUN, .noun = &quantity_noun, .help = help_)
#define CURVE(m, help_) FIELD(simulation_outputs, m, NOUN, .noun = &curve_noun, .help = help_)

static const struct field input_fields[] = {
    FIELD(simulation_input, value, NODE, NEED,
          .help = "the value used: a number, a text or a list"),
    TEXT(simulation_input, unit, .help = "unit of the number"),
    FIELD_AS(simulation_input, is_given, "given", BOOL, NEED_ALWAYS,
             .help = "by the setup; else filled in"),
    FIELD_AS(simulation_input, is_read, "read", BOOL, NEED_ALWAYS,
             .help = "false: nothing in this part depends on it"),
    FIELD(simulation_input, sources, NAMES, .vocabulary = "sources", NEED_ALWAYS,
          .help = "keys of sources"),
    FIELD(simulation_input, status, CHOICE, .words = words_status, .help = "where it comes from"),
    TEXT(simulation_input, because, .help = "why"),
    {0}};
static const struct noun input_noun = {"simulation_input", "a key of the setup",
                                       sizeof(struct simulation_input), input_fields, false};

#define RATE(m) rate.m
static const struct field adverse_fields[] = {QUANTITY_ROWS(simulation_adverse, RATE), {0}};

static const struct noun adverse_noun = {"simulation_adverse", "an unwanted effect",
                                         sizeof(struct simulation_adverse), adverse_fields, false};

#define AT(m) at.m
static const struct field peak_fields[] = {QUANTITY_ROWS(simulation_peak, AT), {0}};
static const struct noun  peak_noun = {"simulation_peak", "a peak", sizeof(struct simulation_peak),
                                       peak_fields, false};

static const struct field phase_fields[] = {
    TEXT(simulation_phase, id, NEED, .help = "phase"),
    FIELD(simulation_phase, starts, NOUN, .noun = &quantity_noun, NEED,
          .help = "days after a sitting"),
    FIELD(simulation_phase, ends, NOUN, .noun = &quantity_noun, NEED,
          .help = "days after a sitting"),
    {0}};
const struct noun simulation_phase_noun = {"simulation_phase", "a phase",
                                           sizeof(struct simulation_phase), phase_fields, false};

static const struct field outputs_fields[] = {
    Q(tip_depth, "how far the needle is set to reach"),
    Q(channel_depth, "depth of the channel it leaves"),
    Q(force_per_needle, "force on one needle at which it goes through the skin"),
    Q(beyond_dermis, "share of people in whom the deepest pass the dermis"),
    FIELD(simulation_outputs, layers, LIST, .noun = &plan_layer_noun, .help = "where they end"),
    Q(half_life, "hours in which half of the opening is gone"),
    Q(half_life_occluded, "the same under film"),
    Q(closed_admittance, "hours until closed, as electrical admittance sees it"),
    Q(closed_admittance_occluded, "the same under film"),
    Q(closed_tewl, "hours until closed, as water loss sees it"),
    Q(closed_dye, "hours until closed, as dye or a picture of the pores shows it"),
    CURVE(open, "share of the opening left over hours"),
    CURVE(open_occluded, "the same under film"),
    Q(improvement, "share of the baseline by which the score gets better"),
    Q(responder_share, "share of people with a difference that matters"),
    FIELD(simulation_outputs, adverse, MAP, .noun = &adverse_noun, .help = "unwanted effects"),
    FIELD(simulation_outputs, peak_time, MAP, .noun = &peak_noun,
          .help = "days from one sitting to the peak of a state"),
    FIELD(simulation_outputs, peak, MAP, .noun = &peak_noun,
          .help = "height of that peak for a dose of 1, relative"),
    FIELD(simulation_outputs, phases, LIST, .noun = &simulation_phase_noun,
          .help = "phases after one sitting"),
    CURVE(neutrophils, "neutrophils over days, relative"),
    CURVE(macrophages, "macrophages of both kinds over days, relative"),
    CURVE(fibroblasts, "fibroblasts over days, relative"),
    CURVE(myofibroblasts, "myofibroblasts over days, relative"),
    CURVE(collagen, "new collagen over days, relative to one sitting of dose 1"),
    CURVE(organised, "new collagen that is in order, relative to the same"),
    CURVE(iii_fraction, "share of collagen III in the new one"),
    CURVE(barrier, "share of the opening that is closed"),
    Q(flux, "through the skin as it is when it goes on"),
    Q(intact_flux, "the same through whole skin"),
    Q(lag, "least time until it comes through"),
    Q(taken_up, "through the skin in the contact time"),
    Q(enhancement, "that over what whole skin takes up in the same time"),
    CURVE(amount, "taken up over minutes"),
    {0}};
const struct noun simulation_outputs_noun = {"simulation_outputs", "what came out",
                                             sizeof(struct simulation_outputs), outputs_fields,
                                             false};

static const struct field checks_fields[] = {
    FIELD(simulation_checks, mass_error, NUMBER,
          .help = "largest share of all that is made or put on that is not accounted for"),
    FIELD(simulation_checks, residual, NUMBER,
          .help = "largest departure of a member from what must hold"),
    {0}};
static const struct noun checks_noun = {"simulation_checks", "how well it adds up",
                                        sizeof(struct simulation_checks), checks_fields, false};

static const struct field simulation_fields[] = {
    REPLY_ROWS(simulation),
    TEXT(simulation, part, NEED, .help = "what was simulated"),
    FIELD(simulation, inputs, MAP, .noun = &input_noun, NEED_ALWAYS, .help = "what went in"),
    FIELD(simulation, outputs, NOUN, .noun = &simulation_outputs_noun, NEED,
          .help = "what came out"),
    FIELD(simulation, checks, NOUN, .noun = &checks_noun, NEED, .help = "how well it adds up"),
    FIELD(simulation, disagreement, LIST, .noun = &plan_dispute_noun, NEED_ALWAYS,
          .help = "who disagrees"),
    FIELD(simulation, sources, MAP, .noun = &screening_cited_noun, NEED_ALWAYS, .help = "sources"),
    {0}};
const struct noun simulation_noun = {"simulation", "one part of the engine, alone",
                                     sizeof(struct simulation), simulation_fields, true};
