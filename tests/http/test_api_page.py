#!/usr/bin/python3
# test_api_page STIPPLE ROOT: every command of docs/api.md prints what the page shows. A command that ends in a backslash
# goes on with the next line; the headers it uses are set as the page sets them. In what is shown "..." stands for
# anything, and alone on a line for any lines. $STIPPLE_WRAP, split by spaces, stands before the call of the server.
# SPDX-License-Identifier: Apache-2.0
import os
import re
import subprocess
import sys

from api_server import Program
from server import WAIT_S

BLOCK = re.compile(r'```console\n(.*?)```', re.S)
HEADERS = re.compile(r'^    ([A-Z]+="[^"]*")$', re.M)
COLUMNS = 120   # of a command: what is longer has to be scrolled


# [(command, what it prints)] of a block.
def examples(block):
    found = []
    for line in block.splitlines(keepends=True):
        if found and found[-1][0].endswith('\\') and not found[-1][1]:
            found[-1][0] += '\n' + line.rstrip('\n')
        elif line.startswith('$ '):
            found.append([line[2:].rstrip('\n'), ''])
        else:
            found[-1][1] += line
    return found


def matches(shown, printed):
    pattern = re.escape(shown)
    pattern = re.sub(r'(^|\n)\\\.\\\.\\\.\\\n', r'\1(?:.*\\n)*?', pattern).replace(r'\.\.\.', '[^\n]*?')
    return re.fullmatch(pattern, printed if printed.endswith('\n') or not printed else printed + '\n') is not None


def check_matching():
    assert matches('a...c\n', 'abbc\n') and not matches('a...c\n', 'ab\n') and not matches('a...c\n', 'a\nc\n')
    assert matches('...\nb\n', 'x\ny\nb\n') and matches('...\nb\n', 'b\n') and not matches('...\nb\n', 'x\n')
    assert matches('{"a":1}\n', '{"a":1}') and not matches('{"a":1}\n', '{"a":12}') and not matches('a.\n', 'ab\n')


def main(stipple, root):
    failed = n = 0
    check_matching()
    with open(os.path.join(root, 'docs/api.md'), encoding='utf-8') as file:
        page = file.read()
    headers = ''.join(line + '\n' for line in HEADERS.findall(page))
    with Program(stipple).serve() as server:
        env = {**os.environ, 'URL': f'http://{server.host}:{server.port}', 'TOKEN': server.token}
        for command, shown in [one for block in BLOCK.findall(page) for one in examples(block)]:
            n += 1
            done = subprocess.run(['sh', '-c', headers + command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, env=env, cwd=root, timeout=WAIT_S)
            printed = done.stdout.decode()
            is_long = max(map(len, command.split('\n'))) > COLUMNS
            if done.returncode or is_long or not matches(shown, printed):
                failed += 1
                print(f'FAILED{" (too long)" if is_long else ""}: {command}\n  {printed[:600]!r}\n  {done.stderr[-300:]!r}')
    if n < 12:
        failed += 1
        print(f'only {n} commands')
    print(f'{n} commands, {failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:3]))
