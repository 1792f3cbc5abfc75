// SPDX-License-Identifier: Apache-2.0
#include "face/triage_text.h"

#include "face/screen_text.h"
#include "knowledge/triage_words.h"
#include "knowledge/view.h"

#include <string.h>

enum { LEVEL_COLUMNS = 14 };

static struct arena *arena_of(struct page *page) { return page->out.arena; }

static enum page_mark mark_of(int level) {
    static const enum page_mark marks[] = {PAGE_PLAIN, PAGE_GOOD, PAGE_CARE, PAGE_STOP, PAGE_STOP};
    return marks[level];
}

static const char *level_said(const struct knowledge *knowledge, int level, struct arena *arena) {
    const char *id = arena_format(arena, "triage.level.%s", triage_levels[level - 1]);
    return load_saying(knowledge, id);
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

static const char *with_span(const struct knowledge *knowledge, const char *id, const char *said,
                             double hours, struct arena *arena) {
    const char *const pairs[] = {"level", said, "span", triage_words_span(knowledge, hours, arena),
                                 NULL};
    return load_filled(load_saying(knowledge, id), pairs, arena);
}

static void write_level(const struct triage *triage, const struct knowledge *knowledge,
                        struct page *page) {
    struct arena *arena = arena_of(page);
    const char   *clock = load_label(knowledge, "levels", triage_levels[triage->level - 1]);
    if (triage->level == LEVEL_SAME_DAY || triage->level == LEVEL_MESSAGE)
        clock =
            with_span(knowledge, "triage.level.within", clock, triage->within_hours.value, arena);
    if (triage->seen_within_hours.is_known)
        clock = with_span(knowledge, "triage.level.seen", clock, triage->seen_within_hours.value,
                          arena);
    page_marked(page, 2, mark_of(triage->level), said_capital(clock, arena));
}

// What belongs to them stands in the words for the clinic.
static void write_findings(const struct triage *triage, const struct knowledge *knowledge,
                           struct page *page) {
    struct arena                *arena    = arena_of(page);
    const struct triage_finding *findings = triage->findings.items;
    page_heading(page, load_saying(knowledge, "triage.heading.found"));
    for (int i = 0; i < triage->findings.n; i++) {
        const struct triage_finding *one = &findings[i];
        page_pair(page, 2, LEVEL_COLUMNS, mark_of(one->level),
                  said_capital(level_said(knowledge, one->level, arena), arena),
                  arena_format(arena, "%s [%s]", said_capital(one->topic, arena), one->id));
        page_text(page, 2 + LEVEL_COLUMNS, one->because);
        page_marked(page, 2 + LEVEL_COLUMNS, PAGE_DIM,
                    arena_format(arena, "[%s; %s]", said_list(&one->sources, arena),
                                 said_evidence(one->grade, one->status, arena)));
    }
}

// Where these rest, and the weakest grade and status of any.
static const char *usual_cited(const struct triage *triage, struct arena *arena) {
    const struct triage_expected *expected = triage->expected.items;
    struct names                  sources  = {0};
    int                           grade = 0, status = 0;
    for (int i = 0; i < triage->expected.n; i++) {
        for (int k = 0; k < expected[i].sources.n; k++)
            view_add(&sources, expected[i].sources.items[k], arena);
        if (expected[i].grade > grade) grade = expected[i].grade;
        if (expected[i].status > status) status = expected[i].status;
    }
    return arena_format(arena, "[%s; %s]", said_list(&sources, arena),
                        said_evidence(grade, status, arena));
}

// Not beside what is to be seen today: what is usual could speak against it.
static void write_expected(const struct triage *triage, const struct knowledge *knowledge,
                           struct page *page) {
    struct arena                 *arena    = arena_of(page);
    const struct triage_expected *expected = triage->expected.items;
    if (!triage->expected.n || triage->level > LEVEL_MESSAGE) return;
    page_heading(page, load_saying(knowledge, "triage.heading.usual"));
    for (int i = 0; i < triage->expected.n; i++) {
        const char *const pairs[] = {"sign", said_capital(expected[i].label, arena), "looks",
                                     expected[i].looks ? expected[i].looks : expected[i].text,
                                     NULL};
        const char       *until =
            with_span(knowledge, "triage.usual.until", "", expected[i].until_hours.value, arena);
        page_pair(page, 2, LEVEL_COLUMNS, PAGE_PLAIN, until,
                  load_filled(load_saying(knowledge, "triage.usual.sign"), pairs, arena));
    }
    page_text(page, 2, load_saying(knowledge, "triage.usual.closing"));
    page_marked(page, 2, PAGE_DIM, usual_cited(triage, arena));
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
    page_heading(page, load_saying(knowledge, "triage.heading.person"));
    write_lines(triage->text_person, 2, page);
    write_findings(triage, knowledge, page);
    write_asks(triage, knowledge, page);
    page_heading(page, load_saying(knowledge, "triage.heading.clinic"));
    write_lines(triage->text_clinic, 2, page);
    write_expected(triage, knowledge, page);
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
