// description: prints the description of the web interface, as the server answers it.
// SPDX-License-Identifier: Apache-2.0
#include "face/openapi.h"

#include <stdio.h>

int main(void) {
    struct session_options options = {.seed = 1, .members = 1000, .threads = 1};
    struct session         session;
    struct arena           arena;
    struct fault           fault  = {""};
    enum status            status = arena_open(&arena, LIMIT_ARENA_BYTES, &fault);
    if (status == ST_OK) status = session_open(&session, &options, &arena, &fault);
    if (status != ST_OK) {
        fprintf(stderr, "%s\n", fault.text);
        return status_exit(status);
    }
    struct text out = text_new(&arena);
    openapi_write(route_table_make(&arena), &session, &out);
    return fputs(out.data, stdout) < 0;
}
