// test_metrics: what was counted stands in the text, and the text is what Prometheus reads. It is
// read here by a small parser that follows the description of the format and not our writer.
// SPDX-License-Identifier: Apache-2.0
#include "face/metrics.h"

#include "base/limits.h"
#include "base/os.h"
#include "base/pool_lock.h"
#include "base/test_doc.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>

enum { SAMPLES = 8000, FAMILIES = 200, LABELS = 8, THREADS = 4, ROUNDS = 20000, MS_PER_S = 1000 };

struct family {
    char name[128], type[16];
    bool is_closed;   // another family has begun since
};

struct sample {
    char   name[128];
    char   labels[256];   // as they were written, without le
    char   le[128];       // "" = none
    double value;
};

struct page {
    struct family families[FAMILIES];
    struct sample samples[SAMPLES];
    int           n_families, n_samples;
};

static const struct metrics_route routes[]   = {{"GET", "/healthz"},
                                                {"POST", "/api/plan"},
                                                {"DELETE", "/api/plan/progress/{id}"},
                                                {"GET", "odd \"quotes\\ and\nline"}};
static const char *const          refusals[] = {"host", "origin", "token", ""};

static struct metrics *metrics_of(struct world *world) {
    return metrics_new(&(struct metrics_setup){.version    = "1.2.3",
                                               .routes     = routes,
                                               .n_routes   = 4,
                                               .refusals   = refusals,
                                               .n_refusals = 4},
                       &world->arena);
}

// A name of the format into out; the rest of the text behind it.
static const char *take_name(const char *at, char *out, size_t room, bool may_colon) {
    size_t n = 0;
    assert_true(isalpha((unsigned char)*at) || *at == '_' || (may_colon && *at == ':'));
    for (; isalnum((unsigned char)*at) || *at == '_' || (may_colon && *at == ':'); at++) {
        assert_true(n < room - 1);
        out[n++] = *at;
    }
    out[n] = '\0';
    return at;
}

static struct family *family_of(struct page *page, const char *name) {
    for (int i = 0; i < page->n_families; i++)
        if (strcmp(page->families[i].name, name) == 0) return &page->families[i];
    return NULL;
}

// The family of a sample: of a histogram its name has one of three ends.
static struct family *family_of_sample(struct page *page, const char *name) {
    static const char *const ends[] = {"_bucket", "_sum", "_count"};
    struct family           *family = family_of(page, name);
    if (family) return strcmp(family->type, "histogram") == 0 ? NULL : family;
    for (int i = 0; i < 3; i++) {
        char   base[128];
        size_t n = strlen(name), n_end = strlen(ends[i]);
        if (n <= n_end || strcmp(name + n - n_end, ends[i]) != 0) continue;
        snprintf(base, sizeof base, "%.*s", (int)(n - n_end), name);
        family = family_of(page, base);
        if (family && strcmp(family->type, "histogram") == 0) return family;
    }
    return NULL;
}

static void read_comment(struct page *page, const char *line) {
    char name[128];
    bool is_help = strncmp(line, "# HELP ", 7) == 0;
    assert_true(is_help || strncmp(line, "# TYPE ", 7) == 0);
    const char *rest = take_name(line + 7, name, sizeof name, true);
    assert_true(rest[0] == ' ' && rest[1]);
    if (is_help) {
        assert_null(family_of(page, name));   // a family stands in one place
        for (int i = 0; i < page->n_families; i++) page->families[i].is_closed = true;
        assert_true(page->n_families < FAMILIES);
        struct family *family = &page->families[page->n_families++];
        *family               = (struct family){0};
        snprintf(family->name, sizeof family->name, "%s", name);
        return;
    }
    struct family *family = family_of(page, name);
    assert_non_null(family);
    assert_false(family->is_closed);
    assert_string_equal(family->type, "");
    assert_true(!strcmp(rest, " counter") || !strcmp(rest, " gauge") ||
                !strcmp(rest, " histogram"));
    snprintf(family->type, sizeof family->type, "%s", rest + 1);
}

static const char *read_labels(const char *at, struct sample *sample) {
    char   name[64], value[128];
    size_t n_all = 0;
    for (int i = 0; i < LABELS; i++) {
        at       = take_name(at, name, sizeof name, false);
        size_t n = 0;
        assert_true(at[0] == '=' && at[1] == '"');
        for (at += 2; *at != '"'; at++) {
            assert_true(*at && n < sizeof value - 1);
            if (*at == '\\') {
                at++;
                assert_true(*at == 'n' || *at == '"' || *at == '\\');
                value[n++] = *at == 'n' ? '\n' : *at;
            } else value[n++] = *at;
        }
        value[n] = '\0';
        if (strcmp(name, "le") == 0) snprintf(sample->le, sizeof sample->le, "%s", value);
        else
            n_all += (size_t)snprintf(sample->labels + n_all, sizeof sample->labels - n_all,
                                      "%s=%s;", name, value);
        assert_true(n_all < sizeof sample->labels);
        if (*++at == '}') return at + 1;
        assert_true(*at++ == ',');
    }
    fail_msg("more labels than %d", LABELS);
    return at;
}

static void read_sample(struct page *page, const char *line) {
    assert_true(page->n_samples < SAMPLES);
    struct sample *sample = &page->samples[page->n_samples];
    *sample               = (struct sample){0};
    const char *at        = take_name(line, sample->name, sizeof sample->name, true);
    if (*at == '{') at = read_labels(at + 1, sample);
    assert_true(*at++ == ' ');
    char *end;
    sample->value = strtod(at, &end);
    assert_true(end > at && *end == '\0' && isfinite(sample->value));
    struct family *family = family_of_sample(page, sample->name);
    if (!family || family->is_closed || !family->type[0]) fail_msg("%s: out of its place", line);
    if (strcmp(family->type, "counter") == 0) {
        assert_true(sample->value >= 0);
        assert_non_null(strstr(sample->name, "_total"));
    }
    for (int i = 0; i < page->n_samples; i++)
        if (!strcmp(page->samples[i].name, sample->name) &&
            !strcmp(page->samples[i].labels, sample->labels) &&
            !strcmp(page->samples[i].le, sample->le))
            fail_msg("%s: stands twice", line);
    page->n_samples++;
}

static double sample_value(const struct page *page, const char *name, const char *labels) {
    for (int i = 0; i < page->n_samples; i++)
        if (!strcmp(page->samples[i].name, name) && !strcmp(page->samples[i].labels, labels) &&
            !page->samples[i].le[0])
            return page->samples[i].value;
    return -1;
}

// Classes of a histogram rise to +Inf, which is the count.
static void check_histograms(const struct page *page) {
    for (int i = 0; i < page->n_samples; i++) {
        const struct sample *sample = &page->samples[i];
        if (!sample->le[0]) continue;
        bool is_first = i == 0 || strcmp(sample[-1].name, sample->name) ||
                        strcmp(sample[-1].labels, sample->labels);
        double end = strtod(sample->le, NULL);
        if (!is_first) {
            assert_true(end > strtod(sample[-1].le, NULL));
            assert_true(sample->value >= sample[-1].value);
        }
        if (!isinf(end)) continue;
        char base[128];
        snprintf(base, sizeof base, "%.*s_count", (int)strlen(sample->name) - 7, sample->name);
        assert_true(sample_value(page, base, sample->labels) == sample->value);
    }
}

static const struct page *page_of(const struct metrics *metrics, struct world *world) {
    struct text out = text_new(&world->arena);
    metrics_write(metrics, &out);
    struct page *page = ARENA_NEW(&world->arena, struct page, 1);
    assert_true(out.n > 0 && out.data[out.n - 1] == '\n');
    assert_true(text_is_utf8(out.data, out.n));
    for (char *at = out.data, *end; *at; at = end + 1) {
        end  = strchr(at, '\n');
        *end = '\0';
        if (*at == '#') read_comment(page, at);
        else read_sample(page, at);
    }
    check_histograms(page);
    return page;
}

static void what_was_counted_stands_in_the_text(void **state) {
    struct world                       *world     = *state;
    struct metrics                     *metrics   = metrics_of(world);
    static const struct metrics_request answers[] = {
        {.route = 1, .code = 200, .us = 40000, .bytes_in = 800, .bytes_out = 9000},
        {.route = 1, .code = 200, .us = 100, .bytes_in = 1, .bytes_out = 1},
        {.route = 1, .code = 422, .us = 101, .bytes_in = 5},
        {.route = 1, .code = 777, .us = 90000000},
        {.route = -1, .code = 404, .us = 1},
        {.route = 3, .code = 200, .us = 0}};
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        metrics_answered(metrics, &answers[i]);
    metrics_refused(metrics, 2);
    metrics_refused(metrics, 2);
    metrics_cancelled(metrics, WORK_REPLACED);
    metrics_add(metrics, METRICS_QUEUE, 5);
    metrics_add(metrics, METRICS_QUEUE, -2);
    metrics_add(metrics, METRICS_CLIENTS_SLOW, 1);
    metrics_put(metrics, METRICS_LOG_DROPPED, 1234567890123);
    assert_int_equal(metrics_value(metrics, METRICS_QUEUE), 3);

    static const char *const plan = "method=POST;route=/api/plan;";
    const struct page       *page = page_of(metrics, world);
    const struct {
        const char *name, *labels;
        double      value;
    } rows[] = {
        {"stipple_http_requests_total", "method=POST;route=/api/plan;code=200;", 2},
        {"stipple_http_requests_total", "method=POST;route=/api/plan;code=422;", 1},
        {"stipple_http_requests_total", "method=POST;route=/api/plan;code=other;", 1},
        {"stipple_http_requests_total", "method=other;route=other;code=404;", 1},
        {"stipple_http_requests_total", "method=GET;route=odd \"quotes\\ and\nline;code=200;", 1},
        {"stipple_http_requests_total", "method=GET;route=/healthz;code=200;",
         -1},   // none: left out
        {"stipple_http_request_duration_seconds_count", plan, 4},
        {"stipple_http_request_duration_seconds_sum", plan, 90.040201},
        {"stipple_http_request_body_bytes_total", plan, 806},
        {"stipple_http_response_body_bytes_total", plan, 9001},
        {"stipple_heads_refused_total", "reason=token;", 2},
        {"stipple_heads_refused_total", "reason=host;", 0},
        {"stipple_heads_refused_total", "reason=;", -1},   // no reason at all: left out
        {"stipple_work_cancelled_total", "reason=replaced;", 1},
        {"stipple_work_cancelled_total", "reason=wanted;", -1},
        {"stipple_queue_requests", "", 3},
        {"stipple_slow_clients_closed_total", "", 1},
        {"stipple_idle_connections_closed_total", "", 0},
        {"stipple_log_lines_dropped_total", "", 1234567890123},
        {"stipple_build_info", "version=1.2.3;", 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (sample_value(page, rows[i].name, rows[i].labels) != rows[i].value)
            fail_msg("%s{%s} is %g", rows[i].name, rows[i].labels,
                     sample_value(page, rows[i].name, rows[i].labels));
}

static void a_duration_counts_in_the_class_that_ends_with_it(void **state) {
    struct world   *world   = *state;
    struct metrics *metrics = metrics_of(world);
    metrics_answered(metrics, &(struct metrics_request){.route = 0, .code = 200, .us = 5000});
    metrics_answered(metrics, &(struct metrics_request){.route = 0, .code = 200, .us = 5001});
    const struct page *page = page_of(metrics, world);
    int                n    = 0;
    for (int i = 0; i < page->n_samples; i++) {
        if (!page->samples[i].le[0]) continue;
        double end = strtod(page->samples[i].le, NULL);
        assert_true(page->samples[i].value == (end < 0.005 ? 0 : end == 0.005 ? 1 : 2));
        n++;
    }
    assert_true(n > 10);   // one histogram; routes that nobody asked for have none
}

static void a_server_that_just_began_tells_every_single_number(void **state) {
    struct world            *world   = *state;
    double                   before  = (double)os_utc_ms() / MS_PER_S;
    const struct page       *page    = page_of(metrics_of(world), world);
    double                   after   = (double)os_utc_ms() / MS_PER_S;
    static const char *const names[] = {
#define NAME_OF(name, text, type, help) text,
        METRICS_LIST(NAME_OF)
#undef NAME_OF
    };
    for (int i = 0; i < METRICS_IDS; i++) assert_true(sample_value(page, names[i], "") == 0);
    double started = sample_value(page, "process_start_time_seconds", "");
    assert_true(started >= before && started <= after);
    // This process holds at least its arena's first pages, and less than it reserved.
    double resident = sample_value(page, "process_resident_memory_bytes", "");
    assert_true(resident > 100000 && resident < (double)LIMIT_ARENA_BYTES * 4);
}

static void the_text_of_all_routes_and_codes_is_read(void **state) {
    struct world         *world = *state;
    struct metrics_route *many  = ARENA_NEW(&world->arena, struct metrics_route, LIMIT_ROUTES);
    for (int i = 0; i < LIMIT_ROUTES; i++)
        many[i] = (struct metrics_route){"GET", arena_format(&world->arena, "/api/%d", i)};
    struct metrics *metrics = metrics_new(
        &(struct metrics_setup){.version = "1", .routes = many, .n_routes = LIMIT_ROUTES},
        &world->arena);
    for (int i = -1; i < LIMIT_ROUTES; i++)
        for (int code = 100; code < 600; code++)
            metrics_answered(metrics,
                             &(struct metrics_request){.route = i, .code = code, .us = code});
    const struct page *page = page_of(metrics, world);
    double             n    = 0;
    for (int i = 0; i < page->n_samples; i++)
        if (!strcmp(page->samples[i].name, "stipple_http_requests_total"))
            n += page->samples[i].value;
    assert_true(n == (LIMIT_ROUTES + 1) * 500);
}

static void count_many(void *of) {
    struct metrics *metrics = of;
    for (int i = 0; i < ROUNDS; i++) {
        metrics_answered(metrics, &(struct metrics_request){.route = i % 4, .code = 200, .us = i});
        metrics_add(metrics, METRICS_WORK, i % 2 ? -1 : 1);
        metrics_add(metrics, METRICS_CONNECTIONS_OPENED, 1);
    }
}

static void no_count_is_lost_between_threads(void **state) {
    struct world      *world   = *state;
    struct metrics    *metrics = metrics_of(world);
    struct pool_thread threads[THREADS];
    struct arena       before = world->arena;
    for (int i = 0; i < THREADS; i++)
        assert_true(pool_thread_start(&threads[i], count_many, metrics));
    for (int i = 0; i < 20; i++, world->arena = before) page_of(metrics, world);
    for (int i = 0; i < THREADS; i++) pool_thread_join(&threads[i]);
    const struct page *page = page_of(metrics, world);
    assert_int_equal(metrics_value(metrics, METRICS_WORK), 0);
    assert_int_equal(metrics_value(metrics, METRICS_CONNECTIONS_OPENED), THREADS * ROUNDS);
    assert_true(sample_value(page, "stipple_http_request_duration_seconds_count",
                             "method=GET;route=/healthz;") == THREADS * ROUNDS / 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(what_was_counted_stands_in_the_text),
        IN_WORLD(a_duration_counts_in_the_class_that_ends_with_it),
        IN_WORLD(a_server_that_just_began_tells_every_single_number),
        IN_WORLD(the_text_of_all_routes_and_codes_is_read),
        IN_WORLD(no_count_is_lost_between_threads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
