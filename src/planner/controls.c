// SPDX-License-Identifier: Apache-2.0
#include "planner/controls.h"

#include "base/units.h"
#include "planner/quote.h"
#include "planner/settings_cartridge.h"

#include <math.h>

#define CONTROLS_STEP_MM   0.05   // of a device that can be set without steps
#define CONTROLS_STEP_CM_S 0.1
#define CONTROLS_EPSILON   1e-9

// ---- what all have ----

static struct plan_control begin(const struct planning *planning, const char *id, const char *zone,
                                 const char *field, const char *unit) {
    const char *name = arena_format(planning->arena, "control.%s", id);
    return (struct plan_control){.id      = id,
                                 .zone    = zone,
                                 .name    = load_saying(planning->view->knowledge, name),
                                 .field   = field,
                                 .unit    = unit,
                                 .sources = {NULL, 0, true},
                                 .status  = STATUS_DEFAULT,
                                 .grade   = GRADE_D};
}

static struct plan_control begin_zone(const struct planning *planning, const char *id,
                                      const struct planning_zone *zone, const char *unit) {
    const char *code  = zone->place->zone;
    const char *field = arena_format(planning->arena, "/settings/zones[zone=%s]/%s", code, id);
    return begin(planning, id, code, field, unit);
}

static void rest_on(const struct planning *planning, struct plan_control *control,
                    const struct names *sources, int status, int grade) {
    for (int i = 0; i < sources->n; i++)
        view_add(&control->sources, sources->items[i], planning->arena);
    control->status = status ? status : STATUS_DEFAULT;
    control->grade  = grade ? grade : GRADE_D;
}

static void rest_on_quantity(const struct planning *planning, struct plan_control *control,
                             const struct quantity *quantity) {
    if (quantity) rest_on(planning, control, &quantity->sources, quantity->status, quantity->grade);
}

// The ends of what a patient file can ask for.
static void bound_by_table(struct plan_control *control, const struct noun *noun) {
    const struct field *field = field_find(noun, control->id);
    control->low              = quote_amount(field->min);
    control->high             = quote_amount(field->max);
}

static void advise_within(struct plan_control *control, const struct quantity *range) {
    if (!range || !range->low.is_known) return;
    control->advised_low  = range->low;
    control->advised_high = range->high;
}

// What is known of the effect: of this use, or of any.
static void say_effect(const struct planning *planning, const char *indication,
                       struct plan_control *control) {
    const struct knowledge *knowledge = planning->view->knowledge;
    const char        *own = arena_format(planning->arena, "effect_%s_%s", control->id, indication);
    const char        *any = arena_format(planning->arena, "effect_%s", control->id);
    const struct note *note = indication ? load_note(knowledge, own) : NULL;
    if (!note) note = load_note(knowledge, any);
    if (!note) return;
    control->remark = load_words(&note->text);
    for (int i = 0; i < note->sources.n; i++)
        view_add(&control->sources, note->sources.items[i], planning->arena);
}

// Values that are in use stay inside the bounds, and some source stands by each row.
static void add(struct planning *planning, const char *indication, struct plan_control *control) {
    const struct amount used[] = {control->value, control->advised};
    for (int i = 0; i < 2 && control->low.is_known; i++) {
        if (!used[i].is_known) continue;
        control->low.value  = fmin(control->low.value, used[i].value);
        control->high.value = fmax(control->high.value, used[i].value);
    }
    if (!control->sources.n) view_add(&control->sources, "default", planning->arena);
    if (!control->because || !*control->because)
        control->because = load_saying(planning->view->knowledge, "control.advised");
    say_effect(planning, indication, control);
    limits_add(&planning->plan->controls, control, sizeof *control, planning->arena);
}

static const char *asked_said(const struct planning *planning, const char *asked,
                              const char *advised) {
    const char *const pairs[] = {"asked", asked, "advised", advised, NULL};
    return planning_said(planning, "control.asked", pairs);
}

static const char *numbers_said(const struct planning *planning, double asked, double advised) {
    return asked_said(planning, quote_number(asked, planning->arena),
                      quote_number(advised, planning->arena));
}

// ---- zone by zone ----

static void add_lengths(const struct planning *planning, const struct planning_zone *zone,
                        struct plan_control *control) {
    const struct names *lengths = &zone->device.lengths;
    double              length;
    for (int i = 0; i < lengths->n; i++) {
        struct plan_choice choice = {lengths->items[i], lengths->items[i], {0}};
        if (units_parse(lengths->items[i], "mm", &length) != UNITS_OK) continue;
        choice.value = quote_amount(length);
        if (length <= zone->unasked.depth_mm_max + CONTROLS_EPSILON)
            limits_add(&control->choices, &choice, sizeof choice, planning->arena);
    }
}

static void add_depth(struct planning *planning, const struct planning_zone *zone,
                      const struct plan_zone *out) {
    const struct planning_unasked *unasked = &zone->unasked;
    struct plan_control            control = begin_zone(planning, "depth", zone, "mm");
    struct amount own  = patient_setting(planning->view->patient, zone->place->zone).depth;
    double        step = zone->device.step.is_known ? zone->device.step.value : CONTROLS_STEP_MM;
    if (unasked->depth_mm_max <= unasked->depth_mm_min + CONTROLS_EPSILON) return;   // one length
    control.asked   = own.is_known ? own : planning->view->patient->depth;
    control.is_set  = control.asked.is_known;
    control.value   = out->depth->value;
    control.low     = quote_amount(unasked->depth_mm_min);
    control.high    = quote_amount(unasked->depth_mm_max);
    control.step    = quote_amount(step);
    control.because = out->depth->because;
    if (unasked->depth) control.advised = unasked->depth->value;
    if (unasked->label_mm > 0) control.label = quote_amount(unasked->label_mm);
    if (unasked->reach_mm > 0) control.reach = quote_amount(unasked->reach_mm);
    if (zone->device.lengths.n) control.step = (struct amount){0};
    add_lengths(planning, zone, &control);
    advise_within(&control, unasked->depth);
    rest_on_quantity(planning, &control, out->depth);
    add(planning, zone->place->indication, &control);
}

static void add_passes(struct planning *planning, const struct planning_zone *zone) {
    const struct figure *passes  = zone->device.passes;
    struct plan_control  control = begin_zone(planning, "passes", zone, "1");
    control.asked   = patient_setting(planning->view->patient, zone->place->zone).passes;
    control.is_set  = control.asked.is_known;
    control.value   = quote_amount(zone->passes);
    control.advised = quote_amount(zone->unasked.passes);
    control.step    = quote_amount(1);
    bound_by_table(&control, &patient_zone_setting_noun);
    advise_within(&control, quote_figure(passes, QUANTITY_ADVICE, "1", planning->arena));
    rest_on(planning, &control, &passes->sources, passes->status, passes->grade);
    control.because = load_words(&passes->because);
    if (zone->passes != zone->unasked.passes)
        control.because = numbers_said(planning, zone->passes, zone->unasked.passes);
    add(planning, zone->place->indication, &control);
}

static void add_speed(struct planning *planning, const struct planning_zone *zone,
                      const struct plan_zone *out) {
    struct plan_control control = begin_zone(planning, "speed", zone, "cm/s");
    if (!out->speed || !zone->unasked.speed) return;   // nobody says how fast it is used
    control.asked   = patient_setting(planning->view->patient, zone->place->zone).speed;
    control.is_set  = control.asked.is_known;
    control.value   = out->speed->value;
    control.advised = zone->unasked.speed->value;
    control.step    = quote_amount(CONTROLS_STEP_CM_S);
    control.because = out->speed->because;
    bound_by_table(&control, &patient_zone_setting_noun);
    advise_within(&control, zone->unasked.speed);
    rest_on_quantity(planning, &control, out->speed);
    add(planning, zone->place->indication, &control);
}

static void add_cartridge(struct planning *planning, const struct planning_zone *zone) {
    struct plan_control control = begin_zone(planning, "cartridge", zone, NULL);
    struct list         sets =
        settings_cartridge_all(planning->view->knowledge, zone->place->device, planning->arena);
    const struct cartridge *all = sets.items, *has = zone->cartridge,
                           *unasked = zone->unasked.cartridge;
    if (sets.n < 2) return;   // one needle set
    for (int i = 0; i < sets.n; i++) {
        struct plan_choice choice = {all[i].id, load_words(&all[i].label), {0}};
        limits_add(&control.choices, &choice, sizeof choice, planning->arena);
    }
    control.asked_code   = patient_setting(planning->view->patient, zone->place->zone).cartridge;
    control.is_set       = control.asked_code != NULL;
    control.code         = has ? has->id : NULL;
    control.advised_code = unasked ? unasked->id : NULL;
    if (has) {
        rest_on(planning, &control, &has->sources, has->status, has->grade);
        control.because = load_words(&has->because);
    }
    if (has && unasked && has != unasked)
        control.because =
            asked_said(planning, load_words(&has->label), load_words(&unasked->label));
    add(planning, zone->place->indication, &control);
}

// ---- the whole plan ----

static void add_interval(struct planning *planning) {
    const struct limits_series *series = &planning->limits->series;
    const struct quantity      *used   = planning->plan->series->interval;
    struct plan_control control = begin(planning, "interval", NULL, "/settings/interval", "d");
    control.asked               = planning_asked(planning)->interval;
    control.is_set              = control.asked.is_known;
    bound_by_table(&control, &patient_settings_noun);
    control.low     = quote_amount(series->floor_days > 1 ? series->floor_days : 1);
    control.value   = quote_amount(planning->has.interval_days);
    control.advised = quote_amount(planning->unasked.interval_days);
    control.step    = quote_amount(1);
    if (used) control.because = used->because;
    advise_within(&control, series->interval);
    rest_on_quantity(planning, &control, used);
    rest_on(planning, &control, &series->floor.sources, control.status, control.grade);
    add(planning, series->indication, &control);
}

// Why so many treatments; fewer than studies used where wishes stand against them.
static const char *sessions_because(const struct planning *planning) {
    const struct quantity *count   = planning->limits->series.count;
    struct arena          *arena   = planning->arena;
    const char            *said    = count->because ? count->because : "";
    const char            *wanted  = quote_number(count->value.value, arena);
    const char            *n       = quote_number(planning->has.sessions, arena);
    const char *const      pairs[] = {"because", said, "wanted", wanted, "n", n, NULL};
    if (planning->has.sessions >= count->value.value) return count->because;
    return planning_said(planning, "control.fits", pairs);
}

static void add_sessions(struct planning *planning) {
    const struct limits_series *series = &planning->limits->series;
    int                         given  = planning->limits->dates.given;
    struct plan_control control = begin(planning, "sessions", NULL, "/settings/sessions", "1");
    control.asked               = planning_asked(planning)->sessions;
    control.is_set              = control.asked.is_known;
    bound_by_table(&control, &patient_settings_noun);
    control.low     = quote_amount(given > 1 ? given : 1);
    control.value   = quote_amount(planning->has.sessions);
    control.advised = quote_amount(planning->unasked.sessions);
    control.step    = quote_amount(1);
    control.because = sessions_because(planning);
    if (control.is_set && control.asked.value != planning->unasked.sessions)
        control.because = numbers_said(planning, control.asked.value, planning->unasked.sessions);
    advise_within(&control, series->count);
    rest_on_quantity(planning, &control, series->count);
    add(planning, series->indication, &control);
}

static const char *cover_word(int cover) {
    return words_cover[(cover == COVER_ABSENT ? COVER_NONE : cover) - 1];
}

static const char *cover_said(const struct planning *planning, const char *code) {
    return load_saying(planning->view->knowledge,
                       arena_format(planning->arena, "control.cover.%s", code));
}

static void add_cover(struct planning *planning) {
    int own = planning->view->patient->cover_after, clinic = planning->view->clinic->cover_after;
    struct plan_control control = begin(planning, "cover_after", NULL, "/cover_after", NULL);
    for (int i = 0; words_cover[i]; i++) {
        struct plan_choice choice = {words_cover[i], cover_said(planning, words_cover[i]), {0}};
        limits_add(&control.choices, &choice, sizeof choice, planning->arena);
    }
    control.is_set       = own != COVER_ABSENT;
    control.code         = cover_word(own != COVER_ABSENT ? own : clinic);
    control.advised_code = cover_word(clinic);
    if (control.is_set) control.asked_code = control.code;
    view_add(&control.sources, clinic != COVER_ABSENT ? "clinic" : "default", planning->arena);
    if (control.is_set) view_add(&control.sources, "patient", planning->arena);
    control.because =
        load_saying(planning->view->knowledge,
                    clinic != COVER_ABSENT ? "control.cover.clinic" : "control.cover.nobody");
    if (!text_equal(control.code, control.advised_code))
        control.because = asked_said(planning, cover_said(planning, control.code),
                                     cover_said(planning, control.advised_code));
    add(planning, NULL, &control);
}

// ---- the whole ----

static void add_zones(struct planning *planning) {
    const struct plan_zone *out = planning->plan->zones.items;
    for (int i = 0; i < planning->n_zones; i++) {
        add_depth(planning, &planning->zones[i], &out[i]);
        add_passes(planning, &planning->zones[i]);
        add_speed(planning, &planning->zones[i], &out[i]);
        add_cartridge(planning, &planning->zones[i]);
    }
}

void controls_plan(struct planning *planning) {
    const struct patient_settings *asked      = planning_asked(planning);
    bool                           is_planned = planning->n_dates > 0;
    if (!planning->plan->series || planning->n_zones == 0) return;
    if (is_planned) add_zones(planning);
    if (is_planned || asked->interval.is_known) add_interval(planning);
    if (is_planned || asked->sessions.is_known) add_sessions(planning);
    if (is_planned) add_cover(planning);
}
