// SPDX-License-Identifier: Apache-2.0
#include "face/evidence_text.h"

enum { KEY_COLUMNS = 16, DEPTH_MAX = 12 };

static const char *scalar(const struct doc *doc, int node) { return doc_text(doc, node); }

static bool is_short(const struct doc *doc, int node) {
    if (doc_kind_of(doc, node) != DOC_LIST) return false;
    for (int item = doc->nodes[node].first; item >= 0; item = doc->nodes[item].next)
        if (doc_kind_of(doc, item) == DOC_LIST || doc_kind_of(doc, item) == DOC_MAP) return false;
    return true;
}

static const char *short_list(const struct doc *doc, int node, struct arena *arena) {
    struct text out = text_new(arena);
    for (int item = doc->nodes[node].first; item >= 0; item = doc->nodes[item].next)
        text_addf(&out, "%s%s", out.n ? ", " : "", scalar(doc, item));
    return out.n ? out.data : "none";
}

// Keys and values, nested by indentation; items of a list begin with a dash.
static void write_tree(const struct doc *doc, int node, int indent, int depth, struct page *page) {
    struct arena *arena = page->out.arena;
    for (int item = doc->nodes[node].first; depth < DEPTH_MAX && item >= 0;
         item     = doc->nodes[item].next) {
        enum doc_kind kind = doc_kind_of(doc, item);
        const char   *key  = doc_key(doc, item);
        if (!*key) key = "-";
        if (kind == DOC_MAP || (kind == DOC_LIST && !is_short(doc, item))) {
            page_marked(page, indent, PAGE_DIM, key);
            write_tree(doc, item, indent + 2, depth + 1, page);
        } else if (kind == DOC_NULL)
            page_pair(page, indent, KEY_COLUMNS, PAGE_DIM, key, "not found");
        else if (kind == DOC_LIST)
            page_pair(page, indent, KEY_COLUMNS, PAGE_DIM, key, short_list(doc, item, arena));
        else page_pair(page, indent, KEY_COLUMNS, PAGE_DIM, key, scalar(doc, item));
    }
}

static void write_head(const struct doc *doc, int node, struct page *page) {
    struct arena *arena = page->out.arena;
    page_heading(page, arena_format(arena, "%s (%s)", scalar(doc, doc_child(doc, node, "id")),
                                    scalar(doc, doc_child(doc, node, "kind"))));
    page_text(page, 2, scalar(doc, doc_child(doc, node, "because")));
    int grade = doc_child(doc, node, "grade"), status = doc_child(doc, node, "status");
    if (doc_kind_of(doc, grade) == DOC_TEXT)
        page_pair(page, 2, KEY_COLUMNS, PAGE_DIM, "grade", scalar(doc, grade));
    if (doc_kind_of(doc, status) == DOC_TEXT)
        page_pair(page, 2, KEY_COLUMNS, PAGE_DIM, "status", scalar(doc, status));
    int sources = doc_child(doc, node, "sources");
    for (int item = sources < 0 ? -1 : doc->nodes[sources].first; item >= 0;
         item     = doc->nodes[item].next)
        page_pair(page, 2, KEY_COLUMNS, PAGE_DIM, doc_key(doc, item),
                      scalar(doc, doc_child(doc, item, "text")));
}

static void write_codes(const struct doc *doc, int codes, struct page *page) {
    for (int item = doc->nodes[codes].first; item >= 0; item = doc->nodes[item].next)
        page_pair(page, 0, 30, PAGE_BOLD, scalar(doc, doc_child(doc, item, "code")),
                  scalar(doc, doc_child(doc, item, "label")));
}

void evidence_text_write(const struct doc *reply, struct page *page) {
    int codes = doc_child(reply, 0, "codes");
    if (codes >= 0) {
        write_codes(reply, codes, page);
        return;
    }
    if (doc_kind_of(reply, 0) == DOC_LIST) {
        for (int item = reply->nodes[0].first; item >= 0; item = reply->nodes[item].next)
            page_pair(page, 0, KEY_COLUMNS, PAGE_BOLD, scalar(reply, doc_child(reply, item, "id")),
                      scalar(reply, doc_child(reply, item, "because")));
        return;
    }
    write_head(reply, 0, page);
    int conflicts = doc_child(reply, 0, "conflicts");
    if (conflicts >= 0 && reply->nodes[conflicts].n) {
        page_heading(page, "Who disagrees");
        write_tree(reply, conflicts, 2, 0, page);
    }
    page_heading(page, "The entry as it stands");
    write_tree(reply, doc_child(reply, 0, "value"), 2, 0, page);
}
