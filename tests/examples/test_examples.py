#!/usr/bin/python3
# test_examples STIPPLE ROOT [VERB..]: every patient of ROOT/examples is screened and planned, and what comes back
# is held against expected.json beside this file, against the schemas the program prints, and against what must
# hold for any answer. VERB: screen or plan (both unless given).
# SPDX-License-Identifier: Apache-2.0
#
# Keys of expected.json, for each file: verdict, until; plan_verdict, if what is planned is a caution of its own; findings and absent: ids that must and must not be there;
# closed and open: zones, devices and agents that must and must not be closed; classes, class_before, untils and
# excludes: by id of the finding; missing: facts named as missing; not_counting: findings that are listed, but
# stand in no option; improvement: of a month, as ranges of its value, low and high, or without a value; remarks: ids of remarks of the plan; numbing_parts_at_least: visits over which the plan splits the cream; visits: number, part, date and zones of each; why: for the reader.
import json
import os
import re
import subprocess
import sys
import tempfile

import jsonschema

DAY = '2026-03-02'
NOT_PATIENTS = {'clinic.yaml'}
SECONDS = 300

# Words a reader must never meet: promises, refuted claims, verdicts on people.
FORBIDDEN = [re.compile(pattern, re.I) for pattern in [
    r'\bsafe\b', r'\bpainless\b', r'\bno risks?\b', r'\bno downtime\b', r'\bguaranteed\b',
    r'\bpermanent(ly)?\b', r'\berases?\b', r'\beliminates?\b', r'\bremoves\b', r'\bflawless\b',
    r'\banti-?ageing\b', r'\banti-?aging\b', r'\bmedical-grade\b', r'\bfda[- ]approved\b',
    r'\bresults in two weeks\b', r'\bat least four or nothing\b', r'\breduces cold sores\b',
    r'\bprotects against (psoriasis|rosacea|dermatitis)\b', r'\bonly the outer layer\b',
    r'\bmore elastin\b', r'\blegal limit\b',
    r'\byou are cleared\b', r'\bapproved\b', r'\bpassed\b', r'\bfailed\b', r'\brejected\b',
    r'\bnon-?compliant\b', r'\bcomplains?\b', r'\bunrealistic\b', r'\bvain\b',
    r'\bbody dysmorphi[ac]\b', r'\bsuspected disorder\b',
]]


class Breach(Exception):
    pass


def require(holds, what):
    if not holds:
        raise Breach(what)


# ---- running the program ----

def run(stipple, *args):
    done = subprocess.run([stipple, *args], stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS)
    said = ' '.join(args[:1])
    require(done.returncode >= 0, f'{said}: ended by signal {-done.returncode}')
    require(done.returncode == 0 or not done.stdout, f'{said}: status {done.returncode}, yet it printed an answer')
    return done


def answer(stipple, *args):
    done = run(stipple, *args)
    require(done.returncode == 0, f'{args[0]}: status {done.returncode}: {done.stderr.decode().strip()}')
    return done.stdout


def no_constant(text):
    raise Breach(f'{text} in the answer')


def once(pairs):
    keys = [key for key, _ in pairs]
    require(len(keys) == len(set(keys)), f'a key twice: {keys}')
    return dict(pairs)


def parse(data):
    return json.loads(data.decode('utf-8'), parse_constant=no_constant, object_pairs_hook=once)


def schema_of(stipple, noun):
    schema = parse(answer(stipple, 'schema', noun))
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


# ---- what must hold for any answer ----

def check_schema(validator, reply, noun):
    errors = sorted(validator.iter_errors(reply), key=lambda error: list(map(str, error.absolute_path)))
    require(not errors, f'{noun} against its schema: ' + '; '.join(
        f'/{"/".join(map(str, error.absolute_path))}: {error.message[:200]}' for error in errors[:3]))


# Every list of source keys anywhere in the reply.
def cited(node):
    if isinstance(node, dict):
        for key, value in node.items():
            if key == 'sources' and isinstance(value, list):
                yield from value
            else:
                yield from cited(value)
    elif isinstance(node, list):
        for value in node:
            yield from cited(value)


def check_sources(reply):
    lost = sorted(set(cited(reply)) - set(reply['sources']))
    require(not lost, f'sources that are used and not named: {lost}')
    for finding in (reply.get('screening') or reply)['findings']:
        require(finding['sources'], f'{finding["id"]} has no source')


def check_words(text):
    text = ' '.join(text.split())   # lines are wrapped
    for pattern in FORBIDDEN:
        match = pattern.search(text)
        if match:
            around = text[max(0, match.start() - 40):match.end() + 40]
            raise Breach(f'a word that must not appear: "{match.group(0)}" in "... {around} ..."')


def check_lifts(finding):
    lifts, name = finding['lifts'], finding['id']
    if finding['until'] is not None:
        require(isinstance(lifts, dict) and lifts.get('on') == finding['until'], f'{name}: lifts is not its until')
    elif isinstance(lifts, dict):
        require('when' in lifts and 'look_again' in lifts, f'{name}: lifts without when and look_again')
    else:
        require(lifts == 'never', f'{name}: lifts is {lifts}')


# ---- one example ----

def closed_names(screening):
    return {entry.get('zone') or entry.get('device') or entry.get('agent') for entry in screening['closed']}


def by_id(screening):
    found = {}
    for finding in screening['findings']:
        found.setdefault(finding['id'], []).append(finding)
    return found


# For each id: one of the findings with that id has `key` as expected.
def check_each(found, wanted, key, what):
    for name, value in wanted.items():
        have = [finding.get(key) for finding in found.get(name, [])]
        fits = [set(value) <= set(one or []) if isinstance(value, list) else one == value for one in have]
        require(any(fits), f'{name}: {what} is {have}, not {value}')


def check_screening(screening, wanted):
    found, closed = by_id(screening), closed_names(screening)
    listed = {name for option in screening['options'] for name in option['findings']}
    missing = {entry['fact'] for entry in screening['missing']}
    require(screening['verdict'] == wanted['verdict'],
            f'verdict {screening["verdict"]}, not {wanted["verdict"]}; findings {sorted(found)}')
    require(screening['until'] == wanted['until'], f'until {screening["until"]}, not {wanted["until"]}')
    lost = [name for name in wanted['findings'] if name not in found]
    require(not lost, f'findings {lost} are not there; there are {sorted(found)}')
    surplus = [name for name in wanted['absent'] if name in found]
    require(not surplus, f'findings {surplus} are there')
    require(set(wanted['closed']) <= closed, f'closed is {sorted(closed)}, not {wanted["closed"]}')
    require(not set(wanted.get('open', [])) & closed, f'closed is {sorted(closed)}')
    require(not set(wanted.get('not_counting', [])) & listed, f'options count {sorted(listed)}')
    for fact in wanted.get('missing', []):
        require(any(one == fact or one.endswith('.' + fact) for one in missing),
                f'missing is {sorted(missing)}, without {fact}')
    check_each(found, wanted.get('classes', {}), 'class', 'the class')
    check_each(found, wanted.get('class_before', {}), 'class_before', 'the class before')
    check_each(found, wanted.get('untils', {}), 'until', 'the date')
    check_each(found, wanted.get('excludes', {}), 'excludes', 'what it excludes')
    for finding in screening['findings']:
        check_lifts(finding)


# Months in order, each with a value and its band, or with words alone.
def check_months(plan, wanted):
    months = plan['course']['months']
    for month in months:
        if 'value' in month:
            require(0 <= month['low'] < month['value'] < month['high'] <= 1, f'plan: month {month}')
        require(month['kind'] == 'measured' and (month['predictable'] or month['because']), f'plan: month {month}')
        require(not month['predictable'] or month['high'] - month['low'] <= 0.2, f'plan: month {month}')
    for want in wanted.get('improvement', []):
        found = [month for month in months if all(month[key] == want[key] for key in ('month', 'zone', 'indication'))]
        require(len(found) == 1, f'plan: {len(found)} months like {want}')
        for key in ('date', 'predictable'):
            require(found[0][key] == want[key], f'plan: {key} of {found[0]}')
        for key in ('value', 'low', 'high'):
            require((key in found[0]) == (key in want), f'plan: {key} of {found[0]}')
            require(key not in want or want[key][0] <= found[0][key] <= want[key][1], f'plan: {key} of {found[0]}')


def check_plan(plan, screening, wanted):
    check_months(plan, wanted)
    require(plan['verdict'] == wanted.get('plan_verdict', wanted['verdict']), f'plan: verdict {plan["verdict"]}')
    said = {remark['id'] for remark in plan['remarks']}
    for remark in wanted.get('remarks', []):
        require(remark in said, f'plan: lacks the remark {remark}')
    if screening:
        same = all(plan['screening'][key] == screening[key] for key in ('verdict', 'until', 'findings', 'closed'))
        require(same, 'plan: its screening is another than that of screen')
    ahead = [session['date'] for session in plan['sessions'] if session['status'] == 'planned']
    require(ahead == sorted(set(ahead)), f'plan: sittings not in order: {ahead}')
    require(not ahead or ahead[0] >= DAY, f'plan: a sitting in the past: {ahead}')
    if wanted['verdict'] in ('refuse', 'ask'):
        require(not ahead, f'plan: {wanted["verdict"]}, yet sittings on {ahead}')
    if wanted['until']:
        require(not ahead or ahead[0] >= wanted['until'], f'plan: a sitting before {wanted["until"]}: {ahead}')
    for session, (number, part, day, zones) in zip(plan['sessions'], wanted.get('visits', []), strict='visits' in wanted):
        have = session['number'], session.get('part'), session['date'], sorted(session['zones'])
        require(have == (number, part, day, sorted(zones)), f'plan: the visit {have}, not {(number, part, day, zones)}')
        told = [entry['text'] for entry in plan['calendar'] if entry['date'] == day and entry['kind'] == 'session']
        require(len(told) == 1 and f'Treatment {number} of' in told[0] and f'visit {part} of' in told[0], f'plan: {told}')
    parts = wanted.get('numbing_parts_at_least')
    if parts:
        have = (plan['numbing'] or {}).get('parts', 1)
        require(have >= parts, f'plan: cream in {have} visits, not {parts}')


# The four short cards come first, then what there is to know, then the rest.
def check_order(lines):
    wanted = ['What was found', 'Dates', 'After a treatment', 'Result', 'Price', 'To know', 'Numbing',
              'How many, how often', 'Other ways', 'What can go wrong', 'When to call', 'Sources']
    places = [lines.index(heading) for heading in wanted if heading in lines]
    require(places == sorted(places), f'another order: {[lines[at] for at in places]}')


# A plan as a person reads it: nothing twice, no settings without a sitting, shares as people.
def check_plan_text(text, plan):
    lines, flat = text.splitlines(), ' '.join(text.split())
    require(any(line.split()[:1] == [plan['verdict']] for line in lines[:4]), 'the verdict is not at the top')
    for remark in plan['remarks']:
        n = flat.count(' '.join(remark['text'].split()))
        require(n == 1, f'a remark {n} times: {remark["text"]}')
    for entry in plan['screening']['missing']:
        require('Answers still needed' in lines, f'{entry["fact"]} is not asked for')
    is_planned = any(session['status'] == 'planned' for session in plan['sessions'])
    require(any(line.startswith('Settings: ') for line in lines) == (is_planned and bool(plan['zones'])),
            'settings without a sitting, or none with one')
    require(('Numbing' in lines) == (is_planned and plan['numbing'] is not None), 'cream without a sitting')
    for code in ('(reach)', '(operator)', ')/cm2', 'Plan for ,'):
        require(code not in flat, f'"{code}" in the text')
    require(('Result' in lines) == bool(plan['course']['months']), 'a result without months, or none with them')
    for month in plan['course']['months']:
        require(' '.join(month['because'].split()) in flat, f'{month["because"]} is not said')
    for heading in ('What can go wrong', 'When to call', 'After a treatment'):
        require((heading in lines) == is_planned, f'"{heading}" without a sitting, or none with one')
    check_order(lines)
    for risk in plan['risks'] if is_planned else []:
        if risk['rate']:
            require(f'{100 * risk["rate"]["value"]:.0f} of 100 people' in flat, f'{risk["id"]}: not as people')


def check_example(stipple, path, wanted, verbs, schemas):
    replies = {}
    for verb in verbs:
        args = (verb, path, '--on', DAY)
        data = answer(stipple, *args, '--json')
        require(data == answer(stipple, *args, '--json'), f'{verb}: two runs, two answers')
        reply = parse(data)
        check_schema(schemas[verb], reply, verb)
        require(reply['on'] == DAY, f'{verb}: on is {reply["on"]}')
        require(os.path.dirname(path).encode() not in data, f'{verb}: the answer holds the path of its file')
        require('Not a cleared medical device' in reply['disclaimer'], f'{verb}: the answer does not say what it is')
        check_sources(reply)
        text = answer(stipple, *args).decode('utf-8')
        check_words(text)
        if verb == 'plan':
            check_plan_text(text, reply)
        replies[verb] = reply
    if 'screen' in verbs:
        check_screening(replies['screen'], wanted)
    if 'plan' in verbs:
        check_plan(replies['plan'], replies.get('screen'), wanted)


# A file with a key that nobody knows is refused with status 2 and its place, and nothing on stdout.
def check_refusal(stipple, path, verbs):
    with open(path, encoding='utf-8') as file:
        text = file.read()
    with tempfile.TemporaryDirectory() as folder:
        bad = os.path.join(folder, 'bad.yaml')
        with open(bad, 'w', encoding='utf-8') as file:
            file.write(text + 'favourite_colour: blue\n')
        line = len(text.splitlines()) + 1
        for verb in verbs:
            done = run(stipple, verb, bad, '--on', DAY, '--json')
            require(done.returncode == 2, f'{verb}: status {done.returncode} for an unknown key')
            said = done.stderr.decode()
            require(re.search(rf'bad\.yaml:{line}:\d+: favourite_colour: ', said), f'{verb}: no place in {said!r}')


def check_nameless(stipple, path):
    with open(path, encoding='utf-8') as file:
        text = re.sub(r'(?m)^name:.*\n', '', file.read())
    with tempfile.TemporaryDirectory() as folder:
        nameless = os.path.join(folder, 'nameless.yaml')
        with open(nameless, 'w', encoding='utf-8') as file:
            file.write(text)
        said = answer(stipple, 'plan', nameless, '--on', DAY).decode('utf-8')
        require(said.startswith('Plan as of 2 March 2026\n'), f'its title is {said.splitlines()[0]}')


def main(stipple, root, *verbs):
    verbs = verbs or ('screen', 'plan')
    folder = os.path.join(root, 'examples')
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'expected.json'), encoding='utf-8') as file:
        expected = json.load(file)
    there = {name[:-5] for name in os.listdir(folder) if name.endswith('.yaml') and name not in NOT_PATIENTS
             and not name.startswith('checkin-')}
    schemas = {verb: schema_of(stipple, {'screen': 'screening'}.get(verb, verb)) for verb in verbs}
    tests = [(name, lambda name=name: check_example(stipple, os.path.join(folder, name + '.yaml'), expected[name],
                                                    verbs, schemas)) for name in sorted(there & set(expected))]
    tests.append(('every example has its expectation', lambda: require(
        there == set(expected), f'without the other: {sorted(there ^ set(expected))}')))
    if tests[0][0] in there:
        path = os.path.join(folder, tests[0][0] + '.yaml')
        tests.append(('a plan without a name has a title', lambda: check_nameless(stipple, path)))
        tests.append(('an unknown key is refused', lambda: check_refusal(stipple, path, verbs)))
    n_failed = 0
    for name, test in tests:
        try:
            test()
            print(f'ok      {name}')
        except (Breach, ValueError, KeyError, TypeError, subprocess.TimeoutExpired) as why:
            n_failed += 1
            print(f'FAILED  {name}: {why if isinstance(why, Breach) else repr(why)}')
    print(f'{len(tests) - n_failed} passed, {n_failed} failed')
    return 1 if n_failed else 0


if __name__ == '__main__':
    if len(sys.argv) < 3:
        sys.exit('usage: test_examples.py STIPPLE ROOT [VERB..]')
    try:
        sys.exit(main(*sys.argv[1:]))
    except Breach as why:
        sys.exit(f'test_examples: {why}')
