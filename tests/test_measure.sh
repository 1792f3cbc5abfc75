#!/bin/sh
# test_measure.sh MEASURE: a run is timed and sized, and a failing command is reported as one.
# SPDX-License-Identifier: Apache-2.0
set -eu
measure=$1

out=$("$measure" 3 sleep 0.01)
echo "$out" | grep -Eq '^[0-9]+\.[0-9]{2} [0-9]+\.[0-9]{2} [0-9]+\.[0-9]{2} [0-9]+$' ||
    { echo "unexpected form: $out"; exit 1; }
echo "$out" | awk '{ exit !(10 <= $1 && $1 <= $2 && $2 <= $3 && $4 > 0) }' ||
    { echo "not in order, or shorter than the sleep: $out"; exit 1; }

refused() {
    want=$1
    shift
    got=0
    "$measure" "$@" >/dev/null 2>&1 || got=$?
    [ "$got" -eq "$want" ] || { echo "measure $*: status $got instead of $want"; exit 1; }
}
refused 1 3 false
refused 1 3 /no/such/program
refused 2 0 true
refused 2 3x true
refused 2 100000 true
refused 2
