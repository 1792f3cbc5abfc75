// SPDX-License-Identifier: Apache-2.0
#include "knowledge/evaluate.h"

#include <assert.h>
#include <string.h>

enum { FERTILE_FROM = 10, FERTILE_TO = 55 };   // ages at which an absent answer is unknown

struct fact_at {   // one fact: its row, and the struct it stands in (NULL: unknown as a whole)
    const struct field *field;
    const void         *from;
};

static enum truth truth_of(bool is_true) { return is_true ? TRUTH_TRUE : TRUTH_FALSE; }
static enum truth least(enum truth a, enum truth b) { return a < b ? a : b; }
static enum truth greatest(enum truth a, enum truth b) { return a > b ? a : b; }

// ---- items ----

static const void *member(const struct noun *noun, const void *item, const char *key) {
    const struct field *field = noun && item ? field_find(noun, key) : NULL;
    return field ? (const char *)item + field->offset : NULL;
}

const char *evaluate_code(const struct evaluate_item *item) {
    const char *const *code = member(item->noun, item->item, "code");
    return code ? *code : NULL;
}

enum truth evaluate_exists(const struct evaluate_item *item) {
    if (!item->noun) return TRUTH_TRUE;
    if (!item->item) return TRUTH_UNKNOWN;
    const struct field *status = field_find(item->noun, "status");
    const char         *word   = status ? field_word(status, item->item) : NULL;
    if (text_equal(word, "unknown")) return TRUTH_UNKNOWN;
    return truth_of(!text_equal(word, "no"));
}

// ---- facts ----

// The name under which a missing fact is asked for: "hba1c" of the item, or of the person.
static const char *fact_name(const struct view *view, const struct evaluate_item *item,
                             const char *key) {
    if (!item->noun || strncmp(key, "person.", 7) == 0)
        return text_starts(key, "person.") ? key + 7 : key;
    if (!item->item) return item->list;
    const char *code = evaluate_code(item);
    return arena_format(view->arena, "%s%s%s.%s", item->list, code ? "." : "", code ? code : "",
                        key);
}

static struct fact_at fact_find(const struct view *view, const struct evaluate_item *item,
                                const char *key) {
    bool               is_person = text_starts(key, "person.") || !item->noun;
    const char        *name      = text_starts(key, "person.") ? key + 7 : key;
    const struct noun *noun      = is_person ? &patient_noun : item->noun;
    struct fact_at     fact      = {field_find(noun, name), is_person ? view->patient : item->item};
    assert(fact.field);
    return fact;
}

// Words that stand for "not known" in a choice, a date or an amount.
static bool is_unknown_word(const char *word) { return text_equal(word, "unknown"); }

// Two questions are asked only at some ages: an absent answer is "no" at others, unless a due date
// says more. NULL: nothing follows.
static const char *derived_word(const struct view *view, const struct fact_at *fact) {
    const char *name = fact->field->name;
    if (fact->from != view->patient ||
        (!text_equal(name, "pregnant") && !text_equal(name, "breastfeeding")))
        return NULL;
    int  age    = patient_age(view->patient, view->on);
    bool is_due = view->patient->due_date.day > view->on;
    return !is_due && age >= 0 && (age < FERTILE_FROM || age > FERTILE_TO) ? "no" : NULL;
}

static bool number_is(double value, const char *word) {
    char text[32];
    text_number(text, value);
    return text_equal(text, word);
}

// Is the fact one of these words? NULL `is` asks only whether it is known.
static enum truth fact_is(const struct view *view, const struct fact_at *fact,
                          const struct names *is) {
    if (!fact->from) return TRUTH_UNKNOWN;
    const void *at   = (const char *)fact->from + fact->field->offset;
    const char *word = field_word(fact->field, fact->from);
    if (fact->field->kind == FIELD_TEXT || fact->field->kind == FIELD_NAME)
        word = *(const char *const *)at;
    if (fact->field->kind == FIELD_NAMES || fact->field->kind == FIELD_TEXTS) {
        const struct names *names = at;
        for (int i = 0; i < names->n; i++)
            if (view_has(is, names->items[i])) return TRUTH_TRUE;
        return names->is_present ? TRUTH_FALSE : TRUTH_UNKNOWN;
    }
    if (!word) word = derived_word(view, fact);
    if (word && view_has(is, word)) return TRUTH_TRUE;
    if (word) return is_unknown_word(word) ? TRUTH_UNKNOWN : TRUTH_FALSE;
    if (fact->field->kind == FIELD_DATE)
        return ((const struct when *)at)->day ? TRUTH_FALSE : TRUTH_UNKNOWN;
    if (fact->field->kind == FIELD_NUMBER || fact->field->kind == FIELD_QUANTITY) {
        const struct amount *amount = at;
        for (int i = 0; amount->is_known && i < is->n; i++)
            if (number_is(amount->value, is->items[i])) return TRUTH_TRUE;
        return amount->is_known ? TRUTH_FALSE : TRUTH_UNKNOWN;
    }
    return TRUTH_UNKNOWN;
}

static bool fact_given(const struct view *view, const struct fact_at *fact) {
    if (!fact->from) return false;
    if (field_word(fact->field, fact->from) || derived_word(view, fact)) return true;
    const void *at = (const char *)fact->from + fact->field->offset;
    switch (fact->field->kind) {
    case FIELD_TEXT:
    case FIELD_NAME:
    case FIELD_NOUN: return *(void *const *)at != NULL;
    case FIELD_DATE: return ((const struct when *)at)->day != 0;
    case FIELD_NUMBER:
    case FIELD_QUANTITY: return ((const struct amount *)at)->is_known;
    case FIELD_NAMES:
    case FIELD_TEXTS: return ((const struct names *)at)->n > 0;
    case FIELD_LIST: return ((const struct list *)at)->n > 0;
    default: return false;
    }
}

// A number against bounds; the age is reckoned on the day.
static enum truth fact_compared(const struct view *view, const struct fact_at *fact,
                                const struct rule_test *test) {
    double value = 0;
    bool   known = false;
    if (fact->from == view->patient && text_equal(fact->field->name, "age")) {
        int age = patient_age(view->patient, view->on);
        known   = age >= 0;
        value   = age;
    } else if (fact->from &&
               (fact->field->kind == FIELD_NUMBER || fact->field->kind == FIELD_QUANTITY)) {
        const struct amount *amount =
            (const void *)((const char *)fact->from + fact->field->offset);
        known = amount->is_known;
        value = amount->value;
    }
    if (!known) return TRUTH_UNKNOWN;
    return truth_of((!test->below.is_known || value < test->below.value) &&
                    (!test->at_least.is_known || value >= test->at_least.value));
}

static date_day fact_day(const struct fact_at *fact) {
    if (!fact->from || fact->field->kind != FIELD_DATE) return 0;
    return ((const struct when *)(const void *)((const char *)fact->from + fact->field->offset))
        ->day;
}

// The day the fact holds, and whether a word stands there that rules a date out ("ongoing").
static enum truth fact_within(const struct view *view, const struct fact_at *fact, double days) {
    date_day day = fact_day(fact);
    if (day) return truth_of(view->on < day + (date_day)days);
    const char *word = fact->from ? field_word(fact->field, fact->from) : NULL;
    return word && !is_unknown_word(word) ? TRUTH_FALSE : TRUTH_UNKNOWN;
}

// ---- tests ----

static enum truth test_truth(const struct view *view, const struct rule_test *test,
                             const struct evaluate_item *item, struct names *missing);

static enum truth has_truth(const struct view *view, const struct rule_has *has,
                            struct names *missing) {
    const struct noun *noun = NULL;
    const struct list *list = view_list(view, has->list, &noun);
    assert(list);
    if (!list->is_present) {
        view_add(missing, has->list, view->arena);
        return TRUTH_UNKNOWN;
    }
    enum truth any = TRUTH_FALSE;
    for (int i = 0; i < list->n; i++) {
        struct evaluate_item item = {noun, (const char *)list->items + i * noun->size, has->list};
        if (has->codes.n && !view_has(&has->codes, evaluate_code(&item))) continue;
        enum truth exists = evaluate_exists(&item);
        if (exists == TRUTH_UNKNOWN)
            view_add(missing, fact_name(view, &item, "status"), view->arena);
        any = greatest(any, least(exists, evaluate_tests(view, &has->where, &item, missing)));
    }
    return any;
}

static enum truth any_truth(const struct view *view, const struct list *tests,
                            const struct evaluate_item *item, struct names *missing) {
    enum truth any = TRUTH_FALSE;
    for (int i = 0; i < tests->n && any != TRUTH_TRUE; i++)
        any = greatest(any,
                       test_truth(view, (const struct rule_test *)tests->items + i, item, missing));
    return any;
}

static bool goals_meet(const struct view *view, const struct names *zones) {
    struct names parts = {0};
    for (int i = 0; i < zones->n; i++)
        load_zone_parts(view->knowledge, zones->items[i], false, &parts, view->arena);
    for (int i = 0; i < view->goal_zones.n; i++)
        if (view_has(&parts, view->goal_zones.items[i])) return true;
    return false;
}

static bool goals_are(const struct view *view, const struct names *indications) {
    const struct patient_goal *goals = view->patient->goals.items;
    for (int i = 0; i < view->patient->goals.n; i++)
        if (view_has(indications, goals[i].indication)) return true;
    return false;
}

// An agent by its id, or by a group it belongs to; a planned numbing cream is a topical
// anaesthetic.
static bool agents_wanted(const struct view *view, const struct names *agents) {
    if (view->patient->anaesthetic == NUMBING_PLANNED && view_has(agents, "topical_anaesthetic"))
        return true;
    for (int i = 0; i < view->patient->agents.n; i++) {
        const struct agent *agent = load_agent(view->knowledge, view->patient->agents.items[i]);
        if (view_has(agents, view->patient->agents.items[i])) return true;
        for (int k = 0; agent && k < agent->groups.n; k++)
            if (view_has(agents, agent->groups.items[k])) return true;
    }
    return false;
}

// Is the date so many days after another one, or more?
static enum truth fact_after(const struct fact_at *fact, const struct fact_at *first, double days) {
    date_day day = fact_day(fact), from = fact_day(first);
    return day && from ? truth_of(day >= from + (date_day)days) : TRUTH_UNKNOWN;
}

static enum truth fact_truth(const struct view *view, const struct rule_test *test,
                             const struct fact_at *fact, const struct evaluate_item *item) {
    if (test->given) return truth_of(fact_given(view, fact) == (test->given == FIELD_BOOL_TRUE));
    if (test->is.is_present) return fact_is(view, fact, &test->is);
    if (test->after) {
        struct fact_at first = fact_find(view, item, test->after);
        return fact_after(fact, &first, test->after_days.value);
    }
    if (test->within_days.is_known) return fact_within(view, fact, test->within_days.value);
    return fact_compared(view, fact, test);
}

static enum truth test_truth(const struct view *view, const struct rule_test *test,
                             const struct evaluate_item *item, struct names *missing) {
    if (test->any.is_present) return any_truth(view, &test->any, item, missing);
    if (test->none.is_present) return TRUTH_TRUE - any_truth(view, &test->none, item, missing);
    if (test->has) return has_truth(view, test->has, missing);
    if (test->goal_zones.is_present) return truth_of(goals_meet(view, &test->goal_zones));
    if (test->goal_indications.is_present)
        return truth_of(goals_are(view, &test->goal_indications));
    if (test->wants_agents.is_present) return truth_of(agents_wanted(view, &test->wants_agents));
    struct fact_at fact  = fact_find(view, item, test->field);
    enum truth     truth = fact_truth(view, test, &fact, item);
    if (truth != TRUTH_UNKNOWN) return truth;
    const char *name = fact_name(view, item, test->field);
    view_add(missing, text_equal(name, "age") ? "birth_date" : name, view->arena);
    return TRUTH_UNKNOWN;
}

enum truth evaluate_tests(const struct view *view, const struct list *tests,
                          const struct evaluate_item *item, struct names *missing) {
    enum truth   all  = TRUTH_TRUE;
    struct names seen = {0};
    for (int i = 0; i < tests->n && all != TRUTH_FALSE; i++)
        all = least(all, test_truth(view, (const struct rule_test *)tests->items + i, item, &seen));
    for (int i = 0; all == TRUTH_UNKNOWN && i < seen.n; i++)
        view_add(missing, seen.items[i], view->arena);
    return all;
}

// ---- cases ----

static date_day birthday(const struct view *view, int age) {
    date_day born = view->patient->birth_date.day;
    return born ? date_add_years(born, age) : 0;
}

// Does the window of a case still run? Its end goes to *until.
static enum truth window_truth(const struct view *view, const struct rule_until *until,
                               const struct evaluate_item *item, date_day *end,
                               struct names *missing) {
    *end = 0;
    if (!until) return TRUTH_TRUE;
    if (until->birthday.is_known) {
        *end = birthday(view, (int)until->birthday.value);
        return *end ? truth_of(view->on < *end) : TRUTH_TRUE;
    }
    date_day from = view->on;
    if (!text_equal(until->from, "on")) {
        struct fact_at fact = fact_find(view, item, until->from);
        from                = fact_day(&fact);
        const char *word    = fact.from ? field_word(fact.field, fact.from) : NULL;
        if (!from && word && !is_unknown_word(word)) return TRUTH_FALSE;
        if (!from) {
            view_add(missing, fact_name(view, item, until->from), view->arena);
            return TRUTH_UNKNOWN;
        }
    }
    *end = from + (date_day)until->days.value;
    return truth_of(view->on < *end);
}

void evaluate_rule(const struct view *view, const struct rule *rule,
                   const struct evaluate_item *item, struct evaluate_outcome *outcome) {
    *outcome          = (struct evaluate_outcome){0};
    enum truth exists = evaluate_exists(item);
    if (exists == TRUTH_FALSE) return;
    assert(rule->cases.n <= EVALUATE_CASES);
    for (int i = 0; i < rule->cases.n; i++) {
        const struct rule_case *one     = (const struct rule_case *)rule->cases.items + i;
        struct names            missing = {0};
        enum truth              truth   = evaluate_tests(view, &one->where, item, &missing);
        if (truth != TRUTH_FALSE)
            truth =
                least(truth, window_truth(view, one->until, item, &outcome->until[i], &missing));
        if (truth == TRUTH_FALSE) continue;
        for (int k = 0; truth == TRUTH_UNKNOWN && k < missing.n; k++)
            view_add(&outcome->missing, missing.items[k], view->arena);
        outcome->possible[outcome->n_possible++] = i;
        outcome->is_settled                      = truth == TRUTH_TRUE && exists == TRUTH_TRUE;
        if (truth == TRUTH_TRUE) break;
    }
    if (exists == TRUTH_UNKNOWN && outcome->n_possible)
        view_add(&outcome->missing, item->item ? fact_name(view, item, "status") : item->list,
                 view->arena);
}
