// SPDX-License-Identifier: Apache-2.0
#include "service/evidence.h"

#include "domain/patient.h"
#include "knowledge/findings.h"

#include <string.h>

enum { SUGGESTIONS = 1024, RANGE_MOST = 20, DEPTH_MOST = 6 };

// ---- one entry ----

// Where the lists stand: what every plan needs, and what is only looked up.
struct shelf {
    const struct noun *noun;
    const void        *at;
};

enum { SHELVES = 2 };

static struct shelf shelf_of(const struct session *session, int s) {
    return s == 0 ? (struct shelf){&catalogue_noun, &session->knowledge.all}
                  : (struct shelf){&library_noun, &session->knowledge.library};
}

static const struct list *list_at(struct shelf shelf, const struct field *field) {
    const void *at = (const char *)shelf.at + field->offset;
    return at;
}

static const char *entry_id(const struct noun *noun, const void *entry) {
    const char *const *members = entry;
    return text_equal(noun->name, "code") ? members[1] : members[0];
}

static const void *member(const struct noun *noun, const void *entry, const char *key) {
    const struct field *field = field_find(noun, key);
    return field ? (const char *)entry + field->offset : NULL;
}

static const char *words_at(const struct noun *noun, const void *entry, const char *key) {
    const struct field *field = field_find(noun, key);
    if (!field || field->kind != FIELD_WORDING) return NULL;
    const void *at = (const char *)entry + field->offset;
    return load_words(at);
}

// Why, in words: of a rule the reasons of its cases.
static const char *because_of(const struct session *session, const struct noun *noun,
                              const void *entry) {
    if (noun == &catalogue_rule_noun) {
        const struct rule *rule = entry;
        struct text        out  = text_new(session->arena);
        for (int i = 0; i < rule->cases.n; i++) {
            const struct rule_case *one = (const struct rule_case *)rule->cases.items + i;
            text_addf(&out, "%s%s: %s", i ? " | " : "", words_class[one->class - 1],
                      load_words(&one->because));
        }
        return out.data;
    }
    static const char *const keys[] = {"because", "text", "label"};
    for (int i = 0; i < 3; i++) {
        const char *words = words_at(noun, entry, keys[i]);
        if (words && *words) return words;
    }
    const char *const *text = member(noun, entry, "text");
    return text && field_find(noun, "text")->kind == FIELD_TEXT ? *text : "";
}

static void write_sources(const struct session *session, const struct names *keys,
                          struct doc_build *build) {
    struct list cited = {0};
    if (keys) findings_cite(&session->knowledge, &cited, keys, session->arena);
    doc_build_map(build, "sources");
    for (int i = 0; i < cited.n; i++) {
        const struct cited *source = (const struct cited *)cited.items + i;
        field_write(&screening_cited_noun, source, build, source->key);
    }
    doc_build_end(build);
}

// Lists the row of the catalogue has too, or empty ones: conflicts, examples.
static void write_list(const struct noun *noun, const void *entry, const char *key,
                       struct doc_build *build) {
    const struct field *field = field_find(noun, key);
    const struct list  *list  = member(noun, entry, key);
    doc_build_list(build, key);
    for (int i = 0; field && i < list->n; i++)
        field_write(field->noun, (const char *)list->items + i * field->noun->size, build, NULL);
    doc_build_end(build);
}

static void write_word(const struct noun *noun, const void *entry, const char *key,
                       struct doc_build *build) {
    const struct field *field = field_find(noun, key);
    const char         *word  = field ? field_word(field, entry) : NULL;
    if (word) doc_build_text(build, key, word);
    else doc_build_null(build, key);
}

static void write_entry(const struct session *session, const struct noun *noun, const void *entry,
                        struct doc_build *build) {
    const struct names *keys = member(noun, entry, "sources");
    doc_build_map(build, NULL);
    doc_build_text(build, "format", "stipple-evidence/1");
    doc_build_text(build, "id", entry_id(noun, entry));
    doc_build_text(build, "kind", noun->name);
    doc_build_text(build, "because", because_of(session, noun, entry));
    write_word(noun, entry, "grade", build);
    write_word(noun, entry, "status", build);
    write_list(noun, entry, "conflicts", build);
    write_list(noun, entry, "examples", build);
    write_sources(session, keys, build);
    field_write(noun, entry, build, "value");
    doc_build_end(build);
}

static enum status refuse(const struct session *session, const char *what, const char *name,
                          const char *const *candidates, int n, const char *allowed) {
    const char *near = text_nearest(name, candidates, n);
    return fault_at(session->fault, ST_CONTENT, "evidence: %s: %s: is not known%s%s; allowed: %s",
                    what, name, near ? ", did you mean " : "", near ? near : "", allowed);
}

// Entries that rest on a row of the evidence, as a list. False: none does.
static bool write_row(const struct session *session, const char *row, struct doc_build *build) {
    int n = 0;
    doc_build_list(build, NULL);
    for (int s = 0; s < SHELVES; s++) {
        struct shelf shelf = shelf_of(session, s);
        for (const struct field *field = shelf.noun->fields; field->name; field++) {
            const struct field *at = field->noun ? field_find(field->noun, "rows") : NULL;
            if (!at || at->kind != FIELD_TEXTS) continue;
            const struct list *list = list_at(shelf, field);
            for (int i = 0; i < list->n; i++) {
                const char         *entry = (const char *)list->items + i * field->noun->size;
                const struct names *rows  = member(field->noun, entry, "rows");
                if (!view_has(rows, row)) continue;
                write_entry(session, field->noun, entry, build);
                n++;
            }
        }
    }
    doc_build_end(build);
    return n > 0;
}

struct search {   // and the ids met on the way, for a suggestion
    const char *id, *candidates[SUGGESTIONS];
    int         n;
};

// The entry of that id, or all of the list of that name. False: not on this shelf.
static bool write_found(const struct session *session, struct shelf shelf, struct search *search,
                        struct doc_build *build) {
    for (const struct field *field = shelf.noun->fields; field->name; field++) {
        if (field->kind != FIELD_LIST) continue;
        const struct list *list     = list_at(shelf, field);
        bool               is_topic = text_equal(field->name, search->id);
        if (is_topic) doc_build_list(build, NULL);
        for (int i = 0; i < list->n; i++) {
            const char *entry = (const char *)list->items + i * field->noun->size;
            const char *id    = entry_id(field->noun, entry);
            if (search->n < SUGGESTIONS) search->candidates[search->n++] = id;
            if (!is_topic && !text_equal(id, search->id)) continue;
            if (!is_topic && field->noun == &catalogue_dispute_noun) continue;   // told in full
            write_entry(session, field->noun, entry, build);
            if (!is_topic) return true;
        }
        if (!is_topic) continue;
        doc_build_end(build);
        return true;
    }
    return false;
}

enum status evidence_run(struct session *session, const char *id, struct doc *reply) {
    struct doc_build *build    = doc_build_new(session->arena);
    struct search     search   = {.id = id};
    bool              is_found = write_found(session, shelf_of(session, 0), &search, build);
    if (!is_found) {
        TRY(load_library(&session->knowledge, session->arena, session->fault));
        is_found = write_found(session, shelf_of(session, 1), &search, build);
    }
    if (!is_found) {
        build    = doc_build_new(session->arena);
        is_found = write_row(session, id, build);
    }
    if (!is_found)
        return refuse(session, "id", id, search.candidates, search.n,
                      "an id of `stipple evidence --codes rules`");
    *reply = doc_build_done(build);
    return ST_OK;
}

// ---- codes ----

static void write_code(const struct session *session, const char *vocabulary, const char *code,
                       struct doc_build *build) {
    doc_build_map(build, NULL);
    doc_build_text(build, "code", code);
    doc_build_text(build, "label", load_label(&session->knowledge, vocabulary, code));
    doc_build_end(build);
}

static bool write_vocabulary(const struct session *session, const char *name,
                             struct doc_build *build) {
    for (int i = 0; i < session->knowledge.n_vocabularies; i++) {
        const struct vocabulary *vocabulary = &session->knowledge.vocabularies[i];
        if (!text_equal(vocabulary->name, name)) continue;
        for (int k = 0; k < vocabulary->n; k++)
            write_code(session, name, vocabulary->codes[k], build);
        return true;
    }
    return false;
}

static bool write_ids(const struct session *session, const char *name, struct doc_build *build) {
    struct shelf        shelf = shelf_of(session, field_find(&catalogue_noun, name) ? 0 : 1);
    const struct field *field = field_find(shelf.noun, name);
    if (!field || field->kind != FIELD_LIST) return false;
    const struct list *list = list_at(shelf, field);
    for (int i = 0; i < list->n; i++) {
        const char *entry = (const char *)list->items + i * field->noun->size;
        const char *label = words_at(field->noun, entry, "topic");
        doc_build_map(build, NULL);
        doc_build_text(build, "code", entry_id(field->noun, entry));
        doc_build_text(build, "label", label ? label : because_of(session, field->noun, entry));
        doc_build_end(build);
    }
    return true;
}

// Whole numbers of a short range are codes too: skin types 1 to 6.
static void write_range(const struct session *session, const struct field *field,
                        struct doc_build *build) {
    bool is_short = field->kind == FIELD_NUMBER && (field->flags & FIELD_WHOLE) && field->max > 0 &&
                    field->max - field->min < RANGE_MOST;
    for (double value = field->min; is_short && value <= field->max; value++)
        write_code(session, field->name, arena_format(session->arena, "%.0f", value), build);
}

// The codes, words and numbers of every field of that name below a noun, or of the one at a path
// ("medications.code"). False: there is no such key.
static bool write_field_codes(const struct session *session, const struct noun *noun,
                              const char *path, int depth, struct names *seen,
                              struct doc_build *build) {
    bool        is_known = false;
    const char *dot      = strchr(path, '.');
    const char *name     = dot ? arena_text(session->arena, path, dot - path) : path;
    for (const struct field *field = noun->fields; depth < DEPTH_MOST && field->name; field++) {
        bool is_it = text_equal(field->name, name);
        if (is_it && dot && field->noun) {
            is_known |= write_field_codes(session, field->noun, dot + 1, depth + 1, seen, build);
            continue;
        }
        if (field->noun && !dot)
            is_known |= write_field_codes(session, field->noun, path, depth + 1, seen, build);
        if (!is_it || dot) continue;
        is_known = true;
        if (field->vocabulary && view_has(seen, field->vocabulary)) continue;
        if (field->vocabulary) {
            view_add(seen, field->vocabulary, session->arena);
            if (!write_vocabulary(session, field->vocabulary, build))
                write_ids(session, field->vocabulary, build);
        }
        write_range(session, field, build);
        for (int i = 0; field->words && field->words[i]; i++) {
            if (view_has(seen, field->words[i])) continue;
            view_add(seen, field->words[i], session->arena);
            write_code(session, name, field->words[i], build);
        }
    }
    return is_known;
}

enum status evidence_codes(struct session *session, const char *name, struct doc *reply) {
    if (field_find(&library_noun, name))
        TRY(load_library(&session->knowledge, session->arena, session->fault));
    struct doc_build *build = doc_build_new(session->arena);
    struct names      seen  = {0};
    doc_build_map(build, NULL);
    doc_build_text(build, "format", "stipple-codes/1");
    doc_build_text(build, "noun", name);
    doc_build_list(build, "codes");
    bool is_known = write_vocabulary(session, name, build) || write_ids(session, name, build) ||
                    write_field_codes(session, &patient_noun, name, 0, &seen, build) ||
                    write_field_codes(session, &clinic_noun, name, 0, &seen, build);
    doc_build_end(build);
    doc_build_end(build);
    *reply = doc_build_done(build);
    if (is_known) return ST_OK;
    const char *names[KNOWLEDGE_VOCABULARIES];
    struct text allowed = text_new(session->arena);
    for (int i = 0; i < session->knowledge.n_vocabularies; i++) {
        names[i] = session->knowledge.vocabularies[i].name;
        text_addf(&allowed, "%s, ", names[i]);
    }
    text_add(&allowed, "rules, or a key of a patient or clinic");
    return refuse(session, "codes", name, names, session->knowledge.n_vocabularies, allowed.data);
}

// ---- check ----

// Does an entry, or a noun below it, carry figures or rules without a source?
static bool is_unsourced(const struct noun *noun, const void *entry) {
    const struct names *sources = member(noun, entry, "sources");
    if (sources && field_find(noun, "status") && sources->n == 0) return true;
    for (const struct field *field = noun->fields; field->name; field++) {
        const void *const *below = (const void *)((const char *)entry + field->offset);
        if (field->kind == FIELD_NOUN && *below && field_find(field->noun, "sources") &&
            is_unsourced(field->noun, *below))
            return true;
    }
    return false;
}

static struct doc check_doc(const struct session *session, const struct evidence_counts *counts,
                            const struct names *complaints) {
    struct doc_build *build = doc_build_new(session->arena);
    doc_build_map(build, NULL);
    doc_build_text(build, "format", "stipple-check/1");
    doc_build_number(build, "sources", counts->sources);
    doc_build_number(build, "rules", counts->rules);
    doc_build_number(build, "notes", counts->notes);
    doc_build_number(build, "entries", counts->entries);
    doc_build_number(build, "unsourced", counts->unsourced);
    doc_build_list(build, "complaints");
    for (int i = 0; i < complaints->n; i++) doc_build_text(build, NULL, complaints->items[i]);
    doc_build_end(build);
    doc_build_end(build);
    return doc_build_done(build);
}

static void check_shelf(const struct session *session, struct shelf shelf,
                        struct evidence_counts *counts, struct text *complaints,
                        struct names *said) {
    for (const struct field *field = shelf.noun->fields; field->name; field++) {
        if (field->kind != FIELD_LIST) continue;
        const struct list *list = list_at(shelf, field);
        for (int i = 0; i < list->n; i++) {
            const char *entry = (const char *)list->items + i * field->noun->size;
            counts->entries++;
            if (!is_unsourced(field->noun, entry)) continue;
            const char *what = arena_format(session->arena, "%s: %s: no source", field->name,
                                            entry_id(field->noun, entry));
            counts->unsourced++;
            text_addf(complaints, "%s\n", what);
            view_add(said, what, session->arena);
        }
    }
}

enum status evidence_check(struct session *session, struct evidence_counts *counts,
                           struct text *complaints, struct doc *reply) {
    struct names said = {0};
    TRY(load_library(&session->knowledge, session->arena, session->fault));
    *counts = (struct evidence_counts){.sources = session->knowledge.all.sources.n,
                                       .rules   = session->knowledge.all.rules.n,
                                       .notes   = session->knowledge.all.notes.n};
    for (int s = 0; s < SHELVES; s++)
        check_shelf(session, shelf_of(session, s), counts, complaints, &said);
    *reply = check_doc(session, counts, &said);
    return ST_OK;
}
