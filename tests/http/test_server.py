#!/usr/bin/python3
# test_server STIPPLE ROOT: the server itself, whatever it answers: how it begins and ends, whom it lets in, how long it
# waits, what it does with work that nobody waits for, and what it holds. Prints each claim that fails, and a count.
# SPDX-License-Identifier: Apache-2.0
import concurrent.futures
import json
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import warnings

from server import WAIT_S, Claims, Server, drained, is_problem

STIPPLE, ROOT = sys.argv[1], sys.argv[2]
PERSON = open(os.path.join(ROOT, 'examples', 'amara-okafor.yaml'), 'rb').read()
YAML = {'Content_Type': 'application/yaml'}
ON = 'on=2026-03-02'
MEMBERS = 5000 if os.environ.get('STIPPLE_WRAP') else 30000
LONG = f'/api/plan?{ON}&members={MEMBERS}'    # half a second, wrapped a few
LONGER = f'/api/plan?{ON}&members=100000'    # what is called off
SECURITY = {
    'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin',
}
check = Claims()


def called(*arguments, **more):
    wrap = os.environ.get('STIPPLE_WRAP', '').split()
    return subprocess.run([*wrap, STIPPLE, *arguments], capture_output=True, timeout=WAIT_S, **more)


def test_first_line_and_token():
    with Server(STIPPLE) as one, Server(STIPPLE) as two:
        check('a token has 256 bits', re.fullmatch(r'[A-Za-z0-9_-]{43}', one.token), one.line)
        check('no token comes twice', one.token != two.token)
        check('it says its port', one.port > 0 and one.port != two.port)
        code, fields, body = one.ask('GET', '/healthz', token=False)
        check('health needs no token', code == 200 and json.loads(body)['status'] == 'ok', body)
        check('the page needs no token', one.ask('GET', '/', token=False)[0] == 200)
        for target in ('/api/texts', '/metrics', '/api/nothing', '/api'):
            answer = one.ask('GET', target, token=False)
            check(f'{target} needs the token', is_problem(answer, 401, 'token'), answer)
            check(f'{target} says how', answer[1].get('www-authenticate') == 'Bearer')
        wrong = one.token[:-1] + ('A' if one.token[-1] != 'A' else 'B')
        answer = one.ask('GET', '/api/texts', token=False, Authorization=f'Bearer {wrong}')
        check('another token is none', is_problem(answer, 401, 'token'), answer)
        answer = one.ask('GET', '/api/texts', token=False, Authorization=f'Bearer {two.token}')
        check('the token of another server is none', is_problem(answer, 401, 'token'), answer)


def test_answers_of_the_command_line():
    with Server(STIPPLE) as server:
        path = os.path.join(ROOT, 'examples', 'amara-okafor.yaml')
        for verb in ('screen', 'plan'):
            told = called(verb, path, '--on', '2026-03-02', '--json').stdout
            code, fields, body = server.ask('POST', f'/api/{verb}?{ON}', PERSON, **YAML)
            check(f'{verb} answers as the command line', code == 200 and body == told and told, code)
        parts = [PERSON[i:i + 100] for i in range(0, len(PERSON), 100)]
        code, fields, body = server.ask('POST', f'/api/plan?{ON}', iter(parts), **YAML,
                                        Transfer_Encoding='chunked')
        check('a body in chunks is the same body', code == 200 and body == told, code)
        answers = [server.ask('GET', '/api/texts'), server.ask('HEAD', '/api/texts'), server.ask('GET', '/healthz'),
                   server.ask('GET', '/'), server.ask('GET', '/none'), server.ask('PUT', '/api/plan'),
                   server.ask('POST', '/api/plan', b'{', Content_Type='text/plain'),
                   server.ask('GET', '/api/texts', token=False), server.ask('GET', '/', Origin='null'),
                   server.ask('GET', '/metrics')]
        check('they are all answered', [a[0] for a in answers] == [200, 200, 200, 200, 404, 405, 415, 401, 403, 200],
              [a[0] for a in answers])
        check('HEAD has no body', answers[1][2] == b'' and
              answers[1][1]['content-length'] == answers[0][1]['content-length'])
        for answer in answers:
            missing = {k for k, v in SECURITY.items() if answer[1].get(k) != v}
            check('every answer has the fields of security', not missing, (answer[0], missing))
            check('every answer has a content policy', "default-src 'none'" in
                  answer[1].get('content-security-policy', ''), answer[1])
        check('an answer is not kept', answers[0][1].get('cache-control') == 'no-store')


def test_connections_go_on():
    with Server(STIPPLE) as server, server.connect() as connection:
        first = server.head('POST', f'/api/screen?{ON}', Content_Length=len(PERSON), **YAML) + PERSON
        last = server.head('GET', '/healthz', Connection='close')
        refused = server.head('PUT', '/api/screen', Content_Length=3) + b'abc'
        connection.sendall(first + refused + first + last)
        got = drained(connection)
        codes = re.findall(rb'HTTP/1\.1 (\d\d\d) ', got)
        check('requests one behind the other are answered in their order', codes == [b'200', b'405', b'200', b'200'],
              codes)


def test_too_large():
    with Server(STIPPLE) as server:
        with server.connect() as connection:
            connection.sendall(server.head('POST', '/api/plan', Content_Length=1048577, **YAML))
            got = drained(connection)
            check('a body that is too large is refused at its head', got.startswith(b'HTTP/1.1 413 '), got[:80])
        # Sent whole before anything is read: the answer is there all the same.
        for size, token, code in ((4 * 2 ** 20, True, 413), (2 ** 20, False, 401)):
            for _ in range(5):
                got = server.ask('POST', '/api/plan', b' ' * size, token, **YAML)[0]
                check('who sends it all can read why not', got == code, (size, got))
        with server.connect() as connection:
            connection.sendall(server.head('POST', '/api/plan', Content_Length=2 ** 40, Expect='100-continue', **YAML))
            got = drained(connection)
            check('who asks first is told', got.startswith(b'HTTP/1.1 413 '), got[:80])
        with server.connect() as connection:
            connection.sendall(server.head('POST', '/api/plan', Transfer_Encoding='chunked', **YAML))
            block = b'10000\r\n' + b' ' * 65536 + b'\r\n'
            for _ in range(17):
                connection.sendall(block)
            connection.sendall(b'0\r\n\r\n')
            got = connection.recv(65536)
            check('chunks are counted', got.startswith(b'HTTP/1.1 413 '), got[:80])
        with server.connect() as connection:
            connection.sendall(server.head('POST', '/api/plan', Transfer_Encoding='chunked', **YAML))
            try:
                for _ in range(200):
                    connection.sendall(block)
                ended = False
            except OSError:
                ended = True
            check('a body without end is cut off', ended)
        check('nothing of it is held', server.until(0, 'stipple_bodies_held_bytes') or
              server.metric('stipple_bodies_held_bytes') < 65536)


# Bodies that found no room are forgotten: their pages too, while their connections go on.
def test_memory_of_refused_bodies():
    if os.environ.get('STIPPLE_WRAP'):
        return   # a wrapper's own memory is not the server's
    with Server(STIPPLE, '--patience', '30') as server:
        before = server.metric('process_resident_memory_bytes')
        if before > 40e6:
            return   # so is that of what a sanitizer adds
        connections = [server.connect() for _ in range(90)]
        head = server.head('POST', '/api/screen', Content_Length=2 ** 20, **YAML)
        for connection in connections:
            connection.sendall(head)
        for _ in range(16):   # all at once, piece by piece
            for connection in connections:
                connection.sendall(b' ' * 65536)
        answers = [connection.recv(64)[9:12] for connection in connections]
        check('some found no room', b'503' in answers, set(answers))
        check('all were answered', set(answers) <= {b'503', b'400', b'422'}, set(answers))
        for _ in range(40):   # those that were being read when the last answer came are given back as well
            resident = server.metric('process_resident_memory_bytes')
            if resident - before < 24e6:
                break
            time.sleep(0.25)
        check('nothing of them stays', resident - before < 24e6, (before, resident))
        for connection in connections:
            connection.close()


def test_slow_clients():
    with Server(STIPPLE, '--patience', '1') as server:
        head = server.head('POST', '/api/plan', Content_Length=len(PERSON), **YAML)

        def drip(data):
            with server.connect() as connection:
                begun = time.monotonic()
                try:
                    for byte in data:
                        if time.monotonic() - begun > WAIT_S:
                            return False
                        connection.sendall(bytes([byte]))
                        time.sleep(0.1)
                except OSError:
                    pass
                drained(connection)
                return True

        def silent(data):
            with server.connect() as connection:
                connection.sendall(data)
                return drained(connection) is not None

        asked = server.head('GET', '/healthz')
        jobs = [(drip, head), (drip, PERSON), (silent, head), (silent, head + PERSON[:50]), (silent, b'GET / HT')]
        idle = [(silent, b''), (silent, asked), (silent, asked + asked)]
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            ended = list(pool.map(lambda job: job[0](job[1]), jobs + idle))
        check('every slow client is closed, and every idle one', all(ended), ended)
        check('the slow are counted', server.until(len(jobs), 'stipple_slow_clients_closed_total'))
        check('the idle are counted apart', server.until(len(idle), 'stipple_idle_connections_closed_total'))

        # An answer that is not read: the sender's and the receiver's buffers hold some of it only.
        with server.connect() as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            ask = server.head('POST', f'/api/plan?{ON}', Content_Length=len(PERSON), **YAML) + PERSON
            connection.settimeout(0.2)
            try:
                for _ in range(2000):
                    connection.sendall(ask)
            except OSError:
                pass
            check('who does not read is closed', server.until(len(jobs) + 1, 'stipple_slow_clients_closed_total'))
        server.end()
        lines = [json.loads(line) for line in server.errors.decode().splitlines()]
        told = [line['reason'] for line in lines if line['event'] == 'closed']
        check('the log tells of the slow alone', told.count('slow_client') == len(jobs) + 1, told)


# The second request of a connection that has idled may stop within its first line too.
def test_a_kept_connection_that_stops_within_a_request_is_slow():
    with Server(STIPPLE, '--patience', '1') as server, server.connect() as connection:
        connection.sendall(server.head('POST', f'/api/screen?{ON}', Content_Length=len(PERSON), **YAML) + PERSON +
                           server.head('GET', '/healthz') + b'GET /heal')
        got = drained(connection)
        check('what is whole is answered, and it is closed', got.count(b'HTTP/1.1 200') == 2, got[:200])
        check('as slow', server.until(1, 'stipple_slow_clients_closed_total'))
        check('and not as idle', server.metric('stipple_idle_connections_closed_total') == 0)


def test_each_request_of_a_connection_has_its_own_time():
    with Server(STIPPLE, '--patience', '3') as server, server.connect() as connection:
        ask = server.head('GET', '/healthz')
        connection.sendall(ask)
        check('the first is answered', connection.recv(65536)[9:12] == b'200')
        time.sleep(2)
        connection.sendall(ask[:-10])
        time.sleep(2)
        connection.sendall(ask[-10:])
        check('and the second', connection.recv(65536)[9:12] == b'200')


# Connections that only wait do not keep others out: with 260 descriptors there are 132 places.
def test_held_connections_make_room():
    if os.environ.get('STIPPLE_WRAP'):
        return   # a wrapper needs descriptors of its own
    os.environ['STIPPLE_WRAP'] = 'prlimit --nofile=260:260'
    try:
        server = Server(STIPPLE)
    finally:
        del os.environ['STIPPLE_WRAP']
    with server:
        held = [server.connect() for _ in range(200)]
        time.sleep(1)   # until those that were closed have left their places
        check('who comes later is answered', server.ask('GET', '/healthz')[0] == 200)
        check('more than there are places were not kept', server.metric('stipple_connections') <= 132)
        check('they are counted', server.metric('stipple_connections_refused_total') > 0)
        check('the oldest went', drained(held[0]) == b'')
        for connection in held:
            connection.close()


# Until it listens, a signal ends it as it ends any program.
def test_a_signal_while_it_opens():
    with tempfile.TemporaryDirectory() as folder:
        pipe = os.path.join(folder, 'clinic.yaml')
        os.mkfifo(pipe)
        process = subprocess.Popen([*os.environ.get('STIPPLE_WRAP', '').split(), STIPPLE, 'serve', '--listen',
                                    '127.0.0.1:0', '--clinic', pipe], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        with open(pipe, 'wb'):   # opened on its side too: it reads, and nothing comes
            process.send_signal(signal.SIGTERM)
            out, _ = process.communicate(timeout=60)
        check('it ends, and has not listened', process.returncode == -signal.SIGTERM and out == b'', process.returncode)


def test_graceful_end():
    for name, signals, code in (('SIGTERM', [signal.SIGTERM], b'200'), ('SIGINT', [signal.SIGINT], b'200'),
                                ('a second signal', [signal.SIGTERM, signal.SIGTERM], b'503')):
        with Server(STIPPLE) as server:
            work, idle = server.connect(), server.connect()
            path = LONG if code == b'200' else LONGER
            work.sendall(server.head('POST', path, Content_Length=len(PERSON), **YAML) + PERSON)
            check('it is at work', server.until(1, 'stipple_workers_busy'))
            for number in signals:
                server.process.send_signal(number)
                time.sleep(0.2)
            got = drained(work)
            check(f'{name}: what is in hand is answered', got[9:12] == code, (name, got[:200]))
            check(f'{name}: who only waits is closed', drained(idle) == b'')
            check(f'{name}: it ends well', server.wait() == 0, (name, server.errors[-500:]))
            try:
                socket.create_connection((server.host, server.port), timeout=WAIT_S).close()
                check(f'{name}: nobody listens', False)
            except OSError:
                pass


# The workers are gone by then, and nobody takes what comes to its end.
def test_body_that_ends_while_the_server_ends():
    with Server(STIPPLE) as server, server.connect() as late:
        late.sendall(server.head('POST', LONG, Content_Length=len(PERSON), **YAML) + PERSON[:100])
        check('it has begun', server.until(2, 'stipple_connections'))   # and the one that asks
        for _ in range(2):
            server.process.send_signal(signal.SIGTERM)
            time.sleep(0.3)
        late.sendall(PERSON[100:])
        got = drained(late)
        check('it is told so, or closed', got == b'' or got[9:12] == b'503', got[:200])
        check('it ends well', server.wait() == 0, server.errors[-500:])


def test_log_tells_nothing_of_people():
    with Server(STIPPLE) as server:
        server.ask('POST', f'/api/screen?{ON}', PERSON, **YAML)
        server.ask('POST', '/api/screen?secret=1', PERSON, **YAML)
        server.ask('GET', '/api/evidence/secret')
        server.ask('GET', '/secret?secret', Cookie='secret')
        server.end()
        lines = [json.loads(line) for line in server.errors.decode().splitlines()]
        check('the log is lines of JSON', len(lines) >= 7, lines)
        check('each has its time and event', all({'time', 'level', 'event'} <= set(line) for line in lines))
        routes = [line['route'] for line in lines if line['event'] == 'request']
        check('routes are patterns', sorted(routes) == ['/api/evidence/{id}', '/api/screen', '/api/screen', '/{asset}'],
              routes)
        for word in (b'secret', b'Amara', b'Okafor', b'2026-03-02', server.token.encode()):
            check(f'{word} is not in the log', word not in server.errors)


def test_hosts_and_origins():
    with Server(STIPPLE, '--host', 'plans.example.org,plans') as server:
        port = server.port
        for host in (f'localhost:{port}', f'127.0.0.1:{port}', f'plans:{port}', f'[::1]:{port}'):
            check(f'{host} is served', server.ask('GET', '/healthz', Host=host)[0] == 200)
        for host in (f'evil.example:{port}', '127.0.0.1', f'127.0.0.1:{port + 1}'):
            check(f'{host} is not', is_problem(server.ask('GET', '/healthz', Host=host), 421, 'host'))
        for origin in ('null', 'http://evil.example', f'https://127.0.0.1:{port}'):
            answer = server.ask('POST', '/api/screen', PERSON, Origin=origin, **YAML)
            check(f'{origin} is refused', is_problem(answer, 403, 'origin'), answer)
        answer = server.ask('POST', f'/api/screen?{ON}', PERSON, Origin=f'http://127.0.0.1:{port}', **YAML)
        check('its own page is answered', answer[0] == 200, answer)
        check('refusals are counted', server.metric('stipple_heads_refused_total', reason='other_host') == 3)


def test_what_it_does_not_begin_with():
    with Server(STIPPLE) as server:
        taken = called('serve', '--listen', f'127.0.0.1:{server.port}')
        check('a port that is taken', taken.returncode == 4 and b'in use' in taken.stderr and not taken.stdout, taken)
    for listen, status, word in (('0.0.0.0:0', 3, b'TLS'), ('[::]:0', 3, b'TLS'), ('192.0.2.1:0', 3, b'TLS'),
                                 ('localhost:0', 2, b'--listen'), ('127.0.0.1', 2, b'--listen'),
                                 ('127.0.0.1:65536', 2, b'--listen'), ('127.0.0.1:-1', 2, b'--listen'),
                                 ('[127.0.0.1]:0', 2, b'--listen'), ('::1:0', 2, b'--listen'), ('', 2, b'--listen')):
        got = called('serve', '--listen', listen)
        check(f'--listen {listen}', got.returncode == status and word in got.stderr and not got.stdout, got)
    for options, status in ((['--tls-cert', 'x'], 2), (['--tls-key', 'x'], 2), (['--host', 'a/b'], 2),
                            (['--host', ','.join('abcdefghi')], 2), (['--patience', '0'], 2), (['--json'], 2),
                            (['--on', '2026-03-02'], 2), (['more'], 2), (['--web', '/nonexistent'], 4),
                            (['--clinic', '/nonexistent'], 4),
                            (['--tls-cert', '/nonexistent', '--tls-key', '/nonexistent'], 4)):
        got = called('serve', '--listen', '127.0.0.1:0', *options)
        check(f'serve {options}', got.returncode == status and got.stderr and not got.stdout, got)
    for options, status, says in ((['--listen', 'localhost:0'], 2, b'a number is needed, not a name'),
                                  (['--listen', '127.0.0.1:99999'], 2, b'beyond 65535'),
                                  (['--listen', '::1:0'], 2, b'in brackets'),
                                  (['--host', ','.join('abcdefghi')], 2, b'--host: i: is one name too many'),
                                  (['--host', 'a,b/c,d'], 2, b'--host: b/c: is no name'),
                                  (['--web', '/nonexistent'], 4, b'--web: /nonexistent: is no folder'),
                                  (['--web', os.path.join(ROOT, 'docs')], 4, b'docs: index.html: '),
                                  (['--data', '/nonexistent'], 4, b'--data: /nonexistent: is no folder')):
        got = called('serve', *options)
        check(f'serve {options} says why', got.returncode == status and says in got.stderr and not got.stdout, got)
    got = called('screen', os.path.join(ROOT, 'examples', 'amara-okafor.yaml'), '--listen', '127.0.0.1:0')
    check('--listen is of serve alone', got.returncode == 2, got)


def made_certificate(folder, name):
    cert, key = os.path.join(folder, name + '.pem'), os.path.join(folder, name + '.key')
    subprocess.run(['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes',
                    '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1',
                    '-keyout', key, '-out', cert], check=True, capture_output=True, timeout=WAIT_S)
    return cert, key


# The same with dates of its own, which needs an authority with a folder: here the certificate is its own.
def expired_certificate(folder, key):
    request, cert, setup = (os.path.join(folder, name) for name in ('old.csr', 'old.pem', 'old.cnf'))
    with open(setup, 'w', encoding='utf-8') as file:
        file.write(f'[ca]\ndefault_ca = a\n[a]\ndatabase = {folder}/index\nnew_certs_dir = {folder}\n'
                   'default_md = sha256\nrand_serial = yes\npolicy = p\n[p]\ncommonName = supplied\n')
    open(os.path.join(folder, 'index'), 'w', encoding='utf-8').close()
    for call in (['req', '-new', '-key', key, '-subj', '/CN=localhost', '-out', request],
                 ['ca', '-batch', '-config', setup, '-selfsign', '-keyfile', key, '-in', request, '-notext', '-startdate',
                  '20250101000000Z', '-enddate', '20250102000000Z', '-out', cert]):
        subprocess.run(['openssl', *call], check=True, capture_output=True, timeout=WAIT_S)
    return cert


def test_tls():
    if subprocess.run(['sh', '-c', 'command -v openssl'], capture_output=True).returncode != 0:
        print('no openssl: TLS is not tried')
        return
    with tempfile.TemporaryDirectory() as folder:
        cert, key = made_certificate(folder, 'one')
        other = made_certificate(folder, 'two')[1]
        for pair, status in (((cert, other), 2), ((key, cert), 2), ((cert, folder + '/none'), 4)):
            got = called('serve', '--listen', '127.0.0.1:0', '--tls-cert', pair[0], '--tls-key', pair[1])
            check('a pair that is none', got.returncode == status and not got.stdout, got)
        page = os.path.join(ROOT, 'README.md')
        for pair, says in (((page, page), b'--tls-cert: ' + page.encode() + b': holds no certificate in PEM'),
                           ((cert, page), b'--tls-key: ' + page.encode() + b': holds no key in PEM'),
                           ((cert, other), b'does not belong to ')):
            got = called('serve', '--listen', '127.0.0.1:0', '--tls-cert', pair[0], '--tls-key', pair[1])
            check('it says which of the two', got.returncode == 2 and says in got.stderr, got)
        locked = os.path.join(folder, 'locked.key')
        subprocess.run(['openssl', 'pkcs8', '-topk8', '-in', key, '-passout', 'pass:stipple', '-out', locked], check=True,
                       capture_output=True, timeout=WAIT_S)
        got = called('serve', '--listen', '127.0.0.1:0', '--tls-cert', cert, '--tls-key', locked)
        check('a locked key is told', got.returncode == 2 and b'locked by a password' in got.stderr, got)
        context = ssl.create_default_context(cafile=cert)
        options = ['--tls-cert', cert, '--tls-key', key]
        with Server(STIPPLE, *options, listen='0.0.0.0:0', tls=context) as server:
            check('elsewhere it is HTTPS', server.line.startswith('listening on https://127.0.0.1:'), server.line)
            code, fields, body = server.ask('POST', f'/api/screen?{ON}', PERSON, **YAML)
            check('it is answered', code == 200 and len(body) > 1000, code)
            check('and kept to TLS', 'max-age' in fields.get('strict-transport-security', ''), fields)
            context.maximum_version = ssl.TLSVersion.TLSv1_2
            check('TLS 1.2 is spoken', server.ask('GET', '/healthz')[0] == 200)
            old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            old.check_hostname, old.verify_mode = False, ssl.CERT_NONE
            old.set_ciphers('ALL:@SECLEVEL=0')
            warnings.simplefilter('ignore', DeprecationWarning)
            old.minimum_version, old.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
            try:
                with socket.create_connection(('127.0.0.1', server.port), timeout=WAIT_S) as plain:
                    old.wrap_socket(plain)
                check('TLS 1.1 is not spoken', False)
            except OSError:
                pass
            check('it ends well', server.end() == 0)
            check('nothing is said of a good certificate', b'"certificate"' not in server.errors, server.errors[:300])
        old = expired_certificate(folder, key)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        with Server(STIPPLE, '--tls-cert', old, '--tls-key', key, tls=context) as server:
            check('one that expired is served', server.ask('GET', '/healthz')[0] == 200)
            server.end()
            said = [json.loads(line) for line in server.errors.decode().splitlines()]
            said = [(line['level'], line['reason']) for line in said if line['event'] == 'certificate']
            check('and warned of', said == [('warning', 'expired')], server.errors[:500])


if __name__ == '__main__':
    check.run(globals(), sys.argv[3:])
