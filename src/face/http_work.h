// http_work: a request becomes work: it waits for a worker, is computed, and is answered, whatever
// happens to its client meanwhile.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_HTTP_WORK_H
#define STIPPLE_FACE_HTTP_WORK_H

#include "face/http_core.h"

// Suspends the connection and queues its request: true, and from here on the slot is the worker's.
// False: it is HTTP_READY with a problem, and was not suspended.
bool http_work_begin(struct http_slot *slot);

// Ends the work with this answer, or, if it is NULL, with the problem of the reason it was called
// off for, and resumes the connection.
void http_work_end(struct http_slot *slot, const struct response *response, struct arena *arena);

#endif
