// SPDX-License-Identifier: Apache-2.0
#include "face/http_guard.h"

#include "base/limits.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { FIELDS_MAX = LIMIT_FIELDS + 8 };

static const char *const names[] = {"plans.example.org"};

// A head of name, value, name, value ... after its first line.
struct head {
    struct http_guard_field fields[FIELDS_MAX];
    struct http_guard_head  head;
    struct http_guard_site  site;
    struct http_guard_found found;
};

static struct head head_of(const char *method, const char *target) {
    struct head made = {.head = {method, target, "HTTP/1.1", NULL, 0, true},
                        .site = {"192.0.2.7", names, 1, 8080, false}};
    return made;
}

static void add(struct head *head, const char *name, const char *value) {
    head->fields[head->head.n_fields++] =
        (struct http_guard_field){name, value, (ptrdiff_t)strlen(name), (ptrdiff_t)strlen(value)};
}

static enum http_guard_reason checked(struct head *head) {
    head->head.fields = head->fields;
    return http_guard_check(&head->head, &head->site, &head->found);
}

// A GET of "/" with one field more.
static enum http_guard_reason with(const char *name, const char *value) {
    struct head head = head_of("GET", "/");
    add(&head, "Host", "127.0.0.1:8080");
    add(&head, name, value);
    return checked(&head);
}

static enum http_guard_reason posted(const char *name, const char *value) {
    struct head head = head_of("POST", "/api/plan");
    add(&head, "Host", "127.0.0.1:8080");
    add(&head, name, value);
    return checked(&head);
}

static enum http_guard_reason hosted(const char *host) {
    struct head head = head_of("GET", "/");
    add(&head, "Host", host);
    return checked(&head);
}

static enum http_guard_reason aimed(const char *target) {
    struct head head = head_of("GET", target);
    add(&head, "Host", "127.0.0.1:8080");
    return checked(&head);
}

static void a_head_of_ours_is_taken_and_read(void **state) {
    (void)state;
    struct head head = head_of("POST", "/api/plan?on=2026-03-02");
    add(&head, "host", "LocalHost:8080");
    add(&head, "Origin", "http://localhost:8080");
    add(&head, "Sec-Fetch-Site", "same-origin");
    add(&head, "Content-Type", "application/json");
    add(&head, "content-length", "42");
    add(&head, "Accept-Encoding", "br;q=1, gzip;q=0.5");
    add(&head, "Authorization", "Bearer abc");
    add(&head, "Expect", "100-Continue");
    add(&head, "Stipple-Page", "page-0001");
    add(&head, "Stipple-Work", "work_0001");
    assert_int_equal(checked(&head), HTTP_GUARD_FINE);
    assert_int_equal(head.found.method, REQUEST_POST);
    assert_int_equal(head.found.length, 42);
    assert_string_equal(head.found.content_type, "application/json");
    assert_string_equal(head.found.page, "page-0001");
    assert_string_equal(head.found.work, "work_0001");
    assert_true(head.found.takes_gzip);
    assert_true(head.found.expects_continue);
    assert_null(head.found.if_none_match);
}

static void only_names_of_this_server_are_its_host(void **state) {
    (void)state;
    static const char *const ours[] = {
        "127.0.0.1:8080", "127.9.9.9:8080", "localhost:8080", "LOCALHOST:08080",
        "[::1]:8080",     "[0:0::1]:8080",  "192.0.2.7:8080", "plans.example.org:8080"};
    static const char *const others[] = {"evil.example:8080",
                                         "127.0.0.1:8081",
                                         "127.0.0.1",
                                         "localhost",
                                         "192.0.2.8:8080",
                                         "[::2]:8080",
                                         "localhost.evil.example:8080",
                                         "0.0.0.0:8080",
                                         "127.1:8080",
                                         "0x7f000001:8080",
                                         "2130706433:8080",
                                         "localhost.:8080"};
    static const char *const broken[] = {"",
                                         ":8080",
                                         "localhost:",
                                         "localhost:0",
                                         "localhost:65536",
                                         "localhost:+8080",
                                         "localhost:80a",
                                         "user@localhost:8080",
                                         "localhost:8080,evil",
                                         "[::1",
                                         "[::1]8080",
                                         "::1:8080",
                                         "local host:8080",
                                         "localhost:8080/",
                                         "[::1%eth0]:8080"};
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        assert_int_equal(hosted(ours[i]), HTTP_GUARD_FINE);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_int_equal(hosted(others[i]), HTTP_GUARD_OTHER_HOST);
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
        assert_int_equal(hosted(broken[i]), HTTP_GUARD_HOST);
}

static void the_port_of_the_scheme_need_not_be_said(void **state) {
    (void)state;
    struct head head = head_of("GET", "/");
    add(&head, "Host", "localhost");
    head.site.port = 80;
    assert_int_equal(checked(&head), HTTP_GUARD_FINE);
    head.site.is_tls = true;
    assert_int_equal(checked(&head), HTTP_GUARD_OTHER_HOST);
    head.site.port = 443;
    assert_int_equal(checked(&head), HTTP_GUARD_FINE);
}

static void a_host_is_needed_once(void **state) {
    (void)state;
    struct head none = head_of("GET", "/");
    assert_int_equal(checked(&none), HTTP_GUARD_HOST);
    assert_int_equal(with("Host", "127.0.0.1:8080"), HTTP_GUARD_TWICE);
}

static void another_pages_request_is_refused(void **state) {
    (void)state;
    assert_int_equal(with("Origin", "http://127.0.0.1:8080"), HTTP_GUARD_FINE);
    static const char *const others[] = {"null",
                                         "http://evil.example",
                                         "http://127.0.0.1",
                                         "https://127.0.0.1:8080",
                                         "http://127.0.0.1:8081",
                                         "http://localhost:8080",
                                         "http://127.0.0.1:8080/",
                                         "file://",
                                         ""};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_int_equal(with("Origin", others[i]), HTTP_GUARD_ORIGIN);
    assert_int_equal(with("Sec-Fetch-Site", "none"), HTTP_GUARD_FINE);
    assert_int_equal(with("Sec-Fetch-Site", "cross-site"), HTTP_GUARD_SITE);
    assert_int_equal(with("Sec-Fetch-Site", "same-site"), HTTP_GUARD_SITE);
    assert_int_equal(with("Sec-Fetch-Site", "made-up"), HTTP_GUARD_SITE);
}

static enum http_guard_reason visited(const char *method, const char *target, const char *mode,
                                      const char *destination) {
    struct head head = head_of(method, target);
    add(&head, "Host", "127.0.0.1:8080");
    add(&head, "Sec-Fetch-Site", "cross-site");
    add(&head, "Sec-Fetch-Mode", mode);
    add(&head, "Sec-Fetch-Dest", destination);
    return checked(&head);
}

static void a_link_from_elsewhere_leads_to_the_page_and_nowhere_else(void **state) {
    (void)state;
    assert_int_equal(visited("GET", "/", "navigate", "document"), HTTP_GUARD_FINE);
    assert_int_equal(visited("GET", "/", "navigate", "iframe"), HTTP_GUARD_SITE);
    assert_int_equal(visited("GET", "/app.js", "no-cors", "script"), HTTP_GUARD_SITE);
    assert_int_equal(visited("POST", "/", "navigate", "document"), HTTP_GUARD_SITE);
    assert_int_equal(visited("GET", "/api/texts", "navigate", "document"), HTTP_GUARD_SITE);
    assert_int_equal(visited("GET", "/api?x", "navigate", "document"), HTTP_GUARD_SITE);
    assert_int_equal(visited("GET", "/metrics", "navigate", "document"), HTTP_GUARD_SITE);
}

static void a_body_has_one_length_that_all_read_alike(void **state) {
    (void)state;
    static const char *const wrong[] = {"",
                                        "-1",
                                        "+1",
                                        "0x10",
                                        "1 1",
                                        "1,1",
                                        "1e3",
                                        "1.0",
                                        "9999999999999999",
                                        "18446744073709551617",
                                        "ten"};
    assert_int_equal(posted("Content-Length", "0"), HTTP_GUARD_FINE);
    assert_int_equal(posted("Content-Length", "1048576"), HTTP_GUARD_FINE);
    assert_int_equal(posted("Content-Length", "1048577"), HTTP_GUARD_LARGE);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(posted("Content-Length", wrong[i]), HTTP_GUARD_LENGTH);
    struct head both = head_of("POST", "/api/plan");
    add(&both, "Host", "127.0.0.1:8080");
    add(&both, "Content-Length", "5");
    add(&both, "Content-Length", "5");
    assert_int_equal(checked(&both), HTTP_GUARD_TWICE);
    both.head.n_fields--;
    assert_int_equal(checked(&both), HTTP_GUARD_FINE);
    add(&both, "Transfer-Encoding", "chunked");
    assert_int_equal(checked(&both), HTTP_GUARD_FRAMING);
}

static void only_chunked_and_only_in_http_1_1(void **state) {
    (void)state;
    static const char *const wrong[] = {"",
                                        "xchunked",
                                        "chunked, identity",
                                        "identity",
                                        "gzip, chunked",
                                        "chunked,chunked",
                                        "chunked;q=1",
                                        " chunked",
                                        "chunked ",
                                        "identity, chunked"};
    assert_int_equal(posted("Transfer-Encoding", "chunked"), HTTP_GUARD_FINE);
    assert_int_equal(posted("Transfer-Encoding", "Chunked"), HTTP_GUARD_FINE);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(posted("Transfer-Encoding", wrong[i]), HTTP_GUARD_CODING);
    struct head old = head_of("POST", "/api/plan");
    add(&old, "Host", "127.0.0.1:8080");
    add(&old, "Transfer-Encoding", "chunked");
    assert_int_equal(checked(&old), HTTP_GUARD_FINE);
    assert_int_equal(old.found.length, -1);
    old.head.version = "HTTP/1.0";
    assert_int_equal(checked(&old), HTTP_GUARD_CODING);
    old.head.version = "HTTP/1.2";
    assert_int_equal(checked(&old), HTTP_GUARD_VERSION);
}

static void what_has_no_body_brings_none(void **state) {
    (void)state;
    assert_int_equal(with("Content-Length", "0"), HTTP_GUARD_FINE);
    assert_int_equal(with("Content-Length", "1"), HTTP_GUARD_BODY);
    assert_int_equal(with("Transfer-Encoding", "chunked"), HTTP_GUARD_BODY);
    assert_int_equal(posted("Content-Encoding", "gzip"), HTTP_GUARD_PACKED);
    assert_int_equal(posted("Content-Encoding", "identity"), HTTP_GUARD_FINE);
    assert_int_equal(posted("Expect", "200-ok"), HTTP_GUARD_EXPECT);
}

static void fields_are_tokens_with_plain_values(void **state) {
    (void)state;
    static const char *const bad_names[] = {"", "A B", "A:", "A\t", "\x80", "A(", "\"A\"", "A,B"};
    for (size_t i = 0; i < sizeof bad_names / sizeof *bad_names; i++)
        assert_int_equal(with(bad_names[i], "x"), HTTP_GUARD_NAME);
    assert_int_equal(with("X-Any", "a\tb \xc3\xa9"), HTTP_GUARD_FINE);
    assert_int_equal(with("X-Any", "a\rb"), HTTP_GUARD_VALUE);
    assert_int_equal(with("X-Any", "a\nb"), HTTP_GUARD_VALUE);
    assert_int_equal(with("X-Any", "a\x7f"), HTTP_GUARD_VALUE);
    struct head nul = head_of("GET", "/");
    add(&nul, "Host", "127.0.0.1:8080");
    nul.fields[nul.head.n_fields++] = (struct http_guard_field){"X-Any", "a\0b", 5, 3};
    assert_int_equal(checked(&nul), HTTP_GUARD_VALUE);
}

static void a_head_is_plain_lines_and_its_method_a_token(void **state) {
    (void)state;
    struct head head = head_of("GET", "/");
    add(&head, "Host", "127.0.0.1:8080");
    head.head.is_plain = false;
    assert_int_equal(checked(&head), HTTP_GUARD_LINES);
    static const char *const wrong[] = {"", "Host:", "G\tT", "GE\x80", "G(T", "\"GET\""};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        head = head_of(wrong[i], "/");
        add(&head, "Host", "127.0.0.1:8080");
        assert_int_equal(checked(&head), HTTP_GUARD_METHOD);
    }
}

static void there_are_not_too_many_fields(void **state) {
    (void)state;
    struct head head = head_of("GET", "/");
    add(&head, "Host", "127.0.0.1:8080");
    while (head.head.n_fields < LIMIT_FIELDS) add(&head, "X-Any", "x");
    assert_int_equal(checked(&head), HTTP_GUARD_FINE);
    add(&head, "X-Any", "x");
    assert_int_equal(checked(&head), HTTP_GUARD_FIELDS);
}

static void a_target_is_a_plain_path(void **state) {
    (void)state;
    static const char *const fine[]  = {"/",         "/a.b/..c/c..", "/api/evidence/CI-10?x=..",
                                        "/a%20b",    "/%2e%2e%2e",   "/...",
                                        "/?a=/../b", "//",           "/a?b?c",
                                        "/%2Fa"};
    static const char *const wrong[] = {"",      "*",         "a",         "http://127.0.0.1:8080/",
                                        "/..",   "/../a",     "/a/..",     "/a/../b",
                                        "/./a",  "/.",        "/%2e%2e/a", "/.%2E",
                                        "/%2e",  "/%",        "/%2",       "/%zz",
                                        "/%00",  "/?%00",     "/a b",      "/a\tb",
                                        "/\x80", "/\xc3\xa9", "/a#b",      "/a\\b",
                                        "/<",    "/..?x",     "/?%g0",     "/{}",
                                        "/\x7f"};
    for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
        assert_int_equal(aimed(fine[i]), HTTP_GUARD_FINE);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(aimed(wrong[i]), HTTP_GUARD_TARGET);
    char longest[LIMIT_TARGET_BYTES + 2];
    memset(longest, 'a', sizeof longest);
    longest[0]                  = '/';
    longest[LIMIT_TARGET_BYTES] = 0;
    assert_int_equal(aimed(longest), HTTP_GUARD_FINE);
    longest[LIMIT_TARGET_BYTES]     = 'a';
    longest[LIMIT_TARGET_BYTES + 1] = 0;
    assert_int_equal(aimed(longest), HTTP_GUARD_TARGET_LONG);
}

static void names_of_pages_and_work_are_plain(void **state) {
    (void)state;
    assert_int_equal(with("Stipple-Page", "12345678"), HTTP_GUARD_FINE);
    assert_int_equal(with("Stipple-Page", "1234567"), HTTP_GUARD_NAMES);
    assert_int_equal(with("Stipple-Work", "a/../../b"), HTTP_GUARD_NAMES);
    assert_int_equal(with("Stipple-Work", ""), HTTP_GUARD_NAMES);
}

static void gzip_is_taken_when_it_is_asked_for(void **state) {
    (void)state;
    static const struct {
        const char *value;
        bool        is_taken;
    } cases[] = {{"gzip", true},
                 {"GZIP", true},
                 {"deflate, gzip;q=0.1", true},
                 {"gzip;q=0", false},
                 {"gzip; q=0.000", false},
                 {"x-gzip", false},
                 {"gzipped", false},
                 {"", false},
                 {"identity", false},
                 {"gzip;q=0.01,br", true},
                 {"br,gzip;q=0", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct head head = head_of("GET", "/");
        add(&head, "Host", "127.0.0.1:8080");
        add(&head, "Accept-Encoding", cases[i].value);
        assert_int_equal(checked(&head), HTTP_GUARD_FINE);
        assert_int_equal(head.found.takes_gzip, cases[i].is_taken);
    }
}

static void a_token_opens_only_whole(void **state) {
    (void)state;
    assert_true(http_guard_token("Bearer secret-1", "secret-1"));
    assert_true(http_guard_token("bearer  secret-1", "secret-1"));
    static const char *const wrong[] = {"",
                                        "Bearer",
                                        "Bearer ",
                                        "secret-1",
                                        "Bearer secret-",
                                        "Bearer secret-12",
                                        "Bearer secret-2",
                                        "Basic secret-1",
                                        "Bearersecret-1"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(http_guard_token(wrong[i], "secret-1"));
    assert_false(http_guard_token(NULL, "secret-1"));
    assert_true(http_guard_is_closed("/api/plan"));
    assert_true(http_guard_is_closed("/api"));
    assert_true(http_guard_is_closed("/metrics?x"));
    assert_false(http_guard_is_closed("/healthz"));
    assert_false(http_guard_is_closed("/app.js"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_head_of_ours_is_taken_and_read),
        cmocka_unit_test(only_names_of_this_server_are_its_host),
        cmocka_unit_test(the_port_of_the_scheme_need_not_be_said),
        cmocka_unit_test(a_host_is_needed_once),
        cmocka_unit_test(another_pages_request_is_refused),
        cmocka_unit_test(a_link_from_elsewhere_leads_to_the_page_and_nowhere_else),
        cmocka_unit_test(a_body_has_one_length_that_all_read_alike),
        cmocka_unit_test(only_chunked_and_only_in_http_1_1),
        cmocka_unit_test(what_has_no_body_brings_none),
        cmocka_unit_test(fields_are_tokens_with_plain_values),
        cmocka_unit_test(a_head_is_plain_lines_and_its_method_a_token),
        cmocka_unit_test(there_are_not_too_many_fields),
        cmocka_unit_test(a_target_is_a_plain_path),
        cmocka_unit_test(names_of_pages_and_work_are_plain),
        cmocka_unit_test(gzip_is_taken_when_it_is_asked_for),
        cmocka_unit_test(a_token_opens_only_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
