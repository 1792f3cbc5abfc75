// test_screen: from findings to verdicts: options, dates, what is closed, scopes, letters,
// overrides.
// SPDX-License-Identifier: Apache-2.0
#include "small.h"

#define GOAL(zones)  "goals: [{indication: acne_scars, zones: [" zones "]}]\n"
#define NONE         "conditions: []\nmedications: []\n"
#define HAS(items)   "conditions: [" items "]\nmedications: []\n"
#define PERSON       "{over: person}"
#define ZONES        "{over: item_zones}"
#define ABOUT(code)  "about: [{list: conditions, codes: [" code "]}], "
#define CASE(class)  "cases: [{class: " class ", because: {en: b}}]"
#define STATE(class) "cases: [{class: " class ", lifts: quiet, because: {en: b}}]"
#define UNTIL(class, from, days)                                                                   \
    "cases: [{class: " class ", until: {from: " from ", days: " days "}, because: {en: b}}]"

// clang-format off
static const char rules[] =
    "rules:\n"
    SMALL_RULE("P-1", PERSON, ABOUT("care") CASE("caution"))
    SMALL_RULE("P-2", PERSON, ABOUT("wait") UNTIL("defer", "ended", "10"))
    SMALL_RULE("P-3", PERSON, ABOUT("quiet") STATE("defer"))
    SMALL_RULE("P-4", PERSON, ABOUT("never") CASE("refuse"))
    SMALL_RULE("Z-1", ZONES, ABOUT("spots") STATE("defer"))
    SMALL_RULE("Z-2", ZONES, ABOUT("spots_wait") UNTIL("defer", "ended", "30"))
    SMALL_RULE("Z-3", "{over: goal_zones, zones: [lips]}", CASE("caution"))
    SMALL_RULE("Z-4", ZONES, ABOUT("sore") "override: {by: [physician], where: [{none: "
        "[{wants_agents: [topical_anaesthetic]}]}]}, " STATE("defer"))
    SMALL_RULE("S-1", "{over: spot}", ABOUT("mole") "cases: [{class: caution, excludes: [mole], "
        "because: {en: b}}]")
    SMALL_RULE("D-1", "{over: person, devices: [rf]}", ABOUT("pacemaker") CASE("refuse"))
    SMALL_RULE("A-1", "{over: person, agents: [serum]}", ABOUT("sting") "cases: [{class: "
        "refuse, excludes: [serum], because: {en: b}}]")
    SMALL_RULE("A-2", PERSON, ABOUT("numb") "cases: [{class: caution, excludes: "
        "[topical_anaesthetic], because: {en: b}}]")
    SMALL_RULE("L-1", PERSON, ABOUT("letter") "override: {by: [physician]}, " CASE( "clearance"))
    SMALL_RULE("L-2", PERSON, ABOUT("shield") "override: {by: [physician]}, " CASE(
        "prophylaxis"))
    SMALL_RULE("G-1", PERSON, "cases: [{where: [{field: pregnant, is: [yes]}, {field: sex, is: "
        "[male]}], class: ask, because: {en: b}}, {where: [{field: pregnant, is: [yes]}], "
        "class: refuse, because: {en: b}}]")
    SMALL_RULE("U-1", PERSON, ABOUT( "sugar") "cases: [{where: [{field: hba1c, at_least: 8.5}], "
        "class: clearance, because: {en: b}}, {class: caution, because: {en: b}}]")
    SMALL_RULE("U-2", PERSON, "about: [{list: medications, codes: [slow]}], " UNTIL( "defer",
        "stopped", "180"))
    SMALL_RULE("U-3", PERSON, ABOUT("two") "cases: [{where: [{field: hba1c, at_least: 8}], "
        "class: caution, scope: {over: item_zones}, because: {en: b}}, {class: refuse, because: "
        "{en: b}}]")
    SMALL_RULE("U-4", PERSON, "cases: [{where: [{field: interpreter, is: [yes]}], scope: {over: "
        "goal_zones, zones: [lips]}, class: caution, because: {en: b}}, {where: [{field: "
        "photo_consent, is: [no]}], class: prophylaxis, because: {en: b}}]");
// clang-format on

struct screen_case {
    const char *name, *patient;
    const char *verdict, *until;   // until: NULL = none
    const char *found;             // "ID class until" of each finding, "; " between
    const char *closed;            // "what class until: IDs"
    const char *missing;
};

#define SURE "birth_date: 1960-01-01\ninterpreter: no\nphoto_consent: yes\n"
#define PEN  SURE "devices: [pen]\n"

static const struct screen_case screen_cases[] = {
    {"nothing found is clear", PEN NONE GOAL("cheeks"), "clear", NULL, "", "", ""},
    {"a caution stays one", PEN HAS("{code: care}") GOAL("cheeks"), "caution", NULL, "P-1 caution",
     "", ""},
    {"a window gives its date", PEN HAS("{code: wait, ended: 2026-03-01}") GOAL("cheeks"), "defer",
     "2026-03-11", "P-2 defer 2026-03-11",
     "cheeks defer 2026-03-11: P-2; pen defer 2026-03-11: P-2", ""},
    {"a window is over on its day", PEN HAS("{code: wait, ended: 2026-02-20}") GOAL("cheeks"),
     "clear", NULL, "", "", ""},
    {"of several dates the latest",
     PEN HAS("{code: wait, ended: 2026-03-01}, {code: wait, ended: 2026-02-25}, "
             "{code: spots_wait, zones: [cheeks], ended: 2026-02-28}") GOAL("cheeks"),
     "defer", "2026-03-30", "P-2 defer 2026-03-07; P-2 defer 2026-03-11; Z-2 defer 2026-03-30",
     "cheeks defer 2026-03-30: P-2 Z-2; pen defer 2026-03-30: P-2 Z-2", ""},
    {"no date when a state is among them",
     PEN HAS("{code: wait, ended: 2026-03-01}, {code: quiet}") GOAL("cheeks"), "defer", NULL,
     "P-2 defer 2026-03-11; P-3 defer", "cheeks defer: P-2 P-3; pen defer: P-2 P-3", ""},
    {"no date when it never lifts",
     PEN HAS("{code: wait, ended: 2026-03-01}, {code: never}") GOAL("cheeks"), "refuse", NULL,
     "P-4 refuse; P-2 defer 2026-03-11", "cheeks refuse: P-4 P-2; pen refuse: P-4 P-2", ""},
    {"the mildest zone decides, and what is closed makes a caution",
     PEN HAS("{code: spots, zones: [chin]}") GOAL("cheeks, chin"), "caution", NULL, "Z-1 defer",
     "chin defer: Z-1", ""},
    {"a closed zone alone closes all", PEN HAS("{code: spots, zones: [chin]}") GOAL("chin"),
     "defer", NULL, "Z-1 defer", "chin defer: Z-1; pen defer: Z-1", ""},
    {"findings in other zones are listed and do not count",
     PEN HAS("{code: spots, zones: [scalp]}") GOAL("chin"), "clear", NULL, "Z-1 defer", "", ""},
    {"the whole face as a goal is its aims, as a finding all its parts",
     PEN HAS("{code: spots, zones: [full_face]}") GOAL("full_face"), "defer", NULL, "Z-1 defer",
     "cheeks defer: Z-1; chin defer: Z-1; pen defer: Z-1", ""},
    {"zones that are not known ask where they could close", PEN HAS("{code: spots}") GOAL("chin"),
     "ask", NULL, "Z-1 ask", "", "conditions.spots.zones: Z-1"},
    {"a rule of goal zones is out of scope elsewhere", PEN NONE GOAL("lips"), "caution", NULL,
     "Z-3 caution", "", ""},
    {"a device that is closed leaves the other",
     SURE "devices: [pen, rf]\n" HAS("{code: pacemaker}") GOAL("chin"), "caution", NULL,
     "D-1 refuse", "rf refuse: D-1", ""},
    {"a device that is not there is no matter", PEN HAS("{code: pacemaker}") GOAL("chin"), "clear",
     NULL, "", "", ""},
    {"an absent list of devices means the clinic's", SURE HAS("{code: pacemaker}") GOAL("chin"),
     "clear", NULL, "", "", ""},
    {"of two devices of one kind both are closed",
     SURE "devices: [pen, pen_two]\n" HAS("{code: spots, zones: [chin]}") GOAL("chin"), "defer",
     NULL, "Z-1 defer", "chin defer: Z-1; pen defer: Z-1; pen_two defer: Z-1", ""},
    {"findings about agents alone are a caution for the rest",
     PEN "agents: [serum]\n" HAS("{code: sting}") GOAL("chin"), "caution", NULL, "A-1 refuse",
     "serum refuse: A-1", ""},
    {"an agent nobody wants is not closed",
     PEN "agents: [cream]\n" HAS("{code: sting}") GOAL("chin"), "caution", NULL, "A-1 refuse", "",
     ""},
    {"a planned numbing cream is closed by its group",
     PEN "anaesthetic: planned\n" HAS("{code: numb}") GOAL("chin"), "caution", NULL, "A-2 caution",
     "topical_anaesthetic caution: A-2", ""},
    {"a spot closes itself alone", PEN HAS("{code: mole, zones: [chin], spot: left}") GOAL("chin"),
     "caution", NULL, "S-1 caution", "", ""},
    {"a letter is outstanding", PEN HAS("{code: letter}") GOAL("chin"), "clearance", NULL,
     "L-1 clearance", "", ""},
    {"a letter received leaves a caution",
     PEN HAS("{code: letter}")
         GOAL("chin") "clearances: [{rule: L-1, asked: 2026-02-01, received: 2026-03-02}]\n",
     "caution", NULL, "L-1 caution<clearance", "", ""},
    {"a letter only asked for leaves it outstanding",
     PEN HAS("{code: letter}") GOAL("chin") "clearances: [{rule: L-1, asked: 2026-02-01}]\n",
     "clearance", NULL, "L-1 clearance", "", ""},
    {"a letter for another rule does not count",
     PEN HAS("{code: letter}") GOAL("chin") "clearances: [{rule: L-2, received: 2026-02-01}]\n",
     "clearance", NULL, "L-1 clearance", "", ""},
    {"prophylaxis waits for the prescriber", PEN HAS("{code: shield}") GOAL("chin"), "prophylaxis",
     NULL, "L-2 prophylaxis", "", ""},
    {"a prescriber who has decided leaves a caution",
     PEN HAS("{code: shield}")
         GOAL("chin") "prophylaxis: {decided: yes, by: Dr. A, date: 2026-03-01}\n",
     "caution", NULL, "L-2 caution<prophylaxis", "", ""},
    {"a prescriber who has not decides nothing",
     PEN HAS("{code: shield}") GOAL("chin") "prophylaxis: {decided: unknown}\n", "prophylaxis",
     NULL, "L-2 prophylaxis", "", ""},
    {"pregnant is refused", SURE "sex: female\npregnant: yes\n" NONE GOAL("chin"), "refuse", NULL,
     "G-1 refuse", "chin refuse: G-1; pen refuse: G-1", ""},
    {"pregnant and male is asked", SURE "sex: male\npregnant: yes\n" NONE GOAL("chin"), "ask", NULL,
     "G-1 ask", "", ""},
    {"pregnancy that nobody asked about is asked at 30",
     "age: 30\ninterpreter: no\nphoto_consent: yes\nsex: female\n" NONE GOAL("chin"), "ask", NULL,
     "G-1 ask", "", "pregnant: G-1"},
    {"whatever the sex",
     "age: 30\ninterpreter: no\nphoto_consent: yes\nsex: male\n" NONE GOAL("chin"), "ask", NULL,
     "G-1 ask", "", "pregnant: G-1"},
    {"and not at 60",
     "age: 60\ninterpreter: no\nphoto_consent: yes\nsex: female\n" NONE GOAL("chin"), "clear", NULL,
     "", "", ""},
    {"a window whose start is not known asks",
     PEN "conditions: []\nmedications: [{code: slow, "
         "stopped: unknown}]\n" GOAL("chin"),
     "ask", NULL, "U-2 ask", "", "medications.slow.stopped: U-2"},
    {"a stated condition between two classes asks",
     PEN HAS("{code: sugar, hba1c: unknown}") GOAL("chin"), "ask", NULL, "U-1 ask", "",
     "conditions.sugar.hba1c: U-1"},
    {"its value decides", PEN HAS("{code: sugar, hba1c: 8.5}") GOAL("chin"), "clearance", NULL,
     "U-1 clearance", "", ""},
    {"just below it too", PEN HAS("{code: sugar, hba1c: 8.4}") GOAL("chin"), "caution", NULL,
     "U-1 caution", "", ""},
    {"a condition that is only suspected asks where it could refuse",
     PEN HAS("{code: never, status: unknown}") GOAL("chin"), "ask", NULL, "P-4 ask", "",
     "conditions.never.status: P-4"},
    {"and counts where it could only caution",
     PEN HAS("{code: care, status: unknown}") GOAL("chin"), "caution", NULL, "P-1 caution", "",
     "conditions.care.status: P-1"},
    {"what could refuse the person is asked of the person",
     PEN HAS("{code: two, zones: [scalp]}") GOAL("chin"), "ask", NULL, "U-3 ask", "",
     "conditions.two.hba1c: U-3"},
    {"a case that certainly holds keeps its own scope",
     "birth_date: 1960-01-01\nphoto_consent: no\ndevices: [pen]\n" NONE GOAL("chin"), "prophylaxis",
     NULL, "U-4 prophylaxis", "", "interpreter: U-4"},
    {"a zone is closed with one device and open with another, and that is said",
     SURE "devices: [pen, rf]\n" HAS("{code: pacemaker}") GOAL("chin"), "caution", NULL,
     "D-1 refuse", "rf refuse: D-1", ""},
    {"a prescriber's decision without a name does not count",
     PEN HAS("{code: shield}") GOAL("chin") "prophylaxis: {decided: yes, date: 2026-03-01}\n",
     "prophylaxis", NULL, "L-2 prophylaxis", "", ""},
    {"what has ended is over whatever was not said of it",
     PEN HAS("{code: care, status: unknown, ended: 2026-02-01}") GOAL("chin"), "caution", NULL,
     "P-1 caution", "", ""},
    {"no goal at all is asked", PEN NONE "goals: []\n", "ask", NULL, "", "", "goals: "},
    {"without goals it is asked", PEN NONE, "ask", NULL, "", "", "goals: "},
};

// ---- what was answered, in one line ----

static const char *day_said(struct world *world, struct when when) {
    char *text = arena_alloc(&world->arena, DATE_TEXT_BYTES, 1);
    date_format(when.day, text);
    return text;
}

static const char *dated(struct world *world, const char *before, struct when until) {
    return until.day ? arena_format(&world->arena, "%s %s", before, day_said(world, until))
                     : before;
}

static const char *found_said(struct world *world, const struct screening *screening) {
    struct text           out      = text_new(&world->arena);
    const struct finding *findings = screening->findings.items;
    for (int i = 0; i < screening->findings.n; i++) {
        const struct finding *f      = &findings[i];
        const char           *before = f->class_before ? words_class[f->class_before - 1] : "";
        const char *said = arena_format(&world->arena, "%s%s %s%s%s", i ? "; " : "", f->id,
                                        words_class[f->class - 1], *before ? "<" : "", before);
        text_add(&out, dated(world, said, f->until));
    }
    return out.data;
}

static const char *closed_said(struct world *world, const struct screening *screening) {
    struct text          out    = text_new(&world->arena);
    const struct closed *closed = screening->closed.items;
    for (int i = 0; i < screening->closed.n; i++) {
        const struct closed *c    = &closed[i];
        const char          *what = c->zone ? c->zone : c->device ? c->device : c->agent;
        text_addf(&out, "%s%s: %s", i ? "; " : "",
                  dated(world,
                        arena_format(&world->arena, "%s %s", what, words_class[c->class - 1]),
                        c->until),
                  small_joined(&c->findings, &world->arena));
    }
    return out.data;
}

static const char *missing_said(struct world *world, const struct screening *screening) {
    struct text           out     = text_new(&world->arena);
    const struct missing *missing = screening->missing.items;
    for (int i = 0; i < screening->missing.n; i++)
        text_addf(&out, "%s%s: %s", i ? "; " : "", missing[i].fact,
                  small_joined(&missing[i].rules, &world->arena));
    return out.data;
}

static void screen(struct world *world, struct small *small, const char *patient,
                   struct screening *screening) {
    *screening = (struct screening){0};
    small_view(world, small, patient);
    if (screen_person(&small->view, screening, &world->fault) != ST_OK)
        fail_msg("%s: %s", patient, world->fault.text);
}

static int differs(const char *name, const char *what, const char *got, const char *wanted) {
    if (text_equal(got, wanted)) return 0;
    print_error("%s: %s: %s, not %s\n", name, what, got, wanted);
    return 1;
}

static void the_verdict_follows_from_the_findings(void **state) {
    struct world *world = *state;
    struct small  small;
    int           n = 0;
    small_open(world, &small, rules);
    for (size_t i = 0; i < sizeof screen_cases / sizeof *screen_cases; i++) {
        const struct screen_case *c = &screen_cases[i];
        struct screening          s;
        screen(world, &small, c->patient, &s);
        n += differs(c->name, "verdict", words_class[s.verdict - 1], c->verdict);
        n += differs(c->name, "until", day_said(world, s.until), c->until ? c->until : "");
        n += differs(c->name, "findings", found_said(world, &s), c->found);
        n += differs(c->name, "closed", closed_said(world, &s), c->closed);
        n += differs(c->name, "missing", missing_said(world, &s), c->missing);
    }
    assert_int_equal(n, 0);
}

// ---- options ----

static void every_zone_has_an_option_with_every_device(void **state) {
    struct world            *world = *state;
    struct small             small;
    struct screening         s;
    static const char *const wanted[] = {"chin pen caution: S-1", "chin rf refuse: D-1 S-1",
                                         "scalp pen clear: ", "scalp rf refuse: D-1"};
    small_open(world, &small, rules);
    screen(world, &small,
           SURE "devices: [pen, rf]\n" HAS("{code: pacemaker}, {code: mole, zones: [chin]}")
               GOAL("chin, scalp"),
           &s);
    const struct option_verdict *options = s.options.items;
    assert_int_equal(s.options.n, 4);
    for (int i = 0; i < 4; i++) {
        const char *said = arena_format(&world->arena, "%s %s %s: %s", options[i].zone,
                                        options[i].device, words_class[options[i].verdict - 1],
                                        small_joined(&options[i].findings, &world->arena));
        assert_string_equal(said, wanted[i]);
    }
}

// Each is left out, so each is named; the same one told twice is one.
static void two_spots_in_one_zone_are_two_findings(void **state) {
    struct world    *world = *state;
    struct small     small;
    struct screening s;
    small_open(world, &small, rules);
    screen(world, &small,
           SURE HAS("{code: mole, zones: [chin], spot: right}, {code: mole, zones: [chin], "
                    "spot: left}, {code: mole, zones: [chin], spot: right}") GOAL("chin"),
           &s);
    const struct finding        *findings = s.findings.items;
    const struct option_verdict *option   = s.options.items;
    assert_int_equal(s.findings.n, 2);
    assert_string_equal(findings[0].scope->spot, "left");
    assert_string_equal(findings[1].scope->spot, "right");
    assert_string_equal(small_joined(&option->findings, &world->arena), "S-1");
}

static void an_absent_list_asks_for_each_rule_that_could_close(void **state) {
    struct world    *world = *state;
    struct small     small;
    struct screening s;
    small_open(world, &small, rules);
    screen(world, &small, PEN "medications: []\n" GOAL("chin"), &s);
    assert_int_equal(s.verdict, CLASS_ASK);
    assert_string_equal(found_said(world, &s), "A-1 ask; P-2 ask; P-3 ask; P-4 ask; U-3 ask; "
                                               "Z-1 ask; Z-2 ask; Z-4 ask");
    assert_string_equal(missing_said(world, &s), "conditions: A-1 P-2 P-3 P-4 U-3 Z-1 Z-2 Z-4");
    screen(world, &small, PEN "conditions: []\n" GOAL("chin"), &s);
    assert_string_equal(missing_said(world, &s), "medications: U-2");
}

// ---- overrides ----

#define SORE(extra) PEN HAS("{code: sore, zones: [chin]}") GOAL("chin") extra
#define SIGNED(who) "overrides: [{rule: Z-4, by: " who ", name: A, date: 2026-03-02, reason: r}]\n"

static void an_override_counts_only_when_all_of_it_is_there(void **state) {
    struct world *world = *state;
    struct small  small;
    static const struct {
        const char *patient, *verdict, *found;
    } cases[] = {
        {SORE(""), "defer", "Z-4 defer"},
        {SORE(SIGNED("physician")), "caution", "Z-4 caution<defer"},
        {SORE(SIGNED("nurse")), "defer", "Z-4 defer; OV-Z-4 caution"},
        {SORE(SIGNED("physician") "agents: [cream]\n"), "defer", "Z-4 defer; OV-Z-4 caution"},
        {SORE(SIGNED("physician") "anaesthetic: planned\n"), "defer", "Z-4 defer; OV-Z-4 caution"},
        {SORE("overrides: [{rule: Z-4, by: physician, name: A, date: 2026-03-02}]\n"), "defer",
         "Z-4 defer; OV-Z-4 caution"},
        {SORE("overrides: [{rule: Z-4, by: physician, name: A, reason: r}]\n"), "defer",
         "Z-4 defer; OV-Z-4 caution"},
        {SORE("overrides: [{rule: Z-4, by: physician, date: 2026-03-02, reason: r}]\n"), "defer",
         "Z-4 defer; OV-Z-4 caution"},
        {SORE("overrides: [{rule: Z-4, by: physician, name: A, date: 2026-03-03, reason: r}]\n"),
         "defer", "Z-4 defer; OV-Z-4 caution"},
        {PEN HAS("{code: never}") GOAL("chin") "overrides: [{rule: P-4, by: physician, name: A, "
                                               "date: 2026-03-02, reason: r}]\n",
         "refuse", "P-4 refuse; OV-P-4 caution"},
        {PEN HAS("{code: letter}") GOAL("chin") "overrides: [{rule: L-1, by: physician, name: A, "
                                                "date: 2026-03-02, reason: r}]\n",
         "caution", "L-1 caution<clearance"},
        {PEN HAS("{code: sore, zones: [chin]}, {code: sore, status: unknown, zones: [cheeks]}")
             GOAL("chin, cheeks") SIGNED("physician"),
         "caution", "Z-4 ask; Z-4 caution<defer"},
        {PEN HAS("{code: sore, status: unknown, zones: [cheeks]}, {code: sore, zones: [chin]}")
             GOAL("chin, cheeks") SIGNED("physician"),
         "caution", "Z-4 ask; Z-4 caution<defer"},
        {PEN NONE GOAL("chin") SIGNED("physician"), "clear", ""},
        {PEN GOAL("chin") "conditions: [{code: sore, status: unknown, zones: [chin]}]\n"
                          "medications: []\n" SIGNED("physician"),
         "ask", "Z-4 ask; OV-Z-4 caution"},
    };
    small_open(world, &small, rules);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct screening s;
        screen(world, &small, cases[i].patient, &s);
        if (differs(cases[i].patient, "verdict", words_class[s.verdict - 1], cases[i].verdict) +
            differs(cases[i].patient, "findings", found_said(world, &s), cases[i].found))
            fail();
    }
}

static void an_override_is_printed_with_name_and_reason(void **state) {
    struct world    *world = *state;
    struct small     small;
    struct screening s;
    small_open(world, &small, rules);
    screen(world, &small, SORE(SIGNED("physician")), &s);
    const struct finding *finding = s.findings.items;
    assert_string_equal(finding->because, "Set aside by A: r. B");
}

static void an_override_of_no_rule_is_refused_with_its_place(void **state) {
    struct world    *world = *state;
    struct small     small;
    struct screening s = {0};
    small_open(world, &small, rules);
    small_view(world, &small, PEN NONE "overrides: [{rule: L-1},\n  {rule: L-9}]\n");
    assert_int_equal(screen_person(&small.view, &s, &world->fault), ST_CONTENT);
    if (!text_starts(world->fault.text,
                     "patient.yaml:8:10: overrides[1].rule: L-9: is no rule, did "
                     "you mean L-1?; allowed: "))
        fail_msg("%s", world->fault.text);
    small_view(world, &small, PEN NONE "clearances: [{rule: L-9}]\n");
    assert_int_equal(screen_person(&small.view, &s, &world->fault), ST_CONTENT);
    if (!text_starts(world->fault.text, "patient.yaml:7:21: clearances[0].rule: L-9: is no rule"))
        fail_msg("%s", world->fault.text);
}

static void what_is_cited_stands_once_in_the_sources(void **state) {
    struct world    *world = *state;
    struct small     small;
    struct screening s;
    small_open(world, &small, rules);
    screen(world, &small, PEN HAS("{code: care}, {code: never}") GOAL("chin"), &s);
    const struct cited *cited = s.sources.items;
    assert_int_equal(s.sources.n, 1);
    assert_string_equal(cited->key, "default");
    assert_int_equal(cited->grade, GRADE_D);
    assert_int_equal(cited->status, STATUS_DEFAULT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(the_verdict_follows_from_the_findings),
        IN_WORLD(every_zone_has_an_option_with_every_device),
        IN_WORLD(two_spots_in_one_zone_are_two_findings),
        IN_WORLD(an_absent_list_asks_for_each_rule_that_could_close),
        IN_WORLD(an_override_counts_only_when_all_of_it_is_there),
        IN_WORLD(an_override_is_printed_with_name_and_reason),
        IN_WORLD(an_override_of_no_rule_is_refused_with_its_place),
        IN_WORLD(what_is_cited_stands_once_in_the_sources),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
