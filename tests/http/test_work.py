#!/usr/bin/python3
# test_work STIPPLE ROOT: work of the server: of clients that go, replaced by newer requests, followed and called off, and
# more of it than there is room for. Prints each claim that fails, and a count.
# SPDX-License-Identifier: Apache-2.0
import concurrent.futures
import json
import os
import sys

from server import Claims, Server, drained, is_problem

STIPPLE, ROOT = sys.argv[1], sys.argv[2]
PERSON = open(os.path.join(ROOT, 'examples', 'amara-okafor.yaml'), 'rb').read()
YAML = {'Content_Type': 'application/yaml'}
ON = 'on=2026-03-02'
MEMBERS = 5000 if os.environ.get('STIPPLE_WRAP') else 30000
LONG = f'/api/plan?{ON}&members={MEMBERS}'    # half a second, wrapped a few
LONGER = f'/api/plan?{ON}&members=100000'    # what is called off
check = Claims()


def test_clients_that_go():
    with Server(STIPPLE, '--threads', '1') as server:
        for n in range(1, 4):
            connection = server.connect()
            connection.sendall(server.head('POST', LONGER, Content_Length=len(PERSON), **YAML) + PERSON)
            check('it is at work', server.until(1, 'stipple_workers_busy'))
            connection.close()
            check('work of a client that is gone ends',
                  server.until(n, 'stipple_work_cancelled_total', reason='client_gone'))
        check('its worker is free', server.until(0, 'stipple_workers_busy'))

        # One that waits in the queue goes too, and never begins.
        with server.connect() as first:
            first.sendall(server.head('POST', LONG, Content_Length=len(PERSON), Connection='close', **YAML) + PERSON)
            check('it is at work', server.until(1, 'stipple_workers_busy'))
            with server.connect() as second:
                second.sendall(server.head('POST', LONG, Content_Length=len(PERSON), **YAML) + PERSON)
                check('one waits', server.until(1, 'stipple_queue_requests'))
            check('who waits and goes is taken out', server.until(0, 'stipple_queue_requests'))
            check('the other is answered', b'HTTP/1.1 200 ' in drained(first)[:20])


def test_newer_requests():
    with Server(STIPPLE) as server, concurrent.futures.ThreadPoolExecutor(4) as pool:
        page = {'Stipple_Page': 'page-0001', **YAML}
        first = pool.submit(server.ask, 'POST', LONGER, PERSON, **page)
        check('it is at work', server.until(1, 'stipple_workers_busy'))
        other = pool.submit(server.ask, 'POST', LONG, PERSON, **{**page, 'Stipple_Page': 'page-0002'})
        second = server.ask('POST', f'/api/plan?{ON}', PERSON, **page)
        check('the newer is answered', second[0] == 200, second[0])
        check('the older is called off', is_problem(first.result(), 409, 'cancelled'), first.result()[0])
        check('another page is let be', other.result()[0] == 200, other.result()[0])


def events_of(answer):
    return [(block.split('\n')[0][7:], json.loads(block.split('\n')[1][6:]))
            for block in answer[2].decode().split('\n\n') if block]


def test_progress():
    with Server(STIPPLE) as server, concurrent.futures.ThreadPoolExecutor(4) as pool:
        # The stream may come first.
        stream = pool.submit(server.ask, 'GET', '/api/plan/progress/work-0001')
        work = pool.submit(server.ask, 'POST', LONG, PERSON, Stipple_Work='work-0001', **YAML)
        check('the work is answered', work.result()[0] == 200, work.result()[0])
        answer = stream.result()
        check('the stream is one of events', answer[1].get('content-type') == 'text/event-stream', answer)
        events = events_of(answer)
        shares = [data['share'] for name, data in events]
        check('it ends with done', events and events[-1][0] == 'done', events[-2:])
        check('there is progress on the way', len([1 for name, _ in events if name == 'progress']) > 2, events)
        check('the share never falls', shares == sorted(shares), shares)
        check('and ends at one', shares and shares[-1] == 1, shares)
        late = server.ask('GET', '/api/plan/progress/work-0001')
        check('who comes late learns how it ended', [e[0] for e in events_of(late)] == ['done'], late)

        # Called off.
        work = pool.submit(server.ask, 'POST', LONGER, PERSON, Stipple_Work='work-0002', **YAML)
        check('it is at work', server.until(1, 'stipple_workers_busy'))
        stream = pool.submit(server.ask, 'GET', '/api/plan/progress/work-0002')
        twice = server.ask('POST', f'/api/plan?{ON}', PERSON, Stipple_Work='work-0002', **YAML)
        check('a name that is in use is refused', is_problem(twice, 409, 'conflict'), twice)
        check('it is called off', server.ask('DELETE', '/api/plan/progress/work-0002')[0] == 204)
        check('its client is told', is_problem(work.result(), 409, 'cancelled'), work.result())
        check('its stream is told', events_of(stream.result())[-1][0] == 'cancelled', stream.result())
        for method in ('GET', 'DELETE'):
            for name in ('work-0003', 'short', 'a' * 65):
                answer = server.ask(method, f'/api/plan/progress/{name}')
                check(f'{method} of unknown work is 404', is_problem(answer, 404, 'unknown'), answer)


# A stream lasts as long as its work, however little time a client has for a request.
def test_long_streams():
    with Server(STIPPLE, '--patience', '1') as server, concurrent.futures.ThreadPoolExecutor(4) as pool:
        work = [pool.submit(server.ask, 'POST', LONGER, PERSON, Stipple_Work=f'work-000{n}', **YAML) for n in range(3)]
        events = events_of(server.ask('GET', '/api/plan/progress/work-0002'))
        check('a stream outlives the patience', events[-1][0] == 'done' and events[-1][1]['seconds'] > 1, events[-1])
        check('the work is answered', [w.result()[0] for w in work] == [200] * 3)


def test_full_queue():
    with Server(STIPPLE, '--threads', '1') as server:
        held = server.connect()
        held.sendall(server.head('POST', LONG, Content_Length=len(PERSON), Connection='close', **YAML) + PERSON)
        check('it is at work', server.until(1, 'stipple_workers_busy'))
        ask = server.head('POST', f'/api/plan?{ON}&members=1', Content_Length=len(PERSON), Connection='close', **YAML) + PERSON
        connections = []
        for _ in range(70):
            connections.append(server.connect())
            connections[-1].sendall(ask)
        check('health is told beside it', server.ask('GET', '/healthz')[0] == 200)
        check('many wait', server.metric('stipple_queue_requests') > 32)
        got = [drained(c) for c in connections]
        codes = [g[9:12] for g in got]
        # Some may be taken in the moment between two pieces of work; none is lost.
        check('64 wait, the others are told to come back', codes.count(b'200') + codes.count(b'503') == 70 and
              codes.count(b'200') == 64, (codes.count(b'200'), codes.count(b'503')))
        check('and when', all(b'\r\nRetry-After: 1\r\n' in g for g in got if g[9:12] == b'503'))
        check('who was first is answered', drained(held)[:13] == b'HTTP/1.1 200 ')
        for connection in [held, *connections]:
            connection.close()


# A check-in does not wait behind plans, and a page may ask for two parts at once.
def test_short_work_and_other_parts():
    with Server(STIPPLE, '--threads', '1') as server, concurrent.futures.ThreadPoolExecutor(4) as pool:
        plans = [pool.submit(server.ask, 'POST', LONGER, PERSON, Stipple_Work=f'work-000{n}', **YAML) for n in range(2)]
        check('one is at work, one waits', server.until(1, 'stipple_queue_requests'))
        answer = server.ask('POST', f'/api/triage?{ON}', b'{"days_since_session":1,"symptoms":[]}',
                            Content_Type='application/json')
        check('a check-in is answered meanwhile', answer[0] == 200 and server.metric('stipple_open_work') == 2, answer)
        for n in range(2):
            server.ask('DELETE', f'/api/plan/progress/work-000{n}')
        check('they are called off', [plan.result()[0] for plan in plans] == [409, 409])
        folder = os.path.join(ROOT, 'examples', 'setups')
        names = {name.split('-')[0]: os.path.join(folder, name) for name in sorted(os.listdir(folder)) if '-' in name}
        parts = [pool.submit(server.ask, 'POST', f'/api/simulate/{part}?{ON}&members={MEMBERS}',
                             open(names[part], 'rb').read(), Stipple_Page='page-0001', **YAML)
                 for part in ('healing', 'uptake', 'depth')]
        check('parts do not replace each other', [part.result()[0] for part in parts] == [200] * 3)


if __name__ == '__main__':
    check.run(globals(), sys.argv[3:])
