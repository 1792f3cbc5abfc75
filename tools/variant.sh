#!/bin/sh
# variant.sh DIR COMPILER [MESON OPTION...]: configures DIR once with that compiler, then builds it.
# SPDX-License-Identifier: Apache-2.0
set -eu
dir=$1
compiler=$2
shift 2
if [ ! -f "$dir/build.ninja" ]; then
    CC=$compiler meson setup "$dir" . "$@"
fi
ninja -C "$dir"
