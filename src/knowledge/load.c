// SPDX-License-Identifier: Apache-2.0
#include "knowledge/load.h"

#include "domain/clinic.h"

#include <assert.h>
#include <string.h>

enum { CODES_MAX = 1024, CODES_FIRST = 32 };

// ---- vocabularies ----

// NULL: there are too many.
static struct vocabulary *vocabulary_named(struct knowledge *knowledge, const char *name,
                                           struct arena *arena) {
    for (int i = 0; i < knowledge->n_vocabularies; i++)
        if (text_equal(knowledge->vocabularies[i].name, name)) return &knowledge->vocabularies[i];
    if (knowledge->n_vocabularies == KNOWLEDGE_VOCABULARIES) return NULL;
    struct vocabulary *vocabulary = &knowledge->vocabularies[knowledge->n_vocabularies++];
    vocabulary->name              = name;
    vocabulary->codes             = ARENA_NEW(arena, const char *, CODES_FIRST);
    return vocabulary;
}

// Room doubles when the number of codes is CODES_FIRST times a power of two.
static void append(struct vocabulary *vocabulary, const char *code, struct arena *arena) {
    const char **codes = (const char **)(void *)(ptrdiff_t)vocabulary->codes;
    int          n     = vocabulary->n;
    if (n >= CODES_FIRST && (n & (n - 1)) == 0) {
        codes = ARENA_NEW(arena, const char *, 2 * n);
        memcpy(codes, vocabulary->codes, (size_t)n * sizeof *codes);
        vocabulary->codes = codes;
    }
    codes[n]      = code;
    vocabulary->n = n + 1;
}

// `is_fresh`: the code is not there yet; else one that is there is left as it is.
static enum status vocabulary_add(struct knowledge *knowledge, const char *name, const char *code,
                                  bool is_fresh, struct arena *arena, struct fault *fault) {
    struct vocabulary *vocabulary = vocabulary_named(knowledge, name, arena);
    if (!vocabulary)
        return fault_at(fault, ST_LIMIT,
                        "knowledge: codes: %s: is one of too many vocabularies; allowed: %d", name,
                        KNOWLEDGE_VOCABULARIES);
    for (int i = 0; !is_fresh && i < vocabulary->n; i++)
        if (text_equal(vocabulary->codes[i], code)) return ST_OK;
    if (vocabulary->n == CODES_MAX)
        return fault_at(fault, ST_LIMIT, "knowledge: %s: more than %d codes; allowed: %d",
                        vocabulary->name, CODES_MAX, CODES_MAX);
    append(vocabulary, code, arena);
    return ST_OK;
}

// The codes that a file adds: those of its `codes`, and the ids of its things. The files built in
// have no id twice.
static enum status collect(struct knowledge *knowledge, const struct doc *doc, bool is_fresh,
                           struct arena *arena, struct fault *fault) {
    static const char *const things[][2] = {
        {"sources", "key"},    {"zones", "id"},  {"devices", "id"},   {"agents", "id"},
        {"indications", "id"}, {"scales", "id"}, {"cartridges", "id"}};
    for (size_t t = 0; t < sizeof things / sizeof *things; t++) {
        int list = doc_child(doc, 0, things[t][0]);
        vocabulary_named(knowledge, things[t][0], arena);   // known, even if it stays empty
        for (int item = list < 0 ? -1 : doc->nodes[list].first; item >= 0;
             item     = doc->nodes[item].next) {
            const char *id = doc_text(doc, doc_child(doc, item, things[t][1]));
            TRY(vocabulary_add(knowledge, things[t][0], id, is_fresh, arena, fault));
        }
    }
    int list = doc_child(doc, 0, "codes");
    for (int item = list < 0 ? -1 : doc->nodes[list].first; item >= 0;
         item     = doc->nodes[item].next) {
        const char *name = doc_text(doc, doc_child(doc, item, "vocabulary"));
        const char *code = doc_text(doc, doc_child(doc, item, "code"));
        TRY(vocabulary_add(knowledge, name, code, is_fresh, arena, fault));
    }
    return ST_OK;
}

static enum status collect_closed(struct knowledge *knowledge, struct arena *arena,
                                  struct fault *fault) {
    for (int i = 0; words_device_kind[i]; i++)
        TRY(vocabulary_add(knowledge, "device_kinds", words_device_kind[i], true, arena, fault));
    for (int i = 0; clinic_weekdays[i]; i++)
        TRY(vocabulary_add(knowledge, "weekdays", clinic_weekdays[i], true, arena, fault));
    return ST_OK;
}

// ---- reading and merging ----

// The text by which an entry is known: its first member, for codes its second too.
static bool is_same(const struct noun *noun, const void *a, const void *b) {
    const char *const *x = a, *const *y = b;
    if (!text_equal(x[0], y[0])) return false;
    return !text_equal(noun->name, "code") || text_equal(x[1], y[1]);
}

// A code comes after its vocabulary.
const char *load_id(const struct noun *noun, const void *entry) {
    const char *const *members = entry;
    return text_equal(noun->name, "code") ? members[1] : members[0];
}

static uint32_t hash_of(const struct noun *noun, const void *entry) {
    const char *id = load_id(noun, entry);
    return id ? text_hash(id) : 0;
}

static void append_list(const struct noun *noun, struct list *into, const struct list *more,
                        struct arena *arena) {
    if (more->n == 0) return;
    char *items = arena_alloc(arena, into->n + more->n, noun->size);
    if (into->n) memcpy(items, into->items, (size_t)(into->n * noun->size));
    memcpy(items + into->n * noun->size, more->items, (size_t)(more->n * noun->size));
    *into = (struct list){items, into->n + more->n, true};
}

// Lays the entries of the user's files over those built in. All of one id take the place of all
// that had it, where the first of these stood; the others follow at the end.
static void lay_list(const struct noun *noun, struct list *into, const struct list *more,
                     struct arena *arena) {
    if (more->n == 0) return;
    bool       *is_laid = ARENA_NEW(arena, bool, more->n);
    uint32_t   *hashes  = ARENA_NEW(arena, uint32_t, more->n);   // most are told apart by these
    char       *items   = arena_alloc(arena, into->n + more->n, noun->size);
    const char *base = into->items, *over = more->items;
    int         n = 0;
    for (int k = 0; k < more->n; k++) hashes[k] = hash_of(noun, over + k * noun->size);
    for (int i = 0; i < into->n; i++) {
        const char *entry       = base + i * noun->size;
        uint32_t    hash        = hash_of(noun, entry);
        bool        is_replaced = false;
        for (int k = 0; k < more->n; k++) {
            if (hashes[k] != hash || !is_same(noun, entry, over + k * noun->size)) continue;
            is_replaced = true;
            if (is_laid[k]) continue;
            is_laid[k] = true;
            memcpy(items + n++ * noun->size, over + k * noun->size, (size_t)noun->size);
        }
        if (!is_replaced) memcpy(items + n++ * noun->size, entry, (size_t)noun->size);
    }
    for (int k = 0; k < more->n; k++)
        if (!is_laid[k])
            memcpy(items + n++ * noun->size, over + k * noun->size, (size_t)noun->size);
    *into = (struct list){items, n, true};
}

// Puts the lists of one file, or of all of the user's, to those of `into`, as `noun` has them.
static void put_lists(const struct noun *noun, void *into, const void *more, bool is_over,
                      struct arena *arena) {
    for (const struct field *field = noun->fields; field->name; field++) {
        if (field->kind != FIELD_LIST) continue;
        void       *list = (char *)into + field->offset;
        const void *from = (const char *)more + field->offset;
        if (is_over) lay_list(field->noun, list, from, arena);
        else append_list(field->noun, list, from, arena);
    }
}

static struct field_reader reader_of(const struct knowledge *knowledge, int d, struct arena *arena,
                                     struct fault *fault) {
    bool is_checked = knowledge->is_checked || d >= knowledge->n_own;
    return (struct field_reader){knowledge->vocabularies,
                                 is_checked ? knowledge->n_vocabularies : 0, arena, fault};
}

// A copy of the whole folder may hold the neutral patient and a clinic as well.
bool load_is_catalogue(const struct doc *doc) {
    const char *slash = strrchr(doc->name, '/'), *name = slash ? slash + 1 : doc->name;
    return !text_equal(name, "neutral.yaml") && !text_equal(name, "clinic.yaml");
}

// Reads the lists of one file that `noun` has, beside those of `others`, to the end of `into`.
static enum status read_file(const struct knowledge *knowledge, int d, const struct noun *noun,
                             const struct noun *others, void *into, struct arena *arena,
                             struct fault *fault) {
    struct field_reader reader = reader_of(knowledge, d, arena, fault);
    void               *file   = arena_alloc(arena, 1, noun->size);
    if (!load_is_catalogue(&knowledge->docs[d])) return ST_OK;
    TRY(field_read_beside(noun, others, &knowledge->docs[d], 0, file, &reader));
    put_lists(noun, into, file, false, arena);
    if (noun != &catalogue_noun) return ST_OK;
    const struct catalogue *read = file;
    struct catalogue       *all  = into;
    if (read->version) all->version = read->version;
    return ST_OK;
}

// The files built in, one after the other, and those of the user's laid over them.
static enum status read_files(const struct knowledge *knowledge, const struct noun *noun,
                              const struct noun *others, void *into, struct arena *arena,
                              struct fault *fault) {
    void *over = arena_alloc(arena, 1, noun->size);
    for (int d = 0; d < knowledge->n_docs; d++)
        TRY(read_file(knowledge, d, noun, others, d < knowledge->n_own ? into : over, arena,
                      fault));
    put_lists(noun, into, over, true, arena);
    return ST_OK;
}

static enum status count_nodes(const struct doc *docs, int n, struct fault *fault) {
    int n_nodes = 0;
    for (int i = 0; i < n; i++) {
        n_nodes += docs[i].n_nodes;
        if (n_nodes > LIMIT_KNOWLEDGE_NODES)
            return fault_at(fault, ST_LIMIT,
                            "%s: file: %d values with those before: are too many; allowed: %d in "
                            "all files of a folder",
                            docs[i].name, n_nodes, LIMIT_KNOWLEDGE_NODES);
    }
    return ST_OK;
}

// ---- indexes ----

_Static_assert(sizeof(struct catalogue) <= LOAD_LISTS * sizeof(struct list), "an index a list");

static int place_of(const struct knowledge *knowledge, const struct list *list) {
    return (int)(list - &knowledge->all.sources);
}

// The index of a list that is still as it was; NULL: there is none.
static const struct load_index *index_of(const struct knowledge *knowledge,
                                         const struct list      *list) {
    const struct load_index *index = &knowledge->indexes[place_of(knowledge, list)];
    return index->n_slots && index->items == list->items && index->n == list->n ? index : NULL;
}

// Entries are looked up by their first member; codes by their second, which vocabularies share. Of
// two entries with one word the first is found first. At least half of the slots stay free, so
// that a search ends.
static void index_list(struct knowledge *knowledge, const struct field *field,
                       struct arena *arena) {
    const struct list *list    = (const void *)((const char *)&knowledge->all + field->offset);
    bool               is_code = list == &knowledge->all.codes;
    ptrdiff_t          word    = is_code ? (ptrdiff_t)offsetof(struct code, code) : 0;
    int                n_slots = 1;
    if (list->n == 0) return;
    while (n_slots < 2 * list->n) n_slots *= 2;
    int *slots = ARENA_NEW(arena, int, n_slots);
    for (int i = 0; i < list->n; i++) {
        const char *entry = (const char *)list->items + i * field->noun->size;
        uint32_t    at    = text_hash(*(const char *const *)(const void *)(entry + word));
        while (slots[at & (uint32_t)(n_slots - 1)]) at++;
        slots[at & (uint32_t)(n_slots - 1)] = i + 1;
    }
    knowledge->indexes[place_of(knowledge, list)] =
        (struct load_index){slots, n_slots, list->n, list->items};
}

// ---- all ----

enum status load_knowledge(struct knowledge *knowledge, const void *image, ptrdiff_t n_bytes,
                           const struct doc *extra, int n_extra, bool is_checked,
                           struct arena *arena, struct fault *fault) {
    *knowledge = (struct knowledge){.is_checked = is_checked};
    TRY(is_checked ? doc_unpack(image, n_bytes, knowledge->docs, &knowledge->n_docs, fault)
                   : doc_unpack_own(image, n_bytes, knowledge->docs, &knowledge->n_docs, fault));
    if (knowledge->n_docs + n_extra > LIMIT_KNOWLEDGE_FILES)
        return fault_at(fault, ST_LIMIT, "knowledge: too many files; allowed: %d",
                        LIMIT_KNOWLEDGE_FILES - knowledge->n_docs);
    TRY(count_nodes(extra, n_extra, fault));
    knowledge->n_own = knowledge->n_docs;
    for (int i = 0; i < n_extra; i++) knowledge->docs[knowledge->n_docs++] = extra[i];
    TRY(collect_closed(knowledge, arena, fault));
    for (int i = 0; i < knowledge->n_docs; i++)
        if (load_is_catalogue(&knowledge->docs[i]))
            TRY(collect(knowledge, &knowledge->docs[i], i < knowledge->n_own && !is_checked, arena,
                        fault));
    TRY(read_files(knowledge, &catalogue_noun, &library_noun, &knowledge->all, arena, fault));
    for (const struct field *field = catalogue_noun.fields; field->name; field++)
        if (field->kind == FIELD_LIST) index_list(knowledge, field, arena);
    return ST_OK;
}

enum status load_library(struct knowledge *knowledge, struct arena *arena, struct fault *fault) {
    if (knowledge->has_library) return ST_OK;
    TRY(read_files(knowledge, &library_noun, &catalogue_noun, &knowledge->library, arena, fault));
    knowledge->has_library = true;
    return ST_OK;
}

// ---- looking up ----

// The entry whose first member is `id`, or NULL.
static const void *find(const struct knowledge *knowledge, const struct list *list, ptrdiff_t size,
                        const char *id) {
    bool                     has_index = list != &knowledge->all.codes;   // theirs is by code
    const struct load_index *index     = has_index ? index_of(knowledge, list) : NULL;
    if (!id) return NULL;
    if (!index) {
        for (int i = 0; i < list->n; i++) {
            const void *entry = (const char *)list->items + i * size;
            if (text_equal(*(const char *const *)entry, id)) return entry;
        }
        return NULL;
    }
    for (uint32_t at = text_hash(id);; at++) {
        int place = index->slots[at & (uint32_t)(index->n_slots - 1)];
        if (place == 0) return NULL;
        const void *entry = (const char *)list->items + (place - 1) * size;
        if (text_equal(*(const char *const *)entry, id)) return entry;
    }
}

const struct doc *load_doc(const struct knowledge *knowledge, const char *name) {
    for (int i = 0; i < knowledge->n_docs; i++)
        if (text_equal(knowledge->docs[i].name, name)) return &knowledge->docs[i];
    return NULL;
}

const struct rule *load_rule(const struct knowledge *knowledge, const char *id) {
    return find(knowledge, &knowledge->all.rules, sizeof(struct rule), id);
}
const struct zone *load_zone(const struct knowledge *knowledge, const char *id) {
    return find(knowledge, &knowledge->all.zones, sizeof(struct zone), id);
}
const struct device *load_device(const struct knowledge *knowledge, const char *id) {
    return find(knowledge, &knowledge->all.devices, sizeof(struct device), id);
}
const struct cartridge *load_cartridge(const struct knowledge *knowledge, const char *id) {
    return find(knowledge, &knowledge->all.cartridges, sizeof(struct cartridge), id);
}
const struct agent *load_agent(const struct knowledge *knowledge, const char *id) {
    return find(knowledge, &knowledge->all.agents, sizeof(struct agent), id);
}
const struct indication *load_indication(const struct knowledge *knowledge, const char *id) {
    return find(knowledge, &knowledge->all.indications, sizeof(struct indication), id);
}
const struct note *load_note(const struct knowledge *knowledge, const char *id) {
    return find(knowledge, &knowledge->all.notes, sizeof(struct note), id);
}
const struct scale *load_scale(const struct knowledge *knowledge, const char *id) {
    return find(knowledge, &knowledge->all.scales, sizeof(struct scale), id);
}
const struct source *load_source(const struct knowledge *knowledge, const char *key) {
    return find(knowledge, &knowledge->all.sources, sizeof(struct source), key);
}
const struct parameter *load_parameter(const struct knowledge *knowledge, const char *id) {
    return find(knowledge, &knowledge->all.parameters, sizeof(struct parameter), id);
}
const struct fit *load_fit(const struct knowledge *knowledge, const char *id) {
    return find(knowledge, &knowledge->all.fits, sizeof(struct fit), id);
}
const struct share *load_share(const struct knowledge *knowledge, const char *id) {
    return find(knowledge, &knowledge->all.shares, sizeof(struct share), id);
}
const struct outcome *load_outcome(const struct knowledge *knowledge, const char *indication) {
    const struct outcome *all = knowledge->all.outcomes.items;
    for (int i = 0; i < knowledge->all.outcomes.n; i++)
        if (text_equal(all[i].indication, indication)) return &all[i];
    return NULL;
}

const char *load_words(const struct wording *wording) {
    for (int i = 0; i < wording->n; i++)
        if (text_equal(wording->languages[i], "en")) return wording->texts[i];
    return "";
}

// A code that the catalogue lists under `codes`, or NULL.
static const struct code *listed_code(const struct knowledge *knowledge, const char *vocabulary,
                                      const char *code) {
    const struct code       *codes = knowledge->all.codes.items;
    const struct load_index *index = index_of(knowledge, &knowledge->all.codes);
    uint32_t                 at    = index && code ? text_hash(code) : 0;
    for (int i = 0; code && (index || i < knowledge->all.codes.n); i++, at++) {
        int place = index ? index->slots[at & (uint32_t)(index->n_slots - 1)] - 1 : i;
        if (place < 0) return NULL;
        if (text_equal(codes[place].code, code) && text_equal(codes[place].vocabulary, vocabulary))
            return &codes[place];
    }
    return NULL;
}

const char *load_label(const struct knowledge *knowledge, const char *vocabulary,
                       const char *code) {
    const struct code *listed = listed_code(knowledge, vocabulary, code);
    if (listed) return load_words(&listed->label);
    const struct field *things = field_find(&catalogue_noun, vocabulary);
    const struct field *label  = things && things->noun ? field_find(things->noun, "label") : NULL;
    if (!label) return code;
    const void *list  = (const char *)&knowledge->all + things->offset;
    const char *thing = find(knowledge, list, things->noun->size, code);
    if (thing) return load_words((const void *)(thing + label->offset));
    return code;
}

const char *load_saying(const struct knowledge *knowledge, const char *id) {
    const struct saying *saying = find(knowledge, &knowledge->all.sayings, sizeof *saying, id);
    assert(saying);
    return load_words(&saying->text);
}

const char *load_filled(const char *pattern, const char *const *pairs, struct arena *arena) {
    struct text out = text_new(arena);
    while (*pattern) {
        const char *brace = strchr(pattern, '{');
        const char *end   = brace ? strchr(brace, '}') : NULL;
        if (!end) break;
        text_add_bytes(&out, pattern, brace - pattern);
        const char *value = NULL;
        for (int i = 0; pairs[i]; i += 2)
            if ((ptrdiff_t)strlen(pairs[i]) == end - brace - 1 &&
                strncmp(pairs[i], brace + 1, (size_t)(end - brace - 1)) == 0)
                value = pairs[i + 1];
        if (value) text_add(&out, value);
        else text_add_bytes(&out, brace, end - brace + 1);
        pattern = end + 1;
    }
    text_add(&out, pattern);
    return out.data;
}

static void add_once(struct names *into, const char *name, struct arena *arena) {
    for (int i = 0; i < into->n; i++)
        if (text_equal(into->items[i], name)) return;
    const char **items = ARENA_NEW(arena, const char *, into->n + 1);
    for (int i = 0; i < into->n; i++) items[i] = into->items[i];
    items[into->n]   = name;
    into->items      = items;
    into->is_present = true;
    into->n++;
}

void load_zone_parts(const struct knowledge *knowledge, const char *id, bool as_goal,
                     struct names *into, struct arena *arena) {
    const struct zone  *zone  = load_zone(knowledge, id);
    const struct names *parts = zone && as_goal && zone->aims.n ? &zone->aims
                                : zone                          ? &zone->parts
                                                                : NULL;
    if (!parts || parts->n == 0) add_once(into, id, arena);
    for (int i = 0; parts && i < parts->n; i++) add_once(into, parts->items[i], arena);
}
