#!/usr/bin/python3
# test_description DESCRIPTION ROOT FOLDER: the description of the web interface is OpenAPI 3.1 to a validator from the
# npm registry, which is installed by its lock file into FOLDER; the validator finds what is broken on purpose;
# references resolve, schemas are schemas, and every example fits the schema it stands beside. Where the registry
# cannot be reached all but the validator is checked, and the test counts as skipped.
# $STIPPLE_WRAP, split by spaces, stands before the call of DESCRIPTION.
# SPDX-License-Identifier: Apache-2.0
import copy
import glob
import json
import os
import re
import shutil
import subprocess
import sys

import jsonschema

FILES = ['package.json', 'package-lock.json', 'validate.mjs']
SECONDS = 120
SKIPPED = 77   # as Meson reads it
failed = []


def check(holds, what):
    if not holds:
        failed.append(what)
        print('FAILED:', what)


def run(call, **more):
    return subprocess.run(call, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=SECONDS,
                          **more)


# Why the validator cannot be had, or None.
def install(root, folder):
    os.makedirs(folder, exist_ok=True)
    mark = os.path.join(folder, 'installed')
    lock = open(os.path.join(root, 'tests/api/package-lock.json'), 'rb').read()
    for name in FILES:
        shutil.copyfile(os.path.join(root, 'tests/api', name), os.path.join(folder, name))
    if os.path.exists(mark) and open(mark, 'rb').read() == lock:
        return None
    done = run(['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], cwd=folder)
    if done.returncode != 0:
        return 'npm ci: ' + done.stderr.decode(errors='replace').strip()[-500:]
    with open(mark, 'wb') as file:
        file.write(lock)
    return None


def complaints(folder, document):
    path = os.path.join(folder, 'description.json')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(document, file)
    done = run(['node', 'validate.mjs', 'description.json'], cwd=folder)
    return done.returncode, (done.stdout + done.stderr).decode(errors='replace')


def references(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == '$ref':
                yield inner
            else:
                yield from references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from references(inner)


def resolve(document, reference):
    at = document
    for key in reference.removeprefix('#/').split('/'):
        if not isinstance(at, dict) or key not in at:
            return None
        at = at[key]
    return at


# Every code and slug that the source names is one of the list, and every one of the list is named.
def check_problems(document, root):
    listed, named = set(), set()
    for name, response in document['components']['responses'].items():
        slugs = re.findall(r'(?:^|; )([a-z-]+): ', response['description'])
        listed |= {(name.removeprefix('problem_'), slug) for slug in slugs}
    for path in glob.glob(os.path.join(root, 'src/face/*.[ch]')):
        if os.path.basename(path) != 'problem.h':
            named |= set(re.findall(r'\b([45]\d\d),\s*"([a-z-]+)"', open(path, encoding='utf-8').read()))
            named |= {('503', slug) for slug in re.findall(r'503, is_old \? "([a-z-]+)"', open(path, encoding='utf-8').read())}
    check(len(listed) >= 20, f'problems are listed: {sorted(listed)}')
    for code, slug in sorted(named ^ listed):
        check(False, f'{code} {slug} is {"named" if (code, slug) in named else "listed"} alone')


def check_examples(document):
    n = 0
    for path, item in document['paths'].items():
        for operation in item.values():
            for media, content in operation.get('requestBody', {}).get('content', {}).items():
                schema = {**content['schema'], 'components': document['components']}
                for name, example in content['examples'].items():
                    n += 1
                    try:
                        jsonschema.Draft202012Validator(schema).validate(example['value'])
                    except jsonschema.ValidationError as error:
                        check(False, f'{path}: {media}: example {name} fits its schema: {error.message[:200]}')
                check(content['examples'], f'{path}: {media}: has an example')
    check(n >= 10, f'there are examples ({n})')


def check_validator(folder, document):
    status, said = complaints(folder, document)
    check(status == 0, f'the validator finds nothing: {said[:2000]}')

    broken = copy.deepcopy(document)
    del broken['paths']['/api/screen']['post']['responses']['200']['description']
    check(complaints(folder, broken)[0] == 1, 'an answer without its description is found')
    broken = copy.deepcopy(document)
    broken['paths']['/api/simulate/{part}']['post']['parameters'][0]['in'] = 'route'
    check(complaints(folder, broken)[0] == 1, 'a parameter in no place is found')
    broken = copy.deepcopy(document)
    broken['components']['schemas']['plan']['properties']['verdict'] = {'$ref': '#/components/schemas/nothing'}
    check(complaints(folder, broken)[0] == 1, 'a reference to nothing is found')


def main(description, root, folder):
    missing = install(root, folder)
    done = run([*os.environ.get('STIPPLE_WRAP', '').split(), description])
    check(done.returncode == 0, f'the description is printed: {done.stderr.decode(errors="replace")[:300]}')
    document = json.loads(done.stdout)
    if not missing:
        check_validator(folder, document)
    for reference in sorted(set(references(document))):
        check(reference.startswith('#/') and resolve(document, reference) is not None, f'{reference} resolves')
    for name, schema in document['components']['schemas'].items():
        try:
            jsonschema.Draft202012Validator.check_schema(schema)
        except jsonschema.SchemaError as error:
            check(False, f'{name} is a schema: {error.message[:200]}')
    ids = [o['operationId'] for item in document['paths'].values() for o in item.values()]
    check(len(ids) == len(set(ids)) and len(ids) >= 12, 'every operation has an id of its own')
    check_problems(document, root)
    check_examples(document)
    print(f'{len(failed)} failed')
    if missing and not failed:
        print('SKIPPED: the validator cannot be installed here; all else holds.', missing)
        return SKIPPED
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:4]))
