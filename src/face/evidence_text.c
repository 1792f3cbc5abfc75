// SPDX-License-Identifier: Apache-2.0
#include "face/evidence_text.h"

#include "base/units.h"
#include "domain/words.h"
#include "face/evidence_list.h"
#include "face/evidence_rule.h"
#include "face/quantity_text.h"

#include <math.h>

enum { CODE_COLUMNS = 30, CLASS_COLUMNS = 28, NORMAL_95 = 196 };   // 1.96 in hundredths

static int child(const struct evidence_text *out, int node, const char *key) {
    return doc_child(out->doc, node, key);
}

static const char *text_of(const struct evidence_text *out, int node, const char *key) {
    return doc_text(out->doc, child(out, node, key));
}

static int first_of(const struct evidence_text *out, int list) {
    return list < 0 ? -1 : out->doc->nodes[list].first;
}

static void heading(const struct evidence_text *out, const char *id) {
    page_heading(out->page, load_saying(out->knowledge, id));
}

// ---- the head ----

static const char *kind_of(const struct evidence_text *out) {
    int of = child(out, out->entry, "of");
    if (of >= 0)
        return evidence_filled(out, "evidence.number_of",
                               (const char *const[]){"id", text_of(out, of, "id"), "label",
                                                     text_of(out, of, "label"), NULL});
    const struct field *list = evidence_list_field(text_of(out, out->entry, "list"));
    return list ? list->noun->help : load_saying(out->knowledge, "evidence.unused");
}

static void write_head(const struct evidence_text *out) {
    const char       *id       = text_of(out, out->entry, "id");
    const char       *label    = evidence_plain(out, text_of(out, out->entry, "label"));
    const char       *because  = evidence_plain(out, text_of(out, out->entry, "because"));
    const char       *strength = evidence_strength(out, out->entry);
    const char *const pairs[]  = {"kind", said_capital(kind_of(out), out->arena), "evidence",
                                  strength, NULL};
    bool              is_rule  = text_equal(text_of(out, out->entry, "kind"), "rule");
    page_heading(out->page,
                 text_equal(label, because) ? id : arena_format(out->arena, "%s  %s", id, label));
    page_marked(out->page, 2, PAGE_DIM,
                evidence_filled(out, *strength ? "evidence.kind" : "evidence.kind_only", pairs));
    if (*because && !is_rule && !text_equal(label, id)) page_text(out->page, 2, because);
}

// ---- rules ----

// The reason of a case, with words where a finding has what belongs to a person.
static const char *reason_of(const struct evidence_text *out, int node) {
    static const char *const ids[][2] = {{"until", "evidence.until"},
                                         {"zones", "evidence.zones"},
                                         {"age", "evidence.age"},
                                         {"label", "evidence.label"}};
    enum { PAIRS = sizeof ids / sizeof ids[0] };
    const char *pairs[2 * PAIRS + 1] = {NULL};
    for (int i = 0; i < PAIRS; i++) {
        pairs[2 * i]     = ids[i][0];
        pairs[2 * i + 1] = load_saying(out->knowledge, ids[i][1]);
    }

    int         because = child(out, node, "because");
    const char *text    = doc_text(out->doc, doc_child(out->doc, because, "en"));
    return evidence_plain(out, load_filled(text, pairs, out->arena));
}

static int class_of(const char *word) {
    for (int i = 0; words_class[i]; i++)
        if (text_equal(words_class[i], word)) return i + 1;
    return 0;
}

static void write_cases(const struct evidence_text *out, int value) {
    int cases = child(out, value, "cases"), override = child(out, value, "override");
    if (cases < 0 ||
        evidence_list_field(text_of(out, out->entry, "list"))->noun != &catalogue_rule_noun)
        return;
    heading(out, "evidence.covers");
    page_text(out->page, 2, evidence_rule_covers(out, value));
    heading(out, "evidence.decides");
    for (int item = first_of(out, cases); item >= 0; item = out->doc->nodes[item].next) {
        int class         = class_of(text_of(out, item, "class"));
        const char *depth = text_of(out, item, "depth_max");
        page_pair(out->page, 2, CLASS_COLUMNS, said_mark(class), said_class(out->knowledge, class),
                  reason_of(out, item));
        if (*depth)
            page_text(out->page, 2 + CLASS_COLUMNS,
                      evidence_filled(out, "evidence.deepest",
                                      (const char *const[]){"depth", depth, NULL}));
        page_marked(out->page, 2 + CLASS_COLUMNS, PAGE_DIM, evidence_rule_lasts(out, item));
    }
    page_gap(out->page);
    if (override < 0) {
        page_text(out->page, 2, load_saying(out->knowledge, "evidence.no_override"));
        return;
    }
    struct text by = text_new(out->arena);
    for (int item = first_of(out, child(out, override, "by")); item >= 0;
         item     = out->doc->nodes[item].next)
        text_addf(&by, "%s%s", by.n ? ", " : "",
                      load_label(out->knowledge, "professions", doc_text(out->doc, item)));
    page_text(
        out->page, 2,
        evidence_filled(out, "evidence.override", (const char *const[]){"by", by.data, NULL}));
}

static void write_examples(const struct evidence_text *out) {
    int list = child(out, out->entry, "examples");
    if (first_of(out, list) < 0) return;
    heading(out, "evidence.examples");
    for (int item = first_of(out, list); item >= 0; item = out->doc->nodes[item].next) {
        int class        = class_of(text_of(out, item, "finds"));
        const char *name = text_of(out, item, "name"), *until = text_of(out, item, "until");
        const char *found = class ? said_class(out->knowledge, class)
                                  : load_saying(out->knowledge, "evidence.nothing");
        if (*until)
            name = evidence_filled(out, "evidence.example_until",
                                   (const char *const[]){"name", name, "date", until, NULL});
        page_pair(out->page, 2, CLASS_COLUMNS, class ? said_mark(class) : PAGE_GOOD, found, name);
    }
}

// ---- numbers ----

// A parameter: its median and the band of its spread, or its two ends.
static void write_parameter(const struct evidence_text *out, int value) {
    struct quantity number = {.unit = text_of(out, value, "unit"), .kind = QUANTITY_ADVICE};
    const char     *keys[] = {"median", "low", "high", "sigma"};
    struct amount   got[4] = {{0}};
    for (int i = 0; i < 4; i++) {
        const char *text = text_of(out, value, keys[i]);
        got[i].is_known  = *text && units_number(text, &got[i].value);
    }
    number.value = got[0];
    number.low   = got[1];
    number.high  = got[2];
    heading(out, "evidence.value");
    const char *said = quantity_text_plain(&number, out->arena);
    if (got[0].is_known && got[3].is_known) {
        char   middle[32], low[32], high[32];
        double factor = exp(NORMAL_95 / 100.0 * got[3].value);
        text_number(middle, got[0].value);
        text_number(low, quantity_rounded(got[0].value / factor, QUANTITY_TEXT_DIGITS));
        text_number(high, quantity_rounded(got[0].value * factor, QUANTITY_TEXT_DIGITS));
        said = evidence_filled(
            out, "evidence.spread",
            (const char *const[]){"value", middle, "low", low, "high", high, "unit",
                                  text_equal(number.unit, "1") ? "" : number.unit, NULL});
    }
    page_text(out->page, 2, said);
    if (!*text_of(out, out->entry, "use")) return;
    heading(out, "evidence.use");
    page_text(out->page, 2, text_of(out, out->entry, "use"));
}

static void write_value(const struct evidence_text *out) {
    int                 value = child(out, out->entry, "value");
    const struct field *list  = evidence_list_field(text_of(out, out->entry, "list"));
    if (value < 0) return;
    if (child(out, out->entry, "of") >= 0) {
        heading(out, "evidence.value");
        page_text(out->page, 2, evidence_number(out, value));
        return;
    }
    if (text_equal(list->name, "parameters")) {
        write_parameter(out, value);
        return;
    }
    write_cases(out, value);
    const char *note = evidence_said(out, child(out, value, "note"));
    if (list->noun == &catalogue_rule_noun) {
        if (!*note) return;
        heading(out, "evidence.more");
        page_text(out->page, 2, note);
        return;
    }
    ptrdiff_t before = out->page->out.n;
    heading(out, "evidence.figures");
    ptrdiff_t after = out->page->out.n;
    evidence_value_write(out, list->noun, value, 2);
    if (out->page->out.n == after) {   // nothing to say under this heading
        out->page->out.n            = before;
        out->page->out.data[before] = 0;
    }
}

// ---- who disagrees, and where it comes from ----

static void write_side(const struct evidence_text *out, int side, int indent) {
    const char *says    = evidence_said(out, child(out, side, "says"));
    const char *sources = evidence_joined(out, child(out, side, "sources"));
    page_pair(out->page, indent, 2, PAGE_PLAIN, "-",
              *sources ? arena_format(out->arena, "%s [%s]", says, sources) : says);
}

static void write_sides(const struct evidence_text *out, int node, int indent) {
    for (int side = first_of(out, child(out, node, "sides")); side >= 0;
         side     = out->doc->nodes[side].next)
        write_side(out, side, indent);
}

static void write_dispute(const struct evidence_text *out, int node) {
    enum { ID_COLUMNS = 7 };
    struct page *page = out->page;
    const char *id = text_of(out, node, "id"), *text = evidence_said(out, child(out, node, "text"));
    const char *uses = evidence_said(out, child(out, node, "uses"));
    const char *keys = evidence_joined(out, child(out, node, "sources"));
    const char *said = *keys ? arena_format(out->arena, "%s [%s]", text, keys) : text;
    if (*text) page_pair(page, 2, ID_COLUMNS, PAGE_BOLD, *id ? id : "-", said);
    else page_marked(page, 2, PAGE_BOLD, id);
    write_sides(out, node, 2 + ID_COLUMNS);
    if (*uses)
        page_text(page, 2 + ID_COLUMNS,
                  evidence_filled(out, "evidence.uses", (const char *const[]){"text", uses, NULL}));
}

static void write_conflicts(const struct evidence_text *out) {
    int  list = child(out, out->entry, "conflicts"), value = child(out, out->entry, "value");
    bool is_dispute = child(out, value, "sides") >= 0;
    if (first_of(out, list) < 0 && !is_dispute) return;
    heading(out, "evidence.conflicts");
    if (is_dispute) write_sides(out, value, 2);   // what is used, and why, stands at the head
    for (int item = first_of(out, list); item >= 0; item = out->doc->nodes[item].next)
        write_dispute(out, item);
}

static void write_sources(const struct evidence_text *out) {
    enum { KEY_COLUMNS = 16 };
    int sources = child(out, out->entry, "sources");
    if (first_of(out, sources) < 0) return;
    heading(out, "evidence.sources");
    for (int item = first_of(out, sources); item >= 0; item = out->doc->nodes[item].next) {
        const char *read = text_of(out, item, "read");
        page_pair(out->page, 2, KEY_COLUMNS, PAGE_BOLD, doc_key(out->doc, item),
                  text_of(out, item, "text"));
        if (*read)
            read = evidence_filled(out, "evidence.read", (const char *const[]){"what", read, NULL});
        page_marked(out->page, 2 + KEY_COLUMNS, PAGE_DIM,
                    arena_format(out->arena, "%s%s%s", evidence_strength(out, item),
                                 *read ? "; " : "", read));
    }
}

static void write_used_by(const struct evidence_text *out) {
    int list = child(out, out->entry, "used_by");
    if (first_of(out, list) < 0) return;
    heading(out, "evidence.used_by");
    evidence_list_groups(out, list, 2);
}

static void write_entry(const struct evidence_text *out) {
    write_head(out);
    write_value(out);
    write_conflicts(out);
    write_sources(out);
    write_examples(out);
}

// Where several entries share the id: each, as it is asked for alone.
static void write_shared(const struct evidence_text *out) {
    int         also  = child(out, 0, "also");
    const char *id    = text_of(out, 0, "id");
    struct text paths = text_new(out->arena);
    if (also < 0) return;
    text_addf(&paths, "%s.%s", text_of(out, 0, "list"), id);
    for (int item = first_of(out, also); item >= 0; item = out->doc->nodes[item].next)
        text_addf(&paths, ", %s.%s", text_of(out, item, "list"), id);
    page_marked(
        out->page, 0, PAGE_DIM,
        evidence_filled(out, "evidence.shared", (const char *const[]){"ids", paths.data, NULL}));
}

static void write_codes(const struct evidence_text *out, int codes) {
    for (int item = first_of(out, codes); item >= 0; item = out->doc->nodes[item].next)
        page_pair(out->page, 0, CODE_COLUMNS, PAGE_BOLD, text_of(out, item, "code"),
                  text_of(out, item, "label"));
}

void evidence_text_write(const struct doc *reply, const struct knowledge *knowledge,
                         struct page *page) {
    struct evidence_text out   = {reply, knowledge, page, page->out.arena, 0};
    int                  codes = doc_child(reply, 0, "codes");
    if (codes >= 0) write_codes(&out, codes);
    else if (doc_child(reply, 0, "entries") >= 0) evidence_list_write(&out);
    else if (doc_child(reply, 0, "topics") >= 0) evidence_list_overview(&out);
    else if (doc_child(reply, 0, "claims") >= 0) evidence_list_claims(&out);
    else {
        write_shared(&out);
        write_entry(&out);
        int also = child(&out, 0, "also");
        for (int item = first_of(&out, also); item >= 0; item = reply->nodes[item].next) {
            out.entry = item;
            page_gap(page);
            write_entry(&out);
        }
        out.entry = 0;
        write_used_by(&out);
    }
}
