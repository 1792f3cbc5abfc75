// SPDX-License-Identifier: Apache-2.0
#include "knowledge/library_topic.h"

#include "knowledge/catalogue_figure.h"

static const struct field topic_fields[] = {
    ID(topic), LABEL(topic),
    FIELD(topic, codes, TEXTS, .max = 60, .help = "ids, codes, groups and keys that belong to it"),
    FIELD(topic, words, TEXTS, .max = 60, .help = "beginnings of words in headings"), END};
const struct noun library_topic_noun = NOUN_OF("topic", "a word of the field", topic, topic_fields);

static const struct field use_fields[] = {
    ID(parameter_use), FIELD(parameter_use, text, WORDING, NEED, .help = "what they are for"), END};
const struct noun library_use_noun =
    NOUN_OF("parameter_use", "what a group of parameters is for", parameter_use, use_fields);
