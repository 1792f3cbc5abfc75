// page: text for a terminal: wrapped to its width, with the few marks a terminal has.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_PAGE_H
#define STIPPLE_FACE_PAGE_H

#include "base/text.h"

struct page {
    struct text out;
    int         width;   // columns
    bool        is_coloured;
};

enum page_mark { PAGE_PLAIN, PAGE_BOLD, PAGE_DIM, PAGE_GOOD, PAGE_CARE, PAGE_STOP };

struct page page_new(int width, bool is_coloured, struct arena *arena);

// A heading with an empty line before it (not at the top).
void page_heading(struct page *page, const char *text);
// A paragraph, each line indented, wrapped at spaces.
void page_text(struct page *page, int indent, const char *text);
// The same in a mark.
void page_marked(struct page *page, int indent, enum page_mark mark, const char *text);
// A label in a column of `label_columns`, the text wrapped beside it. `mark` is for the label.
void page_pair(struct page *page, int indent, int label_columns, enum page_mark mark,
               const char *label, const char *text);
// A row of a table: cells padded to their widths, a cell that is too long keeps one space after it.
void page_row(struct page *page, int indent, enum page_mark mark, const int *widths,
              const char *const *cells, int n);
void page_gap(struct page *page);   // an empty line

#endif
