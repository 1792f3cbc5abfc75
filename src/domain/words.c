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
const char *const words_source_kind[] = {"trial",
                                         "prospective study",
                                         "retrospective study",
                                         "case series",
                                         "case report",
                                         "outbreak report",
                                         "review",
                                         "meta-analysis",
                                         "guideline",
                                         "consensus",
                                         "laboratory study",
                                         "animal study",
                                         "measurement",
                                         "scale",
                                         "model",
                                         "data set",
                                         "book chapter",
                                         "reference work",
                                         "article",
                                         "conference note",
                                         "law",
                                         "guidance",
                                         "regulator notice",
                                         "regulator page",
                                         "device record",
                                         "trial record",
                                         "label",
                                         "manual",
                                         "news",
                                         "clinic page",
                                         "vendor page",
                                         "trade page",
                                         "secondary page",
                                         "lay page",
                                         "lay article",
                                         "machine digest",
                                         "patient organisation",
                                         "hospital page",
                                         "safety guidance",
                                         "study",
                                         "forum",
                                         "own",
                                         "clinic",
                                         "patient",
                                         NULL};
const char *const words_read[]        = {"full",      "abstract", "page",      "excerpt", "law",
                                         "label",     "record",   "data base", "program", "news",
                                         "secondary", "none",     NULL};
const char *const words_status[]      = {"seen",       "seen_second_hand", "derived",
                                         "unverified", "default",          NULL};
const char *const words_device_kind[] = {"pen", "roller", "stamp", "rf", "home_roller", NULL};
const char *const words_cover[]       = {"none", "balm", "film", "unknown", NULL};
const char *const words_region[]      = {"face", "neck", "scalp", "body", NULL};
