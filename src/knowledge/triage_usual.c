// SPDX-License-Identifier: Apache-2.0
#include "knowledge/triage_usual.h"

#include "knowledge/limits_base.h"

// ---- words ----

const struct symptom *triage_usual_symptom(const struct knowledge *knowledge, const char *code) {
    const struct symptom *all = knowledge->library.symptoms.items;
    for (int i = 0; i < knowledge->library.symptoms.n; i++)
        if (text_equal(all[i].id, code)) return &all[i];
    return NULL;
}

// Small letters, and one underscore for whatever stands between words.
static const char *plain(const char *word, struct arena *arena) {
    char *out = arena_format(arena, "%s", word), *at = out;
    for (const char *from = word; *from; from++) {
        bool is_letter = (*from >= 'a' && *from <= 'z') || (unsigned char)*from >= 0x80 ||
                         (*from >= '0' && *from <= '9');
        bool is_large = *from >= 'A' && *from <= 'Z';
        if (is_letter) *at++ = *from;
        else if (is_large) *at++ = (char)(*from - 'A' + 'a');
        else if (*from != '\'' && at > out && at[-1] != '_') *at++ = '_';
    }
    while (at > out && at[-1] == '_') at--;
    *at = 0;
    return out;
}

const char *triage_usual_near(const struct knowledge *knowledge, const char *word,
                              struct arena *arena) {
    const struct symptom *all   = knowledge->library.symptoms.items;
    struct list           words = {NULL, 0, true}, codes = {NULL, 0, true};
    for (int i = 0; i < knowledge->library.symptoms.n; i++)
        for (int k = -1; k < all[i].synonyms.n; k++) {
            const char *one = plain(k < 0 ? all[i].id : all[i].synonyms.items[k], arena);
            limits_add(&words, &one, sizeof one, arena);
            limits_add(&codes, &all[i].id, sizeof all[i].id, arena);
        }
    const char *const *plain_words = words.items, *const *meant = codes.items;
    const char        *near = text_nearest(plain(word, arena), plain_words, words.n);
    for (int i = 0; near && i < words.n; i++)
        if (plain_words[i] == near) return meant[i];
    return NULL;
}

// The code of a symptom as a sign names it: its code, or one of its other words.
static const char *code_of(const struct knowledge *knowledge, const char *word,
                           struct arena *arena) {
    const struct symptom *all = knowledge->library.symptoms.items;
    if (triage_usual_symptom(knowledge, word)) return word;
    for (int i = 0; i < knowledge->library.symptoms.n; i++)
        for (int k = 0; k < all[i].synonyms.n; k++)
            if (text_equal(plain(all[i].synonyms.items[k], arena), word)) return all[i].id;
    return NULL;
}

// ---- signs ----

static bool is_for_depth(const struct sign *sign, const struct amount *depth) {
    if (!depth->is_known) return true;
    return (!sign->depth_at_least.is_known || depth->value >= sign->depth_at_least.value) &&
           (!sign->depth_at_most.is_known || depth->value <= sign->depth_at_most.value);
}

// Takes a sign into what is known of its symptom.
static void take(struct list *usual, const char *code, const struct sign *sign, bool is_depth_known,
                 struct arena *arena) {
    double from = sign->from ? sign->from->value.value : 0, to = sign->to->value.value;
    struct triage_usual *items = usual->items, *at = NULL;
    for (int i = 0; i < usual->n; i++)
        if (text_equal(items[i].code, code)) at = &items[i];
    if (!at) {
        struct triage_usual more = {code, sign, from, to, to};
        limits_add(usual, &more, sizeof more, arena);
        return;
    }
    if (to > at->longest_h) at->longest_h = to;
    if (is_depth_known ? to <= at->to_h : to >= at->to_h) return;
    at->sign   = sign;
    at->from_h = from;
    at->to_h   = to;
}

struct list triage_usual_of(const struct knowledge *knowledge, const struct checkin *checkin,
                            struct arena *arena) {
    const struct sign *signs = knowledge->library.signs.items;
    struct list        usual = {NULL, 0, true};
    for (int i = 0; i < knowledge->library.signs.n; i++) {
        const char *code = code_of(knowledge, signs[i].symptom, arena);
        if (code && signs[i].to && is_for_depth(&signs[i], &checkin->depth))
            take(&usual, code, &signs[i], checkin->depth.is_known, arena);
    }
    return usual;
}

const struct triage_usual *triage_usual_find(const struct list *usual, const char *code) {
    const struct triage_usual *items = usual->items;
    for (int i = 0; i < usual->n; i++)
        if (text_equal(items[i].code, code)) return &items[i];
    return NULL;
}
