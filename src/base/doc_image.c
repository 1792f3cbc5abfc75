// doc_image: documents as bytes that are used in place.
//   head     magic, byte order, version, size of a node, number of documents
//   entries  nodes, bytes and bytes of the name, for each document
//   bodies   nodes, then the texts, then the name, each filled up to 8 bytes
// SPDX-License-Identifier: Apache-2.0
#include "base/doc_tree.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

enum {
    IMAGE_VERSION = 1,
    IMAGE_ORDER   = 0x01020304,
    IMAGE_ALIGN   = 8
};

static const char image_magic[8] = "stipdoc";

struct head {
    char     magic[8];
    uint32_t order, version, node_bytes;
    int32_t  n_docs;
};

struct entry {
    int32_t n_nodes, n_bytes, n_name, unused;   // n_name counts the terminator
};

static int64_t filled(int64_t n) { return (n + IMAGE_ALIGN - 1) / IMAGE_ALIGN * IMAGE_ALIGN; }

static void put_filled(struct text *out, const void *bytes, ptrdiff_t n) {
    static const char zeros[IMAGE_ALIGN] = "";
    text_add_bytes(out, bytes, n);
    text_add_bytes(out, zeros, (ptrdiff_t)filled(n) - n);
}

// One node with its unused bytes zeroed, so that equal documents give equal bytes.
static void put_node(struct text *out, const struct doc_node *node) {
    enum { FIRST_USED = offsetof(struct doc_node, line) };
    char bytes[sizeof *node] = {0};
    bytes[0] = (char)node->kind;
    memcpy(bytes + FIRST_USED, (const char *)node + FIRST_USED, sizeof bytes - FIRST_USED);
    text_add_bytes(out, bytes, sizeof bytes);
}

void doc_pack(const struct doc *docs, int n, struct text *out) {
    assert(n >= 0 && n <= LIMIT_KNOWLEDGE_FILES);
    struct head head = {.order = IMAGE_ORDER, .version = IMAGE_VERSION, .n_docs = n};
    memcpy(head.magic, image_magic, sizeof head.magic);
    head.node_bytes = sizeof(struct doc_node);
    text_add_bytes(out, (const char *)&head, sizeof head);
    for (int i = 0; i < n; i++) {
        struct entry entry = {.n_nodes = docs[i].n_nodes, .n_bytes = docs[i].n_bytes};
        entry.n_name = (int32_t)strlen(docs[i].name) + 1;
        text_add_bytes(out, (const char *)&entry, sizeof entry);
    }
    for (int i = 0; i < n; i++) {
        for (int k = 0; k < docs[i].n_nodes; k++) put_node(out, &docs[i].nodes[k]);
        put_filled(out, docs[i].bytes, docs[i].n_bytes);
        put_filled(out, docs[i].name, (ptrdiff_t)strlen(docs[i].name) + 1);
    }
}

// True when a text of doc.bytes begins at the offset and ends within them.
static bool is_text(const struct doc *doc, int32_t offset) {
    return offset >= 0 && offset < doc->n_bytes;
}

static bool is_scalar(const struct doc *doc, const struct doc_node *node) {
    return node->kind >= DOC_NULL && node->kind <= DOC_TEXT && node->first == -1
           && is_text(doc, node->text) && node->n >= 0 && node->n < doc->n_bytes - node->text
           && !doc->bytes[node->text + node->n];
}

// The index after the subtree of `node` if it stands in document order and stays within the
// arrays, -1 otherwise. Recursion ends at LIMIT_DOC_DEPTH.
static int subtree_end(const struct doc *doc, int node, bool has_key, int depth) {
    if (node >= doc->n_nodes) return -1;
    const struct doc_node *at = &doc->nodes[node];
    if (has_key ? !is_text(doc, at->key) : at->key != -1) return -1;
    if (at->kind != DOC_LIST && at->kind != DOC_MAP) return is_scalar(doc, at) ? node + 1 : -1;
    if (depth >= LIMIT_DOC_DEPTH || at->text != -1 || at->n < 0) return -1;
    int end = node + 1, link = at->first;
    for (int k = 0; k < at->n; k++) {
        if (link != end) return -1;
        end = subtree_end(doc, link, at->kind == DOC_MAP, depth + 1);
        if (end < 0) return -1;
        link = doc->nodes[link].next;
    }
    return link == -1 ? end : -1;
}

static bool is_sound(const struct doc *doc) {
    bool is_ended = doc->n_bytes == 0 || !doc->bytes[doc->n_bytes - 1];
    return is_ended && doc->nodes[0].next == -1
           && subtree_end(doc, 0, false, 0) == doc->n_nodes;
}

// The document of one entry, whose body begins at *at; moves past the body. `is_own`: its nodes are
// not walked.
static bool doc_take(struct doc *doc, const struct entry *entry, const char *image, int64_t n_bytes,
                     int64_t *at, bool is_own) {
    if (entry->n_nodes < 1 || entry->n_bytes < 0 || entry->n_name < 1) return false;
    int64_t bytes_at = *at + (int64_t)sizeof(struct doc_node) * entry->n_nodes;
    int64_t name_at = bytes_at + filled(entry->n_bytes);
    int64_t end = name_at + filled(entry->n_name);
    if (end > n_bytes || image[name_at + entry->n_name - 1]) return false;
    *doc = (struct doc){.name    = image + name_at,
                        .nodes   = (const void *)(image + *at),
                        .bytes   = image + bytes_at,
                        .n_nodes = entry->n_nodes,
                        .n_bytes = entry->n_bytes};
    *at = end;
    return is_own || is_sound(doc);
}

static enum status unpack(const void *image, ptrdiff_t n_bytes, bool is_own, struct doc *docs,
                          int *n, struct fault *fault) {
    assert((uintptr_t)image % IMAGE_ALIGN == 0 && n_bytes >= 0);
    struct head head = {0};
    if (n_bytes >= (ptrdiff_t)sizeof head) memcpy(&head, image, sizeof head);
    bool is_known = memcmp(head.magic, image_magic, sizeof head.magic) == 0
                    && head.order == IMAGE_ORDER && head.version == IMAGE_VERSION
                    && head.node_bytes == sizeof(struct doc_node);
    if (!is_known)
        return fault_at(fault, ST_CONTENT,
                        "image: not of this program; allowed: format version %d", IMAGE_VERSION);
    const struct entry *entries = (const void *)((const char *)image + sizeof head);
    int64_t at = (int64_t)sizeof head + (int64_t)sizeof *entries * head.n_docs;
    if (head.n_docs < 0 || head.n_docs > LIMIT_KNOWLEDGE_FILES || at > n_bytes)
        return fault_at(fault, ST_CONTENT, "image: %d documents: wrong; allowed: 0 to %d",
                        head.n_docs, LIMIT_KNOWLEDGE_FILES);
    for (int i = 0; i < head.n_docs; i++)
        if (!doc_take(&docs[i], &entries[i], image, n_bytes, &at, is_own))
            return fault_at(fault, ST_CONTENT,
                            "image: document %d is damaged; allowed: what the build wrote", i + 1);
    if (at != n_bytes)
        return fault_at(fault, ST_CONTENT, "image: %td bytes: wrong; allowed: %lld", n_bytes,
                        (long long)at);
    *n = head.n_docs;
    return ST_OK;
}

enum status doc_unpack(const void *image, ptrdiff_t n_bytes, struct doc *docs, int *n,
                       struct fault *fault) {
    return unpack(image, n_bytes, false, docs, n, fault);
}

enum status doc_unpack_own(const void *image, ptrdiff_t n_bytes, struct doc *docs, int *n,
                           struct fault *fault) {
    return unpack(image, n_bytes, true, docs, n, fault);
}
