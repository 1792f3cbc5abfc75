#!/usr/bin/python3
# test_threads STIPPLE ROOT: the number of threads changes no byte of a plan, of some people that differ much.
# $STIPPLE_WRAP, split by spaces, stands before every call. Prints each case that fails, and a count at the end.
# SPDX-License-Identifier: Apache-2.0
import os
import subprocess
import sys

PEOPLE = ['amara-okafor', 'jonas-lindqvist', 'three-zones-one-visit']
THREADS = ['1', '2', '3', '8']
MEMBERS = '20000'   # five blocks, the last one not full


def main():
    if len(sys.argv) != 3:
        sys.exit('usage: test_threads.py STIPPLE ROOT')
    call = [*os.environ.get('STIPPLE_WRAP', '').split(), os.path.abspath(sys.argv[1])]
    failed = 0
    for person in PEOPLE:
        path = os.path.join(sys.argv[2], 'examples', person + '.yaml')
        answers = []
        for threads in THREADS:
            done = subprocess.run([*call, 'plan', path, '--json', '--on', '2026-03-02', '--members', MEMBERS,
                                   '--threads', threads], stdin=subprocess.DEVNULL, capture_output=True, timeout=240)
            answers.append(done.stdout)
            if done.returncode or done.stderr:
                print(f'{person}: status {done.returncode}: {done.stderr.decode()[-500:]}')
        same = len(set(answers)) == 1 and b'"members":20000' in answers[0] and b'"achieved"' in answers[0]
        failed += not same
        if not same:
            print(f'{person}: depends on the number of threads, or is no plan of {MEMBERS} members')
    print(f'{len(PEOPLE) - failed} passed, {failed} failed')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
