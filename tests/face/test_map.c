// test_map: where is drawn: every zone has a view, the eye stays closed, and a spot is named.
// SPDX-License-Identifier: Apache-2.0
#include "face/figure_art.h"
#include "face/figure_map.h"

#include "planner/people.h"

static const char *map_for(struct person *person) {
    struct report r = {.plan      = &person->plan,
                       .patient   = &person->patient,
                       .clinic    = &people_clinic,
                       .knowledge = people_knowledge,
                       .arena     = &people_arena};
    r.html          = html_new(&people_arena);
    figure_map(&r);
    return html_done(&r.html, NULL);
}

static int count(const char *text, const char *piece) {
    int n = 0;
    for (; (text = strstr(text, piece)); text++) n++;
    return n;
}

static bool is_in(const struct figure_view *view, const char *zone) {
    for (const struct figure_shape *shape = view->shapes; shape->path; shape++)
        if (text_equal(shape->zone, zone) && shape->kind != FIGURE_SKIN) return true;
    return false;
}

static void every_zone_is_shown_well_by_a_view_that_draws_it(void **state) {
    (void)state;
    const struct zone *zones = people_knowledge->all.zones.items;
    for (int i = 0; i < people_knowledge->all.zones.n; i++) {
        int n = zones[i].parts.n > 0;   // the whole face is drawn by its parts
        for (const struct figure_view *view = figure_art_views; view->id; view++)
            for (int k = 0; view->shows[k]; k++) {
                if (!text_equal(view->shows[k], zones[i].id)) continue;
                assert_true(is_in(view, zones[i].id));
                n++;
            }
        assert_true(n > 0);
    }
}

// The eye is hatched even where the zone around it is open.
static void inside_the_rim_of_the_eye_is_never_open(void **state) {
    (void)state;
    static const char rim[]  = "class=\"zone left-out never\" d=";
    struct person    *person = people_example("margaret-thornton");
    const char       *map    = map_for(person);
    const char       *around = strstr(map, "data-zone=\"periorbital\"");
    assert_non_null(around);
    for (const char *at = map; (at = strstr(at, "<path class=\"zone treated\""));) {
        const char *end = strstr(at, "/>"), *inside = strstr(at, "inside_orbital_rim");
        assert_true(!inside || inside > end);
        at = end;
    }
    assert_true(count(map, rim) >= 4);
    assert_non_null(strstr(map, "never: inside the bony rim of the eye"));
    assert_non_null(strstr(map, "Never needled: inside the bony rim of the eye."));
}

static void a_spot_without_a_place_is_hatched_beside_its_zone_and_named(void **state) {
    (void)state;
    const char *map = map_for(people_example("jonas-lindqvist"));
    assert_non_null(strstr(map, "id=\"map-head_top-title\""));
    assert_int_equal(count(map, "<circle class=\"zone left-out\""), 1);
    assert_non_null(strstr(map, "1 Left out: scaly spot left of the crown (4 mm)."));
    assert_non_null(strstr(map, "Left out of it: scaly spot left of the crown (4 mm)."));
    map = map_for(people_example("amara-okafor"));
    assert_int_equal(count(map, "<circle class=\"zone left-out\""), 0);
}

static void a_view_is_drawn_for_what_it_shows_well(void **state) {
    (void)state;
    const char *map = map_for(people_example("fatima-al-mansouri"));
    assert_int_equal(count(map, "<div class=\"view\">"), 1);
    assert_non_null(strstr(map, "id=\"map-chest-title\""));
    assert_non_null(strstr(map, "Closed by what was found: Upper chest."));
    assert_null(strstr(map, "asked for and open"));
    map = map_for(people_example("priya-raman"));
    assert_int_equal(count(map, "<div class=\"view\">"), 1);
    assert_non_null(strstr(map, "id=\"map-body_front-title\""));
    map = map_for(people_example("elena-petrova"));
    assert_int_equal(count(map, "<div class=\"view\">"), 1);
    assert_non_null(strstr(map, "id=\"map-face_front-title\""));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_zone_is_shown_well_by_a_view_that_draws_it),
        cmocka_unit_test(inside_the_rim_of_the_eye_is_never_open),
        cmocka_unit_test(a_spot_without_a_place_is_hatched_beside_its_zone_and_named),
        cmocka_unit_test(a_view_is_drawn_for_what_it_shows_well),
    };
    return cmocka_run_group_tests(tests, people_open, NULL);
}
