// SPDX-License-Identifier: Apache-2.0
#include "knowledge/check_refer.h"

#include "domain/patient.h"
#include "knowledge/library_topic.h"
#include "knowledge/library_triage.h"

static const struct refer table[] = {
    {"zone", "parts", {"zones"}, .carries = true, .allowed = "an id of zones"},
    {"zone", "aims", {"zones"}, .carries = true, .allowed = "an id of zones"},
    {"note", "rules", {"rules"}, .carries = true, .allowed = "an id of rules"},
    {"spacing", "rules", {"rules"}, .allowed = "an id of rules"},
    {"exclusion", "rule", {"rules"}, .allowed = "an id of rules"},
    {"exclusion", "part", {NULL}, .or_code = true, .allowed = "an id or a code"},
    {"ceiling", "rule", {"notes", "rules"}, .allowed = "an id of notes or rules"},
    {"device", "safety", {"sayings"}, .allowed = "an id of sayings"},
    {"agent", "groups", {"agents"}, .or_group = true, .carries = true, .allowed = "a group"},
    {"agent", "interlocks", {"rules"}, .allowed = "an id of rules"},
    {"agent", "lines", {"advice"}, .allowed = "an id of advice"},
    {"plan_scope", "agents", {"agents"}, true, true, .allowed = "an agent, a group or a code"},
    {"variant", "agents", {"agents"}, true, true, .allowed = "an agent, a group or a code"},
    {"scope", "agents", {"agents"}, true, true, .allowed = "an agent, a group or a code"},
    {"way", "agents", {"agents"}, true, true, .allowed = "an agent, a group or a code"},
    {"test", "wants_agents", {"agents"}, true, .allowed = "an agent or a group"},
    {"case", "excludes", {"agents", "zones"}, true, true, .allowed = "an agent, a group or a code"},
    {"advice", "after", {"advice"}, .carries = true, .allowed = "an id of advice"},
    {NULL,
     "disagreement",
     {"disputes", "disagreements"},
     .allowed = "an id of disputes or disagreements"},
    {"window", "advice", {"advice", "meanwhile"}, .allowed = "an id of advice"},
    {"rate", "share", {"shares"}, .allowed = "an id of shares"},
    {"share", "events", {"adverse_events"}, .allowed = "an id of adverse_events"},
    {"event", "pools", {"shares"}, .allowed = "an id of shares"},
    {NULL, "trials", {"trials"}, .allowed = "an id of trials"},
    {"outcome", "fit", {"fits"}, .allowed = "an id of fits"},
    {"cost", "way", {"options"}, .allowed = "an id of options"},
    {"comparison",
     "against",
     {"options"},
     true,
     true,
     .allowed = "an id of options, an agent or a code"},
    {"unknown",
     "against",
     {"options"},
     true,
     true,
     .allowed = "an id of options, an agent or a code"},
    {"combination",
     "with",
     {"options", "agents"},
     true,
     true,
     .allowed = "an id of options, an agent or a code"},
    {"answer", "opens", {"rules"}, .allowed = "an id of rules"},
    {"stop", "opens", {"rules"}, .allowed = "an id of rules"},
    {"stop", "card", {"cards"}, .allowed = "an id of cards"},
    {"sitting_step", "part_of", {"steps"}, .allowed = "an id of steps"},
    {"sitting_step", "endpoints", {"endpoints"}, .allowed = "an id of endpoints"},
    {"sitting_step", "questions", {"questions"}, .allowed = "an id of questions"},
    {"sitting_step", "looks", {"looks"}, .allowed = "an id of looks"},
    {"sitting_step", "stops", {"stops"}, .allowed = "an id of stops"},
    {"sign", "symptom", {"symptoms"}, .or_synonym = true, .allowed = "an id of symptoms"},
    {"triage_clause", "agents", {"agents"}, true, .allowed = "an agent or a group"},
    {"dispute", "about", {NULL}, true, true, true, .allowed = "an id, a code, or one of topics"},
    {"disagreement",
     "about",
     {NULL},
     true,
     true,
     true,
     .allowed = "an id, a code, or one of topics"},
    {"disagreement_bearer", "id", {NULL}, .allowed = "an id of any list"},
    {"claim", "see", {NULL}, .carries = true, .allowed = "an id of any list"},
    {"gap", "see", {NULL}, .allowed = "an id of any list"},
};

enum { ROWS_OF_TABLE = sizeof table / sizeof table[0], LISTS = 4 };

const struct refer *check_refer_of(const struct check_value *value) {
    bool is_name = value->field->kind == FIELD_TEXT || value->field->kind == FIELD_TEXTS ||
                   value->field->kind == FIELD_NAMES;
    for (int i = 0; is_name && i < ROWS_OF_TABLE; i++)
        if (text_equal(table[i].field, value->field->name) &&
            (!table[i].noun || text_equal(table[i].noun, value->noun->name)))
            return &table[i];
    return NULL;
}

int check_refer_to(const struct check *check, const struct refer *refer, const char *name) {
    if (!refer->lists[0]) return check_find(check, NULL, name);
    for (int i = 0; i < LISTS && refer->lists[i]; i++) {
        int to = check_find(check, refer->lists[i], name);
        if (to >= 0) return to;
    }
    return -1;
}

static bool is_group(const struct knowledge *knowledge, const char *name) {
    const struct agent *agents = knowledge->all.agents.items;
    for (int i = 0; i < knowledge->all.agents.n; i++)
        for (int k = 0; k < agents[i].groups.n; k++)
            if (text_equal(agents[i].groups.items[k], name)) return true;
    return false;
}

// A code of a topic, or a list of the base.
static bool is_topic(const struct check *check, const char *name) {
    const struct topic *topics = check->knowledge->library.topics.items;
    for (int i = 0; i < check->knowledge->library.topics.n; i++)
        for (int k = 0; k < topics[i].codes.n; k++)
            if (text_equal(topics[i].codes.items[k], name)) return true;
    return field_find(&catalogue_noun, name) || field_find(&library_noun, name);
}

static bool is_synonym(const struct check *check, const char *name) {
    const struct symptom *symptoms = check->knowledge->library.symptoms.items;
    for (int i = 0; i < check->knowledge->library.symptoms.n; i++)
        for (int k = 0; k < symptoms[i].synonyms.n; k++)
            if (text_equal(symptoms[i].synonyms.items[k], name)) return true;
    return false;
}

static bool is_led(const struct check *check, const struct refer *refer, const char *name) {
    return check_refer_to(check, refer, name) >= 0 ||
           (refer->or_group && is_group(check->knowledge, name)) ||
           (refer->or_code && check_find(check, "codes", name) >= 0) ||
           (refer->or_synonym && is_synonym(check, name)) ||
           (refer->or_topic && is_topic(check, name));
}

// ---- what tests of rules ask ----

static const struct noun *noun_of_list(const char *list) {
    if (text_equal(list, "reactions")) return &patient_reaction_noun;
    const struct field *field = field_find(&patient_noun, list);
    return field && field->kind == FIELD_LIST ? field->noun : NULL;
}

static const char *text_at(const struct check *check, const struct check_value *value, int node,
                           const char *key) {
    const struct doc *doc = check->entries[value->entry].doc;
    return doc_text(doc, doc_child(doc, node, key));
}

// Can a key of the patient hold this word? What has neither words nor codes may hold any.
static bool can_hold(const struct check *check, const struct field *field, const char *word) {
    bool is_word = field && (field->kind == FIELD_CHOICE || field->vocabulary);
    if (!is_word || (field->flags & FIELD_OPEN)) return true;
    for (int i = 0; field->words && field->words[i]; i++)
        if (text_equal(field->words[i], word)) return true;
    const struct knowledge *knowledge = check->knowledge;
    for (int v = 0; field->vocabulary && v < knowledge->n_vocabularies; v++) {
        const struct vocabulary *vocabulary = &knowledge->vocabularies[v];
        if (!text_equal(vocabulary->name, field->vocabulary)) continue;
        for (int i = 0; i < vocabulary->n; i++)
            if (text_equal(vocabulary->codes[i], word)) return true;
    }
    return false;
}

// Does any thing that a rule is about have the key, holding the word? Rules about nothing are about
// the person.
static bool subject_can_hold(const struct check *check, const struct check_value *value,
                             const char *key, const char *word) {
    const struct check_entry *entry = &check->entries[value->entry];
    int                       about = doc_child(entry->doc, entry->node, "about");
    int                       item  = about < 0 ? -1 : entry->doc->nodes[about].first;
    if (item < 0) return can_hold(check, field_find(&patient_noun, key), word);
    for (; item >= 0; item = entry->doc->nodes[item].next) {
        const struct noun *noun = noun_of_list(text_at(check, value, item, "list"));
        if (noun && can_hold(check, field_find(noun, key), word)) return true;
    }
    return false;
}

// The list that the innermost `has` around a value asks, or NULL.
static const char *list_around(const struct check *check, const struct check_value *value) {
    for (int up = value->up; up >= 0; up = check->values[up].up)
        if (text_equal(check->values[up].field->name, "has"))
            return text_at(check, value, check->values[up].node, "list");
    return NULL;
}

static bool is_askable(const struct check *check, const struct check_value *value,
                       const char *word) {
    const struct noun *noun;
    int                node = check_mapping(check, value, &noun);
    if (text_equal(value->field->name, "codes")) {
        const struct noun *items = noun_of_list(text_at(check, value, node, "list"));
        return !items || can_hold(check, field_find(items, "code"), word);
    }
    const char *key = text_at(check, value, node, "field"), *list = list_around(check, value);
    if (text_starts(key, "person."))
        return can_hold(check, field_find(&patient_noun, key + 7), word);
    const struct noun *items = list ? noun_of_list(list) : NULL;
    if (items) return can_hold(check, field_find(items, key), word);
    return subject_can_hold(check, value, key, word);
}

static bool is_asking(const struct check_value *value) {
    const char *noun = value->noun->name, *field = value->field->name;
    if (text_equal(field, "is")) return text_equal(noun, "test");
    return text_equal(field, "codes") && (text_equal(noun, "has") || text_equal(noun, "subject"));
}

// ---- all of them ----

static void check_name(struct check *check, const struct check_value *value,
                       const struct refer *refer, int node) {
    const char *name = doc_text(check->entries[value->entry].doc, node);
    if (refer && !is_led(check, refer, name))
        check_complain_value(check, value, node, "leads nowhere", refer->allowed);
    if (!refer && !is_askable(check, value, name))
        check_complain_value(check, value, node, "is nothing that can be answered there",
                             "a word or a code of that key");
}

void check_refers(struct check *check) {
    for (int v = 0; v < check->n_values; v++) {
        const struct check_value *value = &check->values[v];
        const struct check_entry *entry = &check->entries[value->entry];
        const struct refer       *refer = check_refer_of(value);
        if (!entry->is_live || (!refer && !is_asking(value))) continue;
        bool is_list = doc_kind_of(entry->doc, value->node) == DOC_LIST;
        int  node    = is_list ? entry->doc->nodes[value->node].first : value->node;
        for (; node >= 0; node = is_list ? entry->doc->nodes[node].next : -1)
            check_name(check, value, refer, node);
    }
}

// What the program itself cites: our defaults, what the clinic or the person said.
static bool is_cited_by_program(const struct check_entry *entry) {
    static const char *const kinds[] = {"own", "clinic", "patient"};
    const char *kind = doc_text(entry->doc, doc_child(entry->doc, entry->node, "kind"));
    return text_equal(kind, kinds[0]) || text_equal(kind, kinds[1]) || text_equal(kind, kinds[2]);
}

void check_sources(struct check *check) {
    bool *is_used = ARENA_NEW(check->arena, bool, check->n_entries);
    for (int v = 0; v < check->n_values; v++) {
        const struct check_value *value = &check->values[v];
        const struct doc         *doc   = check->entries[value->entry].doc;
        if (!check->entries[value->entry].is_live) continue;
        if (!text_equal(value->field->vocabulary, "sources")) continue;
        if (doc_kind_of(doc, value->node) != DOC_LIST) continue;
        for (int k = doc->nodes[value->node].first; k >= 0; k = doc->nodes[k].next) {
            int at = check_find(check, "sources", doc_text(doc, k));
            if (at >= 0) is_used[at] = true;
        }
    }
    for (int i = 0; i < check->n_entries; i++) {
        const struct check_entry *entry = &check->entries[i];
        bool is_source                  = entry->noun == &catalogue_source_noun && entry->is_live;
        if (is_source && !is_used[i] && !is_cited_by_program(entry))
            check_complain(check, i, entry->node, NULL, NULL, "is a source that nothing uses",
                           "sources that an entry names");
    }
}
