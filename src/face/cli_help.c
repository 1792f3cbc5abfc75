// SPDX-License-Identifier: Apache-2.0
#include "face/cli_help.h"

#include "base/text.h"

enum { ROWS = 4, IDLE = 5, LEFT = 2 };

struct help {
    const char *verb;
    const char *examples[ROWS];
    const char *more[ROWS];
    const char *idle[IDLE];   // options that every verb takes, and of which nothing in it depends
};

static const struct help helps[] = {
    {"screen",
     {"stipple screen examples/amara-okafor.yaml --on 2026-03-02"},
     {"stipple schema patient prints every key of PATIENT; - reads it from standard input."},
     {"--members", "--seed", "--threads"}},
    {"plan",
     {"stipple plan examples/amara-okafor.yaml --on 2026-03-02 --html plan.html"},
     {"stipple schema patient prints every key of PATIENT; - reads it from standard input."},
     {0}},
    {"read",
     {"stipple read examples/amara-okafor.yaml --on 2026-03-02"},
     {"With --json it prints the file as JSON: every key that it has and no other.",
      "What a plan would refuse in the file is refused here, in the same words."},
     {"--members", "--seed", "--threads"}},
    {"simulate",
     {"stipple simulate depth examples/setups/depth-pen-cheek.yaml"},
     {"Setups to begin with are in examples/setups; what they leave out is filled in and said."},
     {0}},
    {"triage",
     {"stipple triage examples/checkin-day3.yaml --on 2026-03-02"},
     {"stipple schema checkin prints every key of CHECKIN; - reads it from standard input."},
     {"--members", "--seed", "--threads"}},
    {"evidence",
     {"stipple evidence CI-10", "stipple evidence sessions", "stipple evidence --codes zones"},
     {"Without an ID it prints what can be looked up."},
     {"--members", "--seed", "--threads"}},
    {"texts",
     {"stipple texts sayings --json"},
     {"Without a LIST it prints every list."},
     {"--on", "--members", "--seed", "--threads"}},
    {"schema",
     {"stipple schema patient"},
     {"It is JSON Schema 2020-12, in JSON with and without --json."},
     {"--json", "--on", "--members", "--seed", "--threads"}},
    {"serve",
     {"stipple serve", "stipple serve --listen 127.0.0.1:0",
      "stipple serve --listen 0.0.0.0:8443 --host my.example --tls-cert c.pem --tls-key k.pem"},
     {"The first line is an address: open it in a browser. Behind its # stands the token, new at "
      "each start; programs send it as Authorization: Bearer TOKEN. Whoever has it may ask.",
      "127.0.0.1 answers this machine alone, in plain HTTP. On any other address HTTPS is spoken, "
      "and --tls-cert and --tls-key are needed; other machines reach it by the name that --host "
      "gives.",
      "SIGTERM or Ctrl+C ends it when the work in hand is done. The log goes to standard error.",
      "More: docs/api.md (requests, with examples) and docs/security.md (what it defends "
      "against, its log and its limits)."},
     {0}},
    {0}};

static const struct help *help_of(const struct verb *verb) {
    const struct help *help = helps;
    while (help->verb && !text_equal(help->verb, verb->name)) help++;
    return help;
}

void cli_help_begin(const struct verb *verb, struct page *page, struct arena *arena) {
    page_text(page, 0,
              arena_format(arena, "stipple %s%s%s [OPTIONS]", verb->name,
                           *verb->argument ? " " : "", verb->argument));
    page_gap(page);
    page_text(page, LEFT, verb->help);
}

void cli_help_end(const struct verb *verb, struct page *page) {
    const struct help *help = help_of(verb);
    if (help->examples[0]) page_heading(page, help->examples[1] ? "Examples" : "Example");
    for (int i = 0; i < ROWS && help->examples[i]; i++) page_text(page, LEFT, help->examples[i]);
    if (help->more[0]) page_heading(page, "To know");
    for (int i = 0; i < ROWS && help->more[i]; i++) page_text(page, LEFT, help->more[i]);
}

bool cli_help_offers(const struct verb *verb, const char *option) {
    const struct help *help = help_of(verb);
    for (int i = 0; i < IDLE && help->idle[i]; i++)
        if (text_equal(help->idle[i], option)) return false;
    return true;
}
