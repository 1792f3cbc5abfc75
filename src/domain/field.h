// field: one table per noun, from which reading, checking, writing and JSON Schema are driven.
//
// A noun is a plain struct whose zero is a valid empty value. Each of its fields is one row: its
// key, its kind, its unit and bounds, the words it may be, and a line of help. There are no
// callbacks and no conditions here; checks across fields are plain C in the noun's own file.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_DOMAIN_FIELD_H
#define STIPPLE_DOMAIN_FIELD_H

#include "base/date.h"
#include "base/doc.h"

// What a field is in a file, and what it is in the struct.
enum field_kind {
    FIELD_TEXT,       // text                              const char *          (NULL = absent)
    FIELD_NAME,       // a code of a vocabulary            const char *          (NULL = absent)
    FIELD_CHOICE,     // one of the words of the row       int, 1 + index        (0 = absent)
    FIELD_DATE,       // YYYY-MM-DD, or a word of the row  struct when
    FIELD_NUMBER,     // a bare number, or a word          struct amount
    FIELD_QUANTITY,   // "1.5 mm", or a word               struct amount, in the unit of the row
    FIELD_MONEY,      // "1200 USD"                        struct money
    FIELD_BOOL,      // true or false                     bool (with FIELD_ALWAYS), else int 0, 1, 2
    FIELD_NOUN,      // a mapping                         struct NOUN *         (NULL = absent)
    FIELD_LIST,      // a list of mappings                struct list
    FIELD_NAMES,     // a list of codes of a vocabulary   struct names
    FIELD_TEXTS,     // a list of texts                   struct names
    FIELD_MAP,       // mappings by key   struct list, the key in the first member
    FIELD_PAIRS,     // a list of lists of texts          struct list of struct names
    FIELD_NUMBERS,   // a list of bare numbers, or of quantities with a unit   struct numbers
    FIELD_WORDING,   // a text by language                struct wording
    FIELD_NODE       // anything, kept as it is           struct field_node
};

enum field_flag {
    FIELD_REQUIRED = 1,    // must be present when read; not checked when written
    FIELD_ALWAYS   = 2,    // written even when absent: as null, [] or false
    FIELD_WHOLE    = 4,    // FIELD_NUMBER: whole numbers only
    FIELD_OPEN     = 8,    // FIELD_NAME, FIELD_NAMES: a code outside the vocabulary is accepted
    FIELD_WORD     = 16,   // FIELD_NOUN: may also be a bare word, kept in the noun's first member
    FIELD_BARE     = 32    // FIELD_QUANTITY: a bare number is taken in the unit of the row
};

struct when {        // a date, a word in place of one, or nothing
    date_day day;    // 0 when absent or a word
    int      word;   // 1 + index into the row's words, 0 = none
};

struct amount {   // a number, a word in place of one, or nothing
    double value;
    bool   is_known;
    int    word;
};

struct money {
    double value;
    char   currency[4];   // "" = absent
};

struct list {
    void *items;   // [n] of the noun's struct
    int   n;
    bool  is_present;   // a list that is present is complete
};

struct names {
    const char **items;   // [n]
    int          n;
    bool         is_present;
};

struct numbers {
    double *items;   // [n]
    int     n;
    bool    is_present;
};

struct wording {   // [n] languages with the text in each
    const char **languages, **texts;
    int          n;
};

struct field_node {
    const struct doc *doc;
    int               node;   // 0 with doc NULL = absent
};

struct noun;

struct field {
    const char        *name;
    enum field_kind    kind;
    ptrdiff_t          offset;       // of the member in the struct
    const char        *unit;         // FIELD_QUANTITY, FIELD_NUMBERS
    double             min, max;     // inclusive; both 0 = unbounded. For texts: max = most bytes
    const char *const *words;        // terminated by NULL
    const char        *vocabulary;   // FIELD_NAME, FIELD_NAMES
    const struct noun *noun;         // FIELD_NOUN, FIELD_LIST, FIELD_MAP
    int                flags;
    const char        *help;
};

struct noun {
    const char         *name;   // "patient"; the format is "stipple-patient/1"
    const char         *help;
    ptrdiff_t           size;     // of the struct
    const struct field *fields;   // terminated by a row without a name
    bool                has_format;
};

// The codes a vocabulary knows: given by the caller, since they are knowledge, not code.
struct vocabulary {
    const char        *name;
    const char *const *codes;
    int                n;
};

struct field_reader {
    const struct vocabulary *vocabularies;
    int                      n_vocabularies;
    struct arena            *arena;
    struct fault            *fault;
};

extern const char *const field_fact_words[];   // yes, no, unknown
enum fact { FACT_ABSENT, FACT_YES, FACT_NO, FACT_UNKNOWN };

// Reads the mapping at `node` into `out` (noun->size bytes, zeroed by the caller). ST_CONTENT: an
// unknown or misplaced key, a wrong kind, unit, word or range, with its place and what is allowed.
// ST_LIMIT: a list beyond LIMIT_LIST_ITEMS.
MUST_CHECK enum status field_read(const struct noun *noun, const struct doc *doc, int node,
                                  void *out, const struct field_reader *reader);

// The same, but keys of `others` are passed over: they belong to somebody else who reads that file.
MUST_CHECK enum status field_read_beside(const struct noun *noun, const struct noun *others,
                                         const struct doc *doc, int node, void *out,
                                         const struct field_reader *reader);

// Writes a struct as a mapping under `key` (NULL in a list or at the root).
void field_write(const struct noun *noun, const void *from, struct doc_build *build,
                 const char *key);

// Writes a mapping that field_read has read as it stands in its document: every key that it has and
// no other, numbers as numbers, and as a text whatever the table calls one (YAML reads a telephone
// number as a number, and one of many digits would lose some). Keys that no row knows are left out,
// but for the format.
void field_copy(const struct noun *noun, const struct doc *doc, int node, struct doc_build *build,
                const char *key);

// JSON Schema (2020-12) of the noun, as JSON text. Vocabularies become enumerations.
const char *field_schema(const struct noun *noun, const struct vocabulary *vocabularies,
                         int n_vocabularies, struct arena *arena);

// The same of several nouns and of all they refer to, each once by its name, into the open map of
// `build`, and each vocabulary they name as "codes_NAME". References begin with `prefix`. Two nouns
// of one name are a bug and assert.
void field_schemas(const struct noun *const *nouns, int n, const struct vocabulary *vocabularies,
                   int n_vocabularies, const char *prefix, struct doc_build *build,
                   struct arena *arena);

// The row of a key, or NULL.
const struct field *field_find(const struct noun *noun, const char *name);

// The word a choice, date or amount holds, or NULL.
const char *field_word(const struct field *field, const void *from);

// "FILE:LINE:COL: path" of a node, for errors found after reading.
const char *field_place(const struct doc *doc, int node, struct arena *arena);

// "yes" as a FIELD_BOOL without FIELD_ALWAYS holds it.
enum { FIELD_BOOL_ABSENT, FIELD_BOOL_TRUE, FIELD_BOOL_FALSE };

// One row of a table. S is the struct, m its member, which is also the key.
//   FIELD(patient, weight, QUANTITY, .unit = "kg", .min = 20, .max = 400, .help = "body weight")
#define FIELD(S, m, kind_, ...) FIELD_AS(S, m, #m, kind_, __VA_ARGS__)
// The same with a key that is no C name of ours ("do").
#define FIELD_AS(S, m, key, kind_, ...)                                                            \
    { .name = key, .kind = FIELD_##kind_, .offset = offsetof(struct S, m), __VA_ARGS__ }
#define FIELD_FACT(S, m, help_) FIELD(S, m, CHOICE, .words = field_fact_words, .help = help_)

#endif
