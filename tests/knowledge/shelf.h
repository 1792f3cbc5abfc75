// shelf: the embedded base with its library, opened once, and its entries by id or one by one, for
// tests of what the data say of each other.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_TESTS_KNOWLEDGE_SHELF_H
#define STIPPLE_TESTS_KNOWLEDGE_SHELF_H

#include "knowledge/image.h"
#include "knowledge/library_dispute.h"
#include "knowledge/library_gap.h"
#include "knowledge/load.h"
#include "knowledge/view.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct knowledge *knowledge;
static struct arena      arena;
static struct fault      fault;

// An entry of a list of the catalogue or of the library.
struct shelf_entry {
    const char        *list;
    const struct noun *noun;
    const void        *at;
};

typedef void shelf_visit(const struct shelf_entry *entry, void *state);

static inline const char *shelf_id(const struct shelf_entry *entry) {
    const char *const *members = entry->at;
    return text_equal(entry->noun->name, "code") ? members[1] : members[0];
}

static inline const void *shelf_member(const struct shelf_entry *entry, const char *key) {
    const struct field *field = field_find(entry->noun, key);
    return field ? (const char *)entry->at + field->offset : NULL;
}

static inline void shelf_walk(shelf_visit *visit, void *state) {
    const struct noun *const nouns[] = {&catalogue_noun, &library_noun};
    const void *const        bases[] = {&knowledge->all, &knowledge->library};
    for (int s = 0; s < 2; s++)
        for (const struct field *field = nouns[s]->fields; field->name; field++) {
            const void        *at   = (const char *)bases[s] + field->offset;
            const struct list *list = at;
            for (int i = 0; field->kind == FIELD_LIST && i < list->n; i++) {
                const char *item = (const char *)list->items + i * field->noun->size;
                visit(&(struct shelf_entry){field->name, field->noun, item}, state);
            }
        }
}

// Visits an entry and every noun below it.
static inline void shelf_below(const struct shelf_entry *entry, shelf_visit *visit, void *state) {
    visit(entry, state);
    for (const struct field *field = entry->noun->fields; field->name; field++) {
        const void *at = (const char *)entry->at + field->offset;
        if (field->kind == FIELD_NOUN && *(const void *const *)at)
            shelf_below(&(struct shelf_entry){entry->list, field->noun, *(const void *const *)at},
                        visit, state);
        const struct list *list = at;
        for (int i = 0; field->kind == FIELD_LIST && i < list->n; i++) {
            const char *item = (const char *)list->items + i * field->noun->size;
            shelf_below(&(struct shelf_entry){entry->list, field->noun, item}, visit, state);
        }
    }
}

struct shelf_search {
    const char *id;
    int         n;
};

static inline void shelf_count(const struct shelf_entry *entry, void *state) {
    struct shelf_search *search = state;
    const char          *id     = shelf_id(entry);
    search->n += id && text_equal(id, search->id);
}

static inline bool shelf_has(const char *id) {
    struct shelf_search search = {id, 0};
    shelf_walk(shelf_count, &search);
    return search.n > 0;
}

// How many of the names are no id of any entry; each is told.
static inline int shelf_dangling(const char *of, const struct names *names) {
    int n = 0;
    for (int i = 0; i < names->n; i++) {
        if (shelf_has(names->items[i])) continue;
        fprintf(stderr, "%s: %s is no entry\n", of, names->items[i]);
        n++;
    }
    return n;
}

static inline int shelf_open(void **state) {
    (void)state;
    if (arena_open(&arena, LIMIT_ARENA_BYTES, &fault) != ST_OK) return -1;
    knowledge = ARENA_NEW(&arena, struct knowledge, 1);
    enum status status =
        load_knowledge(knowledge, image_knowledge, image_knowledge_end - image_knowledge, NULL, 0,
                       true, &arena, &fault);
    if (status == ST_OK) status = load_library(knowledge, &arena, &fault);
    if (status != ST_OK) fprintf(stderr, "%s\n", fault.text);
    return status == ST_OK ? 0 : -1;
}

#endif
