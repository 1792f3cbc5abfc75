// random_people: invented people drawn from the vocabularies of the knowledge, by a fixed seed.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_TESTS_KNOWLEDGE_RANDOM_PEOPLE_H
#define STIPPLE_TESTS_KNOWLEDGE_RANDOM_PEOPLE_H

#include "planner/people.h"

// splitmix64: each state gives the next number.
struct dice {
    uint64_t state;
};

static inline uint64_t dice_next(struct dice *dice) {
    uint64_t z = (dice->state += 0x9E3779B97F4A7C15u);
    z          = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z          = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static inline int dice_below(struct dice *dice, int n) {
    return (int)(dice_next(dice) % (uint64_t)n);
}
static inline bool dice_one_in(struct dice *dice, int n) { return dice_below(dice, n) == 0; }

// A number of (0, 1], in steps of a millionth.
static inline double dice_share(struct dice *dice) { return (1 + dice_below(dice, 1000000)) / 1e6; }

static inline const char *random_code(struct dice *dice, const char *vocabulary) {
    for (int i = 0; i < people_knowledge->n_vocabularies; i++) {
        const struct vocabulary *one = &people_knowledge->vocabularies[i];
        if (text_equal(one->name, vocabulary)) return one->codes[dice_below(dice, one->n)];
    }
    fail_msg("no vocabulary %s", vocabulary);
    return NULL;
}

static inline const char *random_word(struct dice *dice, const char *const *words, int n) {
    return words[dice_below(dice, n)];
}

// A day up to so many days before 2026-03-02.
static inline const char *random_day(struct dice *dice, int within) {
    char *day = ARENA_NEW(&people_arena, char, DATE_TEXT_BYTES);
    date_format(people_day("2026-03-02") - dice_below(dice, within), day);
    return day;
}

static inline void random_goals(struct dice *dice, struct text *yaml) {
    text_add(yaml, "goals:\n");
    for (int n = 1 + dice_below(dice, 2); n > 0; n--) {
        text_addf(yaml, "  - {indication: %s, zones: [%s", random_code(dice, "indications"),
                  random_code(dice, "zones"));
        text_addf(yaml, "], diagnosed: yes}\n");
    }
    text_add(yaml, "devices: [pen");
    static const char *const more[] = {"roller",      "stamp",      "rf",
                                       "home_roller", "dermapen_4", "skinpen_precision"};
    for (int i = 0; i < 6; i++)
        if (dice_one_in(dice, 4)) text_addf(yaml, ", %s", more[i]);
    text_add(yaml, "]\n");
}

static inline void random_history(struct dice *dice, struct text *yaml) {
    static const char *const statuses[] = {"active",   "controlled", "stable",
                                           "resolved", "history",    "unknown"};
    if (dice_one_in(dice, 2)) {
        text_addf(yaml, "conditions:\n  - {code: %s, status: %s", random_code(dice, "conditions"),
                  random_word(dice, statuses, 6));
        if (dice_one_in(dice, 2)) text_addf(yaml, ", zones: [%s]", random_code(dice, "zones"));
        if (dice_one_in(dice, 2)) text_addf(yaml, ", ended: %s", random_day(dice, 400));
        text_add(yaml, "}\n");
    }
    if (dice_one_in(dice, 3)) {
        bool is_over = dice_one_in(dice, 2);
        text_addf(yaml, "medications:\n  - {code: %s, stopped: %s}\n",
                  random_code(dice, "medications"), is_over ? random_day(dice, 300) : "ongoing");
    }
    if (dice_one_in(dice, 4))
        text_addf(yaml, "procedures:\n  - {code: %s, date: %s}\n", random_code(dice, "procedures"),
                  random_day(dice, 400));
    if (dice_one_in(dice, 6))
        text_addf(yaml, "exposures:\n  - {code: %s, date: %s}\n", random_code(dice, "exposures"),
                  random_day(dice, 60));
    if (dice_one_in(dice, 8))
        text_addf(yaml, "implants:\n  - {code: %s}\n", random_code(dice, "implants"));
    if (dice_one_in(dice, 6))
        text_addf(yaml, "allergies:\n  - {code: %s}\n", random_code(dice, "allergies"));
}

// A person as YAML to be laid over the neutral patient.
static inline const char *random_person(struct dice *dice) {
    static const char *const facts[] = {"yes", "no", "no", "no", "unknown"};
    struct text              yaml    = text_new(&people_arena);
    text_addf(&yaml, "birth_date: %d-0%d-1%d\nphototype: %d\n", 1946 + dice_below(dice, 63),
              1 + dice_below(dice, 9), dice_below(dice, 10), 1 + dice_below(dice, 6));
    if (dice_one_in(dice, 5))
        text_addf(&yaml, "pregnant: %s\nbreastfeeding: %s\n", random_word(dice, facts, 5),
                  random_word(dice, facts, 5));
    random_goals(dice, &yaml);
    random_history(dice, &yaml);
    if (dice_one_in(dice, 3)) text_add(&yaml, "operator: op_nurse\n");
    if (dice_one_in(dice, 3)) text_addf(&yaml, "agents: [%s]\n", random_code(dice, "agents"));
    if (dice_one_in(dice, 4))
        text_addf(&yaml, "given: [{number: 1, date: %s}]\n", random_day(dice, 90));
    if (dice_one_in(dice, 4)) text_addf(&yaml, "test_spots: [{date: %s}]\n", random_day(dice, 60));
    return yaml.data;
}

#endif
