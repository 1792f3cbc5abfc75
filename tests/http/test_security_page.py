#!/usr/bin/python3
# test_security_page ROOT: the tables of docs/security.md say what the source says: every limit of the server with its
# value, every reason of a refusal with its code, every event of the log with its keys. Prints each difference.
# SPDX-License-Identifier: Apache-2.0
import os
import re
import sys

ROOT = sys.argv[1]
SHARED = {'LIMIT_QUEUE', 'LIMIT_THREADS'}   # of the whole program, and the server's too


def read(path):
    with open(os.path.join(ROOT, path), encoding='utf-8') as f:
        return f.read()


# Rows of the table with this head, as lists of cells without their marks.
def table(page, head):
    lines = page.split('\n')
    rows, at = [], lines.index(head) + 2
    while lines[at].startswith('|'):
        rows.append([cell.strip() for cell in lines[at].strip('|').split('|')])
        at += 1
    return rows


def product(text):
    value = 1
    for factor in text.split('*'):
        value *= int(factor)
    return value


# Limits of the server's own lists, and the shared ones.
def limits(source):
    found = {}
    for title, body in re.findall(r'(// Of the server[^\n]*\n)?enum \{\n(.*?)\n\};', source, re.S):
        for name, value in re.findall(r'(LIMIT_\w+)\s*=\s*([\d *]+?)\s*(?:,|//|$)', body, re.M):
            if title or name in SHARED:
                found[name] = product(value)
    return found


def reasons(source):
    rows = re.findall(r'X\((HTTP_GUARD_\w+),\s*(\d+),\s*"[^"]*",\s*"([^"]+)"', source)
    return {word: int(code) for name, code, word in rows if name != 'HTTP_GUARD_FINE'}


def events(source):
    listed = re.search(r'#define LOG_EVENT_LIST\(X\)(.*?)\n\n', source, re.S)[1].replace('\\\n', ' ')
    rows = re.findall(r'X\(LOG_\w+,\s*"(\w+)",\s*"(\w+)",\s*([^)]*)\)', listed)
    return {word: (level, {key.lower() for key in re.findall(r'LOG_KEY_(\w+)', keys)}) for word, level, keys in rows}


def main():
    page = read('docs/security.md')
    said = [
        ('limits', limits(read('src/base/limits.h')),
         {row[0]: int(row[1]) for row in table(page, '| limit | value | of what |')}),
        ('reasons', reasons(read('src/face/http_guard.h')),
         {row[0].strip('`'): int(row[1]) for row in table(page, '| reason | code | because |')}),
        ('events', events(read('src/face/log.h')),
         {row[0].strip('`'): (row[1], set(re.findall(r'`(\w+)`', row[2])))
          for row in table(page, '| event | level | keys beside `time`, `level`, `event` |')}),
    ]
    failed = 0
    for what, source, told in said:
        if len(source) < 5:
            failed += 1
            print(f'{what}: hardly any are found in the source: {source}')
        for name in sorted(source.keys() | told.keys()):
            if source.get(name) != told.get(name):
                failed += 1
                print(f'{what}: {name}: the source says {source.get(name)}, the page {told.get(name)}')
    words = set(re.findall(r'WORK_\w+, "(\w+)"', read('src/face/work.h'))) - {'wanted'}
    for word in sorted(words):
        if f'`{word}`' not in page:
            failed += 1
            print(f'reasons of cancelled: {word}: is not on the page')
    print(f'{sum(len(source) for _, source, _ in said) + len(words)} facts, {failed} differ')
    sys.exit(1 if failed or not words else 0)


if __name__ == '__main__':
    main()
