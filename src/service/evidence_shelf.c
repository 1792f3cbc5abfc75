// SPDX-License-Identifier: Apache-2.0
#include "service/evidence_shelf.h"

#include "domain/words.h"

struct evidence_shelf evidence_shelf_of(const struct session *session, int s) {
    return s == 0 ? (struct evidence_shelf){&catalogue_noun, &session->knowledge.all}
                  : (struct evidence_shelf){&library_noun, &session->knowledge.library};
}

const struct list *evidence_list(struct evidence_shelf shelf, const struct field *field) {
    const void *at = (const char *)shelf.at + field->offset;
    return at;
}

bool evidence_next(const struct session *session, struct evidence_cursor *cursor) {
    for (; cursor->shelf < EVIDENCE_SHELVES; cursor->shelf++, cursor->field = NULL) {
        struct evidence_shelf shelf = evidence_shelf_of(session, cursor->shelf);
        if (!cursor->field) cursor->field = shelf.noun->fields;
        for (; cursor->field->name; cursor->field++, cursor->item = 0) {
            if (cursor->field->kind != FIELD_LIST) continue;
            const struct list *list = evidence_list(shelf, cursor->field);
            if (cursor->item >= list->n) continue;
            const char *at = (const char *)list->items + cursor->item++ * cursor->field->noun->size;
            cursor->entry  = (struct evidence_entry){cursor->field, at, cursor->place++};
            return true;
        }
    }
    return false;
}

const char *evidence_id(const struct evidence_entry *entry) {
    return load_id(entry->list->noun, entry->at);
}

const void *evidence_member(const struct noun *noun, const void *at, const char *key) {
    const struct field *field = field_find(noun, key);
    return field ? (const char *)at + field->offset : NULL;
}

const char *evidence_words(const struct noun *noun, const void *at, const char *key) {
    const struct field *field = field_find(noun, key);
    if (!field || field->kind != FIELD_WORDING) return "";
    const void *words = (const char *)at + field->offset;
    return load_words(words);
}

const char *evidence_heading(const struct evidence_entry *entry) {
    static const char *const keys[] = {"label", "topic", "says", "text", "uses", "because"};
    const struct noun       *noun   = entry->list->noun;
    for (int i = 0; i < 6; i++) {
        const char *words = evidence_words(noun, entry->at, keys[i]);
        if (*words) return words;
    }
    for (const struct field *field = noun->fields; field->name; field++) {
        const char *words = evidence_words(noun, entry->at, field->name);
        if (*words) return words;
    }
    const struct field *text = field_find(noun, "text");
    const char *const  *said = evidence_member(noun, entry->at, "text");
    return text && said && text->kind == FIELD_TEXT && *said ? *said : evidence_id(entry);
}

const char *evidence_because(const struct session *session, const struct evidence_entry *entry) {
    const struct noun *noun = entry->list->noun;
    if (noun == &catalogue_rule_noun) {
        const struct rule *rule = entry->at;
        struct text        out  = text_new(session->arena);
        for (int i = 0; i < rule->cases.n; i++) {
            const struct rule_case *one = (const struct rule_case *)rule->cases.items + i;
            text_addf(&out, "%s%s: %s", i ? " | " : "", words_class[one->class - 1],
                      load_words(&one->because));
        }
        return out.data;
    }
    static const char *const keys[] = {"because", "text", "label"};
    for (int i = 0; i < 3; i++) {
        const char *words = evidence_words(noun, entry->at, keys[i]);
        if (*words) return words;
    }
    const struct field *text = field_find(noun, "text");
    const char *const  *said = evidence_member(noun, entry->at, "text");
    return text && said && text->kind == FIELD_TEXT && *said ? *said : "";
}

int evidence_class(const struct evidence_entry *entry) {
    if (entry->list->noun != &catalogue_rule_noun) return 0;
    const struct rule *rule  = entry->at;
    int                worst = 0;
    for (int i = 0; i < rule->cases.n; i++) {
        int class = ((const struct rule_case *)rule->cases.items + i)->class;
        if (class > worst) worst = class;
    }
    return worst;
}
