// SPDX-License-Identifier: Apache-2.0
#include "knowledge/catalogue_care.h"

#include "knowledge/catalogue_rule.h"

static const struct field scope_of_plan_fields[] = {
    CODES(plan_scope, zones, "zones", "a zone it treats"),
    CODES(plan_scope, devices, "device_kinds", "a kind of device it uses or that is asked for"),
    FIELD(plan_scope, agents, TEXTS, .max = 60, .help = "a substance, or a group of them"), END};
static const struct noun scope_of_plan_noun =
    NOUN_OF("plan_scope", "the plans it belongs to", plan_scope, scope_of_plan_fields);
#define ONLY(S) FIELD(S, only, NOUN, .noun = &scope_of_plan_noun, .help = "only in such plans")

#define HOURS(S, m, help_) FIELD(S, m, QUANTITY, .unit = "h", .max = 20000, .help = help_)

static const struct field variant_fields[] = {
    TESTS(advice_variant, where, "for whom"),
    MM(advice_variant, depth_at_least, "from this depth"),
    CODES(advice_variant, devices, "device_kinds", "with one of these kinds of device"),
    FIELD(advice_variant, agents, TEXTS, .max = 60, .help = "with one of these substances"),
    FIELD(advice_variant, covered, BOOL, .help = "something lies on the skin afterwards"),
    FIELD(advice_variant, strong_sun, BOOL, .help = "in the clinic's months of strong sun"),
    FIELD(advice_variant, conservative, BOOL, .help = "the clinic asks for longer aftercare"),
    HOURS(advice_variant, to, "until"),
    BECAUSE(advice_variant),
    END};
static const struct noun variant_noun =
    NOUN_OF("variant", "a later end", advice_variant, variant_fields);

static const char *const advice_ends[] = {"always", NULL};

static const struct field advice_fields[] = {
    ID(advice),
    FIELD_AS(advice, is_do, "do", BOOL, .flags = FIELD_ALWAYS | FIELD_REQUIRED,
             .help = "do it, or do not"),
    HOURS(advice, from, "from, hours after the sitting"),
    FIELD(advice, to, QUANTITY, .unit = "h", .max = 20000, .words = advice_ends, .help = "until"),
    TESTS(advice, where, "only for whom these certainly hold"),
    ONLY(advice),
    FIELD(advice, variants, LIST, .noun = &variant_noun, .help = "later ends"),
    FIELD(advice, text, WORDING, NEED, .help = "for the person"),
    BECAUSE(advice),
    HOURS(advice, said_least, "the shortest time of the sources"),
    HOURS(advice, said_most, "the longest time of the sources"),
    FIELD(advice, until_closed, BOOL, .help = "it does not end before the channels are closed"),
    FIELD(advice, after, TEXT, .max = 60, .help = "it begins when this line ends"),
    FIELD(advice, disagreement, TEXTS, .max = 60, .help = "ids of disagreements"),
    GRADED(advice),
    END};
const struct noun catalogue_advice_noun = NOUN_OF("advice", "aftercare", advice, advice_fields);

static const struct field spacing_fields[] = {
    ID(spacing),
    LABEL(spacing),
    CODES(spacing, procedures, "procedures", "the other treatment"),
    CODES(spacing, devices, "device_kinds", "kinds of device that needle; empty = all"),
    FIGURE_OF(spacing, before, days, "days from it to needling; none = no figure"),
    FIGURE_OF(spacing, after, days, "days from needling to it; none = no figure"),
    FIELD(spacing, rules, TEXTS, .max = 20, .help = "rules that hold to it"),
    FIELD(spacing, disagreement, TEXTS, .max = 60, .help = "ids of disagreements"),
    BECAUSE(spacing),
    GRADED(spacing),
    END};
const struct noun catalogue_spacing_noun =
    NOUN_OF("spacing", "days between treatments", spacing, spacing_fields);

static const struct field watch_fields[] = {
    ID(watch),
    FIELD(watch, level, NAME, .vocabulary = "levels", NEED, .help = "how soon"),
    FIELD(watch, text, WORDING, NEED, .help = "for the person"),
    ONLY(watch),
    GRADED(watch),
    END};
const struct noun catalogue_watch_noun = NOUN_OF("watch", "when to call", watch, watch_fields);

static const struct field rate_fields[] = {
    ID(rate),
    LABEL(rate),
    TESTS(rate, where, "for whom"),
    ONLY(rate),
    FIGURE_OF(rate, rate, ratio, "share of people; none = no figure"),
    FIELD(rate, share, TEXT, .max = 60, .help = "instead: id of a fitted share"),
    BECAUSE(rate),
    GRADED(rate),
    END};
const struct noun catalogue_rate_noun = NOUN_OF("rate", "a risk", rate, rate_fields);

static const struct field way_fields[] = {
    ID(way),
    LABEL(way),
    BECAUSE(way),
    FIGURE_OF(way, price, money, "a sitting, USD"),
    FIGURE_OF(way, sessions, ratio, "sittings in the studies"),
    FIGURE_OF(way, downtime, days, "days of visible redness"),
    CODES(way, indications, "indications", "only for these"),
    FIELD(way, agents, TEXTS, .max = 60, .help = "substances: closed with any of them"),
    FIELD(way, wounds, BOOL, .help = "it wounds the skin too"),
    GRADED(way),
    END};
const struct noun catalogue_way_noun = NOUN_OF("way", "another way", way, way_fields);

static const struct field step_fields[] = {
    ID(step),
    LABEL(step),
    FIGURE_OF(step, minutes, minutes, "how long"),
    FIELD(step, what, WORDING, .help = "what is done in it, in one sentence"),
    FIGURE_OF(step, published, minutes, "how long others say it takes"),
    FIELD(step, when, TEXT, .max = 20, .help = "always, numbing or needling"),
    ROWS(step),
    END};
const struct noun catalogue_step_noun = NOUN_OF("step", "a step of a sitting", step, step_fields);
