# api_server: the program serving on a port of its own for as long as a test needs it, and the command line beside it.
# $STIPPLE_WRAP, split by spaces, stands before every call of the program. Part of the tests of the web interface.
# SPDX-License-Identifier: Apache-2.0
import http.client
import json
import os
import re
import signal
import subprocess
import tempfile

SECONDS = 300
FIRST = re.compile(rb'listening on (http)://127\.0\.0\.1:(\d+)/#([A-Za-z0-9_-]{20,})\n')


class Reply:
    def __init__(self, answer):
        self.code = answer.status
        self.headers = answer.headers
        self.body = answer.read()

    def json(self):
        return json.loads(self.body)

    @property
    def media(self):
        return self.headers.get('Content-Type', '')


class Program:
    def __init__(self, stipple):
        self.call = [*os.environ.get('STIPPLE_WRAP', '').split(), os.path.abspath(stipple)]
        self.folder = tempfile.TemporaryDirectory(prefix='stipple-api-')
        self.home = self.folder.name
        self.env = {'PATH': os.environ.get('PATH', '/usr/bin:/bin'), 'HOME': self.home, 'LC_ALL': 'C.UTF-8'}
        for name, value in os.environ.items():
            if name.endswith('SAN_OPTIONS'):
                self.env[name] = value

    # The command line: status, what it printed, what it said.
    def run(self, *args, cwd=None):
        done = subprocess.run([*self.call, *args], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env=self.env, cwd=cwd or self.home, timeout=SECONDS)
        return done.returncode, done.stdout, done.stderr


# with Server(program) as server: ...
class Server:
    def __init__(self, program, *options):
        self.program, self.options = program, options
        self.held = None

    def __enter__(self):
        self.log = open(os.path.join(self.program.home, 'log'), 'w+b')
        self.process = subprocess.Popen([*self.program.call, 'serve', '--listen', '127.0.0.1:0', *self.options],
                                        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.log,
                                        env=self.program.env, cwd=self.program.home)
        match = FIRST.fullmatch(self.process.stdout.readline())
        if not match:
            self.process.kill()
            raise RuntimeError(f'the server did not begin: {self.said()}')
        self.port, self.token = int(match.group(2)), match.group(3).decode()
        return self

    def __exit__(self, *_):
        if self.held:
            self.held.close()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            self.status = self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.status = self.process.wait()
        self.process.stdout.close()
        self.log.close()

    # The answer to the head of a POST whose body is announced and not sent.
    def announce(self, target, n):
        line = http.client.HTTPConnection('127.0.0.1', self.port, timeout=SECONDS)
        line.putrequest('POST', target)
        for name, value in (('Authorization', 'Bearer ' + self.token), ('Content-Type', 'application/json'),
                            ('Content-Length', str(n))):
            line.putheader(name, value)
        line.endheaders()
        reply = Reply(line.getresponse())
        line.close()
        return reply

    def said(self):
        self.log.seek(0)
        return self.log.read().decode(errors='replace')

    def is_there(self):
        return self.process.poll() is None

    # One request on a connection that is kept, or on one of its own. `token` None: without one.
    def ask(self, method, target, body=None, media='application/json', token='', headers=None, alone=False):
        sent = dict(headers or {})
        if token is not None:
            sent.setdefault('Authorization', 'Bearer ' + (token or self.token))
        if body is not None and media:
            sent['Content-Type'] = media
        if isinstance(body, str):
            body = body.encode()
        for attempt in range(2):
            line = self.held
            if alone or not line:
                line = http.client.HTTPConnection('127.0.0.1', self.port, timeout=SECONDS)
            try:
                line.request(method, target, body=body, headers=sent)
                reply = Reply(line.getresponse())
                break
            except (http.client.RemoteDisconnected, ConnectionError):
                # The server ends a connection that it refused something on; the next request needs a new one.
                line.close()
                if alone or line is not self.held or attempt:
                    raise
                self.held = None
        if alone or line.sock is None:
            line.close()
            if line is self.held:
                self.held = None
        else:
            self.held = line
        return reply
