// outcome: how much better a score gets, as a share of its baseline, from a pool of studies.
//
//   x = mean + sd T sqrt(1 + 1/k) + patient     logit of the improvement when the studies read it;
//                                               T: Student's t with k - 1 degrees of freedom
//   G(t) = mean over sittings of 1 - exp(-(t - t_i) / delay), 0 before a sitting
//   1 - y(t) = (1 - y)^(G(t) / G_ref),  y = 1 / (1 + exp(-x))
//
// Closed forms. 0 <= y(t) <= 1: a score that gets worse cannot be told. G_ref is G where and when
// the studies read, so that y(t) = y there; the number of sittings does not change what comes in
// the end. Source: docs/model/outcome.md. k studies, k >= 3.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_OUTCOME_H
#define STIPPLE_ENGINE_OUTCOME_H

#include "engine/philox.h"

struct outcome_pool {
    double mean, sd;    // of the logits of the studies, unweighted
    int    n_studies;   // k
};

// Student's t with `degrees` degrees of freedom, from the next degrees + 1 normals of the stream.
double outcome_student(struct philox *stream, int degrees);

// The logit of the mean of a study that nobody has done yet.
double outcome_draw(const struct outcome_pool *pool, struct philox *stream);

// Share of the eventual change that has come by t_s; n >= 1 sittings at sitting_s, in any order.
double outcome_growth(int n, const double *sitting_s, double t_s, double delay_s);

// Improvement as a share, where `growth` is G(t) / G_ref.
double outcome_share(double logit, double growth);

// Share of the people of one study who reach `difference` when their logits are normal about
// `logit` with that sigma. sigma 0: 0 or 1.
double outcome_reaching(double logit, double sigma, double growth, double difference);

#endif
