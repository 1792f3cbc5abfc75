// SPDX-License-Identifier: Apache-2.0
#include "knowledge/check_strict.h"

#include "base/units.h"

struct strict_node check_strict_child(struct strict_node of, const char *key) {
    return (struct strict_node){of.doc, of.node < 0 ? -1 : doc_child(of.doc, of.node, key)};
}

struct strict_node check_strict_first(struct strict_node list) {
    bool is_list = list.node >= 0 && doc_kind_of(list.doc, list.node) == DOC_LIST;
    return (struct strict_node){list.doc, is_list ? list.doc->nodes[list.node].first : -1};
}

struct strict_node check_strict_next(struct strict_node item) {
    return (struct strict_node){item.doc, item.doc->nodes[item.node].next};
}

const char *check_strict_text(struct strict_node of) {
    return of.node < 0 ? "" : doc_text(of.doc, of.node);
}

static bool same_number(const char *a, const char *b) {
    double x, y;
    return units_number(a, &x) && units_number(b, &y) && x == y;
}

static bool is_branch(enum doc_kind kind) { return kind == DOC_MAP || kind == DOC_LIST; }

// Recursion ends with the depth of the document.
bool check_strict_same(struct strict_node a, struct strict_node b) {
    if (a.node < 0 || b.node < 0) return a.node < 0 && b.node < 0;
    enum doc_kind          kind = doc_kind_of(a.doc, a.node);
    const struct doc_node *x = &a.doc->nodes[a.node], *y = &b.doc->nodes[b.node];
    if (kind != doc_kind_of(b.doc, b.node) || (is_branch(kind) && x->n != y->n)) return false;
    if (kind == DOC_NUMBER && same_number(check_strict_text(a), check_strict_text(b))) return true;
    if (!is_branch(kind)) return text_equal(check_strict_text(a), check_strict_text(b));
    for (int i = x->first, k = y->first; i >= 0; i = a.doc->nodes[i].next) {
        bool is_map = kind == DOC_MAP;
        int  at     = k;
        if (is_map && !text_equal(doc_key(a.doc, i), doc_key(b.doc, k)))
            at = doc_child(b.doc, b.node, doc_key(a.doc, i));
        if (at < 0 ||
            !check_strict_same((struct strict_node){a.doc, i}, (struct strict_node){b.doc, at}))
            return false;
        k = b.doc->nodes[k].next;
    }
    return true;
}

static bool has_text(struct strict_node list, const char *text) {
    struct strict_node item = check_strict_first(list);
    for (; item.node >= 0; item = check_strict_next(item))
        if (text_equal(check_strict_text(item), text)) return true;
    return false;
}

bool check_strict_within(struct strict_node a, struct strict_node b) {
    struct strict_node item = check_strict_first(a);
    for (; item.node >= 0; item = check_strict_next(item))
        if (!has_text(b, check_strict_text(item))) return false;
    return true;
}

bool check_strict_wider(struct strict_node a, struct strict_node b) {
    if (check_strict_first(b).node < 0) return true;
    return check_strict_first(a).node >= 0 && check_strict_within(a, b);
}

// ---- tests ----

static bool test_follows(struct strict_node a, struct strict_node b);

// Does some test of the list make `test` true?
static bool follows_from_some(struct strict_node list, struct strict_node test) {
    struct strict_node item = check_strict_first(list);
    for (; item.node >= 0; item = check_strict_next(item))
        if (test_follows(item, test)) return true;
    return false;
}

bool check_strict_follows(struct strict_node a, struct strict_node b) {
    struct strict_node item = check_strict_first(b);
    for (; item.node >= 0; item = check_strict_next(item))
        if (!follows_from_some(a, item)) return false;
    return true;
}

// Every test of list `a` makes some test of list `b` true.
static bool each_leads(struct strict_node a, struct strict_node b) {
    struct strict_node item = check_strict_first(a);
    for (; item.node >= 0; item = check_strict_next(item)) {
        struct strict_node to = check_strict_first(b);
        while (to.node >= 0 && !test_follows(item, to)) to = check_strict_next(to);
        if (to.node < 0) return false;
    }
    return true;
}

static bool number_follows(struct strict_node a, struct strict_node b, bool may_rise) {
    double x, y;
    if (!units_number(check_strict_text(a), &x) || !units_number(check_strict_text(b), &y))
        return false;
    return may_rise ? y >= x : y <= x;
}

static bool has_follows(struct strict_node a, struct strict_node b) {
    if (a.node < 0 || !text_equal(check_strict_text(check_strict_child(a, "list")),
                                  check_strict_text(check_strict_child(b, "list"))))
        return false;
    return check_strict_wider(check_strict_child(a, "codes"), check_strict_child(b, "codes")) &&
           check_strict_follows(check_strict_child(a, "where"), check_strict_child(b, "where"));
}

// One key of test `b`: does it hold wherever that key of `a` does?
static bool key_follows(struct strict_node a, struct strict_node b, const char *key) {
    static const char *const words[] = {"is", "goal_zones", "goal_indications", "wants_agents"};
    if (text_equal(key, "below") || text_equal(key, "within_days"))
        return number_follows(a, b, true);
    if (text_equal(key, "at_least") || text_equal(key, "after_days"))
        return number_follows(a, b, false);
    for (int i = 0; i < 4; i++)
        if (text_equal(key, words[i])) return a.node >= 0 && check_strict_within(a, b);
    if (text_equal(key, "any")) return a.node >= 0 && each_leads(a, b);
    if (text_equal(key, "none")) return a.node >= 0 && each_leads(b, a);
    if (text_equal(key, "has")) return has_follows(a, b);
    return check_strict_same(a, b);
}

// Whenever test `a` is true, so is `b`. Recursion ends with the depth of the document.
static bool test_follows(struct strict_node a, struct strict_node b) {
    struct strict_node any = check_strict_child(b, "any"), item = check_strict_first(any);
    for (; item.node >= 0; item = check_strict_next(item))
        if (test_follows(a, item)) return true;
    bool is_map = b.node >= 0 && doc_kind_of(b.doc, b.node) == DOC_MAP;
    for (int k = is_map ? b.doc->nodes[b.node].first : -1; k >= 0; k = b.doc->nodes[k].next) {
        const char *key = doc_key(b.doc, k);
        if (!key_follows(check_strict_child(a, key), (struct strict_node){b.doc, k}, key))
            return false;
    }
    return true;
}

// ---- scopes ----

bool check_strict_covers(struct strict_node a, struct strict_node b) {
    static const char *const only[] = {"zones", "devices", "agents"};
    const char              *over   = check_strict_text(check_strict_child(b, "over"));
    if (!text_equal(over, "person") &&
        !text_equal(over, check_strict_text(check_strict_child(a, "over"))))
        return false;
    for (int i = 0; i < 3; i++)
        if (!check_strict_wider(check_strict_child(a, only[i]), check_strict_child(b, only[i])))
            return false;
    return check_strict_within(check_strict_child(b, "except_goals"),
                               check_strict_child(a, "except_goals"));
}
