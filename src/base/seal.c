// SPDX-License-Identifier: Apache-2.0
#include "base/seal.h"

#include <assert.h>
#include <sodium.h>

void seal_hash(const char *bytes, ptrdiff_t n, char out[SEAL_HEX_BYTES]) {
    unsigned char hash[32];
    crypto_generichash(hash, sizeof hash, (const unsigned char *)bytes, (unsigned long long)n, NULL,
                       0);
    sodium_bin2hex(out, SEAL_HEX_BYTES, hash, sizeof hash);
}

void seal_token(char out[SEAL_TOKEN_BYTES]) {
    unsigned char secret[32];
    int           error = sodium_init();   // may be called again and again
    assert(error >= 0);
    randombytes_buf(secret, sizeof secret);
    sodium_bin2base64(out, SEAL_TOKEN_BYTES, secret, sizeof secret,
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    sodium_memzero(secret, sizeof secret);
}

bool seal_same(const char *a, ptrdiff_t n_a, const char *b, ptrdiff_t n_b) {
    return n_a == n_b && sodium_memcmp(a, b, (size_t)n_a) == 0;
}
