// load: the knowledge base, from its embedded image and from a folder of the clinic.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_LOAD_H
#define STIPPLE_KNOWLEDGE_LOAD_H

#include "knowledge/catalogue.h"
#include "knowledge/catalogue_trials.h"
#include "knowledge/library.h"

enum { KNOWLEDGE_VOCABULARIES = 64 };

enum { LOAD_LISTS = 32 };   // room for the lists of the catalogue

struct load_index {           // where the entries of one list stand, by the hash of their ids
    const int  *slots;        // [n_slots] place + 1, 0 = free; n_slots is a power of two
    int         n_slots, n;   // of a list of n entries
    const void *items;        // of this list: an index of another is not used
};

struct knowledge {
    struct catalogue  all;       // lists of every file; the user's replace those with the same id
    struct library    library;   // empty until load_library
    struct doc        docs[LIMIT_KNOWLEDGE_FILES];
    int               n_docs, n_own;   // files; the first n_own are built in
    bool              is_checked, has_library;
    struct load_index indexes[LOAD_LISTS];   // of `all`, in the order of its lists
    struct vocabulary vocabularies[KNOWLEDGE_VOCABULARIES];
    int               n_vocabularies;
};

// Reads `image` (doc_pack) and lays the `n_extra` documents over it. With `is_checked` every code
// of the image is checked against the vocabularies too; documents of `extra` always are.
// ST_CONTENT: a file that does not fit the catalogue, with its place.
MUST_CHECK enum status load_knowledge(struct knowledge *knowledge, const void *image,
                                      ptrdiff_t n_bytes, const struct doc *extra, int n_extra,
                                      bool is_checked, struct arena *arena, struct fault *fault);

// Reads the lists of the library too, once.
MUST_CHECK enum status load_library(struct knowledge *knowledge, struct arena *arena,
                                    struct fault *fault);

// Is it a file of the catalogue, and not the neutral patient or a clinic?
bool load_is_catalogue(const struct doc *doc);

// The id of an entry of a list.
const char *load_id(const struct noun *noun, const void *entry);

// A file of the image that is no part of the catalogue ("neutral.yaml"), or NULL.
const struct doc *load_doc(const struct knowledge *knowledge, const char *name);

const struct rule       *load_rule(const struct knowledge *knowledge, const char *id);
const struct zone       *load_zone(const struct knowledge *knowledge, const char *id);
const struct device     *load_device(const struct knowledge *knowledge, const char *id);
const struct cartridge  *load_cartridge(const struct knowledge *knowledge, const char *id);
const struct agent      *load_agent(const struct knowledge *knowledge, const char *id);
const struct indication *load_indication(const struct knowledge *knowledge, const char *id);
const struct note       *load_note(const struct knowledge *knowledge, const char *id);
const struct scale      *load_scale(const struct knowledge *knowledge, const char *id);
const struct source     *load_source(const struct knowledge *knowledge, const char *key);
const struct parameter  *load_parameter(const struct knowledge *knowledge, const char *id);
const struct fit        *load_fit(const struct knowledge *knowledge, const char *id);
const struct share      *load_share(const struct knowledge *knowledge, const char *id);
// What is known of the result of an indication, or NULL.
const struct outcome *load_outcome(const struct knowledge *knowledge, const char *indication);

// The label of a code in English, or the code itself.
const char *load_label(const struct knowledge *knowledge, const char *vocabulary, const char *code);

// The English text of a wording, "" if it has none.
const char *load_words(const struct wording *wording);

// A text of the catalogue. An id without a text is a bug and asserts.
const char *load_saying(const struct knowledge *knowledge, const char *id);

// `pattern` with every {name} replaced by the value that follows that name in `pairs`
// (name, value, name, value, ..., NULL). A name that is not given stays as it is.
const char *load_filled(const char *pattern, const char *const *pairs, struct arena *arena);

// Adds a zone's parts, or the zone itself if it has none, each once. `as_goal`: only the parts that
// are treated when the whole is wanted.
void load_zone_parts(const struct knowledge *knowledge, const char *id, bool as_goal,
                     struct names *into, struct arena *arena);

#endif
