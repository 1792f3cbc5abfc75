#!/usr/bin/python3
# test_api STIPPLE ROOT [all]: the web interface against the command line, byte for byte; every route and every error
# against the description that the server gives of itself, both ways. With `all` every id of the evidence is asked for,
# else one of every dozen. $STIPPLE_WRAP, split by spaces, stands before every call of the program.
# SPDX-License-Identifier: Apache-2.0
import glob
import json
import os
import re
import sys
from urllib.parse import quote

import jsonschema

from api_server import Program

DAY, MEMBERS = '2026-03-02', '50'
OPTIONS = ['--on', DAY, '--members', MEMBERS]
QUERY = f'on={DAY}&members={MEMBERS}'
YAML = 'application/yaml'
PERSON = {'birth_date': '1990-01-01', 'goals': [{'indication': 'acne_scars', 'zones': ['cheeks']}]}
SECURE = {'Content-Security-Policy': "default-src 'none'", 'X-Content-Type-Options': 'nosniff',
          'Referrer-Policy': 'no-referrer', 'X-Frame-Options': 'DENY', 'Cross-Origin-Opener-Policy': 'same-origin',
          'Cross-Origin-Resource-Policy': 'same-origin', 'Permissions-Policy': 'camera=()', 'Cache-Control': 'no-store'}


class World:
    def __init__(self, program, server, root):
        self.program, self.server, self.root = program, server, os.path.abspath(root)
        self.passed = self.failed = 0
        self.description = server.send('GET', '/api/openapi.json').json()
        self.validators = {}

    def check(self, holds, what):
        self.passed += bool(holds)
        self.failed += not holds
        if not holds:
            print('FAILED:', what)
        return holds

    # Why a value does not fit a schema of the description, '' if it does.
    def misfit(self, schema, value):
        key = json.dumps(schema, sort_keys=True)
        if key not in self.validators:
            self.validators[key] = jsonschema.Draft202012Validator({**schema, 'components': self.description['components']})
        error = next(iter(self.validators[key].iter_errors(value)), None)
        return f'{list(error.absolute_path)}: {error.message[:200]}' if error else ''

    def operation(self, path, method):
        return self.description['paths'].get(path, {}).get(method.lower())

    # A reply is what the description says of that code on that path.
    def described(self, name, path, method, reply):
        responses = (self.operation(path, method) or {'responses': {}})['responses']
        response = responses.get(str(reply.code))
        if not self.check(response is not None, f'{name}: {path} {method} {reply.code} is described'):
            return
        if '$ref' in response:
            response = self.description['components']['responses'][response['$ref'].rsplit('/', 1)[1]]
        media = reply.media.split(';')[0]
        content = response.get('content', {})
        if not content:
            self.check(reply.body == b'', f'{name}: nothing is sent')
            return
        if not self.check(media in content or '*/*' in content, f'{name}: {media} is described'):
            return
        if media.endswith('json') and media in content:
            wrong = self.misfit(content[media]['schema'], reply.json())
            self.check(not wrong, f'{name}: the answer fits its schema: {wrong}')

    # A problem of that code and slug on that field, told in the form of every problem.
    def refused(self, name, reply, code, slug, field=None):
        if not self.check(reply.code == code, f'{name}: {reply.code}, not {code}: {reply.body[:300]}'):
            return {}
        self.check(reply.media == 'application/problem+json', f'{name}: is a problem: {reply.media}')
        problem = reply.json() if reply.media == 'application/problem+json' else {}
        wrong = self.misfit({'$ref': '#/components/schemas/problem'}, problem)
        self.check(not wrong, f'{name}: has the form of a problem: {wrong}')
        self.check(problem.get('type') == 'urn:stipple:problem:' + slug, f'{name}: {problem.get("type")}, not {slug}')
        self.check(problem.get('status') == code, f'{name}: says its code')
        self.check(problem.get('field') == field, f'{name}: field {problem.get("field")}, not {field}')
        self.check(self.root not in reply.body.decode() and self.program.home not in reply.body.decode(),
                   f'{name}: tells no path of ours')
        for header, begins in SECURE.items():
            self.check(reply.headers.get(header, '').startswith(begins), f'{name}: {header}')
        return problem


def read(path):
    with open(path, 'rb') as file:
        return file.read()


# ---- the same bytes as the command line ----

def same(world, target, args, method='GET', body=None, media='application/json'):
    status, printed, said = world.program.run(*args)
    reply = world.server.send(method, target, body, media)
    world.check(status == 0, f'{args}: status {status}: {said[-200:]}')
    world.check(reply.code == 200, f'{target}: {reply.code}: {reply.body[:300]}')
    world.check(reply.body == printed, f'{target}: the bytes are those of the command line')
    return reply


def check_files(world):
    people = [path for path in sorted(glob.glob(os.path.join(world.root, 'examples/*.yaml')))
              if os.path.basename(path) != 'clinic.yaml']
    n = 0
    for path in people:
        is_checkin = os.path.basename(path).startswith('checkin-')
        for verb in ['triage'] if is_checkin else ['screen', 'plan', 'read']:
            n += 1
            reply = same(world, f'/api/{verb}?{QUERY}', [verb, path, '--json', *OPTIONS], 'POST', read(path), YAML)
            world.described(os.path.basename(path), f'/api/{verb}', 'post', reply)
    world.check(n >= 45, f'{n} examples of people')
    parts = world.operation('/api/simulate/{part}', 'post')['parameters'][0]['schema']['enum']
    n = 0
    for path in sorted(glob.glob(os.path.join(world.root, 'examples/setups/*.yaml'))):
        part = os.path.basename(path).split('-')[0]
        n += part in parts
        reply = same(world, f'/api/simulate/{part}?{QUERY}', ['simulate', part, path, '--json', *OPTIONS], 'POST',
                     read(path), YAML)
        world.described(os.path.basename(path), '/api/simulate/{part}', 'post', reply)
    world.check(n >= 10, f'{n} examples of setups')


def check_pages(world):
    path = os.path.join(world.root, 'examples/amara-okafor.yaml')
    page = os.path.join(world.program.home, 'page.html')
    for form, more in ('report', []), ('sheet', ['--person']):
        status, _, said = world.program.run('plan', path, *OPTIONS, *more, '--html', page)
        world.check(status == 0, f'plan --html: {said[-200:]}')
        reply = world.server.send('POST', f'/api/plan?{QUERY}&as={form}', read(path), YAML)
        world.check(reply.body == read(page), f'as={form}: the bytes are those of the file')
        world.check(reply.media == 'text/html; charset=utf-8', f'as={form}: {reply.media}')
        world.described(f'as={form}', '/api/plan', 'post', reply)
    plain = world.server.send('POST', f'/api/plan?{QUERY}', read(path), YAML)
    named = world.server.send('POST', f'/api/plan?{QUERY}&as=json', read(path), YAML)
    world.check(plain.body == named.body and plain.code == 200, 'as=json is what comes without it')


# [(key, text)] of every text by language within a value.
def wordings(value, path=''):
    if isinstance(value, dict) and 'en' in value:
        yield path, json.dumps(value, sort_keys=True)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from wordings(inner, f'{path}.{key}' if path else key)
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from wordings(inner, f'{path}[{i}]')


# What is listed of each list is what its entries hold, as the evidence shows them whole.
def check_texts(world, rows):
    for name in sorted({row['list'] for row in rows}):
        listed = sorted((row['key'], json.dumps(row['text'], sort_keys=True)) for row in rows if row['list'] == name)
        entries = world.server.send('GET', f'/api/evidence/{name}').json()['entries']
        held = sorted(one for entry in entries for one in wordings(entry['value']))
        world.check(listed == held, f'texts of {name}: {len(listed)} are listed, {len(held)} are there')


def check_lookups(world, every):
    nouns = world.operation('/api/schema/{noun}', 'get')['parameters'][0]['schema']['enum']
    for noun in nouns:
        reply = same(world, f'/api/schema/{noun}', ['schema', noun])
        world.described(noun, '/api/schema/{noun}', 'get', reply)
        jsonschema.Draft202012Validator.check_schema(reply.json())
    reply = same(world, f'/api/texts?{QUERY}', ['texts', '--json', *OPTIONS])
    world.described('texts', '/api/texts', 'get', reply)
    check_texts(world, reply.json()['texts'])
    lists = sorted({row['list'] for row in reply.json()['texts']})
    for name in lists[::1 if every else 9]:
        same(world, f'/api/texts/{name}?{QUERY}', ['texts', name, '--json', *OPTIONS])
    sayings = world.server.send('GET', f'/api/texts/sayings?{QUERY}').json()['texts']
    world.check(all(row['list'] == 'sayings' and row['text'].get('en') for row in sayings) and len(sayings) > 500,
                'every saying has its English text')

    overview = same(world, f'/api/evidence?{QUERY}', ['evidence', '--json', *OPTIONS])
    world.described('evidence', '/api/evidence', 'get', overview)
    same(world, f'/api/evidence?claims=yes&{QUERY}', ['evidence', '--claims', '--json', *OPTIONS])
    for noun in 'zones', 'devices', 'sources', 'medications.code', 'phototype', 'rules':
        same(world, f'/api/evidence?codes={noun}&{QUERY}', ['evidence', '--codes', noun, '--json', *OPTIONS])
    ids = [row['list'] for row in overview.json()['counts']] + [row['id'] for row in overview.json()['topics']]
    for name in [row['list'] for row in overview.json()['counts']]:
        for entry in world.server.send('GET', f'/api/evidence/{name}').json().get('entries', []):
            ids += [entry['id']] + [f'{name}.{entry["id"]}'] * (name != 'codes')
    ids = sorted(set(ids))
    world.check(len(ids) > 1000, f'{len(ids)} ids of the evidence')
    for i, word in enumerate(['cheeks.depth', 'CI-10', 'pen', 'triage.TR-04'] + ids[::1 if every else 60]):
        target = '/api/evidence/' + quote(word, safe='' if i % 2 else '.:,')
        reply = same(world, f'{target}?{QUERY}', ['evidence', word, '--json', *OPTIONS])
        world.described(word, '/api/evidence/{id}', 'get', reply)


def check_defaults(world):
    status, printed, _ = world.program.run('evidence', 'CI-10', '--json')
    reply = world.server.send('GET', '/api/evidence/CI-10')
    world.check(status == 0 and reply.body == printed, 'without a query the options are those of the command line')
    head = world.server.send('HEAD', '/api/evidence/CI-10')
    world.check(head.code == 200 and head.body == b'' and head.headers['Content-Length'] == str(len(printed)),
                'HEAD has the head of GET')


# ---- the description against the routes ----

# A value for each slot of a path.
SLOTS = {'/api/simulate/{part}': 'depth', '/api/schema/{noun}': 'patient', '/api/evidence/{id}': 'CI-10',
         '/api/texts/{id}': 'sayings', '/{asset}': 'index.html', '/api/plan/progress/{id}': 'no-such-work'}


def concrete(path):
    return re.sub(r'\{\w+\}', SLOTS[path], path) if '{' in path else path


def check_described(world):
    paths = world.description['paths']
    for path, item in paths.items():
        for method, operation in item.items():
            name = f'{method.upper()} {path}'
            bodies = [(None, None, path)]
            for media, content in operation.get('requestBody', {}).get('content', {}).items():
                bodies = [] if bodies[0][0] is None else bodies
                for example in content['examples'].values():
                    at = path
                    noun = example['value']['format'].split('/')[0].removeprefix('stipple-')
                    if noun.startswith('setup_'):
                        at = path.replace('{part}', noun.removeprefix('setup_'))
                    bodies.append((json.dumps(example['value']), media, at))
            for body, media, at in bodies:
                is_json = not media or media.endswith('json')
                at = at if '{' not in at else concrete(path)
                reply = world.server.send(method.upper(), at, body, media)
                good = (404,) if 'progress' in path else (200, 400) if not is_json else (200,)
                world.check(reply.code in good, f'{name}: {reply.code}: {reply.body[:200]}')
                world.described(name, path, method, reply)
            if operation.get('security') != []:
                reply = world.server.send(method.upper(), concrete(path), bodies[0][0], token=None, alone=True)
                world.refused(f'{name} without a token', reply, 401, 'token', 'Authorization')
                world.described(name, path, method, reply)

    # Every verb that is listed is described, but for the server itself.
    _, printed, _ = world.program.run('--help')
    verbs = re.findall(r'^  ([a-z]+)(?: |$)', printed.decode().split('Options')[0], re.M)
    world.check(len(verbs) >= 8, f'verbs: {verbs}')
    for verb in verbs:
        there = any(path == f'/api/{verb}' or path.startswith(f'/api/{verb}/{{') for path in paths)
        world.check(there != (verb == 'serve'), f'{verb} is described')

    # Every route that was counted meanwhile is in the document.
    counted = world.server.send('GET', '/metrics').body.decode()
    routes = set(re.findall(r'route="([^"]+)"', counted))
    world.check(len(routes) >= len(paths) - 1, f'routes that are counted: {sorted(routes)}')
    for route in routes:
        world.check(route in paths or not route.startswith('/'), f'{route} is described')


def check_parameters(world):
    for path, item in world.description['paths'].items():
        for method, operation in item.items():
            if not path.startswith('/api/') or 'progress' in path:
                continue
            body = json.dumps(PERSON) if method == 'post' else None
            names = [p['name'] for p in operation['parameters'] if p['in'] == 'query']
            for name in ['on', 'seed', 'members', 'as', 'codes', 'claims', 'threads', 'clinic', 'check']:
                reply = world.server.send(method.upper(), f'{concrete(path)}?{name}=%21', body)
                if name in names and name == 'codes':
                    world.refused(f'{path}?{name}', reply, 400, 'query', 'codes')
                elif name in names:
                    problem = world.refused(f'{path}?{name}', reply, 400, 'query', name)
                    world.check('!' in problem.get('detail', ''), f'{path}?{name}: the value is named')
                else:
                    problem = world.refused(f'{path}?{name}', reply, 400, 'query', name)
                    world.check('not known here' in problem.get('detail', ''), f'{path}?{name}: is not known')


# ---- errors ----

BODIES = [   # what is wrong, the body, code, slug, field
    ('an empty body', '', 400, 'malformed', None), ('half a body', '{"goals": [', 400, 'malformed', None),
    ('two values', '{} {}', 400, 'malformed', None), ('a key twice', '{"sex":"male","sex":"male"}', 400, 'malformed', None),
    ('no UTF-8', b'{"name":"\xff"}', 400, 'malformed', None), ('a NUL', b'{"name":"\0"}', 400, 'malformed', None),
    ('a list', '[]', 422, 'content', None), ('an unknown key', '{"smokin":"never"}', 422, 'content', '/smokin'),
    ('a wrong code', '{"goals":[{"indication":"acne_scars","zones":["cheeks","cheek"]}]}', 422, 'content',
     '/goals/0/zones/1'),
    ('no unit', '{"weight":68}', 422, 'content', '/weight'),
    ('a contradiction', '{"birth_date":"1990-01-01","procedures":[{"code":"filler","date":"1980-01-01","zones":["lips"]}]}',
     422, 'content', '/procedures/0/date'),
    ('too long a list', json.dumps({'goals': [{'indication': 'acne_scars', 'zones': ['cheeks']}] * 513}), 422, 'limit', '/goals'),
    ('too deep', '[' * 70 + ']' * 70, 422, 'limit', None),
    ('too long a text', json.dumps({'name': 'a' * 5000}), 422, 'limit', None),
]


def check_bodies(world):
    for verb in 'screen', 'plan', 'read':
        for name, body, code, slug, field in BODIES:
            reply = world.server.send('POST', f'/api/{verb}?{QUERY}', body)
            problem = world.refused(f'{verb}: {name}', reply, code, slug, field)
            world.described(name, f'/api/{verb}', 'post', reply)

            # What is said is what the command line says of a file of that name.
            with open(os.path.join(world.program.home, 'body'), 'wb') as file:
                file.write(body if isinstance(body, bytes) else body.encode())
            status, _, said = world.program.run(verb, 'body', *OPTIONS)
            told = said.decode().rstrip('\n')
            is_same_reader = (body or ' ')[0] in ('{', 123)
            if is_same_reader:
                world.check(problem.get('detail') == told, f'{verb}: {name}: {problem.get("detail")} is {told}')
            place = re.match(r'body:(\d+):(\d+): ', problem.get('detail', ''))
            said_at = [int(part) for part in place.groups()] if place else [None, None]
            world.check([problem.get('line'), problem.get('column')] == said_at, f'{verb}: {name}: place {said_at}')
            world.check(place, f'{verb}: {name}: has a place')
            world.check(status in (2, 5), f'{verb}: {name}: status {status}')


def check_heads(world):
    ask, person = world.server.send, json.dumps(PERSON)
    for media in 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml', '':
        reply = ask('POST', '/api/screen', person, media, alone=True)
        world.refused(f'a body of {media or "no kind"}', reply, 415, 'media', 'Content-Type')
        world.described(media, '/api/screen', 'post', reply)
    reply = world.server.announce('/api/screen', (1 << 20) + 1)
    world.refused('a body beyond the limit', reply, 413, 'too-large', 'Content-Length')
    world.described('too large', '/api/screen', 'post', reply)
    for token in 'x', world.server.token[:-1], world.server.token + 'x', world.server.token.swapcase():
        reply = ask('GET', '/api/evidence', token=token, alone=True)
        world.refused('a wrong token', reply, 401, 'token', 'Authorization')
        world.check(reply.headers.get('WWW-Authenticate') == 'Bearer', 'a wrong token: WWW-Authenticate')
    for method, path, allow in (('GET', '/api/screen', 'POST'), ('POST', '/api/evidence', 'GET, HEAD'),
                                ('DELETE', '/api/plan', 'POST'), ('PUT', '/api/texts', 'GET, HEAD'),
                                ('PATCH', '/healthz', 'GET, HEAD'), ('OPTIONS', '/api/plan', 'POST'),
                                ('POST', '/api/plan/progress/abcdefgh', 'GET, HEAD, DELETE')):
        reply = ask(method, path, person if method in ('POST', 'PUT', 'PATCH') else None, alone=True)
        world.refused(f'{method} {path}', reply, 405, 'method')
        world.check(reply.headers.get('Allow') == allow, f'{method} {path}: Allow {reply.headers.get("Allow")}')
    for path in '/api', '/api/', '/api/nothing', '/api/screen/', '/api/screen/x', '/api/schema/', '/api/evidence/%C3', '/no/such':
        world.refused(f'GET {path}', ask('GET', path, alone=True), 404, 'unknown')
    for path in '/api/schema/nothing', '/api/evidence/no-such-id', '/api/texts/nothing':
        reply = ask('GET', path)
        world.refused(f'GET {path}', reply, 404, 'unknown')
        world.described(path, re.sub(r'[^/]+$', '{noun}' if 'schema' in path else '{id}', path), 'get', reply)
    world.refused('a part that is none', ask('POST', '/api/simulate/dept', '{}'), 404, 'unknown')
    for query in 'seed=1&seed=1', 'sead=1', 'seed', 'seed=%C3', 'members=0', 'members=100001', 'on=2026-02-30', 'as=pdf':
        field = query.split('=')[0]
        world.refused(f'plan?{query}', ask('POST', '/api/plan?' + query, person), 400, 'query', field)
    for query, slug in ('&', 'query'), ('=', 'query'), ('a' * 2500 + '=1', 'query'), ('%zz=1', 'head'), ('seed=%', 'head'):
        world.refused(f'plan?{query[:20]}', ask('POST', '/api/plan?' + query, person, alone=True), 400, slug)
    for header in 'Stipple-Page', 'Stipple-Work':
        reply = ask('POST', '/api/screen', person, headers={header: 'no name!'}, alone=True)
        world.check(reply.code == 400, f'{header} that is no name: {reply.code}')


def main(stipple, root, *more):
    program = Program(stipple)
    with program.serve() as server:
        world = World(program, server, root)
        check_files(world)
        check_pages(world)
        check_lookups(world, 'all' in more)
        check_defaults(world)
        check_bodies(world)
        check_heads(world)
        check_parameters(world)
        check_described(world)
        world.check(server.is_there(), 'the server is still there')
    print(f'{world.passed} passed, {world.failed} failed')
    return 1 if world.failed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
