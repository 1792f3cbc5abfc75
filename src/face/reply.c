// SPDX-License-Identifier: Apache-2.0
#include "face/reply.h"

#include "face/report.h"
#include "face/sheet.h"

#include <assert.h>

void reply_json(const struct verb_reply *reply, struct text *out) {
    if (reply->kind == VERB_LINES) {
        text_add(out, reply->lines);
        return;
    }
    doc_write(&reply->doc, 0, out);
    text_add(out, "\n");
}

static struct report report_of(const struct session *session, const struct verb_reply *reply) {
    assert(reply->kind == VERB_PLAN);
    return (struct report){.plan      = reply->plan,
                           .patient   = &reply->screened->patient,
                           .clinic    = &session->clinic,
                           .knowledge = &session->knowledge,
                           .arena     = session->arena};
}

void reply_sheet(const struct session *session, const struct verb_reply *reply, struct page *page) {
    struct report report = report_of(session, reply);
    struct sheet *sheet  = ARENA_NEW(session->arena, struct sheet, 1);
    sheet_make(sheet, &report);
    sheet_text(sheet, page);
}

const char *reply_page(const struct session *session, const struct verb_reply *reply,
                       bool is_person, ptrdiff_t *n) {
    struct report report = report_of(session, reply);
    struct sheet *sheet  = ARENA_NEW(session->arena, struct sheet, 1);
    if (!is_person) return report_page(&report, n);
    sheet_make(sheet, &report);
    return sheet_page(sheet, &report, n);
}
