// SPDX-License-Identifier: Apache-2.0
#include "face/metrics.h"

#include "base/limits.h"
#include "base/os.h"

#include <assert.h>
#include <stdatomic.h>

enum { US_PER_S = 1000000, MS_PER_S = 1000, NUMBER_BYTES = 32 };

// Codes of answers that are counted apart; the others together, under the first.
static const int codes[] = {0,   200, 204, 304, 400, 401, 403, 404, 405, 408, 409, 411, 413,
                            414, 415, 417, 421, 422, 426, 429, 431, 500, 501, 503, 505};

// Upper ends of the classes of duration: from an answer out of memory to the oldest work.
static const int64_t ends_us[] = {100,     250,     500,     1000,     2500,     5000,
                                  10000,   25000,   50000,   100000,   250000,   500000,
                                  1000000, 2500000, 5000000, 10000000, 30000000, 60000000};

enum {
    CODES = sizeof codes / sizeof *codes,
    ENDS  = sizeof ends_us / sizeof *ends_us,
    ROWS  = LIMIT_ROUTES + 1   // the last one: requests that met no route
};

struct metrics_row {   // of one route
    atomic_llong answers[CODES];
    atomic_llong durations[ENDS + 1];   // answers by class; the last one: longer than any
    atomic_llong us, bytes_in, bytes_out;
};

// Numbers are only ever looked at: no other memory is published through them.
struct metrics {
    struct metrics_setup setup;
    double               started_s;   // since 1970
    atomic_llong         values[METRICS_IDS];
    atomic_llong         refusals[LIMIT_REFUSALS];
    atomic_llong         cancelled[WORK_REASONS];
    struct metrics_row   rows[ROWS];
};

static void add(atomic_llong *number, long long change) {
    atomic_fetch_add_explicit(number, change, memory_order_relaxed);
}

static long long now(const atomic_llong *number) {
    return atomic_load_explicit(number, memory_order_relaxed);
}

struct metrics *metrics_new(const struct metrics_setup *setup, struct arena *arena) {
    assert(setup->n_routes <= LIMIT_ROUTES && setup->n_refusals <= LIMIT_REFUSALS);
    struct metrics *metrics = ARENA_NEW(arena, struct metrics, 1);
    metrics->setup          = *setup;
    metrics->started_s      = (double)os_utc_ms() / MS_PER_S;
    return metrics;
}

void metrics_add(struct metrics *metrics, enum metrics_id id, int64_t change) {
    add(&metrics->values[id], change);
}

void metrics_put(struct metrics *metrics, enum metrics_id id, int64_t value) {
    atomic_store_explicit(&metrics->values[id], value, memory_order_relaxed);
}

int64_t metrics_value(const struct metrics *metrics, enum metrics_id id) {
    return now(&metrics->values[id]);
}

static int code_place(int code) {
    for (int i = 1; i < CODES; i++)
        if (codes[i] == code) return i;
    return 0;
}

static int duration_place(int64_t us) {
    int i = 0;
    while (i < ENDS && us > ends_us[i]) i++;
    return i;
}

void metrics_answered(struct metrics *metrics, const struct metrics_request *request) {
    assert(request->route >= -1 && request->route < metrics->setup.n_routes);
    struct metrics_row *row = &metrics->rows[request->route < 0 ? LIMIT_ROUTES : request->route];
    add(&row->answers[code_place(request->code)], 1);
    add(&row->durations[duration_place(request->us)], 1);
    add(&row->us, request->us);
    add(&row->bytes_in, request->bytes_in);
    add(&row->bytes_out, request->bytes_out);
}

void metrics_refused(struct metrics *metrics, int refusal) {
    assert(refusal >= 0 && refusal < metrics->setup.n_refusals);
    add(&metrics->refusals[refusal], 1);
}

void metrics_cancelled(struct metrics *metrics, enum work_reason reason) {
    assert(reason > WORK_WANTED && reason < WORK_REASONS);
    add(&metrics->cancelled[reason], 1);
}

// The text. A family is its help, its type, and a sample a line.

static void add_family(struct text *out, const char *name, const char *type, const char *help) {
    text_addf(out, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, type);
}

static void add_label(struct text *out, const char *name, const char *value) {
    text_addf(out, "%s=\"", name);
    for (; *value; value++) {
        if (*value == '\n') text_add(out, "\\n");
        else if (*value == '"' || *value == '\\') text_addf(out, "\\%c", *value);
        else text_add_bytes(out, value, 1);
    }
    text_add(out, "\"");
}

static void add_value(struct text *out, double value) {
    char number[NUMBER_BYTES];
    text_number(number, value);
    text_addf(out, " %s\n", number);
}

// A sample with one label, or with none (NULL).
static void add_sample(struct text *out, const char *name, const char *label, const char *word,
                       double value) {
    text_add(out, name);
    if (label) {
        text_add(out, "{");
        add_label(out, label, word);
        text_add(out, "}");
    }
    add_value(out, value);
}

// A sample of a route begins: its name and labels, still open for more of them.
static void begin_routed(const struct metrics *metrics, int row, const char *name,
                         struct text *out) {
    bool is_routed = row < LIMIT_ROUTES;
    text_addf(out, "%s{", name);
    add_label(out, "method", is_routed ? metrics->setup.routes[row].method : "other");
    text_add(out, ",");
    add_label(out, "route", is_routed ? metrics->setup.routes[row].pattern : "other");
}

static bool is_used(const struct metrics *metrics, int row) {
    if (row < LIMIT_ROUTES && row >= metrics->setup.n_routes) return false;
    for (int i = 0; i <= ENDS; i++)
        if (now(&metrics->rows[row].durations[i]) > 0) return true;
    return false;
}

static void add_answers(const struct metrics *metrics, struct text *out) {
    const char *name = "stipple_http_requests_total";
    add_family(out, name, "counter", "Requests that were answered, by route and code.");
    for (int row = 0; row < ROWS; row++)
        for (int i = 0; i < CODES; i++) {
            long long n = now(&metrics->rows[row].answers[i]);
            if (n == 0) continue;
            begin_routed(metrics, row, name, out);
            if (codes[i]) text_addf(out, ",code=\"%d\"}", codes[i]);
            else text_add(out, ",code=\"other\"}");
            add_value(out, (double)n);
        }
}

static void add_durations(const struct metrics *metrics, struct text *out) {
    const char *name = "stipple_http_request_duration_seconds";
    add_family(out, name, "histogram", "From the first byte read to the last byte written.");
    for (int row = 0; row < ROWS; row++) {
        if (!is_used(metrics, row)) continue;
        long long n = 0;
        for (int i = 0; i <= ENDS; i++) {
            char end[NUMBER_BYTES] = "+Inf";
            if (i < ENDS) text_number(end, (double)ends_us[i] / US_PER_S);
            n += now(&metrics->rows[row].durations[i]);
            begin_routed(metrics, row, "stipple_http_request_duration_seconds_bucket", out);
            text_addf(out, ",le=\"%s\"}", end);
            add_value(out, (double)n);
        }
        begin_routed(metrics, row, "stipple_http_request_duration_seconds_sum", out);
        text_add(out, "}");
        add_value(out, (double)now(&metrics->rows[row].us) / US_PER_S);
        begin_routed(metrics, row, "stipple_http_request_duration_seconds_count", out);
        text_add(out, "}");
        add_value(out, (double)n);
    }
}

static void add_bytes(const struct metrics *metrics, bool is_in, struct text *out) {
    const char *name =
        is_in ? "stipple_http_request_body_bytes_total" : "stipple_http_response_body_bytes_total";
    add_family(out, name, "counter",
               is_in ? "Bytes of bodies that were read." : "Bytes of bodies that were answered.");
    for (int row = 0; row < ROWS; row++) {
        if (!is_used(metrics, row)) continue;
        const struct metrics_row *of = &metrics->rows[row];
        begin_routed(metrics, row, name, out);
        text_add(out, "}");
        add_value(out, (double)now(is_in ? &of->bytes_in : &of->bytes_out));
    }
}

static void add_named(const struct metrics *metrics, struct text *out) {
    static const struct {
        const char *name, *type, *help;
    } rows[METRICS_IDS] = {
#define METRICS_ROW(name, text, type, help) [name] = {text, type, help},
        METRICS_LIST(METRICS_ROW)
#undef METRICS_ROW
    };
    for (int i = 0; i < METRICS_IDS; i++) {
        add_family(out, rows[i].name, rows[i].type, rows[i].help);
        add_sample(out, rows[i].name, NULL, NULL, (double)now(&metrics->values[i]));
    }
}

void metrics_write(const struct metrics *metrics, struct text *out) {
    add_answers(metrics, out);
    add_durations(metrics, out);
    add_bytes(metrics, true, out);
    add_bytes(metrics, false, out);
    add_family(out, "stipple_heads_refused_total", "counter",
               "Requests that were refused by their head alone, by reason.");
    for (int i = 0; i < metrics->setup.n_refusals; i++) {
        if (!*metrics->setup.refusals[i]) continue;
        add_sample(out, "stipple_heads_refused_total", "reason", metrics->setup.refusals[i],
                   (double)now(&metrics->refusals[i]));
    }
    add_family(out, "stipple_work_cancelled_total", "counter",
               "Requests that were called off, by reason.");
    for (int i = WORK_WANTED + 1; i < WORK_REASONS; i++)
        add_sample(out, "stipple_work_cancelled_total", "reason",
                   work_reason_word((enum work_reason)i), (double)now(&metrics->cancelled[i]));
    add_named(metrics, out);
    add_family(out, "stipple_build_info", "gauge", "1, with the version of the program.");
    add_sample(out, "stipple_build_info", "version", metrics->setup.version, 1);
    add_family(out, "process_start_time_seconds", "gauge", "When the server began, since 1970.");
    add_sample(out, "process_start_time_seconds", NULL, NULL, metrics->started_s);
    add_family(out, "process_resident_memory_bytes", "gauge", "Memory the process has now.");
    add_sample(out, "process_resident_memory_bytes", NULL, NULL, (double)os_resident_bytes());
}
