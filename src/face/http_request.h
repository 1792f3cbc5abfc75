// http_request: what the library calls as a request comes in: its first line, its head, its body
// piece by piece, its end. Nothing is computed here; what takes time is handed to a worker.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_HTTP_REQUEST_H
#define STIPPLE_FACE_HTTP_REQUEST_H

#include "face/http_core.h"
#include "face/http_library.h"

// A connection came, or goes.
void http_request_connection(void *http, struct MHD_Connection *connection, void **slot,
                             enum MHD_ConnectionNotificationCode what);
// The target of a request, before the library takes it apart. Returns its slot.
void *http_request_target(void *http, const char *target, struct MHD_Connection *connection);
// Escapes of a target stay as they are: the routes read them.
size_t http_request_unescape(void *http, struct MHD_Connection *connection, char *text);
// The head is complete; a piece of the body came; the body is complete; the answer is ready.
enum MHD_Result http_request_go(void *http, struct MHD_Connection *connection, const char *path,
                                const char *method, const char *version, const char *piece,
                                size_t *n_piece, void **slot);
// The request is over, however it ended.
void http_request_over(void *http, struct MHD_Connection *connection, void **slot,
                       enum MHD_RequestTerminationCode how);

#endif
