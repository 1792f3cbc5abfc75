# api_server: the program serving, asked over a connection that is kept, and the command line beside it, both with an
# empty home. $STIPPLE_WRAP, split by spaces, stands before every call. Part of the tests of the web interface.
# SPDX-License-Identifier: Apache-2.0
import http.client
import json
import os
import subprocess
import tempfile

from server import Server, WAIT_S


class Reply:
    def __init__(self, answer):
        self.code, self.headers, self.body = answer.status, answer.headers, answer.read()

    def json(self):
        return json.loads(self.body)

    @property
    def media(self):
        return self.headers.get('Content-Type', '')


class Program:
    def __init__(self, stipple):
        self.path = os.path.abspath(stipple)
        self.folder = tempfile.TemporaryDirectory(prefix='stipple-api-')
        self.home = self.folder.name
        self.env = {'HOME': self.home, 'STIPPLE_DATA': self.home, 'LC_ALL': 'C.UTF-8'}

    # The command line: status, what it printed, what it said.
    def run(self, *args):
        call = [*os.environ.get('STIPPLE_WRAP', '').split(), self.path, *args]
        done = subprocess.run(call, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env={**os.environ, **self.env}, cwd=self.home, timeout=WAIT_S)
        return done.returncode, done.stdout, done.stderr

    def serve(self, *options):
        return ApiServer(self.path, *options, env=self.env)


class ApiServer(Server):
    held = None

    def __exit__(self, *what):
        if self.held:
            self.held.close()
        super().__exit__(*what)

    def is_there(self):
        return self.process.poll() is None

    def open(self):
        return http.client.HTTPConnection(self.host, self.port, timeout=WAIT_S)

    # One request on the connection that is kept, or on one of its own. `token` None: without one.
    def send(self, method, target, body=None, media='application/json', token='', headers=None, alone=False):
        sent = dict(headers or {})
        if token is not None:
            sent['Authorization'] = 'Bearer ' + (token or self.token)
        if body is not None and media:
            sent['Content-Type'] = media
        if isinstance(body, str):
            body = body.encode()
        line = None if alone else self.held
        for line in [line, self.open()] if line else [self.open()]:
            try:
                line.request(method, target, body=body, headers=sent)
                reply = Reply(line.getresponse())
                break
            except ConnectionError:
                # The server ends a connection on which it refused something; the next request takes a new one.
                line.close()
                if line is not self.held:
                    raise
                self.held = None
        if not alone and line.sock:
            self.held = line
        else:
            line.close()
        return reply

    # The answer to the head of a POST whose body is announced and not sent.
    def announce(self, target, n):
        line = self.open()
        line.putrequest('POST', target)
        for name, value in (('Authorization', 'Bearer ' + self.token), ('Content-Type', 'application/json'),
                            ('Content-Length', str(n))):
            line.putheader(name, value)
        line.endheaders()
        reply = Reply(line.getresponse())
        line.close()
        return reply
