// SPDX-License-Identifier: Apache-2.0
#include "knowledge/check_base.h"

#include "knowledge/check_number.h"
#include "knowledge/check_refer.h"
#include "knowledge/check_ring.h"
#include "knowledge/check_row.h"
#include "knowledge/check_text.h"
#include "knowledge/check_triage.h"
#include "knowledge/check_weaker.h"
#include "knowledge/examples.h"

static void complain_rule(struct check *check, const struct rule *rule, int example,
                          const char *wrong, const char *allowed) {
    int entry = check_find(check, "rules", rule->id);
    if (entry < 0) return;
    const struct doc          *doc      = check->entries[entry].doc;
    const struct rule_example *examples = rule->examples.items;
    int                        node     = doc_child(doc, check->entries[entry].node, "examples");
    for (int i = node < 0 ? -1 : doc->nodes[node].first, k = 0; i >= 0; i = doc->nodes[i].next, k++)
        if (k == example) node = i;
    check_complain(check, entry, node < 0 ? check->entries[entry].node : node, "examples",
                   example < 0 ? NULL : examples[example].name, wrong, allowed);
}

// One that fires and one that does not, and each gives what it says.
static void check_rule_examples(struct check *check) {
    const struct rule *rules = check->knowledge->all.rules.items;
    for (int i = 0; i < check->knowledge->all.rules.n; i++) {
        const struct rule_example *examples = rules[i].examples.items;
        int                        n_silent = 0;
        for (int k = 0; k < rules[i].examples.n; k++, check->n_examples++) {
            const char *wrong =
                examples_wrong(check->knowledge, &rules[i], &examples[k], check->arena);
            n_silent += text_equal(examples[k].finds, "nothing");
            if (wrong)
                complain_rule(check, &rules[i], k, wrong, "an example that gives what it says");
        }
        if (n_silent == 0 || n_silent == rules[i].examples.n)
            complain_rule(check, &rules[i], -1, "shows not both what it finds and what not",
                          "at least one example that finds something and one that finds nothing");
    }
}

// Whoever has examples of another kind is run here.
static void (*const runners[])(struct check *check) = {check_rule_examples, check_weaker_examples,
                                                       check_triage};

void check_base_entries(struct check *check, const struct knowledge *knowledge,
                        struct arena *arena) {
    check_open(check, knowledge, arena);
    check_twins(check);
    check_numbers(check);
    check_refers(check);
    check_sources(check);
    check_rows(check);
    check_rings(check);
    check_weaker(check);
    check_texts(check);
}

void check_base_examples(struct check *check) {
    for (size_t i = 0; check->n_said == 0 && i < sizeof runners / sizeof runners[0]; i++)
        runners[i](check);
}
