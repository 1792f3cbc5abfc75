// SPDX-License-Identifier: Apache-2.0
#include "knowledge/check_row.h"

#include "knowledge/limits_base.h"

#include <string.h>

enum { ROW_HEADS = 4096 };

static struct check_row *row_of(const struct check *check, const int *heads, const char *id) {
    int i = heads[text_hash(id) % ROW_HEADS];
    while (i >= 0 && !text_equal(check->rows[i].id, id)) i = check->rows[i].same;
    return i < 0 ? NULL : &check->rows[i];
}

static const char *name_of(const struct check *check, int entry) {
    const struct check_entry *of = &check->entries[entry];
    return arena_format(check->arena, "%s.%s", of->list->name, of->id);
}

// Of the names of rows those of one entry come one after the other.
static void use_row(const struct check *check, struct check_row *row, int entry) {
    const char *const *used = row->used.items;
    const char        *name = name_of(check, entry);
    if (row->used.n && text_equal(used[row->used.n - 1], name)) return;
    limits_add(&row->used, &name, sizeof name, check->arena);
}

// An entry that is a row uses it, whether it names itself or not.
static void use_self(const struct check *check, struct check_row *row) {
    const char *const *used = row->used.items;
    int                self = check_find(check, NULL, row->id), i = 0;
    if (self < 0) return;
    const char *name = name_of(check, self);
    while (i < row->used.n && !text_equal(used[i], name)) i++;
    if (i == row->used.n) use_row(check, row, self);
}

static bool has_prefix(const char *id, const char *prefix) {
    ptrdiff_t n = (ptrdiff_t)strlen(prefix);
    return text_starts(id, prefix) && id[n] == '-';
}

static void add_row(struct check *check, int *heads, int entry, int node) {
    const struct check_entry *of    = &check->entries[entry];
    const char               *id    = doc_text(of->doc, node);
    int                       topic = doc_child(of->doc, of->node, "topic");
    if (!has_prefix(id, of->id))
        check_complain(check, entry, node, "ids", id, "is no row of this register",
                       arena_format(check->arena, "%s-01 and so on", of->id));
    if (row_of(check, heads, id)) {
        check_complain(check, entry, node, "ids", id, "stands in a register already", "each once");
        return;
    }
    int *head                  = &heads[text_hash(id) % ROW_HEADS];
    check->rows[check->n_rows] = (struct check_row){
        .id     = id,
        .topic  = doc_text(of->doc, doc_child(of->doc, topic, "en")),
        .entry  = entry,
        .node   = node,
        .unused = -1,
        .same   = *head,
    };
    *head = check->n_rows++;
}

static void list_unused(struct check *check, const int *heads, int entry, int node) {
    const struct doc *doc     = check->entries[entry].doc;
    const char       *id      = doc_text(doc, doc_child(doc, node, "id"));
    int               because = doc_child(doc, node, "because");
    struct check_row *row     = row_of(check, heads, id);
    if (!row) {
        check_complain(check, entry, node, "unused", id, "is no row of a register", "one of ids");
        return;
    }
    if (row->unused >= 0)
        check_complain(check, entry, node, "unused", id, "stands there already", "each once");
    row->unused  = node;
    row->because = doc_text(doc, doc_child(doc, because, "en"));
}

static void add_register(struct check *check, int *heads, int entry) {
    const struct check_entry *of   = &check->entries[entry];
    int                       list = doc_child(of->doc, of->node, "ids");
    for (int k = list < 0 ? -1 : of->doc->nodes[list].first; k >= 0; k = of->doc->nodes[k].next)
        add_row(check, heads, entry, k);
    list = doc_child(of->doc, of->node, "unused");
    for (int k = list < 0 ? -1 : of->doc->nodes[list].first; k >= 0; k = of->doc->nodes[k].next)
        list_unused(check, heads, entry, k);
}

// A rule of ours or of the user's that rests on no row is its own: it names itself, and no register
// has rows of its prefix. What the user adds may also name another entry.
static bool is_own(const struct check *check, const struct check_entry *entry, const char *id) {
    if (entry->layer > 0 && check_find(check, NULL, id) >= 0) return true;
    if (!text_equal(entry->id, id)) return false;
    for (int i = 0; i < check->n_rows; i++)
        if (has_prefix(id, check->entries[check->rows[i].entry].id)) return false;
    return true;
}

static void use_rows(struct check *check, const int *heads, const struct check_value *value) {
    const struct check_entry *entry = &check->entries[value->entry];
    for (int k = entry->doc->nodes[value->node].first; k >= 0; k = entry->doc->nodes[k].next) {
        const char       *id  = doc_text(entry->doc, k);
        struct check_row *row = row_of(check, heads, id);
        if (row) use_row(check, row, value->entry);
        if (!row && !is_own(check, entry, id))
            check_complain_value(check, value, k, "is in no register",
                                 "a row of registers; a rule of your own may name itself");
    }
}

static void check_use(struct check *check, struct check_row *row) {
    use_self(check, row);
    bool        is_used = row->used.n > 0, is_listed = row->unused >= 0;
    const char *wrong = is_used ? "is used, and is listed as unused" : "is a row that nothing uses";
    if (is_used != is_listed) return;
    check_complain(check, row->entry, is_listed ? row->unused : row->node,
                   is_listed ? "unused" : "ids", row->id, wrong,
                   "a row that an entry names, or one in unused with the reason");
}

void check_rows(struct check *check) {
    const struct row_register *registers = check->knowledge->library.registers.items;
    int                       *heads     = ARENA_NEW(check->arena, int, ROW_HEADS);
    int                        n_row     = 0;
    for (int i = 0; i < check->knowledge->library.registers.n; i++) n_row += registers[i].ids.n;
    check->rows = ARENA_NEW(check->arena, struct check_row, n_row);
    for (int i = 0; i < ROW_HEADS; i++) heads[i] = -1;
    for (int i = 0; i < check->n_entries; i++)
        if (check->entries[i].is_live && text_equal(check->entries[i].list->name, "registers"))
            add_register(check, heads, i);
    for (int v = 0; v < check->n_values; v++) {
        const struct check_value *value = &check->values[v];
        bool is_rows = text_equal(value->field->name, "rows") && value->field->kind == FIELD_TEXTS;
        if (is_rows && check->entries[value->entry].is_live) use_rows(check, heads, value);
    }
    for (int i = 0; i < check->n_rows; i++) check_use(check, &check->rows[i]);
}
