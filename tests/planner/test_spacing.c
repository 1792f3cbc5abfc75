// test_spacing: days between needling and other treatments of the same skin.
// SPDX-License-Identifier: Apache-2.0
#include "planner/people.h"

static bool names_meet(const struct names *one, const struct names *other) {
    for (int i = 0; i < one->n; i++)
        if (view_has(other, one->items[i])) return true;
    return false;
}

// The codes a case is about: its own, or those of the rule.
static bool is_about(const struct rule *rule, const struct rule_case *one,
                     const struct names *procedures) {
    const struct rule_subject *about = rule->about.items;
    const struct rule_test    *tests = one->where.items;
    for (int i = 0; i < one->where.n; i++)
        if (text_equal(tests[i].field, "code")) return names_meet(&tests[i].is, procedures);
    for (int i = 0; i < rule->about.n; i++)
        if (names_meet(&about[i].codes, procedures)) return true;
    return false;
}

static void the_days_before_needling_are_those_of_the_rules(void **state) {
    (void)state;
    const struct spacing *all      = people_knowledge->all.spacings.items;
    int                   compared = 0;
    for (int i = 0; i < people_knowledge->all.spacings.n; i++) {
        for (int k = 0; k < all[i].rules.n; k++) {
            const struct rule *rule = load_rule(people_knowledge, all[i].rules.items[k]);
            assert_non_null(rule);
            const struct rule_case *cases = rule->cases.items;
            for (int c = 0; c < rule->cases.n; c++) {
                if (!cases[c].until || !is_about(rule, &cases[c], &all[i].procedures)) continue;
                assert_non_null(all[i].before);
                PEOPLE_NEAR(all[i].before->value.value, cases[c].until->days.value);
                compared++;
            }
        }
        if (all[i].before) assert_true(all[i].rules.n > 0);   // no day that nothing holds to
    }
    assert_int_equal(compared, 10);
}

static const struct plan_spacing *spacing(const struct person *person, const char *id) {
    const struct plan_spacing *all = person->plan.spacing.items;
    for (int i = 0; i < person->plan.spacing.n; i++)
        if (text_equal(all[i].id, id)) return &all[i];
    return NULL;
}

static void another_treatment_fits_between_two_sittings_or_waits_for_the_last(void **state) {
    (void)state;
    const struct person       *person   = people_of("{}\n");
    const struct plan_session *sessions = person->plan.sessions.items;
    date_day                   first = sessions[0].date.day, second = sessions[1].date.day;
    date_day                   last = sessions[person->plan.sessions.n - 1].date.day;
    assert_true(second - first >= 28);
    assert_int_equal(spacing(person, "toxin")->from.day, first + 14);
    assert_int_equal(spacing(person, "toxin")->to.day, second - 14);
    assert_int_equal(spacing(person, "laser_ablative")->from.day, last + 14);
    assert_int_equal(spacing(person, "laser_ablative")->to.day, 0);
    assert_null(spacing(person, "surgery")->after);
    assert_non_null(strstr(spacing(person, "surgery")->text, "no figure was found"));
    assert_non_null(spacing(person, "filler"));
    assert_null(spacing(person, "filler_rf"));   // no radiofrequency here
    for (int i = 0; i < person->plan.spacing.n; i++)
        assert_null(strchr(((const struct plan_spacing *)person->plan.spacing.items)[i].text, '{'));
    assert_int_equal(people_example("leila-haddad")->plan.spacing.n, 0);
}

static double line_h(const struct person *person, const char *id) {
    const struct plan_advice *all = person->plan.aftercare.items;
    for (int i = 0; i < person->plan.aftercare.n; i++)
        if (text_equal(all[i].id, id)) return all[i].lasts->value.value;
    return 0;
}

// What the line of the aftercare names may not come sooner than its own entry says.
static void the_line_about_other_treatments_is_no_shorter_than_their_days(void **state) {
    static const char *const ids[] = {"toxin",          "filler",    "laser_whole",
                                      "laser_ablative", "deep_peel", "peel"};
    (void)state;
    const struct person *person = people_of("{}\n");
    for (int i = 0; i < 6; i++)
        assert_true(line_h(person, "procedures") >=
                    24 * spacing(person, ids[i])->after->value.value);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_days_before_needling_are_those_of_the_rules),
        cmocka_unit_test(another_treatment_fits_between_two_sittings_or_waits_for_the_last),
        cmocka_unit_test(the_line_about_other_treatments_is_no_shorter_than_their_days),
    };
    return cmocka_run_group_tests(tests, people_open, NULL);
}
