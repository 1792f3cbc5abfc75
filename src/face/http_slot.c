// SPDX-License-Identifier: Apache-2.0
#include "face/http_slot.h"

#include "base/os.h"

#include <linux/tcp.h>
#include <poll.h>
#include <sys/socket.h>

enum {
    SPARE      = 16,   // places that are kept free, as long as somebody only waits
    ROOM_BYTES = 2 * LIMIT_BODY_BYTES,   // address space of one connection: body, and small answers
    KEPT_BYTES = 32 * 1024               // pages it keeps between two requests
};

int64_t http_core_now_ms(void) { return os_now_us() / 1000; }

// Who changes what the watcher looks for changes it first and then asks; the watcher lowers its
// attention first and then looks. So one of the two sees the other.
void http_core_alert(struct http *http, enum http_attention needed) {
    if (atomic_load(&http->attention) >= (int)needed) return;
    pool_lock_take(&http->lock);
    pool_lock_wake(&http->lock);
    pool_lock_leave(&http->lock);
}

enum status http_slot_table(struct http *http, int n, struct arena *arena, struct fault *fault) {
    TRY(arena_open(&http->slots_room, (ptrdiff_t)n * ROOM_BYTES, fault));
    http->slots = ARENA_NEW(arena, struct http_slot, n);
    http->free  = ARENA_NEW(arena, int, n);
    for (int i = 0; i < n; i++) {
        char *base     = http->slots_room.at + (ptrdiff_t)i * ROOM_BYTES;
        http->slots[i] = (struct http_slot){
            .http = http, .index = i, .fd = -1, .room = {base, base + ROOM_BYTES}};
        http->free[i] = n - 1 - i;
    }
    http->n_slots = http->n_free = n;
    return ST_OK;
}

void http_slot_table_end(struct http *http) {
    arena_close(http->slots_room.at, (ptrdiff_t)http->n_slots * ROOM_BYTES);
}

static void read_local(struct http_slot *slot, int fd) {
    union {
        struct sockaddr     any;
        struct sockaddr_in  v4;
        struct sockaddr_in6 v6;
    } at           = {0};
    socklen_t n    = sizeof at;
    slot->local[0] = 0;
    if (getsockname(fd, &at.any, &n) != 0) return;
    if (at.any.sa_family == AF_INET)
        inet_ntop(AF_INET, &at.v4.sin_addr, slot->local, sizeof slot->local);
    else inet_ntop(AF_INET6, &at.v6.sin6_addr, slot->local, sizeof slot->local);
}

// When few places are left, the connection that has waited longest without asking, or while asking,
// makes room: who only holds connections keeps nobody out. Under http.lock.
static void make_room(struct http *http) {
    struct http_slot *oldest = NULL;
    for (int i = 0; i < http->n_slots; i++) {
        struct http_slot *slot  = &http->slots[i];
        int               phase = atomic_load(&slot->phase);
        long long         at    = atomic_load(&slot->deadline_ms);
        if (slot->fd < 0 || at == 0 || phase > HTTP_BODY) continue;
        if (!oldest || at < atomic_load(&oldest->deadline_ms)) oldest = slot;
    }
    if (!oldest) return;
    atomic_store(&oldest->deadline_ms, 0);
    shutdown(oldest->fd, SHUT_RDWR);
    metrics_add(http->metrics, METRICS_CONNECTIONS_REFUSED, 1);
}

// Bytes that the client has sent so far, as the system counts them; 0 = it does not say.
static int64_t bytes_come(int fd) {
    struct tcp_info info = {0};
    socklen_t       n    = sizeof info;
    return getsockopt(fd, IPPROTO_TCP, TCP_INFO, &info, &n) == 0 ? (int64_t)info.tcpi_bytes_received
                                                                 : 0;
}

struct http_slot *http_slot_take(struct http *http, struct MHD_Connection *connection, int fd) {
    struct http_slot *slot = NULL;
    pool_lock_take(&http->lock);
    if (http->n_free < SPARE) make_room(http);
    if (http->n_free > 0 && !atomic_load(&http->is_stopping)) {
        slot = &http->slots[http->free[--http->n_free]];
        http_slot_clear(slot);   // before the watcher sees that it is taken
        slot->fd         = fd;
        slot->n_came     = 0;
        slot->was_gone   = false;
        slot->is_kept    = false;
        slot->number     = ++http->n_connections;
        slot->connection = connection;
        http->n_open++;
    } else shutdown(fd, SHUT_RDWR);
    pool_lock_leave(&http->lock);
    if (!slot) return NULL;
    read_local(slot, fd);
    http_core_alert(http, HTTP_SLOW);
    return slot;
}

void http_slot_leave(struct http_slot *slot) {
    struct http *http = slot->http;
    arena_trim(&slot->room, 0);
    pool_lock_take(&http->lock);
    slot->fd         = -1;
    slot->connection = NULL;
    http->n_open--;
    http->free[http->n_free++] = slot->index;
    pool_lock_leave(&http->lock);
}

void http_slot_clear(struct http_slot *slot) {
    if (slot->arena.at - slot->room.at + slot->n_read > KEPT_BYTES)   // a refused body was read too
        arena_trim(&slot->room, KEPT_BYTES);
    slot->arena   = slot->room;
    slot->request = (struct request){0};
    slot->match   = (struct route_match){0};
    slot->refusal = (struct response){0};
    slot->is_last = false;
    slot->body    = NULL;
    // What of the next request came already is not counted, but that TLS hides what is whose.
    atomic_store(&slot->n_came, slot->http->is_tls ? bytes_come(slot->fd)
                                                   : slot->n_came + slot->n_head + slot->n_read);
    slot->n_body = slot->n_read = slot->n_head = 0;
    slot->refused                              = HTTP_GUARD_FINE;
    atomic_store(&slot->work, 0);
    atomic_store(&slot->phase, HTTP_IDLE);
    atomic_store(&slot->deadline_ms, http_core_now_ms() + slot->http->patience_ms);
}

// Where the end of a connection comes together with its last bytes, the library may not see it. Who
// has been gone for two looks, and is not being answered, is not waited for.
static bool is_gone(struct http_slot *slot) {
    int           phase = atomic_load(&slot->phase);
    struct pollfd end   = {.fd = slot->fd, .events = POLLRDHUP};
    if (phase != HTTP_IDLE && phase != HTTP_HEAD && phase != HTTP_BODY) return false;
    bool is_it     = poll(&end, 1, 0) > 0 && (end.revents & (POLLRDHUP | POLLHUP | POLLERR));
    bool was_gone  = slot->was_gone;
    slot->was_gone = is_it;
    return is_it && was_gone;
}

// A browser keeps connections in case it asks again, and that is no sign of anything. The library
// tells of a request when its first line is whole; a part of that line, or of a TLS handshake, is
// seen by its bytes.
static void close_late(struct http_slot *slot) {
    bool is_idle = atomic_load(&slot->phase) == HTTP_IDLE &&
                   bytes_come(slot->fd) <= atomic_load(&slot->n_came);
    atomic_store(&slot->deadline_ms, 0);
    if (is_idle) {
        metrics_add(slot->http->metrics, METRICS_CLIENTS_IDLE, 1);
        return;
    }
    metrics_add(slot->http->metrics, METRICS_CLIENTS_SLOW, 1);
    log_write(slot->http->log, &(struct log_line){.event      = LOG_CLOSED,
                                                  .reason     = "slow_client",
                                                  .ms         = slot->http->patience_ms,
                                                  .connection = slot->number});
}

void http_slot_sweep(struct http *http, int64_t now_ms, bool idle_too) {
    for (int i = 0, seen = 0; i < http->n_slots && seen < http->n_open; i++) {
        struct http_slot *slot = &http->slots[i];
        if (slot->fd < 0) continue;
        seen++;
        int64_t deadline = atomic_load(&slot->deadline_ms);
        bool    is_late  = deadline != 0 && deadline <= now_ms;
        bool    is_idle  = idle_too && atomic_load(&slot->phase) == HTTP_IDLE;
        if (is_late) close_late(slot);
        if (is_late || is_idle || is_gone(slot)) shutdown(slot->fd, SHUT_RDWR);
    }
}
