// html: writes a page that is well-formed as HTML and as XML at once. Elements are opened and
// closed by name, and closing another one than the innermost is a bug and asserts. Texts and values
// are escaped; what no XML text may hold becomes U+FFFD.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_HTML_H
#define STIPPLE_FACE_HTML_H

#include "base/text.h"

enum { HTML_DEPTH = 32 };

struct html {
    struct text out;
    const char *open[HTML_DEPTH];   // [depth] names of the elements that are open
    int         depth;
};

#define HTML_PAIRS __attribute__((sentinel))

struct html html_new(struct arena *arena);
// <name a="b" ...>. Pairs of attribute and value follow, ended by NULL; a pair whose value is NULL
// is left out.
void html_open(struct html *html, const char *name, ...) HTML_PAIRS;
void html_close(struct html *html, const char *name);
// An element without content: <name a="b"/>.
void html_empty(struct html *html, const char *name, ...) HTML_PAIRS;
// An element that holds a text.
void html_leaf(struct html *html, const char *name, const char *text, ...) HTML_PAIRS;
void html_text(struct html *html, const char *text);
// Bytes of ours that are markup already (a style sheet).
void html_raw(struct html *html, const char *bytes, ptrdiff_t n);
// The whole, terminated. Every element must be closed.
const char *html_done(struct html *html, ptrdiff_t *n);

#endif
