// serve: the face `stipple serve`: from its options to a server that listens, until it is told to
// end.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_SERVE_H
#define STIPPLE_FACE_SERVE_H

#include "service/session.h"

struct serve_options {        // NULL, 0 = as if it were not given
    const char *listen;       // ADDRESS:PORT; 127.0.0.1:8080
    const char *web;          // folder of the page's files; those of the program
    const char *cert, *key;   // PEM files; plain HTTP
    const char *hosts;        // NAME,NAME
    double      patience_s;   // 15
};

// Opens, writes the first line to standard output, answers, and ends with ST_OK on SIGTERM or
// SIGINT: what is in hand is finished, for at most LIMIT_GRACE_MS; a second signal calls it off.
MUST_CHECK enum status serve_run(const struct serve_options   *options,
                                 const struct session_options *session_options, struct arena *arena,
                                 struct fault *fault);

#endif
