// pack: at build time, makes one image of the knowledge files (YAML) for the program to carry.
//   pack OUT HASH FILE...   A document is called by its file name in the image, without its folder;
//                           HASH gets the fingerprint of the image.
// SPDX-License-Identifier: Apache-2.0
#include "base/doc.h"
#include "base/os.h"
#include "base/seal.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static enum status pack(int n, char **paths, struct text *out, struct arena *arena,
                        struct fault *fault) {
    struct doc *docs = ARENA_NEW(arena, struct doc, n);
    for (int i = 0; i < n; i++) {
        const char *bytes, *slash = strrchr(paths[i], '/');
        ptrdiff_t   size;
        TRY(os_read(paths[i], &bytes, &size, arena, fault));
        TRY(doc_read(&docs[i], slash ? slash + 1 : paths[i], bytes, size, false, arena, fault));
    }
    doc_pack(docs, n, out);
    return ST_OK;
}

static enum status write_whole(const char *path, const char *bytes, ptrdiff_t n,
                               struct fault *fault) {
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0) return fault_at(fault, ST_IO, "%s: cannot open", path);
    enum status status = os_write(file, bytes, n, path, fault);
    if (close(file) != 0 && status == ST_OK)
        status = fault_at(fault, ST_IO, "%s: cannot be written", path);
    return status;
}

int main(int argc, char **argv) {
    struct fault fault = {""};
    struct arena arena;
    char         hash[SEAL_HEX_BYTES];
    if (argc < 4) {
        fprintf(stderr, "usage: pack OUT HASH FILE...\n");
        return 2;
    }
    enum status status = arena_open(&arena, LIMIT_ARENA_BYTES, &fault);
    if (status == ST_OK) {
        struct text out = text_new(&arena);
        status          = pack(argc - 3, argv + 3, &out, &arena, &fault);
        seal_hash(out.data, out.n, hash);
        if (status == ST_OK) status = write_whole(argv[1], out.data, out.n, &fault);
        if (status == ST_OK) status = write_whole(argv[2], hash, SEAL_HEX_BYTES - 1, &fault);
    }
    if (status != ST_OK) fprintf(stderr, "%s\n", fault.text);
    return status_exit(status);
}
