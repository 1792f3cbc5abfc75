// SPDX-License-Identifier: Apache-2.0
#include "face/sheet_part.h"

#include <math.h>
#include <string.h>

enum { QUARTER = 15, HOUR = 60 };   // minutes

void sheet_part_add(struct sheet *sheet, enum sheet_kind kind, const char *label,
                    const char *text) {
    if (sheet->n == sheet->n_most) {
        struct sheet_block *more = ARENA_NEW(sheet->arena, struct sheet_block, 2 * sheet->n + 64);
        if (sheet->n) memcpy(more, sheet->blocks, (size_t)sheet->n * sizeof *more);
        sheet->blocks = more;
        sheet->n_most = 2 * sheet->n + 64;
    }
    sheet->blocks[sheet->n++] = (struct sheet_block){kind, label, text, NULL};
}

void sheet_part_remarks(struct sheet *sheet, const struct report *r, const char *prefix) {
    const struct plan_remark *remarks = r->plan->remarks.items;
    for (int i = 0; i < r->plan->remarks.n; i++)
        if (text_starts(remarks[i].id, prefix))
            sheet_part_add(sheet, SHEET_TEXT, NULL, remarks[i].text);
}

enum sheet_state sheet_part_state(const struct report *r) {
    const struct plan_session *sessions = r->plan->sessions.items;
    int                        given    = 0;
    if (report_next(r)) return SHEET_PLANNED;
    for (int i = 0; i < r->plan->sessions.n; i++) given += sessions[i].status == SESSION_GIVEN;
    bool is_open = r->plan->verdict < CLASS_ASK;
    bool is_all  = r->plan->series && given >= r->plan->series->chosen.value;
    return is_open && given && is_all ? SHEET_DONE : SHEET_NONE;
}

const char *sheet_part_label(const struct report *r, const char *vocabulary, const char *code) {
    const char *label = report_label(r, vocabulary, code);
    return text_equal(label, code) ? NULL : label;
}

const char *sheet_part_time(const struct report *r, double minutes) {
    int         all = (int)ceil(minutes / QUARTER) * QUARTER, hours = all / HOUR, rest = all % HOUR;
    const char *hour[] = {"n", arena_format(r->arena, "%d", hours), NULL};
    const char *left[] = {"n", arena_format(r->arena, "%d", rest), NULL};
    const char *whole =
        hours ? report_filled(r, hours > 1 ? "sheet.hours" : "sheet.hour", hour) : "";
    if (!rest) return whole;
    return arena_format(r->arena, "%s%s%s", whole, hours ? " " : "",
                        report_filled(r, "sheet.quarters", left));
}
