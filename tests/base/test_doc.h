// test_doc: what the tests of documents share: an arena, reading a text, writing a tree.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_TESTS_BASE_TEST_DOC_H
#define STIPPLE_TESTS_BASE_TEST_DOC_H

#include "base/doc.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct world {
    struct arena arena;
    char        *base;
    struct fault fault;
    struct doc   doc;
};

static inline int world_open(void **state) {
    struct fault fault;
    struct arena arena;
    assert_int_equal(arena_open(&arena, LIMIT_ARENA_BYTES, &fault), ST_OK);
    char *base = arena.at;
    struct world *world = ARENA_NEW(&arena, struct world, 1);
    world->base = base;
    world->arena = arena;
    *state = world;
    return 0;
}

static inline int world_close(void **state) {
    struct world *world = *state;
    arena_close(world->base, LIMIT_ARENA_BYTES);
    return 0;
}

#define IN_WORLD(test) cmocka_unit_test_setup_teardown(test, world_open, world_close)

static inline enum status read_bytes(struct world *world, const char *bytes, ptrdiff_t n,
                                     bool is_json) {
    return doc_read(&world->doc, "f", bytes, n, is_json, &world->arena, &world->fault);
}

static inline const struct doc *read_good(struct world *world, const char *text, bool is_json) {
    if (read_bytes(world, text, (ptrdiff_t)strlen(text), is_json) != ST_OK)
        fail_msg("%.60s: %s", text, world->fault.text);
    return &world->doc;
}

static inline const struct doc *read_yaml(struct world *world, const char *text) {
    return read_good(world, text, false);
}

static inline const struct doc *read_json(struct world *world, const char *text) {
    return read_good(world, text, true);
}

static inline const char *written(struct world *world, const struct doc *doc, int node) {
    struct text out = text_new(&world->arena);
    doc_write(doc, node, &out);
    return out.data;
}

#endif
