// field_schema: JSON Schema (2020-12) of a noun, from the same table that reads and writes it.
// SPDX-License-Identifier: Apache-2.0
#include "base/units.h"
#include "domain/field.h"

#include <assert.h>

enum { NOUNS_MAX = 128 };

#define CODES "codes_"   // before the name of a vocabulary

struct schema {
    const struct vocabulary *vocabularies;
    int                      n_vocabularies;
    const char              *prefix;      // of references
    bool                     has_codes;   // vocabularies are definitions too
    struct arena            *arena;
    const struct noun       *nouns[NOUNS_MAX];   // those referred to, in order of first mention
    int                      n_nouns;
};

static const char date_pattern[]     = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
static const char quantity_pattern[] = "^-?[0-9][0-9.eE+-]* ?[^ ]+$";

static const char *noun_reference(struct schema *schema, const struct noun *noun) {
    int i = 0;
    while (i < schema->n_nouns && schema->nouns[i] != noun) i++;
    assert(i < NOUNS_MAX);
    if (i == schema->n_nouns) schema->nouns[schema->n_nouns++] = noun;
    return arena_format(schema->arena, "%s%s", schema->prefix, noun->name);
}

static void add_words(struct doc_build *build, const char *const *words) {
    doc_build_list(build, "enum");
    assert(words);
    for (int i = 0; words[i]; i++) doc_build_text(build, NULL, words[i]);
    doc_build_end(build);
}

static void add_enum(const struct vocabulary *vocabulary, struct doc_build *build) {
    doc_build_list(build, "enum");
    for (int k = 0; k < vocabulary->n; k++) doc_build_text(build, NULL, vocabulary->codes[k]);
    doc_build_end(build);
}

static void add_codes(const struct schema *schema, const struct field *field,
                      struct doc_build *build) {
    const struct vocabulary *vocabulary = NULL;
    for (int i = 0; i < schema->n_vocabularies && !(field->flags & FIELD_OPEN); i++)
        if (text_equal(schema->vocabularies[i].name, field->vocabulary))
            vocabulary = &schema->vocabularies[i];
    if (vocabulary && schema->has_codes) {
        doc_build_text(
            build, "$ref",
            arena_format(schema->arena, "%s" CODES "%s", schema->prefix, vocabulary->name));
        return;
    }
    doc_build_text(build, "type", "string");
    if (vocabulary) add_enum(vocabulary, build);
}

static void add_pattern(struct doc_build *build, const char *pattern) {
    doc_build_text(build, "type", "string");
    doc_build_text(build, "pattern", pattern);
}

// A list or mapping whose entries are all of one type.
static void add_typed(struct doc_build *build, const char *type, const char *entries,
                      const char *entry_type) {
    doc_build_text(build, "type", type);
    doc_build_map(build, entries);
    doc_build_text(build, "type", entry_type);
    doc_build_end(build);
}

static void add_number(const struct field *field, struct doc_build *build) {
    doc_build_text(build, "type", field->flags & FIELD_WHOLE ? "integer" : "number");
    if (field->min == 0 && field->max == 0) return;
    doc_build_number(build, "minimum", field->min);
    doc_build_number(build, "maximum", field->max);
}

// A quantity whose unit may be left out: a text, or a number in the unit of the field.
static void add_bare(const struct field *field, struct doc_build *build) {
    doc_build_list(build, "type");
    doc_build_text(build, NULL, "string");
    doc_build_text(build, NULL, "number");
    doc_build_end(build);
    doc_build_text(build, "pattern", "^-?[0-9][0-9.eE+-]*( ?[^ ]+)?$");
    if (field->min == 0 && field->max == 0) return;
    doc_build_number(build, "minimum", field->min);
    doc_build_number(build, "maximum", field->max);
}

// The schema of one value, without the words that may stand in its place.
static void add_value(struct schema *schema, const struct field *field, struct doc_build *build) {
    switch (field->kind) {
    case FIELD_TEXT:
        doc_build_text(build, "type", "string");
        if (field->max > 0) doc_build_number(build, "maxLength", field->max);
        break;
    case FIELD_NAME: add_codes(schema, field, build); break;
    case FIELD_CHOICE: add_words(build, field->words); break;
    case FIELD_DATE: add_pattern(build, date_pattern); break;
    case FIELD_NUMBER: add_number(field, build); break;
    case FIELD_QUANTITY:
        if (field->flags & FIELD_BARE) add_bare(field, build);
        else add_pattern(build, quantity_pattern);
        doc_build_text(build, "description",
                       arena_format(schema->arena, "%s (%s)", field->help,
                                    units_allowed(field->unit, schema->arena)));
        break;
    case FIELD_MONEY: add_pattern(build, "^[0-9][0-9.eE+-]* [A-Z]{3}$"); break;
    case FIELD_BOOL: doc_build_text(build, "type", "boolean"); break;
    case FIELD_NOUN: doc_build_text(build, "$ref", noun_reference(schema, field->noun)); break;
    case FIELD_LIST:
    case FIELD_MAP:
        doc_build_text(build, "type", field->kind == FIELD_LIST ? "array" : "object");
        doc_build_map(build, field->kind == FIELD_LIST ? "items" : "additionalProperties");
        doc_build_text(build, "$ref", noun_reference(schema, field->noun));
        doc_build_end(build);
        break;
    case FIELD_NAMES:
    case FIELD_TEXTS:
        doc_build_text(build, "type", "array");
        doc_build_map(build, "items");
        if (field->kind == FIELD_NAMES) add_codes(schema, field, build);
        else doc_build_text(build, "type", "string");
        doc_build_end(build);
        break;
    case FIELD_PAIRS: add_typed(build, "array", "items", "array"); break;
    case FIELD_NUMBERS:
        doc_build_text(build, "type", "array");
        doc_build_map(build, "items");
        if (field->unit) add_pattern(build, quantity_pattern);
        else add_number(field, build);
        doc_build_end(build);
        break;
    case FIELD_WORDING: add_typed(build, "object", "additionalProperties", "string"); break;
    case FIELD_NODE: break;
    }
}

// null where the field is written although absent, and the bare words it may be.
static void add_field(struct schema *schema, const struct field *field, struct doc_build *build) {
    bool is_list = field->kind == FIELD_LIST || field->kind == FIELD_NAMES ||
                   field->kind == FIELD_TEXTS || field->kind == FIELD_MAP ||
                   field->kind == FIELD_WORDING || field->kind == FIELD_BOOL ||
                   field->kind == FIELD_PAIRS || field->kind == FIELD_NUMBERS;
    bool can_be_null = (field->flags & FIELD_ALWAYS) && !is_list;
    bool has_words   = field->words && field->kind != FIELD_CHOICE;
    bool is_either   = can_be_null || has_words || (field->flags & FIELD_WORD);
    doc_build_map(build, field->name);
    if (field->kind != FIELD_QUANTITY || is_either)
        doc_build_text(build, "description", field->help);
    if (is_either) {
        doc_build_list(build, "anyOf");
        doc_build_map(build, NULL);
    }
    add_value(schema, field, build);
    if (is_either) {
        doc_build_end(build);
        if (can_be_null || has_words || (field->flags & FIELD_WORD)) doc_build_map(build, NULL);
        if (can_be_null) doc_build_text(build, "type", "null");
        else if (has_words) add_words(build, field->words);
        else doc_build_text(build, "type", "string");
        doc_build_end(build);
        doc_build_end(build);
    }
    doc_build_end(build);
}

static void add_noun(struct schema *schema, const struct noun *noun, struct doc_build *build) {
    doc_build_text(build, "type", "object");
    doc_build_text(build, "description", noun->help);
    doc_build_bool(build, "additionalProperties", false);
    doc_build_map(build, "properties");
    if (noun->has_format) {
        doc_build_map(build, "format");
        doc_build_text(build, "const", arena_format(schema->arena, "stipple-%s/1", noun->name));
        doc_build_end(build);
    }
    for (const struct field *field = noun->fields; field->name; field++)
        add_field(schema, field, build);
    doc_build_end(build);
    doc_build_list(build, "required");
    for (const struct field *field = noun->fields; field->name; field++)
        if (field->flags & FIELD_REQUIRED) doc_build_text(build, NULL, field->name);
    doc_build_end(build);
}

// Those referred to from the one at `from` on, and what these refer to.
static void add_nouns(struct schema *schema, int from, struct doc_build *build) {
    for (int i = from; i < schema->n_nouns; i++) {
        doc_build_map(build, schema->nouns[i]->name);
        add_noun(schema, schema->nouns[i], build);
        doc_build_end(build);
    }
}

const char *field_schema(const struct noun *noun, const struct vocabulary *vocabularies,
                         int n_vocabularies, struct arena *arena) {
    struct schema     schema = {vocabularies, n_vocabularies, "#/$defs/", false, arena, {NULL}, 0};
    struct doc_build *build  = doc_build_new(arena);
    doc_build_map(build, NULL);
    doc_build_text(build, "$schema", "https://json-schema.org/draft/2020-12/schema");
    doc_build_text(build, "title", arena_format(arena, "stipple-%s/1", noun->name));
    add_noun(&schema, noun, build);
    doc_build_map(build, "$defs");
    add_nouns(&schema, 0, build);
    doc_build_end(build);
    doc_build_end(build);
    struct doc  doc = doc_build_done(build);
    struct text out = text_new(arena);
    doc_write(&doc, 0, &out);
    return out.data;
}

void field_schemas(const struct noun *const *nouns, int n, const struct vocabulary *vocabularies,
                   int n_vocabularies, const char *prefix, struct doc_build *build,
                   struct arena *arena) {
    struct schema schema = {vocabularies, n_vocabularies, prefix, true, arena, {NULL}, 0};
    for (int i = 0; i < n; i++) noun_reference(&schema, nouns[i]);
    add_nouns(&schema, 0, build);
    for (int i = 0; i < n_vocabularies; i++) {
        doc_build_map(build, arena_format(arena, CODES "%s", vocabularies[i].name));
        doc_build_text(build, "type", "string");
        add_enum(&vocabularies[i], build);
        doc_build_end(build);
    }
}
