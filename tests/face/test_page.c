// test_page: what is printed keeps to its width and never steers the terminal.
// SPDX-License-Identifier: Apache-2.0
#include "face/page.h"

#include "base/test_doc.h"

static void nothing_but_our_own_marks_steers_the_terminal(void **state) {
    struct world *world    = *state;
    const char   *steering = "a\033[31m\a\xC2\x9B\xE2\x80\xAE\xE2\x81\xA6z";
    struct page   page     = page_new(60, false, &world->arena);
    page_text(&page, 0, steering);
    page_pair(&page, 0, 12, PAGE_BOLD, steering, "x");
    page_row(&page, 0, PAGE_PLAIN, (const int[]){4}, &steering, 1);
    assert_string_equal(page.out.data, "a?[31m????z\na?[31m????z x\na?[31m????z\n");
}

static void arabic_is_printed_as_it_is(void **state) {
    struct world *world = *state;
    struct page   page  = page_new(60, false, &world->arena);
    page_text(&page, 0, "\xD9\x84\xD9\x8A\xD9\x84\xD9\x89 \xE2\x80\x8FLeila");
    assert_string_equal(page.out.data, "\xD9\x84\xD9\x8A\xD9\x84\xD9\x89 \xE2\x80\x8FLeila\n");
}

static void a_tab_is_a_place_to_break(void **state) {
    struct world *world = *state;
    struct page   page  = page_new(10, false, &world->arena);
    page_text(&page, 0, "one\ttwo\nthree");
    assert_string_equal(page.out.data, "one two\nthree\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(nothing_but_our_own_marks_steers_the_terminal),
        IN_WORLD(arabic_is_printed_as_it_is),
        IN_WORLD(a_tab_is_a_place_to_break),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
