// SPDX-License-Identifier: Apache-2.0
#include "knowledge/check_row.h"

#include <string.h>

enum { ROW_HEADS = 4096 };

struct row {   // of a register
    const char *id;
    int         entry, node;   // the register, and where the row stands in it
    int         unused;        // node in `unused`, -1 = not listed there
    bool        is_used;
    int         same;   // the next row whose id has the same hash
};

struct rows {
    struct row *all;
    int         n, *heads;
};

static struct row *row_of(const struct rows *rows, const char *id) {
    int i = rows->heads[text_hash(id) % ROW_HEADS];
    while (i >= 0 && !text_equal(rows->all[i].id, id)) i = rows->all[i].same;
    return i < 0 ? NULL : &rows->all[i];
}

static bool has_prefix(const char *id, const char *prefix) {
    ptrdiff_t n = (ptrdiff_t)strlen(prefix);
    return text_starts(id, prefix) && id[n] == '-';
}

static void add_row(struct check *check, struct rows *rows, int entry, int node) {
    const struct check_entry *of = &check->entries[entry];
    const char               *id = doc_text(of->doc, node);
    if (!has_prefix(id, of->id))
        check_complain(check, entry, node, "ids", id, "is no row of this register",
                       arena_format(check->arena, "%s-01 and so on", of->id));
    if (row_of(rows, id)) {
        check_complain(check, entry, node, "ids", id, "stands in a register already", "each once");
        return;
    }
    int *head          = &rows->heads[text_hash(id) % ROW_HEADS];
    rows->all[rows->n] = (struct row){id, entry, node, -1, false, *head};
    *head              = rows->n++;
}

static void add_register(struct check *check, struct rows *rows, int entry) {
    const struct check_entry *of   = &check->entries[entry];
    int                       list = doc_child(of->doc, of->node, "ids");
    for (int k = list < 0 ? -1 : of->doc->nodes[list].first; k >= 0; k = of->doc->nodes[k].next)
        add_row(check, rows, entry, k);
    list = doc_child(of->doc, of->node, "unused");
    for (int k = list < 0 ? -1 : of->doc->nodes[list].first; k >= 0; k = of->doc->nodes[k].next) {
        const char *id  = doc_text(of->doc, doc_child(of->doc, k, "id"));
        struct row *row = row_of(rows, id);
        if (row && row->unused >= 0)
            check_complain(check, entry, k, "unused", id, "stands there already", "each once");
        if (row) row->unused = k;
        else check_complain(check, entry, k, "unused", id, "is no row of a register", "one of ids");
    }
}

static void use_rows(struct check *check, const struct rows *rows,
                     const struct check_value *value) {
    const struct doc *doc = check->entries[value->entry].doc;
    for (int k = doc->nodes[value->node].first; k >= 0; k = doc->nodes[k].next) {
        const char *id  = doc_text(doc, k);
        struct row *row = row_of(rows, id);
        if (row) row->is_used = true;
        // A rule of the user's own is its own row.
        bool is_own = check->entries[value->entry].layer > 0 && check_find(check, NULL, id) >= 0;
        if (!row && !is_own)
            check_complain_value(check, value, k, "is in no register",
                                 "a row of registers; a rule of your own may name itself");
    }
}

static void check_use(struct check *check, const struct row *row) {
    bool        is_entry = check_find(check, NULL, row->id) >= 0;
    bool        is_used = row->is_used || is_entry, is_listed = row->unused >= 0;
    const char *wrong = is_used ? "is used, and is listed as unused" : "is a row that nothing uses";
    if (is_used != is_listed) return;
    check_complain(check, row->entry, is_listed ? row->unused : row->node,
                   is_listed ? "unused" : "ids", row->id, wrong,
                   "a row that an entry names, or one in unused with the reason");
}

void check_rows(struct check *check) {
    struct rows rows   = {0};
    int         n_node = 0;
    for (int d = 0; d < check->knowledge->n_docs; d++) n_node += check->knowledge->docs[d].n_nodes;
    rows.all   = ARENA_NEW(check->arena, struct row, n_node);
    rows.heads = ARENA_NEW(check->arena, int, ROW_HEADS);
    for (int i = 0; i < ROW_HEADS; i++) rows.heads[i] = -1;
    for (int i = 0; i < check->n_entries; i++)
        if (check->entries[i].is_live && text_equal(check->entries[i].list->name, "registers"))
            add_register(check, &rows, i);
    for (int v = 0; v < check->n_values; v++) {
        const struct check_value *value = &check->values[v];
        bool is_rows = text_equal(value->field->name, "rows") && value->field->kind == FIELD_TEXTS;
        if (is_rows && check->entries[value->entry].is_live) use_rows(check, &rows, value);
    }
    for (int i = 0; i < rows.n; i++) check_use(check, &rows.all[i]);
}
