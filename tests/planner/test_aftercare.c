// test_aftercare: how long each line of aftercare lasts, why, and what may lie beside a sitting.
// SPDX-License-Identifier: Apache-2.0
#include "planner/people.h"

#include "knowledge/library.h"
#include "knowledge/library_sign.h"
#include "knowledge/library_window.h"

#include <math.h>

enum { PEOPLE = 1000, PAIRS = 50, FEW = 4 };   // members: no length of a line is drawn

// ---- random people ----

struct made {   // a person and a clinic, as numbers, so that one of them can be changed
    int depth, phototype, cover, medicine, agent, zone, conservative, sunny, device;
};

static uint64_t state_of_chance = 20260302;

static int chance(int n) {   // 0 .. n-1, by the multiplier of Knuth
    state_of_chance = state_of_chance * 6364136223846793005u + 1442695040888963407u;
    return (int)((state_of_chance >> 33) % (uint64_t)n);
}

static struct made any_person(void) {
    return (struct made){.depth        = chance(6),
                         .phototype    = chance(6),
                         .cover        = chance(4),
                         .medicine     = chance(2),
                         .agent        = chance(4),
                         .zone         = chance(4),
                         .conservative = chance(2),
                         .sunny        = chance(3),
                         .device       = chance(2)};
}

static const char *yaml_of(const struct made *made) {
    static const char *const depths[] = {"0.25", "0.5", "0.75", "1", "1.5", "2"};
    static const char *const covers[] = {"none", "balm", "film", "unknown"};
    static const char *const agents[] = {"[]", "[ascorbic_acid]", "[tretinoin]", "[glycolic_acid]"};
    static const char *const zones[]  = {"cheeks", "neck", "full_face", "forehead"};
    static const char *const devices[] = {"pen", "roller"};
    const char              *medicine =
        made->medicine ? "[{code: photosensitiser, stopped: ongoing, prescribed: yes}]" : "[]";
    return arena_format(
        &people_arena,
        "depth: %s mm\nphototype: %d\ncover_after: %s\nmedications: %s\nagents: %s\n"
        "devices: [%s]\ngoals: [{indication: wrinkles, zones: [%s]}]\n",
        depths[made->depth], made->phototype + 1, covers[made->cover], medicine,
        agents[made->agent], devices[made->device], zones[made->zone]);
}

static struct clinic_sun sun_of(int from, int to) {
    return (struct clinic_sun){{.value = from, .is_known = true}, {.value = to, .is_known = true}};
}

// The person's plan in a clinic of that kind; the clinic of the other tests is put back.
static const struct person *plan_of(const struct made *made) {
    struct clinic     before = people_clinic;
    struct clinic_sun spring = sun_of(3, 9), winter = sun_of(10, 1);
    people_clinic.aftercare = made->conservative ? AFTERCARE_CONSERVATIVE : AFTERCARE_STANDARD;
    if (made->sunny) people_clinic.strong_sun = made->sunny == 1 ? &spring : &winter;
    struct person           *person = ARENA_NEW(&people_arena, struct person, 1);
    const struct planner_run run    = {.members = FEW, .seed = 1};
    people_claim(people_limited(person, yaml_of(made)));
    people_claim(planner_plan(&person->view, &person->screening, &person->limits, &run,
                              &person->plan, &people_arena, &people_fault));
    people_clinic = before;
    return person;
}

static const struct plan_advice *line(const struct person *person, const char *id) {
    const struct plan_advice *all = person->plan.aftercare.items;
    for (int i = 0; i < person->plan.aftercare.n; i++)
        if (text_equal(all[i].id, id)) return &all[i];
    return NULL;
}

static double lasts_h(const struct person *person, const char *id) {
    const struct plan_advice *advice = line(person, id);
    assert_non_null(advice);
    return advice->lasts->value.value;
}

// ---- every line of every plan ----

static void check_line(const struct person *person, const struct plan_advice *line) {
    const struct plan_session *sessions = person->plan.sessions.items;
    date_day                   sitting  = sessions[0].date.day;
    assert_true(line->sources.n > 0);
    assert_true(line->status >= STATUS_SEEN && line->status <= STATUS_DEFAULT);
    assert_true(line->grade >= GRADE_A && line->grade <= GRADE_D);
    assert_true(line->from.day >= sitting && line->from.day <= line->to.day);
    assert_null(strchr(line->text, '{'));
    if (line->because) assert_null(strchr(line->because, '{'));
    assert_true(line->always == !line->lasts && line->always == !line->minimum);
    if (line->always) return;
    assert_true(line->lasts->value.value >= line->minimum->value.value);
    assert_true((line->to.day - sitting) * 24 >= line->minimum->value.value);
    assert_true(line->minimum->low.value <= line->minimum->value.value &&
                line->minimum->value.value <= line->minimum->high.value);
    if (line->closes)
        assert_true(line->lasts->value.value >= line->closes->p[4].value);   // three of four
}

static void check_spacing(const struct person *person, const struct plan_spacing *one) {
    const struct plan_session *sessions = person->plan.sessions.items;
    date_day                   sitting  = sessions[0].date.day;
    assert_true(one->sources.n > 0 && one->status >= STATUS_SEEN && one->grade >= GRADE_A);
    assert_null(strchr(one->text, '{'));
    assert_true((one->from.day > 0) == (one->after != NULL));
    if (one->after) assert_true(one->from.day >= sitting + one->after->value.value);
    if (one->to.day) assert_true(one->to.day >= one->from.day);
}

// The cited minimum is at least what stands in the base, whatever the person.
static void no_line_of_a_thousand_plans_ends_before_its_cited_minimum(void **state) {
    const struct advice *rows  = people_knowledge->all.advice.items;
    int                  plans = 0, lines = 0;
    (void)state;
    for (int tries = 0; plans < PEOPLE && tries < 2 * PEOPLE; tries++) {
        struct arena         mark   = people_arena;
        struct made          made   = any_person();
        const struct person *person = plan_of(&made);
        if (person->plan.zones.n) plans++;   // a roller has no setting for some of them
        const struct plan_advice *all = person->plan.aftercare.items;
        for (int i = 0; i < person->plan.aftercare.n; i++, lines++) {
            check_line(person, &all[i]);
            for (int k = 0; k < people_knowledge->all.advice.n; k++)
                if (text_equal(rows[k].id, all[i].id) && !all[i].always)
                    assert_true(all[i].minimum->value.value >= rows[k].to.value);
        }
        for (int i = 0; i < person->plan.spacing.n; i++)
            check_spacing(person, (const struct plan_spacing *)person->plan.spacing.items + i);
        people_arena = mark;
    }
    assert_int_equal(plans, PEOPLE);
    assert_true(lines > 20 * PEOPLE);
}

static void no_longer(const struct made *one, const struct made *other) {
    struct arena              mark   = people_arena;
    const struct person      *person = plan_of(one), *changed = plan_of(other);
    const struct plan_advice *all = person->plan.aftercare.items;
    for (int i = 0; i < person->plan.aftercare.n; i++) {
        const struct plan_advice *then = line(changed, all[i].id);
        if (!then || all[i].always) continue;
        assert_true(then->lasts->value.value >= all[i].lasts->value.value);
    }
    people_arena = mark;
}

static void deeper_covered_or_darker_never_makes_a_line_shorter(void **state) {
    (void)state;
    for (int n = 0; n < PAIRS; n++) {
        struct made one = any_person(), deeper = one, covered = one, darker = one, careful = one;
        deeper.depth         = 5;
        covered.cover        = 2;
        darker.phototype     = 5;
        careful.conservative = 1;
        if (one.cover) one.cover = deeper.cover = darker.cover = careful.cover = 0;
        no_longer(&one, &deeper);
        no_longer(&one, &covered);
        no_longer(&one, &darker);
        no_longer(&one, &careful);
    }
}

// ---- until the channels are closed ----

// By hand: median 20.52 h, spread 0.5361, three quarters at 0.6745, closed at 0.17 of the opening.
static void covered_skin_waits_for_three_of_four_people(void **state) {
    (void)state;
    double               by_hand_h = 20.52 * exp(0.6744898 * 0.5361) * -log2(0.17);
    const struct person *covered = people_of("cover_after: balm\n"), *open = people_of("{}\n");
    PEOPLE_NEAR(lasts_h(covered, "only_ours"), ceil(by_hand_h));
    assert_true(fabs(line(covered, "only_ours")->closes->p[4].value - by_hand_h) < 0.05);
    PEOPLE_NEAR(lasts_h(covered, "serums"), ceil(by_hand_h));
    PEOPLE_NEAR(line(covered, "serums")->minimum->value.value, 72);
    assert_non_null(strstr(line(covered, "serums")->because, "the sources ask for 72"));
    PEOPLE_NEAR(lasts_h(open, "only_ours"), 24);
    assert_true(line(open, "only_ours")->closes->value.value < 24);
    assert_null(line(open, "exercise")->closes);
    assert_non_null(strstr(line(covered, "only_ours")->text, "76 hours"));
    assert_non_null(strstr(line(covered, "hydration")->text, "76 hours"));
    assert_true(line(covered, "sunscreen")->from.day > line(open, "sunscreen")->from.day);
    assert_int_equal(line(covered, "only_ours")->closes->kind, QUANTITY_COMPUTED);
}

// Film is told in the plan's own closing hours too, and no run decides it.
static void zones_and_days_know_of_the_cover(void **state) {
    (void)state;
    const struct person    *covered = people_of("cover_after: film\n"), *open = people_of("{}\n");
    const struct plan_zone *film = covered->plan.zones.items, *air = open->plan.zones.items;
    assert_true(film[0].closure->value.value > 10 * air[0].closure->value.value);
    const struct plan_course_day *late = covered->plan.course->days.items;
    const struct plan_course_day *soon = open->plan.course->days.items;
    assert_true(late[1].barrier->value.value < 0.9 * soon[1].barrier->value.value);
}

static void cover_not_known_counts_as_covered_and_the_person_outranks_the_clinic(void **state) {
    (void)state;
    struct clinic before      = people_clinic;
    people_clinic.cover_after = COVER_FILM;
    PEOPLE_NEAR(lasts_h(people_of("{}\n"), "only_ours"), 76);
    PEOPLE_NEAR(lasts_h(people_of("cover_after: none\n"), "only_ours"), 24);
    people_clinic = before;
    PEOPLE_NEAR(lasts_h(people_of("cover_after: unknown\n"), "only_ours"), 76);
}

static void beyond_a_millimetre_the_closing_is_called_extrapolated(void **state) {
    (void)state;
    const char *deep = line(people_of("depth: 1.25 mm\n"), "serums")->closes->because;
    const char *flat = line(people_of("depth: 1 mm\n"), "serums")->closes->because;
    assert_non_null(strstr(deep, "extrapolated"));
    assert_null(strstr(flat, "extrapolated"));
}

// ---- depth, skin, season, clinic ----

static void lakes_and_the_sea_wait_a_week_from_one_and_a_half_millimetres(void **state) {
    (void)state;
    PEOPLE_NEAR(lasts_h(people_of("depth: 1.5 mm\n"), "open_water"), 168);
    PEOPLE_NEAR(lasts_h(people_of("depth: 1.25 mm\n"), "open_water"), 72);
}

// An end of a line in the limits, compiled before anything is planned.
static double limit_h(const char *yaml, const char *id) {
    struct person *person = ARENA_NEW(&people_arena, struct person, 1);
    people_claim(people_limited(person, yaml));
    const struct limits_advice *all = person->limits.advice.items;
    for (int i = 0; i < person->limits.advice.n; i++) {
        const struct limits_end *ends = all[i].ends.items;
        double                   last = all[i].to_h;
        if (!text_equal(all[i].id, id)) continue;
        for (int k = 0; k < all[i].ends.n; k++)
            if (!ends[k].in_strong_sun && !ends[k].agents.n) last = fmax(last, ends[k].to_h);
        return last;
    }
    return 0;
}

static void sun_care_is_28_days_from_type_four_on_and_for_an_unknown_type(void **state) {
    static const char *const ids[] = {"sunscreen", "sun_less"};
    (void)state;
    for (int i = 0; i < 2; i++) {
        PEOPLE_NEAR(limit_h("phototype: 3\n", ids[i]), 336);
        PEOPLE_NEAR(limit_h("phototype: 4\n", ids[i]), 672);
        PEOPLE_NEAR(limit_h("phototype: unknown\n", ids[i]), 672);
        PEOPLE_NEAR(limit_h("exposures: [{code: tan, date: 2026-01-02}]\n", ids[i]), 672);
    }
    PEOPLE_NEAR(limit_h("phototype: 6\n", "exercise"), 72);
}

static void the_season_counts_where_the_clinic_has_entered_it(void **state) {
    (void)state;
    struct clinic        before = people_clinic;
    struct clinic_sun    spring = sun_of(3, 9), autumn = sun_of(10, 1), winter = sun_of(11, 3);
    const struct person *none  = people_of("{}\n");
    people_clinic.strong_sun   = &spring;
    const struct person *north = people_of("{}\n");
    people_clinic.strong_sun   = &autumn;
    const struct person *other = people_of("{}\n");
    people_clinic.strong_sun   = &winter;   // over the new year
    const struct person *south = people_of("{}\n");
    people_clinic              = before;
    PEOPLE_NEAR(lasts_h(none, "sunscreen"), 336);
    PEOPLE_NEAR(lasts_h(north, "sunscreen"), 672);
    PEOPLE_NEAR(lasts_h(other, "sunscreen"), 336);
    PEOPLE_NEAR(lasts_h(south, "sunscreen"), 672);
    assert_non_null(strstr(line(none, "sunscreen")->because, "season is not counted"));
    assert_null(strstr(line(other, "sunscreen")->because, "season is not counted"));
}

static void a_substance_of_the_plan_lengthens_the_sun_care(void **state) {
    (void)state;
    PEOPLE_NEAR(lasts_h(people_of("agents: [glycolic_acid]\n"), "sun_less"), 672);
    PEOPLE_NEAR(lasts_h(people_of("agents: [ascorbic_acid]\n"), "sun_less"), 336);
}

static void a_clinic_may_ask_for_a_week(void **state) {
    static const char *const ids[] = {"makeup", "exercise", "sun_avoid"};
    (void)state;
    struct clinic before        = people_clinic;
    people_clinic.aftercare     = AFTERCARE_CONSERVATIVE;
    const struct person *person = people_of("{}\n");
    people_clinic               = before;
    for (int i = 0; i < 3; i++) {
        PEOPLE_NEAR(lasts_h(person, ids[i]), 168);
        assert_non_null(strstr(line(person, ids[i])->because, "as this clinic has chosen"));
    }
    const struct plan_dispute *dispute = line(person, "makeup")->disagreement.items;
    assert_int_equal(line(person, "makeup")->disagreement.n, 1);
    assert_string_equal(dispute[0].id, "D-08");
}

// Whatever their order, and none below the line's own.
static void of_several_ends_the_latest_is_kept(void **state) {
    struct limits_end ends[] = {{.to_h = 100}, {.to_h = 200}, {.to_h = 10}, {.to_h = 150}};
    (void)state;
    for (int n = 0; n < 4; n++) {
        struct person *person = ARENA_NEW(&people_arena, struct person, 1);
        people_claim(people_limited(person, "{}\n"));
        struct limits_advice *all = person->limits.advice.items;
        for (int i = 0; i < person->limits.advice.n; i++)
            if (text_equal(all[i].id, "exercise"))
                all[i].ends =
                    n < 3 ? (struct list){ends + n, 4 - n, true} : (struct list){ends + 2, 1, true};
        people_claim(people_plan(person));
        PEOPLE_NEAR(lasts_h(person, "exercise"), n < 2 ? 200 : n == 2 ? 150 : 72);
    }
}

// ---- make-up: one truth ----

static void the_make_up_line_names_the_days_of_the_table(void **state) {
    static const char *const covers[] = {"none", "balm"};
    (void)state;
    for (int i = 0; i < 2; i++) {
        const struct person *person =
            people_of(arena_format(&people_arena, "cover_after: %s\n", covers[i]));
        const struct plan_course_day *days = person->plan.course->days.items;
        const struct plan_advice *own = line(person, "makeup"), *first = line(person, "only_ours");
        char                      none[DATE_WORDS_BYTES], better[DATE_WORDS_BYTES];
        date_words(first->to.day, none);
        date_words(own->to.day, better);
        assert_non_null(
            strstr(own->text, arena_format(&people_arena, "No make-up to %s, better none to %s.",
                                           none, better)));
        for (int k = 0; k < person->plan.course->days.n; k++) {
            date_day    day  = days[k].date.day;
            const char *word = day <= first->to.day ? "no"
                               : day <= own->to.day ? "better_not"
                                                    : "yes";
            assert_string_equal(days[k].make_up, word);
        }
    }
}

// ---- what the sources say ----

static void the_range_of_a_line_is_that_of_its_sources(void **state) {
    (void)state;
    people_claim(load_library(people_knowledge, &people_arena, &people_fault));
    const struct window_said *said = people_knowledge->library.windows.items;
    const struct advice      *rows = people_knowledge->all.advice.items;
    for (int i = 0, found = 0; i < people_knowledge->all.advice.n; i++) {
        double least = INFINITY, most = 0;
        for (int k = 0; k < people_knowledge->library.windows.n; k++) {
            const struct figure *to = said[k].to;
            if (!text_equal(said[k].advice, rows[i].id) || !to) continue;
            least = fmin(least, to->low.is_known ? to->low.value : to->value.value);
            most  = fmax(most, to->high.is_known ? to->high.value : to->value.value);
            found++;
        }
        if (rows[i].said_least.is_known || most > 0) {
            PEOPLE_NEAR(rows[i].said_least.value, least);
            PEOPLE_NEAR(rows[i].said_most.value, most);
        }
        if (i == people_knowledge->all.advice.n - 1) assert_true(found > 25);
    }
    for (int k = 0; k < people_knowledge->library.windows.n; k++) {
        bool is_of_a_line = false;
        for (int i = 0; i < people_knowledge->all.advice.n; i++)
            is_of_a_line = is_of_a_line || text_equal(said[k].advice, rows[i].id);
        assert_true(is_of_a_line);
    }
}

static const struct sign *longest(const char *symptom, double depth_mm) {
    const struct sign *signs = people_knowledge->library.signs.items, *found = NULL;
    for (int i = 0; i < people_knowledge->library.signs.n; i++) {
        bool fits =
            !(signs[i].depth_at_least.is_known && depth_mm < signs[i].depth_at_least.value) &&
            !(signs[i].depth_at_most.is_known && depth_mm > signs[i].depth_at_most.value);
        if (!fits || !text_equal(signs[i].symptom, symptom)) continue;
        if (!found || signs[i].to->value.value > found->to->value.value) found = &signs[i];
    }
    return found;
}

static void what_is_usual_lasts_no_shorter_the_deeper_and_never_beyond_a_week(void **state) {
    (void)state;
    people_claim(load_library(people_knowledge, &people_arena, &people_fault));
    const struct sign *signs = people_knowledge->library.signs.items;
    assert_true(people_knowledge->library.signs.n >= 10);
    for (int i = 0; i < people_knowledge->library.signs.n; i++) {
        const struct figure *to = signs[i].to;
        assert_true(to->value.value > signs[i].from->value.value && to->value.value <= 168);
        if (to->low.is_known)
            assert_true(to->low.value <= to->value.value && to->value.value <= to->high.value);
        double before = 0;
        for (double mm = 0.2; mm < 2.6; mm += 0.1) {
            const struct sign *sign = longest(signs[i].symptom, mm);
            if (!sign) continue;
            assert_true(sign->to->value.value >= before);
            before = sign->to->value.value;
        }
    }
    assert_null(longest("dark_marks", 1));   // never usual
    PEOPLE_NEAR(longest("redness", 0.25)->to->value.value, 48);
    PEOPLE_NEAR(longest("redness", 1.5)->to->value.value, 72);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_line_of_a_thousand_plans_ends_before_its_cited_minimum),
        cmocka_unit_test(deeper_covered_or_darker_never_makes_a_line_shorter),
        cmocka_unit_test(covered_skin_waits_for_three_of_four_people),
        cmocka_unit_test(zones_and_days_know_of_the_cover),
        cmocka_unit_test(cover_not_known_counts_as_covered_and_the_person_outranks_the_clinic),
        cmocka_unit_test(beyond_a_millimetre_the_closing_is_called_extrapolated),
        cmocka_unit_test(lakes_and_the_sea_wait_a_week_from_one_and_a_half_millimetres),
        cmocka_unit_test(sun_care_is_28_days_from_type_four_on_and_for_an_unknown_type),
        cmocka_unit_test(the_season_counts_where_the_clinic_has_entered_it),
        cmocka_unit_test(a_substance_of_the_plan_lengthens_the_sun_care),
        cmocka_unit_test(a_clinic_may_ask_for_a_week),
        cmocka_unit_test(of_several_ends_the_latest_is_kept),
        cmocka_unit_test(the_make_up_line_names_the_days_of_the_table),
        cmocka_unit_test(the_range_of_a_line_is_that_of_its_sources),
        cmocka_unit_test(what_is_usual_lasts_no_shorter_the_deeper_and_never_beyond_a_week),
    };
    return cmocka_run_group_tests(tests, people_open, NULL);
}
