#!/bin/sh
# lint.sh BUILD: clang-tidy and gcc -fanalyzer over every C file under src/, one at a time (clang-tidy 14
# loses track of va_list from its second file on). Two analysers, because each misses what the other
# finds. Prints their findings; ends with status 1 if there are any.
# SPDX-License-Identifier: Apache-2.0
set -eu
build=$1
checks='-*,clang-analyzer-*,bugprone-*'
checks="$checks,-bugprone-easily-swappable-parameters,-bugprone-assignment-in-if-condition"
checks="$checks,-bugprone-narrowing-conversions,-bugprone-implicit-widening-of-multiplication-result"
checks="$checks,-bugprone-macro-parentheses"
checks="$checks,-clang-analyzer-security.insecureAPI.DeprecatedOrUnsafeBufferHandling"
status=0
for file in $(find src -name '*.c' | sort); do
    clang-tidy --quiet -p "$build" --warnings-as-errors='*' --checks="$checks" "$file" 2>/dev/null ||
        status=1
    gcc -std=gnu11 -O2 -D_GNU_SOURCE -I src -I "$build" -fanalyzer -Werror -c "$file" -o /dev/null ||
        status=1
done
exit $status
