// SPDX-License-Identifier: Apache-2.0
#include "face/triage_text.h"

#include "face/screen_text.h"

#include <string.h>

enum { LEVEL_COLUMNS = 12 };

static struct arena *arena_of(struct page *page) { return page->out.arena; }

static enum page_mark mark_of(int level) {
    static const enum page_mark marks[] = {PAGE_PLAIN, PAGE_GOOD, PAGE_CARE, PAGE_STOP, PAGE_STOP};
    return marks[level];
}

static const char *level_said(const struct knowledge *knowledge, int level) {
    return load_label(knowledge, "levels", triage_levels[level - 1]);
}

// A text of several lines, each a paragraph.
static void write_lines(const char *text, int indent, struct page *page) {
    while (*text) {
        ptrdiff_t n = (ptrdiff_t)strcspn(text, "\n");
        page_text(page, indent, arena_text(arena_of(page), text, n));
        text += n;
        text += *text == '\n';
    }
}

static void write_level(const struct triage *triage, const struct knowledge *knowledge,
                        struct page *page) {
    struct arena *arena = arena_of(page);
    struct text   clock = text_new(arena);
    text_add(&clock, level_said(knowledge, triage->level));
    if (triage->level == LEVEL_SAME_DAY || triage->level == LEVEL_MESSAGE)
        text_addf(&clock, ", within %g hours", triage->within_hours.value);
    if (triage->seen_within_hours.is_known)
        text_addf(&clock, "; looked at within %g days", triage->seen_within_hours.value / 24);
    page_pair(page, 2, LEVEL_COLUMNS, mark_of(triage->level), triage_levels[triage->level - 1],
              said_capital(clock.data, arena));
}

static void write_findings(const struct triage *triage, const struct knowledge *knowledge,
                           struct page *page) {
    struct arena                *arena    = arena_of(page);
    const struct triage_finding *findings = triage->findings.items;
    page_heading(page, load_saying(knowledge, "triage.heading.found"));
    for (int i = 0; i < triage->findings.n; i++) {
        const struct triage_finding *one = &findings[i];
        page_pair(page, 2, LEVEL_COLUMNS, mark_of(one->level), triage_levels[one->level - 1],
                  arena_format(arena, "%s %s", one->id, one->topic));
        page_text(page, 2 + LEVEL_COLUMNS, one->because);
        for (int k = 0; k < one->advice.n; k++) {
            const struct triage_advice *advice =
                (const struct triage_advice *)one->advice.items + k;
            page_text(page, 2 + LEVEL_COLUMNS,
                      arena_format(arena, "%s [%s; %s]", advice->text,
                                   said_list(&advice->sources, arena),
                                   said_evidence(advice->grade, advice->status, arena)));
        }
        page_marked(page, 2 + LEVEL_COLUMNS, PAGE_DIM,
                    arena_format(arena, "[%s; %s]", said_list(&one->sources, arena),
                                 said_evidence(one->grade, one->status, arena)));
    }
}

static void write_expected(const struct triage *triage, const struct knowledge *knowledge,
                           struct page *page) {
    struct arena                 *arena    = arena_of(page);
    const struct triage_expected *expected = triage->expected.items;
    if (triage->expected.n) page_heading(page, load_saying(knowledge, "triage.heading.usual"));
    for (int i = 0; i < triage->expected.n; i++)
        page_pair(page, 2, LEVEL_COLUMNS, PAGE_PLAIN,
                  arena_format(arena, "to %g h", expected[i].until_hours.value),
                  arena_format(arena, "%s%s%s %s [%s; %s]", expected[i].text,
                               expected[i].looks ? " " : "",
                               expected[i].looks ? expected[i].looks : "", expected[i].call,
                               said_list(&expected[i].sources, arena),
                               said_evidence(expected[i].grade, expected[i].status, arena)));
}

static void write_asks(const struct triage *triage, const struct knowledge *knowledge,
                       struct page *page) {
    struct arena             *arena = arena_of(page);
    const struct triage_ask  *asks  = triage->ask.items;
    const struct triage_word *words = triage->words.items;
    if (triage->ask.n + triage->words.n)
        page_heading(page, load_saying(knowledge, "triage.heading.unknown"));
    for (int i = 0; i < triage->words.n; i++) page_pair(page, 2, 2, PAGE_CARE, "-", words[i].text);
    for (int i = 0; i < triage->ask.n; i++) {
        const char *const pairs[] = {"question", asks[i].text, "rules",
                                     said_list(&asks[i].rules, arena), NULL};
        const char       *id      = asks[i].counted ? "triage.counted" : "triage.asked";
        page_pair(page, 2, 2, PAGE_CARE, "-",
                  load_filled(load_saying(knowledge, id), pairs, arena));
    }
}

void triage_text_write(const struct triage *triage, const struct checkin *checkin,
                       const struct knowledge *knowledge, struct page *page) {
    struct arena     *arena   = arena_of(page);
    const char *const pairs[] = {"on", said_date(triage->reply.on.day, arena), "day",
                                 arena_format(arena, "%d", checkin->days), NULL};
    const char       *title   = load_filled(load_saying(knowledge, "triage.title"), pairs, arena);
    page_heading(page, checkin->name ? arena_format(arena, "%s: %s", title, checkin->name) : title);
    if (checkin->invented == FIELD_BOOL_TRUE)
        page_marked(page, 0, PAGE_DIM, load_saying(knowledge, "report.invented"));
    write_level(triage, knowledge, page);
    write_findings(triage, knowledge, page);
    write_asks(triage, knowledge, page);
    write_expected(triage, knowledge, page);
    page_heading(page, load_saying(knowledge, "triage.heading.clinic"));
    write_lines(triage->text_clinic, 2, page);
    page_heading(page, load_saying(knowledge, "triage.heading.person"));
    write_lines(triage->text_person, 2, page);
    screen_text_sources(&triage->sources, knowledge, page);
    page_gap(page);
    page_marked(page, 0, PAGE_DIM, load_saying(knowledge, "disclaimer"));
}

void triage_text_person(const struct triage *triage, const struct clinic *clinic,
                        const struct knowledge *knowledge, struct page *page) {
    write_lines(triage->text_person, 0, page);
    page_gap(page);
    if (!clinic->adopted_by)
        page_marked(page, 0, PAGE_DIM, load_saying(knowledge, "adopt.missing"));
    page_marked(page, 0, PAGE_DIM, load_saying(knowledge, "disclaimer"));
}
