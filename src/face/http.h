// http: the server: the routes behind sockets, with workers, watcher, log and metrics. The one door
// to libmicrohttpd.
//
// Connections are read and written by a few threads of the library, which never compute: a request
// that takes time is suspended, queued for a fixed number of workers, and resumed with its answer.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_HTTP_H
#define STIPPLE_FACE_HTTP_H

#include "face/asset.h"
#include "face/http_library.h"
#include "face/http_listen.h"
#include "face/log.h"
#include "service/session.h"

struct http_setup {   // outlives the server
    const struct http_library *library;
    const struct session      *opened;   // shared (session_share)
    const struct asset_shelf  *shelf;
    struct log_book           *log;
    const char                *token;
    const char *const         *hosts;   // [n_hosts] names that it has beside its address
    int                        n_hosts;
    const char                *cert, *key;   // PEM; NULL = plain HTTP
    int                        workers;
    int                        patience_ms;   // that a client has for a request, and for an answer
};

struct http;

// Opens the address and answers from now on. listen->port is then the one it has. ST_IO: the
// address cannot be had; ST_LIMIT: the system gave too little. The server lives in the arena.
MUST_CHECK enum status http_open(struct http **http, const struct http_setup *setup,
                                 struct http_listen *listen, struct arena *arena,
                                 struct fault *fault);

// No new connections, and no new requests on those that are open.
void http_quiet(struct http *http);
int  http_open_count(const struct http *http);   // requests in hand
// Calls off what is in hand, answers it, and ends. After http_quiet.
void http_close(struct http *http);

#endif
