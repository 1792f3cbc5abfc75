// SPDX-License-Identifier: Apache-2.0
#include "base/status.h"

#include <stdarg.h>
#include <stdio.h>

enum status fault_at(struct fault *fault, enum status status, const char *format, ...) {
    va_list args;
    va_start(args, format);
    int n = vsnprintf(fault->text, sizeof fault->text, format, args);
    va_end(args);
    if (n >= (int)sizeof fault->text) {   // cut before the last character, which may not be whole
        char *last = fault->text + sizeof fault->text - 2;
        while (last > fault->text && ((unsigned char)*last & 0xC0) == 0x80) last--;
        *last = '\0';
    }
    for (char *c = fault->text; *c; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7f) *c = '?';
    return status;
}

int status_exit(enum status status) {
    static const int exits[] = {
#define STATUS_EXIT(name, exit, text) exit,
        STATUS_LIST(STATUS_EXIT)
#undef STATUS_EXIT
    };
    return exits[status];
}

const char *status_text(enum status status) {
    static const char *const texts[] = {
#define STATUS_TEXT(name, exit, text) text,
        STATUS_LIST(STATUS_TEXT)
#undef STATUS_TEXT
    };
    return texts[status];
}
