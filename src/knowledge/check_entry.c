// SPDX-License-Identifier: Apache-2.0
#include "knowledge/check_entry.h"

#include <string.h>

enum { CHECK_HEADS = 4096, SHELVES = 2 };

static const struct noun *const shelves[SHELVES] = {&catalogue_noun, &library_noun};

static int head_of(const char *id) { return (int)(text_hash(id) % CHECK_HEADS); }

// ---- values ----

static void add_value(struct check *check, const struct check_value *value) {
    check->values[check->n_values++] = *value;
}

// The values of a mapping. Recursion ends with the depth of the document.
static void add_values(struct check *check, const struct noun *noun, int entry, int node, int up) {
    const struct doc *doc = check->entries[entry].doc;
    for (int item = doc->nodes[node].first; item >= 0; item = doc->nodes[item].next) {
        const struct field *field = field_find(noun, doc_key(doc, item));
        if (!field) continue;
        struct check_value value   = {noun, field, item, entry, up};
        bool               is_list = field->kind == FIELD_LIST || field->kind == FIELD_MAP;
        if (!is_list) add_value(check, &value);
        if (field->kind == FIELD_NOUN && doc_kind_of(doc, item) == DOC_MAP)
            add_values(check, field->noun, entry, item, check->n_values - 1);
        for (int k = is_list ? doc->nodes[item].first : -1; k >= 0; k = doc->nodes[k].next) {
            value.node = k;
            add_value(check, &value);
            if (doc_kind_of(doc, k) == DOC_MAP)
                add_values(check, field->noun, entry, k, check->n_values - 1);
        }
    }
}

// ---- entries ----

static bool is_one(const struct check_entry *entry, const struct field *list, const char *id,
                   const char *family) {
    return entry->list == list && text_equal(entry->id, id) && text_equal(entry->family, family);
}

// An entry of the user's takes the place of the built-in one. Within a layer both stay, and are two
// with one id.
static void add_entry(struct check *check, const struct field *list, const struct doc *doc,
                      int node, int layer) {
    bool               is_code = text_equal(list->noun->name, "code");
    const char        *key     = is_code ? "code" : list->noun->fields[0].name;
    struct check_entry entry   = {.list    = list,
                                  .noun    = list->noun,
                                  .doc     = doc,
                                  .id      = doc_text(doc, doc_child(doc, node, key)),
                                  .node    = node,
                                  .layer   = layer,
                                  .is_live = true,
                                  .first   = check->n_values};
    if (is_code) entry.family = doc_text(doc, doc_child(doc, node, "vocabulary"));
    int *head = &check->heads[head_of(entry.id)];
    for (int i = *head; i >= 0; i = check->entries[i].same) {
        struct check_entry *before = &check->entries[i];
        if (before->layer < layer && is_one(before, list, entry.id, entry.family))
            before->is_live = false;
    }
    int at             = check->n_entries++;
    entry.same         = *head;
    *head              = at;
    check->entries[at] = entry;
    add_values(check, list->noun, at, node, -1);
    check->entries[at].n = check->n_values - entry.first;
}

static int entries_of(const struct doc *doc) {
    int n = 0;
    for (int list = doc->nodes[0].first; list >= 0; list = doc->nodes[list].next)
        n += doc_kind_of(doc, list) == DOC_LIST ? doc->nodes[list].n : 0;
    return n;
}

static void add_file(struct check *check, const struct doc *doc, int layer) {
    for (int s = 0; s < SHELVES; s++)
        for (const struct field *list = shelves[s]->fields; list->name; list++) {
            if (list->kind != FIELD_LIST) continue;
            int node = doc_child(doc, 0, list->name);
            for (int item = node < 0 ? -1 : doc->nodes[node].first; item >= 0;
                 item     = doc->nodes[item].next)
                if (doc_kind_of(doc, item) == DOC_MAP) add_entry(check, list, doc, item, layer);
        }
}

void check_open(struct check *check, const struct knowledge *knowledge, struct arena *arena) {
    *check     = (struct check){.knowledge = knowledge, .arena = arena};
    int n_node = 0, n_entry = 0;
    for (int d = 0; d < knowledge->n_docs; d++) {
        n_node += knowledge->docs[d].n_nodes;
        n_entry += entries_of(&knowledge->docs[d]);
    }
    check->entries    = ARENA_NEW(arena, struct check_entry, n_entry);
    check->values     = ARENA_NEW(arena, struct check_value, n_node);
    check->heads      = ARENA_NEW(arena, int, CHECK_HEADS);
    check->said.items = ARENA_NEW(arena, const char *, CHECK_COMPLAINTS);
    for (int i = 0; i < CHECK_HEADS; i++) check->heads[i] = -1;
    for (int d = 0; d < knowledge->n_docs; d++)
        if (load_is_catalogue(&knowledge->docs[d]))
            add_file(check, &knowledge->docs[d], d >= knowledge->n_own);
}

int check_find(const struct check *check, const char *list, const char *id) {
    for (int i = check->heads[head_of(id)]; i >= 0; i = check->entries[i].same) {
        const struct check_entry *entry = &check->entries[i];
        if (entry->is_live && text_equal(entry->id, id) &&
            (!list || text_equal(entry->list->name, list)))
            return i;
    }
    return -1;
}

// ---- complaints ----

void check_complain(struct check *check, int entry, int node, const char *field, const char *value,
                    const char *wrong, const char *allowed) {
    enum { SHOWN = 64 };
    char                      shown[SHOWN];
    const struct check_entry *of    = &check->entries[entry];
    const char               *place = field_place(of->doc, node, check->arena);
    if (check->n_said++ >= CHECK_COMPLAINTS) return;
    text_shown(shown, sizeof shown, value && *value ? value : "nothing");
    check->said.items[check->said.n++] =
        arena_format(check->arena, "%s: %s.%s%s%s%s%s: %s: %s; allowed: %s", place, of->list->name,
                     of->family ? of->family : "", of->family ? "." : "", of->id, field ? "." : "",
                     field ? field : "", shown, wrong, allowed);
}

void check_complain_value(struct check *check, const struct check_value *value, int node,
                          const char *wrong, const char *allowed) {
    const struct doc *doc = check->entries[value->entry].doc;
    check_complain(check, value->entry, node, value->field->name, doc_text(doc, node), wrong,
                   allowed);
}

int check_mapping(const struct check *check, const struct check_value *value,
                  const struct noun **noun) {
    *noun = value->noun;
    return value->up < 0 ? check->entries[value->entry].node : check->values[value->up].node;
}
