// http_slot: the table of connections: who is there, and until when a client has its time.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_HTTP_SLOT_H
#define STIPPLE_FACE_HTTP_SLOT_H

#include "face/http_core.h"

// Room for n connections. ST_LIMIT: the system has none.
MUST_CHECK enum status http_slot_table(struct http *http, int n, struct arena *arena,
                                       struct fault *fault);
void                   http_slot_table_end(struct http *http);

// A connection came. NULL: there is no slot, and it must end.
struct http_slot *http_slot_take(struct http *http, struct MHD_Connection *connection, int fd);
// Its descriptor is about to be closed.
void http_slot_leave(struct http_slot *slot);

// The slot is ready for the next request of its connection: memory, time, values.
void http_slot_clear(struct http_slot *slot);

// Ends every connection whose client has had its time, or is gone; all that only wait, if
// `idle_too`. Called under http.lock.
void http_slot_sweep(struct http *http, int64_t now_ms, bool idle_too);

#endif
