// SPDX-License-Identifier: Apache-2.0
#include "knowledge/check.h"

#include "domain/patient.h"
#include "knowledge/evaluate.h"

enum { NEST_MAX = 8 };

struct checking {
    const char        *id;     // of the rule or the entry
    const struct noun *noun;   // what its tests are about; NULL = the person
    struct fault      *fault;
};

static const struct noun *noun_of_list(const char *list) {
    if (text_equal(list, "reactions")) return &patient_reaction_noun;
    const struct field *field = field_find(&patient_noun, list);
    return field && field->kind == FIELD_LIST ? field->noun : NULL;
}

static enum status refuse(const struct checking *c, const char *key, const char *value,
                          const char *wrong, const char *allowed) {
    return fault_at(c->fault, ST_CONTENT, "%s.%s: %s: %s; allowed: %s", c->id, key, value, wrong,
                    allowed);
}

static const struct field *field_of(const struct checking *c, const char *key) {
    bool is_person = !c->noun || text_starts(key, "person.");
    return field_find(is_person ? &patient_noun : c->noun,
                      text_starts(key, "person.") ? key + 7 : key);
}

static bool has_words(const struct field *field) {
    return field->words || field->kind == FIELD_NAME || field->kind == FIELD_NAMES ||
           field->kind == FIELD_TEXT || field->kind == FIELD_TEXTS || field->kind == FIELD_NUMBER;
}

static enum status check_fact(const struct checking *c, const struct rule_test *test) {
    if (!test->field)
        return refuse(c, "where", "a test", "asks nothing",
                      "a field, any, none, has, goal_zones, "
                      "goal_indications or wants_agents");
    const struct field *field     = field_of(c, test->field);
    bool                is_number = test->below.is_known || test->at_least.is_known;
    bool                is_after  = test->after != NULL;
    int n_question = test->is.is_present + is_number + test->within_days.is_known + is_after +
                     (test->given != FIELD_BOOL_ABSENT);
    if (!field)
        return refuse(c, "where.field", test->field, "is no key of what the rule is about",
                      "a key of the item, or person.KEY");
    if (n_question != 1)
        return refuse(c, "where.field", test->field, "is asked nothing, or more than one thing",
                      "one of is, below and at_least, within_days, after, given");
    if (test->is.is_present && !has_words(field))
        return refuse(c, "where.is", test->field, "has no words", "a key that has words or codes");
    if (is_number && field->kind != FIELD_NUMBER && field->kind != FIELD_QUANTITY)
        return refuse(c, "where.below", test->field, "is no number", "a key that is a number");
    const struct field *first = is_after ? field_of(c, test->after) : field;
    if (is_after && (field->kind != FIELD_DATE || !first || first->kind != FIELD_DATE ||
                     !test->after_days.is_known))
        return refuse(c, "where.after", test->after, "does not compare two dates",
                      "two keys that are dates, and after_days");
    if (test->within_days.is_known && field->kind != FIELD_DATE)
        return refuse(c, "where.within_days", test->field, "is no date", "a key that is a date");
    return ST_OK;
}

static enum status check_tests(const struct checking *c, const struct list *tests, int depth);

static enum status check_test(const struct checking *c, const struct rule_test *test, int depth) {
    if (test->any.is_present) return check_tests(c, &test->any, depth + 1);
    if (test->none.is_present) return check_tests(c, &test->none, depth + 1);
    if (test->goal_zones.is_present || test->goal_indications.is_present ||
        test->wants_agents.is_present)
        return ST_OK;
    if (!test->has) return check_fact(c, test);
    struct checking inner = {c->id, noun_of_list(test->has->list), c->fault};
    if (!inner.noun)
        return refuse(c, "where.has.list", test->has->list, "is no list of a patient",
                      "conditions, medications, ...");
    return check_tests(&inner, &test->has->where, depth + 1);
}

static enum status check_tests(const struct checking *c, const struct list *tests, int depth) {
    if (depth > NEST_MAX)
        return fault_at(c->fault, ST_LIMIT,
                        "%s.where: a test: is nested too deep; allowed: %d levels", c->id,
                        NEST_MAX);
    for (int i = 0; i < tests->n; i++)
        TRY(check_test(c, (const struct rule_test *)tests->items + i, depth));
    return ST_OK;
}

static enum status check_cases(const struct checking *c, const struct rule *rule) {
    for (int i = 0; i < rule->cases.n; i++) {
        const struct rule_case  *one   = (const struct rule_case *)rule->cases.items + i;
        const struct rule_until *until = one->until;
        TRY(check_tests(c, &one->where, 0));
        if (!until || until->birthday.is_known) continue;
        if (!until->from || !until->days.is_known)
            return refuse(c, "until", "a window", "lacks from or days",
                          "from and days, or birthday");
        if (text_equal(until->from, "on")) continue;
        const struct field *field = field_of(c, until->from);
        if (!field || field->kind != FIELD_DATE)
            return refuse(c, "until.from", until->from, "is no date of what the rule is about",
                          "a key that is a date, or on");
    }
    return ST_OK;
}

static enum status check_rule(const struct rule *rule, struct fault *fault) {
    struct checking c = {rule->id, NULL, fault};
    if (rule->cases.n < 1 || rule->cases.n > EVALUATE_CASES)
        return refuse(&c, "cases", "the cases", "are none or too many", "1 to 16 cases");
    if (rule->sources.n < 1)
        return refuse(&c, "sources", "nothing", "names no source", "at least one key of a source");
    if (rule->rows.n < 1) return refuse(&c, "rows", "nothing", "names no row", "at least one row");
    if (rule->about.n == 0) return check_cases(&c, rule);
    for (int i = 0; i < rule->about.n; i++) {
        const char *list = ((const struct rule_subject *)rule->about.items)[i].list;
        c.noun           = noun_of_list(list);
        if (!c.noun)
            return refuse(&c, "about.list", list, "is no list of a patient",
                          "conditions, medications, ...");
        TRY(check_cases(&c, rule));
    }
    return ST_OK;
}

// Puts the place of an entry before what was said of it: the last file that has it counts.
static enum status placed(const struct knowledge *knowledge, const char *list, const char *id,
                          enum status status, struct fault *fault) {
    const char  *name = "knowledge";
    int          line = 0, column = 0;
    struct fault said = *fault;
    for (int d = 0; d < knowledge->n_docs; d++) {
        const struct doc *doc  = &knowledge->docs[d];
        int               node = doc_child(doc, 0, list);
        node                   = node < 0 ? -1 : doc->nodes[node].first;
        for (; node >= 0; node = doc->nodes[node].next) {
            if (!text_equal(doc_text(doc, doc_child(doc, node, "id")), id)) continue;
            name   = doc->name;
            line   = doc->nodes[node].line;
            column = doc->nodes[node].column;
        }
    }
    return fault_at(fault, status, "%s:%d:%d: %s", name, line, column, said.text);
}

// The tests of one entry that is about the person.
static enum status check_entry(const char *id, const struct list *tests, struct fault *fault) {
    struct checking c = {id, NULL, fault};
    return check_tests(&c, tests, 0);
}

static enum status check_whole_rule(const struct rule *rule, struct fault *fault) {
    TRY(check_rule(rule, fault));
    return rule->override_by ? check_entry(rule->id, &rule->override_by->where, fault) : ST_OK;
}

static enum status check_advice(const struct advice *advice, struct fault *fault) {
    const struct advice_variant *variants = advice->variants.items;
    TRY(check_entry(advice->id, &advice->where, fault));
    for (int i = 0; i < advice->variants.n; i++)
        TRY(check_entry(advice->id, &variants[i].where, fault));
    return ST_OK;
}

static enum status check_rate(const struct knowledge *knowledge, const struct rate *rate,
                              struct fault *fault) {
    struct checking c = {rate->id, NULL, fault};
    TRY(check_tests(&c, &rate->where, 0));
    if (rate->share && (rate->rate || !load_share(knowledge, rate->share)))
        return refuse(&c, "share", rate->share, "is no fitted share, or stands beside a rate",
                      "an id of shares, or a rate");
    return ST_OK;
}

static enum status check_outcome(const struct knowledge *knowledge, const struct outcome *outcome,
                                 struct fault *fault) {
    struct checking c = {outcome->id, NULL, fault};
    if (!outcome->fit) return ST_OK;
    if (!load_fit(knowledge, outcome->fit))
        return refuse(&c, "fit", outcome->fit, "is no pool", "an id of fits");
    if (!(outcome->difference.value > 0))
        return refuse(&c, "difference", "nothing", "is needed with a fit", "a share above 0");
    return ST_OK;
}

static enum status check_fitted(const struct knowledge *knowledge, struct fault *fault) {
    const struct rate    *rates    = knowledge->all.rates.items;
    const struct outcome *outcomes = knowledge->all.outcomes.items;
    enum status           status   = ST_OK;
    for (int i = 0; i < knowledge->all.rates.n; i++)
        if ((status = check_rate(knowledge, &rates[i], fault)) != ST_OK)
            return placed(knowledge, "rates", rates[i].id, status, fault);
    for (int i = 0; i < knowledge->all.outcomes.n; i++)
        if ((status = check_outcome(knowledge, &outcomes[i], fault)) != ST_OK)
            return placed(knowledge, "outcomes", outcomes[i].id, status, fault);
    return ST_OK;
}

enum status check_knowledge(const struct knowledge *knowledge, struct fault *fault) {
    const struct catalogue  *all         = &knowledge->all;
    const struct rule       *rules       = all->rules.items;
    const struct adjustment *adjustments = all->adjustments.items;
    const struct advice     *advice      = all->advice.items;
    enum status              status      = ST_OK;
    for (int i = 0; i < all->rules.n; i++)
        if ((status = check_whole_rule(&rules[i], fault)) != ST_OK)
            return placed(knowledge, "rules", rules[i].id, status, fault);
    for (int i = 0; i < all->adjustments.n; i++)
        if ((status = check_entry(adjustments[i].id, &adjustments[i].where, fault)) != ST_OK)
            return placed(knowledge, "adjustments", adjustments[i].id, status, fault);
    TRY(check_fitted(knowledge, fault));
    for (int i = 0; i < all->advice.n; i++)
        if ((status = check_advice(&advice[i], fault)) != ST_OK)
            return placed(knowledge, "advice", advice[i].id, status, fault);
    return ST_OK;
}
