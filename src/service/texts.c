// SPDX-License-Identifier: Apache-2.0
#include "service/texts.h"

#include "service/evidence_shelf.h"

enum { DEPTH_MOST = 6, ROWS_FIRST = 256 };

struct gathering {
    const char       *list, *id;
    struct texts_row *rows;   // [cap]
    int               n, cap;
    struct arena     *arena;
};

static void add(struct gathering *g, const char *key, const struct wording *text) {
    if (text->n == 0) return;
    if (g->n == g->cap) {
        g->cap                  = g->cap ? 2 * g->cap : ROWS_FIRST;
        struct texts_row *wider = ARENA_NEW(g->arena, struct texts_row, g->cap);
        if (g->n) memcpy(wider, g->rows, (size_t)g->n * sizeof *wider);
        g->rows = wider;
    }
    g->rows[g->n++] = (struct texts_row){g->list, g->id, key, *text};
}

// Every wording of the entry at `at`, also of what stands in it.
static void gather(struct gathering *g, const struct noun *noun, const void *at, const char *path,
                   int depth) {
    for (const struct field *field = noun->fields; depth < DEPTH_MOST && field->name; field++) {
        const void *member = (const char *)at + field->offset;
        const char *key = *path ? arena_format(g->arena, "%s.%s", path, field->name) : field->name;
        if (field->kind == FIELD_WORDING) add(g, key, member);
        if (field->kind == FIELD_NOUN && *(const void *const *)member)
            gather(g, field->noun, *(const void *const *)member, key, depth + 1);
        if (field->kind != FIELD_LIST && field->kind != FIELD_MAP) continue;
        const struct list *list = member;
        for (int i = 0; i < list->n; i++)
            gather(g, field->noun, (const char *)list->items + i * field->noun->size,
                   arena_format(g->arena, "%s[%d]", key, i), depth + 1);
    }
}

// A list may be in the knowledge and hold no text.
static enum status refuse(const struct session *session, const char *name) {
    const char *names[128];
    int         n       = 0;
    struct text allowed = text_new(session->arena);
    for (int s = 0; s < EVIDENCE_SHELVES; s++)
        for (const struct field *field = evidence_shelf_of(session, s).noun->fields; field->name;
             field++) {
            struct gathering g = {.list = field->name, .arena = session->arena};
            if (field->kind != FIELD_LIST || n == 128) continue;
            const struct list *list = evidence_list(evidence_shelf_of(session, s), field);
            for (int i = 0; i < list->n && g.n == 0; i++)
                gather(&g, field->noun, (const char *)list->items + i * field->noun->size, "", 0);
            if (g.n == 0) continue;
            text_addf(&allowed, "%s%s", n ? ", " : "", field->name);
            names[n++] = field->name;
        }
    const char *near = text_nearest(name, names, n);
    return fault_at(session->fault, ST_UNKNOWN,
                    "texts: list: %s: is no list with texts%s%s; allowed: %s", name,
                    near ? ", did you mean " : "", near ? near : "", allowed.data);
}

// The same code stands in several vocabularies.
static const char *id_of(const struct session *session, const struct evidence_entry *entry) {
    const struct code *code = entry->at;
    if (!text_equal(entry->list->name, "codes")) return evidence_id(entry);
    return arena_format(session->arena, "%s.%s", code->vocabulary, code->code);
}

enum status texts_run(struct session *session, const char *list, struct texts *texts) {
    struct evidence_cursor cursor = {0};
    struct gathering       g      = {.arena = session->arena};
    TRY(load_library(&session->knowledge, session->arena, session->fault));
    while (evidence_next(session, &cursor)) {
        if (list && !text_equal(list, cursor.entry.list->name)) continue;
        g.list = cursor.entry.list->name;
        g.id   = id_of(session, &cursor.entry);
        gather(&g, cursor.entry.list->noun, cursor.entry.at, "", 0);
    }
    if (list && g.n == 0) return refuse(session, list);
    *texts = (struct texts){.reply = session_reply(session, NULL), .texts = {g.rows, g.n, true}};
    return ST_OK;
}
