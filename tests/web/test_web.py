#!/usr/bin/python3
# test_web ROOT: the plain modules of the page, by Node.js alone: every tests/web/*.test.mjs. Without a Node.js of 18 or
# later it counts as skipped.
# SPDX-License-Identifier: Apache-2.0
import glob
import os
import shutil
import subprocess
import sys

SKIPPED = 77   # as Meson reads it
SECONDS = 120


def main(root):
    files = sorted(glob.glob(os.path.join(root, 'tests/web/*.test.mjs')))
    node = shutil.which('node')
    told = subprocess.run([node, '--version'], capture_output=True, text=True, check=False).stdout if node else 'v0'
    if int(told.strip().lstrip('v').split('.')[0]) < 18:
        print('SKIPPED: Node.js 18 or later is not installed')
        return SKIPPED
    if not files:
        print('there are no tests')
        return 1
    return subprocess.run([node, '--test', *files], timeout=SECONDS, check=False).returncode


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
