// doc: one bounded tree for YAML and JSON, with the place of every value.
//
// A document is two flat arrays: nodes, and the bytes of all texts. Links are indices, so that a
// document can be stored as an image and used in place. Nodes stand in document order, so that a
// subtree is a run of nodes. Mapping order is kept; duplicate keys are refused.
// Refused with a place: invalid UTF-8, NUL bytes, anchors, aliases, tags, merge keys, several
// documents in one file, keys that are not plain text, an empty document, and everything beyond
// limits.h (file bytes, nodes, depth, scalar bytes).
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_BASE_DOC_H
#define STIPPLE_BASE_DOC_H

#include "base/text.h"

#include <stdint.h>

enum doc_kind {
    DOC_NONE,     // no such node
    DOC_NULL,     // JSON null; YAML plain null, ~ or nothing
    DOC_BOOL,     // JSON true/false; YAML plain true/false (yes and no stay texts)
    DOC_NUMBER,   // JSON number; YAML plain scalar of JSON's number grammar
    DOC_TEXT,
    DOC_LIST,
    DOC_MAP
};

struct doc_node {
    uint8_t kind;           // enum doc_kind
    int32_t line, column;   // from 1; 0 where the source has none
    int32_t key;            // offset of the key's text in doc.bytes, -1 in lists and at the root
    int32_t text;           // offset of the scalar's text as written (a number's too), -1 otherwise
    int32_t n;              // children; for scalars the bytes of the text
    int32_t first, next;    // node indices, -1 = none
};

struct doc_place {
    int32_t line, column;   // from 1; 0, 0 = none
};

struct doc {
    const char            *name;    // file name for errors, never a full path of ours
    const struct doc_node *nodes;   // [n_nodes], the root first
    const char            *bytes;   // [n_bytes], every text terminated
    int32_t                n_nodes, n_bytes;
    const struct doc_place
        *key_places;   // [n_nodes] where the key of a node stands; NULL = unknown
};

// Reads `n` bytes of YAML (JSON when `is_json`; a JSON file is read through the JSON parser).
// ST_CONTENT: not well formed, or one of the refused things. ST_LIMIT: beyond limits.h.
// The fault names the place where the problem starts; columns count characters.
MUST_CHECK enum status doc_read(struct doc *doc, const char *name, const char *bytes, ptrdiff_t n,
                                bool is_json, struct arena *arena, struct fault *fault);

// Index of the child under `key`, -1 if there is none or `node` is no map. node -1 gives -1.
int           doc_child(const struct doc *doc, int node, const char *key);
const char   *doc_text(const struct doc *doc, int node);   // scalar text as written; "" otherwise
const char   *doc_key(const struct doc *doc, int node);    // "" if it has none
enum doc_kind doc_kind_of(const struct doc *doc, int node);

// Canonical JSON of the subtree: keys sorted by bytes, no white space, shortest round-trip numbers,
// no NaN. The same tree gives the same bytes whether it came from YAML or from JSON. No such node
// gives null.
void doc_write(const struct doc *doc, int node, struct text *out);

// A tree built by the program: open, add, close, then doc_build_done. The name is "", values have
// no place. The key is NULL inside a list and at the root. Misuse is asserted: a key given twice or
// missing, more than LIMIT_DOC_DEPTH levels, something left open.
struct doc_build;
struct doc_build *doc_build_new(struct arena *arena);
void              doc_build_map(struct doc_build *build, const char *key);
void              doc_build_list(struct doc_build *build, const char *key);
void              doc_build_end(struct doc_build *build);   // closes the open map or list
void              doc_build_text(struct doc_build *build, const char *key, const char *text);
void doc_build_number(struct doc_build *build, const char *key, double value);   // finite
void doc_build_bool(struct doc_build *build, const char *key, bool value);
void doc_build_null(struct doc_build *build, const char *key);
void doc_build_copy(struct doc_build *build, const char *key, const struct doc *doc, int node);
struct doc doc_build_done(struct doc_build *build);

// `base` with every key of `over` laid over it: maps merge, everything else is replaced, by null
// too. Keys of `base` come first, in its order. Name and places are those of `over`; what comes
// from `base` has no place. A node -1 is nothing: the other one is copied; not both may be -1.
struct doc doc_overlay(const struct doc *base, int base_node, const struct doc *over, int over_node,
                       struct arena *arena);

// Image of several documents, native byte order, usable in place once it is aligned to 8 bytes.
// Appended to `out`; the same documents give the same bytes.
void doc_pack(const struct doc *docs, int n, struct text *out);
// ST_CONTENT: not an image of this format version. `docs` has room for LIMIT_KNOWLEDGE_FILES.
MUST_CHECK enum status doc_unpack(const void *image, ptrdiff_t n_bytes, struct doc *docs, int *n,
                                  struct fault *fault);
// The same for an image that the build wrote into this program: its nodes are taken as they are.
MUST_CHECK enum status doc_unpack_own(const void *image, ptrdiff_t n_bytes, struct doc *docs,
                                      int *n, struct fault *fault);

#endif
