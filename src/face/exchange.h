// exchange: one request and its answer as plain values: no socket, no thread, no library.
// The routes see nothing else, so that they can be tested and fuzzed without a server.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_EXCHANGE_H
#define STIPPLE_FACE_EXCHANGE_H

#include <stdbool.h>
#include <stddef.h>

enum request_method { REQUEST_GET, REQUEST_HEAD, REQUEST_POST, REQUEST_DELETE, REQUEST_OTHER };

struct request {
    enum request_method method;
    const char         *path;           // as it was sent, percent-encoded, without the query
    const char         *query;          // as it was sent, without the mark; "" = none
    const char         *content_type;   // NULL = none; the same for the next
    const char         *if_none_match;
    bool                takes_gzip;   // the client said that it reads gzip
    const char         *body;         // [n_body]; "" until it has come whole
    ptrdiff_t           n_body;
};

struct response {
    int         code;   // of HTTP: 200, 404, ...
    const char *content_type;
    const char *bytes;   // [n]; lives as long as the arena of the exchange, or for ever
    ptrdiff_t   n;
    const char *etag;            // with its quotes; NULL = none, as in the next five
    const char *encoding;        // "gzip"
    const char *vary;            // what else the answer depends on: "Accept-Encoding"
    const char *allow;           // methods of a 405
    const char *policy;          // a Content-Security-Policy of its own
    int         retry_after_s;   // 0 = not said
    bool        is_cacheable;    // may be kept, but asked for anew (no-cache); else no-store
};

#endif
