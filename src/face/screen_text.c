// SPDX-License-Identifier: Apache-2.0
#include "face/screen_text.h"

#include "knowledge/reason.h"

enum { LABEL_COLUMNS = 30, CLASS_COLUMNS = 13 };

static struct arena *arena_of(struct page *page) { return page->out.arena; }

void screen_text_verdict(const struct screening *screening, const struct knowledge *knowledge,
                         struct page *page) {
    struct arena *arena = arena_of(page);
    const char *class   = words_class[screening->verdict - 1];
    page_pair(page, 2, CLASS_COLUMNS, said_mark(screening->verdict), class,
              said_verdict(screening, screening->verdict, knowledge, arena));
}

static const char *scope_said(const struct finding *finding, const struct knowledge *knowledge,
                              struct arena *arena) {
    const struct finding_scope *scope = finding->scope;
    struct text                 out   = text_new(arena);
    if (scope->zones.n) text_add(&out, said_labels(knowledge, "zones", &scope->zones, arena));
    if (scope->spot) text_addf(&out, "%sonly the spot: %s", out.n ? "; " : "", scope->spot);
    if (scope->devices.n)
        text_addf(&out, "%s%s", out.n ? "; " : "", said_list(&scope->devices, arena));
    if (scope->agents.n)
        text_addf(&out, "%s%s", out.n ? "; " : "",
                  said_labels(knowledge, "agents", &scope->agents, arena));
    return out.data;
}

// Evidence that whoever sets the rule aside has to see.
static void write_notes(const struct finding *finding, const struct knowledge *knowledge,
                        struct page *page) {
    const struct note *notes = knowledge->all.notes.items;
    for (int i = 0; i < knowledge->all.notes.n; i++)
        for (int k = 0; k < finding->notes.n; k++) {
            if (!text_equal(notes[i].id, finding->notes.items[k])) continue;
            const char *const pairs[] = {"note", load_words(&notes[i].text), NULL};
            page_text(page, 2 + CLASS_COLUMNS,
                      load_filled(load_saying(knowledge, "report.notes"), pairs, arena_of(page)));
        }
}

static void write_finding(const struct finding *finding, bool has_head,
                          const struct knowledge *knowledge, struct page *page) {
    struct arena *arena = arena_of(page);
    const char   *where = scope_said(finding, knowledge, arena);
    if (has_head)
        page_pair(page, 2, CLASS_COLUMNS, said_mark(finding->class),
                  words_class[finding->class - 1],
                  arena_format(arena, "%s: %s  %s%s%s%s", said_class(knowledge, finding->class),
                               finding->id, finding->topic, *where ? " (" : "", where,
                               *where ? ")" : ""));
    page_text(page, 2 + CLASS_COLUMNS, finding->because);
    if (finding->excludes.n)
        page_text(page, 2 + CLASS_COLUMNS,
                  arena_format(arena, "Left out: %s.",
                               said_excluded(knowledge, &finding->excludes, arena)));
    if (finding->depth_max.is_known)
        page_text(page, 2 + CLASS_COLUMNS,
                  arena_format(arena, "Not deeper than %g mm.", finding->depth_max.value));
    write_notes(finding, knowledge, page);
    page_marked(page, 2 + CLASS_COLUMNS, PAGE_DIM,
                arena_format(arena, "%s  [%s; %s]", said_lifts(finding, knowledge, arena),
                             said_list(&finding->sources, arena),
                             said_evidence(finding->grade, finding->status, arena)));
}

// Two items of one rule, a heart condition and a pacemaker, stand under one head.
static bool has_same_head(const struct finding *a, const struct finding *b,
                          const struct knowledge *knowledge, struct arena *arena) {
    return a->class == b->class && text_equal(a->id, b->id) &&
           text_equal(scope_said(a, knowledge, arena), scope_said(b, knowledge, arena));
}

// What only waits for an answer is left to the list of answers that are needed.
static void write_some(const struct screening *screening, bool counts, const char *heading,
                       const struct knowledge *knowledge, struct page *page) {
    struct arena         *arena    = arena_of(page);
    const struct finding *findings = screening->findings.items;
    const struct finding *last     = NULL;
    bool                  is_first = true;
    for (int i = 0; i < screening->findings.n; i++) {
        if (findings[i].counts != counts) continue;
        if (findings[i].class == CLASS_ASK && findings[i].missing.n) continue;
        if (is_first) page_heading(page, load_saying(knowledge, heading));
        is_first = false;
        write_finding(&findings[i], !last || !has_same_head(last, &findings[i], knowledge, arena),
                      knowledge, page);
        last = &findings[i];
    }
}

static void write_options(const struct screening *screening, const struct knowledge *knowledge,
                          struct page *page) {
    struct arena                *arena   = arena_of(page);
    const struct option_verdict *options = screening->options.items;
    if (screening->options.n) page_heading(page, load_saying(knowledge, "report.options"));
    for (int i = 0; i < screening->options.n; i++) {
        const char *until = said_date(options[i].until.day, arena);
        page_pair(page, 2, LABEL_COLUMNS, said_mark(options[i].verdict),
                  arena_format(arena, "%s, %s", load_label(knowledge, "zones", options[i].zone),
                               options[i].device),
                  arena_format(arena, "%s, %s%s%s  %s", words_class[options[i].verdict - 1],
                               said_class(knowledge, options[i].verdict), *until ? " until " : "",
                               until, said_list(&options[i].findings, arena)));
    }
}

static void write_closed(const struct screening *screening, const struct knowledge *knowledge,
                         struct page *page) {
    struct arena        *arena  = arena_of(page);
    const struct closed *closed = screening->closed.items;
    if (screening->closed.n) page_heading(page, load_saying(knowledge, "report.closed"));
    for (int i = 0; i < screening->closed.n; i++) {
        const char  *until  = said_date(closed[i].until.day, arena);
        const char  *agent  = closed[i].agent;
        struct names agents = {&agent, 1, true};
        const char  *what   = said_excluded(knowledge, &agents, arena);
        if (closed[i].device) what = closed[i].device;
        if (closed[i].zone) what = load_label(knowledge, "zones", closed[i].zone);
        if (closed[i].zone && closed[i].device)
            what = arena_format(arena, "%s, %s", what, closed[i].device);
        page_pair(page, 2, LABEL_COLUMNS, PAGE_STOP, what,
                  arena_format(arena, "%s, %s%s%s  %s", words_class[closed[i].class - 1],
                               said_class(knowledge, closed[i].class), *until ? " until " : "",
                               until, said_list(&closed[i].findings, arena)));
    }
}

// "for isotretinoin in use (CI-02), eczema (CI-06)": the rules that need an answer, by topic.
static const char *topics_said(const struct names *rules, const struct knowledge *knowledge,
                               struct arena *arena) {
    struct text out = text_new(arena);
    if (rules->n == 0) return load_saying(knowledge, "report.missing_all");
    for (int i = 0; i < rules->n; i++) {
        const struct rule *rule  = load_rule(knowledge, rules->items[i]);
        const char        *topic = rule ? load_words(&rule->topic) : "";
        text_addf(&out, "%s%s (%s)", i ? ", " : "for ", topic, rules->items[i]);
    }
    return out.data;
}

static void write_missing(const struct screening *screening, const struct knowledge *knowledge,
                          struct page *page) {
    const struct missing *missing = screening->missing.items;
    if (screening->missing.n) page_heading(page, load_saying(knowledge, "report.missing"));
    for (int i = 0; i < screening->missing.n; i++)
        page_pair(page, 2, LABEL_COLUMNS, PAGE_CARE,
                  reason_fact(knowledge, missing[i].fact, arena_of(page)),
                  topics_said(&missing[i].rules, knowledge, arena_of(page)));
}

void screen_text_reasons(const struct screening *screening, const struct knowledge *knowledge,
                         struct page *page) {
    write_some(screening, true, "report.findings", knowledge, page);
    write_some(screening, false, "report.elsewhere", knowledge, page);
    write_missing(screening, knowledge, page);
}

void screen_text_sources(const struct list *cited, const struct knowledge *knowledge,
                         struct page *page) {
    struct arena       *arena   = arena_of(page);
    const struct cited *sources = cited->items;
    if (cited->n) page_heading(page, load_saying(knowledge, "report.sources"));
    for (int i = 0; i < cited->n; i++)
        page_pair(page, 2, 9, PAGE_DIM, sources[i].key,
                  arena_format(arena, "%s (%s)", sources[i].text,
                               said_evidence(sources[i].grade, sources[i].status, arena)));
}

void screen_text_write(const struct screening *screening, const char *who,
                       const struct knowledge *knowledge, struct page *page) {
    struct arena     *arena   = arena_of(page);
    const char *const pairs[] = {"on", said_date(screening->reply.on.day, arena), NULL};
    const char       *title   = load_filled(load_saying(knowledge, "report.title"), pairs, arena);
    page_heading(page, who ? arena_format(arena, "%s: %s", title, who) : title);
    screen_text_verdict(screening, knowledge, page);
    write_options(screening, knowledge, page);
    screen_text_reasons(screening, knowledge, page);
    write_closed(screening, knowledge, page);
    screen_text_sources(&screening->sources, knowledge, page);
    page_gap(page);
    page_marked(page, 0, PAGE_DIM, load_saying(knowledge, "disclaimer"));
}
