// catalogue_care: what a plan says besides its settings: aftercare, when to call, risks, other
// ways, steps of a sitting.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_CATALOGUE_CARE_H
#define STIPPLE_KNOWLEDGE_CATALOGUE_CARE_H

#include "knowledge/catalogue_figure.h"

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

extern const struct noun catalogue_advice_noun, catalogue_watch_noun, catalogue_rate_noun,
    catalogue_way_noun, catalogue_step_noun;

#endif
