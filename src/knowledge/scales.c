// SPDX-License-Identifier: Apache-2.0
#include "knowledge/scales.h"

#include "domain/patient.h"

bool scales_hold(const struct scale *scale, double value) {
    const struct figure *range = scale->range;
    if (!range) return true;
    bool is_low  = range->low.is_known && value < range->low.value;
    bool is_high = range->high.is_known && value > range->high.value;
    return !is_low && !is_high;
}

const char *scales_allowed(const struct scale *scale, struct arena *arena) {
    const struct figure *range = scale->range;
    bool has_low = range && range->low.is_known, has_high = range && range->high.is_known;
    if (has_low && has_high)
        return arena_format(arena, "%g to %g", range->low.value, range->high.value);
    if (has_low) return arena_format(arena, "at least %g", range->low.value);
    return has_high ? arena_format(arena, "at most %g", range->high.value) : "any number";
}

// ---- a patient file ----

struct checking {
    const struct knowledge *knowledge;
    const struct doc       *doc;
    struct arena           *arena;
    struct fault           *fault;
};

// The value of the mapping at `node`, which stands at `path`, is on the scale of that id.
static enum status check_value(const struct checking *c, int node, const char *path, const char *id,
                               struct amount value) {
    const struct scale *scale = load_scale(c->knowledge, id);
    if (!scale || !value.is_known || scales_hold(scale, value.value)) return ST_OK;
    int at = doc_child(c->doc, node, "value");
    return fault_at(c->fault, ST_CONTENT, "%s: %s.value: %s: lies beyond the scale %s; allowed: %s",
                    field_place(c->doc, at, c->arena), path, doc_text(c->doc, at), id,
                    scales_allowed(scale, c->arena));
}

// Node of item i of a list at the root.
static int item_at(const struct doc *doc, const char *list, int index) {
    int item = doc->nodes[doc_child(doc, 0, list)].first;
    for (int i = 0; i < index; i++) item = doc->nodes[item].next;
    return item;
}

enum status scales_check(const struct knowledge *knowledge, const struct doc *doc,
                         const struct list *goals, const struct list *outcomes, struct arena *arena,
                         struct fault *fault) {
    const struct checking         c        = {knowledge, doc, arena, fault};
    const struct patient_goal    *goal     = goals->items;
    const struct patient_outcome *measured = outcomes->items;
    for (int i = 0; i < goals->n; i++) {
        const struct patient_severity *severity = goal[i].severity;
        if (!severity) continue;
        int node = doc_child(doc, item_at(doc, "goals", i), "severity");
        TRY(check_value(&c, node, arena_format(arena, "goals[%d].severity", i), severity->scale,
                        severity->value));
    }
    for (int i = 0; i < outcomes->n; i++)
        TRY(check_value(&c, item_at(doc, "outcomes", i), arena_format(arena, "outcomes[%d]", i),
                        measured[i].scale, measured[i].value));
    return ST_OK;
}
