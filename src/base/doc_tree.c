// doc_tree: grows the two flat arrays of a document and keeps its limits.
// SPDX-License-Identifier: Apache-2.0
#include "base/doc_tree.h"

#include "base/units.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CAP_FIRST = 64 };   // nodes of a new tree

struct doc_cursor doc_cursor_new(const char *bytes, ptrdiff_t n) {
    return (struct doc_cursor){.bytes = bytes, .n = n, .place = {.line = 1, .column = 1}};
}

void doc_cursor_move(struct doc_cursor *cursor, ptrdiff_t to) {
    const char *bytes = cursor->bytes;
    assert(to >= cursor->at && to <= cursor->n);
    for (; cursor->at < to; cursor->at++) {
        char c = bytes[cursor->at];
        bool is_pair = c == '\r' && cursor->at + 1 < cursor->n && bytes[cursor->at + 1] == '\n';
        bool is_inner_byte = ((unsigned char)c & 0xC0) == 0x80;
        if (c == '\n' || (c == '\r' && !is_pair)) {
            cursor->place.line++;
            cursor->place.column = 1;
        } else if (!is_inner_byte) {
            cursor->place.column++;
        }
    }
}

struct doc_place doc_place_of(const char *bytes, ptrdiff_t n, ptrdiff_t at) {
    struct doc_cursor cursor = doc_cursor_new(bytes, n);
    doc_cursor_move(&cursor, at);
    return cursor.place;
}

enum status doc_too_deep(const char *name, struct doc_place place, struct fault *fault) {
    return fault_at(fault, ST_LIMIT, "%s:%d:%d: nested too deeply; allowed: up to %d levels", name,
                    place.line, place.column, LIMIT_DOC_DEPTH);
}

enum status doc_too_many(const char *name, struct doc_place place, struct fault *fault) {
    return fault_at(fault, ST_LIMIT, "%s:%d:%d: too many values; allowed: up to %d in one file",
                    name, place.line, place.column, LIMIT_DOC_NODES);
}

enum status doc_too_large(const char *name, struct doc_place place, const char *number,
                          struct fault *fault) {
    char shown[DOC_SHOWN_BYTES];
    text_shown(shown, sizeof shown, number);
    return fault_at(fault, ST_CONTENT, "%s:%d:%d: %s: too large; allowed: numbers up to 1.79e308",
                    name, place.line, place.column, shown);
}

static enum status too_long(const char *name, struct doc_place place, struct fault *fault) {
    return fault_at(fault, ST_LIMIT, "%s:%d:%d: too long; allowed: up to %d bytes in one text",
                    name, place.line, place.column, LIMIT_TEXT_BYTES);
}

// What is read is shown at terminals and on paper: no text steers them.
static enum status plain_check(const struct doc_tree *tree, const char *field, const char *text,
                               ptrdiff_t n, struct doc_place place, struct fault *fault) {
    int code;
    if (text_plain_prefix(text, n, &code) == n) return ST_OK;
    char shown[DOC_SHOWN_BYTES];
    text_shown(shown, sizeof shown, field);
    return fault_at(fault, ST_CONTENT,
                    "%s:%d:%d: %s: U+%04X: steers how text is shown; allowed: no control "
                    "characters but tab and newline, and none that turn the direction of writing",
                    tree->name, place.line, place.column, shown, (unsigned)code);
}

static ptrdiff_t digits_end(const char *text, ptrdiff_t n, ptrdiff_t at) {
    while (at < n && text[at] >= '0' && text[at] <= '9') at++;
    return at;
}

bool doc_is_number(const char *text, ptrdiff_t n) {
    ptrdiff_t at = n > 0 && text[0] == '-', start = at;
    at = digits_end(text, n, at);
    if (at == start || (text[start] == '0' && at > start + 1)) return false;
    if (at < n && text[at] == '.') {
        start = at + 1;
        at    = digits_end(text, n, start);
        if (at == start) return false;
    }
    if (at < n && (text[at] == 'e' || text[at] == 'E')) {
        at += 1 + (at + 1 < n && (text[at + 1] == '+' || text[at + 1] == '-'));
        start = at;
        at    = digits_end(text, n, start);
        if (at == start) return false;
    }
    return at == n;
}

static int by_key(const void *a, const void *b, void *context) {
    const struct doc *doc = context;
    int32_t i = *(const int32_t *)a, j = *(const int32_t *)b;
    int order = strcmp(doc->bytes + doc->nodes[i].key, doc->bytes + doc->nodes[j].key);
    return order ? order : (i > j) - (i < j);
}

int32_t *doc_sorted(const struct doc *doc, int node, struct arena *arena) {
    struct doc context = *doc;
    int32_t n = 0, *sorted = ARENA_NEW(arena, int32_t, doc->nodes[node].n);
    for (int i = doc->nodes[node].first; i >= 0; i = doc->nodes[i].next) sorted[n++] = i;
    assert(n == doc->nodes[node].n);
    if (n > 1) qsort_r(sorted, (size_t)n, sizeof *sorted, by_key, &context);
    return sorted;
}

void doc_sorted_few(const struct doc *doc, int node, int32_t *sorted) {
    int n = 0;
    assert(doc->nodes[node].n <= DOC_SORTED_FEW);
    for (int i = doc->nodes[node].first; i >= 0; i = doc->nodes[i].next, n++) {
        const char *key = doc->bytes + doc->nodes[i].key;
        int at = n;
        for (; at > 0 && strcmp(doc->bytes + doc->nodes[sorted[at-1]].key, key) > 0; at--)
            sorted[at] = sorted[at-1];
        sorted[at] = i;
    }
}

void doc_tree_new(struct doc_tree *tree, const char *name, bool is_read, struct arena *arena) {
    *tree = (struct doc_tree){.name = name, .arena = arena, .is_read = is_read, .key = -1};
    tree->cap        = CAP_FIRST;
    tree->nodes      = ARENA_NEW(arena, struct doc_node, tree->cap);
    tree->key_places = ARENA_NEW(arena, struct doc_place, tree->cap);
    tree->bytes      = text_new(arena);
}

static bool is_in_map(const struct doc_tree *tree) {
    return tree->n_open > 0 && tree->nodes[tree->open[tree->n_open - 1]].kind == DOC_MAP;
}

bool doc_tree_wants_key(const struct doc_tree *tree) { return is_in_map(tree) && tree->key < 0; }

static void tree_grow(struct doc_tree *tree) {
    if (tree->n_nodes < tree->cap) return;
    assert(tree->cap <= INT32_MAX / 4);
    struct doc_node  *nodes  = ARENA_NEW(tree->arena, struct doc_node, 2 * tree->cap);
    struct doc_place *places = ARENA_NEW(tree->arena, struct doc_place, 2 * tree->cap);
    memcpy(nodes, tree->nodes, (size_t)tree->cap * sizeof *nodes);
    memcpy(places, tree->key_places, (size_t)tree->cap * sizeof *places);
    tree->nodes      = nodes;
    tree->key_places = places;
    tree->cap *= 2;
}

static int32_t bytes_put(struct doc_tree *tree, const char *text, ptrdiff_t n) {
    assert(n < INT32_MAX && tree->bytes.n < INT32_MAX - n - 1);
    int32_t offset = (int32_t)tree->bytes.n;
    text_add_bytes(&tree->bytes, text, n);
    text_add_bytes(&tree->bytes, "", 1);
    return offset;
}

// The key that waits, or that of the innermost open value that has one.
static const char *key_near(const struct doc_tree *tree) {
    int32_t key = tree->key;
    for (int i = tree->n_open - 1; key < 0 && i >= 0; i--) key = tree->nodes[tree->open[i]].key;
    return key < 0 ? "file" : tree->bytes.data + key;
}

// A node as the next child of the innermost open one, under the key that waits.
static enum status node_put(struct doc_tree *tree, enum doc_kind kind, struct doc_place place,
                            struct fault *fault) {
    if (tree->is_read && tree->n_nodes >= LIMIT_DOC_NODES)
        return doc_too_many(tree->name, place, fault);
    assert(is_in_map(tree) == (tree->key >= 0) && (tree->n_open > 0 || tree->n_nodes == 0));
    tree_grow(tree);
    int32_t index = tree->n_nodes++;
    struct doc_node *node = &tree->nodes[index];
    node->kind   = (uint8_t)kind;
    node->line   = place.line;
    node->column = place.column;
    node->key    = tree->key;
    node->text = node->first = node->next = -1;
    tree->key_places[index] = tree->key_place;
    tree->key = -1;
    if (tree->n_open > 0) {
        int32_t parent = tree->open[tree->n_open - 1], *last = &tree->last[tree->n_open - 1];
        if (*last < 0) tree->nodes[parent].first = index;
        else tree->nodes[*last].next = index;
        tree->nodes[parent].n++;
        *last = index;
    }
    return ST_OK;
}

enum status doc_tree_key(struct doc_tree *tree, const char *text, ptrdiff_t n,
                         struct doc_place place, struct fault *fault) {
    assert(doc_tree_wants_key(tree));
    if (tree->is_read && n > LIMIT_TEXT_BYTES) return too_long(tree->name, place, fault);
    if (tree->is_read) TRY(plain_check(tree, "key", text, n, place, fault));
    tree->key       = bytes_put(tree, text, n);
    tree->key_place = place;
    return ST_OK;
}

enum status doc_tree_scalar(struct doc_tree *tree, enum doc_kind kind, const char *text,
                            ptrdiff_t n, struct doc_place place, struct fault *fault) {
    if (tree->is_read && n > LIMIT_TEXT_BYTES) return too_long(tree->name, place, fault);
    if (tree->is_read) TRY(plain_check(tree, key_near(tree), text, n, place, fault));
    TRY(node_put(tree, kind, place, fault));
    int32_t offset = bytes_put(tree, text, n);
    struct doc_node *node = &tree->nodes[tree->n_nodes - 1];
    node->text = offset;
    node->n    = (int32_t)n;
    double value;
    if (kind != DOC_NUMBER || units_number(tree->bytes.data + offset, &value)) return ST_OK;
    return doc_too_large(tree->name, place, tree->bytes.data + offset, fault);
}

enum status doc_tree_open(struct doc_tree *tree, enum doc_kind kind, struct doc_place place,
                          struct fault *fault) {
    assert(kind == DOC_LIST || kind == DOC_MAP);
    if (tree->n_open >= LIMIT_DOC_DEPTH) return doc_too_deep(tree->name, place, fault);
    TRY(node_put(tree, kind, place, fault));
    tree->open[tree->n_open] = tree->n_nodes - 1;
    tree->last[tree->n_open] = -1;
    tree->n_open++;
    return ST_OK;
}

// The first child whose key stands before it in the same map, -1 if there is none.
static int repeated_child(const struct doc *doc, int map, struct arena scratch) {
    int repeated = -1, n = doc->nodes[map].n;
    int32_t few[DOC_SORTED_FEW] = {0};
    const int32_t *sorted = few;
    if (n <= DOC_SORTED_FEW) doc_sorted_few(doc, map, few);
    else sorted = doc_sorted(doc, map, &scratch);
    for (int k = 1; k < n; k++) {
        bool is_repeated = text_equal(doc_key(doc, sorted[k]), doc_key(doc, sorted[k-1]));
        if (is_repeated && (repeated < 0 || sorted[k] < repeated)) repeated = sorted[k];
    }
    return repeated;
}

enum status doc_tree_close(struct doc_tree *tree, struct fault *fault) {
    assert(tree->n_open > 0 && tree->key < 0);
    int32_t map = tree->open[--tree->n_open];
    if (tree->nodes[map].kind != DOC_MAP) return ST_OK;
    struct doc doc = doc_tree_done(tree);
    int repeated = repeated_child(&doc, map, *tree->arena);
    if (repeated < 0) return ST_OK;
    char shown[DOC_SHOWN_BYTES];
    text_shown(shown, sizeof shown, doc_key(&doc, repeated));
    struct doc_place place = tree->key_places[repeated];
    return fault_at(fault, ST_CONTENT,
                    "%s:%d:%d: %s: this key stands here twice; allowed: each key once in a map",
                    tree->name, place.line, place.column, shown);
}

struct doc doc_tree_done(const struct doc_tree *tree) {
    assert(tree->n_nodes > 0);
    return (struct doc){.name    = tree->name,
                        .nodes   = tree->nodes,
                        .bytes   = tree->bytes.data,
                        .n_nodes = tree->n_nodes,
                        .n_bytes = (int32_t)tree->bytes.n,
                        .key_places = tree->key_places};
}
