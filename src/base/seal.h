// seal: fingerprints and secrets. The one file that sees libsodium.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_BASE_SEAL_H
#define STIPPLE_BASE_SEAL_H

#include <stdbool.h>
#include <stddef.h>

enum {
    SEAL_HEX_BYTES   = 65,   // 64 hexadecimal digits and the terminator
    SEAL_TOKEN_BYTES = 44    // 43 characters of base64url, which is 256 bits, and the terminator
};

// BLAKE2b-256 of n bytes, in lower-case hexadecimal.
void seal_hash(const char *bytes, ptrdiff_t n, char out[SEAL_HEX_BYTES]);

// A new secret, for which nobody can have a better way than to guess. It stands in a URL as it is.
void seal_token(char out[SEAL_TOKEN_BYTES]);
// True if both are the same bytes. How long it takes tells nothing but the lengths.
bool seal_same(const char *a, ptrdiff_t n_a, const char *b, ptrdiff_t n_b);

#endif
