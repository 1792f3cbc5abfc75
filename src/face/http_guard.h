// http_guard: is the head of a request one that a client of ours writes? A pure check of plain
// values, before anything is looked up for it: what two readers of one head could understand
// differently is refused, and so is what another site sent, or a name that only leads here.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_HTTP_GUARD_H
#define STIPPLE_FACE_HTTP_GUARD_H

#include "face/exchange.h"

#include <stdint.h>

struct http_guard_field {   // a line of the head; both are terminated behind their bytes too
    const char *name, *value;
    ptrdiff_t   n_name, n_value;
};

struct http_guard_head {
    const char                    *method, *target, *version;   // of the first line, as sent
    const struct http_guard_field *fields;                      // [n_fields]
    int                            n_fields;
    bool is_plain;   // it has no byte but these, one colon and white space between name and value,
                     // and CR and LF behind each line
};

struct http_guard_site {        // where the request came in
    const char        *local;   // the address of this end, as a literal without brackets
    const char *const *hosts;   // [n_hosts] further names that this server has
    int                n_hosts;
    int                port;
    bool               is_tls;
};

struct http_guard_found {   // what the head says; texts are those of the head, NULL = not said
    enum request_method method;
    const char         *content_type, *authorization, *if_none_match;
    const char         *page, *work;   // Stipple-Page, Stipple-Work
    int64_t             length;        // of the body; -1 = chunked
    bool                takes_gzip, expects_continue;
};

// reason, code of HTTP, slug of the problem, word for logs and metrics, detail
#define HTTP_GUARD_LIST(X)                                                                         \
    X(HTTP_GUARD_FINE, 200, "", "", "")                                                            \
    X(HTTP_GUARD_VERSION, 400, "head", "version", "only HTTP/1.1 and HTTP/1.0 are spoken here")    \
    X(HTTP_GUARD_FIELDS, 431, "long-head", "fields", "there are too many fields")                  \
    X(HTTP_GUARD_LINES, 400, "head", "lines",                                                      \
      "a head is plain lines, each ended by CR and LF, without NUL and not folded")                \
    X(HTTP_GUARD_METHOD, 400, "head", "method", "the method is no token")                          \
    X(HTTP_GUARD_NAME, 400, "head", "name", "the name of a field is no token")                     \
    X(HTTP_GUARD_VALUE, 400, "head", "value", "the value of a field has a control character")      \
    X(HTTP_GUARD_TWICE, 400, "head", "twice", "a field that stands once stands here twice")        \
    X(HTTP_GUARD_TARGET, 400, "head", "target",                                                    \
      "the target is no path of this server, written without '.' and '..'")                        \
    X(HTTP_GUARD_TARGET_LONG, 414, "long-target", "target_long", "the target is too long")         \
    X(HTTP_GUARD_LENGTH, 400, "head", "length", "Content-Length is no number of bytes")            \
    X(HTTP_GUARD_CODING, 400, "head", "coding",                                                    \
      "Transfer-Encoding is taken as 'chunked' alone, in HTTP/1.1")                                \
    X(HTTP_GUARD_FRAMING, 400, "head", "framing",                                                  \
      "Content-Length and Transfer-Encoding exclude each other")                                   \
    X(HTTP_GUARD_BODY, 400, "head", "body", "this method has no body")                             \
    X(HTTP_GUARD_LARGE, 413, "too-large", "large", "a body has at most 1048576 bytes")             \
    X(HTTP_GUARD_PACKED, 415, "media", "packed", "a body is sent as it is, without an encoding")   \
    X(HTTP_GUARD_EXPECT, 417, "expect", "expect", "only 100-continue can be expected")             \
    X(HTTP_GUARD_HOST, 400, "head", "host", "Host is needed once, as a name with its port")        \
    X(HTTP_GUARD_OTHER_HOST, 421, "host", "other_host", "the host is none of this server's")       \
    X(HTTP_GUARD_ORIGIN, 403, "origin", "origin", "the page that asks is not of this server")      \
    X(HTTP_GUARD_SITE, 403, "origin", "site", "the page that asks is not of this server")          \
    X(HTTP_GUARD_NAMES, 400, "head", "names",                                                      \
      "Stipple-Page and Stipple-Work are 8 to 64 letters, digits, '-' or '_'")                     \
    X(HTTP_GUARD_TOKEN, 401, "token", "token", "the token of this server is needed")

enum http_guard_reason {
#define HTTP_GUARD_ENUM(name, code, slug, word, detail) name,
    HTTP_GUARD_LIST(HTTP_GUARD_ENUM)
#undef HTTP_GUARD_ENUM
        HTTP_GUARD_REASONS
};

struct http_guard_refusal {
    int         code;
    const char *slug, *word, *detail;
};
extern const struct http_guard_refusal http_guard_refusals[HTTP_GUARD_REASONS];

// The field of the head that a reason is about; NULL: none, or it cannot be told.
const char *http_guard_field(enum http_guard_reason reason);

// HTTP_GUARD_FINE, and *found is filled; else the first reason against it. Never HTTP_GUARD_TOKEN.
enum http_guard_reason http_guard_check(const struct http_guard_head *head,
                                        const struct http_guard_site *site,
                                        struct http_guard_found      *found);

// Does a path, without its query, want the token? What is neither an asset nor the state of health.
bool http_guard_is_closed(const char *path);
// True if an Authorization field bears this token. Takes as long for a wrong one as for a right.
bool http_guard_token(const char *authorization, const char *token);

#endif
