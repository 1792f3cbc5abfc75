// http_stream: the progress of one piece of work, told to a client as it goes by server-sent
// events, at most ten a second. Between two events the connection is suspended.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_HTTP_STREAM_H
#define STIPPLE_FACE_HTTP_STREAM_H

#include "face/http_core.h"

enum {
    HTTP_STREAM_TICK_MS = 100,   // between two events
    HTTP_STREAM_WAIT_MS = 1000   // that a stream waits for work of its name to begin
};

// Begins or goes on with the stream of slot->match.id, after the request was read and after each
// resume. True: it is suspended, and will be asked again; else HTTP_READY with its answer.
bool http_stream_go(struct http_slot *slot);
// Forgets the stream of a slot, if it has one.
void http_stream_leave(struct http_slot *slot);
// Calls off the work of slot->match.id: 204, or 404 where there is none. The slot is HTTP_READY.
void http_stream_cancel(struct http_slot *slot);

// Resumes the streams whose next event is due; all of them if `all`. Called under http.lock.
void http_stream_wake(struct http *http, int64_t now_ms, bool all);

#endif
