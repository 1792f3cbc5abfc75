// test_route: every path of the table is found by its method alone, and every answer is what the
// verb says, or a problem.
// SPDX-License-Identifier: Apache-2.0
#include "face/asking.h"
#include "face/http_guard.h"
#include "face/reply.h"

#include "base/pool.h"
#include "base/seal.h"

#define PERSON                                                                                     \
    "{\"birth_date\":\"1990-01-01\",\"goals\":[{\"indication\":\"acne_scars\",\"zones\":["         \
    "\"cheeks\"]}]}"

static const enum request_method methods[] = {REQUEST_GET, REQUEST_HEAD, REQUEST_POST,
                                              REQUEST_DELETE, REQUEST_OTHER};

static struct response asked(enum request_method method, const char *path, const char *query) {
    return asking_for(asking_to(method, path, query));
}

static struct response posted(const char *path, const char *body) {
    return asking_for(asking_post(path, "on=2026-03-02&members=50", body));
}

// A path of the pattern.
static const char *path_of(const struct route *route) {
    const char *slot = strchr(route->pattern, '{');
    if (route->kind == ROUTE_ASSET) return "/a/b.js";
    if (!slot) return route->pattern;
    return arena_format(&asking_arena, "%.*sx", (int)(slot - route->pattern), route->pattern);
}

static bool has_other(const struct route *route, enum request_method method) {
    for (int i = 0; i < asking_table->n; i++)
        if (text_equal(asking_table->routes[i].pattern, route->pattern) &&
            asking_table->routes[i].method == method)
            return true;
    return false;
}

static void every_route_is_found_by_its_methods_and_no_others(void **state) {
    (void)state;
    for (int i = 0; i < asking_table->n; i++) {
        const struct route *route = &asking_table->routes[i];
        for (int m = 0; m < 5; m++) {
            struct request     request = asking_to(methods[m], path_of(route), "");
            struct route_match match;
            struct response    refusal;
            bool               is_ours = methods[m] == route->method ||
                           (methods[m] == REQUEST_HEAD && route->method == REQUEST_GET);
            bool is_found = route_find(asking_table, &request, &match, &refusal, &asking_arena);
            request.content_type = "application/json";
            if (is_ours) {
                assert_true(is_found);
                assert_ptr_equal(match.route, route);
                assert_string_equal(
                    match.id ? match.id : "-",
                    strchr(route->pattern, '{') && route->kind != ROUTE_ASSET ? "x" : "-");
            } else if (!has_other(route, methods[m]) &&
                       !(methods[m] == REQUEST_HEAD && has_other(route, REQUEST_GET))) {
                assert_false(is_found);
                asking_refused(&refusal, 405, "method", "null");
                assert_non_null(strstr(refusal.allow, route_methods(route->method)));
            }
        }
    }
}

static void every_verb_is_a_route_and_the_face_of_none_is(void **state) {
    (void)state;
    int n = 0;
    for (const struct verb *verb = verb_table; verb->name; verb++) {
        int found = 0;
        for (int i = 0; i < asking_table->n; i++) found += asking_table->routes[i].verb == verb;
        assert_int_equal(found, !verb->run ? 0 : verb->takes == VERB_ID_OR_NOTHING ? 2 : 1);
        n += found;
    }
    assert_true(n >= 9);
}

static void only_the_page_and_the_health_are_open(void **state) {
    (void)state;
    for (int i = 0; i < asking_table->n; i++) {
        const struct route *route = &asking_table->routes[i];
        assert_int_equal(route->is_open, route->kind == ROUTE_ASSET || route->kind == ROUTE_HEALTH);
        assert_true(!route->is_open || !text_starts(route->pattern, "/api"));
    }
    // The guard asks for the token before a route is looked for, by the path alone.
    for (int i = 0; i < asking_table->n; i++) {
        const struct route *route = &asking_table->routes[i];
        assert_int_equal(http_guard_is_closed(path_of(route)), !route->is_open);
    }
}

static void two_methods_of_a_path_are_both_allowed(void **state) {
    (void)state;
    struct response response = asked(REQUEST_OTHER, "/api/plan/progress/abcdefgh", "");
    asking_refused(&response, 405, "method", "null");
    assert_string_equal(response.allow, "GET, HEAD, DELETE");
    response = asked(REQUEST_POST, "/index.html", "");
    asking_refused(&response, 405, "method", "null");
    assert_string_equal(response.allow, "GET, HEAD");
}

static void paths_that_are_none_are_not_known(void **state) {
    (void)state;
    static const char *const paths[] = {"/api",
                                        "/api/",
                                        "/api/nothing",
                                        "/api/screen/",
                                        "/api/screen/x",
                                        "/api/Screen",
                                        "/api//screen",
                                        "/api/simulate",
                                        "/api/simulate/",
                                        "/api/simulate/a/b",
                                        "/api/schema",
                                        "/api/serve",
                                        "/api/openapi",
                                        "/api/evidence/",
                                        "/api/plan/progress/",
                                        "/api/schema/%",
                                        "/api/schema/%zz",
                                        "/api/schema/%00",
                                        "/api/schema/%C3",
                                        "/api/schema/%0A",
                                        "/api/%73creen"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        for (int m = 0; m < 5; m++) {
            struct response response = asked(methods[m], paths[i], "");
            if (response.code != 405) asking_refused(&response, 404, "unknown", "null");
            else assert_true(strchr(paths[i], '%') != NULL);
            assert_true(response.code == 405 || !response.allow);
        }
}

// What the log names, which may not know the path itself.
static void a_path_that_is_met_has_a_name_whatever_its_method(void **state) {
    (void)state;
    struct response    refusal;
    struct route_match match;
    struct request     request = {.path = "/api/plan", .query = "", .method = REQUEST_DELETE};
    assert_false(route_find(asking_table, &request, &match, &refusal, &asking_arena));
    assert_null(match.route);
    assert_string_equal(match.named->pattern, "/api/plan");
    request.path = "/index.html";
    assert_false(route_find(asking_table, &request, &match, &refusal, &asking_arena));
    assert_string_equal(match.named->pattern, "/{asset}");
    request.path = "/api/nothing";
    assert_false(route_find(asking_table, &request, &match, &refusal, &asking_arena));
    assert_null(match.named);
    request = (struct request){.path = "/healthz", .query = "", .method = REQUEST_GET};
    assert_true(route_find(asking_table, &request, &match, &refusal, &asking_arena));
    assert_ptr_equal(match.named, match.route);
}

static void an_id_is_decoded_and_bounded(void **state) {
    (void)state;
    char            path[4 * LIMIT_ID_BYTES] = "/api/evidence/";
    struct response response = asked(REQUEST_GET, "/api/evidence/%63heeks%2Edepth", "");
    assert_int_equal(response.code, 200);
    assert_string_equal(asking_key(&response, "id"), "cheeks.depth");
    response = asked(REQUEST_GET, "/api/evidence/a%2Fb", "");
    asking_refused(&response, 404, "unknown", "null");
    assert_non_null(strstr(response.bytes, "a/b"));
    memset(path + 14, 'a', LIMIT_ID_BYTES);
    response = asked(REQUEST_GET, path, "");
    assert_non_null(strstr(response.bytes, "aaaa"));
    path[14 + LIMIT_ID_BYTES] = 'a';
    response                  = asked(REQUEST_GET, path, "");
    assert_null(strstr(response.bytes, "aaaa"));
    asking_refused(&response, 404, "unknown", "null");
}

static void a_body_says_what_it_is(void **state) {
    (void)state;
    static const struct {
        const char *type, *body;
        int         code;
    } cases[] = {
        {"application/json", PERSON, 200},
        {"Application/JSON", PERSON, 200},
        {"application/json; charset=utf-8", PERSON, 200},
        {"application/json;charset=\"UTF-8\"", PERSON, 200},
        {"application/yaml", "birth_date: 1990-01-01\ngoals: []\n", 200},
        {"application/json", "birth_date: 1990-01-01\n", 400},
        {"application/json; charset=latin1", PERSON, 415},
        {"application/jsonx", PERSON, 415},
        {"application/json, text/plain", PERSON, 415},
        {"text/plain", PERSON, 415},
        {"text/yaml", PERSON, 415},
        {"application/x-www-form-urlencoded", PERSON, 415},
        {"multipart/form-data; boundary=x", PERSON, 415},
        {"", PERSON, 415},
        {NULL, PERSON, 415},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct request request   = asking_post("/api/screen", "on=2026-03-02", cases[i].body);
        request.content_type     = cases[i].type;
        struct response response = asking_for(request);
        if (response.code != cases[i].code) fail_msg("%s: %d", cases[i].type, response.code);
        if (cases[i].code == 415) asking_refused(&response, 415, "media", "Content-Type");
    }
}

static void a_body_that_is_none_is_malformed(void **state) {
    (void)state;
    static const char *const bodies[] = {"",
                                         " ",
                                         "{",
                                         "[1,",
                                         "{\"a\":1,\"a\":2}",
                                         "{} {}",
                                         "nul",
                                         "{\"a\":\"\xFF\"}",
                                         "{\"a\":\"\\ud800\"}"};
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        for (int p = 0; p < 4; p++) {
            static const char *const paths[]  = {"/api/screen", "/api/plan", "/api/triage",
                                                 "/api/simulate/depth"};
            struct response          response = posted(paths[p], bodies[i]);
            asking_refused(&response, 400, "malformed", "null");
            assert_true(text_starts(asking_key(&response, "detail"), "body:1:"));
        }
}

static void what_does_not_fit_is_named_by_its_place(void **state) {
    (void)state;
    static const struct {
        const char *path, *body, *field;
    } cases[] = {
        {"/api/screen",
         "{\"goals\":[{\"indication\":\"acne_scars\",\"zones\":[\"cheeks\",\"cheek\"]}]}",
         "/goals/0/zones/1"},
        {"/api/plan", "{\"weight\":68}", "/weight"},
        {"/api/plan", "{\"smokin\":\"never\"}", "/smokin"},
        {"/api/plan", "{\"a/b\":1}", "/a~1b"},
        {"/api/plan", "[]", "null"},
        {"/api/triage", "{\"symptoms\":[{\"code\":\"redness\",\"severity\":11}]}",
         "/symptoms/0/severity"},
        {"/api/simulate/depth", "{\"needle\":{\"length\":\"1.5\"}}", "/needle/length"},
        {"/api/simulate/uptake", "{\"agent\":{\"code\":\"nothing_known\"}}", "/agent/code"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct response response = posted(cases[i].path, cases[i].body);
        asking_refused(&response, 422, "content", cases[i].field);
        assert_true(text_starts(asking_key(&response, "detail"), "body:1:"));
    }
}

static void more_than_is_taken_is_a_limit(void **state) {
    (void)state;
    struct text body = text_new(&asking_arena);
    text_add(&body, "{\"symptoms\":[");
    for (int i = 0; i <= LIMIT_LIST_ITEMS; i++)
        text_addf(&body, "%s{\"code\":\"redness\"}", i ? "," : "");
    text_add(&body, "]}");
    struct response response = posted("/api/triage", body.data);
    asking_refused(&response, 422, "limit", "/symptoms");
}

static void what_is_asked_for_and_not_there_is_unknown(void **state) {
    (void)state;
    static const char *const paths[] = {"/api/evidence/no-such", "/api/texts/no-such",
                                        "/api/schema/no-such"};
    for (int i = 0; i < 3; i++) {
        struct response response = asked(REQUEST_GET, paths[i], "");
        asking_refused(&response, 404, "unknown", "null");
    }
    struct response response = posted("/api/simulate/dept", "{}");
    asking_refused(&response, 404, "unknown", "null");
    assert_non_null(strstr(response.bytes, "did you mean depth"));
    response = asked(REQUEST_GET, "/api/evidence", "codes=no-such");
    asking_refused(&response, 400, "query", "codes");
}

static void a_query_is_refused_on_every_route_before_the_body(void **state) {
    (void)state;
    for (int i = 0; i < asking_table->n; i++) {
        const struct route *route   = &asking_table->routes[i];
        struct request      request = asking_to(route->method, path_of(route), "nothing=1");
        struct route_match  match;
        struct response     refusal;
        bool                is_free = route->kind == ROUTE_ASSET || route->kind == ROUTE_HEALTH;
        assert_int_equal(route_find(asking_table, &request, &match, &refusal, &asking_arena),
                         is_free);
        if (!is_free) asking_refused(&refusal, 400, "query", "nothing");
    }
}

// What the verb itself says, as the command line prints it.
static const char *said(const char *name, const char *id, const char *body, int members) {
    const struct verb *verb = verb_table;
    while (!text_equal(verb->name, name)) verb++;
    struct session_options options = {
        .on = date_of(2026, 3, 2), .seed = 1, .members = members, .threads = 4};
    struct session    session;
    struct verb_reply reply = {0};
    struct verb_call  call  = {.id    = id,
                               .input = {"a file", body, body ? (ptrdiff_t)strlen(body) : 0, true}};
    struct text       out   = text_new(&asking_arena);
    session_begin(&session, asking_session, &options, &asking_arena, &asking_fault);
    assert_int_equal(verb->run(&session, &call, &reply), ST_OK);
    reply_json(&reply, &out);
    return out.data;
}

static void an_answer_is_what_the_command_line_prints(void **state) {
    (void)state;
    static const char *const setup    = "{\"zone\":\"cheeks\",\"needle\":{\"length\":\"1.5 mm\"}}";
    struct response          response = posted("/api/screen", PERSON);
    assert_string_equal(response.bytes, said("screen", NULL, PERSON, 50));
    assert_string_equal(response.content_type, "application/json");
    response = posted("/api/plan", PERSON);
    assert_string_equal(response.bytes, said("plan", NULL, PERSON, 50));
    response =
        posted("/api/triage", "{\"days_since_session\":3,\"symptoms\":[{\"code\":\"redness\"}]}");
    assert_string_equal(response.bytes,
                        said("triage", NULL,
                             "{\"days_since_session\":3,\"symptoms\":[{\"code\":\"redness\"}]}",
                             50));
    response = posted("/api/simulate/depth", setup);
    assert_string_equal(response.bytes, said("simulate", "depth", setup, 50));
    response = asked(REQUEST_GET, "/api/evidence/CI-10", "on=2026-03-02&members=7");
    assert_string_equal(response.bytes, said("evidence", "CI-10", NULL, 7));
    response = asked(REQUEST_GET, "/api/schema/patient", "");
    assert_string_equal(response.bytes, said("schema", "patient", NULL, 1000));
    response = asked(REQUEST_HEAD, "/api/texts/sayings", "on=2026-03-02");
    assert_string_equal(response.bytes, said("texts", "sayings", NULL, 1000));
}

static void a_plan_comes_as_a_page_too(void **state) {
    (void)state;
    struct response report =
        asking_for(asking_post("/api/plan", "on=2026-03-02&members=50&as=report", PERSON));
    struct response sheet =
        asking_for(asking_post("/api/plan", "on=2026-03-02&members=50&as=sheet", PERSON));
    assert_int_equal(report.code, 200);
    assert_int_equal(sheet.code, 200);
    assert_string_equal(report.content_type, "text/html; charset=utf-8");
    assert_true(text_starts(report.bytes, "<!DOCTYPE html>"));
    assert_true(text_starts(sheet.bytes, "<!DOCTYPE html>"));
    assert_string_not_equal(report.bytes, sheet.bytes);
    assert_non_null(strstr(report.policy, "default-src 'none'"));
    assert_null(strstr(report.policy, "script-src"));
}

static void work_that_was_called_off_says_so(void **state) {
    (void)state;
    static const char *const paths[] = {"/api/screen", "/api/plan"};
    for (int i = 0; i < 2; i++) {
        struct request     request  = asking_post(paths[i], "on=2026-03-02", PERSON);
        struct progress    progress = {0};
        struct route_match match;
        struct response    response;
        progress_cancel(&progress);
        assert_true(route_find(asking_table, &request, &match, &response, &asking_arena));
        route_answer(asking_table, &match, &request, asking_session, &progress, &response,
                     &asking_arena);
        asking_refused(&response, 409, "cancelled", "null");
    }
}

// What is shared is only read: a request leaves no byte of it changed.
static void a_request_leaves_the_opened_base_as_it_was(void **state) {
    (void)state;
    struct session  before = *asking_session;
    struct response first  = asked(REQUEST_GET, "/api/evidence/cheeks", "on=2026-03-02");
    struct response bad    = posted("/api/plan", "{\"goals\":7}");
    assert_int_equal(bad.code, 422);
    (void)posted("/api/plan", PERSON);
    (void)asked(REQUEST_GET, "/api/texts", "on=2026-03-02");
    (void)asked(REQUEST_GET, "/api/evidence", "claims=yes");
    struct response again = asked(REQUEST_GET, "/api/evidence/cheeks", "on=2026-03-02");
    assert_string_equal(first.bytes, again.bytes);
    assert_memory_equal(&before, asking_session, sizeof before);
}

enum { BLOCKS = 64 };

struct at_once {
    char hashes[BLOCKS][SEAL_HEX_BYTES];
};
static struct at_once many, one;

static struct request request_of(int block) {
    static const char about[] = "on=2026-03-02&members=20";
    switch (block % 8) {
    case 0: return asking_post("/api/screen", about, PERSON);
    case 1: return asking_post("/api/plan", about, PERSON);
    case 2:
        return asking_post("/api/triage", about,
                           "{\"symptoms\":[{\"code\":\"pain\"}],\"days_since_session\":2}");
    case 3: return asking_post("/api/simulate/depth", about, "{}");
    case 4: return asking_post("/api/plan", "on=2026-03-02&members=20&as=sheet", PERSON);
    case 5: return asking_to(REQUEST_GET, "/api/evidence/cheeks", about);
    case 6: return asking_to(REQUEST_GET, "/api/texts", about);
    default: return asking_post("/api/screen", about, "{\"sex\":7}");
    }
}

static void answer_block(void *argument, int block) {
    struct at_once    *all     = argument;
    struct request     request = request_of(block);
    struct arena       arena;
    struct fault       fault;
    struct route_match match;
    struct response    response;
    if (arena_open(&arena, LIMIT_ARENA_BYTES, &fault) != ST_OK) return;
    char *base = arena.at;
    if (route_find(asking_table, &request, &match, &response, &arena))
        route_answer(asking_table, &match, &request, asking_session, NULL, &response, &arena);
    seal_hash(response.bytes, response.n, all->hashes[block]);
    arena_close(base, LIMIT_ARENA_BYTES);
}

static void many_requests_at_once_have_the_answers_of_one_after_another(void **state) {
    (void)state;
    pool_run(&(struct effort){4, NULL}, BLOCKS, answer_block, &many);
    pool_run(&(struct effort){1, NULL}, BLOCKS, answer_block, &one);
    for (int i = 0; i < BLOCKS; i++) {
        assert_int_equal(strlen(many.hashes[i]), SEAL_HEX_BYTES - 1);
        assert_string_equal(many.hashes[i], one.hashes[i]);
        assert_string_equal(one.hashes[i], one.hashes[i % 8]);
        assert_int_equal(i && text_equal(one.hashes[i], one.hashes[0]), i && i % 8 == 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_route_is_found_by_its_methods_and_no_others),
        cmocka_unit_test(every_verb_is_a_route_and_the_face_of_none_is),
        cmocka_unit_test(only_the_page_and_the_health_are_open),
        cmocka_unit_test(two_methods_of_a_path_are_both_allowed),
        cmocka_unit_test(paths_that_are_none_are_not_known),
        cmocka_unit_test(a_path_that_is_met_has_a_name_whatever_its_method),
        cmocka_unit_test(an_id_is_decoded_and_bounded),
        cmocka_unit_test(a_body_says_what_it_is),
        cmocka_unit_test(a_body_that_is_none_is_malformed),
        cmocka_unit_test(what_does_not_fit_is_named_by_its_place),
        cmocka_unit_test(more_than_is_taken_is_a_limit),
        cmocka_unit_test(what_is_asked_for_and_not_there_is_unknown),
        cmocka_unit_test(a_query_is_refused_on_every_route_before_the_body),
        cmocka_unit_test(an_answer_is_what_the_command_line_prints),
        cmocka_unit_test(a_plan_comes_as_a_page_too),
        cmocka_unit_test(work_that_was_called_off_says_so),
        cmocka_unit_test(a_request_leaves_the_opened_base_as_it_was),
        cmocka_unit_test(many_requests_at_once_have_the_answers_of_one_after_another),
    };
    return cmocka_run_group_tests(tests, asking_open, NULL);
}
