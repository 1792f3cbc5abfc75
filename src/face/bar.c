// SPDX-License-Identifier: Apache-2.0
#include "face/bar.h"

#include "base/os.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

enum {
    BAR_AFTER_MS = 500,   // shorter work shows nothing
    BAR_EVERY_MS = 100,
    BAR_CELLS    = 40,
    BAR_MARGIN   = 8,   // columns beside the cells: "  100 % "
    BAR_BYTES    = 4 * BAR_CELLS + 64,
    BAR_COLUMNS  = 80   // of a terminal that does not tell
};

static const char bar_erased[] = "\r\033[K";

// What cannot be written is not drawn: the work goes on.
static void put(const char *line, ptrdiff_t n) {
    struct fault ignored;
    (void)!os_write(2, line, n, "error", &ignored);
}

static ptrdiff_t repeated(char *line, ptrdiff_t n, const char *cell, int times) {
    ptrdiff_t wide = (ptrdiff_t)strlen(cell);
    for (int i = 0; i < times; i++, n += wide) memcpy(line + n, cell, (size_t)wide);
    return n;
}

static void draw(const struct bar *bar) {
    char      line[BAR_BYTES];
    double    share = progress_share(bar->progress);
    int       room = bar->columns - BAR_MARGIN, cells = room < BAR_CELLS ? room : BAR_CELLS;
    int       full = cells > 0 ? (int)(share * cells) : 0, left = cells > 0 ? cells - full : 0;
    ptrdiff_t n = repeated(line, 0, bar_erased, 1);
    if (bar->is_coloured) n = repeated(line, n, "\033[32m", 1);
    n = repeated(line, n, "\u2588", full);
    if (bar->is_coloured) n = repeated(line, n, "\033[0m", 1);
    n = repeated(line, n, "\u2591", left);
    n += snprintf(line + n, (size_t)(BAR_BYTES - n), " %3d %%", (int)(100 * share));
    put(line, n);
}

static void follow(void *argument) {
    struct bar *bar = argument;
    pool_lock_take(&bar->lock);
    int ms = BAR_AFTER_MS;
    while (!bar->is_over) {
        // woken before the time is up, it is over; else there is something to draw
        if (pool_lock_wait(&bar->lock, ms) || bar->is_over) continue;
        draw(bar);
        bar->is_shown = true;
        ms            = BAR_EVERY_MS;
    }
    pool_lock_leave(&bar->lock);
}

void bar_begin(struct bar *bar, const struct progress *progress) {
    const char *terminal = os_environment("TERM");
    int         columns  = os_columns(2);
    *bar                 = (struct bar){.progress    = progress,
                                        .columns     = columns ? columns : BAR_COLUMNS,
                                        .is_coloured = !os_environment("NO_COLOR")};
    if (!os_is_terminal(2) || !terminal || text_equal(terminal, "dumb")) return;
    pool_lock_init(&bar->lock);
    bar->is_begun = pool_thread_start(&bar->thread, follow, bar);
    if (!bar->is_begun) pool_lock_end(&bar->lock);
}

void bar_end(struct bar *bar) {
    if (!bar->is_begun) return;
    pool_lock_take(&bar->lock);
    bar->is_over = true;
    pool_lock_wake(&bar->lock);
    pool_lock_leave(&bar->lock);
    pool_thread_join(&bar->thread);
    pool_lock_end(&bar->lock);
    if (bar->is_shown) put(bar_erased, (ptrdiff_t)sizeof bar_erased - 1);
    bar->is_begun = false;
}
