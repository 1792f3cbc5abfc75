// test_controls_random: whatever random people ask for stays within the limits of their plan, and
// what is said to be advised is what they are planned with when they ask for nothing.
// SPDX-License-Identifier: Apache-2.0
#include "knowledge/random_people.h"

#include <math.h>

enum { PEOPLE = 120, TRIES = 2000 };

static const struct plan_control *same(const struct person       *person,
                                       const struct plan_control *control) {
    const struct plan_control *all = person->plan.controls.items;
    for (int i = 0; i < person->plan.controls.n; i++)
        if (text_equal(all[i].id, control->id) && text_equal(all[i].zone, control->zone))
            return &all[i];
    return NULL;
}

// Planned within its limits; NULL: the piece of YAML contradicts itself.
static struct person *planned(const char *yaml) {
    struct person *person = ARENA_NEW(&people_arena, struct person, 1);
    if (people_limited(person, yaml) != ST_OK) return NULL;
    people_claim(people_plan(person));
    people_claim(limits_check(&person->limits, people_knowledge, &person->plan, &people_fault));
    return person;
}

// A value between the ends of a control, often an end, in its unit and in its steps.
static const char *drawn(struct dice *dice, const struct plan_control *control) {
    const struct plan_choice *choices = control->choices.items;
    if (control->choices.n)
        return arena_format(&people_arena, "\"%s\"",
                            choices[dice_below(dice, control->choices.n)].code);
    double share    = dice_one_in(dice, 3) ? dice_below(dice, 2) : dice_share(dice);
    double value    = control->low.value + share * (control->high.value - control->low.value);
    bool   is_whole = control->step.value == 1;
    char   number[32];
    text_number(number, is_whole ? round(value) : fmax(round(10 * value) / 10, control->low.value));
    if (text_equal(control->unit, "1")) return arena_format(&people_arena, "%s", number);
    return arena_format(&people_arena, "\"%s %s\"", number, control->unit);
}

static const char *settings_for(struct dice *dice, const struct person *person) {
    const struct plan_control *all   = person->plan.controls.items;
    struct text                out   = text_new(&people_arena);
    struct text                zones = text_new(&people_arena);
    const char                *zone  = NULL;
    text_add(&out, "settings:\n");
    for (int i = 0; i < person->plan.controls.n; i++) {
        if (text_equal(all[i].id, "cover_after") || dice_one_in(dice, 3)) continue;
        const char *value = drawn(dice, &all[i]);
        if (!all[i].zone) text_addf(&out, "  %s: %s\n", all[i].id, value);
        else if (text_equal(zone, all[i].zone))
            text_addf(&zones, "      %s: %s\n", all[i].id, value);
        else text_addf(&zones, "    - zone: %s\n      %s: %s\n", all[i].zone, all[i].id, value);
        zone = all[i].zone;
    }
    text_addf(&out, "  zones:%s\n%s", zones.n ? "" : " []", zones.data);
    return out.data;
}

static void claim_advised(const struct plan_control *asked, const struct plan_control *plain) {
    assert_true(asked->advised.value == plain->value.value);
    assert_true(asked->advised.is_known == plain->value.is_known);
    assert_true(asked->advised_code == plain->code);
    if (!asked->low.is_known) return;
    assert_true(asked->low.value <= asked->value.value);
    assert_true(asked->value.value <= asked->high.value);
}

static void whatever_is_asked_for_stays_within_and_names_the_advice(void **state) {
    struct dice dice = {20261121};
    int         n = 0, n_set = 0;
    (void)state;
    for (int i = 0; i < TRIES && n < PEOPLE; i++) {
        struct arena   before = people_arena;
        const char    *yaml   = random_person(&dice);
        struct person *plain  = planned(yaml);
        if (plain && plain->plan.controls.n) {
            const char          *settings = settings_for(&dice, plain);
            const struct person *asked =
                planned(arena_format(&people_arena, "%s%s", yaml, settings));
            assert_non_null(asked);
            const struct plan_control *all = plain->plan.controls.items;
            for (int k = 0; k < plain->plan.controls.n; k++) {
                const struct plan_control *other = same(asked, &all[k]);
                if (!other) continue;   // nothing is planned any more
                claim_advised(other, &all[k]);
                n_set += other->is_set;
            }
            n++;
        }
        people_arena = before;
    }
    assert_int_equal(n, PEOPLE);
    assert_true(n_set > PEOPLE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whatever_is_asked_for_stays_within_and_names_the_advice),
    };
    return cmocka_run_group_tests(tests, people_open, NULL);
}
