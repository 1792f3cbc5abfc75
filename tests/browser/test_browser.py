#!/usr/bin/python3
# test_browser NAME STIPPLE ROOT FOLDER WEB: NAME.mjs drives Debian's Chromium over the page of `stipple serve`. What
# drives it is installed from the npm registry by its lock file into FOLDER. Without Chromium, a Node.js of 20 or later,
# the registry, or the page itself (WEB is where it was bundled) the test counts as skipped. A browser on a busy machine
# may be late: what fails is run once more, and that is said. Where STIPPLE_BROWSER says that the test is required it is
# neither skipped nor repeated.
# SPDX-License-Identifier: Apache-2.0
import fcntl
import os
import shutil
import subprocess
import sys

SECONDS = 300
NODE = '20'    # of playwright-core
SKIPPED = 77   # as Meson reads it


# Why it cannot run here, or None.
def missing(root, folder, web):
    if not shutil.which('chromium'):
        return 'chromium is not installed'
    with open(os.path.join(web, 'index.html'), encoding='utf-8') as file:
        if 'built without its page' in file.read():
            return 'the program was built without its page'
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, 'lock'), 'w', encoding='utf-8') as lock:   # tests begin side by side
        fcntl.flock(lock, fcntl.LOCK_EX)
        got = subprocess.run([sys.executable, '-B', os.path.join(root, 'tools/modules'),
                              os.path.join(root, 'tests/browser'), folder, NODE], capture_output=True, text=True, check=False)
    return None if got.returncode == 0 else got.stdout.strip() or got.stderr.strip()


def main(name, stipple, root, folder, web):
    root = os.path.abspath(root)
    is_required = os.environ.get('STIPPLE_BROWSER') == 'required'
    reason = missing(root, folder, web)
    if reason:
        print('SKIPPED:', reason)
        return 1 if is_required else SKIPPED
    command = ['node', os.path.join(root, 'tests/browser/run.mjs'), name, os.path.abspath(stipple), root, os.path.abspath(folder)]
    status = subprocess.run(command, timeout=SECONDS, check=False).returncode
    if status == 0 or is_required:
        return status
    print('REPEATED:', name, flush=True)
    return subprocess.run(command, timeout=SECONDS, check=False).returncode


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:6]))
