// test_things: places left out are closed by their rules, models are held against their own labels,
// and no agent goes on before aftercare lets it.
// SPDX-License-Identifier: Apache-2.0
#include "planner/people.h"

#include "knowledge/library_things.h"

#include <math.h>

static int open_all(void **state) {
    if (people_open(state) != 0) return -1;
    return load_library(people_knowledge, &people_arena, &people_fault) == ST_OK ? 0 : -1;
}

// ---- places that are left out ----

static const struct finding *finding_of(const struct person *person, const char *rule) {
    const struct finding *all = person->screening.findings.items;
    for (int i = 0; i < person->screening.findings.n; i++)
        if (text_equal(all[i].id, rule)) return &all[i];
    return NULL;
}

// Somebody who asks for that place with that device, and has there what the exclusion is about.
static const struct person *asking(const struct exclusion *one, const char *zone,
                                   const char *device, bool has_it) {
    struct text text = text_new(&people_arena);
    text_addf(&text, "devices: [%s]\ngoals: [{indication: wrinkles, zones: [%s]}]\n", device, zone);
    if (one->condition && has_it)
        text_addf(&text, "conditions: [{code: %s, status: active, zones: [%s]}]\n", one->condition,
                  zone);
    if (one->implant && has_it)
        text_addf(&text, "implants: [{code: %s, zones: [%s]}]\n", one->implant, zone);
    return people_of(text.data);
}

static void check_exclusion(const struct exclusion *one, const char *zone, const char *device) {
    const struct person  *person  = asking(one, zone, device, true);
    const struct finding *finding = finding_of(person, one->rule);
    if (!finding) fail_msg("%s: %s on %s: %s finds nothing", one->id, device, zone, one->rule);
    if (one->part) assert_true(view_has(&finding->excludes, one->part));
    else {
        assert_int_equal(finding->class, CLASS_REFUSE);
        assert_null(people_zone(person, zone));
    }
    const struct limits_place *places = person->limits.places.items;
    for (int i = 0; i < person->limits.places.n; i++)
        if (one->part) assert_true(view_has(&places[i].excludes, one->part));
        else assert_false(places[i].is_allowed);
    if (one->condition || one->implant)
        assert_null(finding_of(asking(one, zone, device, false), one->rule));
}

static void every_place_left_out_is_kept_by_its_rule(void **state) {
    const char             *anywhere[] = {"cheeks", "neck", "scalp"};
    const struct exclusion *all        = people_knowledge->library.exclusions.items;
    int                     n          = 0;
    (void)state;
    for (int i = 0; i < people_knowledge->library.exclusions.n; i++) {
        struct names zones = all[i].zones.n ? all[i].zones : (struct names){anywhere, 3, true};
        for (int z = 0; z < zones.n; z++)
            for (int d = 0; words_device_kind[d]; d++) {
                if (all[i].devices.n && !view_has(&all[i].devices, words_device_kind[d])) continue;
                check_exclusion(&all[i], zones.items[z], words_device_kind[d]);
                n++;
            }
    }
    assert_int_equal(n, 2 * 5 + 3 + 2 * 4 + 3 * 3 * 5 + 3);
}

// ---- models ----

static const struct limits_ceiling *ceiling_of(const char *yaml, int kind) {
    struct person *person = ARENA_NEW(&people_arena, struct person, 1);
    people_claim(people_limited(person, yaml));
    const struct limits_place   *place    = person->limits.places.items;
    const struct limits_ceiling *ceilings = place->ceilings.items;
    for (int i = 0; i < place->ceilings.n; i++)
        if (ceilings[i].kind == kind) return &ceilings[i];
    return NULL;
}

#define ON(device, indication, zone)                                                               \
    "devices: [" device "]\ngoals: [{indication: " indication ", zones: [" zone "]}]\n"

static void a_model_ends_at_its_own_label(void **state) {
    (void)state;
    PEOPLE_NEAR(ceiling_of(ON("skinpen_precision", "wrinkles", "neck"), LIMITS_LABEL)->depth_mm,
                2.5);
    PEOPLE_NEAR(ceiling_of(ON("skinpen_precision", "acne_scars", "cheeks"), LIMITS_LABEL)->depth_mm,
                1.5);
    PEOPLE_NEAR(ceiling_of(ON("exceed", "wrinkles", "neck"), LIMITS_LABEL)->depth_mm, 1.5);
    PEOPLE_NEAR(ceiling_of(ON("exceed", "wrinkles", "cheeks"), LIMITS_REACH)->depth_mm, 1.5);
    PEOPLE_NEAR(ceiling_of(ON("roller_cit_8", "wrinkles", "cheeks"), LIMITS_REACH)->depth_mm, 0.5);
    static const char *const without[] = {"rejuvapen_nxt", "dermapen_4",       "pro_pen",
                                          "dr_pen",        "exceed_unlimited", "skinstylus"};
    for (int i = 0; i < 6; i++)
        assert_null(
            ceiling_of(arena_format(&people_arena, "devices: [%s]\n", without[i]), LIMITS_LABEL));
}

// Needles of 1.5 mm end a wish for more on one model, and not on the other.
static void a_model_goes_no_deeper_than_it_reaches(void **state) {
    (void)state;
    const struct person *exceed = people_of("devices: [exceed]\ndepth: \"2.5 mm\"\n");
    const struct person *other  = people_of("devices: [skinpen_precision]\ndepth: \"2.5 mm\"\n");
    PEOPLE_NEAR(people_zone(exceed, "cheeks")->depth->value.value, 1.5);
    PEOPLE_NEAR(people_zone(other, "cheeks")->depth->value.value, 2.5);
    assert_true(people_remarked(other, "plan.off_label"));
}

static bool is_said(const char *yaml, const char *id) {
    return people_remarked(people_of(yaml), id);
}

static void a_model_is_off_label_where_its_own_papers_do_not_name_the_use(void **state) {
    static const char model[] = "plan.off_label_use_model", any[] = "plan.off_label_use";
    (void)state;
    assert_false(is_said(ON("skinpen_precision", "acne_scars", "cheeks"), model));
    assert_true(is_said(ON("skinpen_precision", "wrinkles", "cheeks"), model));
    assert_false(is_said(ON("skinpen_precision", "wrinkles", "neck"), model));
    assert_false(is_said(ON("exceed", "wrinkles", "glabella"), model));
    assert_true(is_said(ON("exceed", "wrinkles", "neck"), model));
    assert_true(is_said(ON("exceed", "wrinkles", "forehead"), model));
    assert_true(is_said(ON("rejuvapen_nxt", "acne_scars", "cheeks"), model));
    assert_false(is_said(ON("pro_pen", "acne_scars", "cheeks"), model));
    assert_true(is_said(ON("dr_pen", "wrinkles", "periorbital"), model));
    // A class is held against any label, and a model never against another's.
    assert_false(is_said(ON("pen", "wrinkles", "cheeks"), model));
    assert_false(is_said(ON("pen", "wrinkles", "cheeks"), any));
    assert_true(is_said(ON("pen", "striae", "abdomen"), any));
    assert_false(is_said(ON("skinpen_precision", "striae", "abdomen"), any));
    assert_true(is_said(ON("skinpen_precision", "striae", "abdomen"), model));
}

static bool is_typed(const char *device_goal, int type) {
    return is_said(arena_format(&people_arena, "phototype: %d\n%s", type, device_goal),
                   "plan.off_label_use_type");
}

static void a_model_is_off_label_outside_its_skin_types(void **state) {
    static const int neck[]   = {1, 0, 0, 0, 1, 1};   // II to IV
    static const int exceed[] = {0, 0, 0, 0, 1, 1};   // I to IV
    static const int lines[]  = {0, 0, 0, 1, 1, 1};   // I to III
    (void)state;
    for (int type = 1; type <= 6; type++) {
        assert_int_equal(is_typed(ON("skinpen_precision", "wrinkles", "neck"), type),
                         neck[type - 1]);
        assert_int_equal(is_typed(ON("exceed", "acne_scars", "cheeks"), type), exceed[type - 1]);
        assert_int_equal(is_typed(ON("exceed", "wrinkles", "cheeks"), type), lines[type - 1]);
        assert_false(is_typed(ON("skinpen_precision", "acne_scars", "cheeks"), type));
        assert_false(is_typed(ON("pen", "wrinkles", "cheeks"), type));
    }
}

static void a_rate_that_can_be_set_is_shown_as_its_range(void **state) {
    (void)state;
    const struct quantity *rate = people_zone(people_of("devices: [exceed]\n"), "cheeks")->rate;
    PEOPLE_NEAR(rate->value.value, 125);
    PEOPLE_NEAR(rate->low.value, 100);
    PEOPLE_NEAR(rate->high.value, 150);
    const struct quantity *one =
        people_zone(people_of("devices: [skinpen_precision]\n"), "cheeks")->rate;
    PEOPLE_NEAR(one->low.value, one->high.value);
}

// CI-48 holds for every device, so no label may ask for another age without the rule being changed.
static void every_label_asks_for_the_age_of_the_rule(void **state) {
    const struct device *all = people_knowledge->all.devices.items;
    int                  n   = 0;
    (void)state;
    for (int i = 0; i < people_knowledge->all.devices.n; i++) {
        if (!all[i].age_min.is_known) continue;
        PEOPLE_NEAR(all[i].age_min.value, 22);
        n++;
    }
    assert_true(n >= 6);
}

static void a_model_is_off_label_below_its_own_age(void **state) {
    static const char id[] = "plan.off_label_age_model";
    struct device    *all  = people_knowledge->all.devices.items;
    int               at   = 0;
    (void)state;
    while (!text_equal(all[at].id, "exceed")) at++;
    const char *yaml[] = {"birth_date: 2004-03-30\ndevices: [exceed]\n",
                          "birth_date: 2000-01-01\ndevices: [exceed]\n",
                          "birth_date: 2004-03-30\ndevices: [pen]\n"};
    assert_true(is_said(yaml[0], id));
    assert_false(is_said(yaml[1], id));
    assert_false(is_said(yaml[2], id));
    double before         = all[at].age_min.value;
    all[at].age_min.value = 30;
    bool is_older         = is_said(yaml[1], id);
    all[at].age_min.value = before;
    assert_true(is_older);
}

// What is published as a ceiling is the one that holds for the class.
static void a_ceiling_that_was_published_holds(void **state) {
    const struct guidance *all = people_knowledge->library.guidance.items;
    int                    n   = 0;
    (void)state;
    for (int i = 0; i < people_knowledge->library.guidance.n; i++) {
        if (all[i].use != 2) continue;   // ceiling
        const struct device *class  = load_device(people_knowledge, all[i].devices.items[0]);
        const struct figure *figure = view_has(&all[i].zones, "neck") ? class->labelled_neck
                                      : class->labelled               ? class->labelled
                                                                      : class->reach;
        PEOPLE_NEAR(figure->value.value, all[i].high.value);
        n++;
    }
    assert_int_equal(n, 4);
}

static void papers_and_device_say_the_same(void **state) {
    const struct datasheet *all = people_knowledge->library.datasheets.items;
    int                     n   = 0;
    (void)state;
    for (int i = 0; i < people_knowledge->library.datasheets.n; i++) {
        const struct device *device = load_device(people_knowledge, all[i].device);
        if (!all[i].device) continue;
        assert_non_null(device);
        assert_int_equal(device->kind, all[i].kind);
        const struct figure *needles = all[i].needles, *rate = all[i].puncture_rate;
        if (needles && needles->value.is_known && device->needles.is_known)
            PEOPLE_NEAR(needles->value.value, device->needles.value);
        if (rate && device->rate.is_known)
            assert_true(rate->low.value <= device->rate.value &&
                        device->rate.value <= rate->high.value);
        if (all[i].penetration && device->reach)
            assert_true(device->reach->value.value <= all[i].penetration->high.value + 1e-9 ||
                        device->reach->value.value <= all[i].penetration->value.value + 1e-9);
        if (all[i].age_min) PEOPLE_NEAR(all[i].age_min->value.value, device->age_min.value);
        n++;
    }
    assert_true(n >= 10);
}

// A number on record stands in the list of the agency.
static void a_use_on_record_has_a_number_that_is_listed(void **state) {
    const struct device  *all     = people_knowledge->all.devices.items;
    const struct listing *listing = people_knowledge->library.listings.items;
    int                   n       = 0;
    (void)state;
    for (int i = 0; i < people_knowledge->all.devices.n; i++) {
        const struct device_use *uses = all[i].cleared.items;
        for (int k = 0; k < all[i].cleared.n; k++, n++) {
            int found = 0, commas = 0;
            for (int m = 0; m < listing->numbers.n; m++)
                found += strstr(uses[k].number, listing->numbers.items[m]) != NULL;
            for (const char *c = uses[k].number; *c; c++) commas += *c == ',';
            assert_int_equal(found, commas + 1);
        }
    }
    assert_int_equal(n, 9);
}

// ---- agents ----

static bool is_of(const struct agent *agent, const char *code) {
    return text_equal(agent->id, code) || view_has(&agent->groups, code);
}

static bool closes(const struct rule *rule, const struct agent *agent) {
    const struct rule_case *cases = rule->cases.items;
    for (int i = 0; i < rule->cases.n; i++)
        for (int k = 0; k < cases[i].excludes.n; k++)
            if (is_of(agent, cases[i].excludes.items[k])) return true;
    return false;
}

static void the_interlocks_of_an_agent_are_the_rules_that_close_it(void **state) {
    const struct agent *agents = people_knowledge->all.agents.items;
    const struct rule  *rules  = people_knowledge->all.rules.items;
    int                 n      = 0;
    (void)state;
    for (int i = 0; i < people_knowledge->all.agents.n; i++) {
        for (int k = 0; k < people_knowledge->all.rules.n; k++) {
            bool is_closed = closes(&rules[k], &agents[i]);
            if (is_closed != view_has(&agents[i].interlocks, rules[k].id))
                fail_msg("%s: %s", agents[i].id, rules[k].id);
            n += is_closed;
        }
        for (int k = 0; k < agents[i].interlocks.n; k++)
            assert_non_null(load_rule(people_knowledge, agents[i].interlocks.items[k]));
    }
    assert_true(n > 25);
}

static const struct advice *line_of(const char *id) {
    const struct advice *all = people_knowledge->all.advice.items;
    for (int i = 0; i < people_knowledge->all.advice.n; i++)
        if (text_equal(all[i].id, id)) return &all[i];
    return NULL;
}

static double waits_h(const struct agent *agent) { return 24 * agent->after->value.value; }

static void nothing_goes_on_before_its_line_of_aftercare_ends(void **state) {
    const struct agent *agents = people_knowledge->all.agents.items;
    int                 n      = 0;
    (void)state;
    for (int i = 0; i < people_knowledge->all.agents.n; i++)
        for (int k = 0; k < agents[i].lines.n; k++, n++) {
            const struct advice *line = line_of(agents[i].lines.items[k]);
            if (!line) fail_msg("%s: no line %s", agents[i].id, agents[i].lines.items[k]);
            if (!agents[i].after || waits_h(&agents[i]) < line->to.value)
                fail_msg("%s goes on while %s keeps it off", agents[i].id, line->id);
        }
    assert_true(n >= 10);
}

static void on_the_first_day_nothing_goes_on_but_what_the_clinic_gives(void **state) {
    const struct agent *agents = people_knowledge->all.agents.items;
    (void)state;
    for (int i = 0; i < people_knowledge->all.agents.n; i++) {
        if (!agents[i].after || view_has(&agents[i].groups, "own_blood")) continue;
        if (waits_h(&agents[i]) >= line_of("only_ours")->to.value) continue;
        assert_true(view_has(&agents[i].groups, "ours"));
    }
}

// What a serum, a retinoid, an acid or a lotion is, has a line that keeps it off.
static void what_irritates_has_a_line(void **state) {
    static const char *const groups[] = {"serum", "retinoid", "acid", "hair_lotion", "cosmetic"};
    const struct agent      *agents   = people_knowledge->all.agents.items;
    (void)state;
    for (int i = 0; i < people_knowledge->all.agents.n; i++)
        for (int k = 0; k < 5; k++)
            if (view_has(&agents[i].groups, groups[k])) assert_true(agents[i].lines.n > 0);
}

static int stop_days(const char *code, int type) {
    static const char    yaml[] = "phototype: %d\nmedications: [{code: %s, stopped: ongoing}]\n";
    const struct person *person = people_of(arena_format(&people_arena, yaml, type, code));
    const struct limits_task *tasks = person->limits.tasks.items;
    for (int i = 0; i < person->limits.tasks.n; i++)
        if (tasks[i].kind == LIMITS_STOP) return tasks[i].days;
    return 0;
}

static void what_is_left_off_before_is_left_off_as_long_as_its_rule_says(void **state) {
    (void)state;
    const struct figure *cream = load_agent(people_knowledge, "tretinoin")->before;
    const struct figure *acid  = load_agent(people_knowledge, "home_acids")->before;
    assert_int_equal(stop_days("retinoid_topical", 2), (int)cream->value.value);
    assert_int_equal(stop_days("retinoid_topical", 5), (int)cream->high.value);
    assert_int_equal(stop_days("acid_topical", 2), (int)acid->value.value);
}

static void only_glide_goes_under_the_needle(void **state) {
    const struct agent *agents = people_knowledge->all.agents.items;
    (void)state;
    for (int i = 0; i < people_knowledge->all.agents.n; i++) {
        if (!agents[i].under) fail_msg("%s: nothing said", agents[i].id);
        int is = agents[i].under->is;
        assert_true((is == UNDER_LABELLED || is == UNDER_CLINIC) ==
                    view_has(&agents[i].groups, "glide"));
        if (view_has(&agents[i].groups, "prescription") || is != UNDER_PRESCRIBER) continue;
        assert_true(view_has(&agents[i].groups, "own_blood"));
    }
}

static void what_is_wished_for_under_the_needle_is_said_to_be_off_label(void **state) {
    static const char off[] = "plan.under_off_label", never[] = "plan.under_never";
    (void)state;
    assert_true(is_said("agents: [prp]\n", off));
    assert_true(is_said("agents: [tranexamic_acid]\n", off));
    assert_false(is_said("agents: [tranexamic_acid]\n", never));
    assert_true(is_said("agents: [ascorbic_acid]\n", never));
    assert_false(is_said("agents: [hyaluronic_acid]\n", off));
    assert_false(is_said("agents: [hydrogel, lidocaine_prilocaine_25_25]\n", never));
}

// A cream without a ceiling of its own label cannot be chosen: only one has one.
static void only_a_cream_with_a_ceiling_is_planned(void **state) {
    const struct agent *agents = people_knowledge->all.agents.items;
    int                 n      = 0;
    (void)state;
    for (int i = 0; i < people_knowledge->all.agents.n; i++)
        if (view_has(&agents[i].groups, "topical_anaesthetic")) n += agents[i].ceilings.n > 0;
    assert_int_equal(n, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_place_left_out_is_kept_by_its_rule),
        cmocka_unit_test(a_model_ends_at_its_own_label),
        cmocka_unit_test(a_model_goes_no_deeper_than_it_reaches),
        cmocka_unit_test(a_model_is_off_label_where_its_own_papers_do_not_name_the_use),
        cmocka_unit_test(a_model_is_off_label_outside_its_skin_types),
        cmocka_unit_test(a_rate_that_can_be_set_is_shown_as_its_range),
        cmocka_unit_test(every_label_asks_for_the_age_of_the_rule),
        cmocka_unit_test(a_model_is_off_label_below_its_own_age),
        cmocka_unit_test(a_ceiling_that_was_published_holds),
        cmocka_unit_test(papers_and_device_say_the_same),
        cmocka_unit_test(a_use_on_record_has_a_number_that_is_listed),
        cmocka_unit_test(the_interlocks_of_an_agent_are_the_rules_that_close_it),
        cmocka_unit_test(nothing_goes_on_before_its_line_of_aftercare_ends),
        cmocka_unit_test(on_the_first_day_nothing_goes_on_but_what_the_clinic_gives),
        cmocka_unit_test(what_irritates_has_a_line),
        cmocka_unit_test(what_is_left_off_before_is_left_off_as_long_as_its_rule_says),
        cmocka_unit_test(only_glide_goes_under_the_needle),
        cmocka_unit_test(what_is_wished_for_under_the_needle_is_said_to_be_off_label),
        cmocka_unit_test(only_a_cream_with_a_ceiling_is_planned),
    };
    return cmocka_run_group_tests(tests, open_all, NULL);
}
