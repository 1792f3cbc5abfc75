// SPDX-License-Identifier: Apache-2.0
#include "face/asset.h"

#include "assets.h"
#include "base/os.h"
#include "base/seal.h"
#include "base/text.h"

#include <assert.h>

enum { NAME_BYTES = 64 };   // of a name in a folder

#define ASSET_ROW(name, at, n, at_gzip, n_gzip, hash, sha256)                                      \
    {name, asset_image + (at), n, asset_image + (at_gzip), n_gzip, hash, sha256},
const struct asset asset_table[] = {ASSETS_LIST(ASSET_ROW){0}};

static const struct {
    const char *ending, *type;
} types[] = {
    {".html", "text/html; charset=utf-8"}, {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},   {".svg", "image/svg+xml"},
    {".json", "application/json"},         {".yaml", "application/yaml; charset=utf-8"},
};

static const char *type_of(const char *name) {
    const char *ending = strrchr(name, '.');
    for (int i = 0; ending && i < (int)(sizeof types / sizeof *types); i++)
        if (text_equal(ending, types[i].ending)) return types[i].type;
    return NULL;
}

const struct asset *asset_find(const char *name) {
    for (const struct asset *asset = asset_table; asset->name; asset++)
        if (text_equal(asset->name, name)) return asset;
    return NULL;
}

// A report brings its style sheet within it, which the policy names by its hash. The report is
// shown from a blob, and a blob has the policy of the page that made it. Nothing of ours writes
// markup from text, so that the browser may refuse it altogether (require-trusted-types-for).
const char *asset_policy(struct arena *arena) {
    const struct asset *report = asset_find("report.css");
    assert(report);
    return arena_format(arena,
                        "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-%s'; "
                        "img-src 'self' data: blob:; connect-src 'self'; frame-src 'self' blob:; "
                        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                        "require-trusted-types-for 'script'; trusted-types 'none'",
                        report->sha256);
}

enum status asset_open(struct asset_shelf *shelf, const char *folder, struct arena *arena,
                       struct fault *fault) {
    *shelf = (struct asset_shelf){folder, asset_policy(arena)};
    const char *bytes;
    ptrdiff_t   n;
    if (folder) TRY(os_read_within(folder, "index.html", &bytes, &n, arena, fault));
    return ST_OK;
}

static bool is_plain(const char *name) {
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789-_.";
    size_t            n         = strspn(name, allowed);
    return n > 0 && n < NAME_BYTES && name[n] == 0 && name[0] != '.' && !strstr(name, "..");
}

// The file as the folder has it now. A file that changes while it is read is asked for again: its
// hash is that of the bytes that were read.
static bool read_in(const char *folder, const char *name, struct asset *asset,
                    struct arena *arena) {
    struct fault fault;
    if (!is_plain(name)) return false;
    *asset = (struct asset){.name = name};
    if (os_read_within(folder, name, &asset->bytes, &asset->n, arena, &fault) != ST_OK)
        return false;
    char *hash = arena_alloc(arena, SEAL_HEX_BYTES, 1);
    seal_hash(asset->bytes, asset->n, hash);
    asset->hash = hash;
    return true;
}

// Does the client have it? If-None-Match is "*" or a list of tags, each of which may be marked
// weak. A tag of ours has neither comma nor quote within it.
static bool is_known(const char *if_none_match, const char *etag) {
    if (!if_none_match) return false;
    if (text_equal(if_none_match, "*")) return true;
    size_t n = strlen(etag);
    for (const char *at = if_none_match; *at;) {
        at += strspn(at, " \t,");
        if (strncmp(at, "W/", 2) == 0) at += 2;
        size_t length = strcspn(at, ", \t");
        if (length == n && strncmp(at, etag, n) == 0) return true;
        at += length;
    }
    return false;
}

bool asset_answer(const struct asset_shelf *shelf, const struct request *request,
                  struct response *response, struct arena *arena) {
    if (request->path[0] != '/') return false;
    const char *name       = request->path[1] ? request->path + 1 : "index.html";
    bool        is_example = text_starts(name, "examples/");
    const char *type       = type_of(name);
    if (!type) return false;

    struct asset        read;
    const struct asset *asset = NULL;
    if (!shelf->folder || is_example) asset = asset_find(name);
    else if (read_in(shelf->folder, name, &read, arena)) asset = &read;
    if (!asset) return false;

    // Both forms have a tag of their own, so that a cache never takes one for the other.
    bool is_packed = request->takes_gzip && asset->n_gzip > 0;
    *response      = (struct response){
             .code         = 200,
             .content_type = type,
             .bytes        = is_packed ? asset->gzip : asset->bytes,
             .n            = is_packed ? asset->n_gzip : asset->n,
             .etag         = arena_format(arena, "\"%s%s\"", asset->hash, is_packed ? "-gzip" : ""),
             .encoding     = is_packed ? "gzip" : NULL,
             .vary         = "Accept-Encoding",
             .policy       = shelf->policy,
             .is_cacheable = true,
    };
    if (is_known(request->if_none_match, response->etag)) {
        response->code     = 304;
        response->bytes    = "";
        response->n        = 0;
        response->encoding = NULL;
    }
    return true;
}
