// SPDX-License-Identifier: Apache-2.0
#include "face/page.h"

#include <string.h>

// Columns of a text: its characters, combining marks and wide forms aside.
static int columns(const char *text, ptrdiff_t n) {
    int count = 0;
    for (ptrdiff_t i = 0; i < n; i++) count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

// Last guard before a terminal: what would steer it is shown as "?".
static void put(struct page *page, const char *text, ptrdiff_t n) {
    for (int code; n > 0;) {
        ptrdiff_t run = text_plain_prefix(text, n, &code);
        text_add_bytes(&page->out, text, run);
        if (run == n) return;
        text_add_bytes(&page->out, "?", 1);
        for (run++; run < n && ((unsigned char)text[run] & 0xC0) == 0x80;) run++;
        text += run;
        n -= run;
    }
}

static void spaces(struct page *page, int n) {
    for (int i = 0; i < n; i++) text_add_bytes(&page->out, " ", 1);
}

static const char *const page_codes[] = {"",         "\033[1m",  "\033[2m",
                                         "\033[32m", "\033[33m", "\033[31m"};

static void mark_begin(struct page *page, enum page_mark mark) {
    if (page->is_coloured && mark != PAGE_PLAIN) text_add(&page->out, page_codes[mark]);
}

static void mark_end(struct page *page, enum page_mark mark) {
    if (page->is_coloured && mark != PAGE_PLAIN) text_add(&page->out, "\033[0m");
}

// Wraps `text`; the first line stands at column `at` already, further ones are indented.
static void wrap(struct page *page, int indent, int at, const char *text) {
    bool is_first = true;
    while (*text) {
        ptrdiff_t n    = (ptrdiff_t)strcspn(text, " \t\n");
        int       wide = columns(text, n);
        if (!is_first && at + 1 + wide > page->width) {
            text_add(&page->out, "\n");
            spaces(page, indent);
            at = indent;
        } else if (!is_first) {
            text_add(&page->out, " ");
            at++;
        }
        put(page, text, n);
        at += wide;
        is_first = false;
        text += n;
        while (*text == ' ' || *text == '\t' || *text == '\n') text++;
    }
    text_add(&page->out, "\n");
}

struct page page_new(int width, bool is_coloured, struct arena *arena) {
    return (struct page){text_new(arena), width, is_coloured};
}

void page_gap(struct page *page) { text_add(&page->out, "\n"); }

void page_heading(struct page *page, const char *text) {
    if (page->out.n) page_gap(page);
    page_marked(page, 0, PAGE_BOLD, text);
}

void page_marked(struct page *page, int indent, enum page_mark mark, const char *text) {
    spaces(page, indent);
    mark_begin(page, mark);
    wrap(page, indent, indent, text);
    mark_end(page, mark);
}

void page_text(struct page *page, int indent, const char *text) {
    page_marked(page, indent, PAGE_PLAIN, text);
}

void page_pair(struct page *page, int indent, int label_columns, enum page_mark mark,
               const char *label, const char *text) {
    int wide = columns(label, (ptrdiff_t)strlen(label));
    spaces(page, indent);
    mark_begin(page, mark);
    put(page, label, (ptrdiff_t)strlen(label));
    mark_end(page, mark);
    if (wide >= label_columns) {   // too long for its column: the text begins on a line of its own
        text_add(&page->out, "\n");
        spaces(page, indent + label_columns);
    } else spaces(page, label_columns - wide);
    wrap(page, indent + label_columns, indent + label_columns, text);
}

void page_row(struct page *page, int indent, enum page_mark mark, const int *widths,
              const char *const *cells, int n) {
    spaces(page, indent);
    mark_begin(page, mark);
    for (int i = 0; i < n; i++) {
        int left = widths[i] - columns(cells[i], (ptrdiff_t)strlen(cells[i]));
        put(page, cells[i], (ptrdiff_t)strlen(cells[i]));
        if (i + 1 < n && *cells[i + 1]) spaces(page, left > 1 ? left : 1);
    }
    mark_end(page, mark);
    text_add(&page->out, "\n");
}
