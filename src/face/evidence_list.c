// SPDX-License-Identifier: Apache-2.0
#include "face/evidence_list.h"

#include "domain/words.h"
#include "knowledge/catalogue.h"
#include "knowledge/library.h"

#include <string.h>

enum {
    ID_MOST    = 26,   // columns of an id; a longer one has a line of its own
    SHOWN_MOST = 12,   // entries of a group that are told; the ids of the others stand in columns
    LABEL_MOST = 200   // bytes of a label
};

static const char *text_of(const struct evidence_text *out, int node, const char *key) {
    return doc_text(out->doc, doc_child(out->doc, node, key));
}

const struct field *evidence_list_field(const char *list) {
    const struct field *field = field_find(&catalogue_noun, list);
    return field ? field : field_find(&library_noun, list);
}

// ---- groups ----

static int longest(const struct evidence_text *out, int from, int n, const char *key) {
    int most = 0;
    for (; n > 0; n--, from = out->doc->nodes[from].next) {
        int wide = (int)strlen(text_of(out, from, key));
        if (wide > most) most = wide;
    }
    return most < ID_MOST ? most : ID_MOST;
}

static const char *cut(const struct evidence_text *out, const char *label) {
    ptrdiff_t n = (ptrdiff_t)strlen(label);
    if (n <= LABEL_MOST) return label;
    n = LABEL_MOST;
    while (n > 0 && label[n] != ' ') n--;
    return arena_format(out->arena, "%.*s ...", (int)n, label);
}

// The numbers that were asked for: "sessions 4 (3 to 6)".
static const char *numbers(const struct evidence_text *out, int entry) {
    struct text         text  = text_new(out->arena);
    int                 at    = doc_child(out->doc, entry, "at");
    int                 value = doc_child(out->doc, entry, "value");
    const struct field *list  = evidence_list_field(text_of(out, entry, "list"));
    for (int item = at < 0 ? -1 : out->doc->nodes[at].first; item >= 0;
         item     = out->doc->nodes[item].next) {
        const char         *key   = doc_text(out->doc, item);
        const struct field *field = field_find(list->noun, key);
        const char         *help  = field && field->help ? field->help : key;
        text_addf(&text, "%s%.*s %s", text.n ? "; " : "", (int)strcspn(help, ";"), help,
                  evidence_number(out, doc_child(out->doc, value, key)));
    }
    return text.data;
}

static void write_one(const struct evidence_text *out, int entry, int indent, int columns) {
    struct page *page  = out->page;
    const char  *id    = text_of(out, entry, "id");
    const char  *label = cut(out, evidence_plain(out, text_of(out, entry, "label")));
    const char  *said  = numbers(out, entry);
    int class          = 0;
    for (int i = 0; words_class[i]; i++)
        if (text_equal(words_class[i], text_of(out, entry, "class"))) class = i + 1;
    if (class)
        label = arena_format(out->arena, "%s (%s)", label, said_class(out->knowledge, class));
    if (*said) label = arena_format(out->arena, "%s: %s", label, said);
    enum page_mark mark = class ? said_mark(class) : PAGE_BOLD;
    if (text_equal(label, id)) page_marked(page, indent, mark, id);
    else page_pair(page, indent, columns + 2, mark, id, label);
}

// Ids one beside the other, row by row.
static void write_columns(const struct evidence_text *out, int from, int n, int indent) {
    enum { CELLS_MOST = 40 };
    int wide  = longest(out, from, n, "id") + 2, widths[CELLS_MOST];
    int cells = (out->page->width - indent) / wide;
    if (cells > CELLS_MOST) cells = CELLS_MOST;
    if (cells < 1) cells = 1;
    const char *row[CELLS_MOST];
    for (int i = 0; i < CELLS_MOST; i++) widths[i] = wide;
    for (int filled = 0; n > 0; n--, from = out->doc->nodes[from].next) {
        row[filled++] = text_of(out, from, "id");
        if (filled < cells && n > 1) continue;
        page_row(out->page, indent, PAGE_PLAIN, widths, row, filled);
        filled = 0;
    }
}

static void write_group(const struct evidence_text *out, int from, int n, int indent) {
    const struct field *list    = evidence_list_field(text_of(out, from, "list"));
    int                 shown   = n > SHOWN_MOST + 1 ? SHOWN_MOST : n;
    int                 columns = longest(out, from, shown, "id");
    const char         *count   = arena_format(out->arena, "%d", n);
    const char         *left    = arena_format(out->arena, "%d", n - shown);
    const char *const   pairs[] = {"what", said_capital(list->help, out->arena), "n", count, NULL};
    page_marked(out->page, indent, PAGE_DIM, evidence_filled(out, "evidence.group", pairs));
    for (int i = 0; i < shown; i++, from = out->doc->nodes[from].next)
        write_one(out, from, indent + 2, columns);
    if (n == shown) return;
    page_text(out->page, indent + 2,
              evidence_filled(out, "evidence.also", (const char *const[]){"n", left, NULL}));
    write_columns(out, from, n - shown, indent + 4);
}

void evidence_list_groups(const struct evidence_text *out, int list, int indent) {
    int from = list < 0 ? -1 : out->doc->nodes[list].first;
    while (from >= 0) {
        int n = 0, next = from;
        while (next >= 0 && text_equal(text_of(out, next, "list"), text_of(out, from, "list"))) {
            n++;
            next = out->doc->nodes[next].next;
        }
        write_group(out, from, n, indent);
        from = next;
    }
}

static bool is_one_list(const struct evidence_text *out) {
    int first = out->doc->nodes[doc_child(out->doc, 0, "entries")].first;
    for (int item = first; item >= 0; item = out->doc->nodes[item].next)
        if (!text_equal(text_of(out, item, "list"), text_of(out, first, "list"))) return false;
    return true;
}

void evidence_list_write(const struct evidence_text *out) {
    int entries = doc_child(out->doc, 0, "entries");
    int first = out->doc->nodes[entries].first, n = out->doc->nodes[entries].n;
    if (first < 0) return;
    const char *count = arena_format(out->arena, "%d", n), *id = text_of(out, first, "id");
    if (is_one_list(out) &&
        doc_child(out->doc, first, "at") < 0) {   // asked for as a list: all of it
        const struct field *list    = evidence_list_field(text_of(out, first, "list"));
        const char *const   pairs[] = {"what", said_capital(list->help, out->arena), "n", count,
                                       NULL};
        page_heading(out->page, evidence_filled(out, "evidence.group", pairs));
        int columns = longest(out, first, n, "id");
        for (int item = first; item >= 0; item = out->doc->nodes[item].next)
            write_one(out, item, 2, columns);
    } else {
        page_text(out->page, 0,
                  evidence_filled(out, "evidence.found", (const char *const[]){"n", count, NULL}));
        page_gap(out->page);
        evidence_list_groups(out, entries, 0);
    }
    page_gap(out->page);
    page_marked(out->page, 0, PAGE_DIM,
                evidence_filled(out, "evidence.look", (const char *const[]){"id", id, NULL}));
}

// ---- the overview ----

static void write_tries(const struct evidence_text *out) {
    static const char *const tries[][2] = {{"stipple evidence CI-10", "evidence.try_rule"},
                                           {"stipple evidence cold_sores", "evidence.try_topic"},
                                           {"stipple evidence cheeks.depth", "evidence.try_number"},
                                           {"stipple evidence R03", "evidence.try_source"},
                                           {"stipple evidence rules", "evidence.try_list"},
                                           {"stipple evidence --claims", "evidence.try_claims"},
                                           {"stipple evidence --check", "evidence.try_check"},
                                           {"stipple evidence CI-10 --json", "evidence.try_json"}};
    enum { COMMAND_COLUMNS = 32 };
    page_heading(out->page, load_saying(out->knowledge, "evidence.tries"));
    for (int i = 0; i < (int)(sizeof tries / sizeof tries[0]); i++)
        page_pair(out->page, 2, COMMAND_COLUMNS, PAGE_BOLD, tries[i][0],
                  load_saying(out->knowledge, tries[i][1]));
}

// "   12  trials: studies of results", in two columns where the page is wide enough; else the names
// alone, in three.
static void write_counts(const struct evidence_text *out, int counts) {
    enum { ROWS_MOST = 96, WIDE = 96, COLUMNS_MOST = 3 };
    const char *rows[ROWS_MOST], *cells[COLUMNS_MOST];
    bool        is_wide = out->page->width >= WIDE;
    int         n = 0, columns = is_wide ? 2 : COLUMNS_MOST, wide = out->page->width / columns;
    int         widths[] = {wide, wide, wide};
    for (int item = out->doc->nodes[counts].first; item >= 0 && n < ROWS_MOST;
         item     = out->doc->nodes[item].next) {
        const char *what = text_of(out, item, "what"), *list = text_of(out, item, "list");
        bool        is_more = is_wide && *what && !text_equal(what, list);
        rows[n++]           = arena_format(out->arena, "%5s  %s%s%s", text_of(out, item, "n"), list,
                                 is_more ? ": " : "", is_more ? what : "");
    }
    int lines = (n + columns - 1) / columns;
    for (int i = 0; i < lines; i++) {
        for (int k = 0; k < columns; k++) cells[k] = i + k * lines < n ? rows[i + k * lines] : "";
        page_row(out->page, 0, PAGE_PLAIN, widths, cells, columns);
    }
}

void evidence_list_overview(const struct evidence_text *out) {
    struct page *page = out->page;
    page_heading(page, load_saying(out->knowledge, "evidence.overview"));
    page_text(page, 2, load_saying(out->knowledge, "evidence.overview_says"));
    write_tries(out);
    int topics = doc_child(out->doc, 0, "topics");
    page_heading(page, load_saying(out->knowledge, "evidence.topics"));
    write_columns(out, out->doc->nodes[topics].first, out->doc->nodes[topics].n, 2);
    page_heading(page, load_saying(out->knowledge, "evidence.contents"));
    write_counts(out, doc_child(out->doc, 0, "counts"));
}

// ---- the claims ----

static enum page_mark mark_of(const char *verdict) {
    static const char *const good[] = {"supported", "supported_within_limits", "plausible"};
    static const char *const bad[]  = {"wrong", "contradicted", "contradictory"};
    for (int i = 0; i < 3; i++) {
        if (text_equal(good[i], verdict)) return PAGE_GOOD;
        if (text_equal(bad[i], verdict)) return PAGE_STOP;
    }
    return PAGE_CARE;
}

static void write_claim(const struct evidence_text *out, int claim) {
    enum { CLAIM_COLUMNS = 9 };
    struct page *page    = out->page;
    const char  *verdict = text_of(out, claim, "verdict");
    const char  *see     = evidence_joined(out, doc_child(out->doc, claim, "see"));
    const char  *by      = evidence_joined(out, doc_child(out->doc, claim, "articles"));
    page_pair(page, 0, CLAIM_COLUMNS, PAGE_BOLD, text_of(out, claim, "id"),
              arena_format(out->arena, "%s [%s]",
                           evidence_said(out, doc_child(out->doc, claim, "says")), by));
    page_marked(page, CLAIM_COLUMNS, mark_of(verdict),
                said_capital(load_label(out->knowledge, "verdicts", verdict), out->arena));
    const char *why = evidence_said(out, doc_child(out->doc, claim, "because"));
    if (*why) page_text(page, CLAIM_COLUMNS, why);
    if (*see)
        page_marked(
            page, CLAIM_COLUMNS, PAGE_DIM,
            evidence_filled(out, "evidence.claims_see", (const char *const[]){"ids", see, NULL}));
    page_gap(page);
}

static void write_claims(const struct evidence_text *out, int claims) {
    for (int item = out->doc->nodes[claims].first; item >= 0; item = out->doc->nodes[item].next)
        write_claim(out, item);
}

void evidence_list_claims(const struct evidence_text *out) {
    struct page *page = out->page;
    int claims = doc_child(out->doc, 0, "claims"), counts = doc_child(out->doc, 0, "counts");
    page_heading(page, load_saying(out->knowledge, "evidence.claims"));
    page_gap(page);
    if (out->doc->nodes[claims].n == 0)
        page_text(page, 0, load_saying(out->knowledge, "evidence.claims_none"));
    write_claims(out, claims);
    int further = doc_child(out->doc, 0, "further_claims");
    if (out->doc->nodes[further].n) {
        page_marked(page, 0, PAGE_BOLD, load_saying(out->knowledge, "evidence.claims_further"));
        page_gap(page);
        write_claims(out, further);
    }
    if (out->doc->nodes[counts].n == 0) return;
    page_marked(page, 0, PAGE_BOLD, load_saying(out->knowledge, "evidence.claims_counts"));
    for (int item = out->doc->nodes[counts].first; item >= 0; item = out->doc->nodes[item].next) {
        const char *verdict = doc_key(out->doc, item);
        page_pair(page, 2, 5, mark_of(verdict), doc_text(out->doc, item),
                  load_label(out->knowledge, "verdicts", verdict));
    }
}
