#!/usr/bin/python3
# test_age STIPPLE ROOT: work is called off when it is a minute old, whether a worker has it or it still waits. Takes that
# minute. Prints each claim that fails, and a count.
# SPDX-License-Identifier: Apache-2.0
import concurrent.futures
import json
import os
import sys
import time

from server import Claims, Server, is_problem

STIPPLE, ROOT = sys.argv[1], sys.argv[2]
SETUP = {'sessions': [{'t': f'{28 * n} d'} for n in range(64)], 'times': [f'{28 * n + 7} d' for n in range(64)]}
check = Claims()


def test_old_work():
    body = json.dumps(SETUP).encode()
    path = '/api/simulate/healing?on=2026-03-02&members=100000'
    with Server(STIPPLE, '--threads', '1') as server, concurrent.futures.ThreadPoolExecutor(2) as pool:
        begun = time.monotonic()
        asked = []
        for n in range(2):   # one is worked on, the other waits behind it
            asked.append(pool.submit(server.ask, 'POST', path, body, Content_Type='application/json'))
            check('it is there', server.until(n + 1, 'stipple_open_work'), [a.result() for a in asked if a.done()])
        running, waiting = [a.result() for a in asked]
        took = time.monotonic() - begun
        check('both are called off for their age', is_problem(running, 503, 'stale') and is_problem(waiting, 503, 'stale'),
              (running, waiting))
        check('after a minute', 59 < took < 75, took)
        check('who has had a worker is not told to come back', 'retry-after' not in running[1], running)
        check('who only waited is', waiting[1].get('retry-after') == '1', waiting)
        check('it is counted', server.until(2, 'stipple_work_cancelled_total', reason='too_old'))


if __name__ == '__main__':
    check.run(globals(), sys.argv[3:])
