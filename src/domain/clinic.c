// SPDX-License-Identifier: Apache-2.0
#include "domain/clinic.h"

#include "domain/words.h"

#include <string.h>

const char *const clinic_weekdays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun", NULL};

#define NEED                  .flags = FIELD_REQUIRED
#define TEXT(S, m, most, ...) FIELD(S, m, TEXT, .max = most, __VA_ARGS__)

static const struct field price_fields[] = {
    TEXT(clinic_price, code, 60, NEED, .help = "sitting, or a device or agent"),
    FIELD(clinic_price, zones, NAMES, .vocabulary = "zones", .help = "where; none = everywhere"),
    FIELD(clinic_price, amount, MONEY, NEED, .help = "price of one"),
    FIELD(clinic_price, valid_until, DATE, .help = "last day of this price"),
    {0}};
static const struct noun price_noun = {"clinic_price", "a price", sizeof(struct clinic_price),
                                       price_fields, false};

static const struct field operator_fields[] = {
    TEXT(clinic_operator, id, 60, NEED, .help = "id"),
    TEXT(clinic_operator, name, 120, .help = "name"),
    FIELD(clinic_operator, profession, NAME, .vocabulary = "professions", .help = "profession"),
    FIELD(clinic_operator, licence_until, DATE, .help = "last day of the licence"),
    FIELD(clinic_operator, training_until, DATE, .help = "last day of the training"),
    FIELD(clinic_operator, depth_max, QUANTITY, .unit = "mm", .min = 0, .max = 4,
          .help = "deepest setting allowed"),
    FIELD(clinic_operator, devices, NAMES, .vocabulary = "device_kinds", .help = "kinds of device"),
    TEXT(clinic_operator, supervisor, 60, .help = "id of the supervisor"),
    {0}};
static const struct noun operator_noun = {"operator", "who holds the device",
                                          sizeof(struct clinic_operator), operator_fields, false};

static const struct field closed_fields[] = {
    FIELD(clinic_closed, from, DATE, NEED, .help = "first day"),
    FIELD(clinic_closed, to, DATE, NEED, .help = "last day"),
    {0}};
static const struct noun closed_noun = {"clinic_closed", "days on which it is closed",
                                        sizeof(struct clinic_closed), closed_fields, false};

static const struct field adopted_fields[] = {
    TEXT(clinic_adopted, name, 120, NEED, .help = "clinician"),
    FIELD(clinic_adopted, date, DATE, NEED, .help = "when"),
    {0}};
static const struct noun adopted_noun = {"adopted_by", "who has adopted the rules",
                                         sizeof(struct clinic_adopted), adopted_fields, false};

static const char *const cares[] = {"standard", "conservative", NULL};

#define MONTH(m, help_)                                                                            \
    FIELD(clinic_sun, m, NUMBER, .min = 1, .max = 12, NEED | FIELD_WHOLE, .help = help_)
static const struct field sun_fields[] = {
    MONTH(from, "first month, 1 to 12"), MONTH(to, "last month, 1 to 12"), {0}};
static const struct noun sun_noun = {"strong_sun", "months of strong sun",
                                     sizeof(struct clinic_sun), sun_fields, false};

static const struct field clinic_fields[] = {
    TEXT(clinic, name, 120, NEED, .help = "name"),
    FIELD(clinic, invented, BOOL, .help = "an invented clinic"),
    TEXT(clinic, note, 1000, .help = "remark"),
    TEXT(clinic, contact, 200, .help = "how to reach it"),
    TEXT(clinic, emergency_line, 60, .help = "number that is answered"),
    TEXT(clinic, hours, 120, .help = "hours in which it answers, in words"),
    TEXT(clinic, out_of_hours, 200, .help = "whom to call outside these hours"),
    TEXT(clinic, time_zone, 60, .help = "time zone"),
    FIELD(clinic, jurisdiction, NAME, .vocabulary = "jurisdictions", .flags = FIELD_OPEN, .max = 60,
          .help = "place whose law holds for who may needle"),
    TEXT(clinic, currency, 3, NEED, .help = "currency of its prices"),
    FIELD(clinic, opening_days, NAMES, .vocabulary = "weekdays",
          .help = "mon tue wed thu fri sat sun"),
    FIELD(clinic, closed, LIST, .noun = &closed_noun, .help = "days on which it is closed"),
    FIELD(clinic, prices, LIST, .noun = &price_noun, .help = "price list"),
    FIELD(clinic, operators, LIST, .noun = &operator_noun, .help = "who may hold the device"),
    FIELD(clinic, devices, NAMES, .vocabulary = "devices", .help = "devices at hand"),
    FIELD(clinic, agents, NAMES, .vocabulary = "agents", .help = "agents at hand"),
    FIELD(clinic, languages, TEXTS, .max = 35, .help = "languages spoken"),
    FIELD(clinic, adopted_by, NOUN, .noun = &adopted_noun, .flags = FIELD_WORD,
          .help = "who has adopted the rules"),
    FIELD(clinic, aftercare, CHOICE, .words = cares,
          .help = "conservative: a week where our aftercare says one to three days"),
    FIELD(clinic, cover_after, CHOICE, .words = words_cover,
          .help = "what lies on the skin after a sitting"),
    FIELD(clinic, strong_sun, NOUN, .noun = &sun_noun, .help = "months of strong sun"),
    {0}};
const struct noun clinic_noun = {"clinic", "the place of treatment", sizeof(struct clinic),
                                 clinic_fields, true};

// A sitting, or a device or agent that knowledge has. Without vocabularies nothing is held against.
static bool is_price_code(const char *code, const struct field_reader *reader) {
    static const char *const names[] = {"devices", "device_kinds", "agents"};
    if (reader->n_vocabularies == 0 || text_equal(code, "sitting")) return true;
    for (int i = 0; i < reader->n_vocabularies; i++)
        for (int k = 0; k < 3; k++)
            for (int c = 0; text_equal(reader->vocabularies[i].name, names[k]) &&
                            c < reader->vocabularies[i].n;
                 c++)
                if (text_equal(reader->vocabularies[i].codes[c], code)) return true;
    return false;
}

// Prices are of known things, all in the currency of the clinic.
static enum status check_prices(const struct clinic *clinic, const struct doc *doc,
                                const struct field_reader *reader) {
    const struct clinic_price *prices = clinic->prices.items;
    int list = doc_child(doc, 0, "prices"), item = list < 0 ? -1 : doc->nodes[list].first;
    for (int i = 0; i < clinic->prices.n; i++, item = doc->nodes[item].next) {
        int amount = doc_child(doc, item, "amount");
        int code   = doc_child(doc, item, "code");
        if (!is_price_code(prices[i].code, reader))
            return fault_at(
                reader->fault, ST_CONTENT,
                "%s: prices[%d].code: %s: is nothing that has a price; allowed: sitting, "
                "a device or kind of device, or an agent",
                field_place(doc, code, reader->arena), i, prices[i].code);
        if (text_equal(prices[i].amount.currency, clinic->currency)) continue;
        return fault_at(reader->fault, ST_CONTENT,
                        "%s: prices[%d].amount: %s: is in another currency; allowed: %s",
                        field_place(doc, amount, reader->arena), i, doc_text(doc, amount),
                        clinic->currency);
    }
    return ST_OK;
}

enum status clinic_read(struct clinic *clinic, const struct doc *doc,
                        const struct field_reader *reader) {
    *clinic = (struct clinic){0};
    TRY(field_read(&clinic_noun, doc, 0, clinic, reader));
    int currency = doc_child(doc, 0, "currency");
    if (strspn(clinic->currency, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 3 || clinic->currency[3])
        return fault_at(reader->fault, ST_CONTENT,
                        "%s: currency: %s: is no code of a currency; allowed: three capitals, USD",
                        field_place(doc, currency, reader->arena), clinic->currency);
    const struct clinic_closed *closed = clinic->closed.items;
    int list = doc_child(doc, 0, "closed"), item = list < 0 ? -1 : doc->nodes[list].first;
    for (int i = 0; i < clinic->closed.n; i++, item = doc->nodes[item].next) {
        int to = doc_child(doc, item, "to");
        if (closed[i].to.day >= closed[i].from.day) continue;
        return fault_at(reader->fault, ST_CONTENT,
                        "%s: closed[%d].to: %s: lies before from; allowed: a day from %s",
                        field_place(doc, to, reader->arena), i, doc_text(doc, to),
                        doc_text(doc, doc_child(doc, item, "from")));
    }
    return check_prices(clinic, doc, reader);
}

bool clinic_is_open(const struct clinic *clinic, date_day day) {
    const struct clinic_closed *closed = clinic->closed.items;
    for (int i = 0; i < clinic->closed.n; i++)
        if (day >= closed[i].from.day && day <= closed[i].to.day) return false;
    if (!clinic->opening_days.is_present) return true;
    for (int i = 0; i < clinic->opening_days.n; i++)
        if (text_equal(clinic->opening_days.items[i], clinic_weekdays[date_weekday(day)]))
            return true;
    return false;
}

bool clinic_is_sunny(const struct clinic *clinic, date_day day) {
    const struct clinic_sun *sun = clinic->strong_sun;
    if (!sun) return false;
    int month = date_month(day), from = (int)sun->from.value, to = (int)sun->to.value;
    return from <= to ? month >= from && month <= to : month >= from || month <= to;
}

date_day clinic_open_from(const struct clinic *clinic, date_day day) {
    for (int i = 0; i < 366; i++)
        if (clinic_is_open(clinic, day + i)) return day + i;
    return 0;
}
