// SPDX-License-Identifier: Apache-2.0
#include "face/evidence_value.h"

#include "base/units.h"
#include "domain/quantity.h"
#include "domain/words.h"

#include <string.h>

enum { DEPTH_MOST = 12, DIGITS = 5 };

// ---- pieces ----

static int child(const struct evidence_text *out, int node, const char *key) {
    return doc_child(out->doc, node, key);
}

static int word_of(const char *const *words, const char *word) {
    for (int i = 0; words[i]; i++)
        if (text_equal(words[i], word)) return i + 1;
    return 0;
}

const char *evidence_strength(const struct evidence_text *out, int node) {
    int grade  = word_of(words_grade, doc_text(out->doc, child(out, node, "grade")));
    int status = word_of(words_status, doc_text(out->doc, child(out, node, "status")));
    return grade || status ? said_evidence(grade, status, out->arena) : "";
}

const char *evidence_plain(const struct evidence_text *out, const char *text) {
    struct text plain = text_new(out->arena);
    for (const char *open; (open = strchr(text, '{')); text = strchr(open, '}') + 1) {
        if (!strchr(open, '}')) break;
        text_add_bytes(&plain, text, open - text);
        text_add(&plain, "...");
    }
    text_add(&plain, text);
    return plain.data;
}

const char *evidence_said(const struct evidence_text *out, int node) {
    bool is_wording = doc_kind_of(out->doc, node) == DOC_MAP;
    return evidence_plain(out, doc_text(out->doc, is_wording ? child(out, node, "en") : node));
}

// A number without its unit, which stays in *unit.
static const char *bare(const struct evidence_text *out, int node, const char **unit) {
    const char *text = doc_text(out->doc, node), *space = strchr(text, ' ');
    if (!space) return text;
    *unit = space;
    return arena_text(out->arena, text, space - text);
}

const char *evidence_number(const struct evidence_text *out, int node) {
    const char *unit = "";
    if (doc_kind_of(out->doc, node) != DOC_MAP) {
        double      value;
        const char *text = bare(out, node, &unit);
        char        number[32];
        if (!units_number(text, &value)) return doc_text(out->doc, node);
        text_number(number, quantity_rounded(value, DIGITS));
        return arena_format(out->arena, "%s%s", number, unit);
    }
    const char *value = bare(out, child(out, node, "value"), &unit);
    const char *low   = bare(out, child(out, node, "low"), &unit);
    const char *high  = bare(out, child(out, node, "high"), &unit);
    if (*low && *high && *value)
        return arena_format(out->arena, "%s (%s to %s)%s", value, low, high, unit);
    if (*low && *high) return arena_format(out->arena, "%s to %s%s", low, high, unit);
    return arena_format(out->arena, "%s%s", *value ? value : *low ? low : high, unit);
}

const char *evidence_filled(const struct evidence_text *out, const char *id,
                            const char *const *pairs) {
    return load_filled(load_saying(out->knowledge, id), pairs, out->arena);
}

const char *evidence_joined(const struct evidence_text *out, int list) {
    struct text text = text_new(out->arena);
    for (int item = list < 0 ? -1 : out->doc->nodes[list].first; item >= 0;
         item     = out->doc->nodes[item].next)
        text_addf(&text, "%s%s", text.n ? ", " : "", doc_text(out->doc, item));
    return text.data;
}

// ---- the value ----

// Keys that another part of an answer shows.
static bool is_shown(const char *key) {
    static const char *const keys[] = {"id",     "key",   "label",     "topic",    "because",
                                       "text",   "says",  "sources",   "rows",     "grade",
                                       "status", "cases", "conflicts", "examples", "disagreement",
                                       "sides",  "uses",  "override",  "articles", "verdict"};
    for (int i = 0; i < (int)(sizeof keys / sizeof keys[0]); i++)
        if (text_equal(keys[i], key)) return true;
    return false;
}

// What a key is called: its help without its aside.
static const char *name_of(const struct evidence_text *out, const struct field *field) {
    const char *help = field->help ? field->help : field->name;
    return said_capital(arena_text(out->arena, help, (ptrdiff_t)strcspn(help, ";")), out->arena);
}

static void write_figure(const struct evidence_text *out, const struct field *field, int node,
                         int indent) {
    const char *strength = evidence_strength(out, node);
    const char *because  = evidence_said(out, child(out, node, "because"));
    const char *sources  = evidence_joined(out, child(out, node, "sources"));
    page_pair(out->page, indent, EVIDENCE_COLUMNS, PAGE_PLAIN, name_of(out, field),
              arena_format(out->arena, "%s%s%s%s%s%s", evidence_number(out, node),
                           *sources ? " [" : "", sources, *sources && *strength ? "; " : "",
                           strength, *sources ? "]" : ""));
    if (*because) page_marked(out->page, indent + EVIDENCE_COLUMNS, PAGE_DIM, because);
}

static const char *list_text(const struct evidence_text *out, const struct field *field, int node) {
    struct text text = text_new(out->arena);
    for (int item = out->doc->nodes[node].first; item >= 0; item = out->doc->nodes[item].next) {
        const char *word = doc_text(out->doc, item);
        if (field->vocabulary) word = load_label(out->knowledge, field->vocabulary, word);
        text_addf(&text, "%s%s", text.n ? ", " : "", word);
    }
    return text.n ? text.data : "-";
}

static void write_node(const struct evidence_text *out, const struct noun *noun, int node,
                       int indent, int depth);

static void write_items(const struct evidence_text *out, const struct field *field, int node,
                        int indent, int depth) {
    page_marked(out->page, indent, PAGE_PLAIN, name_of(out, field));
    for (int item = out->doc->nodes[node].first; item >= 0; item = out->doc->nodes[item].next)
        write_node(out, field->noun, item, indent + 2, depth + 1);
}

// What an item of a list is, in one line: its scalars one after the other.
static const char *line_of(const struct evidence_text *out, const struct noun *noun, int node) {
    struct text text = text_new(out->arena);
    for (const struct field *field = noun->fields; field->name; field++) {
        int         at    = child(out, node, field->name);
        const char *said  = at < 0 ? "" : doc_text(out->doc, at);
        bool        is_id = field == noun->fields && field->kind == FIELD_TEXT;
        if (field->kind == FIELD_WORDING) said = evidence_said(out, at);
        else if (at >= 0 && field->kind == FIELD_NOUN && field_find(field->noun, "value"))
            said = evidence_number(out, at);
        else if (at >= 0 && (field->kind == FIELD_NAMES || field->kind == FIELD_TEXTS))
            said = text_equal(field->name, "rows") ? "" : list_text(out, field, at);
        else if (field->kind == FIELD_BOOL) said = text_equal(said, "true") ? " " : "";
        if (!*said || text_equal(field->name, "status") || text_equal(field->name, "grade"))
            continue;
        bool is_plain = is_id || field->kind == FIELD_WORDING || field->kind == FIELD_TEXT;
        if (text_equal(field->name, "sources")) text_addf(&text, " [%s]", said);
        else if (is_plain) text_addf(&text, "%s%s", text.n ? "; " : "", said);
        else
            text_addf(&text, "%s%s%s%s", text.n ? "; " : "", field->name,
                      text_equal(said, " ") ? "" : " ", text_equal(said, " ") ? "" : said);
    }
    return text.data;
}

static void write_field(const struct evidence_text *out, const struct field *field, int node,
                        int indent, int depth) {
    const char *name = name_of(out, field), *word = doc_text(out->doc, node);
    if (doc_kind_of(out->doc, node) == DOC_NULL) {   // looked for
        page_pair(out->page, indent, EVIDENCE_COLUMNS, PAGE_PLAIN, name,
                  load_saying(out->knowledge, "evidence.not_found"));
        return;
    }
    switch (field->kind) {
    case FIELD_NOUN:
        if (doc_kind_of(out->doc, node) != DOC_MAP) break;
        if (field_find(field->noun, "value")) {
            write_figure(out, field, node, indent);
            return;
        }
        page_marked(out->page, indent, PAGE_PLAIN, name);
        evidence_value_write(out, field->noun, node, indent + 2);
        return;
    case FIELD_LIST:
        if (out->doc->nodes[node].n) write_items(out, field, node, indent, depth);
        return;
    case FIELD_QUANTITY: word = evidence_number(out, node); break;
    case FIELD_WORDING: word = evidence_said(out, node); break;
    case FIELD_NAME: word = load_label(out->knowledge, field->vocabulary, word); break;
    case FIELD_NAMES:
    case FIELD_TEXTS:
        if (!out->doc->nodes[node].n) return;
        word = list_text(out, field, node);
        break;
    case FIELD_NUMBERS: word = evidence_joined(out, node); break;
    case FIELD_BOOL: word = text_equal(word, "true") ? "yes" : "no"; break;
    case FIELD_MAP:
    case FIELD_PAIRS:
    case FIELD_NODE: return;
    default: break;
    }
    if (*word) page_pair(out->page, indent, EVIDENCE_COLUMNS, PAGE_PLAIN, name, word);
}

// An item of a list: one line, and below it the lists of its own.
static void write_node(const struct evidence_text *out, const struct noun *noun, int node,
                       int indent, int depth) {
    if (depth > DEPTH_MOST) return;
    page_pair(out->page, indent, 2, PAGE_PLAIN, "-", line_of(out, noun, node));
    for (const struct field *field = noun->fields; field->name; field++) {
        int at = child(out, node, field->name);
        if (at >= 0 && field->kind == FIELD_LIST) write_field(out, field, at, indent + 2, depth);
    }
}

void evidence_value_write(const struct evidence_text *out, const struct noun *noun, int node,
                          int indent) {
    for (const struct field *field = noun->fields; field->name; field++) {
        int at = child(out, node, field->name);
        if (at < 0 || is_shown(field->name)) continue;
        write_field(out, field, at, indent, 0);
    }
}
