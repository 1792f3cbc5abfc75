// fuzz_http: any bytes as what a client sends on a connection (libFuzzer): to the real server on
// loopback, with its library, workers and watcher, in this process. '@' stands for the port, so
// that a Host can be right. Whatever comes, what the server says begins as HTTP, nothing stays in
// hand once the client is gone, and a client that behaves is answered as before.
// SPDX-License-Identifier: Apache-2.0
#include "face/http.h"

#include "base/os.h"

#include <arpa/inet.h>
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum {
    MEMBERS     = 8,
    WORKERS     = 2,
    PATIENCE_MS = 2000,
    ANSWER_MS   = 4,      // for an answer, before this end is closed
    WAIT_MS     = 4000,   // more than the server's patience
    EVERY       = 256,
    ADDRESSES   = 100,   // of loopback that clients come from
    SENT_MAX    = 64 * 1024,
    READ_MAX    = 1024 * 1024
};

struct fuzzing {
    struct http_library library;
    struct session      opened;
    struct asset_shelf  shelf;
    struct log_book    *log;
    struct http_listen  listen;
    struct http        *http;
    struct arena        arena;
    char                port[8];
    long                n, n_clients;
};

static struct fuzzing fuzzing;
static char           sent[SENT_MAX], got[READ_MAX + 1];

static const char token[] = "fuzzing-fuzzing-fuzzing-fuzzing-fuzzing";

static void done(enum status status, const struct fault *fault) {
    if (status != ST_OK) fprintf(stderr, "%s\n", fault->text);
    assert(status == ST_OK);
}

static void open_once(void) {
    struct fault           fault   = {""};
    struct session_options options = {
        .data = "/nonexistent", .on = date_parse("2026-03-02"), .seed = 1, .members = MEMBERS};
    if (fuzzing.http) return;
    done(arena_open(&fuzzing.arena, LIMIT_ARENA_BYTES, &fault), &fault);
    done(session_open(&fuzzing.opened, &options, &fuzzing.arena, &fault), &fault);
    done(session_share(&fuzzing.opened), &fault);
    done(asset_open(&fuzzing.shelf, NULL, &fuzzing.arena, &fault), &fault);
    done(http_listen_read(&fuzzing.listen, "127.0.0.1:0", &fuzzing.arena, &fault), &fault);
    int nowhere = open("/dev/null", O_WRONLY);
    done(log_open(&fuzzing.log, nowhere, &fuzzing.arena, &fault), &fault);
    done(http_library_open(&fuzzing.library, &fault), &fault);
    struct http_setup setup = {.library     = &fuzzing.library,
                               .opened      = &fuzzing.opened,
                               .shelf       = &fuzzing.shelf,
                               .log         = fuzzing.log,
                               .token       = token,
                               .workers     = WORKERS,
                               .patience_ms = PATIENCE_MS};
    done(http_open(&fuzzing.http, &setup, &fuzzing.listen, &fuzzing.arena, &fault), &fault);
    snprintf(fuzzing.port, sizeof fuzzing.port, "%d", fuzzing.listen.port);
}

// ---- a client ----

static int client_open(void) {
    struct sockaddr_in at = {.sin_family = AF_INET,
                             .sin_port   = htons((uint16_t)fuzzing.listen.port),
                             .sin_addr   = {htonl(INADDR_LOOPBACK)}};
    int                fd = socket(AF_INET, SOCK_STREAM, 0);
    assert(fd >= 0);
    // Closed connections keep their port for a minute: from one address there are too few.
    struct sockaddr_in from = {
        .sin_family = AF_INET,
        .sin_addr   = {htonl(INADDR_LOOPBACK + 1 + (uint32_t)(fuzzing.n_clients++ % ADDRESSES))}};
    int bound = bind(fd, (struct sockaddr *)&from, sizeof from);
    assert(bound == 0);
    // The fuzzer's own alarm may come between; then it goes on by itself.
    if (connect(fd, (struct sockaddr *)&at, sizeof at) != 0 && errno != EINTR) {
        perror("connect");
        abort();
    }
    struct pollfd end = {.fd = fd, .events = POLLOUT};
    while (poll(&end, 1, WAIT_MS) < 0 && errno == EINTR) {
    }
    return fd;
}

// Reads until the server closes. The bytes; their number never exceeds READ_MAX.
static ptrdiff_t client_read(int fd) {
    ptrdiff_t n = 0;
    for (;;) {
        struct pollfd end = {.fd = fd, .events = POLLIN};
        int           ready;
        do ready = poll(&end, 1, WAIT_MS);
        while (ready < 0 && errno == EINTR);   // the fuzzer has an alarm of its own
        assert(ready == 1);                    // else the server neither speaks nor closes
        ssize_t more = recv(fd, got + n, (size_t)(READ_MAX - n), 0);
        if (more <= 0 || n == READ_MAX) break;
        n += more;
    }
    got[n] = 0;
    return n;
}

static ptrdiff_t talk(const char *bytes, ptrdiff_t n) {
    int fd = client_open();
    while (n > 0) {
        ssize_t some = send(fd, bytes, (size_t)n, MSG_NOSIGNAL);
        if (some <= 0) break;   // the server has heard enough
        bytes += some;
        n -= some;
    }
    struct pollfd end = {.fd = fd, .events = POLLIN};
    if (n == 0) poll(&end, 1, ANSWER_MS);   // else its work would be called off, always
    shutdown(fd, SHUT_WR);
    ptrdiff_t n_got = client_read(fd);
    close(fd);
    return n_got;
}

static void check_healthy(void) {
    char      request[256];
    int       n     = snprintf(request, sizeof request,
                               "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:%s\r\n"
                                         "Connection: close\r\n\r\n",
                               fuzzing.port);
    int       waits = 0;
    ptrdiff_t n_got = talk(request, n);
    assert(n_got > 0 && strncmp(got, "HTTP/1.1 200 ", 13) == 0);
    while (http_open_count(fuzzing.http) > 0 && waits++ < WAIT_MS) usleep(1000);
    assert(http_open_count(fuzzing.http) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    open_once();
    ptrdiff_t n_port = (ptrdiff_t)strlen(fuzzing.port), n = 0;
    for (size_t i = 0; i < size && n + n_port < SENT_MAX; i++)
        if (data[i] == '@') {
            memcpy(sent + n, fuzzing.port, (size_t)n_port);
            n += n_port;
        } else sent[n++] = (char)data[i];
    ptrdiff_t n_got = talk(sent, n);
    assert(n_got == 0 || strncmp(got, "HTTP/1.", 7) == 0);
    if (++fuzzing.n % EVERY == 0) check_healthy();
    return 0;
}
