// SPDX-License-Identifier: Apache-2.0
#include "face/settings_text.h"

#include "face/quantity_text.h"

#include <math.h>

enum { BAR_CELLS = 24, TABLE_COLUMNS = 4 };

#define HALF 0.5   // of a hundredth: rounds to none

static const int table_widths[TABLE_COLUMNS] = {18, 21, 21, 20};

static struct arena *arena_of(struct page *page) { return page->out.arena; }

static const char *zone_label(const struct knowledge *knowledge, const struct plan_zone *zone) {
    return load_label(knowledge, "zones", zone->zone);
}

// ---- the zones that one device is set for ----

struct group {
    const struct plan_zone **zones;   // [n]
    int                      n;
    const struct knowledge  *knowledge;
    struct page             *page;
};

#define QUANTITY_OF(member)                                                                        \
    static const struct quantity *member##_of(const struct plan_zone *zone) { return zone->member; }
QUANTITY_OF(depth)
QUANTITY_OF(achieved)
QUANTITY_OF(beyond_dermis)
QUANTITY_OF(speed)
QUANTITY_OF(rate)
QUANTITY_OF(density)
QUANTITY_OF(closure)

// A text of each zone, each text once: without names if all zones share it. The last line is
// `tail`, beside the only text or below several.
static void write_texts(const struct group *group, const char *label, const char **texts,
                        const char *tail) {
    struct arena *arena    = arena_of(group->page);
    bool          is_first = true, is_one = true;
    for (int i = 1; i < group->n; i++) is_one = is_one && text_equal(texts[i], texts[0]);
    for (int i = 0; i < group->n; i++) {
        struct text names  = text_new(arena);
        bool        is_new = *texts[i];
        for (int k = 0; k < i; k++) is_new = is_new && !text_equal(texts[k], texts[i]);
        for (int k = i; k < group->n; k++)
            if (text_equal(texts[k], texts[i]))
                text_addf(&names, "%s%s", names.n ? ", " : "",
                          zone_label(group->knowledge, group->zones[k]));
        if (!is_new) continue;
        page_pair(group->page, 2, QUANTITY_TEXT_COLUMNS, PAGE_PLAIN, is_first ? label : "",
                  is_one ? arena_format(arena, "%s %s", texts[i], tail)
                         : arena_format(arena, "%s: %s", names.data, texts[i]));
        is_first = false;
    }
    if (*tail && (is_first || !is_one))
        page_pair(group->page, 2, QUANTITY_TEXT_COLUMNS, PAGE_PLAIN, is_first ? label : "", tail);
}

// One number for its origin: the sources of all, if they are of one kind and equally strong.
static const struct quantity *merged(const struct group *group,
                                     const struct quantity *(*of)(const struct plan_zone *zone)) {
    struct quantity *all = ARENA_NEW(arena_of(group->page), struct quantity, 1);
    int              n   = 0;
    for (int i = 0; i < group->n; i++) {
        const struct quantity *one = of(group->zones[i]);
        if (!one || one->kind != of(group->zones[0])->kind ||
            one->grade != of(group->zones[0])->grade || one->status != of(group->zones[0])->status)
            return NULL;
        n += one->sources.n;
    }
    const char **keys = ARENA_NEW(arena_of(group->page), const char *, n + 1);
    *all              = *of(group->zones[0]);
    all->sources      = (struct names){keys, 0, true};
    for (int i = 0; i < group->n; i++) {
        const struct names *own = &of(group->zones[i])->sources;
        for (int k = 0; k < own->n; k++) {
            bool is_new = true;
            for (int j = 0; j < all->sources.n; j++)
                is_new = is_new && !text_equal(keys[j], own->items[k]);
            if (is_new) keys[all->sources.n++] = own->items[k];
        }
    }
    return all;
}

static void write_quantity(const struct group *group, const char *label,
                           const struct quantity *(*of)(const struct plan_zone *zone),
                           bool has_number) {
    struct arena          *arena = arena_of(group->page);
    const char           **texts = ARENA_NEW(arena, const char *, group->n);
    const struct quantity *all   = merged(group, of);
    for (int i = 0; i < group->n; i++) {
        const struct quantity *one = of(group->zones[i]);
        texts[i]                   = "";
        if (!one) continue;
        const char *number  = quantity_text_plain(one, arena);
        const char *because = one->because ? one->because : "";
        texts[i]            = arena_format(arena, "%s%s%s", has_number ? number : "",
                                has_number && *because ? ". " : "", because);
        if (!all)
            texts[i] = arena_format(arena, "%s %s", texts[i], quantity_text_origin(one, arena));
    }
    write_texts(group, label, texts, all ? quantity_text_origin(all, arena) : "");
}

static void write_excluded(const struct group *group) {
    const char **texts = ARENA_NEW(arena_of(group->page), const char *, group->n);
    for (int i = 0; i < group->n; i++)
        texts[i] =
            said_excluded(group->knowledge, &group->zones[i]->excludes, arena_of(group->page));
    write_texts(group, "Left out", texts, "");
}

// ---- table and layers ----

// A number with its range, in hundredths or whole; the head of the column gives the unit.
static const char *cell_said(const struct quantity *quantity, double scale, double step,
                             struct arena *arena) {
    if (!quantity) return "-";
    double value = step * round(scale * quantity->value.value / step);
    double low   = step * round(scale * quantity->low.value / step);
    double high  = step * round(scale * quantity->high.value / step);
    if (quantity->low.value == quantity->high.value) return arena_format(arena, "%g", value);
    return arena_format(arena, "%g (%g to %g)", value, low, high);
}

static void write_table(const struct group *group) {
    static const char *const heads[] = {"", "setting, mm", "channel, mm", "beyond, of 100"};
    struct arena            *arena   = arena_of(group->page);
    page_row(group->page, 2, PAGE_DIM, table_widths, heads, TABLE_COLUMNS);
    for (int i = 0; i < group->n; i++) {
        const struct plan_zone *zone    = group->zones[i];
        const char *const       cells[] = {zone_label(group->knowledge, zone),
                                           cell_said(zone->depth, 1, 0.01, arena),
                                           cell_said(zone->achieved, 1, 0.01, arena),
                                           cell_said(zone->beyond_dermis, 100, 1, arena)};
        page_row(group->page, 2, PAGE_BOLD, table_widths, cells, TABLE_COLUMNS);
    }
}

// A share as a bar of blocks, an eighth at a time; the table twin is the number beside it.
static const char *bar_drawn(double share, struct arena *arena) {
    static const char *const eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    struct text              bar       = text_new(arena);
    int                      n         = (int)lround(share * BAR_CELLS * 8);
    for (int i = 0; i < n / 8; i++) text_add(&bar, "█");
    text_add(&bar, eighths[n % 8]);
    return bar.data;
}

void settings_text_layers(const struct list *list, const struct knowledge *knowledge,
                          struct page *page) {
    static const int         widths[] = {QUANTITY_TEXT_COLUMNS - 2, 20, BAR_CELLS};
    struct arena            *arena    = arena_of(page);
    const struct plan_layer *layers   = list->items;
    for (int i = 0; i < list->n; i++) {
        const struct quantity *share = layers[i].share;
        if (100 * share->high.value < HALF) continue;   // none in anybody
        const char *said = arena_format(arena, "%.0f %% (%.0f to %.0f)", 100 * share->value.value,
                                        100 * share->low.value, 100 * share->high.value);
        const char *const cells[] = {load_label(knowledge, "layers", layers[i].layer), said,
                                     bar_drawn(share->value.value, arena)};
        page_row(page, 4, PAGE_PLAIN, widths, cells, 3);
    }
}

static void write_layers(const struct group *group, const struct plan_zone *zone) {
    struct arena     *arena   = arena_of(group->page);
    const char *const pairs[] = {"zone", zone_label(group->knowledge, zone), NULL};
    if (zone->depth_layers.n)
        page_text(group->page, 2,
                  load_filled(load_saying(group->knowledge, "report.layers"), pairs, arena));
    settings_text_layers(&zone->depth_layers, group->knowledge, group->page);
}

// Of zones with the same setting the first stands for all.
static bool is_new_depth(const struct group *group, int at) {
    for (int i = 0; i < at; i++)
        if (group->zones[i]->depth->value.value == group->zones[at]->depth->value.value)
            return false;
    return true;
}

static void write_group(const struct group *group) {
    struct arena           *arena = arena_of(group->page);
    const struct plan_zone *first = group->zones[0];
    const char *const pairs[] = {"device", load_label(group->knowledge, "devices", first->device),
                                 "passes", arena_format(arena, "%g", first->passes.value), NULL};
    page_heading(group->page,
                 load_filled(load_saying(group->knowledge, "report.settings"), pairs, arena));
    write_table(group);
    write_quantity(group, "Setting", depth_of, false);
    write_quantity(group, "Channel depth", achieved_of, false);
    write_quantity(group, "Beyond the dermis", beyond_dermis_of, false);
    write_quantity(group, "Hand speed", speed_of, true);
    write_quantity(group, "Strokes", rate_of, true);
    write_quantity(group, "Punctures", density_of, true);
    write_quantity(group, "Channels closed", closure_of, true);
    write_excluded(group);
    for (int i = 0; i < group->n; i++)
        if (is_new_depth(group, i)) write_layers(group, group->zones[i]);
}

static bool is_same(const struct plan_zone *one, const struct plan_zone *other) {
    return text_equal(one->device, other->device) && one->passes.value == other->passes.value;
}

void settings_text_zones(const struct plan *plan, const struct knowledge *knowledge,
                         struct page *page) {
    const struct plan_zone *zones = plan->zones.items;
    for (int i = 0; i < plan->zones.n; i++) {
        struct group group = {ARENA_NEW(arena_of(page), const struct plan_zone *, plan->zones.n), 0,
                              knowledge, page};
        bool         is_done = false;
        for (int k = 0; k < i; k++) is_done = is_done || is_same(&zones[k], &zones[i]);
        for (int k = i; k < plan->zones.n; k++)
            if (is_same(&zones[k], &zones[i])) group.zones[group.n++] = &zones[k];
        if (!is_done) write_group(&group);
    }
}

// ---- numbing ----

static void write_share(const struct plan_numbing *numbing, const struct knowledge *knowledge,
                        struct page *page) {
    struct arena          *arena = arena_of(page);
    const struct quantity *share = numbing->share;
    if (!share) return;
    page_pair(
        page, 2, QUANTITY_TEXT_COLUMNS, PAGE_PLAIN, load_saying(knowledge, "report.numbing_share"),
        arena_format(arena, "%.0f (%.0f to %.0f) %s %s", 100 * share->value.value,
                     100 * share->low.value, 100 * share->high.value,
                     load_saying(knowledge, "page.of_100"), quantity_text_origin(share, arena)));
}

static void write_active(const struct plan_numbing *numbing, const struct knowledge *knowledge,
                         struct page *page) {
    const struct plan_active *active = numbing->active.items;
    for (int i = 0; i < numbing->active.n; i++)
        quantity_text_write(
            page, said_content(knowledge, numbing->agent, active[i].substance, arena_of(page)),
            active[i].amount);
}

void settings_text_numbing(const struct plan_numbing *numbing, const struct knowledge *knowledge,
                           struct page *page) {
    struct arena              *arena    = arena_of(page);
    const struct plan_ceiling *ceilings = numbing->ceilings.items;
    page_heading(page, load_saying(knowledge, "report.numbing"));
    page_pair(page, 2, QUANTITY_TEXT_COLUMNS, PAGE_PLAIN, "Product",
              load_label(knowledge, "agents", numbing->agent));
    quantity_text_write(page, "Amount", numbing->amount);
    quantity_text_write(page, "Area", numbing->area);
    quantity_text_write(page, "Time on the skin", numbing->minutes);
    for (int i = 0; i < numbing->ceilings.n; i++)
        page_pair(page, 2, QUANTITY_TEXT_COLUMNS, PAGE_PLAIN, "Its label allows",
                  arena_format(
                      arena, "%g g on %g cm2 at most %s", ceilings[i].mass.value,
                      ceilings[i].area.value,
                      quantity_text_sources(&ceilings[i].sources, 0, ceilings[i].status, arena)));
    write_share(numbing, knowledge, page);
    write_active(numbing, knowledge, page);
    if (numbing->remark) page_marked(page, 2, PAGE_CARE, numbing->remark);
}
