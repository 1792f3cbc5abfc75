// SPDX-License-Identifier: Apache-2.0
#include "face/http_tls.h"

#include "base/limits.h"
#include "base/os.h"

#include <stdio.h>

const char http_tls_priorities[] = "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2";

enum { CHAIN_MAX = 16 };   // certificates of a file that are looked at

static enum status refuse(const char *option, const char *path, const char *what,
                          struct fault *fault) {
    return fault_at(fault, ST_CONTENT,
                    "command line: %s: %s: %s; allowed: by --tls-cert a certificate in PEM, and by "
                    "--tls-key the key that belongs to it, without a password",
                    option, path, what);
}

// The library says of a pair that it cannot be used. Which of the two it is, and why, is found by
// reading each alone.
static enum status refuse_pair(const struct http_library *library, const char *cert_path,
                               const char *key_path, const gnutls_datum_t *cert,
                               const gnutls_datum_t *key, int error, struct fault *fault) {
    char                  what[LIMIT_FAULT_BYTES / 2];
    gnutls_x509_crt_t     chain[CHAIN_MAX];
    gnutls_x509_privkey_t alone;
    unsigned              n = CHAIN_MAX;
    int read = library->gnutls_x509_crt_list_import(chain, &n, cert, GNUTLS_X509_FMT_PEM, 0);
    for (int i = 0; i < read; i++) library->gnutls_x509_crt_deinit(chain[i]);
    if (read <= 0 && read != GNUTLS_E_SHORT_MEMORY_BUFFER)
        return refuse("--tls-cert", cert_path, "holds no certificate in PEM", fault);

    if (library->gnutls_x509_privkey_init(&alone) == 0) {
        read = library->gnutls_x509_privkey_import2(alone, key, GNUTLS_X509_FMT_PEM, NULL, 0);
        library->gnutls_x509_privkey_deinit(alone);
        if (read == GNUTLS_E_DECRYPTION_FAILED)
            return refuse("--tls-key", key_path, "is locked by a password", fault);
        if (read < 0) return refuse("--tls-key", key_path, "holds no key in PEM", fault);
    }
    bool is_pair = error != GNUTLS_E_CERTIFICATE_KEY_MISMATCH;
    snprintf(what, sizeof what, is_pair ? "or its key: %s" : "does not belong to %s",
             is_pair ? library->gnutls_strerror(error) : key_path);
    return refuse("--tls-cert", cert_path, what, fault);
}

// The dates of the certificate and of those above it in its file, at this moment.
static const char *warning_of(const struct http_library       *library,
                              gnutls_certificate_credentials_t both) {
    gnutls_x509_crt_t *chain   = NULL;
    unsigned           n       = 0;
    const char        *warning = NULL;
    time_t             now     = os_utc_ms() / 1000;
    if (library->gnutls_certificate_get_x509_crt(both, 0, &chain, &n) != 0) return NULL;
    for (unsigned i = 0; i < n; i++) {
        if (library->gnutls_x509_crt_get_expiration_time(chain[i]) < now) warning = "expired";
        else if (library->gnutls_x509_crt_get_activation_time(chain[i]) > now && !warning)
            warning = "not_yet_valid";
        library->gnutls_x509_crt_deinit(chain[i]);
    }
    (*library->gnutls_free)(chain);
    return warning;
}

enum status http_tls_read(const struct http_library *library, const char *cert_path,
                          const char *key_path, struct http_tls *tls, struct arena *arena,
                          struct fault *fault) {
    ptrdiff_t n_cert, n_key;
    TRY(os_read(cert_path, &tls->cert, &n_cert, arena, fault));
    TRY(os_read(key_path, &tls->key, &n_key, arena, fault));
    gnutls_datum_t cert = {(unsigned char *)(uintptr_t)tls->cert, (unsigned)n_cert};
    gnutls_datum_t key  = {(unsigned char *)(uintptr_t)tls->key, (unsigned)n_key};

    gnutls_certificate_credentials_t both;
    if (library->gnutls_certificate_allocate_credentials(&both) != 0)
        return fault_at(fault, ST_LIMIT, "system: TLS: no memory; allowed: a system with room");
    int error =
        library->gnutls_certificate_set_x509_key_mem(both, &cert, &key, GNUTLS_X509_FMT_PEM);
    if (error >= 0) tls->warning = warning_of(library, both);
    library->gnutls_certificate_free_credentials(both);
    return error >= 0 ? ST_OK
                      : refuse_pair(library, cert_path, key_path, &cert, &key, error, fault);
}
