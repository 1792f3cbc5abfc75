// doc_json: JSON into a doc_tree. Jansson decides what is well formed; a scan of the same bytes
// then builds the tree, because jansson keeps neither places nor numbers as written.
// SPDX-License-Identifier: Apache-2.0
#include "base/doc_tree.h"

#include <assert.h>
#include <jansson.h>
#include <stdint.h>
#include <string.h>

struct span {
    ptrdiff_t from, to;
};

// Reads past the text that opens at `at`: the byte after its closing quote, or -1 if the line or
// the file ends first.
static ptrdiff_t string_end(const char *bytes, ptrdiff_t n, ptrdiff_t at) {
    for (ptrdiff_t i = at + 1; i < n && bytes[i] != '\n' && bytes[i] != '\r'; i++) {
        if (bytes[i] == '"') return i + 1;
        if (bytes[i] == '\\') i++;
    }
    return -1;
}

static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

static bool is_mark(char c) { return c != '\0' && strchr("{}[],:\"", c); }

// The token that begins at or after `from`. An open text is its quote alone.
static struct span token_next(const char *bytes, ptrdiff_t n, ptrdiff_t from) {
    while (from < n && is_space(bytes[from])) from++;
    struct span token = {.from = from, .to = from < n ? from + 1 : n};
    if (from == n) return token;
    if (bytes[from] == '"') {
        ptrdiff_t end = string_end(bytes, n, from);
        if (end > 0) token.to = end;
    } else if (!is_mark(bytes[from])) {
        while (token.to < n && !is_space(bytes[token.to]) && !is_mark(bytes[token.to])) token.to++;
    }
    return token;
}

// Before jansson: nothing is left open at the end of the file, nested too deeply, or too much. Well
// formed JSON has one value, one more for every comma, and one more for every filled bracket.
static enum status outline_check(const struct doc_tree *tree, const char *bytes, ptrdiff_t n,
                                 struct fault *fault) {
    ptrdiff_t open[LIMIT_DOC_DEPTH];
    int n_open = 0, n_values = 1;
    struct span token = token_next(bytes, n, 0);
    if (token.from == n)
        return fault_at(fault, ST_CONTENT, "%s:1:1: empty; allowed: one JSON value", tree->name);
    for (; token.from < n; token = token_next(bytes, n, token.to)) {
        char c = bytes[token.from];
        if (c == '{' || c == '[') {
            if (n_open == LIMIT_DOC_DEPTH)
                return doc_too_deep(tree->name, doc_place_of(bytes, n, token.from), fault);
            open[n_open++] = token.from;
        }
        if ((c == '}' || c == ']') && n_open > 0) n_open--;
        n_values += c == ',';
        if (n_values > LIMIT_DOC_NODES)
            return doc_too_many(tree->name, doc_place_of(bytes, n, token.from), fault);
        if (c == '"' && token.to == token.from + 1) {
            struct doc_place place = doc_place_of(bytes, n, token.from);
            return fault_at(fault, ST_CONTENT,
                            "%s:%d:%d: this text has no closing quote on its line; allowed: JSON",
                            tree->name, place.line, place.column);
        }
    }
    if (n_open == 0) return ST_OK;
    struct doc_place place = doc_place_of(bytes, n, open[n_open - 1]);
    return fault_at(fault, ST_CONTENT,
                    "%s:%d:%d: the file ends before this %c is closed; allowed: JSON", tree->name,
                    place.line, place.column, bytes[open[n_open - 1]]);
}

// Jansson tells where it stopped; the problem starts where that token does.
static enum status jansson_fault(const struct doc_tree *tree, const char *bytes, ptrdiff_t n,
                                 const json_error_t *error, struct fault *fault) {
    struct span token = token_next(bytes, n, 0);
    while (token.to < error->position && token.to < n) token = token_next(bytes, n, token.to);
    struct doc_place place = doc_place_of(bytes, n, token.from);
    enum json_error_code code = json_error_code(error);
    if (code == json_error_out_of_memory)
        return fault_at(fault, ST_LIMIT, "%s: no memory left to read it", tree->name);
    if (code == json_error_numeric_overflow) {
        char number[2 * DOC_SHOWN_BYTES] = "";
        ptrdiff_t n_number = token.to - token.from;
        if (n_number >= (ptrdiff_t)sizeof number) n_number = sizeof number - 1;
        memcpy(number, bytes + token.from, (size_t)n_number);
        return doc_too_large(tree->name, place, number, fault);
    }
    return fault_at(fault, ST_CONTENT, "%s:%d:%d: %s; allowed: JSON", tree->name, place.line,
                    place.column, error->text);
}

static enum status jansson_check(const struct doc_tree *tree, const char *bytes, ptrdiff_t n,
                                 struct fault *fault) {
    json_error_t error;
    json_t *value = json_loadb(bytes, (size_t)n, JSON_DECODE_ANY | JSON_DECODE_INT_AS_REAL, &error);
    if (!value) return jansson_fault(tree, bytes, n, &error, fault);
    json_decref(value);
    return ST_OK;
}

// The four hexadecimal digits of an escape. Jansson has seen that they are.
static uint32_t escape_code(const char *digits) {
    uint32_t code = 0;
    for (int i = 0; i < 4; i++) {
        char c = digits[i];
        uint32_t digit = c <= '9' ? (uint32_t)(c - '0') : (uint32_t)((c | 0x20) - 'a' + 10);
        assert(digit < 16);
        code = 16*code + digit;
    }
    return code;
}

static ptrdiff_t utf8_put(char *out, uint32_t code) {
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    int n = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const uint8_t leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (int i = n - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (code & 0x3F));
        code >>= 6;
    }
    out[0] = (char)(leads[n] | code);
    return n;
}

// Writes the character of the escape at bytes[*at] (its backslash) and moves past the escape.
static ptrdiff_t escape_take(char *out, const char *bytes, ptrdiff_t *at) {
    static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
    char name = bytes[*at + 1];
    if (name != 'u') {
        const char *found = strchr(names, name);
        assert(name && found);
        *out = values[found - names];
        *at += 2;
        return 1;
    }
    uint32_t code = escape_code(bytes + *at + 2);
    *at += 6;
    if (code >= 0xD800 && code <= 0xDBFF) {
        assert(bytes[*at] == '\\' && bytes[*at + 1] == 'u');
        uint32_t low = escape_code(bytes + *at + 2);
        assert(low >= 0xDC00 && low <= 0xDFFF);
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        *at += 6;
    }
    assert(code != 0 && (code < 0xDC00 || code > 0xDFFF));
    return utf8_put(out, code);
}

static enum status string_take(struct doc_tree *tree, const char *bytes, struct span token,
                               struct doc_place place, struct fault *fault) {
    char text[LIMIT_TEXT_BYTES + 8];
    ptrdiff_t n = 0, at = token.from + 1;
    while (at < token.to - 1 && n <= LIMIT_TEXT_BYTES) {
        if (bytes[at] == '\\') n += escape_take(text + n, bytes, &at);
        else text[n++] = bytes[at++];
    }
    if (doc_tree_wants_key(tree)) return doc_tree_key(tree, text, n, place, fault);
    return doc_tree_scalar(tree, DOC_TEXT, text, n, place, fault);
}

static enum status word_take(struct doc_tree *tree, const char *bytes, struct span token,
                             struct doc_place place, struct fault *fault) {
    const char *text = bytes + token.from;
    enum doc_kind kind = DOC_NUMBER;
    if (*text == 'n') kind = DOC_NULL;
    if (*text == 't' || *text == 'f') kind = DOC_BOOL;
    assert(kind != DOC_NUMBER || doc_is_number(text, token.to - token.from));
    return doc_tree_scalar(tree, kind, text, token.to - token.from, place, fault);
}

static enum status token_take(struct doc_tree *tree, const char *bytes, struct span token,
                              struct doc_place place, struct fault *fault) {
    switch (bytes[token.from]) {
    case ',':
    case ':':
        return ST_OK;
    case '{':
        return doc_tree_open(tree, DOC_MAP, place, fault);
    case '[':
        return doc_tree_open(tree, DOC_LIST, place, fault);
    case '}':
    case ']':
        return doc_tree_close(tree, fault);
    case '"':
        return string_take(tree, bytes, token, place, fault);
    default:
        return word_take(tree, bytes, token, place, fault);
    }
}

enum status doc_json_read(struct doc_tree *tree, const char *bytes, ptrdiff_t n,
                          struct fault *fault) {
    TRY(outline_check(tree, bytes, n, fault));
    TRY(jansson_check(tree, bytes, n, fault));
    struct doc_cursor cursor = doc_cursor_new(bytes, n);
    for (struct span token = token_next(bytes, n, 0); token.from < n;
         token = token_next(bytes, n, token.to)) {
        doc_cursor_move(&cursor, token.from);
        TRY(token_take(tree, bytes, token, cursor.place, fault));
    }
    return ST_OK;
}
