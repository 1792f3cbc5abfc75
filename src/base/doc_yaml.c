// doc_yaml: YAML through libyaml's events into a doc_tree.
// What the tree cannot say is refused: directives, anchors, aliases, tags, merge keys, keys that
// are not one plain or quoted text, and a second document.
// SPDX-License-Identifier: Apache-2.0
#include "base/doc_tree.h"

#include <assert.h>
#include <string.h>
#include <yaml.h>

struct reader {
    struct doc_tree *tree;
    const char      *bytes;
    ptrdiff_t        n;
    bool             has_document;
};

static struct doc_place place_of_mark(yaml_mark_t mark) {
    return (struct doc_place){.line = (int32_t)mark.line + 1, .column = (int32_t)mark.column + 1};
}

static enum status refuse(const struct reader *reader, yaml_mark_t mark, const char *what,
                          struct fault *fault) {
    struct doc_place place = place_of_mark(mark);
    return fault_at(fault, ST_CONTENT, "%s:%d:%d: %s", reader->tree->name, place.line, place.column,
                    what);
}

static bool is_word(const char *text, size_t n, const char *word) {
    return n == strlen(word) && memcmp(text, word, n) == 0;
}

static enum doc_kind plain_kind(const char *text, size_t n) {
    if (n == 0 || is_word(text, n, "~") || is_word(text, n, "null")) return DOC_NULL;
    if (is_word(text, n, "true") || is_word(text, n, "false")) return DOC_BOOL;
    return doc_is_number(text, (ptrdiff_t)n) ? DOC_NUMBER : DOC_TEXT;
}

// Refuses what may stand before a value.
static enum status properties_check(const struct reader *reader, const yaml_event_t *event,
                                    const yaml_char_t *anchor, const yaml_char_t *tag,
                                    struct fault *fault) {
    if (anchor)
        return refuse(reader, event->start_mark,
                      "an anchor; allowed: values written out where they are used", fault);
    if (tag)
        return refuse(reader, event->start_mark,
                      "a tag; allowed: values without tags, quoted to make them text", fault);
    return ST_OK;
}

static enum status key_take(struct reader *reader, const yaml_event_t *event, struct fault *fault) {
    const char *text = (const char *)event->data.scalar.value;
    size_t n = event->data.scalar.length;
    yaml_scalar_style_t style = event->data.scalar.style;
    bool is_plain = style == YAML_PLAIN_SCALAR_STYLE;
    if (style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE)
        return refuse(reader, event->start_mark,
                      "a block text as key; allowed: keys that are one plain or quoted text",
                      fault);
    if (is_plain && n == 0)
        return refuse(reader, event->start_mark,
                      "a value without its key; allowed: \"key: value\"", fault);
    if (is_plain && is_word(text, n, "<<"))
        return refuse(reader, event->start_mark,
                      "<<: a merge key; allowed: keys written out where they are used", fault);
    struct doc_place place = place_of_mark(event->start_mark);
    return doc_tree_key(reader->tree, text, (ptrdiff_t)n, place, fault);
}

static enum status scalar_take(struct reader *reader, const yaml_event_t *event,
                               struct fault *fault) {
    const char *text = (const char *)event->data.scalar.value;
    size_t n = event->data.scalar.length;
    bool is_plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    TRY(properties_check(reader, event, event->data.scalar.anchor, event->data.scalar.tag, fault));
    if (memchr(text, '\0', n))
        return refuse(reader, event->start_mark,
                      "a NUL character in a text; allowed: text without \\0", fault);
    if (doc_tree_wants_key(reader->tree)) return key_take(reader, event, fault);
    if (reader->tree->n_open == 0 && is_plain && n == 0)
        return refuse(reader, event->start_mark, "empty; allowed: one mapping of fields", fault);
    enum doc_kind kind = is_plain ? plain_kind(text, n) : DOC_TEXT;
    struct doc_place place = place_of_mark(event->start_mark);
    return doc_tree_scalar(reader->tree, kind, text, (ptrdiff_t)n, place, fault);
}

static enum status open_take(struct reader *reader, const yaml_event_t *event, enum doc_kind kind,
                             const yaml_char_t *anchor, const yaml_char_t *tag,
                             struct fault *fault) {
    TRY(properties_check(reader, event, anchor, tag, fault));
    if (doc_tree_wants_key(reader->tree))
        return refuse(reader, event->start_mark,
                      "a list or map as key; allowed: keys that are one plain or quoted text",
                      fault);
    return doc_tree_open(reader->tree, kind, place_of_mark(event->start_mark), fault);
}

static enum status document_take(struct reader *reader, const yaml_event_t *event,
                                 struct fault *fault) {
    if (reader->has_document)
        return refuse(reader, event->start_mark,
                      "a second document; allowed: one document in a file", fault);
    reader->has_document = true;
    assert(!event->data.document_start.version_directive);
    return ST_OK;
}

static enum status event_take(struct reader *reader, const yaml_event_t *event,
                              struct fault *fault) {
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        return document_take(reader, event, fault);
    case YAML_ALIAS_EVENT:
        return refuse(reader, event->start_mark,
                      "an alias; allowed: values written out where they are used", fault);
    case YAML_SCALAR_EVENT:
        return scalar_take(reader, event, fault);
    case YAML_SEQUENCE_START_EVENT:
        return open_take(reader, event, DOC_LIST, event->data.sequence_start.anchor,
                         event->data.sequence_start.tag, fault);
    case YAML_MAPPING_START_EVENT:
        return open_take(reader, event, DOC_MAP, event->data.mapping_start.anchor,
                         event->data.mapping_start.tag, fault);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        return doc_tree_close(reader->tree, fault);
    case YAML_STREAM_END_EVENT:
        if (reader->has_document) return ST_OK;
        return refuse(reader, event->start_mark, "empty; allowed: one mapping of fields", fault);
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_END_EVENT:
        return ST_OK;
    }
    return ST_OK;
}

static struct doc_place innermost_open(const struct doc_tree *tree, struct doc_place otherwise) {
    if (tree->n_open == 0) return otherwise;
    const struct doc_node *node = &tree->nodes[tree->open[tree->n_open - 1]];
    return (struct doc_place){.line = node->line, .column = node->column};
}

static size_t characters(const char *bytes, ptrdiff_t n) {
    size_t count = 0;
    for (ptrdiff_t i = 0; i < n; i++) count += ((unsigned char)bytes[i] & 0xC0) != 0x80;
    return count;
}

// What ends with the file was left open where its context begins, or where the innermost map or
// list does. A key without its colon is wrong where it begins, all else where libyaml met it.
static enum status parser_fault(const struct reader *reader, const yaml_parser_t *parser,
                                struct fault *fault) {
    const char *name = reader->tree->name, *problem = parser->problem ? parser->problem : "unknown";
    if (parser->error == YAML_MEMORY_ERROR)
        return fault_at(fault, ST_LIMIT, "%s: no memory left to read it", name);
    if (parser->error == YAML_READER_ERROR) {
        ptrdiff_t at = (ptrdiff_t)parser->problem_offset;
        if (at > reader->n) at = reader->n;
        struct doc_place place = doc_place_of(reader->bytes, reader->n, at);
        return fault_at(fault, ST_CONTENT, "%s:%d:%d: %s; allowed: printable text", name,
                        place.line, place.column, problem);
    }
    struct doc_place place = place_of_mark(parser->problem_mark);
    if (!parser->context)
        return fault_at(fault, ST_CONTENT, "%s:%d:%d: %s; allowed: well-formed YAML", name,
                        place.line, place.column, problem);
    struct doc_place begin = place_of_mark(parser->context_mark);
    size_t end = characters(reader->bytes, reader->n);
    bool is_at_end = parser->problem_mark.index >= end;
    if (is_at_end || text_equal(parser->context, "while scanning a simple key")) place = begin;
    if (parser->context_mark.index >= end) place = innermost_open(reader->tree, place);
    return fault_at(fault, ST_CONTENT,
                    "%s:%d:%d: %s %s that begins at %d:%d; allowed: well-formed YAML", name,
                    place.line, place.column, problem, parser->context, begin.line, begin.column);
}

// Bytes of the line break at `at`, 0 if there is none; YAML knows three beyond ASCII.
static int break_bytes(const char *bytes, ptrdiff_t n, ptrdiff_t at) {
    if (bytes[at] == '\n' || bytes[at] == '\r') return 1;
    if (n - at >= 2 && memcmp(bytes + at, "\xC2\x85", 2) == 0) return 2;
    bool is_wide = n - at >= 3 && memcmp(bytes + at, "\xE2\x80", 2) == 0;
    return is_wide && (bytes[at + 2] == '\xA8' || bytes[at + 2] == '\xA9') ? 3 : 0;
}

// A line that begins with % is a directive, or text that should be indented. All are refused before
// libyaml sees them, because it compares each directive with every one before it.
static enum status directives_check(const struct reader *reader, struct fault *fault) {
    const char *bytes = reader->bytes;
    ptrdiff_t n = reader->n, at = 0;
    while (at < n) {
        if (bytes[at] == '%') {
            struct doc_place place = doc_place_of(bytes, n, at);
            return fault_at(fault, ST_CONTENT,
                            "%s:%d:%d: a directive; allowed: lines that do not begin with %%",
                            reader->tree->name, place.line, place.column);
        }
        while (at < n && break_bytes(bytes, n, at) == 0) at++;
        if (at < n) at += break_bytes(bytes, n, at);
    }
    return ST_OK;
}

static enum status events_take(struct reader *reader, yaml_parser_t *parser, struct fault *fault) {
    bool is_done = false;
    while (!is_done) {
        yaml_event_t event;
        if (!yaml_parser_parse(parser, &event)) return parser_fault(reader, parser, fault);
        enum status status = event_take(reader, &event, fault);
        is_done = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
        TRY(status);
    }
    return ST_OK;
}

enum status doc_yaml_read(struct doc_tree *tree, const char *bytes, ptrdiff_t n,
                          struct fault *fault) {
    struct reader reader = {.tree = tree, .bytes = bytes, .n = n};
    TRY(directives_check(&reader, fault));
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser))
        return fault_at(fault, ST_LIMIT, "%s: no memory left to read it", tree->name);
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, (size_t)n);
    enum status status = events_take(&reader, &parser, fault);
    yaml_parser_delete(&parser);
    return status;
}
