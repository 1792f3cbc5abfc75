// field_write: a struct, or what was read into one, as a document.
// SPDX-License-Identifier: Apache-2.0
#include "domain/field.h"

#include <assert.h>

static bool is_absent(const struct field *field, const char *at) {
    const void *p = at;
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_NAME:
    case FIELD_NOUN: return *(void *const *)p == NULL;
    case FIELD_CHOICE: return *(const int *)p == 0;
    case FIELD_DATE: return !((const struct when *)p)->day && !((const struct when *)p)->word;
    case FIELD_NUMBER:
    case FIELD_QUANTITY:
        return !((const struct amount *)p)->is_known && !((const struct amount *)p)->word;
    case FIELD_MONEY: return !((const struct money *)p)->currency[0];
    case FIELD_BOOL: return !(field->flags & FIELD_ALWAYS) && *(const int *)p == 0;
    case FIELD_LIST:
    case FIELD_PAIRS:
    case FIELD_MAP: return !((const struct list *)p)->is_present;
    case FIELD_NAMES:
    case FIELD_TEXTS: return !((const struct names *)p)->is_present;
    case FIELD_NUMBERS: return !((const struct numbers *)p)->is_present;
    case FIELD_WORDING: return ((const struct wording *)p)->n == 0;
    case FIELD_NODE: return !((const struct field_node *)p)->doc;
    }
    return true;
}

static void write_absent(const struct field *field, struct doc_build *build) {
    switch (field->kind) {
    case FIELD_LIST:
    case FIELD_PAIRS:
    case FIELD_NAMES:
    case FIELD_NUMBERS:
    case FIELD_TEXTS:
        doc_build_list(build, field->name);
        doc_build_end(build);
        break;
    case FIELD_MAP:
    case FIELD_WORDING:
        doc_build_map(build, field->name);
        doc_build_end(build);
        break;
    default: doc_build_null(build, field->name);
    }
}

static void write_date(const char *key, date_day day, struct doc_build *build) {
    char text[DATE_TEXT_BYTES];
    date_format(day, text);
    doc_build_text(build, key, text);
}

// "1.5 mm": the number in its shortest form, and the unit or currency.
static void write_with_unit(const char *key, double value, const char *unit,
                            struct doc_build *build) {
    char number[32], text[64];
    text_number(number, value);
    int n = 0;
    for (const char *c = number; *c; c++) text[n++] = *c;
    text[n++] = ' ';
    for (const char *c = unit; *c && n < 62; c++) text[n++] = *c;
    text[n] = 0;
    doc_build_text(build, key, text);
}

static void write_list(const struct field *field, const struct list *list,
                       struct doc_build *build) {
    bool is_map = field->kind == FIELD_MAP;
    if (is_map) doc_build_map(build, field->name);
    else doc_build_list(build, field->name);
    for (int i = 0; i < list->n; i++) {
        const char *item = (const char *)list->items + i * field->noun->size;
        field_write(field->noun, item, build,
                    is_map ? *(const char *const *)(const void *)item : NULL);
    }
    doc_build_end(build);
}

static void write_names(const char *key, const struct names *names, struct doc_build *build) {
    doc_build_list(build, key);
    for (int i = 0; i < names->n; i++) doc_build_text(build, NULL, names->items[i]);
    doc_build_end(build);
}

// Is there nothing but the first member, so that it can stand as a bare word?
static bool is_word_alone(const struct noun *noun, const void *from) {
    if (!*(const char *const *)from) return false;
    for (const struct field *field = noun->fields; field->name; field++)
        if (field->offset != 0 && !is_absent(field, (const char *)from + field->offset))
            return false;
    return true;
}

static void write_noun(const struct field *field, const void *noun, struct doc_build *build) {
    const char *word = *(const char *const *)noun;
    if ((field->flags & FIELD_WORD) && is_word_alone(field->noun, noun))
        doc_build_text(build, field->name, word);
    else field_write(field->noun, noun, build, field->name);
}

static void write_field(const struct field *field, const char *at, struct doc_build *build) {
    const void *p = at;
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_NAME: doc_build_text(build, field->name, *(const char *const *)p); break;
    case FIELD_CHOICE: doc_build_text(build, field->name, field->words[*(const int *)p - 1]); break;
    case FIELD_DATE: write_date(field->name, ((const struct when *)p)->day, build); break;
    case FIELD_NUMBER:
        doc_build_number(build, field->name, ((const struct amount *)p)->value);
        break;
    case FIELD_QUANTITY:
        write_with_unit(field->name, ((const struct amount *)p)->value, field->unit, build);
        break;
    case FIELD_MONEY:
        write_with_unit(field->name, ((const struct money *)p)->value,
                        ((const struct money *)p)->currency, build);
        break;
    case FIELD_BOOL:
        doc_build_bool(build, field->name,
                       field->flags & FIELD_ALWAYS ? *(const bool *)p
                                                   : *(const int *)p == FIELD_BOOL_TRUE);
        break;
    case FIELD_LIST:
    case FIELD_MAP: write_list(field, p, build); break;
    case FIELD_NOUN: write_noun(field, *(void *const *)p, build); break;
    case FIELD_NODE: {
        const struct field_node *node = p;
        doc_build_copy(build, field->name, node->doc, node->node);
        break;
    }
    case FIELD_NAMES:
    case FIELD_TEXTS: write_names(field->name, p, build); break;
    case FIELD_PAIRS: {
        const struct list *pairs = p;
        doc_build_list(build, field->name);
        for (int i = 0; i < pairs->n; i++)
            write_names(NULL, (const struct names *)pairs->items + i, build);
        doc_build_end(build);
        break;
    }
    case FIELD_NUMBERS: {
        const struct numbers *numbers = p;
        doc_build_list(build, field->name);
        for (int i = 0; i < numbers->n; i++)
            if (field->unit) write_with_unit(NULL, numbers->items[i], field->unit, build);
            else doc_build_number(build, NULL, numbers->items[i]);
        doc_build_end(build);
        break;
    }
    case FIELD_WORDING: {
        const struct wording *wording = p;
        doc_build_map(build, field->name);
        for (int i = 0; i < wording->n; i++)
            doc_build_text(build, wording->languages[i], wording->texts[i]);
        doc_build_end(build);
        break;
    }
    }
}

void field_write(const struct noun *noun, const void *from, struct doc_build *build,
                 const char *key) {
    doc_build_map(build, key);
    if (noun->has_format) {
        char        format[64] = "stipple-";
        int         n          = 8;
        const char *tail       = "/1";
        for (const char *c = noun->name; *c && n < 56; c++) format[n++] = *c;
        for (const char *c = tail; *c; c++) format[n++] = *c;
        format[n] = 0;
        doc_build_text(build, "format", format);
    }
    for (const struct field *field = noun->fields; field->name; field++) {
        const char *at   = (const char *)from + field->offset;
        const char *word = field_word(field, from);
        if (is_absent(field, at)) {
            if (field->flags & FIELD_ALWAYS) write_absent(field, build);
        } else if (word) doc_build_text(build, field->name, word);
        else write_field(field, at, build);
    }
    doc_build_end(build);
}

// ---- as it was read ----

static bool is_scalar(const struct doc *doc, int node) {
    enum doc_kind kind = doc_kind_of(doc, node);
    return kind == DOC_TEXT || kind == DOC_NUMBER || kind == DOC_BOOL;
}

static void copy_texts(const struct doc *doc, int node, struct doc_build *build, const char *key) {
    doc_build_list(build, key);
    for (int i = doc->nodes[node].first; i >= 0; i = doc->nodes[i].next)
        doc_build_text(build, NULL, doc_text(doc, i));
    doc_build_end(build);
}

static void copy_wording(const struct doc *doc, int node, struct doc_build *build,
                         const char *key) {
    doc_build_map(build, key);
    for (int i = doc->nodes[node].first; i >= 0; i = doc->nodes[i].next)
        doc_build_text(build, doc_key(doc, i), doc_text(doc, i));
    doc_build_end(build);
}

static void copy_list(const struct field *field, const struct doc *doc, int node,
                      struct doc_build *build) {
    bool is_map = field->kind == FIELD_MAP;
    if (is_map) doc_build_map(build, field->name);
    else doc_build_list(build, field->name);
    for (int i = doc->nodes[node].first; i >= 0; i = doc->nodes[i].next)
        field_copy(field->noun, doc, i, build, is_map ? doc_key(doc, i) : NULL);
    doc_build_end(build);
}

static void copy_field(const struct field *field, const struct doc *doc, int node,
                       struct doc_build *build) {
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_NAME: doc_build_text(build, field->name, doc_text(doc, node)); break;
    case FIELD_NAMES:
    case FIELD_TEXTS: copy_texts(doc, node, build, field->name); break;
    case FIELD_PAIRS:
        doc_build_list(build, field->name);
        for (int i = doc->nodes[node].first; i >= 0; i = doc->nodes[i].next)
            copy_texts(doc, i, build, NULL);
        doc_build_end(build);
        break;
    case FIELD_WORDING: copy_wording(doc, node, build, field->name); break;
    case FIELD_LIST:
    case FIELD_MAP: copy_list(field, doc, node, build); break;
    case FIELD_NOUN:
        if (is_scalar(doc, node)) doc_build_text(build, field->name, doc_text(doc, node));
        else field_copy(field->noun, doc, node, build, field->name);
        break;
    case FIELD_CHOICE:
    case FIELD_DATE:
    case FIELD_NUMBER:
    case FIELD_QUANTITY:
    case FIELD_MONEY:
    case FIELD_BOOL:
    case FIELD_NUMBERS:
    case FIELD_NODE: doc_build_copy(build, field->name, doc, node); break;
    }
}

void field_copy(const struct noun *noun, const struct doc *doc, int node, struct doc_build *build,
                const char *key) {
    doc_build_map(build, key);
    for (int i = doc->nodes[node].first; i >= 0; i = doc->nodes[i].next) {
        const struct field *field = field_find(noun, doc_key(doc, i));
        if (field) copy_field(field, doc, i, build);
        else if (noun->has_format && text_equal(doc_key(doc, i), "format"))
            doc_build_copy(build, "format", doc, i);
    }
    doc_build_end(build);
}
