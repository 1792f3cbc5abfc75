// library_sitting: the sitting as it is carried out: its steps, what is asked and looked at first,
// what ends it, and what to do when a person is unwell.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_LIBRARY_SITTING_H
#define STIPPLE_KNOWLEDGE_LIBRARY_SITTING_H

#include "knowledge/catalogue_figure.h"

enum sitting_when {   // in which sittings a step stands
    SITTING_WHEN_ABSENT,
    SITTING_ALWAYS,
    SITTING_NUMBING,      // with numbing cream
    SITTING_MECHANICAL,   // with needles that do not heat
    SITTING_RF,           // with needles that heat
    SITTING_PRP           // with the person's own blood
};

enum sitting_stop_scope {   // what a sign stops
    SITTING_STOP_ABSENT,
    SITTING_STOP_HERE,      // this place; others go on
    SITTING_STOP_NUMBING,   // the cream: all of it off, none on again
    SITTING_STOP_SITTING,   // what is left of the sitting
    SITTING_STOP_COURSE     // and those to come, until somebody has decided
};

struct sitting_act {   // one thing to do
    struct wording text;
    struct names   sources, rows;
    int            status, grade;
};

struct sitting_step {
    const char    *id;
    struct wording label;
    const char    *part_of;                              // step of a plan whose minutes it is in
    int            when;                                 // enum sitting_when
    struct names   who;                                  // codes of roles: who has a part in it
    struct list    acts;                                 // of sitting_act, in order
    struct names   endpoints, questions, looks, stops;   // ids
    struct wording because;
    struct names   sources, rows;
    int            status, grade;
};

struct sitting_endpoint {   // where to end in one place
    const char    *id;
    struct wording label;
    struct amount  depth_from, depth_below;   // mm, setting; none = open at that end
    struct names   indications;               // none = any
    struct wording dark;                      // how it shows on brown and black skin
    struct wording because;
    struct names   sources, rows;
    int            status, grade;
};

struct sitting_answer {   // an answer, and what screening then finds
    const char       *id;
    struct wording    label;
    struct names      opens;     // ids of rules
    int               finds;     // words_class: the worst of them on neutral.yaml with `example`
    struct field_node example;   // keys laid over the neutral patient, as on 2026-03-02
};

struct sitting_question {   // asked at every sitting
    const char    *id;
    struct amount  number;
    struct wording label, ask;   // for the operator; to the person
    struct list    answers;      // of sitting_answer: what a yes can be
    struct list    unsure;       // of sitting_answer: where "not sure" is screened
    struct wording not_sure;     // what follows
    struct wording because;
    struct names   sources, rows;
    int            status, grade;
};

struct sitting_look {   // what the skin is looked at for
    const char    *id;
    struct wording label, light, dark;   // how it shows on light, on brown and black skin
    struct list    answers;              // of sitting_answer: it is there
    struct list    acts;
    struct wording because;
    struct names   sources, rows;
    int            status, grade;
};

struct sitting_stop {   // a sign that ends something
    const char    *id;
    struct wording label, sign;
    int            scope;   // enum sitting_stop_scope
    struct list    acts;
    const char    *card;    // id, if the person is unwell
    struct names   opens;   // ids of rules that screen it again
    struct wording because;
    struct names   sources, rows;
    int            status, grade;
};

struct sitting_card {   // a person is unwell: the first minutes
    const char    *id;
    struct wording label, top, signs;   // top: the first line, with {emergency_line}
    struct list    acts;                // in order
    struct list    never;               // what not to do
    struct wording because;
    struct names   sources, rows;
    int            status, grade;
};

struct sitting_time {   // a published time
    const char    *id;
    struct wording label;
    const char    *step;      // of a plan, or total
    struct names   devices;   // kinds; none = any
    struct figure *minutes;
    struct names   sources, rows;
    int            status, grade;
};

extern const struct noun library_sitting_step_noun, library_sitting_endpoint_noun,
    library_sitting_question_noun, library_sitting_look_noun, library_sitting_stop_noun,
    library_sitting_card_noun, library_sitting_time_noun;

#endif
