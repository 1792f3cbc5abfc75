// SPDX-License-Identifier: Apache-2.0
#include "face/problem.h"

enum { PLACE_MOST = 2000000000 };   // lines and columns of a body are fewer

#define NEED .flags = FIELD_REQUIRED

static const struct field problem_fields[] = {
    FIELD(problem, type, TEXT, NEED, .help = "urn:stipple:problem:SLUG"),
    FIELD(problem, title, TEXT, NEED, .help = "what it is, the same for every one of its type"),
    FIELD(problem, status, NUMBER, .min = 400, .max = 599, .flags = FIELD_REQUIRED | FIELD_WHOLE,
          .help = "the code of HTTP"),
    FIELD(problem, detail, TEXT, NEED, .help = "what is wrong here, and what is allowed"),
    FIELD(problem, field, TEXT, .flags = FIELD_REQUIRED | FIELD_ALWAYS,
          .help = "a JSON pointer into the body, or the name of a query or header; null: neither"),
    FIELD(problem, line, NUMBER, .min = 1, .max = PLACE_MOST, .flags = FIELD_WHOLE,
          .help = "of the body, where the place is known"),
    FIELD(problem, column, NUMBER, .min = 1, .max = PLACE_MOST, .flags = FIELD_WHOLE,
          .help = "of that line, counted in characters"),
    {0}};
const struct noun problem_noun = {"problem", "what went wrong (RFC 9457)", sizeof(struct problem),
                                  problem_fields, false};

const char problem_media[] = "application/problem+json";

const struct problem_kind problem_kinds[] = {
#define ROW(slug, code, at, title, when) {slug, code, at, title, when},
    PROBLEM_LIST(ROW)
#undef ROW
        {0}};

static const char *title_of(int code, const char *slug) {
    const char *by_code = code >= 500 ? "The server could not answer" : "The request is refused";
    for (const struct problem_kind *kind = problem_kinds; kind->slug; kind++) {
        if (text_equal(kind->slug, slug)) return kind->title;
        if (kind->code == code) by_code = kind->title;
    }
    return by_code;
}

// Words of the client come into errors as they are. What is no text ends it, and nothing in it
// steers a terminal or turns the direction of writing.
static const char *clean(const char *text, struct arena *arena) {
    ptrdiff_t n    = text_utf8_prefix(text, (ptrdiff_t)strlen(text));
    char     *copy = arena_text(arena, text, n);
    text_make_plain(copy, n);
    return copy;
}

// The rest of `problem` is filled in.
static void write_all(struct response *response, struct problem *problem, const char *slug,
                      struct arena *arena) {
    struct doc_build *build = doc_build_new(arena);
    struct text       out   = text_new(arena);
    int               code  = (int)problem->status.value;
    problem->type           = arena_format(arena, "urn:stipple:problem:%s", slug);
    problem->title          = title_of(code, slug);
    problem->detail         = clean(problem->detail ? problem->detail : problem->title, arena);
    problem->field          = problem->field ? clean(problem->field, arena) : NULL;
    field_write(&problem_noun, problem, build, NULL);
    struct doc doc = doc_build_done(build);
    doc_write(&doc, 0, &out);
    text_add(&out, "\n");
    response->code         = code;
    response->content_type = problem_media;
    response->bytes        = out.data;
    response->n            = out.n;
    response->etag = response->encoding = response->policy = NULL;
    response->is_cacheable                                 = false;
}

void problem_write(struct response *response, int code, const char *slug, const char *detail,
                   const char *field, struct arena *arena) {
    struct problem problem = {.status = {code, true, 0}, .detail = detail, .field = field};
    write_all(response, &problem, slug, arena);
}

// ---- from a fault ----

// What follows "NAME:LINE:COL: " or "NAME: ", NULL where the fault does not begin so.
static const char *behind_place(const char *fault, const char *name) {
    if (!text_starts(fault, name)) return NULL;
    fault += strlen(name);
    const char *rest = fault + strspn(fault, ":0123456789");
    return rest > fault && *rest == ' ' ? rest + 1 : NULL;
}

static void add_escaped(struct text *out, const char *key, ptrdiff_t n) {
    for (ptrdiff_t i = 0; i < n; i++)
        if (key[i] == '~') text_add(out, "~0");
        else if (key[i] == '/') text_add(out, "~1");
        else text_add_bytes(out, key + i, 1);
}

const char *problem_pointer(const char *fault, const char *name, struct arena *arena) {
    const char *path = behind_place(fault, name);
    const char *end  = path ? strstr(path, ": ") : NULL;
    struct text out  = text_new(arena);
    if (!end || (end - path == 4 && strncmp(path, "file", 4) == 0)) return NULL;
    for (const char *at = path; at < end;) {
        ptrdiff_t n = (ptrdiff_t)strcspn(at, ".[]:");
        if (at[n] == ':' && at + n < end) n = end - at;   // a key of the client's own
        if (n > end - at) n = end - at;
        if (n > 0) {
            text_add(&out, "/");
            add_escaped(&out, at, n);
        }
        at += n + 1;
    }
    return out.n ? out.data : NULL;
}

struct doc_place problem_place(const char *fault, const char *name) {
    struct doc_place place = {0};
    if (!behind_place(fault, name)) return place;
    const char *at = fault + strlen(name);
    for (int i = 0; i < 2; i++) {
        int32_t *part = i ? &place.column : &place.line;
        if (*at != ':' || at[1] < '0' || at[1] > '9') return (struct doc_place){0};
        for (at++; *at >= '0' && *at <= '9'; at++) {
            if (*part > PLACE_MOST / 10) return (struct doc_place){0};
            *part = *part * 10 + (*at - '0');
        }
    }
    return place;
}

static struct amount told(int32_t part) { return (struct amount){part, part > 0, 0}; }

// What a fault says of the client's own words, with its field and its place.
static void write_fault(struct response *response, int code, const char *slug, const char *text,
                        const char *name, struct arena *arena) {
    struct doc_place place   = problem_place(text, name);
    struct problem   problem = {.status = told(code),
                                .detail = text,
                                .field  = problem_pointer(text, name, arena),
                                .line   = told(place.line),
                                .column = told(place.column)};
    write_all(response, &problem, slug, arena);
}

void problem_from(struct response *response, enum status status, const struct fault *fault,
                  const char *name, struct arena *arena) {
    const char *detail = fault->text;
    switch (status) {
    case ST_MALFORMED: write_fault(response, 400, "malformed", detail, name, arena); return;
    case ST_UNKNOWN: problem_write(response, 404, "unknown", detail, NULL, arena); return;
    case ST_DENIED: write_fault(response, 403, "denied", detail, name, arena); return;
    case ST_LIMIT: write_fault(response, 422, "limit", detail, name, arena); return;
    case ST_CANCELLED:
        problem_write(response, 409, "cancelled", "was replaced by a newer request or called off",
                      NULL, arena);
        return;
    case ST_CONTENT:
        if (!behind_place(detail, name)) break;
        write_fault(response, 422, "content", detail, name, arena);
        return;
    case ST_OK:
    case ST_IO:
    case ST_BROKEN: break;
    }
    problem_write(response, 500, "internal", NULL, NULL, arena);
}
