// SPDX-License-Identifier: Apache-2.0
#include "face/cli.h"

#include "base/os.h"
#include "face/bar.h"
#include "face/cli_help.h"
#include "face/evidence_text.h"
#include "face/param.h"
#include "face/plan_text.h"
#include "face/read_text.h"
#include "face/reply.h"
#include "face/screen_text.h"
#include "face/serve.h"
#include "face/simulate_csv.h"
#include "face/simulate_text.h"
#include "face/texts_text.h"
#include "face/triage_text.h"
#include "licences.h"

#include <string.h>

enum { WIDTH_DEFAULT = 96, WIDTH_MIN = 60, WIDTH_MAX = 110, CANDIDATES = 64 };

struct cli {
    struct session_options options;
    const struct verb     *verb;
    const char            *argument, *second;   // as the verb takes them
    const char            *csv;
    struct verb_call       call;
    const char            *html;   // where the page goes
    struct serve_options   serve;
    bool                   is_json, is_person, wants_help, wants_version, wants_licences;
    uint64_t               given;   // options that stood on the command line, by their row
    struct arena          *arena;
    struct fault          *fault;
};

// ---- options ----

struct option {
    const char     *name, *value, *help;
    enum param_kind kind;
    ptrdiff_t       offset;   // in struct cli
    double          min, max;
    const char     *only, *also;   // the verbs that take it; NULL = every verb, no second
};

#define AT(m) offsetof(struct cli, m)

static const struct option options[] = {
    {"--json", NULL, "the answer as one JSON object", PARAM_FLAG, AT(is_json), 0, 0},
    {"--on", "DATE", "as of this day (today)", PARAM_DATE, AT(options.on), 0, 0},
    {"--clinic", "FILE", "the clinic (clinic.yaml of the data folder, else an invented example)",
     PARAM_TEXT, AT(options.clinic), 0, 0},
    {"--knowledge", "DIR", "YAML files laid over the built-in knowledge", PARAM_TEXT,
     AT(options.knowledge), 0, 0},
    {"--data", "DIR", "the data folder ($STIPPLE_DATA, else the user's own)", PARAM_TEXT,
     AT(options.data), 0, 0},
    {"--members", "N", "members of the ensemble (1000)", PARAM_COUNT, AT(options.members), 1,
     LIMIT_MEMBERS},
    {"--seed", "N", "seed of the random numbers (1)", PARAM_COUNT, AT(options.seed), 0,
     PARAM_SEED_MAX},
    {"--threads", "N", "worker threads", PARAM_COUNT, AT(options.threads), 1, LIMIT_THREADS},
    {"--html", "FILE", "plan: also as a page for a browser or a printer", PARAM_TEXT, AT(html), 0,
     0, "plan"},
    {"--person", NULL, "plan, triage: what the person reads, in plain words", PARAM_FLAG,
     AT(is_person), 0, 0, "plan", "triage"},
    {"--codes", "NOUN", "evidence: the codes of a vocabulary or a key", PARAM_TEXT, AT(call.codes),
     0, 0, "evidence"},
    {"--check", NULL, "evidence: is every entry sourced", PARAM_FLAG, AT(call.check), 0, 0,
     "evidence"},
    {"--claims", NULL, "evidence: what articles for lay readers claim, and what is behind it",
     PARAM_FLAG, AT(call.claims), 0, 0, "evidence"},
    {"--csv", "FILE", "simulate: its curves and layers as a table too", PARAM_TEXT, AT(csv), 0, 0,
     "simulate"},
    {"--listen", "ADDR:PORT", "serve: where (127.0.0.1:8080); port 0 = any that is free",
     PARAM_TEXT, AT(serve.listen), 0, 0, "serve"},
    {"--host", "NAME,...",
     "serve: further names of this machine; the first is in the address of 0.0.0.0", PARAM_TEXT,
     AT(serve.hosts), 0, 0, "serve"},
    {"--tls-cert", "FILE", "serve: the certificate for HTTPS, in PEM", PARAM_TEXT, AT(serve.cert),
     0, 0, "serve"},
    {"--tls-key", "FILE", "serve: its key, in PEM", PARAM_TEXT, AT(serve.key), 0, 0, "serve"},
    {"--web", "DIR", "serve: the files of the page from here, read anew each time", PARAM_TEXT,
     AT(serve.web), 0, 0, "serve"},
    {"--patience", "S", "serve: seconds that a client has for a request (15)", PARAM_COUNT,
     AT(serve.patience_s), 1, LIMIT_PATIENCE_S, "serve"},
    {"--help", NULL, "this text", PARAM_FLAG, AT(wants_help), 0, 0},
    {"--version", NULL, "the version", PARAM_FLAG, AT(wants_version), 0, 0},
    {"--licences", NULL, "what is linked in, with its licence", PARAM_FLAG, AT(wants_licences), 0,
     0},
};

enum { OPTIONS = sizeof options / sizeof options[0] };
_Static_assert(OPTIONS <= 64, "cli.given has a bit for each option");

// A verb without an answer of its own takes no option that says something of one answer.
static bool is_taken(const struct option *option, const struct verb *verb) {
    static const char *const of_answers[] = {"--json", "--on", "--members", "--seed"};
    for (size_t i = 0; !verb->run && i < sizeof of_answers / sizeof *of_answers; i++)
        if (text_equal(option->name, of_answers[i])) return false;
    return !option->only || text_equal(option->only, verb->name) ||
           (option->also && text_equal(option->also, verb->name));
}

// What other programs call an option of ours, and no spelling of it leads there.
static const char *meant(const char *word, const char *const *candidates, int n) {
    static const char *const called[][2] = {
        {"--port", "--listen"},    {"-p", "--listen"},       {"--bind", "--listen"},
        {"--address", "--listen"}, {"--cert", "--tls-cert"}, {"--key", "--tls-key"},
        {"--date", "--on"},        {"--output", "--html"},   {"-o", "--html"},
        {"-h", "--help"},          {"-V", "--version"},      {"--timeout", "--patience"},
    };
    for (size_t k = 0; k < sizeof called / sizeof *called; k++)
        for (int i = 0; i < n; i++)
            if (text_equal(word, called[k][0]) && text_equal(candidates[i], called[k][1]))
                return candidates[i];
    return NULL;
}

static enum status refuse_word(const struct cli *cli, const char *what, const char *word,
                               const char *const *candidates, int n) {
    struct text allowed = text_new(cli->arena);
    const char *near    = meant(word, candidates, n);
    if (!near) near = text_nearest(word, candidates, n);
    for (int i = 0; i < n; i++) text_addf(&allowed, "%s%s", i ? ", " : "", candidates[i]);
    return fault_at(cli->fault, ST_CONTENT, "command line: %s: %s: is not known%s%s; allowed: %s",
                    what, word, near ? ", did you mean " : "", near ? near : "", allowed.data);
}

static enum status set_option(struct cli *cli, const struct option *option, const char *value) {
    const struct param param = {arena_format(cli->arena, "command line: %s", option->name),
                                option->kind, option->min, option->max};
    return param_read(&param, value, (char *)cli + option->offset, cli->fault);
}

static enum status refuse_option(const struct cli *cli, const char *word) {
    const char *names[OPTIONS];
    int         n = 0;
    for (int i = 0; i < OPTIONS; i++)
        if (!cli->verb || is_taken(&options[i], cli->verb)) names[n++] = options[i].name;
    return refuse_word(cli, "option", word, names, n);
}

// Reads argv[*i], and its value from behind "=" or from the next argument.
static enum status read_option(struct cli *cli, int argc, char **argv, int *i) {
    const char *word = argv[*i], *equals = strchr(word, '=');
    ptrdiff_t   n = equals ? equals - word : (ptrdiff_t)strlen(word);
    for (int k = 0; k < OPTIONS; k++) {
        const struct option *option = &options[k];
        if (strncmp(option->name, word, (size_t)n) != 0 || option->name[n] != 0) continue;
        const char *value = equals ? equals + 1 : NULL;
        if (cli->given >> k & 1)
            return fault_at(cli->fault, ST_CONTENT,
                            "command line: %s: %s: stands here twice; allowed: each option once",
                            option->name, value ? value : option->name);
        cli->given |= (uint64_t)1 << k;
        if (option->kind == PARAM_FLAG && value)
            return fault_at(cli->fault, ST_CONTENT,
                            "command line: %s: %s: takes no value; allowed: %s", option->name,
                            value, option->name);
        if (option->kind != PARAM_FLAG && !value) {
            if (*i + 1 >= argc)
                return fault_at(cli->fault, ST_CONTENT,
                                "command line: %s: nothing: lacks its value; allowed: %s %s",
                                option->name, option->name, option->value);
            value = argv[++*i];
        }
        return set_option(cli, option, value);
    }
    return refuse_option(cli, arena_text(cli->arena, word, n));
}

static enum status read_verb(struct cli *cli, const char *word) {
    const char *names[CANDIDATES];
    int         n = 0;
    for (const struct verb *verb = verb_table; verb->name; verb++) {
        names[n++] = verb->name;
        if (text_equal(verb->name, word)) cli->verb = verb;
    }
    return cli->verb ? ST_OK : refuse_word(cli, "verb", word, names, n);
}

static enum status refuse_nothing(const struct cli *cli) {
    struct text allowed = text_new(cli->arena);
    for (const struct verb *verb = verb_table; verb->name; verb++)
        text_addf(&allowed, "%s%s", verb == verb_table ? "" : ", ", verb->name);
    return fault_at(cli->fault, ST_CONTENT,
                    "command line: verb: nothing: is needed; allowed: %s; stipple --help tells of "
                    "them",
                    allowed.data);
}

static enum status read_arguments(struct cli *cli, int argc, char **argv) {
    bool only_words = false;
    for (int i = 1; i < argc; i++) {
        bool is_option = !only_words && argv[i][0] == '-' && argv[i][1];   // "-" is a file
        if (!text_is_utf8(argv[i], (ptrdiff_t)strlen(argv[i])))
            return fault_at(cli->fault, ST_CONTENT,
                            "command line: argument %d: is no UTF-8; allowed: UTF-8", i);
        if (is_option && text_equal(argv[i], "--")) only_words = true;
        else if (is_option) TRY(read_option(cli, argc, argv, &i));
        else if (!cli->verb) TRY(read_verb(cli, argv[i]));
        else if (!cli->argument && cli->verb->takes != VERB_NOTHING) cli->argument = argv[i];
        else if (!cli->second && cli->verb->takes == VERB_ID_AND_FILE) cli->second = argv[i];
        else
            return fault_at(
                cli->fault, ST_CONTENT,
                "command line: %s: %s: is one argument too many; allowed: stipple %s%s%s",
                cli->verb->name, argv[i], cli->verb->name,
                *cli->verb->argument ? " " : ", and options", cli->verb->argument);
    }
    return ST_OK;
}

// ---- what is printed ----

static struct page page_of(const struct cli *cli) {
    int columns = os_columns(1);
    int width   = columns ? columns : WIDTH_DEFAULT;
    if (width < WIDTH_MIN) width = WIDTH_MIN;
    if (width > WIDTH_MAX) width = WIDTH_MAX;
    return page_new(width, os_is_terminal(1) && !os_environment("NO_COLOR"), cli->arena);
}

// Among the options of one verb its name need not stand before what they do.
static const char *help_of(const struct cli *cli, const struct option *option) {
    const char *colon = strstr(option->help, ": ");
    return cli->verb && option->only && colon ? colon + 2 : option->help;
}

static void write_help(const struct cli *cli, struct page *page) {
    if (cli->verb) cli_help_begin(cli->verb, page, cli->arena);
    else {
        page_text(page, 0,
                  "Stipple plans a course of microneedling: who may be treated, where, how deep, "
                  "how often, and why.");
        page_heading(page, "Verbs");
        for (const struct verb *verb = verb_table; verb->name; verb++)
            page_pair(page, 2, 22, PAGE_BOLD,
                      arena_format(cli->arena, "%s %s", verb->name, verb->argument), verb->help);
        page_gap(page);
        page_text(page, 0, "stipple VERB --help tells more of one, with an example.");
    }
    page_heading(page, "Options");
    for (int i = 0; i < OPTIONS; i++)
        if (!cli->verb ||
            (is_taken(&options[i], cli->verb) && cli_help_offers(cli->verb, options[i].name)))
            page_pair(page, 2, 22, PAGE_BOLD,
                      arena_format(cli->arena, "%s%s%s", options[i].name,
                                   options[i].value ? " " : "",
                                   options[i].value ? options[i].value : ""),
                      help_of(cli, &options[i]));
    if (cli->verb) cli_help_end(cli->verb, page);
    page_heading(page, "Exit status");
    page_text(page, 2,
              "0 answered, also with a no; 2 bad content; 3 not allowed or not configured; "
              "4 cannot read or write; 5 a limit is exceeded.");
    page_gap(page);
    page_text(
        page, 0,
        "Research and decision support. Not a cleared medical device. The clinician decides.");
}

static void write_licences(struct page *page) {
#define ROW(name, version, licence) page_pair(page, 0, 24, PAGE_PLAIN, name " " version, licence);
    LICENCES_LIST(ROW)
#undef ROW
}

static void write_plan(const struct cli *cli, const struct session *session,
                       const struct verb_reply *reply, struct page *page) {
    const struct patient *patient = &reply->screened->patient;
    if (cli->is_person) reply_sheet(session, reply, page);
    else
        plan_text_write(reply->plan, patient->name, patient->invented == FIELD_BOOL_TRUE,
                        &session->knowledge, page);
}

// A file that was asked for by an option, in place of what stood there.
static enum status write_file(const struct cli *cli, const char *option, const char *path,
                              const char *bytes, ptrdiff_t n) {
    enum status status = os_replace(path, bytes, n, cli->fault);
    if (status == ST_OK) return ST_OK;
    struct fault said = *cli->fault;
    return fault_at(cli->fault, status, "command line: %s: %s", option, said.text);
}

// The page beside what is printed; that it was written is said last.
static enum status write_html(const struct cli *cli, const struct session *session,
                              const struct verb_reply *reply, struct page *page) {
    ptrdiff_t   n     = 0;
    const char *bytes = reply_page(session, reply, cli->is_person, &n);
    TRY(write_file(cli, "--html", cli->html, bytes, n));
    if (cli->is_json) return ST_OK;
    page_gap(page);
    page_text(page, 0,
              load_filled(load_saying(&session->knowledge, "page.written"),
                          (const char *const[]){"file", cli->html, NULL}, cli->arena));
    return ST_OK;
}

static void write_triage(const struct cli *cli, const struct session *session,
                         const struct triage_reply *reply, struct page *page) {
    if (cli->is_person)
        triage_text_person(&reply->triage, &session->clinic, &session->knowledge, page);
    else triage_text_write(&reply->triage, &reply->checkin, &session->knowledge, page);
}

static void write_reply(const struct cli *cli, const struct session *session,
                        const struct verb_reply *reply, struct page *page) {
    bool is_check = reply->kind == VERB_CHECK;
    if (reply->kind == VERB_LINES || (is_check && !cli->is_json))
        text_add(&page->out, reply->lines);
    else if (cli->is_json) reply_json(reply, &page->out);
    else if (reply->kind == VERB_PLAN) write_plan(cli, session, reply, page);
    else if (reply->kind == VERB_SCREENING)
        screen_text_write(&reply->screened->screening, reply->screened->patient.name,
                          &session->knowledge, page);
    else if (reply->kind == VERB_PATIENT)
        read_text_write(&reply->screened->patient, &reply->doc, &session->knowledge, page);
    else if (reply->kind == VERB_TRIAGE) write_triage(cli, session, reply->triage, page);
    else if (reply->kind == VERB_SIMULATION)
        simulate_text_write(reply->simulation, &session->knowledge, page);
    else if (reply->kind == VERB_TEXTS) texts_text_write(reply->texts, page);
    else evidence_text_write(&reply->doc, &session->knowledge, page);
}

// What a check finds goes where errors go: nothing is answered unless all is well.
static void write_complaints(const struct verb_reply *reply) {
    struct fault ignored;
    (void)!os_write(2, reply->lines, (ptrdiff_t)strlen(reply->lines), "error", &ignored);
}

// ---- running ----

// Codes, the check and the claims stand in place of an id, and only one of them can be asked for.
static enum status check_call(const struct cli *cli) {
    int n =
        (cli->call.codes != NULL) + cli->call.check + cli->call.claims + (cli->argument != NULL);
    bool        is_special = cli->call.codes || cli->call.check || cli->call.claims;
    const char *word       = cli->call.codes ? "--codes" : cli->call.check ? "--check" : "--claims";
    for (int i = 0; i < OPTIONS; i++)
        if ((cli->given >> i & 1) && !is_taken(&options[i], cli->verb))
            return fault_at(
                cli->fault, ST_CONTENT,
                "command line: %s: %s: is no option of this verb; allowed: stipple %s --help",
                cli->verb->name, options[i].name, cli->verb->name);
    if (is_special && n > 1)
        return fault_at(
            cli->fault, ST_CONTENT,
            "command line: %s: %s: is asked for beside something else; allowed: one of an "
            "id, --codes NOUN, --check, --claims",
            cli->verb->name, word);
    return ST_OK;
}

// A file is written beside the answer, never over a file that the answer comes from.
static enum status check_file(const struct cli *cli, const char *word, const char *path) {
    if (!path) return ST_OK;
    if (text_equal(path, "-") || !*path)
        return fault_at(cli->fault, ST_CONTENT,
                        "command line: %s: %s: is no file; allowed: the name of a file", word,
                        *path ? path : "nothing");
    const char *const sources[] = {cli->argument, cli->second, cli->options.clinic};
    for (int i = 0; i < 3; i++)
        if (sources[i] && os_is_same(path, sources[i]))
            return fault_at(cli->fault, ST_CONTENT,
                            "command line: %s: %s: is a file that is read here; allowed: "
                            "another file",
                            word, path);
    return ST_OK;
}

static enum status check_files(const struct cli *cli) {
    if (cli->options.data && !os_is_folder(cli->options.data))
        return fault_at(cli->fault, ST_IO,
                        "command line: --data: %s: is no folder that is there; allowed: a folder",
                        *cli->options.data ? cli->options.data : "nothing");
    if (cli->is_person && cli->is_json)
        return fault_at(cli->fault, ST_CONTENT,
                        "command line: --person: --json: is asked for beside it; allowed: one of "
                        "--person, --json");
    TRY(check_file(cli, "--csv", cli->csv));
    return check_file(cli, "--html", cli->html);
}

static enum status read_input(struct cli *cli, const struct session *session) {
    bool        has_two = cli->verb->takes == VERB_ID_AND_FILE;
    const char *file    = has_two ? cli->second : cli->argument;
    if (cli->call.codes || cli->call.check || cli->call.claims) return ST_OK;
    if (!file && cli->verb->takes != VERB_ID_OR_NOTHING)
        return fault_at(cli->fault, ST_CONTENT,
                        "command line: %s: nothing: lacks %s; allowed: %s %s", cli->verb->name,
                        has_two && cli->argument ? "SETUP" : cli->verb->argument, cli->verb->name,
                        cli->verb->argument);
    cli->call.id = cli->argument;
    if (cli->verb->takes != VERB_FILE && !has_two) return ST_OK;
    return session_read(session, file, &cli->call.input);
}

static enum status write_csv(const struct cli *cli, const struct verb_reply *reply) {
    struct text out = text_new(cli->arena);
    if (!cli->csv) return ST_OK;
    simulate_csv_write(reply->simulation, &out);
    return write_file(cli, "--csv", cli->csv, out.data, out.n);
}

static enum status run_verb(const struct cli *cli, struct session *session,
                            struct verb_reply *reply) {
    struct progress progress = {0};
    struct bar      bar;
    session->options.progress = &progress;
    bar_begin(&bar, &progress);
    enum status status = cli->verb->run(session, &cli->call, reply);
    bar_end(&bar);
    session->options.progress = NULL;
    return status;
}

static enum status run(struct cli *cli, int argc, char **argv, struct page *page) {
    TRY(read_arguments(cli, argc, argv));
    if (cli->wants_version) {
        text_add(&page->out, "stipple " LICENCES_VERSION "\n");
        return ST_OK;
    }
    if (cli->wants_licences) {
        write_licences(page);
        return ST_OK;
    }
    if (cli->wants_help) {
        write_help(cli, page);
        return ST_OK;
    }
    if (!cli->verb) return refuse_nothing(cli);
    TRY(check_call(cli));
    TRY(check_files(cli));
    if (!cli->verb->run) return serve_run(&cli->serve, &cli->options, cli->arena, cli->fault);
    cli->options.is_checked   = cli->call.check;
    struct session   *session = ARENA_NEW(cli->arena, struct session, 1);
    struct verb_reply reply   = {0};
    TRY(session_open(session, &cli->options, cli->arena, cli->fault));
    TRY(read_input(cli, session));
    enum status status = run_verb(cli, session, &reply);
    if (status != ST_OK && reply.kind == VERB_CHECK) write_complaints(&reply);
    if (status != ST_OK) return status;
    TRY(write_csv(cli, &reply));
    write_reply(cli, session, &reply, page);
    return cli->html ? write_html(cli, session, &reply, page) : ST_OK;
}

// Names of files and words of the command line come into errors as they are; nothing in them steers
// the terminal.
static void write_fault(const char *fault) {
    struct fault ignored;
    char         line[LIMIT_FAULT_BYTES + 2];
    ptrdiff_t    n = (ptrdiff_t)strlen(fault);
    memcpy(line, fault, (size_t)n);
    text_make_plain(line, n);
    line[n] = '\n';
    (void)!os_write(2, line, n + 1, "error", &ignored);
}

int cli_main(int argc, char **argv) {
    os_pipes_fail();
    struct fault fault = {""};
    struct arena arena;
    enum status  status = arena_open(&arena, LIMIT_ARENA_BYTES, &fault);
    if (status == ST_OK) {
        struct cli cli = {
            .arena = &arena, .fault = &fault, .options = {.seed = 1, .members = 1000}};
        struct page page = page_of(&cli);
        status           = run(&cli, argc, argv, &page);
        if (status == ST_OK)
            status =
                os_write(1, page.out.data, page.out.n, "output: file: standard output", &fault);
    }
    if (status != ST_OK) write_fault(fault.text);
    return status_exit(status);
}
