// seal: fingerprints. The one file that sees libsodium.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_BASE_SEAL_H
#define STIPPLE_BASE_SEAL_H

#include <stddef.h>

enum { SEAL_HEX_BYTES = 65 };   // 64 hexadecimal digits and the terminator

// BLAKE2b-256 of n bytes, in lower-case hexadecimal.
void seal_hash(const char *bytes, ptrdiff_t n, char out[SEAL_HEX_BYTES]);

#endif
