// fuzz_doc: any bytes through doc_read and doc_unpack (libFuzzer).
// The first byte chooses the way in; the rest is the file. An image begins at the eighth byte, so
// that it is aligned. Whatever is accepted must survive being written and read again, packed and
// unpacked, and laid over itself.
// SPDX-License-Identifier: Apache-2.0
#include "base/doc.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { WAYS = 4, WAY_IMAGE = 3, IMAGE_AT = 8, ARENA_BYTES = 256 * 1024 * 1024 };

static struct text written(const struct doc *doc, struct arena *arena) {
    struct text out = text_new(arena);
    doc_write(doc, 0, &out);
    return out;
}

static void same_bytes(struct text a, struct text b) {
    assert(a.n == b.n && memcmp(a.data, b.data, (size_t)a.n) == 0);
}

static void place_check(const struct doc *doc) {
    for (int i = 0; i < doc->n_nodes; i++)
        assert(doc->nodes[i].line >= 1 && doc->nodes[i].column >= 1);
}

static void survives(const struct doc *doc, struct arena *arena) {
    struct fault fault;
    struct text  out = written(doc, arena);
    assert(text_is_utf8(out.data, out.n));

    struct doc  again;
    enum status status = doc_read(&again, "again", out.data, out.n, true, arena, &fault);
    assert(status == ST_OK && again.n_nodes == doc->n_nodes);
    same_bytes(out, written(&again, arena));

    struct doc  pair[2]  = {*doc, again};
    struct doc *unpacked = ARENA_NEW(arena, struct doc, LIMIT_KNOWLEDGE_FILES);
    struct text image = text_new(arena), twice = text_new(arena);
    int         n = 0;
    doc_pack(pair, 2, &image);
    status = doc_unpack(image.data, image.n, unpacked, &n, &fault);
    assert(status == ST_OK && n == 2);
    same_bytes(out, written(&unpacked[0], arena));
    doc_pack(unpacked, 2, &twice);
    same_bytes(image, twice);

    struct doc laid = doc_overlay(doc, 0, &again, 0, arena);
    same_bytes(out, written(&laid, arena));
}

// JSON is YAML, but for line breaks that only YAML knows and characters that libyaml refuses.
static void same_as_yaml(const struct doc *doc, const char *bytes, ptrdiff_t n,
                         struct arena *arena) {
    struct fault fault;
    struct doc   yaml;
    if (memmem(bytes, (size_t)n, "\xC2\x85", 2) || memmem(bytes, (size_t)n, "\xE2\x80", 2)) return;
    if (doc_read(&yaml, "fuzz", bytes, n, false, arena, &fault) != ST_OK) return;
    same_bytes(written(doc, arena), written(&yaml, arena));
}

static void read_file(const char *bytes, ptrdiff_t n, bool is_json, struct arena *arena) {
    struct fault fault;
    struct doc   doc;
    enum status  status = doc_read(&doc, "fuzz", bytes, n, is_json, arena, &fault);
    if (status != ST_OK) {
        assert(text_starts(fault.text, "fuzz:") && strstr(fault.text, "; allowed: "));
        return;
    }
    place_check(&doc);
    survives(&doc, arena);
    if (is_json) same_as_yaml(&doc, bytes, n, arena);
}

static void read_image(const char *bytes, ptrdiff_t n, struct arena *arena) {
    struct fault fault;
    struct doc  *docs   = ARENA_NEW(arena, struct doc, LIMIT_KNOWLEDGE_FILES);
    int          n_docs = 0;
    if (doc_unpack(bytes, n, docs, &n_docs, &fault) != ST_OK) return;
    for (int i = 0; i < n_docs; i++) {
        struct text out = written(&docs[i], arena);
        for (int node = 0; node < docs[i].n_nodes; node++)
            text_addf(&out, "%s%s", doc_key(&docs[i], node), doc_text(&docs[i], node));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0) return 0;
    struct fault fault;
    struct arena arena;
    if (arena_open(&arena, ARENA_BYTES, &fault) != ST_OK) return 0;
    char       *base  = arena.at;
    const char *bytes = (const char *)data;
    ptrdiff_t   n     = (ptrdiff_t)size;
    if (data[0] % WAYS != WAY_IMAGE) read_file(bytes + 1, n - 1, data[0] % 2 == 1, &arena);
    else if (n >= IMAGE_AT) read_image(bytes + IMAGE_AT, n - IMAGE_AT, &arena);
    arena_close(base, ARENA_BYTES);
    return 0;
}
