// SPDX-License-Identifier: Apache-2.0
#include "engine/philox.h"

#include "engine/mathk.h"

enum { PHILOX_ROUNDS = 10 };   // Salmon 2011, table 2: the recommended margin over 7

#define PHILOX_M0 0xd2511f53u   // multiplier, Salmon 2011
#define PHILOX_M1 0xcd9e8d57u   // multiplier, Salmon 2011
#define PHILOX_W0 0x9e3779b9u   // key increment, golden ratio, Salmon 2011
#define PHILOX_W1 0xbb67ae85u   // key increment, sqrt(3) - 1, Salmon 2011

void philox_block(const uint32_t counter[4], const uint32_t key[2], uint32_t out[4]) {
    uint32_t c0 = counter[0], c1 = counter[1], c2 = counter[2], c3 = counter[3];
    uint32_t k0 = key[0], k1 = key[1];
    for (int round = 0; round < PHILOX_ROUNDS; round++) {
        uint64_t a = (uint64_t)PHILOX_M0 * c0, b = (uint64_t)PHILOX_M1 * c2;
        c0 = (uint32_t)(b >> 32) ^ c1 ^ k0;
        c1 = (uint32_t)b;
        c2 = (uint32_t)(a >> 32) ^ c3 ^ k1;
        c3 = (uint32_t)a;
        k0 += PHILOX_W0;
        k1 += PHILOX_W1;
    }
    out[0] = c0;
    out[1] = c1;
    out[2] = c2;
    out[3] = c3;
}

struct philox philox_at(const struct philox_place *place) {
    return (struct philox){
        .key     = {(uint32_t)place->seed, (uint32_t)(place->seed >> 32)},
        .counter = {0, place->member, place->purpose, place->zone},
        .n_used  = 4,
    };
}

double philox_draw(struct philox *philox) {
    if (philox->n_used == 4) {
        philox_block(philox->counter, philox->key, philox->out);
        philox->counter[0]++;
        philox->n_used = 0;
    }
    uint64_t high = philox->out[philox->n_used], low = philox->out[philox->n_used + 1];
    philox->n_used += 2;

    // 52 bits and a half: neither 0 nor 1, and exact in a double
    return ((double)((high << 32 | low) >> 12) + 0.5) * 0x1p-52;
}

double philox_draw_normal(struct philox *philox) { return mathk_normal_at(philox_draw(philox)); }

double philox_draw_lognormal(struct philox *philox, double median, double sigma) {
    return median * mathk_exp(sigma * philox_draw_normal(philox));
}
