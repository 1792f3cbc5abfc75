// clinic: the place where people are treated: who may do what, with what, when and for how much.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_DOMAIN_CLINIC_H
#define STIPPLE_DOMAIN_CLINIC_H

#include "domain/field.h"

struct clinic_price {
    const char  *code;    // sitting, prp, rf, ...
    struct names zones;   // none = every zone
    struct money amount;
    struct when  valid_until;
};

struct clinic_operator {
    const char   *id, *name, *profession, *supervisor;
    struct when   licence_until, training_until;
    struct amount depth_max;   // mm
    struct names  devices;     // kinds
};

struct clinic_closed {
    struct when from, to;
};

struct clinic_sun {   // months of strong sun, 1 to 12; from 10 to 3 runs over the new year
    struct amount from, to;
};

enum clinic_aftercare { AFTERCARE_ABSENT, AFTERCARE_STANDARD, AFTERCARE_CONSERVATIVE };

struct clinic_adopted {
    const char *name;
    struct when date;
};

struct clinic {
    const char            *name, *contact, *emergency_line, *time_zone, *currency, *note;
    const char            *hours;          // when `contact` is answered
    const char            *out_of_hours;   // whom to call at other hours
    const char            *jurisdiction;   // code of the place whose rules hold, or its name
    int                    invented;       // FIELD_BOOL words
    struct names           opening_days, devices, agents, languages;
    struct list            closed, prices, operators;   // of clinic_closed, _price, _operator
    struct clinic_adopted *adopted_by;
    int                    aftercare;     // enum clinic_aftercare
    int                    cover_after;   // enum words_cover
    struct clinic_sun     *strong_sun;    // NULL = not entered
};

extern const struct noun clinic_noun;

// Reads a clinic and checks what one table cannot. ST_CONTENT with the place: closed days that end
// before they begin; a price in another currency than the clinic's.
MUST_CHECK enum status clinic_read(struct clinic *clinic, const struct doc *doc,
                                   const struct field_reader *reader);

extern const char *const clinic_weekdays[];   // mon to sun, as date_weekday counts; then NULL

bool clinic_is_open(const struct clinic *clinic, date_day day);
// Is the sun strong in the month of that day, as the clinic has entered it?
bool clinic_is_sunny(const struct clinic *clinic, date_day day);
// The first day from `day` on that is open, within a year; 0 if there is none.
date_day clinic_open_from(const struct clinic *clinic, date_day day);

#endif
