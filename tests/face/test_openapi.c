// test_openapi: the description has every route, and nothing that is no route.
// SPDX-License-Identifier: Apache-2.0
#include "face/asking.h"
#include "face/openapi.h"

static struct doc described;

static int open_described(void **state) {
    int wrong = asking_open(state);
    if (wrong) return wrong;
    struct text out = text_new(&asking_arena);
    openapi_write(asking_table, asking_session, &out);
    return doc_read(&described, "description", out.data, out.n, true, &asking_arena,
                    &asking_fault) == ST_OK
               ? 0
               : -1;
}

static int at(int node, const char *key) { return doc_child(&described, node, key); }

static const char *const words[] = {"get", "head", "post", "delete", "other"};

static void every_route_is_described(void **state) {
    (void)state;
    int paths = at(0, "paths");
    for (int i = 0; i < asking_table->n; i++) {
        const struct route *route     = &asking_table->routes[i];
        int                 operation = at(at(paths, route->pattern), words[route->method]);
        assert_true(operation >= 0);
        assert_true(
            at(at(operation, "responses"), route->method == REQUEST_DELETE ? "204" : "200") >= 0);
        assert_int_equal(at(operation, "requestBody") >= 0, route->method == REQUEST_POST);
        assert_int_equal(at(operation, "security") >= 0, route->is_open);
        assert_int_equal(at(at(operation, "responses"), "401") >= 0, !route->is_open);
        assert_true(strlen(doc_text(&described, at(operation, "summary"))) > 10);
    }
}

static void everything_that_is_described_is_a_route(void **state) {
    (void)state;
    int n = 0;
    for (int path = described.nodes[at(0, "paths")].first; path >= 0;
         path     = described.nodes[path].next)
        for (int one = described.nodes[path].first; one >= 0; one = described.nodes[one].next) {
                bool is_there = false;
                for (int i = 0; i < asking_table->n; i++)
                is_there |=
                    text_equal(asking_table->routes[i].pattern, doc_key(&described, path)) &&
                    text_equal(words[asking_table->routes[i].method], doc_key(&described, one));
            assert_true(is_there);
                n++;
        }
    assert_int_equal(n, asking_table->n);
}

static void every_problem_has_its_answer_and_every_code_a_problem(void **state) {
    (void)state;
    int responses = at(at(0, "components"), "responses");
    for (const struct problem_kind *kind = problem_kinds; kind->slug; kind++) {
        int node = at(responses, arena_format(&asking_arena, "problem_%d", kind->code));
        assert_true(node >= 0);
        assert_non_null(strstr(doc_text(&described, at(node, "description")), kind->slug));
    }
    for (int node = described.nodes[responses].first; node >= 0;
         node     = described.nodes[node].next) {
        const struct problem_kind *kind = problem_kinds;
        while (kind->slug && !text_equal(doc_key(&described, node),
                                         arena_format(&asking_arena, "problem_%d", kind->code)))
            kind++;
        assert_non_null(kind->slug);
    }
}

static int parameter(const char *path, const char *method, const char *name) {
    int list = at(at(at(at(0, "paths"), path), method), "parameters");
    for (int i = described.nodes[list].first; i >= 0; i = described.nodes[i].next)
        if (text_equal(doc_text(&described, at(i, "name")), name)) return i;
    return -1;
}

static void names_of_a_query_stand_where_they_are_taken(void **state) {
    (void)state;
    assert_true(parameter("/api/plan", "post", "as") >= 0);
    assert_true(parameter("/api/screen", "post", "as") < 0);
    assert_true(parameter("/api/evidence", "get", "codes") >= 0);
    assert_true(parameter("/api/evidence/{id}", "get", "codes") < 0);
    assert_true(parameter("/api/evidence/{id}", "get", "id") >= 0);
    assert_true(parameter("/healthz", "get", "on") < 0);
    int members = at(parameter("/api/screen", "post", "members"), "schema");
    assert_string_equal(doc_text(&described, at(members, "maximum")), "100000");
}

static int items(int list) { return list < 0 ? 0 : described.nodes[list].n; }

static void ids_of_a_closed_list_are_listed(void **state) {
    (void)state;
    int n_nouns = 0, n_parts = 0;
    while (schema_nouns[n_nouns]) n_nouns++;
    while (simulate_parts[n_parts].name) n_parts++;
    int part = at(parameter("/api/simulate/{part}", "post", "part"), "schema");
    int noun = at(parameter("/api/schema/{noun}", "get", "noun"), "schema");
    assert_int_equal(items(at(part, "enum")), n_parts);
    assert_int_equal(items(at(noun, "enum")), n_nouns);
}

static void the_same_table_gives_the_same_bytes(void **state) {
    (void)state;
    struct response one = asking_for(asking_to(REQUEST_GET, "/api/openapi.json", ""));
    struct response two = asking_for(asking_to(REQUEST_GET, "/api/openapi.json", ""));
    assert_int_equal(one.code, 200);
    assert_string_equal(one.bytes, two.bytes);
    assert_true(one.n > 10000 && one.bytes[one.n - 1] == '\n');
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_route_is_described),
        cmocka_unit_test(everything_that_is_described_is_a_route),
        cmocka_unit_test(every_problem_has_its_answer_and_every_code_a_problem),
        cmocka_unit_test(names_of_a_query_stand_where_they_are_taken),
        cmocka_unit_test(ids_of_a_closed_list_are_listed),
        cmocka_unit_test(the_same_table_gives_the_same_bytes),
    };
    return cmocka_run_group_tests(tests, open_described, NULL);
}
