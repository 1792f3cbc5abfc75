// SPDX-License-Identifier: Apache-2.0
#include "face/http_tls.h"

#include "base/os.h"

#include <gnutls/gnutls.h>

const char http_tls_priorities[] = "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2";

static enum status check(const char *cert_path, const char *key_path, const gnutls_datum_t *cert,
                         const gnutls_datum_t *key, struct fault *fault) {
    gnutls_certificate_credentials_t both;
    if (gnutls_certificate_allocate_credentials(&both) != 0)
        return fault_at(fault, ST_LIMIT, "system: TLS: no memory; allowed: a system with room");
    int error = gnutls_certificate_set_x509_key_mem(both, cert, key, GNUTLS_X509_FMT_PEM);
    gnutls_certificate_free_credentials(both);
    if (error >= 0) return ST_OK;
    bool is_pair = error == GNUTLS_E_CERTIFICATE_KEY_MISMATCH;
    return fault_at(fault, ST_CONTENT,
                    "command line: --tls-cert: %s: %s%s%s; allowed: a certificate in PEM, and by "
                    "--tls-key the key that belongs to it",
                    cert_path, is_pair ? "does not belong to " : "or its key: ",
                    is_pair ? key_path : gnutls_strerror(error), "");
}

enum status http_tls_read(const char *cert_path, const char *key_path, const char **cert,
                          const char **key, struct arena *arena, struct fault *fault) {
    ptrdiff_t n_cert, n_key;
    TRY(os_read(cert_path, cert, &n_cert, arena, fault));
    TRY(os_read(key_path, key, &n_key, arena, fault));
    gnutls_datum_t cert_bytes = {(unsigned char *)(uintptr_t)*cert, (unsigned)n_cert};
    gnutls_datum_t key_bytes  = {(unsigned char *)(uintptr_t)*key, (unsigned)n_key};
    return check(cert_path, key_path, &cert_bytes, &key_bytes, fault);
}
