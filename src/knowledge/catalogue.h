// catalogue: the nouns of the knowledge base, as they stand in knowledge/*.yaml. A file of
// knowledge is one mapping with any of the lists of `struct catalogue`. Every entry has an id;
// every number has sources, a status and, where it is advice, a grade.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_CATALOGUE_H
#define STIPPLE_KNOWLEDGE_CATALOGUE_H

#include "domain/field.h"
#include "domain/words.h"

// A cited number: value with its range, in the unit its field gives.
struct figure {
    struct amount  value, low, high;
    struct names   sources;   // source keys
    int            status, grade;
    struct wording because;
};

struct source {
    const char   *key, *text, *kind, *address, *read;
    int           grade, status;
    struct amount year;
};

struct code {   // one code of an open vocabulary: conditions, medications, reactions, ...
    const char    *vocabulary, *code;
    struct wording label;
    struct figure *range;   // of a scale: its ends
};

struct saying {   // one text of the catalogue, with {named} places
    const char    *id;
    struct wording text;
};

// ---- rules ----

// One test of one fact: true, false or unknown. `field` names a key of the item the rule is about;
// "person.KEY" names a key of the patient ("person.age" is reckoned on the day).
// Exactly one of the questions stands in a test.
struct rule_test {
    const char      *field;
    struct names     is;                 // the code or word is one of these
    struct amount    below, at_least;    // a number, in the unit of the field
    struct amount    within_days;        // the date is less than so many days before the day
    const char      *after;              // with after_days: so many days after the date of this key
    struct amount    after_days;         // at the earliest
    int              given;              // FIELD_BOOL: is anything given at all; never unknown
    struct list      any, none;          // of rule_test: at least one true; all false
    struct rule_has *has;                // an item of another list
    struct names     goal_zones;         // a goal lies in one of these zones
    struct names     goal_indications;   // a goal is one of these
    struct names     wants_agents;       // an agent or group of agents is asked for
};

struct rule_has {   // "an item of this list with one of these codes for which all of `where` hold"
    const char  *list;   // key of a list of the patient
    struct names codes;
    struct list  where;   // of rule_test
};

struct rule_subject {     // what a rule is about; none = the person
    const char  *list;    // key of a list of the patient
    struct names codes;   // empty = every item
};

struct rule_until {       // allowed again on FROM + days
    const char   *from;   // key of the item, "person.KEY", or "on"
    struct amount days;
    struct amount birthday;   // instead: the birthday on which the person reaches this age
};

struct rule_scope {
    int          over;           // words: person item_zones goal_zones spot
    struct names zones;          // goal_zones, item_zones: only these
    struct names devices;        // only these device kinds
    struct names agents;         // only these agents
    struct names except_goals;   // not zones in which every goal is one of these indications
};

struct rule_case {
    struct list        where;      // of rule_test, all must hold
    struct rule_until *until;      // holds only while the day is before it
    int class;                     // enum words_class
    const char        *lifts;      // code of vocabulary "states"; none and no until = never
    bool               rescreen;   // after `until` the person is screened again; nothing is planned
    struct rule_scope *scope;      // instead of the rule's
    struct names       excludes;   // agents, parts or spots closed by this finding, override or not
    struct names       missing;    // facts named as missing although the class stands
    struct amount      depth_max;   // mm: deepest setting while the finding is open
    struct wording     because;     // with {until} {zones} {age} {label}
    struct wording     told;        // instead, to the person; none = `because` will do
    struct names       sources;     // instead of the rule's
    int                grade, status;
};

struct rule_override {
    struct names by;      // professions
    struct list  where;   // of rule_test about the person: what must hold for it to count
};

struct rule_conflict {
    struct wording text;
    struct names   sources;
};

struct rule_example {
    const char       *name;    // a claim
    const char       *finds;   // word of words_class, or "nothing"
    struct when       on;      // 2026-03-02 if absent
    struct when       until;
    struct field_node patient;   // keys laid over the neutral patient
};

struct rule {
    const char           *id;
    struct names          rows;    // evidence rows
    struct wording        topic;   // two or three words
    struct list           about;   // of rule_subject
    struct rule_scope    *scope;
    struct list           cases;   // of rule_case: the first that holds decides
    struct names          sources;
    int                   grade, status;
    struct rule_override *override_by;
    struct list           conflicts;
    struct wording        note;
    struct list           examples;
    int                   is_private;   // FIELD_BOOL: never shown to the person
    int                   wounds;       // FIELD_BOOL: holds for whatever wounds the skin
};

struct note {   // an evidence row that supports rules but is no rule itself
    const char    *id;
    struct names   rules;
    struct wording text;
    struct names   sources;
    int            grade, status;
};

// A change of setting that follows from facts and is no finding.
struct adjustment {
    const char    *id;
    struct list    where;                     // of rule_test about the person
    struct names   except_zones, devices;     // device kinds; empty = all
    struct amount  depth_step, depth_floor;   // mm, subtracted; never below the floor
    struct names   sources;
    int            grade, status;
    struct wording because;
};

// ---- things ----

struct thickness {                // total skin, epidermis and dermis
    struct amount male, female;   // mm, geometric means over studies
    struct amount person_sigma;   // ln, person to person
    struct amount study_sigma;    // ln, between studies
    struct amount epidermis;      // mm, stratum corneum and viable epidermis
    bool          low_evidence;
    struct names  sources;
    int           status;
};

struct zone {
    const char       *id;
    struct wording    label;
    int               region;   // enum words_region
    struct names      parts;    // zones it is made of; empty = itself
    struct names      aims;     // of parts: those treated when the whole is wanted
    bool              is_paired;
    struct figure    *area;   // cm2, both sides
    struct thickness *thickness;
    struct figure *depth, *depth_scar;   // mm, setting of a mechanical device; none = not treated
};

struct device {
    const char    *id;
    struct wording label;
    int            kind;
    struct amount  needles, needle_diameter, rows, rate, width, radius;   // -, mm, -, Hz, cm, mm
    struct figure *reach;                                                 // mm
    struct figure *labelled;                                              // mm, face and body
    struct figure *labelled_neck;                                         // mm
    struct amount  step, depth_min;                                       // mm
    struct names   lengths;   // fixed needle lengths, "0.5 mm"
    struct figure *density;   // /cm2, what a treatment aims at
    struct figure *pace;      // min/cm2, pace of needling
    struct figure *speed;     // cm/s, glide
    struct figure *passes;
    struct figure *achieved;   // ratio of channel depth to setting
    struct figure *order;      // the least is planned first; none: never planned
    struct amount  age_min;    // years, on the label
    const char    *safety;     // id of a saying shown before it can be chosen
    struct names   sources;
    int            status, grade;
};

struct ceiling {
    const char   *rule;
    struct amount mass, area;   // g, cm2
    struct names  sources;
    int           status;
};

enum molecule_form { FORM_ABSENT, FORM_NEUTRAL, FORM_ACID, FORM_BASE };

struct molecule {   // what an agent brings to the skin
    struct wording label;
    int            form;                  // enum molecule_form
    struct figure *mass, *logkow, *pka;   // g/mol, -, -
    struct figure *ph;                    // of the product; none: taken without charge
    struct figure *strength;              // mg/g
    struct wording left_out;              // what else is in it
    struct names   sources;
    int            status;
};

struct agent {
    const char      *id;
    struct wording   label;
    struct names     groups;    // "topical_anaesthetic", "prilocaine", ...
    struct figure   *dose;      // g/cm2
    struct figure   *minutes;   // contact time before needling
    struct list      ceilings;
    int              film;           // FIELD_BOOL: covered with film as its label says
    struct figure   *order;          // the least is taken where the clinic does not say what it has
    struct figure   *numbed;         // mm, depth at which a needle was bearable
    struct amount    numbed_after;   // min, contact time after which it was
    struct molecule *molecule;       // none: its uptake cannot be reckoned
    struct figure   *after;          // d, earliest use after needling
    struct wording   because;
    struct names     sources;
    int              status, grade;
};

struct label_use {        // where a label names this use
    struct names zones;   // none = nowhere
    struct names sources;
    int          status, grade;
};

struct indication {
    const char       *id;
    struct wording    label;
    bool              is_scar;    // takes the scar column of the depths
    int               diagnose;   // FIELD_BOOL: needs a clinician's diagnosis first
    struct names      scales;
    struct figure    *sessions;                 // value default, low, high
    struct figure    *interval;                 // d
    struct amount     interval_floor;           // d
    int               is_reviewed_from_first;   // FIELD_BOOL: reviews count from the first sitting
    struct figure    *review_first, *review_last;   // d after the last sitting, or the first
    struct figure    *depth;                        // mm, instead of the zone's
    struct label_use *on_label;                     // some label of some device
    struct list       disagreement;                 // of dispute
    struct names      sources;
};

struct dispute {
    const char    *id;
    struct names   about;   // topics: "sessions", "depth", an indication, a zone, ...
    struct wording text;
    struct names   sources;
};

struct plan_scope {   // only in plans that treat, use or ask for one of these; empty = any plan
    struct names zones, devices, agents;   // of device kinds; agents or groups of them
};

struct advice_variant {
    struct list   where;            // of rule_test about the person
    struct amount depth_at_least;   // mm
    struct amount to;               // h
};

struct advice {   // one line of aftercare
    const char        *id;
    bool               is_do;
    struct amount      from, to;   // h from the end of the sitting; to: or the word always
    struct list        where;      // of rule_test about the person: all certainly hold
    struct plan_scope *only;
    struct list        variants;   // the first that holds gives another end
    struct wording     text;
    struct names       rows, sources;
    int                status, grade;
};

struct watch {   // when to call
    const char        *id;
    const char        *level;   // self_care message same_day emergency
    struct wording     text;
    struct plan_scope *only;
    struct names       sources;
    int                status, grade;
};

struct rate {   // a risk, with its interval or none
    const char        *id;
    struct wording     label;
    struct list        where;   // of rule_test about the person
    struct plan_scope *only;
    struct figure     *rate;    // ratio
    const char        *share;   // instead: id of a fitted share
    struct wording     because;
    struct names       sources;   // of what `because` says
    int                status, grade;
};

struct way {   // another way
    const char    *id;
    struct wording label, because;
    struct figure *price;         // USD a sitting, published range
    struct figure *sessions;      // sittings in the studies; none = not known
    struct figure *downtime;      // d
    struct names   indications;   // none = all
    struct names   agents;        // closed with any of them
    int            wounds;        // FIELD_BOOL: it wounds the skin too
    struct names   sources;       // of what `because` says
    int            status, grade;
};

struct step {   // one step of a sitting
    const char    *id;
    struct wording label;
    struct figure *minutes;
    const char    *when;   // always numbing needling
};

struct parameter {   // one uncertain number of the engine
    const char    *id, *unit;
    struct amount  median, sigma, low, high;   // log-normal if sigma is given, else uniform
    struct names   sources;
    int            status;
    struct wording because;
};

struct curve_point {
    struct amount x, y;
};

struct curve_data {   // a measured or drawn course that a fit is made to
    const char    *id, *x_unit, *unit;
    struct list    points;   // of curve_point, x rising
    struct names   sources;
    int            status;
    struct wording because;
};

struct catalogue {
    const char *version;
    struct list curves;
    struct list sources, codes, sayings, rules, notes, adjustments, zones, devices, agents,
        indications, disputes, advice, meanwhile, watch, rates, options, steps, parameters;
    struct list trials, adverse_events, fits, shares, outcomes;   // see catalogue_trials.h
};

extern const struct noun catalogue_noun;   // one file
extern const struct noun catalogue_rule_noun, catalogue_source_noun, catalogue_zone_noun,
    catalogue_device_noun, catalogue_agent_noun, catalogue_indication_noun;
extern const struct noun rule_test_noun;

#endif
