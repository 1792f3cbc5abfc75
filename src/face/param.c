// SPDX-License-Identifier: Apache-2.0
#include "face/param.h"

#include "base/units.h"

#include <math.h>

static enum status read_count(const struct param *param, const char *value, double *out,
                              struct fault *fault) {
    bool is_number = units_number(value, out) && *out == floor(*out);
    if (is_number && *out > param->max)
        return fault_at(fault, ST_LIMIT, "%s: %s: is too many; allowed: %.0f to %.0f", param->where,
                        value, param->min, param->max);
    if (is_number && *out >= param->min) return ST_OK;
    return fault_at(fault, ST_CONTENT, "%s: %s: is no whole number in range; allowed: %.0f to %.0f",
                    param->where, value, param->min, param->max);
}

enum status param_read(const struct param *param, const char *value, void *at,
                       struct fault *fault) {
    switch (param->kind) {
    case PARAM_FLAG: *(bool *)at = true; return ST_OK;
    case PARAM_TEXT: *(const char **)at = value; return ST_OK;
    case PARAM_COUNT: return read_count(param, value, at, fault);
    case PARAM_DATE: break;
    }
    *(date_day *)at = date_parse(value);
    if (*(date_day *)at) return ST_OK;
    return fault_at(fault, ST_CONTENT,
                    "%s: %s: is no date of the calendar; allowed: YYYY-MM-DD from 1900 to 2199",
                    param->where, value);
}
