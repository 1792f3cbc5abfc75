// SPDX-License-Identifier: Apache-2.0
#include "knowledge/check_text.h"

#include "knowledge/check_refer.h"
#include "knowledge/check_strict.h"

static const char own_id[] = "the English words of the built-in entry, or an id of its own";

static struct strict_node child(struct strict_node of, const char *key) {
    return check_strict_child(of, key);
}

static bool is_word(struct strict_node of, const char *word) {
    return text_equal(check_strict_text(of), word);
}

static struct strict_node root_of(const struct check *check, int entry) {
    return (struct strict_node){check->entries[entry].doc, check->entries[entry].node};
}

// ---- the same English words ----

// All that `a` says in English stands at the same place in `b`. Recursion ends with the depth of
// the document.
static bool is_said(struct strict_node a, struct strict_node b) {
    if (a.node < 0) return true;
    enum doc_kind kind = doc_kind_of(a.doc, a.node);
    if (kind != DOC_MAP && kind != DOC_LIST)
        return !text_equal(doc_key(a.doc, a.node), "en") ||
               (b.node >= 0 && is_word(b, check_strict_text(a)));
    struct strict_node beside = kind == DOC_LIST ? check_strict_first(b) : b;
    for (int i = a.doc->nodes[a.node].first; i >= 0; i = a.doc->nodes[i].next) {
        struct strict_node item = {a.doc, i};
        if (!is_said(item, kind == DOC_MAP ? child(b, doc_key(a.doc, i)) : beside)) return false;
        if (kind == DOC_LIST && beside.node >= 0) beside = check_strict_next(beside);
    }
    return true;
}

static bool says_the_same(struct strict_node a, struct strict_node b) {
    return is_said(a, b) && is_said(b, a);
}

// One key of an entry, at its place in the new one.
static void check_words(struct check *check, int entry, struct strict_node old, const char *key) {
    struct strict_node new = root_of(check, entry);
    struct strict_node at  = child(new, key);
    if (says_the_same(child(old, key), at)) return;
    struct strict_node words = child(at, "en");
    check_complain(check, entry, at.node < 0 ? new.node : at.node, key, check_strict_text(words),
                   "are other words of safety than the built-in ones", own_id);
}

// Every key of either, for an entry that is nothing but words to act on.
static void check_all_words(struct check *check, int entry, struct strict_node old) {
    const struct field *field = check->entries[entry].noun->fields;
    for (; field->name; field++) check_words(check, entry, old, field->name);
}

static void check_triage_words(struct check *check, int entry, struct strict_node old) {
    static const char *const urgent[]  = {"because", "do_now", "if_so"};
    struct strict_node       level     = child(old, "level");
    bool                     is_urgent = is_word(level, "emergency") || is_word(level, "same_day");
    for (int i = 0; is_urgent && i < 2; i++) check_words(check, entry, old, urgent[i]);
    // Where the built-in rule asks nothing, this completes no sentence.
    if (is_urgent && child(old, "if_so").node >= 0) check_words(check, entry, old, "if_so");
    if (is_word(level, "self_care")) check_words(check, entry, old, "call");
}

// ---- rules that refuse or defer ----

static bool is_protecting(struct strict_node one) {
    return is_word(child(one, "class"), "refuse") || is_word(child(one, "class"), "defer");
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The same sentence but for its numbers: more days are told as more days.
static bool is_same_sentence(const char *a, const char *b) {
    while (*a && *b) {
        bool is_number = is_digit(*a) && is_digit(*b);
        if (!is_number && *a != *b) return false;
        a++, b++;
        while (is_number && is_digit(*a)) a++;
        while (is_number && is_digit(*b)) b++;
    }
    return *a == *b;
}

static bool gives_same(struct strict_node one, struct strict_node other, const char *key) {
    struct strict_node a = child(one, key), b = child(other, key);
    return (a.node < 0) == (b.node < 0) &&
           is_same_sentence(check_strict_text(child(a, "en")), check_strict_text(child(b, "en")));
}

// Does a case of a list give the same reasons in English?
static bool has_reason(struct strict_node cases, struct strict_node one) {
    struct strict_node other = check_strict_first(cases);
    for (; other.node >= 0; other = check_strict_next(other))
        if (gives_same(one, other, "because") && gives_same(one, other, "told")) return true;
    return false;
}

static void check_rule_words(struct check *check, int entry, struct strict_node old) {
    struct strict_node new   = root_of(check, entry);
    struct strict_node cases = child(new, "cases"), before = child(old, "cases");
    struct strict_node one    = check_strict_first(before);
    bool               is_any = false;
    for (; one.node >= 0; one = check_strict_next(one)) {
        is_any = is_any || is_protecting(one);
        if (is_protecting(one) && !has_reason(cases, one))
            check_complain(check, entry, cases.node < 0 ? new.node : cases.node, "because",
                           check_strict_text(child(child(one, "because"), "en")),
                           "is a reason of the built-in rule that is not given any more", own_id);
    }
    for (one = check_strict_first(cases); one.node >= 0; one = check_strict_next(one))
        if (is_any && is_protecting(one) && !has_reason(before, one))
            check_complain(check, entry, one.node, "because",
                           check_strict_text(child(child(one, "because"), "en")),
                           "is a reason that the built-in rule does not give", own_id);
    struct strict_node hidden = child(new, "private");
    if (is_any && is_word(hidden, "true") && !is_word(child(old, "private"), "true"))
        check_complain(check, entry, hidden.node, "private", "true",
                       "keeps from the person what the built-in rule tells", "false");
}

// ---- texts with places ----

// Every {place} of a text in any language is one of the built-in text.
static void check_places(struct check *check, int entry, struct strict_node old) {
    struct strict_node text   = child(root_of(check, entry), "text");
    const char        *known  = check_strict_text(child(child(old, "text"), "en"));
    bool               is_map = text.node >= 0 && doc_kind_of(text.doc, text.node) == DOC_MAP;
    for (int i = is_map ? text.doc->nodes[text.node].first : -1; i >= 0;
         i     = text.doc->nodes[i].next) {
        const char *at = strchr(doc_text(text.doc, i), '{');
        for (; at; at = strchr(at + 1, '{')) {
            const char *end   = strchr(at, '}');
            int         n     = end ? (int)(end - at) + 1 : (int)strlen(at);
            const char *place = arena_format(check->arena, "%.*s", n, at);
            if (!end || !strstr(known, place))
                check_complain(check, entry, i, "text", place,
                               "is no place of the built-in text, and would be printed as it is",
                               known);
        }
    }
}

// Does an entry name this text?
static bool is_named(const struct check *check, const char *id) {
    for (int v = 0; v < check->n_values; v++) {
        const struct check_value *value = &check->values[v];
        const struct doc         *doc   = check->entries[value->entry].doc;
        if (!text_equal(doc_text(doc, value->node), id)) continue;
        const struct refer *refer = check_refer_of(value);
        if (refer && text_equal(refer->lists[0], "sayings")) return true;
    }
    return false;
}

// ---- what is called seen ----

static bool is_own(const char *source) {
    static const char *const own[] = {"default", "clinic", "patient"};
    return text_equal(source, own[0]) || text_equal(source, own[1]) || text_equal(source, own[2]);
}

// The sources of a value: those of the innermost mapping around it that names some.
static struct strict_node sources_of(const struct check *check, const struct check_value *value) {
    const struct doc *doc = check->entries[value->entry].doc;
    for (;;) {
        const struct noun *noun;
        struct strict_node at      = {doc, check_mapping(check, value, &noun)};
        struct strict_node sources = child(at, "sources");
        if (check_strict_first(sources).node >= 0 || value->up < 0) return sources;
        value = &check->values[value->up];
    }
}

static void check_seen(struct check *check, const struct check_value *value) {
    const struct check_entry *entry = &check->entries[value->entry];
    const char               *word  = doc_text(entry->doc, value->node);
    bool is_seen = text_equal(word, "seen") || text_equal(word, "seen_second_hand");
    if (!entry->is_live || !is_seen || !text_equal(value->field->name, "status")) return;
    struct strict_node source = check_strict_first(sources_of(check, value));
    bool               is_any = source.node >= 0;
    while (source.node >= 0 && is_own(check_strict_text(source)))
        source = check_strict_next(source);
    if (!is_any || source.node >= 0) return;
    check_complain_value(check, value, value->node,
                         "was not seen in a source: it names none but ours",
                         "default, or a source in which it stands");
}

// ---- all of them ----

// The built-in entry that this one of the user's replaces, -1: none. Earlier entries of a hash
// follow later ones.
static int replaced_by(const struct check *check, int entry) {
    const struct check_entry *new = &check->entries[entry];
    int i                         = new->same;
    while (i >= 0 && (check->entries[i].layer > 0 || check->entries[i].list != new->list ||
                      !text_equal(check->entries[i].id, new->id)))
        i = check->entries[i].same;
    return i;
}

static void check_entry_text(struct check *check, int entry) {
    const char *list   = check->entries[entry].list->name;
    int         before = replaced_by(check, entry);
    if (before < 0) {
        if (text_equal(list, "sayings") && !is_named(check, check->entries[entry].id))
            check_complain(check, entry, check->entries[entry].node, "id", check->entries[entry].id,
                           "is no text of the program, and none names it",
                           "the id of a built-in text, or of one that a device names");
        return;
    }
    struct strict_node old = root_of(check, before);
    if (text_equal(list, "cards") || text_equal(list, "stops")) check_all_words(check, entry, old);
    if (text_equal(list, "triage")) check_triage_words(check, entry, old);
    if (text_equal(list, "rules")) check_rule_words(check, entry, old);
    if (text_equal(list, "sayings")) check_places(check, entry, old);
}

void check_texts(struct check *check) {
    for (int i = 0; i < check->n_entries; i++)
        if (check->entries[i].layer > 0) check_entry_text(check, i);
    for (int v = 0; v < check->n_values; v++) check_seen(check, &check->values[v]);
}
