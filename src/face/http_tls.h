// http_tls: the certificate and key that the operator gives. The library makes the connections;
// here is only checked that both can be used, so that an error names what is wrong.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_HTTP_TLS_H
#define STIPPLE_FACE_HTTP_TLS_H

#include "base/arena.h"
#include "face/http_library.h"

extern const char http_tls_priorities[];   // TLS 1.2 and 1.3

struct http_tls {
    const char *cert, *key;   // PEM
    const char *warning;      // why browsers will not take it, a word; NULL = nothing is known
};

// Reads both PEM files. ST_IO: one cannot be read. ST_CONTENT: one is no certificate or key, or
// they do not belong together. What is taken may still be out of date: `warning`.
MUST_CHECK enum status http_tls_read(const struct http_library *library, const char *cert_path,
                                     const char *key_path, struct http_tls *tls,
                                     struct arena *arena, struct fault *fault);

#endif
