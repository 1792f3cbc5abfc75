// SPDX-License-Identifier: Apache-2.0
#include "face/uptake_text.h"

#include "face/quantity_text.h"

// "Tranexamic acid, 3 d after needling, cheeks"
static const char *head_of(const struct plan_uptake *entry, const struct knowledge *knowledge,
                           struct arena *arena) {
    const char       *id = entry->delay.value > 0 ? "report.uptake_later" : "report.uptake_at_once";
    const char *const pairs[] = {"days", arena_format(arena, "%g", entry->delay.value), NULL};
    struct text       out     = text_new(arena);
    text_add(&out, load_label(knowledge, "agents", entry->agent));
    if (text_equal(entry->when, "before")) id = "report.uptake_before";
    if (text_equal(entry->when, "before") || entry->delay.is_known)
        text_addf(&out, ", %s", load_filled(load_saying(knowledge, id), pairs, arena));
    if (entry->zone) text_addf(&out, ": %s", load_label(knowledge, "zones", entry->zone));
    return out.data;
}

void uptake_text_write(const struct plan *plan, const struct knowledge *knowledge,
                       struct page *page) {
    const struct plan_uptake *entries = plan->uptake.items;
    if (plan->uptake.n) page_heading(page, load_saying(knowledge, "report.uptake"));
    for (int i = 0; i < plan->uptake.n; i++) {
        const struct plan_uptake *one = &entries[i];
        page_text(page, 2, head_of(one, knowledge, page->out.arena));
        quantity_text_write(page, load_saying(knowledge, "report.uptake_amount"), one->taken_up);
        quantity_text_write(page, load_saying(knowledge, "report.uptake_intact"), one->intact);
        quantity_text_write(page, load_saying(knowledge, "report.uptake_ratio"), one->enhancement);
        quantity_text_write(page, load_saying(knowledge, "report.uptake_numbed"), one->numbed);
        if (one->because) page_marked(page, 2 + QUANTITY_TEXT_COLUMNS, PAGE_DIM, one->because);
    }
}
