// report_part: what the sections of the page are made of: headings, numbers with their marks and
// sources, tables that become stacked rows where there is little room.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_REPORT_PART_H
#define STIPPLE_FACE_REPORT_PART_H

#include "domain/clinic.h"
#include "domain/patient.h"
#include "domain/plan.h"
#include "face/html.h"
#include "knowledge/load.h"

enum { REPORT_DIGITS = 3, REPORT_COLUMNS = 10, REPORT_PARTS = 24 };

struct report {
    const struct plan      *plan;
    const struct patient   *patient;
    const struct clinic    *clinic;
    const struct knowledge *knowledge;
    struct arena           *arena;
    struct html             html;
    const char             *part_ids[REPORT_PARTS], *part_headings[REPORT_PARTS];
    int                     parts;   // sections begun so far
};

struct report_table {
    const char *heads[REPORT_COLUMNS];   // column heads; the first column holds the row heads
    int         n, at;                   // columns, and the next one to be written
};

const char *report_said(const struct report *r, const char *id);
// The saying with its places filled: name, value, ..., NULL.
const char *report_filled(const struct report *r, const char *id, const char *const *pairs);
const char *report_label(const struct report *r, const char *vocabulary, const char *code);
const char *report_date(const struct report *r, date_day day);
const char *report_capital(const struct report *r, const char *text);   // first letter as a capital

void report_section(struct report *r, const char *id, const char *heading);   // to be closed
void report_p(struct report *r, const char *class, const char *text);

// <details> for what few want to read; on paper it is open.
void report_fold(struct report *r, const char *summary);
void report_fold_end(struct report *r);

// "1.25 (1.08 to 1.46) mm" and the mark of its kind. Nothing for NULL.
void report_quantity(struct report *r, const struct quantity *quantity);
// The mark alone: "computed", "measured elsewhere", "advice".
void report_mark(struct report *r, int kind);
// "grade B, read in the source: R03, R32", the keys linked to the list at the end.
void report_evidence(struct report *r, const struct names *sources, int grade, int status);
// Mark and evidence of a quantity in one line, and why, where it says so.
void report_origin(struct report *r, const struct quantity *quantity);
void report_because(struct report *r, const struct quantity *quantity);
// "36 % (26 to 48)" with its mark. Nothing for NULL.
void report_share(struct report *r, const struct quantity *share);
// "54 of 100 (16 to 97)" with its mark. Nothing for NULL.
void report_hundredths(struct report *r, const struct quantity *share);
// "12 of 100 people (5 to 22)" with its mark. Nothing for NULL.
void report_people(struct report *r, const struct quantity *share);

void report_table(struct report *r, struct report_table *table, const char *caption,
                  bool is_stacked);
void report_table_end(struct report *r);
void report_row(struct report *r, struct report_table *table, const char *head);
void report_row_end(struct report *r);
void report_cell(struct report *r, struct report_table *table);   // to be ended
void report_cell_end(struct report *r);
void report_cell_text(struct report *r, struct report_table *table, const char *text);
// A number alone with its mark, "-" for NULL.
void report_cell_quantity(struct report *r, struct report_table *table,
                          const struct quantity *quantity);

// What a quantity says of itself when it cannot be foretold: "Not predictable: ...".
const char *report_unforeseen(const struct report *r, const struct quantity *quantity);

// True for the first month that has no number and gives this reason for this use.
bool report_is_new_reason(const struct report *r, int month);

// The sitting that comes next, or NULL.
const struct plan_session *report_next(const struct report *r);
// How many visits its treatment takes; they follow it in the list. 0 = no sitting is planned.
int report_visits(const struct report *r);

#endif
