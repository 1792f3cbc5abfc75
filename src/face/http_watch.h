// http_watch: the thread that looks after what no request does itself: clients that take too long,
// clients that are gone, work that is too old, and streams whose next event is due. It sleeps while
// there is nothing to look after.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_HTTP_WATCH_H
#define STIPPLE_FACE_HTTP_WATCH_H

#include "face/http_core.h"

MUST_CHECK enum status http_watch_start(struct http *http, struct arena *arena,
                                        struct fault *fault);
// Ends it and waits for it.
void http_watch_stop(struct http *http);

#endif
