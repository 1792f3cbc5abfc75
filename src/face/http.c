// SPDX-License-Identifier: Apache-2.0
#include "face/http.h"

#include "base/os.h"
#include "face/http_library.h"
#include "face/http_linger.h"
#include "face/http_request.h"
#include "face/http_slot.h"
#include "face/http_tls.h"
#include "face/http_watch.h"
#include "licences.h"

#include <assert.h>
#include <unistd.h>

enum {
    READERS_MAX = 4,            // threads that read and write
    CROWD       = 64,           // connections that are closed at once when all places are taken
    DESCRIPTORS = 64 + CROWD,   // beside those of connections
    DRAIN_MS    = 2000,         // for answers to be taken when all work has ended
    DRAIN_TICK  = 5,
    // From 1.0 on the library itself refuses lines that do not end as they should. Before, being
    // strict only makes it answer for a missing Host, with its head twice: the guard does better.
    STRICTNESS = MHD_VERSION >= 0x01000000
};

static const char *const refusal_words[] = {
#define WORD(name, code, slug, word, detail) word,
    HTTP_GUARD_LIST(WORD)
#undef WORD
};
_Static_assert((int)HTTP_GUARD_REASONS <= (int)LIMIT_REFUSALS, "each reason is counted");

static struct metrics *metrics_for(const struct route_table *table, struct arena *arena) {
    struct metrics_route *routes = ARENA_NEW(arena, struct metrics_route, table->n);
    for (int i = 0; i < table->n; i++) {
        const struct route *route  = &table->routes[i];
        const char         *method = route->method == REQUEST_POST     ? "POST"
                                     : route->method == REQUEST_DELETE ? "DELETE"
                                                                       : "GET";
        routes[i]                  = (struct metrics_route){method, route->pattern};
    }
    struct metrics_setup *setup = ARENA_NEW(arena, struct metrics_setup, 1);
    *setup = (struct metrics_setup){LICENCES_VERSION, routes, table->n, refusal_words,
                                    HTTP_GUARD_REASONS};
    return metrics_new(setup, arena);
}

static struct MHD_Daemon *start(struct http *http, const struct http_setup *setup,
                                const struct http_listen *listen, int descriptor) {
    int      readers = os_cores() < READERS_MAX ? os_cores() : READERS_MAX;
    unsigned flags   = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC |
                     (listen->is_v6 ? MHD_USE_IPv6 : 0) | (setup->cert ? MHD_USE_TLS : 0);
    struct MHD_OptionItem more[] = {
        {MHD_OPTION_THREAD_POOL_SIZE, readers, NULL},
        {setup->cert ? MHD_OPTION_HTTPS_MEM_CERT : MHD_OPTION_END, 0,
         (void *)(uintptr_t)setup->cert},
        {MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)(uintptr_t)setup->key},
        {MHD_OPTION_HTTPS_PRIORITIES, 0, (void *)(uintptr_t)http_tls_priorities},
        {MHD_OPTION_END, 0, NULL},
    };
    // A pool of one is no pool.
    struct MHD_OptionItem *first = readers > 1 ? more : more + 1;
    return http->library->MHD_start_daemon(
        flags, 0, NULL, NULL, http_request_go, http, MHD_OPTION_LISTEN_SOCKET, descriptor,
        MHD_OPTION_NOTIFY_CONNECTION, http_request_connection, http, MHD_OPTION_NOTIFY_COMPLETED,
        http_request_over, http, MHD_OPTION_URI_LOG_CALLBACK, http_request_target, http,
        MHD_OPTION_UNESCAPE_CALLBACK, http_request_unescape, http,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)LIMIT_HEAD_BYTES, MHD_OPTION_CONNECTION_LIMIT,
        (unsigned)(http->n_slots + CROWD), MHD_OPTION_STRICT_FOR_CLIENT, STRICTNESS,
        MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1, MHD_OPTION_ARRAY, first, MHD_OPTION_END);
}

static void end_crew(struct http *http) {
    pool_crew_stop(http->crew);
    pool_crew_end(http->crew);
}

// The parts that have threads, in the order in which they need each other.
static enum status start_threads(struct http *http, const struct http_setup *setup,
                                 struct http_listen *listen, struct arena *arena,
                                 struct fault *fault) {
    int descriptor;
    TRY(pool_crew_start(&http->crew, setup->workers, LIMIT_QUEUE, arena, fault));
    enum status status = http_watch_start(http, arena, fault);
    if (status != ST_OK) {
        end_crew(http);
        return status;
    }
    status = http_listen_open(listen, &descriptor, fault);
    if (status == ST_OK) {
        http->port   = listen->port;
        http->daemon = start(http, setup, listen, descriptor);
        if (http->daemon) return ST_OK;
        close(descriptor);
        status = fault_at(fault, ST_LIMIT,
                          "system: server: could not be started; allowed: a system with room for "
                          "its threads and descriptors");
    }
    http_watch_stop(http);
    end_crew(http);
    return status;
}

enum status http_open(struct http **made, const struct http_setup *setup,
                      struct http_listen *listen, struct arena *arena, struct fault *fault) {
    int n = os_descriptors(LIMIT_CONNECTIONS + DESCRIPTORS) - DESCRIPTORS;
    if (n < 1)
        return fault_at(fault, ST_LIMIT,
                        "system: descriptors: too few; allowed: more than %d (ulimit -n)",
                        DESCRIPTORS);
    struct http *http = ARENA_NEW(arena, struct http, 1);
    http->library     = setup->library;
    http->opened      = setup->opened;
    http->routes      = route_table_make(arena);
    http->shelf       = setup->shelf;
    http->token       = setup->token;
    http->hosts       = setup->hosts;
    http->n_hosts     = setup->n_hosts;
    http->patience_ms = setup->patience_ms;
    http->is_tls      = setup->cert != NULL;
    http->log         = setup->log;
    http->work        = work_register_new(arena);
    http->metrics     = metrics_for(http->routes, arena);
    // One more takes short work alone.
    metrics_put(http->metrics, METRICS_WORKERS, setup->workers + 1);
    TRY(http_slot_table(http, n, arena, fault));
    pool_lock_init(&http->lock);
    enum status status = start_threads(http, setup, listen, arena, fault);
    if (status == ST_OK) *made = http;
    else {
        pool_lock_end(&http->lock);
        http_slot_table_end(http);
    }
    return status;
}

void http_quiet(struct http *http) {
    // New connections are shut as they come (http_slot_take). The library's own way to stop
    // listening can end the program when a reader wakes meanwhile.
    atomic_store(&http->is_stopping, true);
    pool_lock_take(&http->lock);
    pool_lock_wake(&http->lock);
    pool_lock_leave(&http->lock);
}

int http_open_count(const struct http *http) { return atomic_load(&http->exchanges); }

void http_close(struct http *http) {
    // Every worker ends its piece, so that nothing is suspended for work any more; the watcher has
    // woken every stream, and none sleeps again.
    assert(atomic_load(&http->is_stopping));
    work_cancel_all(http->work, WORK_STOPPING);
    pool_crew_stop(http->crew);
    for (int ms = 0; ms < DRAIN_MS && http_open_count(http) > 0; ms += DRAIN_TICK)
        usleep(DRAIN_TICK * 1000);
    http_watch_stop(http);
    http_linger_end(http);
    http->library->MHD_stop_daemon(http->daemon);
    pool_crew_end(
        http->crew);   // until then a body may have come to its end, and asked for a worker
    pool_lock_end(&http->lock);
    http_slot_table_end(http);
}
