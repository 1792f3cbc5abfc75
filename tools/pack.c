// pack: at build time, makes one image of the knowledge files (YAML) for the program to carry.
//   pack OUT FILE...      The name of a document in the image is its file name without its folder.
// SPDX-License-Identifier: Apache-2.0
#include "base/doc.h"
#include "base/os.h"

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

int main(int argc, char **argv) {
    struct fault fault = {""};
    struct arena arena;
    if (argc < 3) {
        fprintf(stderr, "usage: pack OUT FILE...\n");
        return 2;
    }
    enum status status = arena_open(&arena, LIMIT_ARENA_BYTES, &fault);
    if (status == ST_OK) {
        struct text out = text_new(&arena);
        status          = pack(argc - 2, argv + 2, &out, &arena, &fault);
        int file        = -1;
        if (status == ST_OK) file = open(argv[1], O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
        if (status == ST_OK && file < 0)
            status = fault_at(&fault, ST_IO, "%s: cannot open", argv[1]);
        if (status == ST_OK) status = os_write(file, out.data, out.n, argv[1], &fault);
        if (file >= 0 && close(file) != 0 && status == ST_OK)
            status = fault_at(&fault, ST_IO, "%s: cannot be written", argv[1]);
    }
    if (status != ST_OK) fprintf(stderr, "%s\n", fault.text);
    return status_exit(status);
}
