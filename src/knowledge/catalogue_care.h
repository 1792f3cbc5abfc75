// catalogue_care: what a plan says besides its settings: aftercare, when to call, risks, other
// ways, steps of a sitting.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_CATALOGUE_CARE_H
#define STIPPLE_KNOWLEDGE_CATALOGUE_CARE_H

#include "knowledge/catalogue_figure.h"

struct plan_scope {   // only in plans that treat, use or ask for one of these; empty = any plan
    struct names zones, devices, agents;   // of device kinds; agents or groups of them
};

// A later end of a line, for plans in which all that it names holds. What is not known of the
// person counts as holding. The latest end of those that hold is kept, and none before the line's
// own.
struct advice_variant {
    struct list    where;             // of rule_test about the person
    struct amount  depth_at_least;    // mm
    struct names   devices, agents;   // kinds; agents or groups of them
    int            covered;           // FIELD_BOOL: something lies on the skin afterwards
    int            strong_sun;        // FIELD_BOOL: some of it falls in the months of strong sun
    int            conservative;      // FIELD_BOOL: the clinic asks for the longer aftercare
    struct amount  to;                // h
    struct wording because;
};

struct advice {   // one line of aftercare
    const char        *id;
    bool               is_do;
    struct amount      from, to;   // h from the end of the sitting; to: or the word always
    struct list        where;      // of rule_test about the person: all certainly hold
    struct plan_scope *only;
    struct list        variants;   // of advice_variant
    struct wording     text;       // with {hours} {first_hours} {until} {first}
    struct wording     because;
    struct amount      said_least, said_most;   // h: the shortest and the longest of the sources
    int                until_closed;            // FIELD_BOOL: nor before the channels are closed
    const char        *after;                   // id of a line: it begins when that one ends
    struct names       disagreement;            // ids of disputes
    struct names       rows, sources;
    int                status, grade;
};

struct spacing {   // what must lie between needling and another treatment of the same skin
    const char    *id;
    struct wording label;
    struct names   procedures;   // codes
    struct names   devices;      // kinds that needle; empty = all
    struct figure *before;       // d from it to needling; none = no figure was found
    struct figure *after;        // d from needling to it; none = no figure was found
    struct names   rules;        // that hold to `before`
    struct names   disagreement;
    struct wording because;
    struct names   sources, rows;
    int            status, grade;
};

struct watch {   // when to call
    const char        *id;
    const char        *level;   // self_care message same_day emergency
    struct wording     text;
    struct plan_scope *only;
    struct names       sources, rows;
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
    struct names       sources, rows;   // of what `because` says
    int                status, grade;
};

struct way {   // another way
    const char    *id;
    struct wording label, because;
    struct figure *price;           // USD a sitting, published range
    struct figure *sessions;        // sittings in the studies; none = not known
    struct figure *downtime;        // d
    struct names   indications;     // none = all
    struct names   agents;          // closed with any of them
    int            wounds;          // FIELD_BOOL: it wounds the skin too
    struct names   sources, rows;   // of what `because` says
    int            status, grade;
};

struct step {   // one step of a sitting
    const char    *id;
    struct wording label;
    struct figure *minutes;
    struct wording what;        // what is done in it, in one sentence
    struct figure *published;   // min, how long others say it takes
    const char    *when;        // always numbing needling
    struct names   rows;        // evidence rows
};

extern const struct noun catalogue_spacing_noun, catalogue_advice_noun, catalogue_watch_noun,
    catalogue_rate_noun, catalogue_way_noun, catalogue_step_noun;

#endif
