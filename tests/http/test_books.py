#!/usr/bin/python3
# test_books STIPPLE ROOT: what the server writes down about itself: its log and its metrics tell the same story, and
# neither tells anything that a client sent. Prints each claim that fails, and a count.
# SPDX-License-Identifier: Apache-2.0
import json
import os
import re
import subprocess
import sys
import time

from server import WAIT_S, Claims, Server

STIPPLE, ROOT = os.path.abspath(sys.argv[1]), sys.argv[2]
PERSON = open(os.path.join(ROOT, 'examples', 'amara-okafor.yaml'), 'rb').read()
CANARY = 'canary'   # stands in everything that is sent below, in one spelling or another
KEYS = {   # of each event, beside time, level and event; docs/security.md names them
    'listening': {'address', 'port'},
    'request': {'route', 'method', 'code', 'ms', 'bytes_in', 'bytes_out', 'connection'},
    'certificate': {'reason'},
    'refused': {'method', 'reason', 'code', 'connection'},
    'closed': {'reason', 'ms', 'connection'},
    'cancelled': {'route', 'reason', 'ms', 'connection'},
    'failed': {'reason', 'count'},
    'dropped': {'count'},
    'stopping': {'reason', 'count'},
    'stopped': {'ms'},
}
WORD = re.compile(r'[a-z_]+')
STALLED = 12000   # requests whose lines nobody reads: more than a pipe and the log's own room hold
BATCH = 500       # of them at once
check = Claims()


# Requests of every kind, good and bad, each with the canary in some part.
def everything(server):
    text = {'Content_Type': 'application/json'}
    person = json.dumps({'format': 'stipple-patient/1', 'age': 40, 'contact': CANARY})
    good = [('POST', '/api/screen?on=2026-03-02', person, text),
            ('POST', '/api/screen?on=2026-03-02', PERSON + b'\ncontact: canary\n', {'Content_Type': 'application/yaml'}),
            ('GET', '/healthz', None, {'User_Agent': CANARY, 'Cookie': f'{CANARY}={CANARY}', 'Referer': f'http://{CANARY}/'}),
            ('GET', '/', None, {f'X_{CANARY}': CANARY}),
            ('GET', '/metrics', None, {})]
    bad = [('POST', '/api/screen', json.dumps({CANARY: 1}), text),
           ('POST', '/api/screen', CANARY, text),
           ('POST', '/api/screen', person, {'Content_Type': f'text/{CANARY}'}),
           ('POST', f'/api/screen?{CANARY}=1', person, text),
           ('POST', f'/api/screen?on={CANARY}', person, text),
           ('POST', f'/api/simulate/{CANARY}', person, text),
           ('GET', f'/api/evidence/{CANARY}', None, {}),
           ('GET', f'/api/schema/{CANARY}', None, {}),
           ('GET', f'/{CANARY}.html', None, {}),
           ('GET', f'/api/plan/progress/{CANARY}-123', None, {}),
           ('DELETE', f'/api/plan/progress/{CANARY}-123', None, {}),
           (CANARY.upper(), '/healthz', None, {}),
           ('DELETE', '/api/screen', None, {})]
    refused = [('GET', '/healthz', None, {'Host': f'{CANARY}.example'}),
               ('GET', '/healthz', None, {'Origin': f'http://{CANARY}.example'}),
               ('GET', '/healthz', None, {'Stipple_Page': f'{CANARY}/{CANARY}'}),
               ('GET', f'/{CANARY}/../x', None, {}),
               ('GET', '/api/texts', None, {'Authorization': f'Bearer {CANARY}'}),
               ('GET', '/healthz', None, {'Expect': CANARY})]
    for method, target, body, fields in good:
        code = server.ask(method, target, body, **fields)[0]
        check(f'{method} {target} is answered', code == 200, code)
    for method, target, body, fields in bad + refused:
        code = server.ask(method, target, body, **fields)[0]
        check(f'{method} {target} is refused', 400 <= code < 500, code)
    return len(good) + len(bad), len(refused)


# Nothing of it in any spelling, nor the token.
def is_silent(server, text):
    return CANARY not in text.lower() and CANARY.encode().hex() not in text.lower() and server.token not in text


# The sum of a metric over its labels.
def total(text, name):
    return sum(float(line.rsplit(' ', 1)[1]) for line in text.splitlines() if re.match(name + r'[{ ]', line))


def test_the_log_and_the_metrics_agree_and_repeat_nothing():
    with Server(STIPPLE) as server:
        n_answered, n_refused = everything(server)
        metrics = server.ask('GET', '/metrics')[2].decode()   # of all answers but this
        check('the server ends well', server.end() == 0)
        log = server.errors.decode()
    check('the metrics repeat nothing', is_silent(server, metrics))
    check('the log repeats nothing', is_silent(server, log))
    lines = [json.loads(line) for line in log.splitlines()]
    check('the log is one object a line', log.endswith('\n') and all(isinstance(line, dict) for line in lines))
    for line in lines:
        event = line.get('event')
        keys = set(line) - {'time', 'level', 'event'}
        check(f'{event} has its keys', keys == KEYS.get(event), line)
        check(f'{event} has its time', re.fullmatch(r'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\d\dZ', line['time']), line)
        check(f'{event} has a level', line['level'] in ('info', 'warning', 'error'), line)
        check(f'{event} has a plain reason', WORD.fullmatch(line.get('reason', 'none')), line)
    times = [line['time'] for line in lines]
    check('time goes forward in the log', times == sorted(times))
    check('it begins and ends', [lines[0]['event'], lines[-1]['event']] == ['listening', 'stopped'], lines[-1])
    requests = [line for line in lines if line['event'] == 'request']
    check('every answer has a line', len(requests) == n_answered + 1, (len(requests), n_answered))
    answered = total(metrics, 'stipple_http_requests_total')
    check('every answer is counted', answered == n_answered, (answered, n_answered))
    refused = total(metrics, 'stipple_heads_refused_total')
    check('every refused head is counted', refused == n_refused, (refused, n_refused))
    check('every refused head has a line', sum(line['event'] == 'refused' for line in lines) == n_refused)
    body_bytes = total(metrics, 'stipple_http_request_body_bytes_total')
    check('bodies are counted alike', body_bytes == sum(line['bytes_in'] for line in requests), body_bytes)
    check('answers have a body', all(line['bytes_out'] > 0 for line in requests if line['code'] != 304))
    routes = {line['route'] for line in requests}
    wrong = [line['route'] for line in requests if line['code'] == 405]
    check('a wrong method names the route it met', wrong == ['/healthz', '/api/screen'], wrong)
    methods = {line['method'] for line in lines if line['event'] == 'refused'}
    check('a refused head names its method', methods == {'GET'}, methods)
    check('what is fine is no reason of a refusal', 'reason=""' not in metrics and 'fine' not in metrics)
    check('a line names the route and not the path', '/api/evidence/{id}' in routes and '/api/screen' in routes, routes)


# Each sample of the format once, each family in one place and of a known type.
def test_the_metrics_are_well_formed():
    with Server(STIPPLE) as server:
        everything(server)
        _, fields, body = server.ask('GET', '/metrics')
    check('their type is named', fields['content-type'].startswith('text/plain; version=0.0.4'), fields)
    types, seen, family = {}, set(), None
    for line in body.decode().splitlines():
        comment = re.fullmatch(r'# (HELP|TYPE) ([a-z_]+) (.+)', line)
        if comment and comment[1] == 'TYPE':
            check(f'{comment[2]} stands in one place', comment[2] not in types)
            family, types[comment[2]] = comment[2], comment[3]
            check(f'{comment[2]} has a type', comment[3] in ('counter', 'gauge', 'histogram'), line)
        if comment:
            continue
        sample = re.fullmatch(r'([a-z_]+)(?:\{((?:[a-z]+="[^"\\]*",?)*)\})? (-?[0-9.e+-]+)', line)
        check('a line is a sample', sample, line)
        if not sample:
            continue
        check('a sample stands once', (sample[1], sample[2]) not in seen, line)
        seen.add((sample[1], sample[2]))
        ends = ('_bucket', '_sum', '_count') if types.get(family) == 'histogram' else ('',)
        check('a sample stands with its family', sample[1] in [family + end for end in ends], line)
        check('a counter says total', types[family] != 'counter' or family.endswith('_total'), line)
    with open(os.path.join(ROOT, 'docs', 'security.md'), encoding='utf-8') as page:
        told = set(re.findall(r'`((?:stipple|process)_[a-z_]+)`', page.read()))
    check('the page on security names every metric', told == set(types), told ^ set(types))
    check('the memory is told', any(name == 'process_resident_memory_bytes' for name, _ in seen))


# The pipe of the log is full, and the log's own room too: the server answers as before, and counts what it lost.
def test_a_log_that_nobody_reads_stops_nothing():
    with Server(STIPPLE) as server:
        with server.connect() as connection:
            for _ in range(STALLED // BATCH):
                connection.sendall(server.head('GET', '/healthz', token=False) * BATCH)
                got = b''
                while got.count(b'"status":"ok"') < BATCH:
                    more = connection.recv(1 << 20)
                    if not more:
                        break
                    got += more
                if got.count(b'HTTP/1.1 200 ') != BATCH:
                    check('it answers while its log waits', False, got[-300:])
                    break
        lost = server.metric('stipple_log_lines_dropped_total')
        answered = server.metric('stipple_http_requests_total', route='/healthz')
        check('every request is answered', answered == STALLED, answered)
        check('lines are lost, and not all', 0 < lost < STALLED, lost)
        check('the server ends well', server.end() == 0)
        lines = [json.loads(line) for line in server.errors.decode().splitlines()]
        told = sum(line['count'] for line in lines if line['event'] == 'dropped')
        healthy = sum(line['event'] == 'request' and line['route'] == '/healthz' for line in lines)
        check('what was lost is told', told >= lost and healthy + told >= STALLED, (told, lost, healthy))


# One that nobody listens to at all: the pipe has no reader.
def test_a_log_without_a_reader_stops_nothing():
    with Server(STIPPLE) as server:
        server.process.stderr.close()
        end = time.monotonic() + WAIT_S
        while server.metric('stipple_log_lines_dropped_total') == 0 and time.monotonic() < end:
            time.sleep(0.02)
        check('what was lost is counted', server.metric('stipple_log_lines_dropped_total') > 0)
        check('it answers', server.ask('GET', '/healthz')[0] == 200)
        server.process.terminate()
        check('the server ends well', server.process.wait(WAIT_S) == 0)
        server.process.stdout.close()


# A descriptor that came closed is not taken by a socket, into which the log would then go. What the program is wrapped
# in may need them open.
def test_a_log_that_came_closed_goes_nowhere():
    if os.environ.get('STIPPLE_WRAP'):
        return
    with Server(STIPPLE, closed=[0, 2]) as server:
        check('it answers', server.ask('GET', '/healthz')[0] == 200)
        for number in (0, 2):
            at = os.readlink(f'/proc/{server.process.pid}/fd/{number}')
            check(f'descriptor {number} leads nowhere', at == '/dev/null', at)
        check('the server ends well', server.end() == 0)
    done = subprocess.run([STIPPLE, 'serve', '--listen', '127.0.0.1:0'], stdin=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, timeout=WAIT_S, preexec_fn=lambda: os.close(1))
    check('without an output there is no server', done.returncode == 4, (done.returncode, done.stderr[-300:]))


if __name__ == '__main__':
    if len(sys.argv) < 3:
        sys.exit('usage: test_books.py STIPPLE ROOT [TEST...]')
    check.run(globals(), sys.argv[3:])
