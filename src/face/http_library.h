// http_library: libmicrohttpd and GnuTLS, loaded when a server is asked for. They take a few
// milliseconds to prepare themselves, which a process that serves nothing need not wait for.
//
// Headers are those of the libraries; a call goes through the table: library->MHD_queue_response().
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_HTTP_LIBRARY_H
#define STIPPLE_FACE_HTTP_LIBRARY_H

#include "base/status.h"

#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <microhttpd.h>

#define HTTP_LIBRARY_SERVER(X)                                                                     \
    X(MHD_add_response_header)                                                                     \
    X(MHD_create_response_from_buffer)                                                             \
    X(MHD_create_response_from_callback)                                                           \
    X(MHD_destroy_response)                                                                        \
    X(MHD_get_connection_info)                                                                     \
    X(MHD_get_connection_values_n)                                                                 \
    X(MHD_queue_response)                                                                          \
    X(MHD_resume_connection)                                                                       \
    X(MHD_start_daemon)                                                                            \
    X(MHD_stop_daemon)                                                                             \
    X(MHD_suspend_connection)

#define HTTP_LIBRARY_TLS(X)                                                                        \
    X(gnutls_certificate_allocate_credentials)                                                     \
    X(gnutls_certificate_free_credentials)                                                         \
    X(gnutls_certificate_get_x509_crt)                                                             \
    X(gnutls_certificate_set_x509_key_mem)                                                         \
    X(gnutls_free)                                                                                 \
    X(gnutls_strerror)                                                                             \
    X(gnutls_x509_crt_deinit)                                                                      \
    X(gnutls_x509_crt_get_activation_time)                                                         \
    X(gnutls_x509_crt_get_expiration_time)                                                         \
    X(gnutls_x509_crt_list_import)                                                                 \
    X(gnutls_x509_privkey_deinit)                                                                  \
    X(gnutls_x509_privkey_import2)                                                                 \
    X(gnutls_x509_privkey_init)

struct http_library {
#define HTTP_LIBRARY_FIELD(name) __typeof__(name) *name;
    HTTP_LIBRARY_SERVER(HTTP_LIBRARY_FIELD)
    HTTP_LIBRARY_TLS(HTTP_LIBRARY_FIELD)
#undef HTTP_LIBRARY_FIELD
};

// Loads both, for the life of the process. ST_LIMIT: one is not there, or lacks a function.
MUST_CHECK enum status http_library_open(struct http_library *library, struct fault *fault);

#endif
