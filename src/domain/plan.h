// plan: a dated course of treatment, in which every number has a kind, a band and a source.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_DOMAIN_PLAN_H
#define STIPPLE_DOMAIN_PLAN_H

#include "domain/curve.h"
#include "domain/screening.h"

struct plan_layer {
    const char      *layer;   // epidermis, papillary_dermis, reticular_dermis, below_dermis
    struct quantity *share;
};

struct plan_skin {                // a layer of the skin, from the surface down
    const char      *layer;       // as in plan_layer
    struct quantity *from;        // mm, depth of its upper end
    struct quantity *thickness;   // mm; NULL: what lies below the dermis
};

struct plan_zone {
    const char      *zone, *device, *indication;
    struct quantity *depth;      // the setting
    struct quantity *achieved;   // channel depth
    struct quantity *density, *coverage, *speed, *rate, *closure, *beyond_dermis;
    struct amount    passes, needles;
    const char      *cartridge;      // NULL: the device has one needle set
    struct list      depth_layers;   // of plan_layer
    struct list      skin;           // of plan_skin
    struct curve    *open;           // share of the opening that is left, by hours
    struct curve    *depth_spread;   // share of punctures by depth: x is the middle of a bin
    struct names     excludes, remarks;
};

struct plan_ceiling {
    const char   *rule;
    struct amount mass, area;   // g, cm2
    struct names  sources;
    int           status;
};

struct plan_active {   // an active substance of the cream
    const char      *substance;
    struct quantity *amount;   // mg, in what is put on
};

struct plan_numbing {
    const char      *agent, *remark;
    struct quantity *amount, *area, *minutes;
    struct list      ceilings;   // of plan_ceiling
    struct amount    parts;      // visits the area must be split into
    struct quantity *share;      // of the most its label allows, the nearest of its ceilings
    struct list      active;     // of plan_active
};

struct plan_dispute {
    const char  *id, *text;
    struct names about;   // topics: "depth", "closing", an indication, a line of aftercare, ...
    struct names sources;
};

struct plan_series {
    struct amount    chosen;
    struct quantity *count, *interval;
    struct list      disagreement;   // of plan_dispute
};

struct plan_step {
    const char      *id, *what;   // what: done in it, in one sentence
    struct quantity *minutes;
    struct quantity *device_minutes;      // needling: what the device could do
    struct quantity *pace_minutes;        // needling: at our pace; the longer of the two is planned
    struct quantity *published_minutes;   // what others say
};

enum plan_session_status { SESSION_ABSENT, SESSION_GIVEN, SESSION_PLANNED, SESSION_CANCELLED };

struct plan_session {
    struct amount number, part;   // part: which visit of a treatment that is split
    struct when   date;
    int           status;   // given planned cancelled
    struct names  zones;    // of this visit
    struct list   steps;    // of plan_step
};

struct plan_day {   // one entry of the calendar
    struct when date;
    int         kind;
    const char *text;
    int         clinic;   // FIELD_BOOL: for the clinic to do, and not for the person
};

enum plan_day_kind {
    DAY_ABSENT,
    DAY_PREPARATION,
    DAY_TEST_SPOT,
    DAY_SESSION,
    DAY_PHOTO,
    DAY_CHECK_IN,
    DAY_REVIEW,
    DAY_MAINTENANCE
};

struct plan_blocked {   // days on which no sitting may be, and why
    const char  *id;
    struct when  from, to;   // to: absent = it has no end
    int          kind;       // enum plan_blocked_kind
    struct names weekdays;   // if present, these days of the week alone
    struct names zones;      // if present, sittings of these alone
    struct when  look_again;
    int          is_private;   // FIELD_BOOL: its finding is never shown to the person
    const char  *because;
    struct names sources;
    int          status, grade;
};

enum plan_blocked_kind {
    BLOCKED_ABSENT,
    BLOCKED_LEAD,        // time to think before a first sitting
    BLOCKED_DEFERRAL,    // a finding puts it off, or waits for somebody
    BLOCKED_FINDING,     // a finding closes a zone, and no day lifts it
    BLOCKED_TEST_SPOT,   // until a test spot is read
    BLOCKED_HEALING,     // too near to the sitting before
    BLOCKED_INTERVAL,    // nearer to it than was wished for
    BLOCKED_SPLIT,       // too near to a visit of the same treatment
    BLOCKED_EVENT,
    BLOCKED_AWAY,
    BLOCKED_CLOSED,
    BLOCKED_OPENING_DAYS,
    BLOCKED_LATEST   // after the last day wished for
};

struct plan_course {
    struct list      days;       // of plan_course_day, after the next sitting
    struct list      months;     // of plan_month
    struct quantity *downtime;   // days of visible redness of one person
};

struct plan_course_day {
    struct amount    day;   // 0 = the day of the sitting
    struct when      date;
    struct quantity *redness;       // share of people still red
    struct quantity *sensitivity;   // share of people whose skin is still tender
    struct quantity *barrier;       // share of the barrier that is closed again
    const char      *make_up;       // no, better_not, yes
};

struct plan_month {          // improvement by a month, a quantity of one zone and use
    struct amount   month;   // after the last sitting
    struct when     date;
    const char     *zone, *indication;
    struct quantity improvement;
};

struct plan_phase {   // of healing after one sitting; phases overlap
    const char      *id;
    struct amount    session, part;
    struct when      from, to;
    struct quantity *starts, *ends;   // d after the sitting
};

struct plan_activity {     // how much goes on in a phase, relative to the most of it
    const char   *state;   // id of the phase
    struct curve *curve;
};

struct plan_healing {
    struct list      phases;   // of plan_phase
    struct list      curves;   // of plan_activity, by days after the next sitting
    const char      *model;
    struct quantity *dose;   // of one sitting, relative: share of the dermis within reach of a hole
};

struct plan_uptake {                        // of what is put on the skin, before needling or after
    const char      *agent, *zone, *when;   // before, after
    struct quantity *taken_up;              // ug/cm2 through the skin as it then is
    struct quantity *intact;                // ug/cm2 through whole skin in the same time
    struct quantity *enhancement;           // ratio of the two; before: what channels would make
    struct quantity *numbed;                // mm, depth at which a needle was bearable
    struct amount    delay;                 // d from needling until it goes on
    const char      *because;
};

struct plan_risk {
    const char      *id, *because;
    struct quantity *rate;   // NULL: no figure
    struct names     sources;
    int              status, grade;
};

struct plan_advice {
    const char  *id, *text;
    bool         is_do;
    struct when  from, to;
    bool         always;   // it has no end; `to` is then the last day of the calendar
    struct names sources;

    // absent while nothing is planned, and the first three also of what has no end
    struct quantity *lasts;          // h from the sitting, as the dates have it
    struct quantity *minimum;        // h, the cited end for this person and plan
    struct quantity *closes;         // h until channels are closed; of lines that wait for it
    const char      *because;        // why no sooner; NULL: nothing to add
    struct list      disagreement;   // of plan_dispute
    int              status, grade;
};

struct plan_spacing {   // another treatment of the same skin, beside the next sitting
    const char      *id, *text, *because;
    struct names     procedures;
    struct quantity *before, *after;   // d from it to a sitting, and from a sitting to it; or NULL
    struct when      from, to;         // when it may be; to: absent after the last sitting
    struct list      disagreement;     // of plan_dispute
    struct names     sources;
    int              status, grade;
};

struct plan_watch {
    const char *id, *level, *text;
    const char *call;   // whom, with the number; NULL: no number is entered
};

struct plan_price {
    struct quantity *session, *total;
    struct quantity *to_come;   // of the sittings still planned; NULL: none, or no price
};

struct plan_alternative {
    const char      *id, *label, *because;
    bool             allowed;
    bool             screened;   // by rules of its own, and not by what was found alone
    struct quantity *effect, *downtime, *total;
    struct names     sources;
    int              status, grade;
};

struct plan_choice {
    const char   *code, *label;
    struct amount value;   // of a needle length, in the unit of the control
};

// One thing that may be set, and within what. A control is a number, or one of its choices; then
// `value`, `advised` and `asked` are absent, or numbers among the choices.
struct plan_control {
    const char   *id, *zone, *name;
    const char   *field;   // where it stands in a patient file
    const char   *unit;
    struct amount value, advised, asked;   // what the plan has; without any settings; in the file
    struct amount low, high, step;         // hard bounds
    struct amount advised_low, advised_high;   // what was published, or our range
    struct amount label, reach;                // depth: mm
    const char   *code, *advised_code, *asked_code;
    struct list   choices;   // of plan_choice
    bool          is_set;
    const char   *because, *remark;
    struct names  sources;
    int           status, grade;
};

struct plan {
    struct reply         reply;
    const char          *hash;
    int                  verdict;
    struct screening    *screening;
    struct list          zones, sessions, calendar, risks, aftercare, watch, alternatives;
    struct list          conflicts;      // of names: two wishes that cannot both be met
    struct list          clashes;        // of plan_clash: the same, in words
    struct list          remarks;        // of plan_remark
    struct list          disagreement;   // of plan_dispute: about depth, result and the uses
    struct list          seen;           // of plan_seen
    struct list          meanwhile;      // of plan_advice without dates: while nothing is planned
    struct list          uptake;         // of plan_uptake
    struct list          spacing;        // of plan_spacing
    struct list          controls;       // of plan_control
    struct list          blocked;        // of plan_blocked, by date
    struct plan_numbing *numbing;        // NULL: no cream
    struct plan_series  *series;
    struct plan_course  *course;
    struct plan_healing *healing;
    struct plan_price   *price;
    struct list          sources;   // of cited
    struct list          pareto;    // of names; filled by the planner with alternatives
};

struct plan_clash {   // a pair of `conflicts` in words
    const char *one, *other;
    const char *text, *way_out;
};

struct plan_seen {   // what was measured of the result, before or after
    struct when   date;
    const char   *zone, *scale;
    struct amount value;
    struct amount start;   // before the first sitting, on the same scale
    struct amount month;   // whole months after the last sitting given, as in course.months
    const char   *text;
};

struct plan_remark {
    const char  *id, *text;
    struct names sources;   // absent: it says nothing that was read
};

extern const struct noun plan_noun;
extern const struct noun plan_layer_noun, plan_dispute_noun;   // simulations have them too

#endif
