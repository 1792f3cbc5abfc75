// http_listen: where the server listens: "127.0.0.1:8080", "[::1]:8080"; port 0 is any free one.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_HTTP_LISTEN_H
#define STIPPLE_FACE_HTTP_LISTEN_H

#include "base/arena.h"

#include <stdbool.h>

struct http_listen {
    const char *address;   // a literal, without brackets
    int         port;
    bool        is_v6;
    bool        is_loopback;   // nobody outside this machine reaches it
    bool        is_any;        // 0.0.0.0 or ::
};

// Reads ADDRESS:PORT. ST_CONTENT: it is none.
MUST_CHECK enum status http_listen_read(struct http_listen *listen, const char *text,
                                        struct arena *arena, struct fault *fault);
// Opens it for connections; listen->port is then the one it has. ST_IO: another program has it, or
// this machine has no such address.
MUST_CHECK enum status http_listen_open(struct http_listen *listen, int *descriptor,
                                        struct fault *fault);

#endif
