// test_skin: the thickness of each zone is what is pooled from studies, and depths rest on rows.
// SPDX-License-Identifier: Apache-2.0
#include "planner/people.h"

#include "knowledge/library_things.h"

#include <math.h>

enum { TOTAL = 1, EPIDERMIS, RF_KIND = DEVICE_RF };

static int open_all(void **state) {
    if (people_open(state) != 0) return -1;
    return load_library(people_knowledge, &people_arena, &people_fault) == ST_OK ? 0 : -1;
}

static const struct pooled_layer *pooled(const char *id) {
    const struct pooled_layer *all = people_knowledge->library.pooled_layers.items;
    for (int i = 0; i < people_knowledge->library.pooled_layers.n; i++)
        if (text_equal(all[i].id, id)) return &all[i];
    return NULL;
}

static const struct pooled_layer *pooled_of(const struct zone *zone, const char *what) {
    return pooled(arena_format(&people_arena, "%s_%s", zone->id, what));
}

// ---- thickness ----

static void a_zone_has_the_thickness_that_is_pooled_for_it(void **state) {
    const struct zone *zones = people_knowledge->all.zones.items;
    int                n     = 0;
    (void)state;
    for (int i = 0; i < people_knowledge->all.zones.n; i++) {
        const struct thickness    *skin  = zones[i].thickness;
        const struct pooled_layer *man   = pooled_of(&zones[i], "man_total");
        const struct pooled_layer *woman = pooled_of(&zones[i], "woman_total");
        if (!man) continue;
        PEOPLE_NEAR(skin->male.value, man->median.value);
        PEOPLE_NEAR(skin->female.value, woman->median.value);
        PEOPLE_NEAR(skin->person_sigma.value, man->person_sigma.value);
        PEOPLE_NEAR(skin->study_sigma.value, man->study_sigma.value);
        n++;
    }
    assert_int_equal(n, 11);
}

static void an_epidermis_is_that_of_the_microscope(void **state) {
    const struct zone         *zones = people_knowledge->all.zones.items;
    const struct pooled_layer *any   = pooled("any_epidermis");
    (void)state;
    assert_non_null(any);
    for (int i = 0; i < people_knowledge->all.zones.n; i++) {
        const struct pooled_layer *own = pooled_of(&zones[i], "epidermis");
        if (zones[i].thickness)
            PEOPLE_NEAR(zones[i].thickness->epidermis.value, (own ? own : any)->median.value);
    }
}

// The naive way, for two zones: means, then the root of their product.
static void the_pool_of_the_forehead_is_that_by_hand(void **state) {
    (void)state;
    double woman = sqrt((0.20 + 0.86) * (1.86 + 1.98 + 1.90) / 3);
    double man   = sqrt((0.22 + 1.17) * (2.45 + 2.34 + 2.14) / 3);
    assert_true(fabs(pooled("forehead_woman_total")->median.value - woman) < 0.005);
    assert_true(fabs(pooled("forehead_man_total")->median.value - man) < 0.005);
    assert_true(pooled("forehead_man_total")->studies.value == 2);
}

static void nothing_from_memory_is_pooled(void **state) {
    const struct measurement *all = people_knowledge->library.measurements.items;
    int                       n   = 0;
    (void)state;
    for (int i = 0; i < people_knowledge->library.measurements.n; i++) {
        if (all[i].is_pooled == FIELD_BOOL_TRUE) assert_int_equal(all[i].status, STATUS_SEEN);
        n += all[i].is_pooled == FIELD_BOOL_TRUE;
    }
    assert_true(n > 50);
}

// Ages differ less than studies do: that is why a plan takes no account of them.
static void ages_differ_less_than_studies(void **state) {
    const struct pooled_layer *all = people_knowledge->library.pooled_layers.items;
    int                        n   = 0;
    (void)state;
    for (int i = 0; i < people_knowledge->library.pooled_layers.n; i++) {
        if (!all[i].age_low.is_known) continue;
        const char *sex = all[i].sex == LIBRARY_MAN ? "man" : "woman";
        const char *id  = arena_format(&people_arena, "%s_%s_total", all[i].zone, sex);
        double      ln  = log(all[i].median.value / pooled(id)->median.value);
        assert_true(fabs(ln) < all[i].study_sigma.value / 2);
        n++;
    }
    assert_int_equal(n, 23);   // four places, two sexes, three decades; one was not measured
}

// A zone that says it was measured has a pooled measurement, and the other way round.
static void what_nobody_measured_says_so(void **state) {
    const struct zone *zones = people_knowledge->all.zones.items;
    (void)state;
    for (int i = 0; i < people_knowledge->all.zones.n; i++) {
        const struct pooled_layer *man = pooled_of(&zones[i], "man_total");
        if (!zones[i].thickness || text_equal(zones[i].id, "decollete")) continue;
        assert_true(zones[i].thickness->low_evidence == (man == NULL));
    }
}

// ---- depths ----

static bool shares_row(const struct names *some, const struct names *others) {
    for (int i = 0; i < some->n; i++)
        if (view_has(others, some->items[i])) return true;
    return false;
}

// The widest of what was published in the rows a figure names. False: nothing was.
static bool published(const struct names *rows, double *low, double *high) {
    const struct guidance *all = people_knowledge->library.guidance.items;
    bool                   any = false;
    *low = INFINITY, *high = 0;
    for (int i = 0; i < people_knowledge->library.guidance.n; i++) {
        const struct amount ends[] = {all[i].low,       all[i].high,      all[i].thin_low,
                                      all[i].thin_high, all[i].thick_low, all[i].thick_high};
        if (!shares_row(&all[i].rows, rows)) continue;
        for (int k = 0; k < 6; k++) {
            if (!ends[k].is_known) continue;
            *low  = fmin(*low, ends[k].value);
            *high = fmax(*high, ends[k].value);
            any   = true;
        }
    }
    return any;
}

static int check_depth(const struct figure *figure) {
    double low, high;
    if (!figure || !figure->rows.n) return 0;
    assert_true(published(&figure->rows, &low, &high));
    assert_true(figure->value.value >= low - 1e-9 || low == high);
    assert_true(figure->high.value <= high + 1e-9);
    return 1;
}

static void a_depth_stays_within_the_rows_it_names(void **state) {
    const struct zone *zones = people_knowledge->all.zones.items;
    int                n     = 0;
    (void)state;
    for (int i = 0; i < people_knowledge->all.zones.n; i++)
        n += check_depth(zones[i].depth) + check_depth(zones[i].depth_scar);
    assert_true(n > 15);
}

static void radiofrequency_has_nothing_to_begin_with(void **state) {
    const struct guidance  *all    = people_knowledge->library.guidance.items;
    const struct datasheet *sheets = people_knowledge->library.datasheets.items;
    int                     n      = 0;
    (void)state;
    for (int i = 0; i < people_knowledge->library.guidance.n; i++) {
        if (!view_has(&all[i].devices, words_device_kind[RF_KIND - 1])) continue;
        assert_int_equal(all[i].use, 3);   // information
        n++;
    }
    assert_int_equal(n, 6);
    for (int i = 0; i < people_knowledge->library.datasheets.n; i++) {
        if (sheets[i].kind != RF_KIND) continue;
        const struct figure *figures[] = {sheets[i].frequency, sheets[i].pulse, sheets[i].power,
                                          sheets[i].energy, sheets[i].penetration};
        for (int k = 0; k < 5; k++) {
            assert_false(figures[k]->value.is_known);
            assert_int_equal(figures[k]->status, STATUS_UNVERIFIED);
        }
    }
}

// What is from memory, or what a machine made, begins nothing.
static void no_plan_begins_with_what_is_from_memory(void **state) {
    const struct guidance *all = people_knowledge->library.guidance.items;
    (void)state;
    for (int i = 0; i < people_knowledge->library.guidance.n; i++)
        assert_false(all[i].use == 1 && all[i].status == STATUS_UNVERIFIED);
}

// ---- rows ----

static bool rests(const struct noun *noun, const void *entry, const char *row) {
    const struct field *id = noun->fields;
    if (text_equal(id->name, "id") && text_equal(*(const char *const *)entry, row)) return true;
    for (const struct field *field = noun->fields; field->name; field++) {
        const void *at = (const char *)entry + field->offset;
        if (text_equal(field->name, "rows") && field->kind == FIELD_TEXTS && view_has(at, row))
            return true;
        const void *const *below = at;
        if (field->kind == FIELD_NOUN && *below && rests(field->noun, *below, row)) return true;
        const struct list *list = at;
        for (int i = 0; field->kind == FIELD_LIST && i < list->n; i++)
            if (rests(field->noun, (const char *)list->items + i * field->noun->size, row))
                return true;
    }
    return false;
}

static bool is_unused(const struct row_register *rows, const char *row) {
    const struct row_unused *unused = rows->unused.items;
    for (int i = 0; i < rows->unused.n; i++)
        if (text_equal(unused[i].id, row)) return true;
    return false;
}

static bool is_used(const char *row) {
    struct library without = people_knowledge->library;
    without.registers      = (struct list){0};
    return rests(&catalogue_noun, &people_knowledge->all, row) ||
           rests(&library_noun, &without, row);
}

static void each_row_of_skin_and_devices_is_used_or_says_why_not(void **state) {
    static const char *const   ours[] = {"TH", "DR", "DI", "DV", "RO", "HO", "RF", "TP"};
    const struct row_register *all    = people_knowledge->library.registers.items;
    int                        n      = 0;
    (void)state;
    for (int i = 0; i < people_knowledge->library.registers.n; i++)
        for (int k = 0; k < 8; k++) {
            if (!text_equal(all[i].id, ours[k])) continue;
            for (int r = 0; r < all[i].ids.n; r++, n++)
                assert_true(is_used(all[i].ids.items[r]) !=
                            is_unused(&all[i], all[i].ids.items[r]));
        }
    assert_int_equal(n, 81);
    assert_false(is_used("TH-99"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_zone_has_the_thickness_that_is_pooled_for_it),
        cmocka_unit_test(an_epidermis_is_that_of_the_microscope),
        cmocka_unit_test(the_pool_of_the_forehead_is_that_by_hand),
        cmocka_unit_test(nothing_from_memory_is_pooled),
        cmocka_unit_test(ages_differ_less_than_studies),
        cmocka_unit_test(what_nobody_measured_says_so),
        cmocka_unit_test(a_depth_stays_within_the_rows_it_names),
        cmocka_unit_test(radiofrequency_has_nothing_to_begin_with),
        cmocka_unit_test(no_plan_begins_with_what_is_from_memory),
        cmocka_unit_test(each_row_of_skin_and_devices_is_used_or_says_why_not),
    };
    return cmocka_run_group_tests(tests, open_all, NULL);
}
