// catalogue_rule: rules: what is found about a person, and what follows.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_CATALOGUE_RULE_H
#define STIPPLE_KNOWLEDGE_CATALOGUE_RULE_H

#include "domain/field.h"

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
    struct amount      depth_max;       // mm: deepest setting while the finding is open
    struct wording     because;         // with {until} {zones} {age} {label}
    struct wording     told;            // instead, to the person; none = `because` will do
    struct names       sources, rows;   // instead of the rule's
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

// A change of setting that follows from facts and is no finding.
struct adjustment {
    const char    *id;
    struct list    where;                     // of rule_test about the person
    struct names   except_zones, devices;     // device kinds; empty = all
    struct amount  depth_step, depth_floor;   // mm, subtracted; never below the floor
    struct names   sources, rows;
    int            grade, status;
    struct wording because;
};

extern const struct noun catalogue_rule_noun, catalogue_rule_test_noun, catalogue_adjustment_noun;

#endif
