// SPDX-License-Identifier: Apache-2.0
#include "face/html.h"

#include <assert.h>
#include <stdarg.h>

// What XML 1.0 has no place for: controls but tab and line ends, and the last two of the plane.
static bool is_outlaw(const unsigned char *at) {
    bool is_control = *at < 0x20 && *at != '\t' && *at != '\n';
    return is_control || *at == 0x7F || (at[0] == 0xEF && at[1] == 0xBF && at[2] >= 0xBE);
}

static const char *entity(char c) {
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    default: return NULL;
    }
}

static void add_escaped(struct text *out, const char *text) {
    for (const char *at = text; *at;) {
        const char *said   = entity(*at);
        bool        is_out = is_outlaw((const unsigned char *)at);
        int         taken  = is_out && *at == '\xEF' ? 3 : 1;
        if (is_out) said = "\xEF\xBF\xBD";
        if (said) text_add(out, said);
        else text_add_bytes(out, at, taken);
        at += taken;
    }
}

static void add_head(struct html *html, const char *name, va_list pairs) {
    text_addf(&html->out, "<%s", name);
    for (const char *key; (key = va_arg(pairs, const char *));) {
        const char *value = va_arg(pairs, const char *);
        if (!value) continue;
        text_addf(&html->out, " %s=\"", key);
        add_escaped(&html->out, value);
        text_add(&html->out, "\"");
    }
}

static void push(struct html *html, const char *name) {
    assert(html->depth < HTML_DEPTH);
    html->open[html->depth++] = name;
    text_add(&html->out, ">");
}

struct html html_new(struct arena *arena) {
    return (struct html){.out = text_new(arena)};
}

void html_open(struct html *html, const char *name, ...) {
    va_list pairs;
    va_start(pairs, name);
    add_head(html, name, pairs);
    va_end(pairs);
    push(html, name);
}

// A line ends where a block does, so that the source can be read and compared.
static bool is_block(const char *name) {
    static const char *const blocks[] = {"p",       "li",   "tr",  "h1",  "h2",   "h3",
                                         "section", "head", "svg", "div", "title"};
    for (int i = 0; i < (int)(sizeof blocks / sizeof *blocks); i++)
        if (text_equal(blocks[i], name)) return true;
    return false;
}

void html_close(struct html *html, const char *name) {
    assert(html->depth > 0 && text_equal(html->open[html->depth - 1], name));
    html->depth--;
    text_addf(&html->out, "</%s>%s", name, is_block(name) ? "\n" : "");
}

void html_empty(struct html *html, const char *name, ...) {
    va_list pairs;
    va_start(pairs, name);
    add_head(html, name, pairs);
    va_end(pairs);
    text_add(&html->out, "/>");
}

void html_leaf(struct html *html, const char *name, const char *text, ...) {
    va_list pairs;
    va_start(pairs, text);
    add_head(html, name, pairs);
    va_end(pairs);
    push(html, name);
    html_text(html, text);
    html_close(html, name);
}

void html_text(struct html *html, const char *text) { add_escaped(&html->out, text); }

void html_raw(struct html *html, const char *bytes, ptrdiff_t n) {
    text_add_bytes(&html->out, bytes, n);
}

const char *html_done(struct html *html, ptrdiff_t *n) {
    assert(html->depth == 0);
    if (n) *n = html->out.n;
    return html->out.data;
}
