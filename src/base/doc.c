// doc: access, the canonical writer, the checks before a reader, the builder and the overlay.
// SPDX-License-Identifier: Apache-2.0
#include "base/doc_tree.h"

#include "base/units.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { NUMBER_BYTES = 32 };

struct doc_build {
    struct doc_tree tree;
};

static const struct doc_node *node_at(const struct doc *doc, int node) {
    return node >= 0 && node < doc->n_nodes ? &doc->nodes[node] : NULL;
}

int doc_child(const struct doc *doc, int node, const char *key) {
    if (doc_kind_of(doc, node) != DOC_MAP) return -1;
    for (int i = doc->nodes[node].first; i >= 0; i = doc->nodes[i].next)
        if (text_equal(doc_key(doc, i), key)) return i;
    return -1;
}

const char *doc_text(const struct doc *doc, int node) {
    const struct doc_node *at = node_at(doc, node);
    return at && at->text >= 0 ? doc->bytes + at->text : "";
}

const char *doc_key(const struct doc *doc, int node) {
    const struct doc_node *at = node_at(doc, node);
    return at && at->key >= 0 ? doc->bytes + at->key : "";
}

enum doc_kind doc_kind_of(const struct doc *doc, int node) {
    const struct doc_node *at = node_at(doc, node);
    return at ? (enum doc_kind)at->kind : DOC_NONE;
}

// A text in quotes; only what JSON must escape is escaped.
static void write_text(const char *text, struct text *out) {
    static const char marks[] = "\"\\\b\f\n\r\t", names[] = "\"\\bfnrt";
    text_add_bytes(out, "\"", 1);
    for (const char *run = text; *run;) {
        const char *c = run;
        while ((unsigned char)*c >= 0x20 && *c != '"' && *c != '\\') c++;
        text_add_bytes(out, run, c - run);
        if (!*c) break;
        const char *mark = strchr(marks, *c);
        if (mark) text_addf(out, "\\%c", names[mark - marks]);
        else text_addf(out, "\\u%04x", (unsigned)*c);
        run = c + 1;
    }
    text_add_bytes(out, "\"", 1);
}

static void write_number(const char *text, struct text *out) {
    char number[NUMBER_BYTES];
    double value;
    text_number(number, units_number(text, &value) ? value : strtod(text, NULL));
    text_add(out, number);
}

// Recursion ends with the depth of the document.
static void write_value(const struct doc *doc, int node, int depth, struct text *out);

static void write_map(const struct doc *doc, int node, int depth, struct text *out) {
    int32_t few[DOC_SORTED_FEW];
    bool is_small = doc->nodes[node].n <= DOC_SORTED_FEW;
    const int32_t *sorted = few;
    if (is_small) doc_sorted_few(doc, node, few);
    else sorted = doc_sorted(doc, node, out->arena);
    text_add(out, "{");
    for (int k = 0; k < doc->nodes[node].n; k++) {
        if (k > 0) text_add(out, ",");
        write_text(doc_key(doc, sorted[k]), out);
        text_add(out, ":");
        write_value(doc, sorted[k], depth + 1, out);
    }
    text_add(out, "}");
}

static void write_list(const struct doc *doc, int node, int depth, struct text *out) {
    text_add(out, "[");
    for (int i = doc->nodes[node].first; i >= 0; i = doc->nodes[i].next) {
        if (i != doc->nodes[node].first) text_add(out, ",");
        write_value(doc, i, depth + 1, out);
    }
    text_add(out, "]");
}

static void write_value(const struct doc *doc, int node, int depth, struct text *out) {
    assert(depth <= LIMIT_DOC_DEPTH);
    switch (doc_kind_of(doc, node)) {
    case DOC_NONE:
    case DOC_NULL:
        text_add(out, "null");
        break;
    case DOC_BOOL:
        text_add(out, doc_text(doc, node));
        break;
    case DOC_NUMBER:
        write_number(doc_text(doc, node), out);
        break;
    case DOC_TEXT:
        write_text(doc_text(doc, node), out);
        break;
    case DOC_LIST:
        write_list(doc, node, depth, out);
        break;
    case DOC_MAP:
        write_map(doc, node, depth, out);
        break;
    }
}

void doc_write(const struct doc *doc, int node, struct text *out) {
    write_value(doc, node, 0, out);
}

// The first byte that no file may have: not UTF-8, or a control byte that is no white space.
static ptrdiff_t bad_byte(const char *bytes, ptrdiff_t n) {
    ptrdiff_t n_valid = text_utf8_prefix(bytes, n);
    for (ptrdiff_t i = 0; i < n_valid; i++) {
        unsigned char c = (unsigned char)bytes[i];
        if (c == 0x7F || (c < 0x20 && c != '\t' && c != '\n' && c != '\r')) return i;
    }
    return n_valid;
}

static enum status bytes_check(const char *name, const char *bytes, ptrdiff_t n,
                               struct fault *fault) {
    ptrdiff_t at = bad_byte(bytes, n);
    if (at == n) return ST_OK;
    struct doc_place place = doc_place_of(bytes, n, at);
    unsigned char byte = (unsigned char)bytes[at];
    const char *what = byte == 0 ? "a NUL byte" : byte < 0x80 ? "a control byte" : "not UTF-8";
    return fault_at(fault, ST_CONTENT, "%s:%d:%d: byte 0x%02X: %s; allowed: text in UTF-8", name,
                    place.line, place.column, byte, what);
}

enum status doc_read(struct doc *doc, const char *name, const char *bytes, ptrdiff_t n,
                     bool is_json, struct arena *arena, struct fault *fault) {
    assert(n >= 0);
    if (n > LIMIT_FILE_BYTES)
        return fault_at(fault, ST_LIMIT, "%s: %td bytes: too large; allowed: up to %d bytes", name,
                        n, LIMIT_FILE_BYTES);
    if (n >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0))
        return fault_at(fault, ST_CONTENT, "%s:1:1: UTF-16; allowed: text in UTF-8", name);
    if (n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        bytes += 3;
        n -= 3;
    }
    TRY(bytes_check(name, bytes, n, fault));
    struct doc_tree tree;
    doc_tree_new(&tree, arena_text(arena, name, (ptrdiff_t)strlen(name)), true, arena);
    TRY(is_json ? doc_json_read(&tree, bytes, n, fault) : doc_yaml_read(&tree, bytes, n, fault));
    assert(tree.n_open == 0);
    *doc = doc_tree_done(&tree);
    return ST_OK;
}

// What the program builds is within the limits and well formed, or it is a bug.
static void must(enum status status) { assert(status == ST_OK); }

static void build_key(struct doc_build *build, const char *key, struct doc_place place) {
    struct fault fault;
    assert(doc_tree_wants_key(&build->tree) == (key != NULL));
    if (key) must(doc_tree_key(&build->tree, key, (ptrdiff_t)strlen(key), place, &fault));
}

static void build_scalar(struct doc_build *build, const char *key, enum doc_kind kind,
                         const char *text, struct doc_place place) {
    struct fault fault;
    build_key(build, key, place);
    must(doc_tree_scalar(&build->tree, kind, text, (ptrdiff_t)strlen(text), place, &fault));
}

static void build_open(struct doc_build *build, const char *key, enum doc_kind kind,
                       struct doc_place place) {
    struct fault fault;
    build_key(build, key, place);
    must(doc_tree_open(&build->tree, kind, place, &fault));
}

struct doc_build *doc_build_new(struct arena *arena) {
    struct doc_build *build = ARENA_NEW(arena, struct doc_build, 1);
    doc_tree_new(&build->tree, "", false, arena);
    return build;
}

void doc_build_map(struct doc_build *build, const char *key) {
    build_open(build, key, DOC_MAP, (struct doc_place){0});
}

void doc_build_list(struct doc_build *build, const char *key) {
    build_open(build, key, DOC_LIST, (struct doc_place){0});
}

void doc_build_end(struct doc_build *build) {
    struct fault fault;
    must(doc_tree_close(&build->tree, &fault));
}

void doc_build_text(struct doc_build *build, const char *key, const char *text) {
    build_scalar(build, key, DOC_TEXT, text, (struct doc_place){0});
}

void doc_build_number(struct doc_build *build, const char *key, double value) {
    char number[NUMBER_BYTES];
    text_number(number, value);
    build_scalar(build, key, DOC_NUMBER, number, (struct doc_place){0});
}

void doc_build_bool(struct doc_build *build, const char *key, bool value) {
    build_scalar(build, key, DOC_BOOL, value ? "true" : "false", (struct doc_place){0});
}

void doc_build_null(struct doc_build *build, const char *key) {
    build_scalar(build, key, DOC_NULL, "null", (struct doc_place){0});
}

// A copy of a subtree under another key; its places are kept or left out.
static void copy_value(struct doc_build *build, const char *key, const struct doc *doc, int node,
                       bool has_places) {
    const struct doc_node *from = node_at(doc, node);
    assert(from);
    struct doc_place place = {0};
    if (has_places) place = (struct doc_place){.line = from->line, .column = from->column};
    if (from->kind != DOC_MAP && from->kind != DOC_LIST) {
        build_scalar(build, key, (enum doc_kind)from->kind, doc_text(doc, node), place);
        return;
    }
    build_open(build, key, (enum doc_kind)from->kind, place);
    for (int i = from->first; i >= 0; i = doc->nodes[i].next)
        copy_value(build, from->kind == DOC_MAP ? doc_key(doc, i) : NULL, doc, i, has_places);
    doc_build_end(build);
}

void doc_build_copy(struct doc_build *build, const char *key, const struct doc *doc, int node) {
    copy_value(build, key, doc, node, false);
}

struct doc doc_build_done(struct doc_build *build) {
    assert(build->tree.n_open == 0);
    return doc_tree_done(&build->tree);
}

// Child of a map by halving its sorted children, -1 if there is none.
static int sorted_child(const struct doc *doc, int map, const int32_t *sorted, const char *key) {
    int low = 0, high = doc->nodes[map].n;
    while (low < high) {
        int middle = low + (high - low)/2, order = strcmp(doc_key(doc, sorted[middle]), key);
        if (order == 0) return sorted[middle];
        if (order < 0) low = middle + 1;
        else high = middle;
    }
    return -1;
}

struct layers {
    const struct doc *base, *over;
    struct doc_build *build;
};

// Both values under one key; -1 where a layer has none. Recursion ends with the documents' depth.
static void overlay_value(const struct layers *layers, const char *key, int base, int over) {
    const struct doc *low = layers->base, *high = layers->over;
    if (over < 0) {
        copy_value(layers->build, key, low, base, false);
        return;
    }
    if (base < 0 || doc_kind_of(low, base) != DOC_MAP || doc_kind_of(high, over) != DOC_MAP) {
        copy_value(layers->build, key, high, over, true);
        return;
    }
    struct arena *arena = layers->build->tree.arena;
    const int32_t *low_sorted = doc_sorted(low, base, arena);
    const int32_t *high_sorted = doc_sorted(high, over, arena);
    const struct doc_node *map = &high->nodes[over];
    build_open(layers->build, key, DOC_MAP, (struct doc_place){map->line, map->column});
    for (int i = low->nodes[base].first; i >= 0; i = low->nodes[i].next) {
        const char *name = doc_key(low, i);
        overlay_value(layers, name, i, sorted_child(high, over, high_sorted, name));
    }
    for (int i = map->first; i >= 0; i = high->nodes[i].next)
        if (sorted_child(low, base, low_sorted, doc_key(high, i)) < 0)
            copy_value(layers->build, doc_key(high, i), high, i, true);
    doc_build_end(layers->build);
}

struct doc doc_overlay(const struct doc *base, int base_node, const struct doc *over, int over_node,
                       struct arena *arena) {
    struct layers layers = {.base = base, .over = over, .build = doc_build_new(arena)};
    overlay_value(&layers, NULL, base_node, over_node);
    struct doc doc = doc_build_done(layers.build);
    doc.name = over_node >= 0 ? over->name : base->name;
    return doc;
}
