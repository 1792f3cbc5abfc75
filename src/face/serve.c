// SPDX-License-Identifier: Apache-2.0
#include "face/serve.h"

#include "base/os.h"
#include "base/seal.h"
#include "base/text.h"
#include "face/http.h"
#include "face/http_tls.h"

#include <string.h>

enum { PATIENCE_S = 15, TICK_MS = 20, LOG_DESCRIPTOR = 2 };

static const char listen_default[] = "127.0.0.1:8080";

static bool is_host_name(const char *name, ptrdiff_t n) {
    static const char allowed[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.";
    return n > 0 && (ptrdiff_t)strspn(name, allowed) >= n;
}

static enum status read_hosts(const char *text, struct http_setup *setup, struct arena *arena,
                              struct fault *fault) {
    const char **hosts = ARENA_NEW(arena, const char *, LIMIT_HOSTS);
    setup->hosts       = hosts;
    while (text) {
        const char *comma = strchr(text, ',');
        ptrdiff_t   n     = comma ? comma - text : (ptrdiff_t)strlen(text);
        if (setup->n_hosts == LIMIT_HOSTS)
            return fault_at(fault, ST_CONTENT,
                            "command line: --host: %s: is one name too many; allowed: up to %d "
                            "names of this machine",
                            text, LIMIT_HOSTS);
        if (!is_host_name(text, n))
            return fault_at(fault, ST_CONTENT,
                            "command line: --host: %.*s: is no name; allowed: up to %d names of "
                            "this machine, as in plans.example.org,plans",
                            (int)n, text, LIMIT_HOSTS);
        hosts[setup->n_hosts++] = arena_text(arena, text, n);
        text                    = comma ? comma + 1 : NULL;
    }
    return ST_OK;
}

static enum status read_tls(const struct serve_options *options, const struct http_listen *listen,
                            const struct http_library *library, struct http_tls *tls,
                            struct arena *arena, struct fault *fault) {
    if (!options->cert != !options->key)
        return fault_at(fault, ST_CONTENT,
                        "command line: %s: %s: stands without the other; allowed: --tls-cert FILE "
                        "--tls-key FILE",
                        options->cert ? "--tls-cert" : "--tls-key",
                        options->cert ? options->cert : options->key);
    if (options->cert)
        return http_tls_read(library, options->cert, options->key, tls, arena, fault);
    if (listen->is_loopback) return ST_OK;
    return fault_at(fault, ST_DENIED,
                    "command line: --listen: %s: is reached from other machines, and there only "
                    "TLS is spoken; allowed: 127.0.0.1, [::1], or with --tls-cert FILE --tls-key "
                    "FILE",
                    options->listen);
}

static enum status read_web(const char *folder, struct asset_shelf *shelf, struct arena *arena,
                            struct fault *fault) {
    if (folder && !os_is_folder(folder))
        return fault_at(fault, ST_IO,
                        "command line: --web: %s: is no folder that is there; allowed: a folder "
                        "with an index.html",
                        *folder ? folder : "nothing");
    enum status status = asset_open(shelf, folder, arena, fault);
    if (status == ST_OK) return ST_OK;
    struct fault said = *fault;
    return fault_at(fault, status, "command line: --web: %s: %s", folder, said.text);
}

// What is typed into a browser: an address that means every address becomes one that leads here,
// for a browser of this machine; others go by a name that was given.
static const char *url_of(const struct http_listen *listen, const struct http_setup *setup,
                          struct arena *arena) {
    const char *host  = listen->address;
    bool        is_v6 = listen->is_v6;
    if (listen->is_any && setup->n_hosts > 0) {
        host  = setup->hosts[0];
        is_v6 = false;
    } else if (listen->is_any) host = is_v6 ? "::1" : "127.0.0.1";
    return arena_format(arena, "%s://%s%s%s:%d/#%s", setup->cert ? "https" : "http",
                        is_v6 ? "[" : "", host, is_v6 ? "]" : "", listen->port, setup->token);
}

// Until it is told to end, and then until what is in hand is finished.
static void serve(struct http *http, struct log_book *log) {
    os_signal_wait(-1);
    int64_t begun_ms = os_now_us() / 1000;
    http_quiet(http);
    log_write(log, &(struct log_line){
                       .event = LOG_STOPPING, .reason = "signal", .count = http_open_count(http)});
    while (http_open_count(http) > 0 && os_now_us() / 1000 - begun_ms < LIMIT_GRACE_MS &&
           !os_signal_wait(TICK_MS)) {
    }
    http_close(http);
    int64_t took_ms = os_now_us() / 1000 - begun_ms;
    log_write(log, &(struct log_line){.event = LOG_STOPPED, .ms = (double)took_ms});
}

static enum status serve_on(struct http_setup *setup, struct http_listen *listen,
                            const char *tls_warning, struct arena *arena, struct fault *fault) {
    struct http *http;
    TRY(log_open(&setup->log, LOG_DESCRIPTOR, arena, fault));
    enum status status = http_open(&http, setup, listen, arena, fault);
    if (status == ST_OK) {
        const char *line = arena_format(arena, "listening on %s\n", url_of(listen, setup, arena));
        // Before anybody can know the address, so that no request stands before it.
        log_write(setup->log, &(struct log_line){.event   = LOG_LISTENING,
                                                 .address = listen->address,
                                                 .port    = listen->port});
        status = os_write(1, line, (ptrdiff_t)strlen(line), "output: file: standard output", fault);
        if (status == ST_OK) {
            if (tls_warning)
                log_write(setup->log,
                          &(struct log_line){.event = LOG_CERTIFICATE, .reason = tls_warning});
            serve(http, setup->log);
        } else {
            http_quiet(http);
            http_close(http);
        }
    }
    log_close(setup->log);
    return status;
}

enum status serve_run(const struct serve_options   *options,
                      const struct session_options *session_options, struct arena *arena,
                      struct fault *fault) {
    struct serve_options given      = *options;
    struct http_listen   listen     = {0};
    struct session      *session    = ARENA_NEW(arena, struct session, 1);
    struct asset_shelf   shelf      = {0};
    struct http_tls      tls        = {0};
    struct http_library  library    = {0};
    double               workers    = session_options->threads;
    double               patience_s = given.patience_s > 0 ? given.patience_s : PATIENCE_S;
    struct http_setup    setup      = {.library     = &library,
                                       .opened      = session,
                                       .shelf       = &shelf,
                                       .workers     = workers > 0 ? (int)workers : os_cores(),
                                       .patience_ms = (int)(patience_s * 1000)};

    // All that can be wrong is told before anything listens.
    os_streams_hold();
    if (!given.listen) given.listen = listen_default;
    TRY(http_listen_read(&listen, given.listen, arena, fault));
    TRY(read_hosts(given.hosts, &setup, arena, fault));
    TRY(http_library_open(&library, fault));
    TRY(read_tls(&given, &listen, &library, &tls, arena, fault));
    TRY(read_web(given.web, &shelf, arena, fault));
    TRY(session_open(session, session_options, arena, fault));
    TRY(session_share(session));

    char *token = arena_alloc(arena, SEAL_TOKEN_BYTES, 1);
    seal_token(token);
    setup.token = token;
    setup.cert  = tls.cert;
    setup.key   = tls.key;
    os_signals_hold();   // before the first thread; until here they end the program as ever
    return serve_on(&setup, &listen, tls.warning, arena, fault);
}
