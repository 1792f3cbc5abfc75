// SPDX-License-Identifier: Apache-2.0
#include "knowledge/check_clause.h"

#include "base/units.h"

enum way {
    WAY_SAME,     // neither may differ
    WAY_CODES,    // more codes hold wherever fewer do; "any" stands for every symptom
    WAY_WORDS,    // more words, or no such test
    WAY_EXCEPT,   // fewer words, or none
    WAY_LEAST,    // a lower bound, or none
    WAY_MOST,     // a higher bound, or none
    WAY_TRUE      // asked for only where the other asks for it
};

// A key that is not here has to be the same in both.
static const struct key {
    const char *name;
    enum way    way;
    const char *unit;
} keys[] = {
    {"codes", WAY_CODES, NULL},
    {"except", WAY_EXCEPT, NULL},
    {"also", WAY_WORDS, NULL},
    {"from", WAY_LEAST, "h"},
    {"to", WAY_MOST, "h"},
    {"usual", WAY_TRUE, NULL},
    {"severity_at_least", WAY_LEAST, NULL},
    {"severity_below", WAY_MOST, NULL},
    {"direction", WAY_WORDS, NULL},
    {"spreading", WAY_WORDS, NULL},
    {"near_eye", WAY_WORDS, NULL},
    {"pressure_at_least", WAY_LEAST, "min"},
    {"temperature_at_least", WAY_LEAST, NULL},
    {"temperature_below", WAY_MOST, NULL},
    {"feels_ill", WAY_TRUE, NULL},
    {"blood_thinner", WAY_TRUE, NULL},
    {"devices", WAY_WORDS, NULL},
    {"agents", WAY_WORDS, NULL},
    {"depth_at_least", WAY_LEAST, "mm"},
};

enum { KEYS = sizeof keys / sizeof keys[0] };

static bool read_number(struct strict_node of, const char *unit, double *value) {
    if (of.node < 0) return false;
    if (!unit) return units_number(check_strict_text(of), value);
    return units_parse(check_strict_text(of), unit, value) != UNITS_NO_NUMBER;
}

bool check_clause_at_least(struct strict_node a, struct strict_node b, const char *unit) {
    double x, y;
    return read_number(a, unit, &x) && read_number(b, unit, &y) && y >= x;
}

bool check_clause_at_most(struct strict_node a, struct strict_node b, const char *unit) {
    double x, y;
    return read_number(a, unit, &x) && read_number(b, unit, &y) && y <= x;
}

static bool is_empty(struct strict_node list) { return check_strict_first(list).node < 0; }

static bool has(struct strict_node list, const char *word) {
    struct strict_node item = check_strict_first(list);
    while (item.node >= 0 && !text_equal(check_strict_text(item), word))
        item = check_strict_next(item);
    return item.node >= 0;
}

// A clause without codes is about the person, and one with them about a symptom. `word` is what is
// no symptom, which `any` does not stand for.
static bool codes_follow(struct strict_node a, struct strict_node b) {
    if (is_empty(a) || is_empty(b)) return is_empty(a) && is_empty(b);
    return check_strict_within(a, b) || (has(b, "any") && !has(a, "word"));
}

static bool is_true(struct strict_node of) { return text_equal(check_strict_text(of), "true"); }

// One key: does the test of `b` hold wherever that of `a` does?
static bool key_follows(const struct key *key, struct strict_node a, struct strict_node b) {
    switch (key->way) {
    case WAY_SAME: break;
    case WAY_CODES: return codes_follow(a, b);
    case WAY_WORDS: return is_empty(b) || (!is_empty(a) && check_strict_within(a, b));
    case WAY_EXCEPT: return check_strict_within(b, a);
    case WAY_LEAST: return b.node < 0 || check_clause_at_most(a, b, key->unit);
    case WAY_MOST: return b.node < 0 || check_clause_at_least(a, b, key->unit);
    case WAY_TRUE: return !is_true(b) || is_true(a);
    }
    return check_strict_same(a, b);
}

static struct key key_of(const char *name) {
    for (int i = 0; i < KEYS; i++)
        if (text_equal(keys[i].name, name)) return keys[i];
    return (struct key){name, WAY_SAME, NULL};
}

// The first key of clause `of` where `b` does not follow from `a`.
static const char *stricter_key(struct strict_node of, struct strict_node a, struct strict_node b) {
    for (int k = of.doc->nodes[of.node].first; k >= 0; k = of.doc->nodes[k].next) {
        struct key key = key_of(doc_key(of.doc, k));
        if (!key_follows(&key, check_strict_child(a, key.name), check_strict_child(b, key.name)))
            return key.name;
    }
    return NULL;
}

const char *check_clause_stricter(struct strict_node a, struct strict_node b) {
    const char *key = stricter_key(b, a, b);
    return key ? key : stricter_key(a, a, b);
}

struct strict_node check_clause_lost(struct strict_node a, struct strict_node b) {
    struct strict_node one = check_strict_first(a);
    for (; one.node >= 0; one = check_strict_next(one)) {
        struct strict_node other = check_strict_first(b);
        while (other.node >= 0 && check_clause_stricter(one, other))
            other = check_strict_next(other);
        if (other.node < 0) return one;
    }
    return (struct strict_node){a.doc, -1};
}
