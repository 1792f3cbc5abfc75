// healing: what follows one sitting in the skin, in relative units: cells, new collagen, and when
// each phase begins and ends. Timing only; amounts mean nothing by themselves.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_HEALING_H
#define STIPPLE_ENGINE_HEALING_H

enum healing_state {
    HEALING_ALARM,
    HEALING_ALARM_LATE,
    HEALING_NEUTROPHILS,
    HEALING_MACROPHAGES_EARLY,   // that inflame
    HEALING_MACROPHAGES_LATE,    // that repair
    HEALING_FIBROBLASTS,
    HEALING_MYOFIBROBLASTS,
    HEALING_CELLS,   // the states before this one scale in time with the speed
    HEALING_COLLAGEN_III = HEALING_CELLS,
    HEALING_COLLAGEN_I,
    HEALING_MATRIX,   // new collagen that is in order: what can be seen
    HEALING_STATES
};

enum { HEALING_RATES = 6, HEALING_TERMS = HEALING_RATES + 2 };

struct healing_rates {   // the same for all members
    double alarm_per_s;
    double neutrophils_per_s;
    double repair_per_s;             // early macrophages into late ones
    double macrophages_per_s;        // loss of early ones
    double macrophages_late_per_s;   // loss of late ones
    double fibroblasts_per_s;        // loss of fibroblasts
    double myofibroblasts_per_s;     // fibroblasts into myofibroblasts
    double contraction_end_per_s;    // loss of myofibroblasts
    double by_neutrophils_frac;      // of the macrophages, called by neutrophils
    double myofibroblast_yield;      // collagen of one over that of a fibroblast
    double collagen_scale;           // makes one sitting add up to one
    double new_iii, new_i;           // split of what is made
    double rest_iii_frac;            // collagen III in skin at rest
    double collagen_loss_per_s;
};

struct healing_member {
    double speed;       // 1 = a cut-out wound
    double synthesis;   // factor on collagen made
    double exchange_per_s;
    double order_s;   // lag from new collagen to ordered matrix
};

// x(t) = sum of c[i] exp(-rate[i] t), i < n, and t_c t exp(-rate[0] t)
struct healing_sum {
    int    n;
    double rate_per_s[HEALING_TERMS], c[HEALING_TERMS];
    double t_c_per_s;
};

struct healing {   // of a cut-out wound: speed 1
    struct healing_rates rates;
    struct healing_sum   cells[HEALING_CELLS];
    struct healing_sum   synthesis_per_s;   // of collagen
};

struct healing_course {   // of one member after one sitting of dose 1
    double             rest_iii_frac;
    struct healing_sum cells[HEALING_CELLS];
    struct healing_sum collagen, excess_iii, matrix;
};

struct healing_share {    // ours: where phases begin and end
    double over;          // so little is left of a peak, or to be done
    double remodelling;   // so much collagen is laid down when remodelling begins
};

struct healing_phases {       // s after the sitting
    double inflammation_s;    // end; it begins with the sitting
    double proliferation_s;   // beginning
    double proliferation_s_end;
    double remodelling_s;   // beginning
    double remodelling_s_end;
};

// Two of the six rates nearer than this part of the larger: the closed form loses its digits.
#define HEALING_APART 1e-3

// The six rates of the chain, in the order of the cells.
void healing_chain(const struct healing_rates *rates, double *rate_per_s /* [HEALING_RATES] */);

// Asserts that the six rates are positive and HEALING_APART of each other.
struct healing healing_of(const struct healing_rates *rates);

struct healing_course healing_course_of(const struct healing        *healing,
                                        const struct healing_member *member);

// A state at time_s >= 0 after a sitting of dose 1: never negative. Sittings add up: the model is
// linear.
double healing_at(const struct healing_course *course, enum healing_state state, double time_s);

// Phases at speed 1. remodelling_s_end is left 0: it depends on the member.
struct healing_phases healing_phases_slow(const struct healing       *healing,
                                          const struct healing_share *share);

// Phases of a member, from those at speed 1.
struct healing_phases healing_phases_of(const struct healing_course *course,
                                        const struct healing_member *member,
                                        const struct healing_phases *slow,
                                        const struct healing_share  *share);

// Cells that are counted together.
enum healing_group {
    HEALING_GROUP_NEUTROPHILS,
    HEALING_GROUP_MACROPHAGES,
    HEALING_GROUP_FIBROBLASTS,
    HEALING_GROUP_MYOFIBROBLASTS,
    HEALING_GROUPS
};

// All of a group at time_s >= 0 after a sitting of dose 1.
double healing_group_at(const struct healing_course *course, enum healing_group group,
                        double time_s);

// When a group is largest at speed 1, after a sitting of dose 1, and how large: whatever the speed.
void healing_peak_slow(const struct healing *healing, enum healing_group group, double *time_s,
                       double *value);

// What goes on in each phase, in its own unit: cells that clean up, cells that build, and new
// collagen that waits for its order.
enum healing_work { HEALING_CLEANING, HEALING_BUILDING, HEALING_ORDERING, HEALING_WORKS };

struct healing_working {   // of one member after one sitting of dose 1
    int    n;
    double rate_per_s[HEALING_TERMS];   // the same for all
    double c[HEALING_WORKS][HEALING_TERMS], t_c_per_s[HEALING_WORKS];
};

struct healing_working healing_working_of(const struct healing_course *course);

// All of it at time_s >= 0: out [HEALING_WORKS], never negative.
void healing_working_at(const struct healing_working *working, double time_s, double *out);

// How far the collagen held at time_s is from what was made less what was lost, over all that the
// sitting will make (0 where that is nothing): the equations keep it at 0, rounding does not.
double healing_imbalance(const struct healing *healing, const struct healing_member *member,
                         const struct healing_course *course, double time_s);

// Factor of age on collagen made: exp(-k years beyond 25), k half-normal: 0 most likely, `scale_y`
// its standard deviation before folding, never above most_y. 0 < share < 1 of the members.
double healing_age_factor(double age_y, double scale_y, double most_y, double share);

#endif
