// SPDX-License-Identifier: Apache-2.0
#include "service/evidence_topic.h"

#include "knowledge/library_topic.h"
#include "knowledge/limits_base.h"
#include "knowledge/view.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { DEPTH_MOST = 6 };

// ---- what is wanted ----

struct evidence_wanted evidence_wanted_of(const struct session *session, const char *word) {
    struct evidence_wanted wanted = {0};
    struct arena          *arena  = session->arena;
    const struct topic    *topics = session->knowledge.library.topics.items;
    char                  *spaced = arena_text(arena, word, (ptrdiff_t)strlen(word));
    for (char *at = spaced; *at; at++)
        if (*at == '_') *at = ' ';
    view_add(&wanted.codes, word, arena);
    bool is_topic = false;
    for (int i = 0; i < session->knowledge.library.topics.n; i++) {
        if (!text_equal(topics[i].id, word)) continue;
        is_topic = true;
        for (int k = 0; k < topics[i].codes.n; k++)
            view_add(&wanted.codes, topics[i].codes.items[k], arena);
        for (int k = 0; k < topics[i].words.n; k++)
            view_add(&wanted.words, topics[i].words.items[k], arena);
    }
    if (!is_topic && strlen(spaced) > 3) view_add(&wanted.words, spaced, arena);
    return wanted;
}

// ---- does an entry speak of it ----

// Is one of the words the beginning of a word of the text?
static bool is_begun(const struct names *words, const char *text) {
    for (int i = 0; i < words->n; i++)
        for (const char *at = text; *at; at++) {
            bool is_first = at == text || !isalnum((unsigned char)at[-1]);
            if (is_first && strncasecmp(at, words->items[i], strlen(words->items[i])) == 0)
                return true;
        }
    return false;
}

static bool is_passed(const struct field *field, const struct evidence_wanted *wanted) {
    bool is_list =
        field->kind == FIELD_LIST || field->kind == FIELD_NAMES || field->kind == FIELD_TEXTS;
    if (!is_list) return false;
    bool is_source = text_equal(field->name, "sources") || text_equal(field->name, "rows") ||
                     text_equal(field->name, "articles");
    return text_equal(field->name, "examples") || (is_source && !wanted->with_sources);
}

static bool is_number(const struct field *field) {
    return field->kind == FIELD_QUANTITY || field->kind == FIELD_NUMBER ||
           (field->kind == FIELD_NOUN && field_find(field->noun, "value"));
}

static bool is_given(const struct field *field, const void *at) {
    if (field->kind == FIELD_NOUN) return *(const void *const *)at != NULL;
    const struct amount *amount = at;
    return amount->is_known || amount->word;
}

static bool is_heading(const char *key) {
    return text_equal(key, "label") || text_equal(key, "topic") || text_equal(key, "says") ||
           text_equal(key, "what");
}

static bool is_named(const struct evidence_wanted *wanted, const struct field *field,
                     const void *at) {
    const struct names *names = at;
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_NAME: return view_has(&wanted->codes, *(const char *const *)at);
    case FIELD_CHOICE: {
        const char *word = *(const int *)at ? field->words[*(const int *)at - 1] : NULL;
        return view_has(&wanted->codes, word);
    }
    case FIELD_NAMES:
    case FIELD_TEXTS:
        for (int i = 0; i < names->n; i++)
            if (view_has(&wanted->codes, names->items[i])) return true;
        return false;
    default: return false;
    }
}

// Keys of numbers that are asked for by their name go into `hit`.
static bool speaks(const struct session *session, const struct evidence_wanted *wanted,
                   const struct noun *noun, const void *from, int depth, struct evidence_hit *hit) {
    bool is_found = false;
    for (const struct field *field = noun->fields; depth < DEPTH_MOST && field->name; field++) {
        const void *at = (const char *)from + field->offset;
        if (is_passed(field, wanted)) continue;
        if (is_named(wanted, field, at)) is_found = true;
        if (is_number(field) && is_given(field, at) && view_has(&wanted->codes, field->name)) {
            if (depth == 0) view_add(&hit->at, field->name, session->arena);
            is_found = true;
        }
        if (field->kind == FIELD_WORDING && depth == 0 && is_heading(field->name) &&
            is_begun(&wanted->words, load_words(at)))
            is_found = true;
        if (field->kind == FIELD_NOUN && *(const void *const *)at)
            is_found |=
                speaks(session, wanted, field->noun, *(const void *const *)at, depth + 1, hit);
        const struct list *list = at;
        for (int i = 0; field->kind == FIELD_LIST && i < list->n; i++)
            is_found |= speaks(session, wanted, field->noun,
                               (const char *)list->items + i * field->noun->size, depth + 1, hit);
    }
    return is_found;
}

// What has no heading is found by what it says.
static bool says(const struct evidence_wanted *wanted, const struct evidence_entry *entry) {
    const struct noun *noun = entry->list->noun;
    for (const struct field *field = noun->fields; field->name; field++)
        if (field->kind == FIELD_WORDING && is_heading(field->name)) return false;
    return is_begun(&wanted->words, evidence_words(noun, entry->at, "text"));
}

static bool is_hit(const struct session *session, const struct evidence_wanted *wanted,
                   struct evidence_hit *hit) {
    return speaks(session, wanted, hit->entry.list->noun, hit->entry.at, 0, hit) ||
           says(wanted, &hit->entry);
}

// ---- what an entry is about ----

bool evidence_is_topic_of(const struct session *session, const char *word,
                          const struct evidence_entry *entry) {
    const struct noun  *noun   = entry->list->noun;
    const struct topic *topics = session->knowledge.library.topics.items;
    char               *spaced = arena_text(session->arena, word, (ptrdiff_t)strlen(word));
    for (char *at = spaced; *at; at++)
        if (*at == '_') *at = ' ';
    for (int i = 0; i < session->knowledge.library.topics.n; i++)
        if (text_equal(topics[i].id, word) && view_has(&topics[i].codes, evidence_id(entry)))
            return true;
    return strcasecmp(spaced, evidence_words(noun, entry->at, "topic")) == 0 ||
           strcasecmp(spaced, evidence_words(noun, entry->at, "label")) == 0;
}

// ---- order ----

// Lists that are no answer to what is behind something.
static bool is_left_out(const char *list) {
    return text_equal(list, "sayings") || text_equal(list, "registers") ||
           text_equal(list, "topics") || text_equal(list, "uses");
}

// Every list has its place here or is left out; evidence_speaks holds to that.
static int rank(const char *list) {
    static const char *const order[] = {
        "rules",         "adjustments",  "triage",         "signs",          "symptoms",
        "stops",         "questions",    "looks",          "cards",          "watch",
        "advice",        "meanwhile",    "protocol",       "endpoints",      "steps",
        "times",         "exclusions",   "credentials",    "zones",          "devices",
        "cartridges",    "agents",       "indications",    "options",        "combinations",
        "spacings",      "windows",      "rates",          "outcomes",       "shares",
        "fits",          "scales",       "disagreements",  "disputes",       "guidance",
        "datasheets",    "listings",     "parameters",     "trials",         "comparisons",
        "pooled_layers", "measurements", "adverse_events", "pools_not_made", "curves",
        "costs",         "claims",       "further_claims", "unknowns",       "gaps",
        "notes",         "codes",        "sources"};
    enum { LISTS = sizeof order / sizeof order[0] };
    int i = 0;
    while (i < LISTS && !text_equal(order[i], list)) i++;
    assert(i < LISTS);
    return i;
}

static bool is_before(const struct evidence_hit *a, const struct evidence_hit *b) {
    int first = rank(a->entry.list->name), second = rank(b->entry.list->name);
    if (first != second) return first < second;
    if (a->entry.list != b->entry.list) return a->entry.place < b->entry.place;
    int one = evidence_class(&a->entry), other = evidence_class(&b->entry);
    return one != other ? one > other : a->entry.place < b->entry.place;
}

static void sort(struct list *hits) {
    struct evidence_hit *all = hits->items;
    for (int i = 1; i < hits->n; i++) {
        struct evidence_hit one = all[i];
        int                 k   = i;
        for (; k > 0 && is_before(&one, &all[k - 1]); k--) all[k] = all[k - 1];
        all[k] = one;
    }
}

// A disagreement that is told in short too stands there once, and its id leads to both.
static void drop_twins(struct list *hits) {
    struct evidence_hit *all = hits->items;
    int                  n   = 0;
    for (int i = 0; i < hits->n; i++) {
        bool is_twin = false;
        for (int k = 0; k < hits->n && text_equal(all[i].entry.list->name, "disagreements"); k++)
            is_twin |= text_equal(all[k].entry.list->name, "disputes") &&
                       text_equal(evidence_id(&all[k].entry), evidence_id(&all[i].entry));
        if (!is_twin) all[n++] = all[i];
    }
    hits->n = n;
}

struct list evidence_speaks(const struct session *session, const struct evidence_wanted *wanted,
                            const struct evidence_entry *besides) {
    struct evidence_cursor cursor = {0};
    struct list            hits   = {NULL, 0, true};
    const struct field    *ranked = NULL;
    while (evidence_next(session, &cursor)) {
        struct evidence_hit hit = {.entry = cursor.entry};
        if (is_left_out(cursor.entry.list->name)) continue;
        if (cursor.entry.list != ranked) rank(cursor.entry.list->name);
        ranked = cursor.entry.list;
        if (besides && text_equal(evidence_id(besides), evidence_id(&cursor.entry))) continue;
        if (is_hit(session, wanted, &hit)) limits_add(&hits, &hit, sizeof hit, session->arena);
    }
    sort(&hits);
    drop_twins(&hits);
    return hits;
}
