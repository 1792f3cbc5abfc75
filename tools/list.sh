#!/bin/sh
# list: the files of a folder that end in ENDING, sorted, as Meson wants them.
# SPDX-License-Identifier: Apache-2.0
#   list.sh FOLDER ENDING
cd "$(dirname "$0")/.." || exit 1
find "$1" -type f -name "*$2" | LC_ALL=C sort
