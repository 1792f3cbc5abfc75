// SPDX-License-Identifier: Apache-2.0
#include "base/seal.h"

#include <sodium.h>

void seal_hash(const char *bytes, ptrdiff_t n, char out[SEAL_HEX_BYTES]) {
    unsigned char hash[32];
    crypto_generichash(hash, sizeof hash, (const unsigned char *)bytes, (unsigned long long)n, NULL,
                       0);
    sodium_bin2hex(out, SEAL_HEX_BYTES, hash, sizeof hash);
}
