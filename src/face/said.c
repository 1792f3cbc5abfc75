// SPDX-License-Identifier: Apache-2.0
#include "face/said.h"

#include <string.h>

const char *said_date(date_day day, struct arena *arena) {
    char *text = ARENA_NEW(arena, char, DATE_WORDS_BYTES);
    date_words(day, text);
    return text;
}

const char *said_near(date_day day, struct arena *arena) {
    const char *date = said_date(day, arena), *last = strrchr(date, ' ');
    return last ? arena_text(arena, date, last - date) : date;
}

const char *said_list(const struct names *names, struct arena *arena) {
    struct text out = text_new(arena);
    for (int i = 0; i < names->n; i++) text_addf(&out, "%s%s", i ? ", " : "", names->items[i]);
    return out.data;
}

const char *said_labels(const struct knowledge *knowledge, const char *vocabulary,
                        const struct names *codes, struct arena *arena) {
    struct text out = text_new(arena);
    for (int i = 0; i < codes->n; i++)
        text_addf(&out, "%s%s", i ? ", " : "", load_label(knowledge, vocabulary, codes->items[i]));
    return out.data;
}

const char *said_excluded(const struct knowledge *knowledge, const struct names *codes,
                          struct arena *arena) {
    static const char *const vocabularies[] = {"parts", "agents", "conditions"};
    struct text              out            = text_new(arena);
    for (int i = 0; i < codes->n; i++) {
        const char *label = codes->items[i];
        for (int k = 0; label && k < 3 && text_equal(label, codes->items[i]); k++)
            label = load_label(knowledge, vocabularies[k], codes->items[i]);
        if (label) text_addf(&out, "%s%s", i ? ", " : "", label);
    }
    return out.data;
}

const char *said_evidence(int grade, int status, struct arena *arena) {
    static const char *const statuses[] = {"read in the source", "read second hand",
                                           "worked out from what was read", "not verified",
                                           "our default"};
    const char              *said       = status ? statuses[status - 1] : "no status";
    if (!grade) return said;
    return arena_format(arena, "grade %s, %s", words_grade[grade - 1], said);
}

// What refuses a person or a place for good, whatever the device.
static const struct finding *lasting(const struct screening *screening) {
    const struct finding *findings = screening->findings.items;
    for (int i = 0; i < screening->findings.n; i++) {
        const struct finding_scope *scope    = findings[i].scope;
        bool                        is_whole = !scope->devices.n && !scope->agents.n;
        if (findings[i].counts && findings[i].class == CLASS_REFUSE && is_whole &&
            findings[i].lifts->word)
            return &findings[i];
    }
    return NULL;
}

const char *said_verdict(const struct screening *screening, int verdict,
                         const struct knowledge *knowledge, struct arena *arena) {
    const struct finding *finding = verdict == CLASS_REFUSE ? lasting(screening) : NULL;
    const struct rule    *rule    = finding ? load_rule(knowledge, finding->id) : NULL;
    const char           *by      = "";
    const char           *how     = "";
    if (verdict == CLASS_DEFER && screening->until.day) how = "_until";
    if (finding) how = "_lasting";
    if (rule && rule->override_by) {
        by  = said_labels(knowledge, "professions", &rule->override_by->by, arena);
        how = "_lasting_but";
    }
    const char *id = arena_format(arena, "report.verdict.%s%s", words_class[verdict - 1], how);
    const char *const pairs[] = {"until", said_date(screening->until.day, arena), "by", by, NULL};
    return load_filled(load_saying(knowledge, id), pairs, arena);
}

const char *said_lifts(const struct finding *finding, const struct knowledge *knowledge,
                       struct arena *arena) {
    const struct finding_lifts *lifts = finding->lifts;
    bool                        never = !lifts || lifts->word;
    date_day    day   = never ? 0 : lifts->on.day ? lifts->on.day : lifts->look_again.day;
    const char *state = !never && lifts->when ? load_label(knowledge, "states", lifts->when) : NULL;
    const char *id    = state ? "report.lifts.when" : "report.lifts.on";
    const char *const pairs[] = {"date", said_date(day, arena), "state", state ? state : "", NULL};
    if (never) id = finding->class == CLASS_REFUSE ? "report.lifts.refused" : "report.lifts.never";
    return load_filled(load_saying(knowledge, id), pairs, arena);
}

const char *said_class(const struct knowledge *knowledge, int class) {
    return load_label(knowledge, "classes", words_class[class - 1]);
}

const char *said_content(const struct knowledge *knowledge, const char *agent, const char *id,
                         struct arena *arena) {
    const struct agent   *product  = load_agent(knowledge, agent);
    const struct content *contents = product ? product->contents.items : NULL;
    const char           *label    = id;
    for (int i = 0; product && i < product->contents.n; i++)
        if (text_equal(contents[i].id, id)) label = load_words(&contents[i].label);
    const char *const pairs[] = {"substance", label, NULL};
    return said_capital(load_filled(load_saying(knowledge, "report.numbing_active"), pairs, arena),
                        arena);
}

const char *said_capital(const char *text, struct arena *arena) {
    char *copy = arena_format(arena, "%s", text);
    if (*copy >= 'a' && *copy <= 'z') *copy = (char)(*copy - 'a' + 'A');
    return copy;
}

enum page_mark said_mark(int class) {
    if (class >= CLASS_DEFER) return PAGE_STOP;
    if (class >= CLASS_CAUTION) return PAGE_CARE;
    return PAGE_GOOD;
}
