#!/usr/bin/python3
# test_page STIPPLE ROOT FOLDER: page.mjs drives Debian's Chromium over the page of `stipple serve`. What drives it is
# installed from the npm registry by its lock file into FOLDER. Without Chromium, a Node.js of 20 or later, or the
# registry, the test counts as skipped.
# SPDX-License-Identifier: Apache-2.0
import os
import shutil
import subprocess
import sys

FILES = ['package.json', 'package-lock.json', 'page.mjs', 'person.mjs', 'drive.mjs']
SECONDS = 300
SKIPPED = 77   # as Meson reads it


# Why it cannot run here, or None.
def install(root, folder):
    if not shutil.which('chromium'):
        return 'chromium is not installed'
    node = subprocess.run(['node', '--version'], capture_output=True, text=True, check=False) if shutil.which('node') else None
    if not node or not shutil.which('npm') or int(node.stdout.lstrip('v').split('.')[0]) < 20:
        return 'Node.js 20 or later is not installed'
    os.makedirs(folder, exist_ok=True)
    mark = os.path.join(folder, 'installed')
    for name in FILES:
        shutil.copyfile(os.path.join(root, 'tests/browser', name), os.path.join(folder, name))
    with open(os.path.join(folder, 'package-lock.json'), 'rb') as file:
        lock = file.read()
    if os.path.exists(mark):
        with open(mark, 'rb') as file:
            if file.read() == lock:
                return None
    done = subprocess.run(['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], cwd=folder,
                          capture_output=True, text=True, timeout=SECONDS, check=False)
    if done.returncode != 0:
        return 'npm ci: ' + done.stderr.strip()[-500:]
    with open(mark, 'wb') as file:
        file.write(lock)
    return None


def main(stipple, root, folder):
    missing = install(root, folder)
    if missing:
        print('SKIPPED:', missing)
        return SKIPPED
    return subprocess.run(['node', 'page.mjs', os.path.abspath(stipple), os.path.abspath(root)], cwd=folder,
                          timeout=SECONDS, check=False).returncode


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:4]))
