#!/usr/bin/env python3
# load.py STIPPLE [PART...]: what the server bears, on loopback alone. Parts, in this order when none is named:
#   screen   /api/screen as fast as wrk can ask for it
#   plan     a plan for one user, beside the same plan on the command line, in turns
#   users    50 users who plan all the time, then more than the queue holds
#   slow     500 clients that drip a byte at a time, with probes meanwhile
#   soak     SOAK_SECONDS (600) of everything mixed, memory sampled
#   drag     the page in Chromium: the first page, a fine setting dragged for 5 s (drag.mjs)
# Every part starts a server of its own and ends it. A missed target is printed, not an error; an answer
# that is wrong is. Times are those of the machine: the clients run on the same cores as the server.
# SPDX-License-Identifier: Apache-2.0
import json
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time

import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
DAY = '2026-03-02'
PERSON = os.path.join(ROOT, 'examples', 'amara-okafor.yaml')
MB_MOST = 256


class Server:
    """A server on a free port of loopback, with its token."""

    def __init__(self, stipple):
        self.process = subprocess.Popen([stipple, 'serve', '--listen', '127.0.0.1:0'], stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, text=True)
        line = self.process.stdout.readline()
        found = re.fullmatch(r'listening on http://127\.0\.0\.1:(\d+)/#(\S+)\n', line)
        if not found:
            sys.exit(f'load: the server did not start: {line!r}')
        self.port, self.token = int(found.group(1)), found.group(2)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        if self.process.wait(timeout=30) != 0:
            sys.exit(f'load: the server ended with status {self.process.returncode}')

    def memory_mb(self, key='VmRSS'):
        with open(f'/proc/{self.process.pid}/status') as file:
            return int(re.search(key + r':\s+(\d+) kB', file.read()).group(1)) / 1024

    def connection(self, timeout=60):
        return Connection(self, timeout)


class Connection:
    """A connection kept alive, with no more of HTTP than the server's own answers need."""

    def __init__(self, server, timeout):
        self.server = server
        self.socket = socket.create_connection(('127.0.0.1', server.port), timeout=timeout)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.rest = b''

    def close(self):
        self.socket.close()

    def ask(self, method, path, body=b''):
        head = (f'{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.server.port}\r\n'
                f'Authorization: Bearer {self.server.token}\r\n')
        if body:
            head += f'Content-Type: application/json\r\nContent-Length: {len(body)}\r\n'
        self.socket.sendall(head.encode() + b'\r\n' + body)
        return self.answer()

    def more(self):
        got = self.socket.recv(262144)
        if not got:
            raise ConnectionError('closed by the server')
        self.rest += got

    def answer(self):
        while b'\r\n\r\n' not in self.rest:
            self.more()
        head, self.rest = self.rest.split(b'\r\n\r\n', 1)
        n = int(re.search(rb'\r\ncontent-length: *(\d+)', head.lower()).group(1))
        while len(self.rest) < n:
            self.more()
        body, self.rest = self.rest[:n], self.rest[n:]
        return int(head.split(b' ', 2)[1]), body


def person_file(stipple):
    return os.path.join(os.path.dirname(stipple), 'load-person.json')


def person_json():
    """The first example as JSON, whose dates and facts stay texts."""
    with open(PERSON) as file:
        tree = yaml.load(file, Loader=yaml.BaseLoader)
    return json.dumps(typed(tree)).encode()


def typed(value):
    if isinstance(value, dict):
        return {key: typed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [typed(item) for item in value]
    if re.fullmatch(r'-?\d+(\.\d+)?', value):
        return json.loads(value)
    return {'true': True, 'false': False}.get(value, value)


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def row(name, value, target='', is_met=None):
    verdict = '' if is_met is None else ('met' if is_met else 'MISSED')
    print(f'  {name:<58} {value:>18}   {target} {verdict}'.rstrip(), flush=True)


def clock():
    return time.perf_counter()


# ---- parts ----

def part_screen(stipple, body):
    with Server(stipple) as server:
        for connections in (1, 8, 64):
            said = subprocess.run(
                ['wrk', '-t1', f'-c{connections}', '-d8s', '-s', os.path.join(HERE, 'post.lua'),
                 f'http://127.0.0.1:{server.port}/api/screen?on={DAY}', '--', server.token, person_file(stipple)],
                check=True, capture_output=True, text=True).stdout
            figures = dict(zip(*[iter(said.split('\n')[-2].split())] * 2))
            if int(figures['not_200']) or int(figures['errors']):
                sys.exit(f'load: answers other than 200: {said}')
            rate = int(figures['per_second'])
            is_last = connections == 64
            row(f'screen, {connections} connections: requests/s', f'{rate:,}', '>= 10,000' if is_last else '',
                rate >= 10000 if is_last else None)
            row('   its latency p50, p99, greatest', '{:.2f} {:.2f} {:.2f} ms'.format(
                *(int(figures[key]) / 1000 for key in ('p50_us', 'p99_us', 'max_us'))))
        memory(server)


def memory(server):
    peak = server.memory_mb('VmHWM')
    row('   resident memory, at most', f'{peak:.1f} MB', f'<= {MB_MOST} MB', peak <= MB_MOST)


def part_plan(stipple, body, runs=101):
    command = [stipple, 'plan', person_file(stipple), '--on', DAY, '--json']
    expected = subprocess.run(command, check=True, capture_output=True).stdout
    ours, theirs = [], []
    with Server(stipple) as server:
        connection = server.connection()
        for turn in range(runs + 5):
            begun = clock()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            between = clock()
            code, answer = connection.ask('POST', f'/api/plan?on={DAY}', body)
            ended = clock()
            if code != 200 or answer != expected:
                sys.exit(f'load: plan: {code}: not what the command line prints')
            if turn >= 5:   # the first few warm both
                theirs.append(1000 * (between - begun))
                ours.append(1000 * (ended - between))
        connection.close()
        for name, times in (('command line', theirs), ('over HTTP', ours)):
            row(f'plan, {name}: median, p95', f'{statistics.median(times):.1f} {percentile(times, 0.95):.1f} ms')
        ratio = percentile(ours, 0.95) / percentile(theirs, 0.95)
        row('   p95 over HTTP : p95 on the command line', f'{ratio:.2f}', '<= 1.2', ratio <= 1.2)
        memory(server)


def crowd(server, body, n_users, seconds):
    """Users who plan all the time. Returns answers by code for each user, and all latencies in ms."""
    codes = [{} for _ in range(n_users)]
    times, lock, end = [], threading.Lock(), clock() + seconds

    def user(number):
        connection = server.connection()
        while clock() < end:
            begun = clock()
            code, _ = connection.ask('POST', f'/api/plan?on={DAY}', body)
            took = 1000 * (clock() - begun)
            codes[number][code] = codes[number].get(code, 0) + 1
            if code == 200:
                with lock:
                    times.append(took)
            else:
                time.sleep(0.1)
        connection.close()

    threads = [threading.Thread(target=user, args=(number,)) for number in range(n_users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return codes, times


def part_users(stipple, body):
    for n_users, seconds in ((50, 15), (200, 15)):
        with Server(stipple) as server:
            codes, times = crowd(server, body, n_users, seconds)
            done = [user.get(200, 0) for user in codes]
            busy = sum(user.get(503, 0) for user in codes)
            other = {code for user in codes for code in user} - {200, 503}
            if other:
                sys.exit(f'load: users: answers {other}')
            row(f'{n_users} users plan for {seconds} s: plans/s', f'{sum(done) / seconds:.0f}')
            row('   latency median, p95, greatest', '{:.0f} {:.0f} {:.0f} ms'.format(
                statistics.median(times), percentile(times, 0.95), max(times)))
            fairness = sum(done) ** 2 / (len(done) * sum(n * n for n in done))
            row('   plans of one user: fewest, most; Jain\'s fairness', f'{min(done)} {max(done)}; {fairness:.3f}',
                *(('>= 0.95', fairness >= 0.95) if n_users == 50 else ()))
            if n_users == 50:
                row('   answered 503 (all 50 fit the queue)', busy, '= 0', busy == 0)
            else:
                row('   answered 503 (more than the queue holds)', busy, '> 0', busy > 0)
            memory(server)


def part_slow(stipple, n_clients=500):
    with Server(stipple) as server:
        dripping, closed = [], {}
        for number in range(n_clients):
            dripping.append(socket.create_connection(('127.0.0.1', server.port), timeout=10))
            dripping[-1].setblocking(False)
        begun, probes, next_drip = clock(), [], 0
        line = b'POST /api/plan HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ' + b'a' * 4096
        at = 0
        while len(closed) < n_clients and clock() - begun < 40:
            if clock() - begun >= next_drip:   # a byte each, every two and a half seconds
                for number, client in enumerate(dripping):
                    if number not in closed:
                        try:
                            client.send(line[at:at + 1])
                        except OSError:
                            closed[number] = clock() - begun
                at, next_drip = at + 1, next_drip + 2.5
            for number, client in enumerate(dripping):
                if number not in closed and is_ended(client):
                    closed[number] = clock() - begun
            started = clock()
            probe = server.connection()
            code, _ = probe.ask('GET', '/healthz')
            probes.append(1000 * (clock() - started))
            probe.close()
            if code != 200:
                sys.exit(f'load: slow: probe answered {code}')
            time.sleep(0.02)
        last = max(closed.values()) if len(closed) == n_clients else float('inf')
        row(f'{n_clients} slow clients: the last is dropped after', f'{last:.1f} s', '<= 20 s', last <= 20)
        row(f'   {len(probes)} probes meanwhile: median, p99, greatest', '{:.2f} {:.2f} {:.2f} ms'.format(
            statistics.median(probes), percentile(probes, 0.99), max(probes)), '< 5 ms', max(probes) < 5)
        memory(server)
        for client in dripping:
            client.close()


def is_ended(client):
    try:
        return client.recv(4096) == b''
    except BlockingIOError:
        return False
    except OSError:
        return True


def part_soak(stipple, body):
    seconds = int(os.environ.get('SOAK_SECONDS', '600'))
    with Server(stipple) as server:
        samples, end, failures = [], clock() + seconds, []

        def mixed(number):
            turn = 0
            while clock() < end:
                try:
                    connection = server.connection()
                    for path in (f'/api/screen?on={DAY}', f'/api/plan?on={DAY}', f'/api/plan?on={DAY}&members=20000'):
                        code, _ = connection.ask('POST', path, body if turn % 5 else body[:-20])
                        if code not in (200, 400, 503):
                            failures.append(code)
                    for path in ('/', '/healthz', '/api/evidence/CI-10', '/api/texts', '/metrics'):
                        code, _ = connection.ask('GET', path)
                        if code != 200:
                            failures.append(code)
                    if turn % 7 == number:   # gives up in the middle of its work
                        connection.socket.sendall(
                            (f'POST /api/plan?on={DAY}&members=100000 HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n'
                             f'Authorization: Bearer {server.token}\r\nContent-Type: application/json\r\n'
                             f'Content-Length: {len(body)}\r\n\r\n').encode() + body)
                        time.sleep(0.02)
                    connection.close()
                    turn += 1
                except OSError as error:
                    failures.append(str(error))
                    time.sleep(0.1)

        threads = [threading.Thread(target=mixed, args=(number,)) for number in range(6)]
        for thread in threads:
            thread.start()
        while clock() < end:
            samples.append(server.memory_mb())
            time.sleep(1)
        for thread in threads:
            thread.join()
        if failures:
            sys.exit(f'load: soak: {len(failures)} failures, first {failures[:3]}')
        fifth = max(1, len(samples) // 5)
        early, late = statistics.median(samples[fifth:2 * fifth]), statistics.median(samples[-fifth:])
        row(f'{seconds} s of mixed load: memory early, late', f'{early:.1f} {late:.1f} MB', 'growth <= 5 %',
            late <= early * 1.05)
        memory(server)


# MODULES holds what drives the browser, as the tests of the page have it.
def part_drag(stipple, body):
    modules = os.path.join(os.path.dirname(stipple), 'load_modules')
    got = subprocess.run([os.path.join(ROOT, 'tools/modules'), os.path.join(ROOT, 'tests/browser'), modules, '20'],
                         stdout=subprocess.PIPE, text=True, check=False)
    if got.returncode != 0:
        sys.exit(f'load: the page cannot be driven: {got.stdout.strip()}')
    told = subprocess.run(['node', os.path.join(HERE, 'drag.mjs'), stipple, ROOT, modules], stdout=subprocess.PIPE, check=True,
                          timeout=120).stdout
    seen = json.loads(told)
    runs, frames = seen['runs_ms'], seen['frames_ms']
    if seen['words'] or len(runs) < 10:
        sys.exit(f'load: drag: {len(runs)} answers, console: {seen["words"]}')
    row('first page usable, median of 5, ms', f'{seen["first_ms"]:.0f}', 'at most 1000', seen['first_ms'] <= 1000)
    row('script with which the page begins, packed, kB', f'{seen["script_bytes"] / 1000:.1f}', 'at most 60', seen['script_bytes'] <= 60000)
    row('script that comes after it, packed, kB', f'{seen["later_bytes"] / 1000:.1f}')
    row('re-simulations in 5 s', len(runs))
    row('re-simulation until painted, p50, ms', f'{percentile(runs, 0.5):.1f}')
    row('re-simulation until painted, p95, ms', f'{percentile(runs, 0.95):.1f}', 'at most 300', percentile(runs, 0.95) <= 300)
    row('main thread busy for more than 50 ms, times', len(seen['tasks_ms']), '0', not seen['tasks_ms'])
    row('longest wait between frames, ms', f'{max(frames):.0f}')


PARTS = {'screen': part_screen, 'plan': part_plan, 'users': part_users, 'slow': part_slow, 'soak': part_soak,
         'drag': part_drag}


def main():
    if len(sys.argv) < 2 or not set(sys.argv[2:]) <= set(PARTS):
        sys.exit('usage: load.py STIPPLE [' + '|'.join(PARTS) + ']...')
    stipple, names = os.path.abspath(sys.argv[1]), sys.argv[2:] or list(PARTS)
    body = person_json()
    with open(person_file(stipple), 'wb') as out:
        out.write(body)
    for name in names:
        print(name, flush=True)
        PARTS[name](*((stipple,) if name == 'slow' else (stipple, body)))


if __name__ == '__main__':
    main()
