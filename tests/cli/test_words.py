#!/usr/bin/python3
# test_words STIPPLE ROOT: a program that shows a plan finds words for everything in it that is told by an id or a code,
# among `stipple texts` or beside it, for every example. $STIPPLE_WRAP, split by spaces, stands before every call.
# Prints each claim that fails, and a count at the end.
# SPDX-License-Identifier: Apache-2.0
import glob
import json
import os
import subprocess
import sys

STIPPLE, ROOT = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])

# Where an id stands in a plan, and where its words are: a list of the texts with the key there ("codes" with the
# vocabulary), or a key that stands beside it. {} is the id.
WORDS = {
    'verdict': 'codes classes.{}', 'screening.verdict': 'codes classes.{}',
    'screening.findings[].class': 'codes classes.{}', 'screening.findings[].class_before': 'codes classes.{}',
    'screening.findings[].id': 'beside because', 'screening.findings[].lifts.when': 'codes states.{}',
    'screening.findings[].grade': 'none', 'screening.findings[].status': 'codes statuses.{}',
    'screening.options[].zone': 'zones {}', 'screening.options[].device': 'devices {}',
    'screening.options[].verdict': 'codes classes.{}', 'screening.missing[].fact': 'beside label',
    'screening.closed[].zone': 'zones {}', 'screening.closed[].device': 'devices {}',
    'screening.closed[].agent': 'agents {} or codes parts.{}', 'screening.closed[].class': 'codes classes.{}',
    'zones[].zone': 'zones {}', 'zones[].device': 'devices {}', 'zones[].indication': 'indications {}',
    'zones[].depth_layers[].layer': 'codes layers.{}', 'zones[].skin[].layer': 'codes layers.{}',
    'numbing.agent': 'agents {}', 'sessions[].status': 'codes sittings.{}', 'sessions[].steps[].id': 'steps {}',
    'calendar[].kind': 'sayings page.key.{}', 'blocked[].kind': 'codes blocked.{}', 'blocked[].id': 'beside because',
    'course.days[].make_up': 'codes make_up.{}', 'course.months[].zone': 'zones {}',
    'course.months[].indication': 'indications {}', 'healing.phases[].id': 'codes outputs.{}',
    'healing.curves[].state': 'codes outputs.{}', 'seen[].zone': 'zones {}', 'seen[].scale': 'scales {}',
    'uptake[].agent': 'agents {}', 'uptake[].zone': 'zones {}', 'uptake[].when': 'codes put_on.{}',
    'risks[].id': 'rates {}', 'aftercare[].id': 'beside text', 'spacing[].id': 'beside text', 'meanwhile[].id': 'beside text',
    'watch[].id': 'beside text', 'watch[].level': 'codes levels.{}', 'alternatives[].id': 'beside label',
    'clashes[].one': 'codes limits.{}', 'clashes[].other': 'codes limits.{}', 'disagreement[].id': 'beside text',
    'series.disagreement[].id': 'beside text', 'aftercare[].disagreement[].id': 'beside text',
    'spacing[].disagreement[].id': 'beside text', 'remarks[].id': 'beside text', 'controls[].id': 'beside name',
    'controls[].zone': 'zones {}',
}
CODED = {'id', 'zone', 'device', 'indication', 'agent', 'kind', 'status', 'state', 'layer', 'level', 'when', 'verdict', 'class',
         'class_before', 'make_up', 'one', 'other', 'scale', 'fact', 'grade'}
n = failed = 0


def claim(holds, what, detail=''):
    global n, failed
    n += 1
    if not holds:
        failed += 1
        print(f'not so: {what} {detail}'[:500])


def answer(*words):
    done = subprocess.run([*os.environ.get('STIPPLE_WRAP', '').split(), STIPPLE, *words, '--json'],
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=True)
    return json.loads(done.stdout)


# Every mapping of a plan with its path, but for quantities and curves, which are told apart by what they have.
def mappings(value, path=''):
    if isinstance(value, dict):
        is_number = {'kind', 'unit', 'predictable'} <= value.keys()
        yield path, value, is_number
        for key, inner in value.items():
            if key not in ('sources', 'hashes', 'versions'):
                yield from mappings(inner, f'{path}.{key}' if path else key)
    elif isinstance(value, list):
        for inner in value:
            yield from mappings(inner, path + '[]')


def main():
    texts = {}
    for text in answer('texts')['texts']:
        texts.setdefault((text['list'], text['id']), {})[text['key']] = text['text'].get('en', '')
    used = set()
    for path in sorted(glob.glob(os.path.join(ROOT, 'examples/*.yaml'))):
        if os.path.basename(path) == 'clinic.yaml' or os.path.basename(path).startswith('checkin-'):
            continue
        plan = answer('plan', path, '--on', '2026-03-02', '--members', '20')
        for at, mapping, is_number in mappings(plan):
            where = f'{os.path.basename(path)}: {at}'
            if is_number:
                claim(('sayings', 'mark.' + mapping['kind']) in texts, f'{where}: the kind {mapping["kind"]} has words')
            if 'status' in mapping and not at.startswith('sessions'):
                claim(('codes', 'statuses.' + mapping['status']) in texts, f'{where}: {mapping["status"]} has words')
            for key in CODED & mapping.keys():
                known = f'{at}.{key}' if at else key
                if not isinstance(mapping[key], str) or is_number and key in ('kind', 'status', 'grade'):
                    continue
                if known not in WORDS:
                    claim(key in ('status', 'grade'), f'{known}: it is known where its words are')
                    continue
                used.add(known)
                places = [place.split() for place in WORDS[known].split(' or ')]
                if places[0][0] == 'beside':
                    claim(mapping.get(places[0][1]), f'{where}: {mapping[key]} has its words beside it')
                elif WORDS[known] != 'none':
                    found = [texts.get((list_of, form.format(mapping[key])), {}) for list_of, form in places]
                    claim(any(any(one.values()) for one in found), f'{where}.{key}: {mapping[key]} has words in {WORDS[known]}')
    claim(used == set(WORDS), 'every place is met', sorted(set(WORDS) - used))
    print(f'{n} claims, {failed} failed')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
