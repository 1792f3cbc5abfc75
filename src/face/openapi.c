// SPDX-License-Identifier: Apache-2.0
#include "face/openapi.h"

#include "face/example.h"
#include "face/problem.h"
#include "face/query.h"
#include "face/work.h"
#include "licences.h"

#include <assert.h>
#include <ctype.h>

enum { NOUNS_MAX = 32, PARTS_MAX = 16 };

#define SCHEMAS   "#/components/schemas/"
#define RESPONSES "#/components/responses/"

static const char about[] =
    "The verbs of the command line over HTTP, for one user on this machine. A body is the file "
    "that the verb takes, as JSON or YAML, and the answer is byte for byte what the command line "
    "prints with --json. HEAD is answered where GET is. Research and decision support. Not a "
    "cleared medical device. The clinician decides.";

struct writing {
    const struct route_table *table;
    const struct session     *session;
    const struct doc         *examples;   // [n_examples]
    int                       n_examples;
    struct doc_build         *build;
    struct arena             *arena;
};

// ---- small pieces ----

static void add_text(struct writing *w, const char *key, const char *text) {
    doc_build_text(w->build, key, text);
}
static void open_map(struct writing *w, const char *key) { doc_build_map(w->build, key); }
static void open_list(struct writing *w, const char *key) { doc_build_list(w->build, key); }
static void close(struct writing *w) { doc_build_end(w->build); }

static void add_reference(struct writing *w, const char *folder, const char *name) {
    add_text(w, "$ref", arena_format(w->arena, "%s%s", folder, name));
}

static void open_media(struct writing *w, const char *media) {
    open_map(w, media);
    open_map(w, "schema");
}

static void close_media(struct writing *w) {
    close(w);
    close(w);
}

static void add_media_text(struct writing *w, const char *media) {
    open_media(w, media);
    add_text(w, "type", "string");
    close_media(w);
}

static const char *method_word(enum request_method method) {
    switch (method) {
    case REQUEST_GET: return "get";
    case REQUEST_POST: return "post";
    case REQUEST_DELETE: return "delete";
    case REQUEST_HEAD:
    case REQUEST_OTHER: break;
    }
    assert(0);
    return "";
}

// "post_simulate_part".
static const char *operation_id(const struct writing *w, const struct route *route) {
    struct text out  = text_new(w->arena);
    const char *path = route->pattern + (text_starts(route->pattern, "/api/") ? 4 : 0);
    text_add(&out, method_word(route->method));
    for (const char *c = path; *c; c++) {
        if (isalnum((unsigned char)*c)) text_add_bytes(&out, c, 1);
        else if (c[1] && out.data[out.n - 1] != '_') text_add(&out, "_");
    }
    return out.data;
}

static const char *help_of(const struct route *route) {
    switch (route->kind) {
    case ROUTE_VERB: return route->verb->help;
    case ROUTE_ASSET: return "the page for a browser, and what it needs";
    case ROUTE_HEALTH: return "is the server there, and which version is it";
    case ROUTE_METRICS: return "counters for an operator, in the text format of Prometheus";
    case ROUTE_OPENAPI: return "this description";
    case ROUTE_PROGRESS:
        return route->method == REQUEST_DELETE
                   ? "calls work off"
                   : "how far work is, as server-sent events until it ends";
    }
    return "";
}

// ---- parameters ----

static void open_parameter(struct writing *w, const char *name, const char *in, const char *help) {
    open_map(w, NULL);
    add_text(w, "name", name);
    add_text(w, "in", in);
    add_text(w, "description", help);
    if (text_equal(in, "path")) doc_build_bool(w->build, "required", true);
    open_map(w, "schema");
}

static void close_parameter(struct writing *w) {
    close(w);
    close(w);
}

static void add_name_pattern(struct writing *w) {
    add_text(w, "type", "string");
    add_text(w, "pattern",
             arena_format(w->arena, "^[A-Za-z0-9_-]{%d,%d}$", WORK_NAME_MIN, WORK_NAME_MAX));
}

static const char *slot_of(const struct route *route, struct arena *arena) {
    const char *slot = strchr(route->pattern, '{');
    return slot ? arena_text(arena, slot + 1, (ptrdiff_t)strlen(slot) - 2) : NULL;
}

static void add_slot(struct writing *w, const struct route *route) {
    const struct verb *verb = route->verb;
    const char        *slot = slot_of(route, w->arena);
    if (!slot) return;
    open_parameter(w, slot, "path", verb ? verb->argument : "which one");
    if (route->kind == ROUTE_PROGRESS) add_name_pattern(w);
    else {
        add_text(w, "type", "string");
        doc_build_number(w->build, "minLength", route->kind == ROUTE_ASSET ? 0 : 1);
        if (verb) doc_build_number(w->build, "maxLength", LIMIT_ID_BYTES);
    }
    if (verb && (verb->parts || verb->nouns)) {
        open_list(w, "enum");
        for (int i = 0; verb->parts && verb->parts[i].name; i++)
            add_text(w, NULL, verb->parts[i].name);
        for (int i = 0; verb->nouns && verb->nouns[i]; i++) add_text(w, NULL, verb->nouns[i]->name);
        close(w);
    }
    close_parameter(w);
}

static void add_range(struct writing *w, const struct query_row *row) {
    add_text(w, "type", "integer");
    doc_build_number(w->build, "minimum", row->min);
    doc_build_number(w->build, "maximum", row->max);
}

static void add_query(struct writing *w, const struct query_row *row) {
    open_parameter(w, row->name, "query", row->help);
    if (row->kind == PARAM_COUNT) add_range(w, row);
    else add_text(w, "type", "string");
    if (row->kind == PARAM_DATE) add_text(w, "format", "date");
    if (row->words) {
        open_list(w, "enum");
        for (int i = 0; row->words[i]; i++) add_text(w, NULL, row->words[i]);
        close(w);
    }
    close_parameter(w);
}

static void add_parameters(struct writing *w, const struct route *route) {
    static const char *const headers[][2] = {
        {"Stipple-Page", "name of the page: a newer request of it to this path takes the place of "
                         "an older one that is still open"},
        {"Stipple-Work",
         "name of this work, under which its progress is told and it is called off"},
    };
    open_list(w, "parameters");
    add_slot(w, route);
    for (const struct query_row *row = query_rows; row->name; row++)
        if (query_is_taken(row, route->verb, slot_of(route, w->arena) != NULL)) add_query(w, row);
    for (int i = 0; i < 2 && route->kind == ROUTE_VERB; i++) {
        open_parameter(w, headers[i][0], "header", headers[i][1]);
        add_name_pattern(w);
        close_parameter(w);
    }
    close(w);
}

// ---- bodies ----

static const char *format_of(const struct noun *noun, struct arena *arena) {
    return arena_format(arena, "stipple-%s/1", noun->name);
}

static void add_examples_of(struct writing *w, const struct noun *noun) {
    for (int i = 0; i < w->n_examples; i++) {
        const struct doc *doc  = &w->examples[i];
        const char       *said = doc_text(doc, doc_child(doc, 0, "format"));
        if (!text_equal(said, format_of(noun, w->arena))) continue;
        ptrdiff_t n = (ptrdiff_t)strcspn(doc->name, ".");
        open_map(w, arena_text(w->arena, doc->name, n));
        doc_build_copy(w->build, "value", doc, 0);
        close(w);
    }
}

static void add_body_as(struct writing *w, const struct verb *verb, const char *media) {
    open_media(w, media);
    if (verb->input) add_reference(w, SCHEMAS, verb->input->name);
    else {
        open_list(w, "anyOf");   // by the part that the path names
        for (int i = 0; verb->parts[i].name; i++) {
            open_map(w, NULL);
            add_reference(w, SCHEMAS, verb->parts[i].setup->name);
            close(w);
        }
        close(w);
    }
    close(w);
    open_map(w, "examples");
    if (verb->input) add_examples_of(w, verb->input);
    for (int i = 0; !verb->input && verb->parts[i].name; i++)
        add_examples_of(w, verb->parts[i].setup);
    close(w);
    close(w);
}

static void add_body(struct writing *w, const struct route *route) {
    if (route->method != REQUEST_POST) return;
    open_map(w, "requestBody");
    doc_build_bool(w->build, "required", true);
    add_text(w, "description",
             arena_format(w->arena, "the file that the command line takes, up to %d bytes",
                          LIMIT_BODY_BYTES));
    open_map(w, "content");
    add_body_as(w, route->verb, "application/json");
    add_body_as(w, route->verb, "application/yaml");
    close(w);
    close(w);
}

// ---- answers ----

// An answer of many forms: what they all have, and more.
static void add_head(struct writing *w) {
    add_text(w, "type", "object");
    open_list(w, "required");
    add_text(w, NULL, "format");
    for (const struct field *field = reply_head_noun.fields; field->name; field++)
        add_text(w, NULL, field->name);
    close(w);
    open_map(w, "properties");
    for (const struct field *field = reply_head_noun.fields; field->name; field++) {
        open_map(w, field->name);
        add_reference(w, SCHEMAS "head/properties/", field->name);
        close(w);
    }
    close(w);
}

static void add_verb_answer(struct writing *w, const struct verb *verb) {
    bool has_pages = false;
    open_media(w, "application/json");
    if (verb->answer) add_reference(w, SCHEMAS, verb->answer->name);
    else if (verb->nouns) {
        add_text(w, "type", "object");
        add_text(w, "description", "a JSON Schema (2020-12)");
    } else add_head(w);
    close_media(w);
    for (const struct query_row *row = query_rows; row->name; row++)
        has_pages |= text_equal(row->name, "as") && query_is_taken(row, verb, false);
    if (has_pages) add_media_text(w, "text/html");
}

static void add_content(struct writing *w, const struct route *route) {
    switch (route->kind) {
    case ROUTE_VERB: add_verb_answer(w, route->verb); break;
    case ROUTE_ASSET: add_media_text(w, "*/*"); break;
    case ROUTE_METRICS: add_media_text(w, "text/plain"); break;
    case ROUTE_PROGRESS: add_media_text(w, "text/event-stream"); break;
    case ROUTE_HEALTH:
    case ROUTE_OPENAPI:
        open_media(w, "application/json");
        add_text(w, "type", "object");
        close_media(w);
        break;
    }
}

static bool can_come(const struct problem_kind *kind, const struct route *route) {
    int at = PROBLEM_ANY;
    if (!route->is_open) at |= PROBLEM_TOKEN;
    if (route->kind != ROUTE_ASSET && route->kind != ROUTE_HEALTH) at |= PROBLEM_QUERY;
    if (strchr(route->pattern, '{')) at |= PROBLEM_ID;
    if (route->method == REQUEST_POST) at |= PROBLEM_BODY;
    if (route->is_worked) at |= PROBLEM_WORK;
    return (kind->at & at) != 0;
}

static const char *problem_name(const struct writing *w, int code) {
    return arena_format(w->arena, "problem_%d", code);
}

// Rows of a code stand together in the list.
static bool is_first(const struct problem_kind *kind) {
    return kind == problem_kinds || kind[-1].code != kind->code;
}

static void add_problems(struct writing *w, const struct route *route) {
    for (const struct problem_kind *kind = problem_kinds; kind->slug; kind++) {
        bool comes = false;
        if (!is_first(kind)) continue;
        for (const struct problem_kind *same = kind; same->slug && same->code == kind->code; same++)
            comes |= can_come(same, route);
        if (!comes) continue;
        open_map(w, arena_format(w->arena, "%d", kind->code));
        add_reference(w, RESPONSES, problem_name(w, kind->code));
        close(w);
    }
}

static void add_answers(struct writing *w, const struct route *route) {
    bool is_empty = route->method == REQUEST_DELETE;
    open_map(w, "responses");
    open_map(w, is_empty ? "204" : "200");
    add_text(w, "description", is_empty ? "called off" : "the answer");
    if (!is_empty) {
        open_map(w, "content");
        add_content(w, route);
        close(w);
    }
    close(w);
    if (route->kind == ROUTE_ASSET) {
        open_map(w, "304");
        add_text(w, "description", "the copy that the client has is still good");
        close(w);
    }
    add_problems(w, route);
    close(w);
}

// ---- the parts of the document ----

static void add_operation(struct writing *w, const struct route *route) {
    open_map(w, method_word(route->method));
    add_text(w, "operationId", operation_id(w, route));
    add_text(w, "summary", help_of(route));
    add_parameters(w, route);
    add_body(w, route);
    add_answers(w, route);
    if (route->is_open) {
        open_list(w, "security");
        close(w);
    }
    close(w);
}

// Rows of a pattern stand together in the table.
static void add_paths(struct writing *w) {
    const struct route *routes = w->table->routes;
    open_map(w, "paths");
    for (int i = 0; i < w->table->n; i++) {
        bool is_new = i == 0 || !text_equal(routes[i].pattern, routes[i - 1].pattern);
        bool is_last =
            i == w->table->n - 1 || !text_equal(routes[i].pattern, routes[i + 1].pattern);
        if (is_new) open_map(w, routes[i].pattern);
        add_operation(w, &routes[i]);
        if (is_last) close(w);
    }
    close(w);
}

static void add_noun(const struct noun **nouns, int *n, const struct noun *noun) {
    for (int i = 0; i < *n; i++)
        if (nouns[i] == noun) return;
    assert(*n < NOUNS_MAX);
    if (noun) nouns[(*n)++] = noun;
}

static void add_schemas(struct writing *w) {
    const struct knowledge *knowledge = &w->session->knowledge;
    const struct noun      *nouns[NOUNS_MAX];
    int                     n = 0;
    add_noun(nouns, &n, &problem_noun);
    add_noun(nouns, &n, &reply_head_noun);
    for (int i = 0; i < w->table->n; i++) {
        const struct verb *verb = w->table->routes[i].verb;
        if (!verb) continue;
        add_noun(nouns, &n, verb->input);
        add_noun(nouns, &n, verb->answer);
        for (int p = 0; verb->parts && verb->parts[p].name; p++)
            add_noun(nouns, &n, verb->parts[p].setup);
    }
    open_map(w, "schemas");
    field_schemas(nouns, n, knowledge->vocabularies, knowledge->n_vocabularies, SCHEMAS, w->build,
                  w->arena);
    close(w);
}

static void add_header(struct writing *w, const char *name, const char *type, const char *help) {
    open_map(w, "headers");
    open_map(w, name);
    add_text(w, "description", help);
    open_map(w, "schema");
    add_text(w, "type", type);
    close(w);
    close(w);
    close(w);
}

static void add_problem_responses(struct writing *w) {
    open_map(w, "responses");
    for (const struct problem_kind *kind = problem_kinds; kind->slug; kind++) {
        struct text when = text_new(w->arena);
        if (!is_first(kind)) continue;
        for (const struct problem_kind *same = kind; same->slug && same->code == kind->code; same++)
            text_addf(&when, "%s%s: %s", when.n ? "; " : "", same->slug, same->when);
        open_map(w, problem_name(w, kind->code));
        add_text(w, "description", when.data);
        open_map(w, "content");
        open_media(w, problem_media);
        add_reference(w, SCHEMAS, problem_noun.name);
        close_media(w);
        close(w);
        if (kind->code == 401) add_header(w, "WWW-Authenticate", "string", "Bearer");
        if (kind->code == 405) add_header(w, "Allow", "string", "what the path takes");
        if (kind->code == 503) add_header(w, "Retry-After", "integer", "seconds");
        close(w);
    }
    close(w);
}

static void add_components(struct writing *w) {
    open_map(w, "components");
    add_schemas(w);
    add_problem_responses(w);
    open_map(w, "securitySchemes");
    open_map(w, "token");
    add_text(w, "type", "http");
    add_text(w, "scheme", "bearer");
    add_text(w, "description", "what stands behind the # of the first line that the server prints");
    close(w);
    close(w);
    close(w);
}

static void add_info(struct writing *w) {
    open_map(w, "info");
    add_text(w, "title", "Stipple");
    add_text(w, "version", LICENCES_VERSION);
    add_text(w, "description", about);
    open_map(w, "license");
    add_text(w, "name", "Apache License 2.0");
    add_text(w, "identifier", "Apache-2.0");
    close(w);
    close(w);
    open_list(w, "servers");
    open_map(w, NULL);
    add_text(w, "url", "/");
    close(w);
    close(w);
    open_list(w, "security");
    open_map(w, NULL);
    open_list(w, "token");
    close(w);
    close(w);
    close(w);
}

void openapi_write(const struct route_table *table, const struct session *session,
                   struct text *out) {
    struct fault   fault    = {""};
    struct doc    *examples = ARENA_NEW(out->arena, struct doc, LIMIT_KNOWLEDGE_FILES);
    struct writing w        = {.table    = table,
                               .session  = session,
                               .examples = examples,
                               .build    = doc_build_new(out->arena),
                               .arena    = out->arena};
    enum status status = doc_unpack_own(example_image, example_image_end - example_image, examples,
                                        &w.n_examples, &fault);
    assert(status == ST_OK);
    open_map(&w, NULL);
    add_text(&w, "openapi", "3.1.0");
    add_info(&w);
    add_paths(&w);
    add_components(&w);
    close(&w);
    struct doc doc = doc_build_done(w.build);
    doc_write(&doc, 0, out);
    text_add(out, "\n");
}
