#!/usr/bin/env python3
# test_progress PROGRAM SOURCE: the bar of long work on a terminal: there while it goes on, gone when
# it is over, and never anywhere else.
# SPDX-License-Identifier: Apache-2.0
import os
import pty
import re
import shlex
import subprocess
import sys
import tempfile
import time

PROGRAM, SOURCE = sys.argv[1], sys.argv[2]
WRAP = shlex.split(os.environ.get('STIPPLE_WRAP', ''))
MEMBERS = '400' if WRAP else '15000'   # long enough to be followed
LONG = ['simulate', 'healing', SOURCE + '/examples/setups/healing-monthly.yaml', '--json',
        '--threads', '1', '--members', MEMBERS]
SHORT = ['screen', SOURCE + '/examples/amara-okafor.yaml', '--json', '--on', '2026-03-02']
BAD = ['plan', SOURCE + '/examples/no-such-file.yaml']
ERASED = b'\r\x1b[K'
SHOWN_AFTER = 0.5   # seconds

failures = []


def claim(holds, what):
    if not holds:
        failures.append(what)


def read_all(terminal):
    seen = b''
    while True:
        try:
            more = os.read(terminal, 65536)
        except OSError:   # the other end is closed
            return seen
        if not more:
            return seen
        seen += more


# Status, standard output, what came to the terminal, seconds.
def on_terminal(arguments, **environment):
    settings = dict(dict(os.environ, TERM='xterm'), **environment)
    if not environment.get('NO_COLOR'):
        settings.pop('NO_COLOR', None)
    terminal, end = pty.openpty()
    began = time.monotonic()
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen(WRAP + [PROGRAM] + arguments, stdin=subprocess.DEVNULL,
                                 stdout=out, stderr=end, env=settings)
        os.close(end)
        seen = read_all(terminal)
        status = child.wait()
        os.close(terminal)
        out.seek(0)
        return status, out.read(), seen, time.monotonic() - began


def piped(arguments):
    done = subprocess.run(WRAP + [PROGRAM] + arguments, stdin=subprocess.DEVNULL,
                          capture_output=True, env=dict(os.environ, TERM='xterm'))
    return done.returncode, done.stdout, done.stderr


def shares(seen):
    return [int(number) for number in re.findall(rb'(\d+) %', seen)]


def long_work_is_followed_and_the_line_erased():
    status, out, seen, _ = on_terminal(LONG)
    found = shares(seen)
    claim(status == 0, 'long work on a terminal: status %d' % status)
    claim(len(found) >= 3, 'long work shows a bar: %r' % seen[:200])
    claim(found == sorted(found), 'the share never falls: %r' % found)
    claim(not found or found[-1] <= 100, 'no more than the whole: %r' % found)
    claim(len(set(found)) >= 3, 'the share moves: %r' % found)
    claim(seen.endswith(ERASED) and b'\n' not in seen, 'the line is erased: %r' % seen[-60:])
    claim(b'\x1b[32m' in seen, 'the bar has a colour')
    return out


def nothing_is_shown_where_nobody_looks(whole):
    status, out, errors = piped(LONG)
    claim(status == 0 and errors == b'', 'nothing on standard error of a pipe: %r' % errors[:200])
    claim(out == whole, 'the answer is the same whether or not somebody looks on')


def no_color_is_honoured():
    _, _, seen, _ = on_terminal(LONG, NO_COLOR='1')
    claim(len(shares(seen)) >= 3, 'without colours there is a bar too')
    claim(not re.search(rb'\x1b\[\d+m', seen), 'NO_COLOR is honoured: %r' % seen[:200])
    claim(seen.endswith(ERASED), 'the line is erased without colours too')


def a_terminal_that_erases_nothing_shows_nothing():
    _, _, seen, _ = on_terminal(LONG, TERM='dumb')
    claim(seen == b'', 'nothing on a dumb terminal: %r' % seen[:200])


def short_work_shows_nothing():
    _, out, seen, seconds = on_terminal(SHORT)
    claim(out != b'', 'short work is answered')
    claim(seen == b'' or seconds > SHOWN_AFTER, 'short work shows nothing: %r' % seen[:200])


def an_error_stands_alone():
    status, out, seen, _ = on_terminal(BAD)
    claim(status == 4 and out == b'', 'a file that is not there: status %d' % status)
    claim(seen.count(b'\n') == 1 and b'\x1b' not in seen, 'an error is one line: %r' % seen[:200])


def main():
    try:
        for descriptor in pty.openpty():
            os.close(descriptor)
    except OSError as error:   # a bare root without /dev/pts
        print('skipped: no terminal can be made here:', error)
        return 77   # as Meson reads it
    whole = long_work_is_followed_and_the_line_erased()
    nothing_is_shown_where_nobody_looks(whole)
    no_color_is_honoured()
    a_terminal_that_erases_nothing_shows_nothing()
    short_work_shows_nothing()
    an_error_stands_alone()
    for failure in failures:
        print('FAILED', failure)
    return 1 if failures else 0


sys.exit(main())
