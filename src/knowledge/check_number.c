// SPDX-License-Identifier: Apache-2.0
#include "knowledge/check_number.h"

#include "base/units.h"

static bool is_number(const struct field *field) {
    return field->kind == FIELD_NUMBER || field->kind == FIELD_QUANTITY ||
           field->kind == FIELD_MONEY || field->kind == FIELD_NUMBERS;
}

static bool has_items(const struct doc *doc, int node, const char *key) {
    int list = doc_child(doc, node, key);
    return doc_kind_of(doc, list) == DOC_LIST && doc->nodes[list].n > 0;
}

// What the nouns around a value give, from the innermost outwards.
struct cover {
    bool has_sources, has_status, has_grade;
};

static void cover_with(struct cover *cover, const struct doc *doc, int node,
                       const struct noun *noun) {
    bool is_source = noun == &catalogue_source_noun;
    bool is_citing = !cover->has_sources && (is_source || has_items(doc, node, "sources"));
    cover->has_sources |= is_citing;
    cover->has_status |= doc_child(doc, node, "status") >= 0;
    cover->has_grade |= doc_child(doc, node, "grade") >= 0;
    if (!is_citing) return;
    cover->has_status |= !field_find(noun, "status");
    cover->has_grade |= !field_find(noun, "grade");
}

static struct cover cover_of(const struct check *check, const struct check_value *value) {
    struct cover      cover = {0};
    const struct doc *doc   = check->entries[value->entry].doc;
    for (;;) {
        const struct noun *noun;
        int                node = check_mapping(check, value, &noun);
        cover_with(&cover, doc, node, noun);
        if (value->up < 0) return cover;
        value = &check->values[value->up];
    }
}

static void check_cover(struct check *check, const struct check_value *value) {
    struct cover cover = cover_of(check, value);
    const char  *lacks = !cover.has_sources  ? "has no source"
                         : !cover.has_status ? "has no status"
                         : !cover.has_grade  ? "has no grade"
                                             : NULL;
    if (!lacks) return;
    check->n_unsourced++;
    check_complain_value(check, value, value->node, lacks,
                         "a number under a noun that gives sources, status and grade");
}

static void check_unit(struct check *check, const struct check_value *value) {
    static const char *const keys[] = {"unit", "x_unit"};
    bool                     is_unit =
        text_equal(value->field->name, keys[0]) || text_equal(value->field->name, keys[1]);
    const char *text = doc_text(check->entries[value->entry].doc, value->node);
    if (!is_unit || value->field->kind != FIELD_TEXT || units_spelled(text)) return;
    check_complain_value(check, value, value->node, "is no unit",
                         "1, or units such as d, cm/h, m2/s, N/m");
}

// An entry that is to name its sources, whether or not a number stands in it.
static bool lacks_sources(const struct check_entry *entry) {
    bool is_citing = field_find(entry->noun, "sources") && field_find(entry->noun, "status");
    return is_citing && !has_items(entry->doc, entry->node, "sources");
}

void check_numbers(struct check *check) {
    for (int i = 0; i < check->n_entries; i++) {
        const struct check_entry *entry  = &check->entries[i];
        int                       before = check->n_unsourced;
        for (int v = entry->first; entry->is_live && v < entry->first + entry->n; v++) {
            const struct check_value *value = &check->values[v];
            check_unit(check, value);
            if (is_number(value->field)) check_cover(check, value);
        }
        if (!entry->is_live || check->n_unsourced > before || !lacks_sources(entry)) continue;
        check->n_unsourced++;
        check_complain(check, i, entry->node, "sources", NULL, "has no source",
                       "at least one key of a source");
    }
}
