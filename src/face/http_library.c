// SPDX-License-Identifier: Apache-2.0
#include "face/http_library.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

// As Debian 12 and 13 call what the headers belong to.
static const char server_file[] = "libmicrohttpd.so.12", tls_file[] = "libgnutls.so.30";

struct symbol {
    const char *name;
    ptrdiff_t   offset;   // in struct http_library
};

#define SYMBOL(name) {#name, offsetof(struct http_library, name)},
static const struct symbol server_symbols[] = {HTTP_LIBRARY_SERVER(SYMBOL){0}};
static const struct symbol tls_symbols[]    = {HTTP_LIBRARY_TLS(SYMBOL){0}};
#undef SYMBOL

static enum status load(struct http_library *library, const char *file,
                        const struct symbol *symbols, struct fault *fault) {
    void *handle = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    for (; handle && symbols->name; symbols++) {
        void *at = dlsym(handle, symbols->name);
        if (!at) break;
        memcpy((char *)library + symbols->offset, &at, sizeof at);
    }
    if (handle && !symbols->name) return ST_OK;
    return fault_at(fault, ST_LIMIT,
                    "system: %s: %s; allowed: a system that has the library this program was "
                    "built with",
                    file, handle ? symbols->name : "cannot be loaded");
}

enum status http_library_open(struct http_library *library, struct fault *fault) {
    TRY(load(library, server_file, server_symbols, fault));
    return load(library, tls_file, tls_symbols, fault);
}
