// sheet: what the person takes home: one page in plain words. It holds no rule, no source key and
// nothing that a rule keeps from the person. One list of blocks is shown at a terminal and as HTML.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_SHEET_H
#define STIPPLE_FACE_SHEET_H

#include "face/page.h"
#include "face/report_part.h"

enum sheet_kind {
    SHEET_TITLE,
    SHEET_WARN,
    SHEET_CALL,   // how to reach somebody
    SHEET_PART,   // begins a part of the sheet; `label` is its id
    SHEET_MORE,   // begins a part that is folded on a screen and left out on paper
    SHEET_TEXT,
    SHEET_ITEM,     // one of a list
    SHEET_PAIR,     // a label with its text
    SHEET_URGENT,   // whom to call, before a list
    SHEET_PEOPLE,   // a share of 100 people
    SHEET_FOOT
};

struct sheet_block {
    enum sheet_kind        kind;
    const char            *label, *text;
    const struct quantity *share;   // SHEET_PEOPLE
};

// What the sheet is for: a treatment to come, a course that is over, or no treatment.
enum sheet_state { SHEET_PLANNED, SHEET_DONE, SHEET_NONE };

struct sheet {
    struct sheet_block *blocks;   // [n], of n_most there is room for
    int                 n, n_most;
    struct arena       *arena;
};

// `r` without its html. The sheet's texts live in r's arena.
void        sheet_make(struct sheet *sheet, struct report *r);
void        sheet_text(const struct sheet *sheet, struct page *page);
const char *sheet_page(const struct sheet *sheet, struct report *r, ptrdiff_t *n);

#endif
