// test_image: what the program carries is what the build reckoned with, and may be taken as it is.
// SPDX-License-Identifier: Apache-2.0
#include "base/seal.h"
#include "knowledge/image.h"
#include "knowledge/load.h"

// cmocka wants these before it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static ptrdiff_t size(void) { return image_knowledge_end - image_knowledge; }

static void hash_of_the_build_is_that_of_the_bytes(void **state) {
    (void)state;
    char hash[SEAL_HEX_BYTES];
    seal_hash(image_knowledge, size(), hash);
    assert_string_equal(image_knowledge_hash, hash);
}

// Taken as they are, the documents are those that a walk over every node accepts.
static void image_is_sound(void **state) {
    (void)state;
    struct doc   walked[LIMIT_KNOWLEDGE_FILES], own[LIMIT_KNOWLEDGE_FILES];
    struct fault fault = {""};
    int          n, m;
    assert_int_equal(doc_unpack(image_knowledge, size(), walked, &n, &fault), ST_OK);
    assert_int_equal(doc_unpack_own(image_knowledge, size(), own, &m, &fault), ST_OK);
    assert_true(n > 0 && n == m);
    for (int i = 0; i < n; i++) {
        assert_string_equal(walked[i].name, own[i].name);
        assert_ptr_equal(walked[i].nodes, own[i].nodes);
        assert_int_equal(walked[i].n_nodes, own[i].n_nodes);
        assert_ptr_equal(walked[i].bytes, own[i].bytes);
    }
}

static struct knowledge *opened(bool is_checked, struct arena *arena) {
    struct knowledge *knowledge = ARENA_NEW(arena, struct knowledge, 1);
    struct fault      fault     = {""};
    assert_int_equal(
        load_knowledge(knowledge, image_knowledge, size(), NULL, 0, is_checked, arena, &fault),
        ST_OK);
    return knowledge;
}

// The short cuts of opening (no code looked up, none compared) change nothing that is read.
static void opening_in_short_reads_the_same(void **state) {
    (void)state;
    struct fault fault = {""};
    struct arena arena;
    assert_int_equal(arena_open(&arena, LIMIT_ARENA_BYTES, &fault), ST_OK);
    struct arena      whole    = arena;
    struct knowledge *both[2]  = {opened(false, &arena), opened(true, &arena)};
    const char       *texts[2] = {NULL, NULL};
    for (int i = 0; i < 2; i++) {
        struct doc_build *build = doc_build_new(&arena);
        struct text       text  = text_new(&arena);
        field_write(&catalogue_noun, &both[i]->all, build, NULL);
        struct doc doc = doc_build_done(build);
        doc_write(&doc, 0, &text);
        texts[i] = text.data;
    }
    assert_string_equal(texts[0], texts[1]);
    assert_int_equal(both[0]->n_vocabularies, both[1]->n_vocabularies);
    for (int v = 0; v < both[0]->n_vocabularies; v++) {
        const struct vocabulary *one   = &both[0]->vocabularies[v],
                                *other = &both[1]->vocabularies[v];
        assert_string_equal(one->name, other->name);
        assert_int_equal(one->n, other->n);   // no code stands twice
        for (int i = 0; i < one->n; i++) assert_string_equal(one->codes[i], other->codes[i]);
    }
    arena_close(whole.at, LIMIT_ARENA_BYTES);
}

// The twin has no index and looks at one entry after the other.
static void an_index_finds_what_a_search_finds(void **state) {
    (void)state;
    struct fault fault = {""};
    struct arena arena;
    assert_int_equal(arena_open(&arena, LIMIT_ARENA_BYTES, &fault), ST_OK);
    struct arena            whole     = arena;
    const struct knowledge *knowledge = opened(false, &arena);
    struct knowledge       *twin      = ARENA_NEW(&arena, struct knowledge, 1);
    *twin                             = *knowledge;
    memset(twin->indexes, 0, sizeof twin->indexes);
    int n = 0;
    for (const struct field *field = catalogue_noun.fields; field->name; field++) {
        const struct list *list = (const void *)((const char *)&knowledge->all + field->offset);
        for (int i = 0; field->kind == FIELD_LIST && i < list->n; i++, n++) {
            const char *entry = (const char *)list->items + i * field->noun->size;
            const char *id    = *(const char *const *)(const void *)entry;
            assert_ptr_equal(load_source(knowledge, id), load_source(twin, id));
            assert_ptr_equal(load_rule(knowledge, id), load_rule(twin, id));
            assert_ptr_equal(load_zone(knowledge, id), load_zone(twin, id));
            assert_ptr_equal(load_parameter(knowledge, id), load_parameter(twin, id));
            assert_string_equal(load_label(knowledge, field->name, id),
                                load_label(twin, field->name, id));
        }
    }
    assert_true(n > 1000);
    const struct saying *sayings = knowledge->all.sayings.items;
    for (int i = 0; i < knowledge->all.sayings.n; i++)
        assert_ptr_equal(load_saying(knowledge, sayings[i].id), load_saying(twin, sayings[i].id));
    const struct code *codes = knowledge->all.codes.items;
    for (int i = 0; i < knowledge->all.codes.n; i++) {
        const char *code = codes[i].code, *next = codes[(i + 1) % knowledge->all.codes.n].code;
        assert_string_equal(load_label(knowledge, codes[i].vocabulary, code),
                            load_label(twin, codes[i].vocabulary, code));
        assert_string_equal(load_label(knowledge, codes[i].vocabulary, next),
                            load_label(twin, codes[i].vocabulary, next));
    }
    assert_null(load_source(knowledge, "nobody 1900"));
    assert_null(load_source(knowledge, NULL));
    arena_close(whole.at, LIMIT_ARENA_BYTES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hash_of_the_build_is_that_of_the_bytes),
        cmocka_unit_test(image_is_sound),
        cmocka_unit_test(opening_in_short_reads_the_same),
        cmocka_unit_test(an_index_finds_what_a_search_finds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
