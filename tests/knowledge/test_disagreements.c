// test_disagreements: each has two sides and says what is used; what it says is what the entries
// hold that carry it.
// SPDX-License-Identifier: Apache-2.0
#include "tests/knowledge/shelf.h"

#include <stdlib.h>

enum { LISTED = 31, HOURS_PER_DAY = 24 };

static const struct disagreement *disagreement_of(const char *id) {
    const struct disagreement *all = knowledge->library.disagreements.items;
    for (int i = 0; i < knowledge->library.disagreements.n; i++)
        if (text_equal(all[i].id, id)) return &all[i];
    return NULL;
}

static void every_disagreement_of_the_list_is_there_once(void **state) {
    const struct disagreement *all = knowledge->library.disagreements.items;
    (void)state;
    for (int i = 1; i <= LISTED; i++) {
        char id[16];
        snprintf(id, sizeof id, "D-%02d", i);
        if (!disagreement_of(id)) fail_msg("%s is missing", id);
    }
    for (int i = 0; i < knowledge->library.disagreements.n; i++)
        assert_ptr_equal(disagreement_of(all[i].id), &all[i]);
}

// ---- sides ----

static bool is_same(const struct names *a, const struct names *b) {
    for (int i = 0; i < a->n; i++)
        if (!view_has(b, a->items[i])) return false;
    return a->n == b->n;
}

static void every_disagreement_has_sides_that_differ_in_their_sources(void **state) {
    const struct disagreement *all = knowledge->library.disagreements.items;
    (void)state;
    for (int i = 0; i < knowledge->library.disagreements.n; i++) {
        const struct disagreement_side *sides   = all[i].sides.items;
        bool                            differs = false;
        if (all[i].sides.n < 2) fail_msg("%s: %d sides", all[i].id, all[i].sides.n);
        for (int k = 0; k < all[i].sides.n; k++) {
            if (sides[k].sources.n == 0) fail_msg("%s: side %d has no source", all[i].id, k);
            differs = differs || !is_same(&sides[k].sources, &sides[0].sources);
            for (int s = 0; s < sides[k].sources.n; s++)
                if (!view_has(&all[i].sources, sides[k].sources.items[s]))
                    fail_msg("%s: %s is no source of the whole", all[i].id,
                             sides[k].sources.items[s]);
        }
        if (!differs) fail_msg("%s: all sides have one source", all[i].id);
    }
}

static bool is_told(const char *id) {
    const struct dispute *told = knowledge->all.disputes.items;
    for (int i = 0; i < knowledge->all.disputes.n; i++)
        if (text_equal(told[i].id, id)) return true;
    return false;
}

static void what_a_plan_tells_of_a_disagreement_stands_in_one_place(void **state) {
    const struct dispute      *told = knowledge->all.disputes.items;
    const struct disagreement *all  = knowledge->library.disagreements.items;
    (void)state;
    for (int i = 0; i < knowledge->all.disputes.n; i++) {
        const struct disagreement *whole = disagreement_of(told[i].id);
        if (!whole) fail_msg("%s: no disagreement", told[i].id);
        if (!is_same(&told[i].sources, &whole->sources)) fail_msg("%s: sources", told[i].id);
    }
    for (int i = 0; i < knowledge->library.disagreements.n; i++) {
        if (is_told(all[i].id) == (all[i].text.n > 0))
            fail_msg("%s: told twice or never", all[i].id);
    }
}

static void check_named(const struct shelf_entry *entry, void *state) {
    const struct field *field = field_find(entry->noun, "disagreement");
    const struct names *named = shelf_member(entry, "disagreement");
    for (int i = 0; field && field->kind == FIELD_TEXTS && i < named->n; i++)
        if (!is_told(named->items[i]))
            fail_msg("%s: no plan could tell of %s", shelf_id(entry), named->items[i]);
    *(int *)state += field && field->kind == FIELD_TEXTS ? named->n : 0;
}

static void what_a_line_names_is_told_by_the_catalogue(void **state) {
    int n = 0;
    (void)state;
    shelf_walk(check_named, &n);
    assert_true(n > 0);
}

// ---- what carries it ----

struct bearing {
    const struct disagreement_bearer *bearer;
    int                               n_entries, n_right;
    const char                       *found;   // what stands there instead
};

// The node at a path of keys and of places in lists, or -1.
static int node_at(const struct doc *doc, const char *path) {
    int node = 0;
    while (*path && node >= 0) {
        const char *dot  = strchr(path, '.');
        ptrdiff_t   n    = dot ? dot - path : (ptrdiff_t)strlen(path);
        const char *key  = arena_text(&arena, path, n);
        int         skip = doc_kind_of(doc, node) == DOC_LIST ? (int)strtol(key, NULL, 10) : -1;
        if (skip >= 0)
            for (node = doc->nodes[node].first; node >= 0 && skip > 0; skip--)
                node = doc->nodes[node].next;
        else node = doc_child(doc, node, key);
        path += dot ? n + 1 : n;
    }
    return node;
}

static void bear(const struct shelf_entry *entry, void *state) {
    struct bearing *bearing = state;
    const char     *id      = shelf_id(entry);
    if (!id || !text_equal(id, bearing->bearer->id)) return;
    bearing->n_entries++;
    if (!bearing->bearer->field) return;
    struct doc_build *build = doc_build_new(&arena);
    field_write(entry->noun, entry->at, build, NULL);
    struct doc doc  = doc_build_done(build);
    int        node = node_at(&doc, bearing->bearer->field);
    if (node < 0) return;
    bearing->found = doc_text(&doc, node);
    bearing->n_right += text_equal(bearing->found, bearing->bearer->value);
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Does a text name this number, and not as a part of a longer one?
static bool names_number(const char *text, double value) {
    char number[32];
    snprintf(number, sizeof number, "%g", value);
    ptrdiff_t n = (ptrdiff_t)strlen(number);
    for (const char *at = strstr(text, number); at; at = strstr(at + 1, number)) {
        bool is_begun = at > text && (is_digit(at[-1]) || at[-1] == '.');
        bool is_ended = is_digit(at[n]) || (at[n] == '.' && is_digit(at[n + 1]));
        if (!is_begun && !is_ended) return true;
    }
    return false;
}

// Hours may be told as days.
static bool tells(const char *text, const char *value) {
    char  *end;
    double number = strtod(value, &end);
    return names_number(text, number) ||
           (text_equal(end, " h") && names_number(text, number / HOURS_PER_DAY));
}

static int bearer_fails(const struct disagreement *one, const struct disagreement_bearer *bearer) {
    struct bearing bearing = {.bearer = bearer};
    shelf_walk(bear, &bearing);
    bool is_right =
        bearing.n_entries > 0 && !bearer->field == !bearer->value &&
        (!bearer->field || (bearing.n_right > 0 && tells(load_words(&one->uses), bearer->value)));
    if (!is_right)
        fprintf(stderr, "%s: %s %s: %s is told, %s stands there\n", one->id, bearer->id,
                bearer->field ? bearer->field : "", bearer->value ? bearer->value : "-",
                bearing.found ? bearing.found : "nothing");
    return !is_right;
}

static void what_is_used_is_what_the_entries_hold_that_carry_it(void **state) {
    const struct disagreement *all    = knowledge->library.disagreements.items;
    int                        failed = 0, n = 0;
    (void)state;
    for (int i = 0; i < knowledge->library.disagreements.n; i++) {
        const struct disagreement_bearer *bearers = all[i].enforced_by.items;
        if (all[i].enforced_by.n == 0) fail_msg("%s: nothing carries it", all[i].id);
        for (int k = 0; k < all[i].enforced_by.n; k++, n++)
            failed += bearer_fails(&all[i], &bearers[k]);
    }
    fprintf(stderr, "%d bearers, %d failed\n", n, failed);
    assert_int_equal(failed, 0);
}

static void a_number_that_is_not_used_is_found_out(void **state) {
    const struct disagreement *one    = disagreement_of("D-12");
    struct disagreement_bearer right  = {"CI-03", "cases.0.until.days", "180"};
    struct disagreement_bearer wrong  = {"CI-03", "cases.0.until.days", "90"};
    struct disagreement_bearer nobody = {"CI-99", NULL, NULL};
    (void)state;
    assert_int_equal(bearer_fails(one, &right), 0);
    assert_int_equal(bearer_fails(one, &wrong), 1);
    assert_int_equal(bearer_fails(one, &nobody), 1);
    assert_false(names_number("Of 180 days", 80) || names_number("1.50 mm", 1.5));
    assert_true(tells("Two weeks, 14 days.", "336 h") && !tells("14 days", "14.5 d"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_disagreement_of_the_list_is_there_once),
        cmocka_unit_test(every_disagreement_has_sides_that_differ_in_their_sources),
        cmocka_unit_test(what_a_plan_tells_of_a_disagreement_stands_in_one_place),
        cmocka_unit_test(what_a_line_names_is_told_by_the_catalogue),
        cmocka_unit_test(what_is_used_is_what_the_entries_hold_that_carry_it),
        cmocka_unit_test(a_number_that_is_not_used_is_found_out),
    };
    return cmocka_run_group_tests(tests, shelf_open, NULL);
}
