#!/bin/sh
# check_base: the knowledge base inside a program just built, checked by it; the build fails with what is wrong.
# SPDX-License-Identifier: Apache-2.0
#   check_base.sh STIPPLE CLINIC OUT      OUT gets the counts
set -eu
"$1" evidence --check --clinic "$2" > "$3" || {
    cat "$3" >&2
    rm -f "$3"
    exit 1
}
