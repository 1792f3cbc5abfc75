// SPDX-License-Identifier: Apache-2.0
#include "engine/outcome.h"

#include "engine/mathk.h"

#include <math.h>

double outcome_student(struct philox *stream, int degrees) {
    double normal = philox_draw_normal(stream), squares = 0;
    for (int i = 0; i < degrees; i++) {
        double one = philox_draw_normal(stream);
        squares += one * one;
    }
    return normal / sqrt(squares / degrees);
}

double outcome_draw(const struct outcome_pool *pool, struct philox *stream) {
    double wider = sqrt(1 + 1.0 / pool->n_studies);
    return pool->mean + pool->sd * wider * outcome_student(stream, pool->n_studies - 1);
}

double outcome_growth(int n, const double *sitting_s, double t_s, double delay_s) {
    double sum = 0;
    for (int i = 0; i < n; i++)
        if (t_s > sitting_s[i]) sum += 1 - mathk_exp(-(t_s - sitting_s[i]) / delay_s);
    return sum / n;
}

// 1 - y = 1 / (1 + e^x), whose power is exp(-growth ln(1 + e^x)). Before anything has come the sum
// would be 0 times infinity for the largest x.
double outcome_share(double logit, double growth) {
    if (growth == 0) return 0;
    double odds = mathk_exp(logit);
    return 1 - mathk_exp(-growth * mathk_log(1 + odds));
}

// Least logit that reaches it: 1 - (1 + e^x)^-growth = difference.
double outcome_reaching(double logit, double sigma, double growth, double difference) {
    if (difference <= 0) return 1;
    if (growth == 0 || difference >= 1) return 0;

    // the odds e^x from which on it is reached; too small or too large to be told at the ends
    double odds = mathk_exp(-mathk_log(1 - difference) / growth) - 1;
    if (!(odds > 0)) return 1;
    if (isinf(odds)) return 0;
    double least = mathk_log(odds);
    if (sigma == 0) return logit >= least;
    return mathk_normal_below((logit - least) / sigma);
}
