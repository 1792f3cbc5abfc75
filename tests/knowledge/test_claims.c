// test_claims: what articles claim: all of it is there, what it points to exists, and nothing told
// to a person repeats a claim that does not hold.
// SPDX-License-Identifier: Apache-2.0
#include "tests/knowledge/shelf.h"

enum { CLAIMS_LISTED = 46, GAPS = 15 };

static struct list all_claims;   // of claim

// Which of the articles SD0 to SD3 makes each claim of the list, as read in the articles.
static const char *const articles[CLAIMS_LISTED] = {
    "023", "01",  "01",   "2",    "3", "01", "2", "3",    "012", "0123", "2", "01",
    "3",   "012", "0123", "0123", "0", "1",  "2", "0123", "3",   "01",   "0", "0",
    "123", "1",   "1",    "1",    "1", "1",  "1", "1",    "1",   "3",    "1", "12",
    "2",   "2",   "2",    "12",   "2", "2",  "2", "2",    "3",   "1"};

static const struct claim *claim_of(const char *id) {
    const struct claim *all = all_claims.items;
    for (int i = 0; i < all_claims.n; i++)
        if (text_equal(all[i].id, id)) return &all[i];
    return NULL;
}

static void every_claim_of_the_list_is_there_with_its_articles(void **state) {
    (void)state;
    for (int i = 0; i < CLAIMS_LISTED; i++) {
        char                id[16];
        const struct claim *claim = NULL;
        snprintf(id, sizeof id, "SC-%02d", i + 1);
        claim = claim_of(id);
        if (!claim) fail_msg("%s is missing", id);
        if (claim->articles.n != (int)strlen(articles[i])) fail_msg("%s: articles", id);
        for (int k = 0; k < claim->articles.n; k++) {
            const char *key = claim->articles.items[k];
            if (strncmp(key, "SD", 2) != 0 || key[2] != articles[i][k]) fail_msg("%s: %s", id, key);
        }
    }
}

static void every_claim_stands_once_with_a_verdict_and_its_reason(void **state) {
    const struct claim *all = all_claims.items;
    (void)state;
    assert_int_equal(knowledge->library.claims.n, CLAIMS_LISTED);
    for (int i = 0; i < all_claims.n; i++) {
        assert_ptr_equal(claim_of(all[i].id), &all[i]);
        assert_true(all[i].verdict > 0 && all[i].articles.n > 0 && all[i].see.n > 0);
        assert_true(strlen(load_words(&all[i].because)) > 40);
    }
}

static void what_a_claim_or_a_gap_points_to_exists(void **state) {
    const struct claim *claims   = all_claims.items;
    const struct gap   *gaps     = knowledge->library.gaps.items;
    int                 dangling = 0;
    (void)state;
    for (int i = 0; i < all_claims.n; i++) dangling += shelf_dangling(claims[i].id, &claims[i].see);
    for (int i = 0; i < knowledge->library.gaps.n; i++)
        dangling += shelf_dangling(gaps[i].id, &gaps[i].see);
    assert_int_equal(dangling, 0);
    assert_int_equal(knowledge->library.gaps.n, GAPS);
}

// ---- nothing repeats a claim that fails ----

// A text repeats a claim if it has both of these, in any case of letters.
static const struct {
    const char *claim, *one, *other;
} repeated[] = {
    {"SC-08", "at least four", ""},        {"SC-08", "at least 4", ""},
    {"SC-11", "few hundred needles", ""},  {"SC-13", "only the surface", ""},
    {"SC-13", "only the outer layer", ""}, {"SC-15", "elastin", ""},
    {"SC-18", "couple of weeks", ""},      {"SC-18", "results in two weeks", ""},
    {"SC-37", "cold sore", "lower"},       {"SC-37", "cold sore", "reduce"},
    {"SC-37", "cold sore", "fewer"},       {"SC-39", "psoriasis", "guard"},
    {"SC-39", "psoriasis", "protect"},     {"SC-39", "rosacea", "guard"},
    {"SC-39", "rosacea", "protect"},       {"SC-39", "dermatitis", "guard"},
    {"SC-39", "dermatitis", "protect"},    {"SC-41", "tretinoin", "brought into"},
    {"SC-41", "tretinoin", "inject"},      {"SC-48", "painless", ""},
    {"RG-08", "0.3 mm", "limit"},
};

enum { REPEATED = sizeof repeated / sizeof repeated[0] };

static bool repeats(const char *text, int r) {
    return strcasestr(text, repeated[r].one) && strcasestr(text, repeated[r].other);
}

static void check_words(const struct shelf_entry *entry, void *state) {
    static const char *const told[]  = {"sayings", "advice",  "meanwhile", "watch",
                                        "rates",   "options", "steps",     "stops",
                                        "cards",   "looks",   "questions"};
    int                     *n       = state;
    bool                     is_told = false;
    for (int i = 0; i < (int)(sizeof told / sizeof told[0]); i++)
        is_told = is_told || text_equal(entry->list, told[i]);
    if (!is_told) return;
    for (const struct field *field = entry->noun->fields; field->name; field++) {
        const void *at = (const char *)entry->at + field->offset;
        if (field->kind != FIELD_WORDING) continue;
        for (int r = 0; r < REPEATED; r++) {
            if (!repeats(load_words(at), r)) continue;
            fprintf(stderr, "%s repeats %s: %s\n", shelf_id(entry), repeated[r].claim,
                    load_words(at));
            ++*n;
        }
    }
}

static void nothing_told_repeats_a_claim_that_does_not_hold(void **state) {
    int n = 0;
    (void)state;
    shelf_walk(check_words, &n);
    assert_int_equal(n, 0);
}

static bool is_failed(const struct claim *claim) {
    const char *verdict = words_verdict[claim->verdict - 1];
    return text_equal(verdict, "wrong") || text_equal(verdict, "contradicted") ||
           text_equal(verdict, "unsupported");
}

static void every_claim_that_fails_is_looked_for_and_would_be_found(void **state) {
    const struct claim *all = all_claims.items;
    (void)state;
    for (int i = 0; i < all_claims.n; i++) {
        bool is_found = !is_failed(&all[i]);
        for (int r = 0; r < REPEATED; r++)
            if (text_equal(repeated[r].claim, all[i].id) && repeats(load_words(&all[i].says), r))
                is_found = true;
        if (!is_found) fail_msg("%s would not be found", all[i].id);
    }
}

// The listed claims and those besides, one after the other.
static int open_claims(void **state) {
    if (shelf_open(state) != 0) return -1;
    const struct list *listed = &knowledge->library.claims;
    const struct list *more   = &knowledge->library.further_claims;
    struct claim      *items  = ARENA_NEW(&arena, struct claim, listed->n + more->n);
    memcpy(items, listed->items, (size_t)listed->n * sizeof *items);
    memcpy(items + listed->n, more->items, (size_t)more->n * sizeof *items);
    all_claims = (struct list){items, listed->n + more->n, true};
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_claim_of_the_list_is_there_with_its_articles),
        cmocka_unit_test(every_claim_stands_once_with_a_verdict_and_its_reason),
        cmocka_unit_test(what_a_claim_or_a_gap_points_to_exists),
        cmocka_unit_test(nothing_told_repeats_a_claim_that_does_not_hold),
        cmocka_unit_test(every_claim_that_fails_is_looked_for_and_would_be_found),
    };
    return cmocka_run_group_tests(tests, open_claims, NULL);
}
