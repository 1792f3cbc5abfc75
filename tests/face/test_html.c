// test_html: a page is well-formed whatever texts it is given.
// SPDX-License-Identifier: Apache-2.0
#include "face/html.h"

#include "base/test_doc.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void what_has_a_meaning_in_markup_is_escaped(void **state) {
    struct world *world = *state;
    struct html   html  = html_new(&world->arena);
    ptrdiff_t     n     = 0;
    html_open(&html, "p", "title", "a \"b\" <c> & 'd'", "lang", NULL, "id", "x", NULL);
    html_text(&html, "1 < 2 > 0 & \"so\" </p><script>");
    html_close(&html, "p");
    const char *out = html_done(&html, &n);
    assert_string_equal(out, "<p title=\"a &quot;b&quot; &lt;c&gt; &amp; 'd'\" id=\"x\">"
                             "1 &lt; 2 &gt; 0 &amp; &quot;so&quot; &lt;/p&gt;&lt;script&gt;</p>\n");
    assert_int_equal(n, (ptrdiff_t)strlen(out));
}

// Every single byte below 0x80, and the two ends of the plane.
static void what_xml_cannot_hold_is_replaced(void **state) {
    struct world *world = *state;
    for (int c = 1; c < 0x80; c++) {
        struct html html   = html_new(&world->arena);
        const char  text[] = {(char)c, 0};
        bool        is_out = (c < 0x20 && c != '\t' && c != '\n') || c == 0x7F;
        html_text(&html, text);
        assert_int_equal(text_equal(html_done(&html, NULL), "\xEF\xBF\xBD"), is_out);
    }
    struct html html = html_new(&world->arena);
    html_text(&html, "a\xEF\xBF\xBEz\xEF\xBF\xBF\xEF\xBF\xBC");
    assert_string_equal(html_done(&html, NULL), "a\xEF\xBF\xBDz\xEF\xBF\xBD\xEF\xBF\xBC");
}

static void other_scripts_stay_as_they_are(void **state) {
    struct world *world = *state;
    struct html   html  = html_new(&world->arena);
    html_leaf(&html, "bdi", "ليلى حداد, 李, Ünïcode 🙂", NULL);
    assert_string_equal(html_done(&html, NULL),
                        "<bdi>ليلى حداد, 李, Ünïcode 🙂</bdi>");
}

static void an_element_may_be_empty(void **state) {
    struct world *world = *state;
    struct html   html  = html_new(&world->arena);
    html_empty(&html, "meta", "charset", "utf-8", NULL);
    html_leaf(&html, "b", "", NULL);
    assert_string_equal(html_done(&html, NULL), "<meta charset=\"utf-8\"/><b></b>");
}

enum misuse { CLOSE_ANOTHER, CLOSE_TOO_MANY, LEAVE_OPEN, TOO_DEEP, MISUSES };

static void misuse(struct html *html, enum misuse which) {
    html_open(html, "div", NULL);
    if (which == CLOSE_ANOTHER) html_close(html, "p");
    if (which == TOO_DEEP)
        for (int i = 0; i < HTML_DEPTH; i++) html_open(html, "b", NULL);
    if (which == CLOSE_TOO_MANY)
        for (int i = 0; i < 2; i++) html_close(html, "div");
    html_done(html, NULL);
}

static void what_would_not_balance_is_a_bug_and_stops(void **state) {
    struct world *world = *state;
    for (int which = 0; which < MISUSES; which++) {
        pid_t child = fork();
        assert_true(child >= 0);
        if (child == 0) {
            struct html html = html_new(&world->arena);
            close(2);
            misuse(&html, which);
            _exit(0);
        }
        int ended = 0;
        assert_int_equal(waitpid(child, &ended, 0), child);
        assert_true(WIFSIGNALED(ended));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(what_has_a_meaning_in_markup_is_escaped),
        IN_WORLD(what_xml_cannot_hold_is_replaced),
        IN_WORLD(other_scripts_stay_as_they_are),
        IN_WORLD(an_element_may_be_empty),
        IN_WORLD(what_would_not_balance_is_a_bug_and_stops),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
