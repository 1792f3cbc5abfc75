// SPDX-License-Identifier: Apache-2.0
#include "face/read_text.h"

#include "face/said.h"

enum { LABEL_COLUMNS = 22, DEPTH_MOST = 8 };

struct counting {
    const struct doc *file;
    int               n_given, n_unknown;
    struct text       unknown;   // where "unknown" stands
    struct arena     *arena;
};

// Every value that the file holds; an empty list is an answer too. The depth is that of the tables.
static void count(struct counting *c, int node, const char *path, int depth) {
    enum doc_kind kind     = doc_kind_of(c->file, node);
    bool          is_inner = kind == DOC_LIST || kind == DOC_MAP;
    int           index    = 0;
    if (depth > DEPTH_MOST) return;
    for (int i = is_inner ? c->file->nodes[node].first : -1; i >= 0; i = c->file->nodes[i].next) {
        const char *inner = kind == DOC_LIST ? arena_format(c->arena, "%s[%d]", path, index++)
                            : *path ? arena_format(c->arena, "%s.%s", path, doc_key(c->file, i))
                                    : doc_key(c->file, i);
        if (depth > 0 || !text_equal(inner, "format")) count(c, i, inner, depth + 1);
    }
    if (is_inner && c->file->nodes[node].n > 0) return;
    bool is_unknown = kind == DOC_TEXT && text_equal(doc_text(c->file, node), "unknown");
    if (is_unknown) text_addf(&c->unknown, "%s%s", c->n_unknown ? ", " : "", path);
    c->n_unknown += is_unknown;
    c->n_given += !is_unknown;
}

static void write_goals(const struct patient *patient, const struct knowledge *knowledge,
                        struct page *page) {
    struct arena              *arena = page->out.arena;
    const struct patient_goal *goals = patient->goals.items;
    const char                *label = load_saying(knowledge, "read.goals");
    if (patient->goals.n == 0)
        page_pair(page, 2, LABEL_COLUMNS, PAGE_BOLD, label,
                  load_saying(knowledge, "read.goals_none"));
    for (int i = 0; i < patient->goals.n; i++)
        page_pair(page, 2, LABEL_COLUMNS, PAGE_BOLD, i ? "" : label,
                  arena_format(arena, "%s: %s",
                               load_label(knowledge, "indications", goals[i].indication),
                               said_labels(knowledge, "zones", &goals[i].zones, arena)));
}

// The questions of the table that the file has no key for.
static const char *absent_of(const struct doc *file, int *n, struct arena *arena) {
    struct text out = text_new(arena);
    *n              = 0;
    for (const struct field *field = patient_noun.fields; field->name; field++) {
        if (doc_child(file, 0, field->name) >= 0) continue;
        text_addf(&out, "%s%s", *n ? ", " : "", field->name);
        ++*n;
    }
    return out.data;
}

static void write_count(const char *id, int n, const char *keys, const struct knowledge *knowledge,
                        struct page *page) {
    struct arena     *arena   = page->out.arena;
    const char       *number  = arena_format(arena, "%d", n);
    const char *const pairs[] = {"keys", keys, "n", number, NULL};
    const char       *label   = arena_format(arena, "read.%s", id);
    const char       *text    = arena_format(arena, "read.%s_said", id);
    page_pair(page, 2, LABEL_COLUMNS, PAGE_BOLD, load_saying(knowledge, label),
              n ? load_filled(load_saying(knowledge, text), pairs, arena) : number);
}

void read_text_write(const struct patient *patient, const struct doc *file,
                     const struct knowledge *knowledge, struct page *page) {
    struct arena   *arena = page->out.arena;
    struct counting c     = {.file = file, .unknown = text_new(arena), .arena = arena};
    const char     *title = load_saying(knowledge, "read.title");
    int             n_absent;
    count(&c, 0, "", 0);
    const char *absent = absent_of(file, &n_absent, arena);
    page_heading(page, patient->name ? arena_format(arena, "%s: %s", title, patient->name) : title);
    if (patient->invented == FIELD_BOOL_TRUE)
        page_marked(page, 2, PAGE_DIM, load_saying(knowledge, "read.invented"));
    write_goals(patient, knowledge, page);
    write_count("given", c.n_given, "", knowledge, page);
    write_count("unknown", c.n_unknown, c.unknown.data, knowledge, page);
    write_count("absent", n_absent, absent, knowledge, page);
    page_gap(page);
    page_text(page, 2, load_saying(knowledge, "read.done"));
    page_gap(page);
    page_marked(page, 0, PAGE_DIM, load_saying(knowledge, "disclaimer"));
}
