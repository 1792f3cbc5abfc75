// asset: the files of the web page and of the reports, carried in the program (tools/assets), or
// read from a folder at each request while somebody edits them.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_ASSET_H
#define STIPPLE_FACE_ASSET_H

#include "base/arena.h"
#include "face/exchange.h"

struct asset {
    const char *name;    // "index.html", "examples/amara-okafor.yaml"
    const char *bytes;   // [n], and a zero after them
    ptrdiff_t   n;
    const char *gzip;   // [n_gzip] the same, packed; n_gzip = 0 where packing gains nothing
    ptrdiff_t   n_gzip;
    const char *hash;     // BLAKE2b-256 of bytes, in hexadecimal
    const char *sha256;   // in base64, as a content policy names it
};

extern const struct asset asset_table[];   // ended by a row without a name
extern const char         asset_image[];   // what their bytes point into

// Where a server takes its files from. It is only read once it is open.
struct asset_shelf {
    const char *folder;   // of --web; NULL = the program itself
    const char *policy;   // Content-Security-Policy of the page
};

const struct asset *asset_find(const char *name);   // NULL = there is none

// The content policy of the page: scripts, styles and pictures of this server and no others, and
// the style sheet of a report that is shown inside the page.
const char *asset_policy(struct arena *arena);

// `folder` as in struct asset_shelf; it must live as long as the shelf. ST_IO: it has no index.html
// that can be read.
MUST_CHECK enum status asset_open(struct asset_shelf *shelf, const char *folder,
                                  struct arena *arena, struct fault *fault);

// Answers a GET or HEAD (with the bytes in either case) of "/" and of /NAME: 200, or 304 where the
// client has it. False, and *response is left alone, when there is no such file. From a folder come
// its own regular files whose names are lower-case letters, digits, '-', '_' and '.', with a known
// ending; links and sub-folders are not followed. Examples always come from the program.
bool asset_answer(const struct asset_shelf *shelf, const struct request *request,
                  struct response *response, struct arena *arena);

#endif
