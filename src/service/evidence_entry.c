// SPDX-License-Identifier: Apache-2.0
#include "service/evidence_entry.h"

#include "domain/words.h"
#include "knowledge/library_dispute.h"
#include "knowledge/library_topic.h"
#include "knowledge/view.h"

#include <string.h>

// ---- parts ----

static void write_text(struct doc_build *build, const char *key, const char *text) {
    if (text && *text) doc_build_text(build, key, text);
}

void evidence_sources_write(const struct session *session, const struct names *keys,
                            struct doc_build *build) {
    doc_build_map(build, "sources");
    for (int i = 0; keys && i < keys->n; i++) {
        const struct source *source = load_source(&session->knowledge, keys->items[i]);
        if (!source) continue;
        doc_build_map(build, source->key);
        doc_build_text(build, "text", source->text);
        doc_build_text(build, "grade", words_grade[source->grade - 1]);
        doc_build_text(build, "status", words_status[source->status - 1]);
        if (source->kind) doc_build_text(build, "kind", words_source_kind[source->kind - 1]);
        if (source->read) doc_build_text(build, "read", words_read[source->read - 1]);
        write_text(build, "address", source->address);
        doc_build_end(build);
    }
    doc_build_end(build);
}

static void write_word(const struct noun *noun, const void *at, const char *key,
                       struct doc_build *build) {
    const struct field *field = field_find(noun, key);
    const char         *word  = field ? field_word(field, at) : NULL;
    if (word) doc_build_text(build, key, word);
    else doc_build_null(build, key);
}

static void write_items(const struct noun *noun, const void *at, const char *key,
                        struct doc_build *build) {
    const struct field *field = field_find(noun, key);
    const struct list  *list  = evidence_member(noun, at, key);
    for (int i = 0; field && i < list->n; i++)
        field_write(field->noun, (const char *)list->items + i * field->noun->size, build, NULL);
}

// ---- who disagrees ----

// Words that half of the base has to do with: beside another word they say nothing by themselves.
static bool is_general(const char *word) {
    static const char *const words[] = {"depth",        "sessions",  "minutes", "result",
                                        "alternatives", "aftercare", "law",     "operators",
                                        "devices",      "watch"};
    for (int i = 0; i < (int)(sizeof words / sizeof words[0]); i++)
        if (text_equal(words[i], word)) return true;
    return false;
}

// Is "sessions.low" the number under "sessions"?
static bool is_field_of(const char *field, const char *key) {
    size_t n = strlen(key);
    return field && strncmp(field, key, n) == 0 && (!field[n] || field[n] == '.');
}

// Does it carry what is used there, or, of a number, is it the number that is used?
static bool is_bearer(const struct list *bearers, const char *id, const char *key) {
    const struct disagreement_bearer *all = bearers->items;
    for (int i = 0; i < bearers->n; i++)
        if (text_equal(all[i].id, id) && (!key || is_field_of(all[i].field, key))) return true;
    return false;
}

// Lists whose entries are also meant by the topics of a disagreement.
static bool is_open(const char *list) {
    static const char *const lists[] = {"rules",  "adjustments", "zones",  "devices",
                                        "agents", "indications", "advice", "options",
                                        "rates",  "watch",       "steps",  "outcomes"};
    for (int i = 0; i < (int)(sizeof lists / sizeof lists[0]); i++)
        if (text_equal(lists[i], list)) return true;
    return false;
}

// Does what a disagreement is about name this entry, its topic, or the number of it under `key`?
static bool is_about(const struct session *session, const struct names *about,
                     const struct names *indications, const struct evidence_entry *entry,
                     const char *key) {
    const char *id = evidence_id(entry);
    if (text_equal(entry->list->name, "indications") && indications && indications->n)
        return view_has(indications, id) && (!key || view_has(about, key));
    if (key) return false;
    if (view_has(about, id)) return true;
    for (int i = 0; i < about->n; i++)
        if (is_open(entry->list->name) && !is_general(about->items[i]) &&
            evidence_is_topic_of(session, about->items[i], entry))
            return true;
    return false;
}

static const struct dispute *twin_of(const struct session *session, const char *id) {
    const struct dispute *all = session->knowledge.all.disputes.items;
    for (int i = 0; i < session->knowledge.all.disputes.n; i++)
        if (text_equal(all[i].id, id)) return &all[i];
    return NULL;
}

// A disagreement may stand in two lists: what a plan tells of it in short, and who says what in
// full. What is missing in full is taken from what is told in short.
static void write_disputes(const struct session *session, const struct evidence_entry *entry,
                           const char *key, struct doc_build *build) {
    const struct disagreement *all     = session->knowledge.library.disagreements.items;
    const struct dispute      *told    = session->knowledge.all.disputes.items;
    struct names               written = {0};
    for (int i = 0; i < session->knowledge.library.disagreements.n; i++) {
        struct disagreement   one  = all[i];
        const struct dispute *twin = twin_of(session, one.id);
        view_add(&written, one.id, session->arena);
        if (!is_bearer(&one.enforced_by, evidence_id(entry), key) &&
            !is_about(session, &one.about, NULL, entry, key) &&
            !(twin && is_about(session, &twin->about, &twin->indications, entry, key)))
            continue;
        if (twin && !*load_words(&one.text)) one.text = twin->text;
        field_write(&library_disagreement_noun, &one, build, NULL);
    }
    for (int i = 0; i < session->knowledge.all.disputes.n; i++)
        if (!view_has(&written, told[i].id) &&
            is_about(session, &told[i].about, &told[i].indications, entry, key))
            field_write(field_find(&catalogue_noun, "disputes")->noun, &told[i], build, NULL);
}

static void write_conflicts(const struct session *session, const struct evidence_entry *entry,
                            const char *key, struct doc_build *build) {
    bool is_one =
        text_equal(entry->list->name, "disagreements") || text_equal(entry->list->name, "disputes");
    doc_build_list(build, "conflicts");
    if (!key) write_items(entry->list->noun, entry->at, "conflicts", build);
    if (!is_one) write_disputes(session, entry, key, build);
    doc_build_end(build);
}

// ---- one entry ----

static void write_names(const struct names *names, const char *key, struct doc_build *build) {
    doc_build_list(build, key);
    for (int i = 0; i < names->n; i++) doc_build_text(build, NULL, names->items[i]);
    doc_build_end(build);
}

// The head of an entry: what it is and what it is called.
static void write_head(const struct evidence_entry *entry, struct doc_build *build) {
    int class = evidence_class(entry);
    doc_build_text(build, "id", evidence_id(entry));
    doc_build_text(build, "kind", entry->list->noun->name);
    doc_build_text(build, "list", entry->list->name);
    doc_build_text(build, "label", evidence_heading(entry));
    if (class) doc_build_text(build, "class", words_class[class - 1]);
}

static void write_entry(const struct session *session, const struct evidence_entry *entry,
                        struct doc_build *build) {
    const struct noun *noun = entry->list->noun;
    doc_build_text(build, "format", "stipple-evidence/1");
    write_head(entry, build);
    doc_build_text(build, "because", evidence_because(session, entry));
    write_word(noun, entry->at, "grade", build);
    write_word(noun, entry->at, "status", build);
    write_conflicts(session, entry, NULL, build);
    doc_build_list(build, "examples");
    write_items(noun, entry->at, "examples", build);
    doc_build_end(build);
    evidence_sources_write(session, evidence_member(noun, entry->at, "sources"), build);
    field_write(noun, entry->at, build, "value");
}

void evidence_entry_write(const struct session *session, const struct evidence_entry *entry,
                          struct doc_build *build) {
    doc_build_map(build, NULL);
    write_entry(session, entry, build);
    doc_build_end(build);
}

void evidence_entry_write_hit(const struct session *session, const struct evidence_hit *hit,
                              struct doc_build *build) {
    doc_build_map(build, NULL);
    write_entry(session, &hit->entry, build);
    write_names(&hit->at, "at", build);
    doc_build_end(build);
}

// What a parameter is for: the longest beginning of its id that the base explains.
static const char *use_of(const struct session *session, const char *id) {
    const struct parameter_use *uses = session->knowledge.library.uses.items, *best = NULL;
    for (int i = 0; i < session->knowledge.library.uses.n; i++)
        if (text_starts(id, uses[i].id) && (!best || strlen(uses[i].id) > strlen(best->id)))
            best = &uses[i];
    return best ? load_words(&best->text) : "";
}

void evidence_entry_write_whole(const struct session *session, const struct evidence_entry *entry,
                                const struct list *also, struct doc_build *build) {
    struct evidence_wanted wanted   = evidence_wanted_of(session, evidence_id(entry));
    wanted.words                    = (struct names){0};
    wanted.with_sources             = true;
    struct list                hits = evidence_speaks(session, &wanted, entry);
    const struct evidence_hit *all  = hits.items;
    doc_build_map(build, NULL);
    write_entry(session, entry, build);
    if (text_equal(entry->list->name, "parameters"))
        write_text(build, "use", use_of(session, evidence_id(entry)));
    doc_build_list(build, "used_by");
    for (int i = 0; i < hits.n; i++) {
        doc_build_map(build, NULL);
        write_head(&all[i].entry, build);
        doc_build_end(build);
    }
    doc_build_end(build);
    const struct evidence_entry *others = also->items;
    if (also->n) doc_build_list(build, "also");
    for (int i = 0; i < also->n; i++) evidence_entry_write(session, &others[i], build);
    if (also->n) doc_build_end(build);
    doc_build_end(build);
}

// ---- one number ----

struct number {   // where a path leads
    struct evidence_entry entry;
    const struct field   *field;
    const void           *in;      // the struct that holds the field
    const struct noun    *noun;    // and its noun
    const struct noun    *cited;   // the innermost noun around it that has sources
    const void           *cited_at;
};

// Follows "a.b" down from the entry. False: it leads nowhere.
static bool follow(struct number *number, const char *path, struct arena *arena) {
    for (const char *at = path;; at++) {
        const char *dot = strchr(at, '.');
        const char *key = dot ? arena_text(arena, at, dot - at) : at;
        number->field   = field_find(number->noun, key);
        if (!number->field) return false;
        const void *in       = (const char *)number->in + number->field->offset;
        bool        is_below = number->field->kind == FIELD_NOUN && *(const void *const *)in;
        if (is_below) {
            const struct noun *noun  = number->field->noun;
            const void        *below = *(const void *const *)in;
            if (field_find(noun, "sources")) {
                number->cited    = noun;
                number->cited_at = below;
            }
            if (dot) {
                number->noun = noun;
                number->in   = below;
            }
        }
        if (!dot)
            return is_below || number->field->kind == FIELD_QUANTITY ||
                   number->field->kind == FIELD_NUMBER;
        if (!is_below) return false;
        at = dot;
    }
}

static bool find_number(const struct session *session, const char *path, struct number *number) {
    struct evidence_cursor cursor = {0};
    while (evidence_next(session, &cursor)) {
        const char *id = evidence_id(&cursor.entry);
        ptrdiff_t   n  = (ptrdiff_t)strlen(id);
        if (!text_starts(path, id) || path[n] != '.') continue;
        const struct noun *noun = cursor.entry.list->noun;
        *number                 = (struct number){.entry    = cursor.entry,
                                                  .in       = cursor.entry.at,
                                                  .noun     = noun,
                                                  .cited    = noun,
                                                  .cited_at = cursor.entry.at};
        if (follow(number, path + n + 1, session->arena)) return true;
    }
    return false;
}

bool evidence_number_write(const struct session *session, const char *path,
                           struct doc_build *build) {
    struct number number;
    if (!find_number(session, path, &number)) return false;
    struct doc_build *whole = doc_build_new(session->arena);
    field_write(number.noun, number.in, whole, NULL);
    struct doc *doc = ARENA_NEW(session->arena, struct doc, 1);
    *doc            = doc_build_done(whole);
    doc_build_map(build, NULL);
    doc_build_text(build, "format", "stipple-evidence/1");
    doc_build_text(build, "id", path);
    doc_build_text(build, "kind", "number");
    doc_build_text(build, "label",
                   arena_format(session->arena, "%s: %s", evidence_heading(&number.entry),
                                number.field->help));
    doc_build_text(build, "because", evidence_words(number.cited, number.cited_at, "because"));
    write_word(number.cited, number.cited_at, "grade", build);
    write_word(number.cited, number.cited_at, "status", build);
    write_conflicts(session, &number.entry, number.field->name, build);
    doc_build_list(build, "examples");
    doc_build_end(build);
    evidence_sources_write(session, evidence_member(number.cited, number.cited_at, "sources"),
                           build);
    doc_build_copy(build, "value", doc, doc_child(doc, 0, number.field->name));
    doc_build_map(build, "of");
    write_head(&number.entry, build);
    doc_build_end(build);
    doc_build_end(build);
    return true;
}

// ---- rows that nothing rests on ----

bool evidence_unused_write(const struct session *session, const char *row,
                           struct doc_build *build) {
    const struct row_register *registers = session->knowledge.library.registers.items;
    for (int i = 0; i < session->knowledge.library.registers.n; i++) {
        const struct row_unused *unused = registers[i].unused.items;
        for (int k = 0; k < registers[i].unused.n; k++) {
            if (!text_equal(unused[k].id, row)) continue;
            doc_build_map(build, NULL);
            doc_build_text(build, "format", "stipple-evidence/1");
            doc_build_text(build, "id", row);
            doc_build_text(build, "kind", "row_unused");
            doc_build_text(build, "label", load_words(&registers[i].topic));
            doc_build_text(build, "because", load_words(&unused[k].because));
            doc_build_end(build);
            return true;
        }
    }
    return false;
}
