#!/bin/sh
# deps.sh GROUP...: installs the Debian 12 or 13 packages of the groups that are missing, and no others.
# Prints the list first. Only apt runs as root (directly, or through sudo). Where that is not possible
# it prints the command to run and ends with status 3. Says nothing when nothing is missing.
# Elsewhere than on Debian and its kin it does nothing: Meson then names what it cannot find.
# SPDX-License-Identifier: Apache-2.0
set -eu

# Node.js may have come from elsewhere than Debian.
node_packages() {
    command -v node >/dev/null && command -v npm >/dev/null || echo nodejs npm
}

packages() {
    case $1 in
    build) echo gcc libc6-dev meson ninja-build pkgconf libyaml-dev libjansson-dev libsodium-dev \
        libmicrohttpd-dev libgnutls28-dev ;;
    web) node_packages ;;
    test) echo libcmocka-dev python3 python3-jsonschema curl "$(node_packages)" ;;
    long) echo clang libclang-rt-dev clang-tidy valgrind ;;
    load) echo wrk python3 python3-yaml ;;
    browser) echo chromium "$(node_packages)" ;;
    format) echo clang-format ;;
    *)
        echo "deps.sh: $1: no such group; allowed: build, web, test, long, load, browser, format" >&2
        exit 2
        ;;
    esac
}

missing=
for group; do
    names=$(packages "$group")
    command -v dpkg-query >/dev/null || continue
    for name in $names; do
        case $(dpkg-query -W -f='${Status}' "$name" 2>/dev/null || :) in
        *' ok installed') ;;
        *) missing="$missing $name" ;;
        esac
    done
done
[ -n "$missing" ] || exit 0

install="apt-get install -y --no-install-recommends$missing"
plain="-q -o Dpkg::Use-Pty=0"   # no progress bars: there may be no terminal

give_up() {
    echo "$1 As root, run:" >&2
    echo "    apt-get update && $install" >&2
    exit 3
}

if [ "$(id -u)" -eq 0 ]; then
    root='env DEBIAN_FRONTEND=noninteractive'
elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
    root='sudo env DEBIAN_FRONTEND=noninteractive'
else
    give_up "Missing packages:$missing. They cannot be installed from here."
fi

echo "Installing what is missing:$missing"
known() {
    for name in $missing; do
        apt-cache show "$name" >/dev/null 2>&1 || return 1
    done
}
known || $root apt-get update -q || give_up "The package lists could not be read."
$root $install $plain || { $root apt-get update -q && $root $install $plain; } ||
    give_up "That did not work."
