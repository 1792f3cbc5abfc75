// SPDX-License-Identifier: Apache-2.0
#include "face/texts_text.h"

enum { LABEL_COLUMNS = 30 };

void texts_text_write(const struct texts *texts, struct page *page) {
    const struct texts_row *rows  = texts->texts.items;
    struct arena           *arena = page->out.arena;
    for (int i = 0; i < texts->texts.n; i++) {
        if (i == 0 || !text_equal(rows[i].list, rows[i - 1].list)) page_heading(page, rows[i].list);
        for (int k = 0; k < rows[i].text.n; k++)
            page_pair(
                page, 2, LABEL_COLUMNS, PAGE_BOLD,
                arena_format(arena, "%s.%s %s", rows[i].id, rows[i].key, rows[i].text.languages[k]),
                rows[i].text.texts[k]);
    }
}
