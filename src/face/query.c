// SPDX-License-Identifier: Apache-2.0
#include "face/query.h"

enum { ROWS_MAX = 16 };

#define AT(m) offsetof(struct query, m)

static const char *const forms[] = {"json", "report", "sheet", NULL};   // enum query_form
static const char *const flags[] = {"no", "yes", NULL};

const struct query_row query_rows[] = {
    {"on", PARAM_DATE, AT(options.on), 0, 0, NULL, NULL, false, "as of this day (today)"},
    {"seed", PARAM_COUNT, AT(options.seed), 0, PARAM_SEED_MAX, NULL, NULL, false,
     "seed of the random numbers (1)"},
    {"members", PARAM_COUNT, AT(options.members), 1, LIMIT_MEMBERS, NULL, NULL, false,
     "members of the ensemble (1000)"},
    {"as", PARAM_TEXT, AT(as), 0, 0, forms, "plan", false,
     "the answer as JSON, or as a page: the clinician's report, or the person's sheet"},
    {"codes", PARAM_TEXT, AT(codes), 0, 0, NULL, "evidence", true,
     "the codes of a vocabulary or a key"},
    {"claims", PARAM_FLAG, AT(claims), 0, 0, flags, "evidence", true,
     "what articles for lay readers claim, and what is behind it"},
    {0}};

bool query_is_taken(const struct query_row *row, const struct verb *verb, bool has_id) {
    return verb && (!row->only || text_equal(row->only, verb->name)) && !(row->is_place && has_id);
}

// ---- decoding ----

static int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

const char *query_decoded(const char *bytes, ptrdiff_t n, struct arena *arena) {
    char     *out = ARENA_NEW(arena, char, n + 1);
    ptrdiff_t to  = 0;
    int       code;
    for (ptrdiff_t i = 0; i < n; i++) {
        out[to] = bytes[i];
        if (bytes[i] == '%') {
            int high = n - i > 2 ? digit_of(bytes[i + 1]) : -1;
            int low  = n - i > 2 ? digit_of(bytes[i + 2]) : -1;
            if (high < 0 || low < 0) return NULL;
            out[to] = (char)(16 * high + low);
            i += 2;
        }
        to++;
    }
    if (!text_is_utf8(out, to) || text_plain_prefix(out, to, &code) < to) return NULL;
    return strpbrk(out, "\t\n") ? NULL : out;
}

// ---- reading ----

struct reading {
    struct query      *query;
    const struct verb *verb;
    bool               has_id;
    unsigned           given;   // by row
    const char       **name;
    struct arena      *arena;
    struct fault      *fault;
};

static enum status refuse(const struct reading *r, const char *value, const char *wrong,
                          const char *allowed) {
    return fault_at(r->fault, ST_CONTENT, "query: %s%s%s: %s; allowed: %s", *r->name,
                    value ? ": " : "", value ? value : "", wrong, allowed);
}

static enum status refuse_name(const struct reading *r) {
    const char *names[ROWS_MAX];
    int         n       = 0;
    struct text allowed = text_new(r->arena);
    for (const struct query_row *row = query_rows; row->name; row++) {
        if (!query_is_taken(row, r->verb, r->has_id)) continue;
        text_addf(&allowed, "%s%s", n ? ", " : "", row->name);
        names[n++] = row->name;
    }
    const char *near = text_nearest(*r->name, names, n);
    return refuse(r, NULL,
                  near ? arena_format(r->arena, "is not known here, did you mean %s?", near)
                       : "is not known here",
                  n ? allowed.data : "nothing");
}

static enum status read_word(const struct reading *r, const struct query_row *row,
                             const char *value) {
    struct text allowed = text_new(r->arena);
    void       *at      = (char *)r->query + row->offset;
    for (int i = 0; row->words[i]; i++) {
        text_addf(&allowed, "%s%s", i ? ", " : "", row->words[i]);
        if (!text_equal(row->words[i], value)) continue;
        if (row->kind == PARAM_FLAG) *(bool *)at = i == 1;
        else *(enum query_form *)at = (enum query_form)i;
        return ST_OK;
    }
    return refuse(r, value, "is not one of the words", allowed.data);
}

static enum status read_pair(struct reading *r, const char *text, ptrdiff_t n) {
    const char *equals = memchr(text, '=', (size_t)n);
    ptrdiff_t   n_name = equals ? equals - text : n;
    const char *name   = query_decoded(text, n_name, r->arena);
    const char *value  = equals ? query_decoded(equals + 1, text + n - equals - 1, r->arena) : NULL;
    *r->name           = name ? name : "";
    if (!name || !*name)
        return fault_at(r->fault, ST_CONTENT,
                        "query: a name is empty or not well encoded; allowed: NAME=VALUE&...");
    const struct query_row *row = query_rows;
    while (row->name && !(text_equal(row->name, name) && query_is_taken(row, r->verb, r->has_id)))
        row++;
    if (!row->name) return refuse_name(r);
    unsigned bit = 1u << (row - query_rows);
    if (r->given & bit) return refuse(r, NULL, "stands here twice", "each name once");
    r->given |= bit;
    if (!value) return refuse(r, NULL, "has no value, or it is not well encoded", "NAME=VALUE");
    if (row->words) return read_word(r, row, value);
    if (!*value) return refuse(r, NULL, "is empty", "a value, or leave the name out");
    const struct param param = {arena_format(r->arena, "query: %s", name), row->kind, row->min,
                                row->max};
    return param_read(&param, value, (char *)r->query + row->offset, r->fault);
}

enum status query_read(struct query *query, const char *text, const struct verb *verb, bool has_id,
                       const char **name, struct arena *arena, struct fault *fault) {
    struct reading r = {query, verb, has_id, 0, name, arena, fault};
    ptrdiff_t      n = (ptrdiff_t)strlen(text);
    *query           = (struct query){.options = {.seed = 1, .members = 1000, .threads = 1}};
    *name            = "";
    if (n > LIMIT_QUERY_BYTES)
        return fault_at(fault, ST_LIMIT, "query: %td bytes: are too many; allowed: %d", n,
                        LIMIT_QUERY_BYTES);
    for (const char *at = text; *at;) {
        ptrdiff_t n_pair = (ptrdiff_t)strcspn(at, "&");
        TRY(read_pair(&r, at, n_pair));
        at += n_pair;
        if (!*at) break;
        if (*++at) continue;
        *name = "";
        return fault_at(fault, ST_CONTENT, "query: ends in &; allowed: NAME=VALUE&...");
    }
    if (!query->codes || !query->claims) return ST_OK;
    *name = "claims";
    return refuse(&r, NULL, "is asked for beside codes", "one of them");
}
