// field_read: a document into a struct, refused with its place where it does not fit its table.
// SPDX-License-Identifier: Apache-2.0
#include "base/units.h"
#include "domain/field.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { SHOWN_BYTES = 60, SUGGEST_MAX = 256, ROWS_MAX = 64 };

struct path {   // where in the document we are, innermost first
    const struct path *up;
    const char        *key;   // NULL for an item
    int                index;
};

struct reading {
    const struct field_reader *reader;
    const struct doc          *doc;
    bool                       is_at_key;   // a refusal names the place of the key
    const struct noun         *others;      // whose keys are passed over at the root, or NULL
};

// ---- errors ----

static void path_add(const struct path *path, struct text *out) {
    if (!path) return;
    path_add(path->up, out);
    if (path->key) text_addf(out, "%s%s", out->n ? "." : "", path->key);
    else text_addf(out, "[%d]", path->index);
}

static const char *shown_value(const struct doc *doc, int node, struct arena *arena) {
    switch (doc_kind_of(doc, node)) {
    case DOC_LIST: return "a list";
    case DOC_MAP: return "a mapping";
    case DOC_NULL: return "nothing";
    default: break;
    }
    const char *text = doc_text(doc, node);
    ptrdiff_t   n    = (ptrdiff_t)strlen(text);
    if (n == 0) return "an empty text";
    if (n <= SHOWN_BYTES) return text;
    ptrdiff_t cut = SHOWN_BYTES;
    while (cut > 0 && ((unsigned char)text[cut] & 0xC0) == 0x80) cut--;
    return arena_format(arena, "%.*s...", (int)cut, text);
}

// "FILE:LINE:COL: FIELD: VALUE: wrong; allowed: allowed"
static enum status refuse_as(enum status status, const struct reading *r, int node,
                             const struct path *path, const char *wrong, const char *allowed) {
    struct arena scratch = *r->reader->arena;
    struct text  where   = text_new(&scratch);
    path_add(path, &where);
    const char *place = field_place(r->doc, node, &scratch);
    if (r->is_at_key && r->doc->key_places)
        place = arena_format(&scratch, "%s:%d:%d", r->doc->name, r->doc->key_places[node].line,
                             r->doc->key_places[node].column);
    const char *value = shown_value(r->doc, node, &scratch);
    return fault_at(r->reader->fault, status, "%s: %s: %s: %s; allowed: %s", place,
                    where.n ? where.data : "file", value, wrong, allowed);
}

static enum status refuse(const struct reading *r, int node, const struct path *path,
                          const char *wrong, const char *allowed) {
    return refuse_as(ST_CONTENT, r, node, path, wrong, allowed);
}

static const char *words_listed(const char *const *words, const char *before, struct arena *arena) {
    struct text list = text_new(arena);
    text_add(&list, before);
    for (int i = 0; words && words[i]; i++) text_addf(&list, "%s%s", list.n ? ", " : "", words[i]);
    return list.data;
}

// "unknown; did you mean X?", or only "unknown" with the first candidates as what is allowed.
static enum status refuse_word(const struct reading *r, int node, const struct path *path,
                               const char *word, const char *what, const char *const *candidates,
                               int n) {
    const char *near    = text_nearest(word, candidates, n);
    struct text allowed = text_new(r->reader->arena), wrong = text_new(r->reader->arena);
    text_addf(&wrong, "%s", what);
    if (near) text_addf(&wrong, ", did you mean %s?", near);
    for (int i = 0; i < n && allowed.n < SUGGEST_MAX; i++)
        text_addf(&allowed, "%s%s", i ? ", " : "", candidates[i]);
    if (allowed.n >= SUGGEST_MAX) text_add(&allowed, ", ...");
    return refuse(r, node, path, wrong.data, allowed.data);
}

// ---- scalars ----

static bool is_scalar(const struct reading *r, int node) {
    enum doc_kind kind = doc_kind_of(r->doc, node);
    return kind == DOC_TEXT || kind == DOC_NUMBER || kind == DOC_BOOL;
}

static int word_index(const char *const *words, const char *word) {
    for (int i = 0; words && words[i]; i++)
        if (text_equal(words[i], word)) return i + 1;
    return 0;
}

static int words_count(const char *const *words) {
    int n = 0;
    while (words && words[n]) n++;
    return n;
}

static enum status read_text(const struct reading *r, const struct field *field, int node,
                             const struct path *path, const char **out) {
    if (!is_scalar(r, node)) return refuse(r, node, path, "is no text", "a text");
    const char *text = doc_text(r->doc, node);
    if (*text <= ' ' && !text[strspn(text, " \t\r\n")])
        return refuse(r, node, path, "is empty", "a text, or leave the key out");
    if (field->max > 0 && (double)strlen(text) > field->max) {
        return refuse(r, node, path, "is too long",
                      arena_format(r->reader->arena, "at most %g bytes", field->max));
    }
    *out = text;
    return ST_OK;
}

static const struct vocabulary *vocabulary_of(const struct reading *r, const char *name) {
    for (int i = 0; i < r->reader->n_vocabularies; i++)
        if (text_equal(r->reader->vocabularies[i].name, name)) return &r->reader->vocabularies[i];
    return NULL;
}

static enum status read_name(const struct reading *r, const struct field *field, int node,
                             const struct path *path, const char **out) {
    TRY(read_text(r, field, node, path, out));
    const struct vocabulary *vocabulary = vocabulary_of(r, field->vocabulary);
    if (!vocabulary || (field->flags & FIELD_OPEN)) return ST_OK;
    for (int i = 0; i < vocabulary->n; i++)
        if (text_equal(vocabulary->codes[i], *out)) return ST_OK;
    return refuse_word(r, node, path, *out, "is no code known here", vocabulary->codes,
                       vocabulary->n);
}

static enum status read_choice(const struct reading *r, const struct field *field, int node,
                               const struct path *path, int *out) {
    const char *word = is_scalar(r, node) ? doc_text(r->doc, node) : "";
    *out             = word_index(field->words, word);
    if (*out > 0) return ST_OK;
    return refuse_word(r, node, path, word, "is not one of the words", field->words,
                       words_count(field->words));
}

static enum status read_date(const struct reading *r, const struct field *field, int node,
                             const struct path *path, struct when *out) {
    const char *text = is_scalar(r, node) ? doc_text(r->doc, node) : "";
    out->word        = word_index(field->words, text);
    if (out->word) return ST_OK;
    out->day = date_parse(text);
    if (out->day) return ST_OK;
    return refuse(r, node, path, "is no date of the calendar",
                  words_listed(field->words, "YYYY-MM-DD from 1900 to 2199", r->reader->arena));
}

static enum status check_range(const struct reading *r, const struct field *field, int node,
                               const struct path *path, double value) {
    if (field->min == 0 && field->max == 0) return ST_OK;
    if (value >= field->min && value <= field->max) return ST_OK;
    return refuse(r, node, path, "is out of range",
                  arena_format(r->reader->arena, "%g to %g%s%s", field->min, field->max,
                               field->unit ? " " : "", field->unit ? field->unit : ""));
}

static enum status read_number(const struct reading *r, const struct field *field, int node,
                               const struct path *path, struct amount *out) {
    const char *text = is_scalar(r, node) ? doc_text(r->doc, node) : "";
    const char *kind =
        field->flags & FIELD_WHOLE ? "a whole number without a unit" : "a number without a unit";
    out->word = word_index(field->words, text);
    if (out->word) return ST_OK;
    if (doc_kind_of(r->doc, node) != DOC_NUMBER || !units_number(text, &out->value))
        return refuse(r, node, path, "is no bare number",
                      words_listed(field->words, kind, r->reader->arena));
    if ((field->flags & FIELD_WHOLE) && out->value != floor(out->value))
        return refuse(r, node, path, "is no whole number", kind);
    out->is_known = true;
    return check_range(r, field, node, path, out->value);
}

static enum status refuse_unit(const struct reading *r, const struct field *field, int node,
                               const struct path *path, enum units_result wrong) {
    struct arena *arena   = r->reader->arena;
    const char   *units   = units_allowed(field->unit, arena);
    const char   *allowed = arena_format(arena, "a number with a unit (%s)", units);
    if (wrong == UNITS_NO_NUMBER) return refuse(r, node, path, "is no number with a unit", allowed);
    if (wrong == UNITS_WRONG_UNIT) return refuse(r, node, path, "has a wrong unit", allowed);
    return refuse(r, node, path,
                  arena_format(arena, "has no unit, did you mean \"%s %s\"?",
                               doc_text(r->doc, node), field->unit),
                  allowed);
}

static enum status read_quantity(const struct reading *r, const struct field *field, int node,
                                 const struct path *path, struct amount *out) {
    const char *text = is_scalar(r, node) ? doc_text(r->doc, node) : "";
    out->word        = word_index(field->words, text);
    if (out->word) return ST_OK;
    enum units_result wrong   = units_parse(text, field->unit, &out->value);
    bool              is_bare = wrong == UNITS_NO_UNIT && (field->flags & FIELD_BARE);
    if (wrong != UNITS_OK && !is_bare) return refuse_unit(r, field, node, path, wrong);
    out->is_known = true;
    return check_range(r, field, node, path, out->value);
}

static enum status read_money(const struct reading *r, int node, const struct path *path,
                              struct money *out) {
    static const char allowed[] = "an amount with its currency, such as \"1200 USD\"";
    const char       *text      = is_scalar(r, node) ? doc_text(r->doc, node) : "";
    const char       *space     = strchr(text, ' ');
    char              number[32];
    if (!space || space - text >= (ptrdiff_t)sizeof number || strlen(space + 1) != 3)
        return refuse(r, node, path, "is no amount of money", allowed);
    memcpy(number, text, (size_t)(space - text));
    number[space - text] = 0;
    if (strspn(space + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 3 || !units_number(number, &out->value))
        return refuse(r, node, path, "is no amount of money", allowed);
    if (!(out->value >= 0 && out->value <= 1e7))
        return refuse(r, node, path, "is out of range", "0 to 10000000");
    memcpy(out->currency, space + 1, 4);
    return ST_OK;
}

static enum status read_bool(const struct reading *r, const struct field *field, int node,
                             const struct path *path, void *out) {
    if (doc_kind_of(r->doc, node) != DOC_BOOL)
        return refuse(r, node, path, "is neither true nor false", "true, false");
    bool is_true = text_equal(doc_text(r->doc, node), "true");
    if (field->flags & FIELD_ALWAYS) *(bool *)out = is_true;
    else *(int *)out = is_true ? FIELD_BOOL_TRUE : FIELD_BOOL_FALSE;
    return ST_OK;
}

// ---- lists and nouns ----

static enum status read_noun(const struct reading *r, const struct noun *noun, int node,
                             const struct path *path, void *out);

static enum status check_list(const struct reading *r, int node, const struct path *path,
                              enum doc_kind kind, int *n) {
    if (doc_kind_of(r->doc, node) != kind)
        return refuse(r, node, path, kind == DOC_LIST ? "is no list" : "is no mapping",
                      kind == DOC_LIST ? "a list ([] says none)" : "a mapping");
    *n = r->doc->nodes[node].n;
    return ST_OK;
}

// The same for what grows with the file: items of a list, entries of a map.
static enum status check_items(const struct reading *r, int node, const struct path *path,
                               enum doc_kind kind, int *n) {
    TRY(check_list(r, node, path, kind, n));
    if (*n <= LIMIT_LIST_ITEMS) return ST_OK;
    return refuse_as(ST_LIMIT, r, node, path, arena_format(r->reader->arena, "has %d items", *n),
                     arena_format(r->reader->arena, "at most %d", LIMIT_LIST_ITEMS));
}

static enum status read_names(const struct reading *r, const struct field *field, int node,
                              const struct path *path, struct names *out) {
    TRY(check_items(r, node, path, DOC_LIST, &out->n));
    out->is_present  = true;
    out->items       = ARENA_NEW(r->reader->arena, const char *, out->n);
    struct path here = {path, NULL, 0};
    int         item = r->doc->nodes[node].first;
    for (; here.index < out->n; here.index++, item = r->doc->nodes[item].next) {
        const char **at = &out->items[here.index];
        TRY(field->kind == FIELD_NAMES ? read_name(r, field, item, &here, at)
                                       : read_text(r, field, item, &here, at));
        for (int i = 0; i < here.index; i++)
            if (text_equal(out->items[i], *at))
                return refuse(r, item, &here, "stands twice", "each once");
    }
    return ST_OK;
}

static enum status read_list(const struct reading *r, const struct field *field, int node,
                             const struct path *path, struct list *out) {
    bool is_map = field->kind == FIELD_MAP;
    TRY(check_items(r, node, path, is_map ? DOC_MAP : DOC_LIST, &out->n));
    out->is_present = true;
    out->items      = arena_alloc(r->reader->arena, out->n, field->noun->size);
    int item        = r->doc->nodes[node].first;
    for (int i = 0; i < out->n; i++, item = r->doc->nodes[item].next) {
        struct path here = {path, is_map ? doc_key(r->doc, item) : NULL, i};
        char       *at   = (char *)out->items + i * field->noun->size;
        if (is_map) *(const char **)(void *)at = doc_key(r->doc, item);
        TRY(read_noun(r, field->noun, item, &here, at));
    }
    return ST_OK;
}

static enum status read_pairs(const struct reading *r, const struct field *field, int node,
                              const struct path *path, struct list *out) {
    TRY(check_items(r, node, path, DOC_LIST, &out->n));
    out->is_present     = true;
    struct names *pairs = ARENA_NEW(r->reader->arena, struct names, out->n);
    out->items          = pairs;
    int item            = r->doc->nodes[node].first;
    for (int i = 0; i < out->n; i++, item = r->doc->nodes[item].next) {
        struct path here = {path, NULL, i};
        TRY(read_names(r, field, item, &here, &pairs[i]));
    }
    return ST_OK;
}

static enum status read_numbers(const struct reading *r, const struct field *field, int node,
                                const struct path *path, struct numbers *out) {
    TRY(check_items(r, node, path, DOC_LIST, &out->n));
    out->is_present = true;
    out->items      = ARENA_NEW(r->reader->arena, double, out->n);
    int item        = r->doc->nodes[node].first;
    for (int i = 0; i < out->n; i++, item = r->doc->nodes[item].next) {
        struct path   here = {path, NULL, i};
        struct amount one  = {0};
        TRY(field->unit ? read_quantity(r, field, item, &here, &one)
                        : read_number(r, field, item, &here, &one));
        out->items[i] = one.value;
    }
    return ST_OK;
}

static enum status read_wording(const struct reading *r, const struct field *field, int node,
                                const struct path *path, struct wording *out) {
    TRY(check_items(r, node, path, DOC_MAP, &out->n));
    out->languages = ARENA_NEW(r->reader->arena, const char *, out->n);
    out->texts     = ARENA_NEW(r->reader->arena, const char *, out->n);
    int item       = r->doc->nodes[node].first;
    for (int i = 0; i < out->n; i++, item = r->doc->nodes[item].next) {
        struct path here  = {path, doc_key(r->doc, item), 0};
        out->languages[i] = doc_key(r->doc, item);
        TRY(read_text(r, field, item, &here, &out->texts[i]));
    }
    return ST_OK;
}

static enum status read_field(const struct reading *r, const struct field *field, int node,
                              const struct path *path, void *out) {
    char *at = (char *)out + field->offset;
    switch (field->kind) {
    case FIELD_TEXT: return read_text(r, field, node, path, (const char **)(void *)at);
    case FIELD_NAME: return read_name(r, field, node, path, (const char **)(void *)at);
    case FIELD_CHOICE: return read_choice(r, field, node, path, (int *)(void *)at);
    case FIELD_DATE: return read_date(r, field, node, path, (struct when *)(void *)at);
    case FIELD_NUMBER: return read_number(r, field, node, path, (struct amount *)(void *)at);
    case FIELD_QUANTITY: return read_quantity(r, field, node, path, (struct amount *)(void *)at);
    case FIELD_MONEY: return read_money(r, node, path, (struct money *)(void *)at);
    case FIELD_BOOL: return read_bool(r, field, node, path, at);
    case FIELD_NAMES:
    case FIELD_TEXTS: return read_names(r, field, node, path, (struct names *)(void *)at);
    case FIELD_LIST:
    case FIELD_MAP: return read_list(r, field, node, path, (struct list *)(void *)at);
    case FIELD_PAIRS: return read_pairs(r, field, node, path, (struct list *)(void *)at);
    case FIELD_NUMBERS: return read_numbers(r, field, node, path, (struct numbers *)(void *)at);
    case FIELD_WORDING: return read_wording(r, field, node, path, (struct wording *)(void *)at);
    case FIELD_NODE: *(struct field_node *)(void *)at = (struct field_node){r->doc, node}; break;
    case FIELD_NOUN: {
        void *noun           = arena_alloc(r->reader->arena, 1, field->noun->size);
        *(void **)(void *)at = noun;
        if ((field->flags & FIELD_WORD) && is_scalar(r, node))
            return read_text(r, field, node, path, noun);
        return read_noun(r, field->noun, node, path, noun);
    }
    }
    return ST_OK;
}

// The place of the key, not of what stands behind it.
static enum status refuse_key(const struct reading *r, const struct noun *noun, int node,
                              const struct path *path) {
    struct reading at_key = {r->reader, r->doc, true, NULL};
    const char    *names[SUGGEST_MAX];
    int            n = 0;
    for (const struct field *field = noun->fields; field->name && n < SUGGEST_MAX; field++)
        names[n++] = field->name;
    return refuse_word(&at_key, node, path, doc_key(r->doc, node),
                       arena_format(r->reader->arena, "is no key of a %s", noun->name), names, n);
}

static enum status read_format(const struct reading *r, const struct noun *noun, int node,
                               const struct path *path) {
    const char *wanted = arena_format(r->reader->arena, "stipple-%s/1", noun->name);
    if (text_equal(doc_text(r->doc, node), wanted)) return ST_OK;
    return refuse(r, node, path, "is another format", wanted);
}

// Keys mostly stand in the order of the table: the search begins behind the one before.
static const struct field *find_from(const struct noun *noun, const struct field *from,
                                     const char *key) {
    for (const struct field *field = from; field->name; field++)
        if (text_equal(field->name, key)) return field;
    return from == noun->fields ? NULL : field_find(noun, key);
}

static enum status read_noun(const struct reading *r, const struct noun *noun, int node,
                             const struct path *path, void *out) {
    const struct field *from = noun->fields;
    uint64_t            seen = 0;   // by row of the table
    int                 n    = 0;
    TRY(check_list(r, node, path, DOC_MAP, &n));
    for (int item = r->doc->nodes[node].first; item >= 0; item = r->doc->nodes[item].next) {
        struct path         here  = {path, doc_key(r->doc, item), 0};
        const struct field *field = find_from(noun, from, here.key);
        if (!field && noun->has_format && text_equal(here.key, "format")) {
            TRY(read_format(r, noun, item, &here));
            continue;
        }
        if (!field && !path && r->others && field_find(r->others, here.key)) continue;
        if (!field) return refuse_key(r, noun, item, &here);
        TRY(read_field(r, field, item, &here, out));
        assert(field - noun->fields < ROWS_MAX);
        seen |= (uint64_t)1 << (field - noun->fields);
        from = field + 1;
    }
    for (const struct field *field = noun->fields; field->name; field++) {
        if (!(field->flags & FIELD_REQUIRED) || seen >> (field - noun->fields) & 1) continue;
        return refuse(r, node, path,
                      arena_format(r->reader->arena, "lacks the key %s", field->name), field->help);
    }
    return ST_OK;
}

enum status field_read(const struct noun *noun, const struct doc *doc, int node, void *out,
                       const struct field_reader *reader) {
    return field_read_beside(noun, NULL, doc, node, out, reader);
}

enum status field_read_beside(const struct noun *noun, const struct noun *others,
                              const struct doc *doc, int node, void *out,
                              const struct field_reader *reader) {
    struct reading reading = {reader, doc, false, others};
    return read_noun(&reading, noun, node, NULL, out);
}
