#!/usr/bin/python3
# test_turmoil STIPPLE ROOT [SEED [TURNS]]: many clients at once that behave in every way a client can: they ask, change
# their mind, go away in the middle of what they send or read, follow work and call it off. The same answers come all
# the while, nothing is held when they are gone, and the server ends well. Prints each claim that fails, and a count.
# SPDX-License-Identifier: Apache-2.0
import concurrent.futures
import os
import random
import sys

from server import Claims, Server

STIPPLE, ROOT = sys.argv[1], sys.argv[2]
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 1
TURNS = int(sys.argv[4]) if len(sys.argv) > 4 else 25
CLIENTS = 12
PERSON = open(os.path.join(ROOT, 'examples', 'amara-okafor.yaml'), 'rb').read()
YAML = {'Content_Type': 'application/yaml'}
ON = 'on=2026-03-02'
check = Claims()


class Client:
    def __init__(self, server, number, expected):
        self.server, self.expected = server, expected
        self.random = random.Random(SEED * 1000 + number)
        self.name = f'client-{SEED}-{number:04}'
        self.codes = []

    def bytes_of(self, verb, members):
        fields = {'Content_Length': len(PERSON), **YAML}
        if self.random.random() < 0.5:
            fields['Stipple_Work'] = self.name
        if self.random.random() < 0.5:
            fields['Stipple_Page'] = f'page-of-{self.random.randrange(4):04}'
        return self.server.head('POST', f'/api/{verb}?{ON}&members={members}', **fields) + PERSON

    def ask(self):
        code, _, body = self.server.ask('POST', f'/api/screen?{ON}', PERSON, **YAML)
        self.codes.append((code, body == self.expected))

    def send_a_part(self):
        data = self.bytes_of('plan', 1000)
        with self.server.connect() as connection:
            connection.sendall(data[:self.random.randrange(len(data))])

    def go_while_it_works(self):
        with self.server.connect() as connection:
            connection.sendall(self.bytes_of('plan', 3000))
            if self.random.random() < 0.5:
                connection.settimeout(self.random.random() / 20)
                try:
                    connection.recv(self.random.randrange(1, 100000))
                except OSError:
                    pass

    def many_at_once(self):
        with self.server.connect() as connection:
            connection.sendall(b''.join(self.bytes_of('screen', 1000) for _ in range(5)))
            connection.recv(self.random.randrange(1, 10000))

    def follow(self):
        with self.server.connect() as work, self.server.connect() as stream:
            work.sendall(self.bytes_of('plan', 2000))
            stream.sendall(self.server.head('GET', f'/api/plan/progress/{self.name}'))
            stream.recv(self.random.randrange(1, 1000))

    def call_off(self):
        with self.server.connect() as work:
            work.sendall(self.bytes_of('plan', 5000))
            self.server.ask('DELETE', f'/api/plan/progress/{self.name}')
            work.recv(1000)

    def nonsense(self):
        with self.server.connect() as connection:
            connection.sendall(bytes(self.random.randrange(256) for _ in range(self.random.randrange(1, 400))))

    def run(self):
        turns = [self.ask, self.send_a_part, self.go_while_it_works, self.many_at_once, self.follow, self.call_off,
                 self.nonsense]
        for _ in range(TURNS):
            try:
                self.random.choice(turns)()
            except ConnectionError:
                self.codes.append(('closed', True))
        return self.codes


def test_turmoil():
    with Server(STIPPLE, '--patience', '30') as server:
        expected = server.ask('POST', f'/api/screen?{ON}', PERSON, **YAML)[2]
        with concurrent.futures.ThreadPoolExecutor(CLIENTS) as pool:
            clients = [Client(server, number, expected) for number in range(CLIENTS)]
            codes = [code for run in [pool.submit(client.run) for client in clients] for code in run.result()]
        asked = [code for code in codes if code[0] != 'closed']
        check('questions were asked', len(asked) > TURNS, codes)
        check('each was answered alike, or told to come back',
              all(code == (200, True) or code[0] == 503 for code in asked), codes)
        check('an answer comes afterwards', server.ask('POST', f'/api/screen?{ON}', PERSON, **YAML)[2] == expected)
        for name in ('stipple_open_work', 'stipple_workers_busy', 'stipple_queue_requests', 'stipple_progress_streams'):
            check(f'{name} is none', server.until(0, name), server.metric(name))
        check('no body is held', server.until(0, 'stipple_bodies_held_bytes'))
        check('nobody is left', server.until(1, 'stipple_connections'), server.metric('stipple_connections'))


if __name__ == '__main__':
    check.run(globals(), [])
