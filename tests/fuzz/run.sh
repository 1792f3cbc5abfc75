#!/bin/sh
# run.sh BUILD SECONDS: every fuzz target in BUILD for SECONDS each, starting from the kept corpus.
# New inputs land in BUILD/corpus, inputs that break a target in BUILD/broken; the checkout stays as
# it was. Ends with the status of the first target that fails.
# SPDX-License-Identifier: Apache-2.0
set -eu
build=$1
seconds=$2
here=$(dirname "$0")
for target in "$build"/tests/fuzz/fuzz_*; do
    [ -f "$target" ] && [ -x "$target" ] || continue
    name=${target##*/fuzz_}
    kept=$here/corpus/$name
    [ "$name" = plan ] && kept=$here/../../examples
    [ "$name" = knowledge ] && kept=$here/../../knowledge
    more=
    [ "$name" = plan ] && more=$here/corpus/plan
    [ "$name" = head ] && more=$here/../http/smuggling
    new=$build/corpus/$name
    mkdir -p "$new" "$build/broken"
    [ -d "$kept" ] || kept=
    echo "fuzz_$name: $seconds s"
    "$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        -verbosity=0 -artifact_prefix="$build/broken/$name-" "$new" ${kept:+"$kept"} ${more:+"$more"}
done
