// SPDX-License-Identifier: Apache-2.0
#include "knowledge/triage_usual.h"

#include "knowledge/limits_base.h"
#include "knowledge/view.h"

#include <string.h>

// ---- words ----

const struct symptom *triage_usual_symptom(const struct knowledge *knowledge, const char *code) {
    const struct symptom *all = knowledge->library.symptoms.items;
    for (int i = 0; i < knowledge->library.symptoms.n; i++)
        if (text_equal(all[i].id, code)) return &all[i];
    return NULL;
}

// A letter as a small one; 0: it stands between words.
static char small(char c) {
    if (c >= 'A' && c <= 'Z') return (char)(c - 'A' + 'a');
    bool is_letter = (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80 || (c >= '0' && c <= '9');
    return is_letter ? c : 0;
}

// Small letters, and one underscore for whatever stands between words.
static const char *plain(const char *word, struct arena *arena) {
    char *out = arena_text(arena, word, (ptrdiff_t)strlen(word)), *at = out;
    for (const char *from = word; *from; from++) {
        if (small(*from)) *at++ = small(*from);
        else if (*from != '\'' && at > out && at[-1] != '_') *at++ = '_';
    }
    while (at > out && at[-1] == '_') at--;
    *at = 0;
    return out;
}

// Would `word`, made plain, be `told`?
static bool is_told_so(const char *word, const char *told) {
    const char *at     = told;
    bool        is_gap = false;   // between this letter and the one before it
    for (; *word; word++) {
        char c = small(*word);
        if (!c) {
            is_gap = is_gap || (*word != '\'' && at > told);
            continue;
        }
        if (is_gap && *at++ != '_') return false;
        if (*at++ != c) return false;
        is_gap = false;
    }
    return *at == 0;
}

// The words of a plain text in the order of the alphabet: "blue_lips" of "lips_blue".
static const char *ordered(const char *text, struct arena *arena) {
    struct names words = {0};
    struct text  out   = text_new(arena);
    for (const char *at = text; *at;) {
        ptrdiff_t n = (ptrdiff_t)strcspn(at, "_");
        view_add(&words, arena_text(arena, at, n), arena);
        at += n;
        at += *at == '_';
    }
    for (int done = 0; done < words.n; done++) {
        int least = done;
        for (int i = done + 1; i < words.n; i++)
            if (strcmp(words.items[i], words.items[least]) < 0) least = i;
        const char *word   = words.items[least];
        words.items[least] = words.items[done];
        words.items[done]  = word;
        text_addf(&out, "%s%s", done ? "_" : "", word);
    }
    return out.data;
}

static int word_count(const struct knowledge *knowledge) {
    const struct symptom *all = knowledge->library.symptoms.items;
    int                   n   = knowledge->library.symptoms.n;
    for (int i = 0; i < knowledge->library.symptoms.n; i++) n += all[i].synonyms.n;
    return n;
}

struct triage_usual_words triage_usual_words(const struct knowledge *knowledge,
                                             struct arena           *arena) {
    const struct symptom     *all   = knowledge->library.symptoms.items;
    int                       most  = word_count(knowledge);
    struct triage_usual_words words = {.words   = ARENA_NEW(arena, const char *, most),
                                       .ordered = ARENA_NEW(arena, const char *, most),
                                       .codes   = ARENA_NEW(arena, const char *, most)};
    for (int i = 0; i < knowledge->library.symptoms.n; i++)
        for (int k = -1; k < all[i].synonyms.n; k++) {
            const char *word       = plain(k < 0 ? all[i].id : all[i].synonyms.items[k], arena);
            words.words[words.n]   = word;
            words.ordered[words.n] = ordered(word, arena);
            words.codes[words.n++] = all[i].id;
        }
    return words;
}

const char *triage_usual_near(const struct triage_usual_words *words, const char *word,
                              bool *is_own, struct arena scratch) {
    const char *told = plain(word, &scratch), *near = text_nearest(told, words->words, words->n);
    const char *order = ordered(told, &scratch);
    for (int i = 0; i < words->n && !(near && text_equal(near, told)); i++)
        if (text_equal(words->ordered[i], order)) told = near = words->words[i];
    *is_own = near && text_equal(near, told);
    for (int i = 0; near && i < words->n; i++)
        if (words->words[i] == near) return words->codes[i];
    return NULL;
}

// The code of a symptom as a sign names it: its code, or one of its other words.
static const char *code_of(const struct knowledge *knowledge, const char *word) {
    const struct symptom *all = knowledge->library.symptoms.items;
    if (triage_usual_symptom(knowledge, word)) return word;
    for (int i = 0; i < knowledge->library.symptoms.n; i++)
        for (int k = 0; k < all[i].synonyms.n; k++)
            if (is_told_so(all[i].synonyms.items[k], word)) return all[i].id;
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
        struct triage_usual one = {code, sign, from, to, to};
        limits_add(usual, &one, sizeof one, arena);
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
        const char *code = code_of(knowledge, signs[i].symptom);
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
