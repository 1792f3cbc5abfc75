// SPDX-License-Identifier: Apache-2.0
#include "face/http_linger.h"

#include <sys/socket.h>
#include <unistd.h>

enum {
    QUIET_MS   = 500,   // without a byte, and it is over
    LONGEST_MS = 5000,
    PIECE      = 256 * 1024
};

void http_linger_begin(struct http_slot *slot) {
    struct http *http     = slot->http;
    int64_t      now_ms   = http_core_now_ms();
    bool         is_begun = false;
    pool_lock_take(&http->lock);
    for (int i = 0; i < LIMIT_LINGERS && !is_begun; i++) {
        struct http_linger *linger = &http->lingers[i];
        if (linger->is_open) continue;
        int fd   = dup(slot->fd);
        *linger  = (struct http_linger){fd >= 0, fd, now_ms + QUIET_MS, now_ms + LONGEST_MS,
                                        LIMIT_FORGOTTEN_BYTES};
        is_begun = true;
    }
    pool_lock_leave(&http->lock);
    if (is_begun) http_core_alert(http, HTTP_QUICK);
}

// False: there is no more to come, or enough came.
static bool read_some(struct http_linger *linger, int64_t now_ms) {
    ssize_t n;
    while (linger->n_left > 0 &&
           (n = recv(linger->fd, NULL, PIECE, MSG_TRUNC | MSG_DONTWAIT)) > 0) {
        linger->quiet_ms = now_ms + QUIET_MS;
        linger->n_left -= n;
    }
    return linger->n_left > 0 && now_ms < linger->quiet_ms && now_ms < linger->end_ms;
}

static void end(struct http_linger *linger) {
    close(linger->fd);
    linger->is_open = false;
}

int http_linger_read(struct http *http, int64_t now_ms) {
    int n = 0;
    for (int i = 0; i < LIMIT_LINGERS; i++) {
        struct http_linger *linger = &http->lingers[i];
        if (!linger->is_open) continue;
        if (read_some(linger, now_ms) && !atomic_load(&http->is_stopping)) n++;
        else end(linger);
    }
    return n;
}

void http_linger_end(struct http *http) {
    for (int i = 0; i < LIMIT_LINGERS; i++)
        if (http->lingers[i].is_open) end(&http->lingers[i]);
}
