#!/usr/bin/python3
# test_smuggling STIPPLE ROOT: requests that two readers could understand differently, one file each, sent as they are
# to a server. What must happen stands in smuggling/expected.txt; a second request hidden behind a trick is never
# answered. $STIPPLE_WRAP, split by spaces, stands before the call. Prints each case that fails, and a count at the end.
# SPDX-License-Identifier: Apache-2.0
import concurrent.futures
import os
import re
import select
import socket
import sys
import time

from server import WAIT_S, Server

PATIENCE_S = 5        # of the server with a client that does not go on
QUIET_S = 0.5         # after this nothing more is expected on a connection that stays open
TOGETHER = 8          # cases at once
STEPS = 40            # pieces of what is sent in pieces
STEP_S = 0.005        # between them
CODES = ('closed', '200', '400', '401', '403', '404', '405', '413', '414', '417', '421', '422', '431', '505')


# Everything the server sends on one connection, and whether it closed it. `n`: answers to wait for, before it is only
# seen whether there are more; `step`: bytes that are sent at once.
def exchange(port, data, n=1, step=0):
    with socket.create_connection(('127.0.0.1', port), timeout=WAIT_S) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            for at in range(0, len(data), step or len(data)):
                connection.sendall(data[at:at + (step or len(data))])
                time.sleep(STEP_S if step else 0)
        except OSError:
            pass   # it was closed meanwhile; what it said may still be read
        got, until = b'', time.monotonic() + WAIT_S
        while time.monotonic() < until:
            # A connection without its answers is closed when patience ends.
            quiet = QUIET_S if len(answers_of(got) or '') >= n else WAIT_S
            if not select.select([connection], [], [], quiet)[0]:
                return got, False
            try:
                more = connection.recv(65536)
            except OSError:
                return got, True
            if not more:
                return got, True
            got += more
    return got, False


# The answers in what was sent, one after the other: [(code, body)]. None: it is no row of answers.
def answers_of(got, method=b'GET'):
    answers = []
    while got:
        match = re.match(rb'HTTP/1\.[01] (\d\d\d) [^\r\n]*\r\n((?:[^\r\n]+\r\n)*)\r\n', got)
        if not match:
            return None
        length = re.search(rb'(?im)^content-length: (\d+)\r$', match[2])
        if not length:
            return None
        end = match.end() + (int(length[1]) if method != b'HEAD' else 0)
        if end > len(got):
            return None
        answers.append((match[1].decode(), got[match.end():end]))
        got = got[end:]
    return answers


# Versions of the library before 1.0 write the head of their own refusals of a length twice, one after the other; the
# connection then ends, and nothing else was said on it.
def is_library_refusal(got, codes):
    heads = re.findall(rb'HTTP/1\.1 (\d\d\d) ', got)
    return len(heads) == 2 and heads[0] == heads[1] and heads[0].decode() in codes and got.count(b'\r\n\r\n') == 2 \
        and b'<html>' in got and b'"status"' not in got


def check(server, codes, n, after, raw, step=0):
    data = raw.replace(b'@PORT@', str(server.port).encode()).replace(b'@TOKEN@', server.token.encode())
    got, is_closed = exchange(server.port, data, n, step)
    answers = answers_of(got, data.split(b' ', 1)[0])
    if answers is None and is_closed and is_library_refusal(got, codes):
        return None
    if answers is None:
        return f'is answered by {got[:200]!r}'
    if not answers and 'closed' not in codes:
        return 'is not answered'
    if answers and answers[0][0] not in codes:
        return f'is answered with {answers[0][0]} instead of {" or ".join(codes)}: {answers[0][1][:200]!r}'
    if len(answers) > n or (answers and len(answers) < n):
        return f'has {len(answers)} answers instead of {n}: {[code for code, _ in answers]}'
    if n == 1 and any(b'"status":"ok"' in body for _, body in answers) and codes != ['200']:
        return 'is answered as the second request should be'
    if is_closed != (after == 'closed'):
        return 'is closed' if is_closed else 'stays open'
    return None


def read_table(folder):
    rows = {}
    with open(os.path.join(folder, 'expected.txt'), encoding='utf-8') as f:
        for line in f:
            if line.startswith('#'):
                continue
            name, codes, n, after, _ = [cell.strip() for cell in line.split('|', 4)]
            if name in rows or after not in ('open', 'closed') or set(codes.split()) - set(CODES):
                sys.exit(f'expected.txt: {name}: twice, or no row of the table')
            rows[name] = (codes.split(), int(n), after)
    files = {name[:-4] for name in os.listdir(folder) if name.endswith('.raw')}
    if files != set(rows) or not rows:
        sys.exit(f'expected.txt and the files differ: {sorted(files ^ set(rows))}')
    return rows


# A server that still answers as before has kept nothing of what was tried.
def is_well(server):
    got, _ = exchange(server.port, f'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n'.encode())
    answers = answers_of(got)
    return bool(answers) and answers[0][0] == '200' and b'"status":"ok"' in answers[0][1]


def main():
    if len(sys.argv) != 3:
        sys.exit('usage: test_smuggling.py STIPPLE ROOT')
    folder = os.path.join(sys.argv[2], 'tests', 'http', 'smuggling')
    rows = read_table(folder)
    server = Server(os.path.abspath(sys.argv[1]), '--patience', str(PATIENCE_S))
    failed = 0

    # What is plain is so too when it comes in small pieces.
    def try_one(name):
        with open(os.path.join(folder, name + '.raw'), 'rb') as f:
            raw = f.read()
        wrong = check(server, *rows[name], raw)
        if not wrong and name.startswith('control-'):
            wrong = check(server, *rows[name], raw, len(raw) // STEPS + 1)
        return wrong

    try:
        with concurrent.futures.ThreadPoolExecutor(TOGETHER) as pool:
            for name, wrong in zip(rows, pool.map(try_one, rows)):
                if wrong:
                    failed += 1
                    print(f'{name}: {wrong}')
        if not is_well(server):
            failed += 1
            print('afterwards: /healthz is not answered as before')
    finally:
        status = server.end()
    if status != 0:
        failed += 1
        print(f'the server ended with status {status}')
    print(f'{len(rows)} cases, {failed} failed')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
