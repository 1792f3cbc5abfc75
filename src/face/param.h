// param: the values a verb takes beside its file. The command line ("--members 100") and a query
// ("members=100") read them by the same rules.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_PARAM_H
#define STIPPLE_FACE_PARAM_H

#include "base/date.h"
#include "base/status.h"

enum param_kind { PARAM_FLAG, PARAM_TEXT, PARAM_DATE, PARAM_COUNT };

// The largest whole number up to which a double holds every one.
#define PARAM_SEED_MAX 9007199254740991.0

struct param {
    const char     *where;   // what errors name: "command line: --on", "query: on"
    enum param_kind kind;
    double          min, max;   // PARAM_COUNT
};

// Reads the value into *at: a bool (which takes no value here: it becomes true), a const char *, a
// date_day or a double, as the kind says. ST_CONTENT: it is none. ST_LIMIT: it is too many.
MUST_CHECK enum status param_read(const struct param *param, const char *value, void *at,
                                  struct fault *fault);

#endif
