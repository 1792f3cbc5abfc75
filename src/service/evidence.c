// SPDX-License-Identifier: Apache-2.0
#include "service/evidence.h"

#include "domain/patient.h"
#include "domain/words.h"
#include "knowledge/library_topic.h"
#include "knowledge/limits_base.h"
#include "knowledge/view.h"
#include "service/evidence_entry.h"

#include <string.h>

enum { RANGE_MOST = 20, DEPTH_MOST = 6 };

static enum status refuse(const struct session *session, const char *what, const char *name,
                          const char *const *candidates, int n, const char *allowed) {
    const char *near = text_nearest(name, candidates, n);
    return fault_at(session->fault, ST_UNKNOWN, "evidence: %s: %s: is not known%s%s; allowed: %s",
                    what, name, near ? ", did you mean " : "", near ? near : "", allowed);
}

// ---- what is asked for ----

// The list of that name, or NULL.
static const struct field *list_named(const char *name) {
    for (int s = 0; s < EVIDENCE_SHELVES; s++) {
        const struct noun  *noun  = s == 0 ? &catalogue_noun : &library_noun;
        const struct field *field = field_find(noun, name);
        if (field && field->kind == FIELD_LIST) return field;
    }
    return NULL;
}

static bool is_topic(const struct session *session, const char *word) {
    const struct topic *topics = session->knowledge.library.topics.items;
    for (int i = 0; i < session->knowledge.library.topics.n; i++)
        if (text_equal(topics[i].id, word)) return true;
    return false;
}

// Lists whose entry answers only where nothing else has the id.
static bool is_weak(const char *list) {
    return text_equal(list, "codes") || text_equal(list, "disputes") ||
           text_equal(list, "sayings") || text_equal(list, "watch");
}

// Lists that only put words to an id.
static bool is_text(const char *list) {
    return text_equal(list, "codes") || text_equal(list, "sayings");
}

// What an id names: the entry that answers, and the others of that id.
struct found {
    struct evidence_entry entry;
    struct list           also;   // of evidence_entry
};

// The entries of that id; a code or a text only where nothing else has it. "triage.TR-04" is the
// one in that list. False: there is none.
static bool find(const struct session *session, const char *id, struct found *found) {
    struct evidence_cursor cursor = {0};
    const char            *dot    = strchr(id, '.');
    const struct field    *list = dot ? list_named(arena_text(session->arena, id, dot - id)) : NULL;
    bool                   is_any = false;
    *found                        = (struct found){.also = {NULL, 0, true}};
    while (evidence_next(session, &cursor)) {
        const struct evidence_entry *entry = &cursor.entry;
        bool is_here = list && entry->list == list && text_equal(evidence_id(entry), dot + 1);
        if (is_here) {
            *found = (struct found){.entry = *entry};
            return true;
        }
        if (!text_equal(evidence_id(entry), id)) continue;
        if (is_any && is_text(entry->list->name)) continue;
        struct evidence_entry other = *entry;
        if (!is_any || (is_weak(found->entry.list->name) && !is_weak(entry->list->name))) {
            other        = found->entry;
            found->entry = *entry;
        }
        if (is_any && !is_text(other.list->name))
            limits_add(&found->also, &other, sizeof other, session->arena);
        is_any = true;
    }
    return is_any;
}

static void suggest(const struct session *session, struct list *candidates, const char *name) {
    limits_add(candidates, &name, sizeof name, session->arena);
}

// Nothing has that name: what comes nearest of ids, rows, topics and lists.
static enum status refuse_id(const struct session *session, const char *id) {
    struct evidence_cursor cursor     = {0};
    struct list            candidates = {NULL, 0, true};
    while (evidence_next(session, &cursor))
        if (!text_equal(cursor.entry.list->name, "sayings"))
            suggest(session, &candidates, evidence_id(&cursor.entry));
    const struct row_register *registers = session->knowledge.library.registers.items;
    for (int i = 0; i < session->knowledge.library.registers.n; i++)
        for (int k = 0; k < registers[i].ids.n; k++)
            suggest(session, &candidates, registers[i].ids.items[k]);
    for (int s = 0; s < EVIDENCE_SHELVES; s++)
        for (const struct field *field = evidence_shelf_of(session, s).noun->fields; field->name;
             field++)
            suggest(session, &candidates, field->name);
    return refuse(session, "id", id, candidates.items, candidates.n,
                  "an id, a topic of `stipple evidence`, or a list such as rules");
}

// What several entries stand in: {id, kind: topic, entries}.
static void open_topic(const char *id, struct doc_build *build) {
    doc_build_map(build, NULL);
    doc_build_text(build, "format", "stipple-evidence/1");
    doc_build_text(build, "id", id);
    doc_build_text(build, "kind", "topic");
    doc_build_list(build, "entries");
}

static void close_topic(struct doc_build *build) {
    doc_build_end(build);
    doc_build_end(build);
}

static void write_all(const struct session *session, const char *id, const struct field *list,
                      struct doc_build *build) {
    struct evidence_cursor cursor = {0};
    open_topic(id, build);
    while (evidence_next(session, &cursor))
        if (cursor.entry.list == list) evidence_entry_write(session, &cursor.entry, build);
    close_topic(build);
}

static void write_hits(const struct session *session, const char *id, const struct list *hits,
                       struct doc_build *build) {
    const struct evidence_hit *all = hits->items;
    open_topic(id, build);
    for (int i = 0; i < hits->n; i++) evidence_entry_write_hit(session, &all[i], build);
    close_topic(build);
}

// The same answer with what stands at the head of every answer.
static struct doc headed(const struct session *session, const struct doc *answer) {
    struct doc_build *build = doc_build_new(session->arena);
    char              on[DATE_TEXT_BYTES];
    date_format(session->options.on, on);
    doc_build_map(build, NULL);
    for (int item = answer->nodes[0].first; item >= 0; item = answer->nodes[item].next)
        doc_build_copy(build, doc_key(answer, item), answer, item);
    doc_build_text(build, "on", on);
    doc_build_number(build, "seed", session->options.seed);
    doc_build_number(build, "members", session->options.members);
    doc_build_map(build, "versions");
    doc_build_text(build, "stipple", session->versions.stipple);
    doc_build_text(build, "engine", session->versions.engine);
    doc_build_text(build, "knowledge", session->versions.knowledge);
    doc_build_end(build);
    doc_build_map(build, "hashes");
    doc_build_text(build, "knowledge", session->hashes.knowledge);
    doc_build_text(build, "clinic", session->hashes.clinic);
    doc_build_end(build);
    doc_build_end(build);
    return doc_build_done(build);
}

enum status evidence_run(struct session *session, const char *id, struct doc *reply) {
    struct doc_build *build = doc_build_new(session->arena);
    struct found      found = {0};
    TRY(load_library(&session->knowledge, session->arena, session->fault));
    const struct field    *list        = list_named(id);
    struct evidence_wanted wanted      = evidence_wanted_of(session, id);
    bool                   is_by_topic = is_topic(session, id);
    bool                   is_entry    = !list && !is_by_topic && find(session, id, &found);
    if (is_entry && text_equal(found.entry.list->name, "codes")) is_by_topic = true;
    if (list) write_all(session, id, list, build);
    else if (is_entry && !is_by_topic)
        evidence_entry_write_whole(session, &found.entry, &found.also, build);
    else if (!evidence_number_write(session, id, build)) {
        wanted.with_sources = !is_by_topic;
        struct list hits    = evidence_speaks(session, &wanted, NULL);
        if (hits.n == 0 && !evidence_unused_write(session, id, build))
            return refuse_id(session, id);
        if (hits.n) write_hits(session, id, &hits, build);
    }
    struct doc answer = doc_build_done(build);
    *reply            = headed(session, &answer);
    return ST_OK;
}

// ---- the overview, and the claims ----

// How much there is of everything, and the topics.
enum status evidence_overview(struct session *session, struct doc *reply) {
    struct doc_build *build = doc_build_new(session->arena);
    TRY(load_library(&session->knowledge, session->arena, session->fault));
    const struct topic *topics = session->knowledge.library.topics.items;
    doc_build_map(build, NULL);
    doc_build_text(build, "format", "stipple-overview/1");
    doc_build_text(build, "knowledge", session->versions.knowledge);
    doc_build_text(build, "hash", session->hashes.knowledge);
    doc_build_list(build, "counts");
    for (int s = 0; s < EVIDENCE_SHELVES; s++) {
        struct evidence_shelf shelf = evidence_shelf_of(session, s);
        for (const struct field *field = shelf.noun->fields; field->name; field++) {
            if (field->kind != FIELD_LIST || !evidence_list(shelf, field)->n) continue;
            doc_build_map(build, NULL);
            doc_build_text(build, "list", field->name);
            doc_build_text(build, "what", field->help);
            doc_build_number(build, "n", evidence_list(shelf, field)->n);
            doc_build_end(build);
        }
    }
    doc_build_end(build);
    doc_build_list(build, "topics");
    for (int i = 0; i < session->knowledge.library.topics.n; i++) {
        doc_build_map(build, NULL);
        doc_build_text(build, "id", topics[i].id);
        doc_build_text(build, "label", load_words(&topics[i].label));
        doc_build_end(build);
    }
    doc_build_end(build);
    doc_build_end(build);
    struct doc answer = doc_build_done(build);
    *reply            = headed(session, &answer);
    return ST_OK;
}

static void write_claims(const struct session *session, const char *key, const struct list *list,
                         struct names *cited, struct doc_build *build) {
    const struct claim *claims = list->items;
    const struct noun  *noun   = field_find(&library_noun, key)->noun;
    doc_build_list(build, key);
    for (int i = 0; i < list->n; i++) {
        field_write(noun, &claims[i], build, NULL);
        const struct names *keys[] = {&claims[i].sources, &claims[i].articles};
        for (int c = 0; c < 2; c++)
            for (int k = 0; k < keys[c]->n; k++) view_add(cited, keys[c]->items[k], session->arena);
    }
    doc_build_end(build);
}

enum status evidence_claims(struct session *session, struct doc *reply) {
    struct doc_build *build = doc_build_new(session->arena);
    struct names      cited = {0};
    TRY(load_library(&session->knowledge, session->arena, session->fault));
    const struct library *library = &session->knowledge.library;
    const struct claim   *claims  = library->claims.items;
    doc_build_map(build, NULL);
    doc_build_text(build, "format", "stipple-claims/1");
    doc_build_map(build, "counts");
    for (int v = 0; words_verdict[v]; v++) {
        int n = 0;
        for (int i = 0; i < library->claims.n; i++) n += claims[i].verdict == v + 1;
        if (n) doc_build_number(build, words_verdict[v], n);
    }
    doc_build_end(build);
    write_claims(session, "claims", &library->claims, &cited, build);
    write_claims(session, "further_claims", &library->further_claims, &cited, build);
    evidence_sources_write(session, &cited, build);
    doc_build_end(build);
    struct doc answer = doc_build_done(build);
    *reply            = headed(session, &answer);
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
    const struct field    *field  = list_named(name);
    struct evidence_cursor cursor = {0};
    while (field && evidence_next(session, &cursor)) {
        if (cursor.entry.list != field) continue;
        const char *label = evidence_words(field->noun, cursor.entry.at, "topic");
        doc_build_map(build, NULL);
        doc_build_text(build, "code", evidence_id(&cursor.entry));
        doc_build_text(build, "label", *label ? label : evidence_because(session, &cursor.entry));
        doc_build_end(build);
    }
    return field != NULL;
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
    struct doc answer = doc_build_done(build);
    *reply            = headed(session, &answer);
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
