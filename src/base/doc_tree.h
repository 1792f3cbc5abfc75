// doc_tree: a document while it grows, shared by the two readers and by doc_build.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_BASE_DOC_TREE_H
#define STIPPLE_BASE_DOC_TREE_H

#include "base/doc.h"

enum { DOC_SHOWN_BYTES = 48 };   // what an error shows of a text, with its terminator

// A walk over bytes that knows its place. A line ends with \n, \r\n or a lone \r.
struct doc_cursor {
    const char      *bytes;
    ptrdiff_t        n, at;
    struct doc_place place;   // of bytes[at]
};

struct doc_cursor doc_cursor_new(const char *bytes, ptrdiff_t n);
void              doc_cursor_move(struct doc_cursor *cursor, ptrdiff_t to);   // forward only
struct doc_place  doc_place_of(const char *bytes, ptrdiff_t n, ptrdiff_t at);

struct doc_tree {
    const char       *name;
    struct arena     *arena;
    bool              is_read;      // bounded by limits.h; otherwise the program builds it
    struct doc_node  *nodes;        // [cap]
    struct doc_place *key_places;   // [cap] where the key of a node stands
    int32_t           n_nodes, cap;
    struct text       bytes;
    int32_t           key;          // offset of the key that waits for its value, -1 = none
    struct doc_place  key_place;
    int               n_open;       // open maps and lists, the innermost last
    int32_t           open[LIMIT_DOC_DEPTH], last[LIMIT_DOC_DEPTH];   // and the last child of each
};

void doc_tree_new(struct doc_tree *tree, const char *name, bool is_read, struct arena *arena);

// True inside a map when the next text is a key.
bool doc_tree_wants_key(const struct doc_tree *tree);

// Grow the tree in document order. Texts of n bytes are copied. Faults: beyond limits.h, a text
// that is not plain (text_plain_prefix), a number that no double holds, and at the end of a map a
// key that it has twice.
MUST_CHECK enum status doc_tree_key(struct doc_tree *tree, const char *text, ptrdiff_t n,
                                    struct doc_place place, struct fault *fault);
MUST_CHECK enum status doc_tree_scalar(struct doc_tree *tree, enum doc_kind kind, const char *text,
                                       ptrdiff_t n, struct doc_place place, struct fault *fault);
MUST_CHECK enum status doc_tree_open(struct doc_tree *tree, enum doc_kind kind,
                                     struct doc_place place, struct fault *fault);
MUST_CHECK enum status doc_tree_close(struct doc_tree *tree, struct fault *fault);

struct doc doc_tree_done(const struct doc_tree *tree);

// True when the n bytes are a number of JSON's grammar.
bool doc_is_number(const char *text, ptrdiff_t n);

// The children of a map, sorted by the bytes of their keys, then by place. [nodes[node].n]
int32_t *doc_sorted(const struct doc *doc, int node, struct arena *arena);
// The same of a map with few children, in memory of the caller's. [nodes[node].n]
enum { DOC_SORTED_FEW = 64 };
void doc_sorted_few(const struct doc *doc, int node, int32_t *sorted);

// Faults that both readers raise.
MUST_CHECK enum status doc_too_deep(const char *name, struct doc_place place, struct fault *fault);
MUST_CHECK enum status doc_too_many(const char *name, struct doc_place place, struct fault *fault);
MUST_CHECK enum status doc_too_large(const char *name, struct doc_place place, const char *number,
                                     struct fault *fault);

// The readers behind doc_read: bytes are UTF-8 without a byte order mark, NUL or control bytes, and
// no more than LIMIT_FILE_BYTES. The tree is new.
MUST_CHECK enum status doc_yaml_read(struct doc_tree *tree, const char *bytes, ptrdiff_t n,
                                     struct fault *fault);
MUST_CHECK enum status doc_json_read(struct doc_tree *tree, const char *bytes, ptrdiff_t n,
                                     struct fault *fault);

#endif
