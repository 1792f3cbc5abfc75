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
    struct world *world = calloc(1, sizeof *world);
    assert_non_null(world);
    assert_int_equal(arena_open(&world->arena, LIMIT_ARENA_BYTES, &world->fault), ST_OK);
    world->base = world->arena.at;
    *state = world;
    return 0;
}

static inline int world_close(void **state) {
    struct world *world = *state;
    arena_close(world->base, LIMIT_ARENA_BYTES);
    free(world);
    return 0;
}

#define IN_WORLD(test) cmocka_unit_test_setup_teardown(test, world_open, world_close)

// Reads from a copy of exactly n bytes, so that a sanitizer sees a byte too many.
static inline enum status read_bytes(struct world *world, const char *bytes, ptrdiff_t n,
                                     bool is_json) {
    char *copy = malloc((size_t)n + (n == 0));
    assert_non_null(copy);
    memcpy(copy, bytes, (size_t)n);
    enum status status = doc_read(&world->doc, "f", copy, n, is_json, &world->arena, &world->fault);
    free(copy);
    return status;
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
