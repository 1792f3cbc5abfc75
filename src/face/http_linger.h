// http_linger: keeps a connection open for a while when its request was refused before its body had
// come, and throws away what still comes. A system that closes a connection with bytes unread
// breaks it, and the client, still sending, would never read why it was refused.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_HTTP_LINGER_H
#define STIPPLE_FACE_HTTP_LINGER_H

#include "face/http_core.h"

// Where all places are taken, or the system gives no descriptor, the connection just closes.
void http_linger_begin(struct http_slot *slot);
// Reads, and closes those whose time is over; how many go on. Under http.lock.
int http_linger_read(struct http *http, int64_t now_ms);
// Closes all of them.
void http_linger_end(struct http *http);

#endif
