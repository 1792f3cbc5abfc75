#!/bin/sh
# lint.sh BUILD: clang-tidy and gcc -fanalyzer over every C file the build knows under src/.
# Prints what they find; ends with status 1 if they find anything.
# SPDX-License-Identifier: Apache-2.0
set -eu
build=$1
files=$(find src -name '*.c' | sort)
[ -n "$files" ] || exit 0
status=0

clang-tidy --quiet -p "$build" --warnings-as-errors='*' \
    --checks='-*,clang-analyzer-*,bugprone-*,-bugprone-easily-swappable-parameters,-bugprone-assignment-in-if-condition,-bugprone-narrowing-conversions,-clang-analyzer-security.insecureAPI.DeprecatedOrUnsafeBufferHandling' \
    $files || status=1

for file in $files; do
    gcc -std=gnu11 -O2 -D_GNU_SOURCE -I src -I "$build" -fanalyzer -Werror -c "$file" -o /dev/null ||
        status=1
done
exit $status
