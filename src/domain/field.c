// field: rows found, words told, places named. Reading, writing and schemas stand in field_*.c.
// SPDX-License-Identifier: Apache-2.0
#include "domain/field.h"

const char *const field_fact_words[] = {"yes", "no", "unknown", NULL};

const struct field *field_find(const struct noun *noun, const char *name) {
    for (const struct field *field = noun->fields; field->name; field++)
        if (text_equal(field->name, name)) return field;
    return NULL;
}

const char *field_word(const struct field *field, const void *from) {
    const char *at   = (const char *)from + field->offset;
    int         word = 0;
    if (field->kind == FIELD_CHOICE) word = *(const int *)(const void *)at;
    if (field->kind == FIELD_DATE) word = ((const struct when *)(const void *)at)->word;
    if (field->kind == FIELD_NUMBER || field->kind == FIELD_QUANTITY)
        word = ((const struct amount *)(const void *)at)->word;
    return word > 0 ? field->words[word - 1] : NULL;
}

const char *field_place(const struct doc *doc, int node, struct arena *arena) {
    if (node < 0 || doc->nodes[node].line == 0) return doc->name;
    return arena_format(arena, "%s:%d:%d", doc->name, doc->nodes[node].line,
                        doc->nodes[node].column);
}
