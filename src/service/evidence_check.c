// SPDX-License-Identifier: Apache-2.0
#include "service/evidence_check.h"

#include "knowledge/check_base.h"

enum { COUNTS = 11 };

struct count {
    const char *name;
    int         n;
};

// What is counted, in the order in which it is told; `unsourced` comes last.
static void count_all(const struct session *session, const struct check *check,
                      struct count counts[COUNTS]) {
    const struct catalogue *all     = &session->knowledge.all;
    const struct library   *library = &session->knowledge.library;
    int                     n_live  = 0;
    for (int i = 0; i < check->n_entries; i++) n_live += check->entries[i].is_live;
    const struct count told[COUNTS] = {
        {"sources", all->sources.n},      {"rules", all->rules.n},
        {"zones", all->zones.n},          {"devices", all->devices.n},
        {"agents", all->agents.n},        {"trials", library->trials.n},
        {"claims", library->claims.n},    {"notes", all->notes.n},
        {"examples", check->n_examples},  {"entries", n_live},
        {"unsourced", check->n_unsourced}};
    for (int i = 0; i < COUNTS; i++) counts[i] = told[i];
}

// Every row of the registers: what uses it, or why nothing does.
static void write_rows(const struct check *check, struct doc_build *build) {
    doc_build_list(build, "rows");
    for (int i = 0; i < check->n_rows; i++) {
        const struct check_row *row  = &check->rows[i];
        const char *const      *used = row->used.items;
        doc_build_map(build, NULL);
        doc_build_text(build, "id", row->id);
        doc_build_text(build, "topic", row->topic);
        doc_build_list(build, "used");
        for (int k = 0; k < row->used.n; k++) doc_build_text(build, NULL, used[k]);
        doc_build_end(build);
        if (row->because) doc_build_text(build, "because", row->because);
        doc_build_end(build);
    }
    doc_build_end(build);
}

static struct doc reply_of(const struct check *check, const struct count counts[COUNTS]) {
    struct doc_build *build = doc_build_new(check->arena);
    doc_build_map(build, NULL);
    doc_build_text(build, "format", "stipple-check/1");
    for (int i = 0; i < COUNTS; i++) doc_build_number(build, counts[i].name, counts[i].n);
    doc_build_list(build, "complaints");
    for (int i = 0; i < check->said.n; i++) doc_build_text(build, NULL, check->said.items[i]);
    doc_build_end(build);
    write_rows(check, build);
    doc_build_end(build);
    return doc_build_done(build);
}

enum status evidence_check(struct session *session, const char **lines, struct doc *reply) {
    struct check check;
    struct count counts[COUNTS];
    struct text  out = text_new(session->arena);
    TRY(load_library(&session->knowledge, session->arena, session->fault));
    check_base_entries(&check, &session->knowledge, session->arena);
    check_base_examples(&check);
    count_all(session, &check, counts);
    *reply = reply_of(&check, counts);
    for (int i = 0; i < check.said.n; i++) text_addf(&out, "%s\n", check.said.items[i]);
    for (int i = 0; i < COUNTS; i++)
        text_addf(&out, "%s%d %s", i ? " " : "", counts[i].n, counts[i].name);
    text_add(&out, "\n");
    *lines = out.data;
    if (check.n_said == 0) return ST_OK;
    return fault_at(session->fault, ST_CONTENT,
                    "evidence: %d complaints: are told above; allowed: 0", check.n_said);
}
