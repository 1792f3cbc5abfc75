// philox: counter-based random numbers. The place of a stream is its whole state: a member's
// numbers depend neither on how many members there are nor on who computes them. Source: Salmon,
// Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11, 2011.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_PHILOX_H
#define STIPPLE_ENGINE_PHILOX_H

#include <stdint.h>

// Philox4x32-10 itself: ten rounds over the counter under the key.
void philox_block(const uint32_t counter[4], const uint32_t key[2], uint32_t out[4]);

struct philox_place {
    uint64_t seed;
    uint32_t member, purpose, zone;
};

struct philox {
    uint32_t key[2], counter[4];   // counter: block, member, purpose, zone
    uint32_t out[4];
    int      n_used;   // words of out already given, 0..4
};

struct philox philox_at(const struct philox_place *place);

// Each takes the next 64 bits of the stream. Uniform in the open interval (0,1), a multiple of
// 2^-53.
double philox_draw(struct philox *philox);
double philox_draw_normal(struct philox *philox);   // mean 0, sigma 1
double philox_draw_lognormal(struct philox *philox, double median, double sigma);   // sigma of ln

#endif
