// SPDX-License-Identifier: Apache-2.0
#include "knowledge/reason.h"

#include <string.h>

// The text with its first letter small, for the middle of a sentence, or large, for its start.
static const char *with_first(const char *text, bool is_large, struct arena *arena) {
    char *copy = arena_format(arena, "%s", text);
    char  from = is_large ? 'a' : 'A';
    if (*copy >= from && *copy <= from + 25) *copy = (char)(*copy ^ 0x20);
    return copy;
}

static const char *zones_said(const struct view *view, const struct names *zones) {
    struct text out = text_new(view->arena);
    for (int i = 0; i < zones->n; i++) {
        const char *label = load_label(view->knowledge, "zones", zones->items[i]);
        const char *join  = i == zones->n - 1 ? " and " : ", ";
        text_addf(&out, "%s%s", i ? join : "", with_first(label, false, view->arena));
    }
    return out.data;
}

const char *reason_fact(const struct knowledge *knowledge, const char *fact, struct arena *arena) {
    const char *first = strchr(fact, '.'), *last = strrchr(fact, '.');
    const char *key   = last ? last + 1 : fact;
    const char *asked = load_label(knowledge, "facts", key);
    if (!first) return asked;
    const char *list = arena_text(arena, fact, first - fact);
    if (first == last)
        return arena_format(arena, "%s (%s)", load_label(knowledge, "facts", list), asked);
    const char *code = arena_text(arena, first + 1, last - first - 1);
    return arena_format(arena, "%s (%s)", load_label(knowledge, list, code), asked);
}

static const char *facts_said(const struct view *view, const struct names *facts) {
    struct text out = text_new(view->arena);
    for (int i = 0; i < facts->n; i++)
        text_addf(&out, "%s%s", i ? "; " : "",
                  reason_fact(view->knowledge, facts->items[i], view->arena));
    return out.data;
}

const char *reason_filled(const struct view *view, const char *pattern,
                          const struct finding *finding, const struct evaluate_item *item) {
    const char *code = evaluate_code(item);
    char        age[32], until[DATE_WORDS_BYTES];
    text_number(age, patient_age(view->patient, view->on));
    date_words(finding->until.day, until);
    const char *const pairs[] = {"until", until,
                                 "zones", zones_said(view, &finding->scope->zones),
                                 "label", code ? load_label(view->knowledge, item->list, code) : "",
                                 "age",   age,
                                 "fact",  facts_said(view, &finding->missing),
                                 "topic", finding->topic,
                                 NULL};
    return with_first(load_filled(pattern, pairs, view->arena), true, view->arena);
}

const char *reason_saying(const struct view *view, const char *id, const char *const *pairs) {
    return load_filled(load_saying(view->knowledge, id), pairs, view->arena);
}
