#!/bin/sh
# bare_root.sh RELEASE: the README's two commands in a bare Debian (bookworm or trixie) that holds
# nothing but apt and make, on a fresh clone of the last commit. Needs root, git, a network, and
# mmdebstrap or debootstrap. The root is made in a temporary folder and removed afterwards; with
# BARE_ROOTS=DIR the unused root is kept as DIR/RELEASE.tar and taken from there the next time.
# Status 0: both passed. 77: this machine cannot make or enter such a root.
# SPDX-License-Identifier: Apache-2.0
set -eu

cannot() {
    echo "bare_root: $1" >&2
    exit 77
}

[ $# -eq 1 ] || { echo "usage: bare_root.sh RELEASE" >&2; exit 2; }
release=$1
source=$(cd "$(dirname "$0")/.." && pwd)
[ "$(id -u)" -eq 0 ] || cannot "needs root, to enter a root of its own"

work=$(mktemp -d)
root=$work/root
leave() {
    umount "$root/proc" 2>/dev/null || :
    rm -rf --one-file-system "$work"
}
trap leave EXIT
trap 'exit 1' INT TERM

make_root() {
    mkdir -p "$(dirname "$1")"
    if command -v mmdebstrap >/dev/null; then
        mmdebstrap --mode=root --variant=minbase --include=make --format=tar "$release" "$1"
    elif command -v debootstrap >/dev/null; then
        debootstrap --variant=minbase --include=make "$release" "$work/made" &&
            tar -C "$work/made" --exclude=./proc/* --exclude=./sys/* -cf "$1" .
    else
        cannot "needs mmdebstrap or debootstrap"
    fi
}

tar=${BARE_ROOTS:-$work}/$release.tar
if [ ! -f "$tar" ]; then
    make_root "$tar" || { rm -f "$tar"; cannot "no root could be made for $release"; }
fi
mkdir "$root"
tar -C "$root" --numeric-owner -xpf "$tar"
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
mount -t proc proc "$root/proc" 2>/dev/null || echo "bare_root: going on without /proc"
chroot "$root" true || cannot "chroot is not allowed here"
git clone -q "$source" "$root/stipple"

# Nothing of this machine's environment reaches the bare root.
inside() {
    echo "== $release: $1"
    env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
        chroot "$root" sh -c "cd /stipple && $1"
}
inside 'make run'
inside 'make test'
echo "== $release: both commands passed"
