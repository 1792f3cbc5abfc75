#!/usr/bin/python3
# test_api_random STIPPLE ROOT [N [SEED]]: N random bodies for each verb that reads one (100 unless given): made from
# the schema the server publishes, spoilt examples, and rubbish. Each is answered as it should be (200 and fits the
# schema of the answer, or a problem of 400 or 422), the server never ends, and a request that is repeated in between
# always has the same answer, from one connection and from four at once. What fails is printed with its body.
# $STIPPLE_WRAP, split by spaces, stands before the program.
# SPDX-License-Identifier: Apache-2.0
import copy
import glob
import json
import os
import random
import re
import sys
import threading

import jsonschema

from api_server import Program

YAML = 'application/yaml'
VERBS = ['screen', 'plan', 'read', 'triage', 'simulate']
REPEAT_EVERY = 10
SHOWN = 1500
SIDES = 4
ODD = [None, True, False, 0, -1, 1, 0.5, 1e308, -1e-320, 2**53, 2**64, '', ' ', 'yes', 'no', 'unknown', 'ongoing', 'never',
       '2026-03-02', '2024-02-29', '2026-02-30', '0000-00-00', '9999-12-31', '1.5 mm', '-1 mm', '1e9 mm', '1e-300 mm', 'nan',
       'Infinity', '1e400', '5 d', '100000 d', '1200 USD', '\u202e', '\U0001f642', 'é' * 40, 'a' * 4096, 'a' * 4097, '../../x', '$ref',
       '%s%n', [], {}, [[]], [None], {'': ''}, ['cheeks'], ['cheeks'] * 2, [0] * 600, {'a': {'b': {'c': []}}}]


class Making:
    def __init__(self, description, random_numbers):
        self.schemas = description['components']['schemas']
        self.random = random_numbers

    # A value that a schema takes, as far as the schema says.
    def value(self, schema, depth=0):
        r = self.random
        if '$ref' in schema:
            return self.value(self.schemas[schema['$ref'].rsplit('/', 1)[1]], depth)
        if 'anyOf' in schema:
            return self.value(r.choice(schema['anyOf']), depth)
        if 'const' in schema:
            return schema['const']
        if 'enum' in schema:
            return r.choice(schema['enum'])
        kind = schema.get('type')
        if isinstance(kind, list):
            kind = r.choice(kind)
        if kind == 'object':
            return self.mapping(schema, depth)
        if kind == 'array':
            most = 0 if depth > 5 else r.choice([0, 1, 1, 2, 3])
            return [self.value(schema.get('items', {}), depth + 1) for _ in range(most)]
        if kind in ('number', 'integer'):
            low, high = schema.get('minimum', 0), schema.get('maximum', 100)
            value = r.choice([low, high, r.uniform(low, high), r.uniform(low, min(high, low + 10))])
            return round(value) if kind == 'integer' else value
        if kind == 'string':
            return self.text(schema)
        return r.choice(ODD) if kind is None else kind == 'boolean' and r.random() < 0.5

    def mapping(self, schema, depth):
        r, made = self.random, {}
        for key, inner in schema.get('properties', {}).items():
            if key in schema.get('required', []) or r.random() < (0.5 if depth == 0 else 0.35):
                made[key] = self.value(inner, depth + 1)
        return made

    # A good value with some of its keys made anew.
    def varied(self, value, schema):
        properties = self.schemas[schema['$ref'].rsplit('/', 1)[1]]['properties']
        for key in self.random.sample(sorted(properties), self.random.choice([1, 1, 2, 4])):
            value = {**value, key: self.value(properties[key], 1)}
        return value

    def text(self, schema):
        r, pattern = self.random, schema.get('pattern', '')
        if pattern.startswith('^[0-9]{4}'):
            return f'{r.randint(2008, 2025)}-{r.randint(1, 12):02}-{r.randint(1, 28):02}'
        if '[A-Z]{3}' in pattern:
            return f'{r.randint(0, 3000)} USD'
        if pattern:
            units = re.findall(r'\(([^()]*)\)$', schema.get('description', ''))
            unit = r.choice(units[0].split(', ')) if units else r.choice(['mm', 'd', 'min', 'h', 'um', '/cm2'])
            return f'{r.choice([0, 1, 2.5, 30, 600, r.uniform(0, 10)])} {unit}'
        return r.choice(['a', 'Ana Lima', 'CI-10', 'en', 'é', 'x' * 60])

    # One place of a value spoilt: replaced, taken away, renamed, repeated.
    def spoilt(self, value):
        r, value = self.random, copy.deepcopy(value)
        at = value
        for _ in range(r.randint(0, 4)):
            inner = [v for v in (at.values() if isinstance(at, dict) else at) if isinstance(v, (dict, list)) and v]
            if not inner:
                break
            at = r.choice(inner)
        if not at:
            return r.choice(ODD)
        key = r.choice(list(at)) if isinstance(at, dict) else r.randrange(len(at))
        how = r.randint(0, 4)
        if how == 0:
            del at[key]
        elif how == 1 and isinstance(at, dict):
            at[r.choice([key + 'x', key[:-1], key.upper(), '', 'a.b', 'a/b~c', 'a: b', '\u202e', 'k' * 300])] = at.pop(key)
        elif how == 2 and isinstance(at, list):
            at.extend([at[key]] * r.choice([1, 5, 600]))
        elif how == 3:
            at[key] = [at[key]] if r.random() < 0.5 else {'value': at[key]}
        else:
            at[key] = r.choice(ODD)
        return value

    # Some bytes of a text changed, whatever they are.
    def damaged(self, body):
        r, body = self.random, bytearray(body)
        for _ in range(r.randint(1, 4)):
            at = r.randrange(len(body) + 1)
            how = r.randint(0, 4)
            if how == 0:
                body[at:at + 1] = bytes([r.randrange(256)])
            elif how == 1:
                del body[at:at + r.choice([1, 3, 40])]
            elif how == 2:
                body[at:at] = r.choice([b'\0', b'{', b'}', b'[', b']', b'"', b',', b':', b'\\', b'\\u0000', b'\\ud800', b'\n', b'\t',
                                        b'- ', b'&a ', b'*a', b'!!x ', b'? ', b'| ', b'\xff', b'\xe2\x80\xae', b'1e999', b'---\n', b'%'])
            elif how == 3:
                body[at:at] = body[r.randrange(len(body) + 1):][:r.choice([10, 100])]
            else:
                del body[at:]
        return bytes(body)

    def rubbish(self):
        r = self.random
        return r.choice([lambda: r.randbytes(r.randrange(200)), lambda: b'[' * r.choice([1, 63, 64, 65, 5000]),
                         lambda: b'{"a":' * r.choice([1, 64, 70]) + b'1', lambda: json.dumps(r.choice(ODD)).encode(),
                         lambda: b'', lambda: b' ' * 1000, lambda: b'[' + b'0,' * 250000 + b'0]'])()


class Trying:
    def __init__(self, server, root, seed):
        self.server, self.failed, self.codes = server, 0, {}
        self.random = random.Random(seed)
        self.description = server.send('GET', '/api/openapi.json').json()
        self.making = Making(self.description, self.random)
        self.validators = {}
        self.files = {verb: [] for verb in VERBS}
        for path in sorted(glob.glob(os.path.join(root, 'examples/*.yaml'))):
            name = os.path.basename(path)
            if name != 'clinic.yaml':
                for verb in ['triage'] if name.startswith('checkin') else ['screen', 'plan', 'read']:
                    self.files[verb].append((f'/api/{verb}', open(path, 'rb').read()))
        for path in sorted(glob.glob(os.path.join(root, 'examples/setups/*.yaml'))):
            part = os.path.basename(path).split('-')[0]
            self.files['simulate'].append((f'/api/simulate/{part}', open(path, 'rb').read()))

    def content(self, verb):
        path = '/api/simulate/{part}' if verb == 'simulate' else f'/api/{verb}'
        return self.description['paths'][path]['post']['requestBody']['content']['application/json']

    # Where to, what, and as what: most of them near to something good.
    def body(self, verb):
        r = self.random
        content = self.content(verb)
        example = r.choice(list(content['examples'].values()))['value']
        part = example['format'].split('/')[0].removeprefix('stipple-setup_')
        path = f'/api/simulate/{part}' if verb == 'simulate' else f'/api/{verb}'
        how = r.random()
        schema = {'$ref': '#/components/schemas/' + example['format'].split('/')[0].removeprefix('stipple-')}
        if how < 0.15:
            return path, json.dumps(self.making.value(schema)).encode(), 'application/json'
        if how < 0.4:
            return path, json.dumps(self.making.varied(example, schema)).encode(), 'application/json'
        if how < 0.65:
            value = example
            for _ in range(r.randint(1, 3)):
                value = self.making.spoilt(value) if isinstance(value, (dict, list)) and value else value
            return path, json.dumps(value, ensure_ascii=r.random() < 0.5).encode(errors='surrogatepass'), 'application/json'
        if how < 0.8:
            return path, self.making.damaged(json.dumps(example).encode()), 'application/json'
        if how < 0.95:
            path, text = r.choice(self.files[verb])
            return path, self.making.damaged(text), YAML
        return path, self.making.rubbish(), r.choice(['application/json', YAML])

    def query(self):
        r = self.random
        on = '2026-03-02' if r.random() < 0.9 else r.choice(['2024-02-29', '1900-01-01', '2199-12-31'])
        return f'on={on}&members={r.choice([1, 20, 50])}'

    def fits(self, name, value):
        if name not in self.validators:
            schema = {'$ref': f'#/components/schemas/{name}', 'components': self.description['components']}
            self.validators[name] = jsonschema.Draft202012Validator(schema)
        error = next(iter(self.validators[name].iter_errors(value)), None)
        return f'{list(error.absolute_path)}: {error.message[:200]}' if error else ''

    # What is wrong with an answer, '' if nothing.
    def wrong(self, verb, reply):
        if reply.code == 200:
            answers = {'screen': 'screening', 'plan': 'plan', 'read': 'patient', 'triage': 'triage', 'simulate': 'simulation'}
            return self.fits(answers[verb], reply.json())
        if reply.code not in (400, 422):
            return f'code {reply.code}: {reply.body[:300]}'
        if reply.media != 'application/problem+json':
            return f'is {reply.media}'
        problem = reply.json()
        slugs = {400: ['malformed'], 422: ['content', 'limit']}[reply.code]
        if problem['type'].rsplit(':', 1)[1] not in slugs or problem['status'] != reply.code:
            return f'says {reply.body[:300]}'
        if not problem['detail'].startswith('body') and reply.code == 400:
            return f'names no place: {problem["detail"]}'
        return self.fits('problem', problem)

    def fail(self, what, body):
        self.failed += 1
        if self.failed <= 10:
            print(f'FAILED: {what}\n  {body[:SHOWN]!r}')

    def run(self, n, known):
        for i in range(n * len(VERBS)):
            verb = VERBS[i % len(VERBS)]
            path, body, media = self.body(verb)
            target = f'{path}?{self.query()}'
            try:
                reply = self.server.send('POST', target, body, media)
                wrong = self.wrong(verb, reply)
                self.codes[verb, reply.code] = self.codes.get((verb, reply.code), 0) + 1
            except (OSError, ValueError) as error:
                wrong = f'{type(error).__name__}: {error}'
            if wrong:
                self.fail(f'{i}: {target}: {wrong}', body)
            if not self.server.is_there():
                self.fail(f'{i}: {target}: the server ended', body)
                return
            if i % REPEAT_EVERY < len(VERBS):
                again, text = self.files[VERBS[i % REPEAT_EVERY]][0]
                reply = self.server.send('POST', f'{again}?on=2026-03-02&members=20', text, YAML)
                first = known.setdefault(again, reply.body)
                if reply.code != 200 or reply.body != first:
                    self.fail(f'{i}: {again}: another answer than before {target}', body)


# The same from several connections side by side; how many failed.
def at_once(server, root, n, seed, known):
    tryings = []
    for i in range(SIDES):
        other = copy.copy(server)
        other.held = None
        tryings.append(Trying(other, os.path.abspath(root), 1000 * (i + 1) + seed))
    threads = [threading.Thread(target=trying.run, args=(n, known)) for trying in tryings]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for trying in tryings:
        trying.server.held.close()
    return sum(trying.failed for trying in tryings)


def main(stipple, root, n=100, seed=1):
    with Program(stipple).serve() as server:
        trying, known = Trying(server, os.path.abspath(root), int(seed)), {}
        trying.run(int(n), known)
        trying.failed += at_once(server, root, int(n) // 8, int(seed), known)
    for verb in VERBS:
        codes = {code: count for (of, code), count in sorted(trying.codes.items()) if of == verb}
        print(verb, codes)
        if int(n) >= 100 and not all(codes.get(code, 0) >= int(n) // 25 for code in (200, 400, 422)):
            trying.fail(f'{verb}: bodies of every kind are tried: {codes}', b'')
    print(f'{trying.failed} failed')
    return 1 if trying.failed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
