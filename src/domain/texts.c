// SPDX-License-Identifier: Apache-2.0
#include "domain/texts.h"

#define NEED .flags = FIELD_REQUIRED

static const struct field row_fields[] = {
    FIELD(texts_row, list, TEXT, NEED, .help = "the list it stands in; sayings are by id alone"),
    FIELD(texts_row, id, TEXT, NEED, .help = "id of the entry"),
    FIELD(texts_row, key, TEXT, NEED, .help = "key within the entry"),
    FIELD(texts_row, text, WORDING, NEED,
          .help = "by language (en, ...); a name in braces is filled in"),
    {0}};
static const struct noun row_noun = {"text", "one text", sizeof(struct texts_row), row_fields,
                                     false};

static const struct field texts_fields[] = {HEAD_ROWS(texts),
                                            FIELD(texts, texts, LIST, .noun = &row_noun,
                                                  .flags = FIELD_REQUIRED | FIELD_ALWAYS,
                                                  .help  = "every text, list by list"),
                                            {0}};
const struct noun texts_noun = {"texts", "what a person reads, by language", sizeof(struct texts),
                                texts_fields, true};
