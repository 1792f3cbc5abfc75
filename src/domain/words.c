// SPDX-License-Identifier: Apache-2.0
#include "domain/words.h"

#include <stddef.h>

const char *const words_class[]       = {"clear", "caution", "prophylaxis", "clearance",
                                         "ask",   "defer",   "refuse",      NULL};
const char *const words_grade[]       = {"A", "B", "C", "D", NULL};
const char *const words_verdict[]     = {"supported",    "supported_within_limits",
                                         "plausible",    "too_hopeful",
                                         "understated",  "overstated",
                                         "contradicted", "wrong",
                                         "unsupported",  "contradictory",
                                         "not_checked",  NULL};
const char *const words_status[]      = {"seen",       "seen_second_hand", "derived",
                                         "unverified", "default",          NULL};
const char *const words_device_kind[] = {"pen", "roller", "stamp", "rf", "home_roller", NULL};
const char *const words_cover[]       = {"none", "balm", "film", "unknown", NULL};
const char *const words_region[]      = {"face", "neck", "scalp", "body", NULL};
