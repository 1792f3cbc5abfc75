# server: `stipple serve` on a free port of this machine, for one test, and requests to it: plain ones, and bytes sent
# as they are. $STIPPLE_WRAP, split by spaces, stands before the call.
# SPDX-License-Identifier: Apache-2.0
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import time

WAIT_S = 60   # for anything at all: with valgrind too, a test that waits longer has failed


class Server:
    def __init__(self, stipple, *options, listen='127.0.0.1:0', tls=None, env=None, closed=()):
        call = [*os.environ.get('STIPPLE_WRAP', '').split(), stipple, 'serve', '--listen', listen, *options]
        self.tls = tls
        self.process = subprocess.Popen(call, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, env={**os.environ, **(env or {})},
                                        preexec_fn=lambda: [os.close(number) for number in closed])
        self.line = self.process.stdout.readline().decode()
        match = re.fullmatch(r'listening on (https?)://(\S+):(\d+)/#(\S+)\n', self.line)
        if not match:
            self.process.kill()
            raise SystemExit(f'no server: {self.line!r} {self.process.stderr.read()[:1000]!r}')
        self.host, self.port, self.token = match[2], int(match[3]), match[4]
        self.errors = None

    def __enter__(self):
        return self

    # However a test went: a server that does not end well, or a sanitizer that found something in it, fails it.
    def __exit__(self, *_):
        status = self.end() if self.process.poll() is None else self.process.returncode
        if status != 0:
            raise SystemExit(f'the server ended with {status}: {(self.errors or b"")[-4000:].decode()}')

    # Ends it in the way it is meant to end; its status.
    def end(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        return self.wait()

    # Its log is read to the end, so that it never waits for a reader.
    def wait(self):
        try:
            _, self.errors = self.process.communicate(timeout=WAIT_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()
        return self.process.returncode

    def connect(self):
        connection = socket.create_connection((self.host.strip('[]'), self.port), timeout=WAIT_S)
        return self.tls.wrap_socket(connection) if self.tls else connection

    def fields(self, token=True, **more):
        fields = {'Host': f'{self.host}:{self.port}'}
        if token:
            fields['Authorization'] = f'Bearer {self.token}'
        for name, value in more.items():
            fields[name.replace('_', '-')] = value
        return fields

    # One request on a connection of its own: (code, fields by their names in small letters, body).
    def ask(self, method, target, body=None, token=True, **fields):
        kind = http.client.HTTPSConnection if self.tls else http.client.HTTPConnection
        more = {'context': self.tls} if self.tls else {}
        connection = kind(self.host.strip('[]'), self.port, timeout=WAIT_S, **more)
        try:
            return self.ask_on(connection, method, target, body, token, **fields)
        finally:
            connection.close()

    def ask_on(self, connection, method, target, body=None, token=True, **fields):
        connection.request(method, target, body, self.fields(token, **fields),
                           encode_chunked='Transfer_Encoding' in fields)
        answer = connection.getresponse()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()

    # The bytes of a request, for a socket.
    def head(self, method, target, token=True, **fields):
        lines = [f'{method} {target} HTTP/1.1']
        lines += [f'{name}: {value}' for name, value in self.fields(token, **fields).items()]
        return ('\r\n'.join(lines) + '\r\n\r\n').encode()

    # The value of a line of /metrics, the sum of several.
    def metric(self, name, **labels):
        text = self.ask('GET', '/metrics')[2].decode()
        total = 0.0
        for line in text.splitlines():
            match = re.match(r'([a-z_]+)(?:\{(.*)\})? (\S+)$', line)
            if match and match[1] == name and all(f'{k}="{v}"' in (match[2] or '') for k, v in labels.items()):
                total += float(match[3])
        return total

    # Waits until a metric is this value; False if it never is.
    def until(self, value, name, **labels):
        end = time.monotonic() + WAIT_S
        while time.monotonic() < end:
            if self.metric(name, **labels) == value:
                return True
            time.sleep(0.02)
        return False


# Claims that a test makes, each told when it does not hold.
class Claims:
    def __init__(self):
        self.n, self.failed = 0, []

    def __call__(self, claim, holds, detail=''):
        self.n += 1
        if not holds:
            self.failed.append(claim)
            print(f'not so: {claim} {detail}'[:400])

    # Runs the functions test_* of a module, or the chosen ones, and ends with a status.
    def run(self, module, chosen):
        for name, test in list(module.items()):
            if not name.startswith('test_') or (chosen and name not in chosen):
                continue
            begun = time.monotonic()
            test()
            if chosen:
                print(f'{name}: {time.monotonic() - begun:.1f} s')
        print(f'{self.n} checks, {len(self.failed)} failed')
        raise SystemExit(1 if self.failed else 0)


def is_problem(answer, code, slug):
    status, fields, body = answer
    if status != code or fields.get('content-type') != 'application/problem+json':
        return False
    said = json.loads(body)
    return said['status'] == code and said['type'] == f'urn:stipple:problem:{slug}'


# All that comes until the other end closes. b'' also when it resets the connection.
def drained(connection):
    got = b''
    while True:
        try:
            more = connection.recv(65536)
        except ConnectionError:
            return got
        if not more:
            return got
        got += more
