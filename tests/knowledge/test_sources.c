// test_sources: sources have one form and say what was read; every row of the evidence is used by
// an entry or stands in its register with the reason why not.
// SPDX-License-Identifier: Apache-2.0
#include "tests/knowledge/shelf.h"

#include <stdlib.h>

// These stand for whoever says it, not for a text.
static bool is_reserved(const char *key) {
    return text_equal(key, "default") || text_equal(key, "clinic") || text_equal(key, "patient") ||
           text_equal(key, "setup");
}

// "Authors YEAR: title; where" or "Authors, no year: title; where"; a remark in brackets may follow
// the year. NULL if it is; else what is wrong.
static const char *form_fault(const struct source *source) {
    const char *colon = strstr(source->text, ": "), *where = strstr(source->text, "; ");
    const char *bracket = strstr(source->text, " (");
    if (!colon || !where || where < colon || !where[2]) return "no title or place";
    if (bracket && bracket < colon && colon[-1] != ')') return "a remark that does not end";
    const char *end = bracket && bracket < colon ? bracket : colon;
    ptrdiff_t   n   = end - source->text;
    if (n >= 9 && strncmp(end - 9, ", no year", 9) == 0)
        return source->year.is_known ? "a year that the text does not say" : NULL;
    if (n < 6 || end[-5] != ' ') return "no year";
    if (!source->year.is_known) return "no year in its field";
    return strtol(end - 4, NULL, 10) == (long)source->year.value ? NULL : "two years";
}

static void every_source_says_who_when_what_and_where(void **state) {
    const struct source *all   = knowledge->all.sources.items;
    int                  wrong = 0;
    (void)state;
    for (int i = 0; i < knowledge->all.sources.n; i++) {
        const char *what = is_reserved(all[i].key) ? NULL : form_fault(&all[i]);
        if (what) fprintf(stderr, "%s: %s: %s\n", all[i].key, what, all[i].text);
        wrong += what != NULL;
    }
    assert_int_equal(wrong, 0);
}

static void a_source_without_its_form_is_found_out(void **state) {
    const struct amount none = {0}, year = {.value = 2014, .is_known = true};
    struct source       good     = {.text = "Alam 2014: a trial; JAMA", .year = year};
    struct source       remark   = {.text = "Shen 2014 (not confirmed): a pool; APS", .year = year};
    struct source       undated  = {.text = "Nuance, no year: sheet; clinic page", .year = none};
    struct source       bare     = {.text = "Clinic sheet for Morpheus8", .year = none};
    struct source       nowhere  = {.text = "Alam 2014: a trial", .year = year};
    struct source       unfilled = {.text = "Alam 2014: a trial; JAMA", .year = none};
    struct source       dated    = {.text = "Nuance, no year: sheet; page", .year = year};
    struct source       other    = {.text = "Alam 2015: a trial; JAMA", .year = year};
    (void)state;
    assert_true(!form_fault(&good) && !form_fault(&remark) && !form_fault(&undated));
    assert_true(form_fault(&bare) && form_fault(&nowhere) && form_fault(&unfilled));
    assert_true(form_fault(&dated) && form_fault(&other));
}

// What was not read itself is not called seen, and what was read not at all is unverified.
static void what_was_read_bounds_the_status_of_a_source(void **state) {
    const struct source *all   = knowledge->all.sources.items;
    int                  wrong = 0;
    (void)state;
    for (int i = 0; i < knowledge->all.sources.n; i++) {
        if (is_reserved(all[i].key)) continue;
        if (!all[i].kind || !all[i].read) fail_msg("%s: kind or read is missing", all[i].key);
        const char *read     = words_read[all[i].read - 1];
        bool        is_none  = text_equal(read, "none");
        bool        is_other = text_equal(read, "secondary") || text_equal(read, "news");
        bool        is_right = is_none    ? all[i].status == STATUS_UNVERIFIED
                               : is_other ? all[i].status == STATUS_SEEN_SECOND
                                          : all[i].status != STATUS_UNVERIFIED;
        if (!is_right)
            fprintf(stderr, "%s: %s, %s\n", all[i].key, read, words_status[all[i].status - 1]);
        wrong += !is_right;
    }
    assert_int_equal(wrong, 0);
}

// ---- rows of the evidence ----

struct row_search {
    const char *row;
    int         n;
};

static void count_row(const struct shelf_entry *entry, void *state) {
    struct row_search  *search = state;
    const struct names *rows   = shelf_member(entry, "rows");
    const struct field *field  = field_find(entry->noun, "rows");
    search->n += rows && field->kind == FIELD_TEXTS && view_has(rows, search->row);
}

static void search_row(const struct shelf_entry *entry, void *state) {
    struct row_search *search = state;
    const char        *id     = shelf_id(entry);
    if (text_equal(entry->list, "registers")) return;
    search->n += id && text_equal(id, search->row);
    shelf_below(entry, count_row, search);
}

static bool is_used(const char *row) {
    struct row_search search = {row, 0};
    shelf_walk(search_row, &search);
    return search.n > 0;
}

static const char *reason_why_not(const struct row_register *one, const char *row) {
    const struct row_unused *unused = one->unused.items;
    for (int i = 0; i < one->unused.n; i++)
        if (text_equal(unused[i].id, row)) return load_words(&unused[i].because);
    return NULL;
}

static void every_row_is_used_or_has_a_reason_why_not(void **state) {
    const struct row_register *all    = knowledge->library.registers.items;
    int                        failed = 0, n = 0;
    (void)state;
    for (int i = 0; i < knowledge->library.registers.n; i++)
        for (int k = 0; k < all[i].ids.n; k++, n++) {
            const char *row     = all[i].ids.items[k];
            const char *because = reason_why_not(&all[i], row);
            bool        is_in   = is_used(row);
            if (is_in == (because == NULL) && (is_in || strlen(because) > 8)) continue;
            fprintf(stderr, "%s: %s\n", row, is_in ? "used and listed as unused" : "not used");
            failed++;
        }
    fprintf(stderr, "%d rows in %d registers\n", n, knowledge->library.registers.n);
    assert_int_equal(failed, 0);
    assert_false(is_used("SC-99"));
}

static void the_registers_count_what_the_evidence_has(void **state) {
    static const struct {
        const char *prefix;
        int         n;
    } counts[]                     = {{"SC", 46}, {"D", 31}, {"CI", 55}, {"AM", 15}, {"RG", 8},
                                      {"AE", 5},  {"PI", 9}, {"GI", 10}, {"G", 15}};
    const struct row_register *all = knowledge->library.registers.items;
    (void)state;
    for (int c = 0; c < (int)(sizeof counts / sizeof counts[0]); c++) {
        int n = 0;
        for (int i = 0; i < knowledge->library.registers.n; i++)
            if (text_equal(all[i].id, counts[c].prefix)) n += all[i].ids.n;
        if (n != counts[c].n) fail_msg("%s: %d rows", counts[c].prefix, n);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_source_says_who_when_what_and_where),
        cmocka_unit_test(a_source_without_its_form_is_found_out),
        cmocka_unit_test(what_was_read_bounds_the_status_of_a_source),
        cmocka_unit_test(every_row_is_used_or_has_a_reason_why_not),
        cmocka_unit_test(the_registers_count_what_the_evidence_has),
    };
    return cmocka_run_group_tests(tests, shelf_open, NULL);
}
