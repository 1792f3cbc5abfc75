// SPDX-License-Identifier: Apache-2.0
#include "face/report_settings.h"

#include "face/figure_depth.h"
#include "face/figure_map.h"
#include "face/plain.h"
#include "face/said.h"

#include <assert.h>

enum { COLUMNS = 9 };

// ---- zone by zone ----

static const struct quantity *setting_of(const struct plan_zone *zone, int column) {
    const struct quantity *const all[COLUMNS] = {zone->depth,    zone->achieved,      zone->density,
                                                 zone->coverage, zone->speed,         zone->rate,
                                                 zone->closure,  zone->beyond_dermis, NULL};
    return all[column];
}

static const char *const setting_sayings[COLUMNS] = {
    "page.setting",  "page.achieved", "page.density",
    "page.coverage", "page.speed",    "page.rate",
    "page.closure",  "page.beyond",   NULL};

enum { COLUMN_DEPTH, COLUMN_ACHIEVED, COLUMN_COVERAGE = 3, COLUMN_BEYOND = 7 };

static bool has_setting(const struct report *r, int column) {
    const struct plan_zone *zones = r->plan->zones.items;
    for (int i = 0; i < r->plan->zones.n; i++)
        if (setting_of(&zones[i], column)) return true;
    return false;
}

// A share of the skin is said per cent, a share of people as people.
static void write_setting(struct report *r, int column, const struct quantity *q) {
    if (!q) html_text(&r->html, "-");
    else if (column == COLUMN_COVERAGE) report_share(r, q);
    else if (column == COLUMN_BEYOND) report_people(r, q);
    else report_quantity(r, q);
}

static const char *setting_said(const struct report *r, const struct quantity *q) {
    if (!q) return "";
    if (!text_equal(q->unit, "1")) return plain_shown(q, r->knowledge, r->arena);
    return arena_format(r->arena, "%s %s", plain_hundredths(q, r->arena), plain_band(q, r->arena));
}

static const char *passes_said(const struct report *r, const struct plan_zone *zone) {
    const char *pairs[] = {"device", report_label(r, "devices", zone->device), "passes",
                           arena_format(r->arena, "%g", zone->passes.value), NULL};
    return report_filled(r, "page.passes", pairs);
}

static bool is_same_device(const struct report *r) {
    const struct plan_zone *zones = r->plan->zones.items;
    for (int i = 1; i < r->plan->zones.n; i++)
        if (!text_equal(passes_said(r, &zones[i]), passes_said(r, &zones[0]))) return false;
    return true;
}

// What reads the same in every zone is said once; depth and how deep it goes stand by the zone.
static bool is_said_once(const struct report *r, int column) {
    const struct plan_zone *zones = r->plan->zones.items;
    if (column == COLUMN_DEPTH || column == COLUMN_ACHIEVED || column == COLUMN_BEYOND)
        return false;
    for (int i = 1; i < r->plan->zones.n; i++)
        if (!text_equal(setting_said(r, setting_of(&zones[i], column)),
                        setting_said(r, setting_of(&zones[0], column))))
            return false;
    return true;
}

static void write_zones(struct report *r) {
    const struct plan_zone *zones       = r->plan->zones.items;
    bool                    has_devices = !is_same_device(r);
    struct report_table     table       = {{report_said(r, "page.zone")}, 1, 0};
    if (has_devices) table.heads[table.n++] = report_said(r, "page.device");
    for (int c = 0; setting_sayings[c]; c++)
        if (has_setting(r, c) && !is_said_once(r, c))
            table.heads[table.n++] = report_said(r, setting_sayings[c]);
    report_table(r, &table, report_said(r, "page.settings.caption"), true);
    for (int i = 0; i < r->plan->zones.n; i++) {
        report_row(r, &table, report_label(r, "zones", zones[i].zone));
        if (has_devices) report_cell_text(r, &table, passes_said(r, &zones[i]));
        for (int c = 0; setting_sayings[c]; c++) {
            if (!has_setting(r, c) || is_said_once(r, c)) continue;
            report_cell(r, &table);
            write_setting(r, c, setting_of(&zones[i], c));
            report_cell_end(r);
        }
        report_row_end(r);
    }
    report_table_end(r);
}

static void write_same(struct report *r) {
    const struct plan_zone *zones = r->plan->zones.items;
    const char             *id = r->plan->zones.n > 1 ? "page.settings.same" : "page.settings.one";
    report_p(r, "lead", report_said(r, id));
    html_open(&r->html, "dl", "class", "same", NULL);
    if (is_same_device(r)) {
        html_open(&r->html, "div", NULL);
        html_leaf(&r->html, "dt", report_said(r, "page.device"), NULL);
        html_leaf(&r->html, "dd", passes_said(r, &zones[0]), NULL);
        html_close(&r->html, "div");
    }
    for (int c = 0; setting_sayings[c]; c++) {
        if (!has_setting(r, c) || !is_said_once(r, c)) continue;
        html_open(&r->html, "div", NULL);
        html_leaf(&r->html, "dt", report_said(r, setting_sayings[c]), NULL);
        html_open(&r->html, "dd", NULL);
        write_setting(r, c, setting_of(&zones[0], c));
        html_close(&r->html, "dd");
        html_close(&r->html, "div");
    }
    html_close(&r->html, "dl");
}

static bool is_same_origin(const struct quantity *one, const struct quantity *other) {
    bool is_same = one->kind == other->kind && one->grade == other->grade &&
                   one->status == other->status && text_equal(one->because, other->because) &&
                   one->sources.n == other->sources.n;
    for (int i = 0; is_same && i < one->sources.n; i++)
        is_same = text_equal(one->sources.items[i], other->sources.items[i]);
    return is_same;
}

// Zones that share the origin of a number are named together, or not at all if all do.
static void write_origin(struct report *r, int column, int first) {
    const struct plan_zone *zones = r->plan->zones.items;
    const struct quantity  *q     = setting_of(&zones[first], column);
    struct text             names = text_new(r->arena);
    int                     n     = 0;
    if (!q) return;
    for (int i = 0; i < r->plan->zones.n; i++) {
        const struct quantity *other = setting_of(&zones[i], column);
        if (!other || !is_same_origin(q, other)) continue;
        if (i < first) return;
        text_addf(&names, "%s%s", n++ ? ", " : "", report_label(r, "zones", zones[i].zone));
    }
    html_open(&r->html, "dd", NULL);
    if (n < r->plan->zones.n) html_leaf(&r->html, "b", names.data, NULL);
    if (n < r->plan->zones.n) html_text(&r->html, ": ");
    if (q->because) html_text(&r->html, arena_format(r->arena, "%s ", q->because));
    report_origin(r, q);
    html_close(&r->html, "dd");
}

static void write_origins(struct report *r) {
    const struct plan_zone *zones = r->plan->zones.items;
    html_open(&r->html, "details", "class", "fold origins", NULL);
    html_leaf(&r->html, "summary", report_said(r, "page.origins"), NULL);
    html_open(&r->html, "dl", NULL);
    for (int c = 0; setting_sayings[c]; c++) {
        if (!has_setting(r, c)) continue;
        html_leaf(&r->html, "dt", report_said(r, setting_sayings[c]), NULL);
        for (int i = 0; i < r->plan->zones.n; i++)
            if (setting_of(&zones[i], c)) write_origin(r, c, i);
    }
    html_close(&r->html, "dl");
    html_close(&r->html, "details");
}

static void write_excluded(struct report *r) {
    const struct plan_zone *zones = r->plan->zones.items;
    for (int i = 0; i < r->plan->zones.n; i++) {
        const char *what    = said_excluded(r->knowledge, &zones[i].excludes, r->arena);
        const char *pairs[] = {"zone", report_label(r, "zones", zones[i].zone), "what", what, NULL};
        if (zones[i].excludes.n) report_p(r, "warn", report_filled(r, "page.excludes", pairs));
    }
}

// ---- cream, series, steps ----

static void write_quantity(struct report *r, const char *label, const struct quantity *q) {
    if (!q) return;
    html_leaf(&r->html, "dt", label, NULL);
    html_open(&r->html, "dd", NULL);
    report_quantity(r, q);
    html_text(&r->html, " ");
    report_evidence(r, &q->sources, q->grade, q->status);
    report_because(r, q);
    html_close(&r->html, "dd");
}

static void write_share(struct report *r, const struct plan_numbing *numbing) {
    const struct quantity *share = numbing->share;
    if (!share) return;
    html_leaf(&r->html, "dt", report_said(r, "report.numbing_share"), NULL);
    html_open(&r->html, "dd", NULL);
    report_hundredths(r, share);
    html_text(&r->html, " ");
    report_evidence(r, &share->sources, share->grade, share->status);
    html_close(&r->html, "dd");
}

static void write_active(struct report *r, const struct plan_numbing *numbing) {
    const struct plan_active *active = numbing->active.items;
    for (int i = 0; i < numbing->active.n; i++)
        write_quantity(r, said_content(r->knowledge, numbing->agent, active[i].substance, r->arena),
                       active[i].amount);
}

static void write_numbing(struct report *r) {
    const struct plan_numbing *numbing  = r->plan->numbing;
    const struct plan_ceiling *ceilings = numbing->ceilings.items;
    html_leaf(&r->html, "h3", report_said(r, "heading.numbing"), NULL);
    report_p(r, NULL, report_label(r, "agents", numbing->agent));
    html_open(&r->html, "dl", NULL);
    write_quantity(r, report_said(r, "page.numbing.amount"), numbing->amount);
    write_quantity(r, report_said(r, "page.numbing.area"), numbing->area);
    write_quantity(r, report_said(r, "page.numbing.minutes"), numbing->minutes);
    for (int i = 0; i < numbing->ceilings.n; i++) {
        const char *pairs[] = {"mass", arena_format(r->arena, "%g g", ceilings[i].mass.value),
                               "area", arena_format(r->arena, "%g cm2", ceilings[i].area.value),
                               NULL};
        html_leaf(&r->html, "dt", report_said(r, "page.numbing.ceiling"), NULL);
        html_open(&r->html, "dd", NULL);
        html_leaf(&r->html, "b", report_filled(r, "numbing.ceiling", pairs), NULL);
        html_text(&r->html, " ");
        report_mark(r, QUANTITY_ADVICE);
        html_text(&r->html, " ");
        report_evidence(r, &ceilings[i].sources, 0, ceilings[i].status);
        html_close(&r->html, "dd");
    }
    write_share(r, numbing);
    write_active(r, numbing);
    html_close(&r->html, "dl");
    if (numbing->remark) report_p(r, "warn", numbing->remark);
}

static void write_series(struct report *r) {
    const struct plan_series *series = r->plan->series;
    const char *const pairs[] = {"n", arena_format(r->arena, "%g", series->chosen.value), NULL};
    html_leaf(&r->html, "h3", report_said(r, "report.series"), NULL);
    report_p(r, NULL, report_filled(r, "page.series.chosen", pairs));
    html_open(&r->html, "dl", NULL);
    write_quantity(r, report_said(r, "page.series.count"), series->count);
    write_quantity(r, report_said(r, "page.series.interval"), series->interval);
    html_close(&r->html, "dl");
}

// How long others say it takes, on a line of its own.
static void write_published(struct report *r, const struct quantity *published) {
    if (!published) return;
    html_open(&r->html, "p", NULL);
    html_text(&r->html, arena_format(r->arena, "%s ", report_said(r, "report.step_published")));
    report_quantity(r, published);
    html_text(&r->html, " ");
    report_evidence(r, &published->sources, published->grade, published->status);
    html_close(&r->html, "p");
}

static void write_steps(struct report *r, const struct plan_session *session) {
    assert(session);
    const struct plan_step *steps = session->steps.items;
    const char             *part  = arena_format(r->arena, "%g", session->part.value);
    const char *const   pairs[]   = {"number", arena_format(r->arena, "%g", session->number.value),
                                     "part", part, NULL};
    const char         *id        = session->part.is_known ? "report.visit_part" : "report.visit";
    struct report_table table     = {.n = 4};
    static const char *const heads[] = {"page.step", "page.what", "page.minutes", "page.origin"};
    for (int i = 0; i < table.n; i++) table.heads[i] = report_said(r, heads[i]);
    if (!session->steps.n) return;
    report_table(r, &table, report_filled(r, id, pairs), true);
    for (int i = 0; i < session->steps.n; i++) {
        const struct quantity *q = steps[i].minutes;
        report_row(r, &table, report_label(r, "steps", steps[i].id));
        report_cell_text(r, &table, steps[i].what ? steps[i].what : "");
        report_cell_quantity(r, &table, q);
        report_cell(r, &table);
        if (q->because) html_text(&r->html, arena_format(r->arena, "%s ", q->because));
        report_evidence(r, &q->sources, q->grade, q->status);
        write_published(r, steps[i].published_minutes);
        report_cell_end(r);
        report_row_end(r);
    }
    report_table_end(r);
}

// ---- in the skin ----

static const char *uptake_when(struct report *r, const struct plan_uptake *u) {
    const char *pairs[] = {"days", arena_format(r->arena, "%g", u->delay.value), NULL};
    if (text_equal(u->when, "before")) return report_said(r, "page.uptake.before");
    if (!u->delay.is_known) return report_said(r, "page.uptake.after");
    return report_filled(r, u->delay.value > 0 ? "report.uptake_later" : "report.uptake_at_once",
                         pairs);
}

// Why, and what a number rests on.
static void uptake_because(struct report *r, const char *because, const struct quantity *q) {
    if (because) html_text(&r->html, arena_format(r->arena, " %s ", because));
    if (q) report_evidence(r, &q->sources, q->grade, q->status);
}

void report_settings_uptake(struct report *r) {
    const struct plan_uptake *uptake = r->plan->uptake.items;
    struct report_table       table  = {
               {report_said(r, "page.uptake.agent"), report_said(r, "page.uptake.when"),
                report_said(r, "page.uptake.taken"), report_said(r, "page.uptake.intact"),
                report_said(r, "page.uptake.ratio"), report_said(r, "page.uptake.know")},
               6,
               0};
    if (!r->plan->uptake.n) return;
    report_section(r, "uptake", report_said(r, "page.uptake"));
    report_fold(r, report_said(r, "page.uptake.fold"));
    report_table(r, &table, report_said(r, "page.uptake.caption"), true);
    for (int i = 0; i < r->plan->uptake.n; i++) {
        const struct plan_uptake *u = &uptake[i];
        report_row(r, &table,
                   arena_format(r->arena, "%s%s%s", report_label(r, "agents", u->agent),
                                u->zone ? ", " : "",
                                u->zone ? report_label(r, "zones", u->zone) : ""));
        report_cell_text(r, &table, uptake_when(r, u));
        report_cell_quantity(r, &table, u->taken_up);
        report_cell_quantity(r, &table, u->intact);
        report_cell_quantity(r, &table, u->enhancement);
        report_cell(r, &table);
        uptake_because(r, u->because, u->taken_up);
        if (u->enhancement) uptake_because(r, u->enhancement->because, u->enhancement);
        if (u->numbed) uptake_because(r, u->numbed->because, u->numbed);
        report_cell_end(r);
        report_row_end(r);
    }
    report_table_end(r);
    report_fold_end(r);
    html_close(&r->html, "section");
}

// The dates of a phase after each sitting that is planned.
static const char *phase_dates(const struct report *r, const char *id) {
    const struct plan_phase *phases = r->plan->healing->phases.items;
    struct text              out    = text_new(r->arena);
    for (int i = 0; i < r->plan->healing->phases.n; i++) {
        const struct plan_phase *phase   = &phases[i];
        const char              *number  = arena_format(r->arena, "%g", phase->session.value);
        const char              *pairs[] = {"number", number, NULL};
        if (!text_equal(phase->id, id)) continue;
        if (out.n) text_add(&out, "; ");
        if (phase->session.is_known)
            text_addf(&out, "%s: ", report_filled(r, "page.phase.of", pairs));
        text_addf(&out, "%s to %s", report_date(r, phase->from.day), report_date(r, phase->to.day));
    }
    return out.data;
}

static bool is_first_of(const struct plan_phase *phases, int at) {
    for (int i = 0; i < at; i++)
        if (text_equal(phases[i].id, phases[at].id)) return false;
    return true;
}

static void write_phase_origin(struct report *r, struct report_table *table,
                               const struct quantity *q) {
    report_cell(r, table);
    if (q) report_evidence(r, &q->sources, q->grade, q->status);
    report_cell_end(r);
}

void report_settings_phases(struct report *r) {
    const struct plan_phase *phases = r->plan->healing->phases.items;
    struct report_table      table  = {{report_said(r, "page.phase")}, 1, 0};
    if (!r->plan->healing->phases.n) return;
    bool has_days = phases[0].starts && phases[0].ends;
    if (has_days) table.heads[table.n++] = report_said(r, "page.phase.starts");
    if (has_days) table.heads[table.n++] = report_said(r, "page.phase.ends");
    table.heads[table.n++] = report_said(r, "page.phase.dates");
    if (has_days) table.heads[table.n++] = report_said(r, "page.origin");
    report_section(r, "healing", report_said(r, "heading.healing"));
    report_fold(r, report_said(r, "page.healing.fold"));
    if (r->plan->healing->model) report_p(r, NULL, r->plan->healing->model);
    report_table(r, &table, report_said(r, "page.phase.caption"), true);
    for (int i = 0; i < r->plan->healing->phases.n; i++) {
        if (!is_first_of(phases, i)) continue;
        report_row(r, &table, report_said(r, arena_format(r->arena, "phase.%s", phases[i].id)));
        if (has_days) report_cell_quantity(r, &table, phases[i].starts);
        if (has_days) report_cell_quantity(r, &table, phases[i].ends);
        report_cell_text(r, &table, report_capital(r, phase_dates(r, phases[i].id)));
        if (has_days) write_phase_origin(r, &table, phases[i].ends);
        report_row_end(r);
    }
    report_table_end(r);
    if (r->plan->healing->dose) {
        html_open(&r->html, "dl", NULL);
        html_leaf(&r->html, "dt", report_said(r, "page.dose"), NULL);
        html_open(&r->html, "dd", NULL);
        report_hundredths(r, r->plan->healing->dose);
        report_because(r, r->plan->healing->dose);
        html_close(&r->html, "dd");
        html_close(&r->html, "dl");
    }
    report_fold_end(r);
    html_close(&r->html, "section");
}

void report_settings(struct report *r) {
    const struct plan_session *next = report_next(r);
    report_section(r, "settings", report_said(r, "page.settings"));
    figure_map(r);
    if (!next) report_p(r, NULL, report_said(r, "report.settings_none"));
    if (next && r->plan->zones.n) {
        write_zones(r);
        write_same(r);
        write_excluded(r);
        write_origins(r);
        html_open(&r->html, "div", "class", "figures", NULL);
        figure_depth(r);
        html_close(&r->html, "div");
    }
    if (next && r->plan->numbing) write_numbing(r);
    if (r->plan->series) write_series(r);
    for (int i = 0; i < report_visits(r); i++) write_steps(r, &next[i]);
    html_close(&r->html, "section");
}
