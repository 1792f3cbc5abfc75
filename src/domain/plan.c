// SPDX-License-Identifier: Apache-2.0
#include "domain/plan.h"

#define NEED             .flags = FIELD_REQUIRED
#define NEED_ALWAYS      .flags = FIELD_REQUIRED | FIELD_ALWAYS
#define TEXT(S, m, ...)  FIELD(S, m, TEXT, __VA_ARGS__)
#define Q(S, m, ...)     FIELD(S, m, NOUN, .noun = &quantity_noun, __VA_ARGS__)
#define CURVE(S, m, ...) FIELD(S, m, NOUN, .noun = &curve_noun, __VA_ARGS__)
#define Q_OR_NULL        .flags = FIELD_REQUIRED | FIELD_ALWAYS
#define COUNT(S, m, ...) FIELD(S, m, NUMBER, __VA_ARGS__)
#define CITES            .vocabulary = "sources", NEED_ALWAYS, .help = "sources"
#define SOURCES(S)       FIELD(S, sources, NAMES, CITES)
#define EVIDENCE(S)                                                                                \
    FIELD(S, sources, NAMES, .vocabulary = "sources", .flags = FIELD_ALWAYS, .help = "sources"),   \
        FIELD(S, status, CHOICE, .words = words_status, .help = "where it comes from"),            \
        FIELD(S, grade, CHOICE, .words = words_grade, .help = "how strong the evidence is")
#define LIST(S, m, noun_, ...) FIELD(S, m, LIST, .noun = &noun_, NEED_ALWAYS, __VA_ARGS__)
#define NOUN_OF(name_, help_, S, rows)                                                             \
    { name_, help_, sizeof(struct S), rows, false }

static const char *const session_words[] = {"given", "planned", "cancelled", NULL};
static const char *const day_words[]     = {"preparation", "test_spot", "session",     "photo",
                                            "check_in",    "review",    "maintenance", NULL};
static const char *const blocked_words[] = {
    "lead",  "deferral", "finding", "test_spot",    "healing", "interval", "split",
    "event", "away",     "closed",  "opening_days", "latest",  NULL};

static const struct field layer_fields[] = {
    TEXT(plan_layer, layer, NEED,
         .help = "epidermis, papillary_dermis, reticular_dermis, "
                 "below_dermis"),
    Q(plan_layer, share, NEED, .help = "share of punctures that end in it"),
    {0}};
const struct noun plan_layer_noun = NOUN_OF("depth_layer", "a layer", plan_layer, layer_fields);

static const struct field skin_fields[] = {
    TEXT(plan_skin, layer, NEED, .help = "as in depth_layers"),
    Q(plan_skin, from, NEED, .help = "depth of its upper end"),
    Q(plan_skin, thickness, .help = "how thick it is; absent: what lies below the dermis"),
    {0}};
static const struct noun skin_noun =
    NOUN_OF("skin_layer", "a layer to scale", plan_skin, skin_fields);

static const struct field zone_fields[] = {
    FIELD(plan_zone, zone, NAME, .vocabulary = "zones", NEED, .help = "where"),
    TEXT(plan_zone, device, NEED, .help = "with what"),
    FIELD(plan_zone, indication, NAME, .vocabulary = "indications", .help = "for what"),
    Q(plan_zone, depth, NEED, .help = "the setting"),
    Q(plan_zone, achieved, .help = "depth of the open channel"),
    Q(plan_zone, density, NEED, .help = "punctures, all passes"),
    Q(plan_zone, coverage, .help = "share of the surface hit"),
    COUNT(plan_zone, passes, NEED, .help = "passes"),
    COUNT(plan_zone, needles, .help = "needles of the device"),
    TEXT(plan_zone, cartridge, .help = "needle set, where the device takes several"),
    Q(plan_zone, speed, Q_OR_NULL, .help = "glide; null: nobody says how fast it is used"),
    Q(plan_zone, rate, .help = "strokes"),
    LIST(plan_zone, depth_layers, plan_layer_noun, .help = "where punctures end"),
    FIELD(plan_zone, skin, LIST, .noun = &skin_noun, .flags = FIELD_ALWAYS,
          .help = "the layers of the skin, from the surface down"),
    CURVE(plan_zone, open, .help = "share of the opening that is left, by hours"),
    CURVE(plan_zone, depth_spread,
          .help = "share of punctures by depth; x is the middle of bins of equal width"),
    Q(plan_zone, beyond_dermis, .help = "share of people in whom the deepest pass the dermis"),
    Q(plan_zone, closure, .help = "hours until channels are closed"),
    FIELD(plan_zone, excludes, TEXTS, .help = "left out"),
    FIELD(plan_zone, remarks, TEXTS, .help = "what to know about it"),
    {0}};
static const struct noun zone_noun = NOUN_OF("plan_zone", "a zone", plan_zone, zone_fields);

static const struct field ceiling_fields[] = {
    TEXT(plan_ceiling, rule, NEED, .help = "row of the evidence"),
    FIELD(plan_ceiling, mass, QUANTITY, .unit = "g", .help = "most of it"),
    FIELD(plan_ceiling, area, QUANTITY, .unit = "cm2", .help = "largest area"),
    SOURCES(plan_ceiling),
    FIELD(plan_ceiling, status, CHOICE, .words = words_status, NEED, .help = "seen or not"),
    {0}};
static const struct noun ceiling_noun =
    NOUN_OF("plan_ceiling", "a ceiling", plan_ceiling, ceiling_fields);

static const struct field active_fields[] = {
    TEXT(plan_active, substance, NEED, .help = "active substance"),
    Q(plan_active, amount, NEED, .help = "how much of it is put on"),
    {0}};
static const struct noun active_noun =
    NOUN_OF("plan_active", "an active substance", plan_active, active_fields);

static const struct field numbing_fields[] = {
    TEXT(plan_numbing, agent, NEED, .help = "product"),
    Q(plan_numbing, amount, NEED, .help = "how much"),
    Q(plan_numbing, area, NEED, .help = "area"),
    Q(plan_numbing, minutes, NEED, .help = "contact time"),
    LIST(plan_numbing, ceilings, ceiling_noun, .help = "ceilings of its label"),
    COUNT(plan_numbing, parts, .help = "visits the area has to be split into"),
    Q(plan_numbing, share, .help = "share of the most its label allows"),
    FIELD(plan_numbing, active, LIST, .noun = &active_noun, .flags = FIELD_ALWAYS,
          .help = "what is active in it"),
    TEXT(plan_numbing, remark, .help = "what to know"),
    {0}};
static const struct noun numbing_noun =
    NOUN_OF("numbing", "the numbing cream", plan_numbing, numbing_fields);

static const struct field dispute_fields[] = {
    TEXT(plan_dispute, id, NEED, .help = "id"),
    FIELD(plan_dispute, about, TEXTS, .help = "topics it bears on"),
    TEXT(plan_dispute, text, NEED, .help = "who says what"),
    SOURCES(plan_dispute),
    {0}};
const struct noun plan_dispute_noun =
    NOUN_OF("disagreement", "sources that disagree", plan_dispute, dispute_fields);

static const struct field series_fields[] = {
    COUNT(plan_series, chosen, NEED, .help = "sittings of this plan"),
    Q(plan_series, count, NEED, .help = "sittings in studies and advice"),
    Q(plan_series, interval, NEED, .help = "days between sittings"),
    LIST(plan_series, disagreement, plan_dispute_noun, .help = "who disagrees"),
    {0}};
static const struct noun series_noun = NOUN_OF("series", "the series", plan_series, series_fields);

static const struct field step_fields[] = {
    TEXT(plan_step, id, NEED, .help = "step"),
    Q(plan_step, minutes, NEED, .help = "how long"),
    Q(plan_step, device_minutes, .help = "needling: what the device could do"),
    Q(plan_step, pace_minutes, .help = "needling: at our pace; the longer is planned"),
    Q(plan_step, published_minutes, .help = "how long others say it takes"),
    TEXT(plan_step, what, .help = "what is done in it"),
    {0}};
static const struct noun step_noun = NOUN_OF("plan_step", "a step", plan_step, step_fields);

static const struct field session_fields[] = {
    COUNT(plan_session, number, NEED, .help = "which of the course"),
    COUNT(plan_session, part, .help = "which visit of it, where the cream splits it"),
    FIELD(plan_session, date, DATE, NEED, .help = "the day"),
    FIELD(plan_session, status, CHOICE, .words = session_words, NEED, .help = "given or planned"),
    FIELD(plan_session, zones, NAMES, .vocabulary = "zones", .help = "what is treated"),
    LIST(plan_session, steps, step_noun, .help = "step by step"),
    {0}};
static const struct noun session_noun =
    NOUN_OF("plan_session", "a sitting", plan_session, session_fields);

static const struct field day_fields[] = {
    FIELD(plan_day, date, DATE, NEED, .help = "the day"),
    FIELD(plan_day, kind, CHOICE, .words = day_words, NEED, .help = "what kind of entry"),
    TEXT(plan_day, text, NEED, .help = "for a person"),
    FIELD(plan_day, clinic, BOOL, .help = "for the clinic to do, and not for the person"),
    {0}};
static const struct noun day_noun = NOUN_OF("calendar_entry", "an entry", plan_day, day_fields);

static const struct field blocked_fields[] = {
    TEXT(plan_blocked, id, NEED, .help = "finding, number, or key of the file it comes from"),
    FIELD(plan_blocked, kind, CHOICE, .words = blocked_words, NEED, .help = "what kind of reason"),
    FIELD(plan_blocked, from, DATE, NEED, .help = "the first day"),
    FIELD(plan_blocked, to, DATE, NEED_ALWAYS, .help = "the last day; null: it has no end"),
    FIELD(plan_blocked, weekdays, NAMES, .vocabulary = "weekdays",
          .help = "these days of the week alone"),
    FIELD(plan_blocked, zones, NAMES, .vocabulary = "zones", .help = "sittings of these alone"),
    FIELD(plan_blocked, look_again, DATE, .help = "the day to look at it again"),
    FIELD_AS(plan_blocked, is_private, "private", BOOL, .help = "never shown to the person"),
    TEXT(plan_blocked, because, NEED, .help = "why"),
    EVIDENCE(plan_blocked),
    {0}};
static const struct noun blocked_noun =
    NOUN_OF("blocked", "days on which no sitting may be", plan_blocked, blocked_fields);

static const struct field course_day_fields[] = {
    COUNT(plan_course_day, day, NEED, .help = "days after the sitting; 0 = its own day"),
    FIELD(plan_course_day, date, DATE, .help = "the day"),
    Q(plan_course_day, redness, .help = "share of people still red"),
    Q(plan_course_day, sensitivity, .help = "share of people whose skin is still tender"),
    Q(plan_course_day, barrier, .help = "share of the barrier that is closed again"),
    TEXT(plan_course_day, make_up, .help = "make-up: no, better_not, yes"),
    {0}};
static const struct noun course_day_noun =
    NOUN_OF("course_day", "a day of recovery", plan_course_day, course_day_fields);

#define IMPROVEMENT(m) improvement.m

static const struct field month_fields[] = {
    QUANTITY_ROWS(plan_month, IMPROVEMENT),
    COUNT(plan_month, month, NEED, .help = "months after the last sitting"),
    FIELD(plan_month, date, DATE, .help = "the day"),
    FIELD(plan_month, zone, NAME, .vocabulary = "zones", .help = "where"),
    FIELD(plan_month, indication, NAME, .vocabulary = "indications", .help = "for what"),
    {0}};
static const struct noun month_noun =
    NOUN_OF("course_month", "improvement by a month", plan_month, month_fields);

static const struct field course_fields[] = {
    LIST(plan_course, days, course_day_noun, .help = "recovery by day"),
    LIST(plan_course, months, month_noun, .help = "improvement by month"),
    Q(plan_course, downtime, .help = "days of visible redness of one person"),
    {0}};
static const struct noun course_noun =
    NOUN_OF("course", "what follows", plan_course, course_fields);

static const struct field phase_fields[] = {
    TEXT(plan_phase, id, NEED, .help = "phase"),
    COUNT(plan_phase, session, .help = "after which sitting"),
    COUNT(plan_phase, part, .help = "and which visit of it"),
    FIELD(plan_phase, from, DATE, NEED, .help = "from"),
    FIELD(plan_phase, to, DATE, NEED, .help = "to"),
    Q(plan_phase, starts, .help = "days after the sitting"),
    Q(plan_phase, ends, .help = "days after the sitting"),
    {0}};
static const struct noun phase_noun = NOUN_OF("phase", "a phase", plan_phase, phase_fields);

static const struct field activity_fields[] = {
    TEXT(plan_activity, state, NEED, .help = "phase"),
    CURVE(plan_activity, curve, NEED, .help = "by days after the sitting; 1 is the most of it"),
    {0}};
static const struct noun activity_noun =
    NOUN_OF("activity", "how much goes on in a phase", plan_activity, activity_fields);

static const struct field healing_fields[] = {
    LIST(plan_healing, phases, phase_noun, .help = "phases of healing"),
    FIELD(plan_healing, curves, LIST, .noun = &activity_noun, .flags = FIELD_ALWAYS,
          .help = "how much goes on in each phase after the next sitting"),
    TEXT(plan_healing, model, .help = "how they were reckoned"),
    Q(plan_healing, dose, .help = "relative dose of one sitting"),
    {0}};
static const struct noun healing_noun = NOUN_OF("healing", "healing", plan_healing, healing_fields);

static const struct field uptake_fields[] = {
    TEXT(plan_uptake, agent, NEED, .help = "what is put on"),
    FIELD(plan_uptake, zone, NAME, .vocabulary = "zones", .help = "where"),
    TEXT(plan_uptake, when, NEED, .help = "before needling, or after"),
    Q(plan_uptake, taken_up, Q_OR_NULL, .help = "amount taken up; null: cannot be reckoned"),
    Q(plan_uptake, intact, .help = "amount whole skin takes up in the same time"),
    Q(plan_uptake, enhancement,
      .help =
          "amount with channels over that of whole skin; before needling: what they would make"),
    Q(plan_uptake, numbed, .help = "depth at which a needle was bearable in a trial"),
    COUNT(plan_uptake, delay, .help = "days from needling until it goes on"),
    TEXT(plan_uptake, because, .help = "what to know about it"),
    {0}};
static const struct noun uptake_noun =
    NOUN_OF("uptake", "uptake of an agent", plan_uptake, uptake_fields);

static const struct field risk_fields[] = {
    TEXT(plan_risk, id, NEED, .help = "which risk"),
    Q(plan_risk, rate, Q_OR_NULL, .help = "share of people; null: no figure was found"),
    TEXT(plan_risk, because, .help = "why, or why not"),
    EVIDENCE(plan_risk),
    {0}};
static const struct noun risk_noun = NOUN_OF("risk", "a risk", plan_risk, risk_fields);

static const struct field advice_fields[] = {
    TEXT(plan_advice, id, NEED, .help = "id"),
    FIELD_AS(plan_advice, is_do, "do", BOOL, NEED_ALWAYS, .help = "do it, or do not"),
    FIELD(plan_advice, from, DATE, NEED, .help = "from"),
    FIELD(plan_advice, to, DATE, NEED, .help = "to"),
    FIELD(plan_advice, always, BOOL, .flags = FIELD_ALWAYS,
          .help = "has no end; to: the calendar's last day"),
    TEXT(plan_advice, text, NEED, .help = "for the person"),
    SOURCES(plan_advice),
    Q(plan_advice, lasts, .help = "hours from the sitting; absent: it has no end"),
    Q(plan_advice, minimum, .help = "hours the sources ask for; it never ends sooner"),
    Q(plan_advice, closes, .help = "hours until channels are closed, which it waits for"),
    TEXT(plan_advice, because, .help = "why so long"),
    FIELD(plan_advice, disagreement, LIST, .noun = &plan_dispute_noun, .flags = FIELD_ALWAYS,
          .help = "who disagrees"),
    FIELD(plan_advice, status, CHOICE, .words = words_status, .help = "where it comes from"),
    FIELD(plan_advice, grade, CHOICE, .words = words_grade, .help = "how strong the evidence is"),
    {0}};
static const struct noun advice_noun =
    NOUN_OF("aftercare", "a line of aftercare", plan_advice, advice_fields);

static const struct field spacing_fields[] = {
    TEXT(plan_spacing, id, NEED, .help = "id"),
    FIELD(plan_spacing, procedures, NAMES, .vocabulary = "procedures", .help = "what it is about"),
    Q(plan_spacing, before, Q_OR_NULL, .help = "days from it to a sitting; null: no figure"),
    Q(plan_spacing, after, Q_OR_NULL, .help = "days from a sitting to it; null: no figure"),
    FIELD(plan_spacing, from, DATE, .help = "the first day it may be"),
    FIELD(plan_spacing, to, DATE, .help = "the last day before the sitting that follows"),
    TEXT(plan_spacing, text, NEED, .help = "for a person"),
    TEXT(plan_spacing, because, .help = "why"),
    FIELD(plan_spacing, disagreement, LIST, .noun = &plan_dispute_noun, .flags = FIELD_ALWAYS,
          .help = "who disagrees"),
    EVIDENCE(plan_spacing),
    {0}};
static const struct noun spacing_noun =
    NOUN_OF("spacing", "another treatment of the same skin", plan_spacing, spacing_fields);

static const struct field meanwhile_fields[] = {
    TEXT(plan_advice, id, NEED, .help = "id"),
    FIELD_AS(plan_advice, is_do, "do", BOOL, NEED_ALWAYS, .help = "do it, or do not"),
    TEXT(plan_advice, text, NEED, .help = "for the person"),
    SOURCES(plan_advice),
    {0}};
static const struct noun meanwhile_noun =
    NOUN_OF("meanwhile", "what to do while nothing is planned", plan_advice, meanwhile_fields);

static const struct field watch_fields[] = {
    TEXT(plan_watch, id, NEED, .help = "row of the evidence"),
    FIELD(plan_watch, level, NAME, .vocabulary = "levels", NEED, .help = "how soon"),
    TEXT(plan_watch, text, NEED, .help = "for the person"),
    TEXT(plan_watch, call, .help = "whom to call"),
    {0}};
static const struct noun watch_noun = NOUN_OF("watch", "when to call", plan_watch, watch_fields);

static const struct field price_fields[] = {
    Q(plan_price, session, Q_OR_NULL, .help = "one sitting"),
    Q(plan_price, total, Q_OR_NULL, .help = "the whole course"),
    Q(plan_price, to_come, .flags = FIELD_ALWAYS,
      .help = "the sittings still to come; null: none is planned"),
    {0}};
static const struct noun price_noun = NOUN_OF("price", "what it costs", plan_price, price_fields);

static const struct field alternative_fields[] = {
    TEXT(plan_alternative, id, NEED, .help = "which"),
    TEXT(plan_alternative, label, .help = "what it is called"),
    FIELD(plan_alternative, allowed, BOOL, NEED_ALWAYS, .help = "not closed by screening"),
    FIELD(plan_alternative, screened, BOOL, .flags = FIELD_ALWAYS, .help = "by rules of its own"),
    Q(plan_alternative, effect, Q_OR_NULL, .help = "effect"),
    Q(plan_alternative, downtime, Q_OR_NULL, .help = "downtime"),
    Q(plan_alternative, total, Q_OR_NULL, .help = "price of the course"),
    TEXT(plan_alternative, because, NEED, .help = "why"),
    EVIDENCE(plan_alternative),
    {0}};
static const struct noun alternative_noun =
    NOUN_OF("alternative", "another way", plan_alternative, alternative_fields);

static const struct field clash_fields[] = {
    TEXT(plan_clash, one, NEED, .help = "a wish"),
    TEXT(plan_clash, other, NEED, .help = "what it cannot be met with"),
    TEXT(plan_clash, text, NEED, .help = "why, with its dates and what fits"),
    TEXT(plan_clash, way_out, NEED, .help = "what would help"),
    {0}};
static const struct noun clash_noun =
    NOUN_OF("clash", "two wishes that cannot both be met", plan_clash, clash_fields);

static const struct field seen_fields[] = {
    FIELD(plan_seen, date, DATE, NEED, .help = "the day"),
    FIELD(plan_seen, zone, NAME, .vocabulary = "zones", .help = "where"),
    FIELD(plan_seen, scale, NAME, .vocabulary = "scales", .help = "on which scale"),
    COUNT(plan_seen, value, NEED, .help = "what was seen"),
    COUNT(plan_seen, start, .help = "what it was before the first sitting"),
    COUNT(plan_seen, month, .help = "months after the last sitting given"),
    TEXT(plan_seen, text, NEED, .help = "for a person"),
    {0}};
static const struct noun seen_noun = NOUN_OF("seen", "what was seen", plan_seen, seen_fields);

static const struct field remark_fields[] = {
    TEXT(plan_remark, id, NEED, .help = "id"),
    TEXT(plan_remark, text, NEED, .help = "for a person"),
    FIELD(plan_remark, sources, NAMES, .vocabulary = "sources", .help = "of what it says"),
    {0}};
static const struct noun remark_noun = NOUN_OF("remark", "a remark", plan_remark, remark_fields);

static const struct field choice_fields[] = {
    TEXT(plan_choice, code, NEED, .help = "what a patient file says"),
    TEXT(plan_choice, label, NEED, .help = "for a person"),
    COUNT(plan_choice, value, .help = "of a needle length"),
    {0}};
static const struct noun choice_noun = NOUN_OF("choice", "a choice", plan_choice, choice_fields);

static const struct field control_fields[] = {
    TEXT(plan_control, id, NEED,
         .help = "depth, passes, speed, cartridge, interval, sessions or "
                 "cover_after"),
    FIELD(plan_control, zone, NAME, .vocabulary = "zones", .help = "where; absent: the whole plan"),
    TEXT(plan_control, name, NEED, .help = "for a person"),
    TEXT(plan_control, field, NEED, .help = "where it stands in a patient file"),
    TEXT(plan_control, unit, .help = "of its numbers"),
    COUNT(plan_control, value, .help = "what this plan uses"),
    COUNT(plan_control, advised, .help = "what it would use if no setting were asked for"),
    COUNT(plan_control, asked, .help = "what the file asks for"),
    COUNT(plan_control, low, .help = "the least that can be set"),
    COUNT(plan_control, high, .help = "the most that can be set"),
    COUNT(plan_control, step, .help = "in steps of"),
    COUNT(plan_control, advised_low, .help = "lower end of the advised range"),
    COUNT(plan_control, advised_high, .help = "upper end of the advised range"),
    COUNT(plan_control, label, .help = "deepest on the label; beyond it is off label"),
    COUNT(plan_control, reach, .help = "deepest the device can go"),
    TEXT(plan_control, code, .help = "the choice this plan uses"),
    TEXT(plan_control, advised_code, .help = "the choice if no setting were asked for"),
    TEXT(plan_control, asked_code, .help = "the choice the file asks for"),
    FIELD(plan_control, choices, LIST, .noun = &choice_noun, .help = "all there are"),
    FIELD(plan_control, is_set, BOOL, NEED_ALWAYS, .help = "the file asks for it"),
    TEXT(plan_control, because, NEED, .help = "why the value"),
    TEXT(plan_control, remark, NEED, .help = "what is known of its effect"),
    EVIDENCE(plan_control),
    {0}};
static const struct noun control_noun =
    NOUN_OF("control", "what may be set, and within what", plan_control, control_fields);

static const struct field plan_fields[] = {
    REPLY_ROWS(plan),
    TEXT(plan, hash, NEED, .help = "BLAKE2b-256 of this plan without its hash"),
    FIELD(plan, verdict, CHOICE, .words = words_class, NEED, .help = "of the screening"),
    FIELD(plan, screening, NOUN, .noun = &screening_part_noun, NEED, .help = "the screening"),
    LIST(plan, zones, zone_noun, .help = "zone by zone"),
    FIELD(plan, numbing, NOUN, .noun = &numbing_noun, NEED_ALWAYS, .help = "null: no cream"),
    FIELD(plan, series, NOUN, .noun = &series_noun, NEED_ALWAYS, .help = "null: no course"),
    LIST(plan, sessions, session_noun, .help = "sittings"),
    LIST(plan, calendar, day_noun, .help = "what is when"),
    FIELD(plan, course, NOUN, .noun = &course_noun, NEED, .help = "what follows"),
    FIELD(plan, healing, NOUN, .noun = &healing_noun, NEED, .help = "healing"),
    FIELD(plan, seen, LIST, .noun = &seen_noun, .flags = FIELD_ALWAYS,
          .help = "what was measured of the result"),
    FIELD(plan, uptake, LIST, .noun = &uptake_noun, .flags = FIELD_ALWAYS,
          .help = "what the skin takes up"),
    LIST(plan, risks, risk_noun, .help = "risks"),
    LIST(plan, aftercare, advice_noun, .help = "aftercare of the next sitting"),
    FIELD(plan, spacing, LIST, .noun = &spacing_noun, .flags = FIELD_ALWAYS,
          .help = "other treatments of the same skin"),
    FIELD(plan, blocked, LIST, .noun = &blocked_noun, .flags = FIELD_ALWAYS,
          .help = "days on which no sitting may be"),
    FIELD(plan, meanwhile, LIST, .noun = &meanwhile_noun, .flags = FIELD_ALWAYS,
          .help = "what to do while no sitting is planned"),
    LIST(plan, watch, watch_noun, .help = "when to call"),
    FIELD(plan, price, NOUN, .noun = &price_noun, NEED, .help = "what it costs"),
    LIST(plan, alternatives, alternative_noun, .help = "other ways"),
    FIELD(plan, conflicts, PAIRS, NEED_ALWAYS, .help = "wishes that cannot both be met"),
    FIELD(plan, clashes, LIST, .noun = &clash_noun, .flags = FIELD_ALWAYS,
          .help = "the conflicts in words"),
    FIELD(plan, disagreement, LIST, .noun = &plan_dispute_noun, .flags = FIELD_ALWAYS,
          .help = "who disagrees on depth, result and use"),
    FIELD(plan, remarks, LIST, .noun = &remark_noun, .flags = FIELD_ALWAYS,
          .help = "what to know about this plan"),
    FIELD(plan, controls, LIST, .noun = &control_noun, .flags = FIELD_ALWAYS,
          .help = "what may be set; empty: nothing is planned"),
    FIELD(plan, pareto, PAIRS, NEED_ALWAYS, .help = "plans none of which is better in all"),
    FIELD(plan, sources, MAP, .noun = &screening_cited_noun, NEED_ALWAYS, .help = "sources"),
    {0}};
const struct noun plan_noun = {"plan", "a dated course of treatment", sizeof(struct plan),
                               plan_fields, true};
