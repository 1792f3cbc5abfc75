// SPDX-License-Identifier: Apache-2.0
#include "face/quantity_text.h"

const char *quantity_text_sources(const struct names *sources, int grade, int status,
                                  struct arena *arena) {
    if (!sources->n) return "";
    return arena_format(arena, "[%s; %s]", said_list(sources, arena),
                        said_evidence(grade, status, arena));
}

const char *quantity_text_origin(const struct quantity *quantity, struct arena *arena) {
    static const char *const kinds[] = {"computed", "measured elsewhere", "advice"};
    return arena_format(arena, "[%s; %s; %s]", kinds[quantity->kind - 1],
                        said_evidence(quantity->grade, quantity->status, arena),
                        said_list(&quantity->sources, arena));
}

const char *quantity_text_people(const struct quantity *share, const struct knowledge *knowledge,
                                 struct arena *arena) {
    const char *const pairs[] = {"value", arena_format(arena, "%.0f", 100 * share->value.value),
                                 "low",   arena_format(arena, "%.0f", 100 * share->low.value),
                                 "high",  arena_format(arena, "%.0f", 100 * share->high.value),
                                 NULL};
    return load_filled(load_saying(knowledge, "report.people"), pairs, arena);
}

void quantity_text_write(struct page *page, const char *label, const struct quantity *quantity) {
    struct arena *arena = page->out.arena;
    if (!quantity) return;
    page_pair(page, 2, QUANTITY_TEXT_COLUMNS, PAGE_PLAIN, label,
              arena_format(arena, "%s %s", quantity_shown(quantity, QUANTITY_TEXT_DIGITS, arena),
                           quantity_text_origin(quantity, arena)));
    if (quantity->because)
        page_marked(page, 2 + QUANTITY_TEXT_COLUMNS, PAGE_DIM, quantity->because);
}
