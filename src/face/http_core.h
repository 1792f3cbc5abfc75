// http_core: what the files of the server share: the server, and a slot for each connection.
//
// A connection is read and written by one thread of the library. While a worker has its request it
// is suspended, and then the worker alone touches the slot; only what is marked so is looked at by
// others meanwhile.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_HTTP_CORE_H
#define STIPPLE_FACE_HTTP_CORE_H

#include "base/pool_crew.h"
#include "base/pool_lock.h"
#include "face/asset.h"
#include "face/http_guard.h"
#include "face/log.h"
#include "face/metrics.h"
#include "face/route.h"
#include "face/work.h"

#include <arpa/inet.h>
#include <stdatomic.h>

// The library's own words, and types whose insides are its own.
struct http_library;
struct MHD_Connection;
struct MHD_Daemon;
struct MHD_Response;

enum http_phase {
    HTTP_IDLE,      // between two requests
    HTTP_HEAD,      // its first line was read
    HTTP_BODY,      // its head was taken, and its body comes
    HTTP_WORKING,   // suspended: it waits for a worker, or one has it
    HTTP_READY,     // `reply` is its answer
    HTTP_ANSWERED   // handed to the library
};

struct http_reply {                  // an answer in the library's form
    struct MHD_Response *response;   // NULL = none yet
    int                  code;
    ptrdiff_t            n;   // bytes of its body
};

struct http_slot {   // a connection
    struct http           *http;
    int                    index;
    struct MHD_Connection *connection;
    char                   local[INET6_ADDRSTRLEN];   // the address of this end
    int64_t                number;                    // of the connection, from 1
    struct arena           room, arena;               // what it may use; what is left of that

    // of the request
    struct request          request;
    struct http_guard_found found;
    struct route_match      match;     // match.route = NULL until one is found
    struct response         refusal;   // code 0 = none; told when the body is read and forgotten
    struct http_reply       reply;
    struct http_stream     *stream;    // NULL = none
    bool                    is_last;   // the connection ends with this answer
    char                   *body;      // [n_body], at the end of what the arena has used
    ptrdiff_t               n_body, n_read, n_held;   // kept; read in all; counted in http.held
    ptrdiff_t               n_head;                   // bytes of the head
    int64_t                 begun_us;
    int                     refused;   // enum http_guard_reason
    bool                    is_kept;   // the next request is not the first of the connection

    // looked at by others
    atomic_llong work;          // number of its work, 0 = none
    atomic_int   phase;         // enum http_phase
    atomic_llong deadline_ms;   // when the client has had its time; 0 = it is our turn
    atomic_llong n_came;        // bytes of the requests that are over
    int          fd;            // -1 = the slot is free; under http.lock, as the next
    bool         was_gone;      // the client had closed its end when the watcher last looked
};

enum http_attention { HTTP_ASLEEP, HTTP_SLOW, HTTP_QUICK };

enum {
    HTTP_STREAM_BYTES  = 512,
    HTTP_STREAM_AGE_MS = LIMIT_WORK_AGE_MS + 15000   // after which a stream ends, whatever comes
};

struct http_stream {          // server-sent events of one piece of work; under http.lock
    struct http_slot *slot;   // NULL = free
    char              name[WORK_NAME_MAX + 1];
    int64_t           since_ms, next_ms;
    bool              is_suspended, is_over;
    char              event[HTTP_STREAM_BYTES];   // what is to be written next
    int               n, at;                      // its length; how much was written
};

struct http_linger {   // a connection that was answered and still sends; under http.lock
    bool      is_open;
    int       fd;                 // a second descriptor of it, which is ours alone
    int64_t   quiet_ms, end_ms;   // when it is over: without a byte until then, and in any case
    ptrdiff_t n_left;             // bytes that are still read
};

struct http {
    // made by http_open, and then only read
    const struct http_library *library;
    const struct session      *opened;
    const struct route_table  *routes;
    const struct asset_shelf  *shelf;
    const char                *token;
    const char *const         *hosts;
    int                        n_hosts, port, patience_ms;
    bool                       is_tls;
    struct pool_crew          *crew;
    struct work_register      *work;
    struct metrics            *metrics;
    struct log_book           *log;
    struct MHD_Daemon         *daemon;
    struct pool_thread         watcher;
    struct arena               slots_room;

    atomic_int   attention;   // enum http_attention, of the watcher
    atomic_int   exchanges;   // requests between their first line and their last byte
    atomic_llong held;        // bytes of bodies and answers
    atomic_bool  is_stopping;

    struct pool_lock   lock;   // guards what follows
    struct http_slot  *slots;
    int                n_slots, *free, n_free, n_open;
    int64_t            n_connections;   // so far
    struct http_stream streams[LIMIT_STREAMS];
    int                n_streams;
    struct http_linger lingers[LIMIT_LINGERS];
    bool               is_over;   // the watcher ends
};

int64_t http_core_now_ms(void);
// The watcher looks again, if it was not about to.
void http_core_alert(struct http *http, enum http_attention needed);

#endif
