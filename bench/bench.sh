#!/bin/sh
# bench.sh STIPPLE: wall time and peak memory of the commands a person waits for, each with its target.
# Every figure is of whole processes: 21 runs after one to warm up, the median decides. Times are those of
# the machine it runs on. A missed target is printed, not an error; a command that fails is.
# SPDX-License-Identifier: Apache-2.0
set -eu
stipple=$1
measure=$(dirname "$stipple")/bench/measure
person=examples/amara-okafor.yaml
day=2026-03-02

printf '%-44s %8s %8s %8s %9s   %s\n' 'command (21 runs)' 'min ms' 'median' 'max' 'peak MB' target

# row NAME MS MB ARG...: targets of 0 are none.
row() {
    name=$1
    ms=$2
    mb=$3
    shift 3
    figures=$("$measure" 21 "$stipple" "$@") || {
        echo "bench: $stipple $* failed" >&2
        exit 1
    }
    echo "$figures" | awk -v name="$name" -v ms="$ms" -v mb="$mb" '{
        peak = $4 / 1024
        target = ms > 0 ? "<= " ms " ms" : "-"
        if (mb > 0) target = target ", <= " mb " MB"
        missed = (ms > 0 && $2 > ms) || (mb > 0 && peak > mb)
        if (ms > 0) target = target (missed ? "   MISSED" : "   met")
        printf "%-44s %8.2f %8.2f %8.2f %9.1f   %s\n", name, $1, $2, $3, peak, target
    }'
}

row 'stipple --version' 0 0 --version
row 'stipple evidence CI-10 (base and library)' 5 0 evidence CI-10
row 'stipple screen amara-okafor --json' 20 16 screen "$person" --on "$day" --json
row 'stipple plan amara-okafor --json' 100 64 plan "$person" --on "$day" --json
row 'stipple simulate depth depth-pen-cheek' 20 32 simulate depth examples/setups/depth-pen-cheek.yaml --on "$day" --json

row 'stipple evidence --check' 0 0 evidence --check
if "$stipple" triage --help > /dev/null 2>&1 && test -f examples/checkin-day3.yaml; then
    row 'stipple triage checkin-day3 --json' 20 16 triage examples/checkin-day3.yaml --on "$day" --json
fi

# The whole base read again from its YAML, and checked, as a clinic's own folder is.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for file in knowledge/*.yaml knowledge/fitted/*.yaml; do
    cp "$file" "$folder/$(echo "$file" | sed 's,^knowledge/,,; s,/,_,')"
done
row 'the same --knowledge a full copy of the YAML' 150 0 evidence CI-10 --knowledge "$folder"

# Opening alone, within a process that runs already: unpack, read, hash.
"$(dirname "$stipple")/bench/opening" 101 | awk '{
    printf "%-44s %8.2f %8.2f %8.2f %9s   <= 5 ms   %s\n", "opening the base (101 runs, inside)", $1, $2, $3, "",
           ($2 > 5 ? "MISSED" : "met")
}'

# A hundred thousand members on one thread and on two; the ratio is what the second one is worth.
many() {
    "$measure" 5 "$stipple" plan "$person" --on "$day" --json --members 100000 --threads "$1"
}
one=$(many 1)
two=$(many 2)
printf '%s\n%s\n' "$one" "$two" | awk '{
    printf "%-44s %8.2f %8.2f %8.2f %9.1f   -\n", "plan, 100000 members, threads: " NR, $1, $2, $3, $4 / 1024
    median[NR] = $2
} END { printf "one thread over two: %.2f\n", median[1] / median[2] }'
