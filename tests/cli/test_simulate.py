#!/usr/bin/python3
# test_simulate STIPPLE ROOT: the setups of ROOT/examples/setups answer what was reckoned for them by hand or by a
# naive twin, and what must hold for any answer; what is no setup is refused with its place.
# $STIPPLE_WRAP, split by spaces, stands before every call. Prints each case that fails, and a count at the end.
# SPDX-License-Identifier: Apache-2.0
import csv
import io
import json
import math
import os
import random
import shutil
import statistics
import subprocess
import sys

import jsonschema

from test_bad_input import CONTENT, INOUT, LIMIT, World

ON = ['--on', '2026-03-02']
POINTS = ['p2_5', 'p5', 'p25', 'p50', 'p75', 'p95', 'p97_5']
MAPS = ('adverse', 'peak', 'peak_time')
SHARES = ('open', 'open_occluded', 'iii_fraction', 'barrier')
WORDS = ['safe', 'guaranteed', 'optimal', 'best', 'painless', 'permanent', 'no risk', 'fda-approved']


class Claims(World):
    def claim(self, holds, what):
        self.passed += bool(holds)
        self.failed += not holds
        if not holds:
            print(what)

    def near(self, value, wanted, part, what):
        self.claim(abs(value - wanted) <= part * abs(wanted), f'{what}: {value}, not {wanted} within {part}')

    def call(self, args, text=''):
        done = subprocess.run([*self.wrap, self.stipple, *args], input=text.encode(), capture_output=True, timeout=120,
                              cwd=self.root, env=self.env)
        if done.returncode:
            sys.exit(f'{args}: status {done.returncode}: {done.stderr.decode()}')
        return done.stdout

    def simulate(self, part, setup, *args):
        path = os.path.join('examples', 'setups', setup) if setup.endswith('.yaml') else '-'
        return json.loads(self.call(['simulate', part, path, '--json', *ON, *args], setup))


# ---- what must hold for any answer ----

def numbers_hold(world, name, quantity):
    band = [quantity[point] for point in POINTS if point in quantity]
    world.claim(band == sorted(band), f'{name}: a band out of order: {band}')
    world.claim(quantity['sources'] and quantity['status'] and quantity['kind'], f'{name}: where from?')
    if quantity['kind'] == 'computed' and 'value' in quantity:
        world.claim(quantity['low'] <= quantity['value'] <= quantity['high'], f'{name}: the value lies outside')
    if not quantity['predictable']:
        world.claim(quantity.get('because'), f'{name}: not predictable, and why is not said')


def curve_holds(world, name, curve):
    n = len(curve['x'])
    world.claim(curve['x'] == sorted(set(curve['x'])) and curve['x'][0] >= 0, f'{name}: x does not rise')
    world.claim(all(len(curve[point]) == n for point in POINTS), f'{name}: percentiles of other lengths')
    for i in range(n):
        band = [curve[point][i] for point in POINTS]
        world.claim(band == sorted(band) and 0 <= band[0], f'{name}: {band} at {curve["x"][i]}')
        if name.split(': ')[-1] in SHARES:
            world.claim(band[-1] <= 1, f'{name}: {band} at {curve["x"][i]}')
    if 'open' in name.split(': ')[-1]:
        world.claim(all(curve['p50'][i] > curve['p50'][i + 1] for i in range(n - 1)), f'{name}: opens again')


def holds(world, name, reply):
    world.claim(reply['format'] == 'stipple-simulation/1' and reply['on'] == '2026-03-02', f'{name}: the head')
    for key, output in reply['outputs'].items():
        if key == 'layers':
            for layer in output:
                numbers_hold(world, f'{name}: {layer["layer"]}', layer['share'])
        elif key == 'phases':
            for phase in output:
                for end in ('starts', 'ends'):
                    numbers_hold(world, f'{name}: {phase["id"]}: {end}', phase[end])
        elif key in MAPS:
            for event, rate in output.items():
                numbers_hold(world, f'{name}: {event}', rate)
        elif 'x' in output:
            curve_holds(world, f'{name}: {key}', output)
        else:
            numbers_hold(world, f'{name}: {key}', output)
    cited = set()
    for part in (reply['outputs'].get('layers', []), reply['disagreement']):
        for one in part:
            cited.update(one.get('sources', []) or one['share']['sources'])
    for phase in reply['outputs'].get('phases', []):
        cited.update(phase['starts']['sources'] + phase['ends']['sources'])
    for one in [*reply['inputs'].values(), *(one for key in MAPS for one in reply['outputs'].get(key, {}).values()),
                *(o for k, o in reply['outputs'].items() if k not in ('layers', 'phases', *MAPS))]:
        cited.update(one['sources'])
    world.claim(cited == set(reply['sources']), f'{name}: cited {sorted(cited ^ set(reply["sources"]))}')
    for key, one in reply['inputs'].items():
        world.claim(one['sources'] == ['setup'] if one['given'] else one['sources'], f'{name}: {key}: given or not?')
        world.claim(one['given'] or one['because'], f'{name}: {key}: filled in, and why is not said')
    for check in ('residual', 'mass_error'):
        world.claim(0 <= reply['checks'].get(check, 0) <= 1e-12, f'{name}: does not add up: {reply["checks"]}')


def outputs_of(world, validator, part, setup, *args):
    name = setup if setup.endswith('.yaml') else repr(setup)
    reply = world.simulate(part, setup, *args)
    for error in validator.iter_errors(reply):
        world.claim(False, f'{name}: /{"/".join(map(str, error.absolute_path))}: {error.message[:200]}')
    holds(world, name, reply)
    return reply['outputs'], reply


# ---- the setups, by hand ----

# Skin and ratio of depth by other random numbers and the C library: how often the 95th percentile of a woman's
# punctures passes her dermis, and the share of all punctures below it.
def twin(world, zone, sex, parameter, setting_mm):
    skin = json.loads(world.call(['evidence', zone, '--json']))['value']['thickness']
    ratio = json.loads(world.call(['evidence', parameter, '--json']))['value']
    spread = json.loads(world.call(['evidence', 'puncture_sigma', '--json']))['value']['median']
    draw, n, passed, below = random.Random(7), 40000, 0, []
    for _ in range(n):
        depth = setting_mm * ratio['median'] * math.exp(ratio['sigma'] * draw.gauss(0, 1))
        bottom = float(skin[sex].split()[0]) * math.exp(skin['person_sigma'] * draw.gauss(0, 1)
                                                        + skin['study_sigma'] * draw.gauss(0, 1))
        passed += depth * math.exp(1.6448536269514722 * spread) > bottom
        below.append(0.5 * math.erfc(math.log(bottom / depth) / spread / math.sqrt(2)))
    return passed / n, statistics.quantiles(below, n=4)


def depths(world, validator):
    pen, reply = outputs_of(world, validator, 'depth', 'depth-pen-cheek.yaml', '--members', '20000')
    world.claim(pen['tip_depth']['value'] == 1.5 and pen['tip_depth']['kind'] == 'advice', 'pen: the setting')
    world.near(pen['channel_depth']['value'], 1.5, 0.01, 'pen: channel')
    world.near(pen['channel_depth']['low'], 1.5 * math.exp(-1.959964 * 0.0765), 0.01, 'pen: channel, low')
    world.near(pen['channel_depth']['high'], 1.5 * math.exp(1.959964 * 0.0765), 0.01, 'pen: channel, high')
    world.near(pen['force_per_needle']['value'], 20 + 4.59375 * 15, 0.01, 'pen: V1, between both tips')
    passed, below = twin(world, 'cheeks', 'female', 'depth_ratio_pen', 1.5)
    world.near(pen['beyond_dermis']['value'], passed, 0.02, 'pen: beyond, against the twin')
    shares = {layer['layer']: layer['share'] for layer in pen['layers']}
    world.near(shares['below_dermis']['p25'], below[0], 0.1, 'pen: share below, lower quarter')
    world.near(shares['below_dermis']['p50'], below[1], 0.05, 'pen: share below, median')
    world.near(shares['below_dermis']['p75'], below[2], 0.02, 'pen: share below, upper quarter')
    world.claim(list(shares) == ['epidermis', 'papillary_dermis', 'reticular_dermis', 'below_dermis'], 'pen: layers')
    world.claim(reply['inputs']['needle.length'] == {'given': True, 'read': True, 'sources': ['setup'], 'unit': 'mm',
                                                     'value': 1.5}, f'pen: {reply["inputs"]["needle.length"]}')

    roller, _ = outputs_of(world, validator, 'depth', 'depth-roller-cheek.yaml')
    for point in POINTS:
        world.claim(roller['channel_depth'][point] < pen['channel_depth'][point], f'a roller reaches deeper, {point}')
    world.claim(roller['beyond_dermis']['value'] < pen['beyond_dermis']['value'], 'a roller passes more often')
    world.claim('force_per_needle' not in roller, 'a force without a tip')

    # V6: 600 um left about 460
    patch, _ = outputs_of(world, validator, 'depth', 'depth-patch-donnelly.yaml')
    world.claim(patch['channel_depth']['p5'] < 0.46 < patch['channel_depth']['p95'], f'V6: {patch["channel_depth"]}')
    world.near(patch['channel_depth']['value'], 0.6 * 0.75, 0.03, 'patch: middle of its range')


def closures(world, validator):
    # V13: 23.69 (13.67) h and 60.34 (14.69) h; log-normal with that mean and deviation
    arm, _ = outputs_of(world, validator, 'closure', 'closure-arm-occluded.yaml', '--members', '20000')
    sigma = math.sqrt(math.log(1 + (13.67 / 23.69) ** 2))
    median = 23.69 * math.exp(-sigma ** 2 / 2)
    world.near(arm['half_life']['value'], median, 0.02, 'arm: half-life')
    world.near(arm['half_life']['high'], median * math.exp(1.96 * sigma), 0.03, 'arm: half-life, high')
    world.near(arm['closed_admittance']['value'], median * math.log2(1 / 0.17), 0.02, 'arm: closed')
    world.claim(arm['closed_admittance']['p25'] < 60.34 < arm['closed_admittance']['p75'], 'V13: closed')
    world.claim(not arm['closed_tewl']['predictable'] and 'low' not in arm['closed_tewl'], 'arm: water loss under film')
    world.claim('open_occluded' not in arm, 'arm: both answered')

    # V16: closed within 2 h
    face, _ = outputs_of(world, validator, 'closure', 'closure-face-open.yaml')
    world.near(face['half_life']['value'], 0.8, 0.05, 'face: half-life')
    world.claim(face['closed_admittance']['p25'] < 2 < face['closed_admittance']['p75'], 'V16: closed')
    world.claim((face['closed_tewl']['low'], face['closed_tewl']['high']) == (24, 48), 'face: water loss')
    world.claim(face['closed_dye']['low'] == 24 and 'high' not in face['closed_dye'], 'face: pores seen')
    world.claim(not face['closed_dye']['predictable'] and face['closed_dye']['kind'] == 'measured', 'face: pores seen')
    at = face['open']['x'].index(2)
    world.near(face['open']['p50'][at], 2 ** (-2 / face['half_life']['value']), 0.01, 'face: open after 2 h')

    # left out: both ways, film the slower one
    both, reply = outputs_of(world, validator, 'closure', '{}')
    world.claim(reply['inputs']['occluded']['value'] == 'both', 'both: what was asked')
    world.claim(both['closed_admittance']['high'] < both['closed_admittance_occluded']['p50'], 'both: film')
    world.claim(both['half_life'] == dict(face['half_life'], because=both['half_life']['because']), 'both: the air')
    deep, _ = outputs_of(world, validator, 'closure', 'needle: {length: 1.5 mm}')
    world.claim('extrapolated' in deep['half_life']['because'], 'deep: not said')
    world.claim('extrapolated' not in both['half_life']['because'], 'both: 1 mm was measured')


# ---- people and their means ----

def means(world, validator):
    person, _ = outputs_of(world, validator, 'depth', 'needle: {length: 1 mm}')
    study, reply = outputs_of(world, validator, 'depth', 'for: study_mean\nn: 30\nneedle: {length: 1 mm}')
    world.claim(reply['inputs']['n']['value'] == 30 and reply['inputs']['n']['read'], 'a mean: of whom?')
    one, many = ({layer['layer']: layer['share'] for layer in reply['layers']}['below_dermis']
                 for reply in (person, study))
    world.claim(many['high'] - many['low'] < one['high'] - one['low'], 'a mean spreads as wide as a person')
    world.claim(many['high'] - many['low'] > 0.2, 'a mean knows more than its studies')
    world.claim(study['channel_depth'] == person['channel_depth'], 'the ratio was averaged away')


# ---- forms of the answer ----

def forms(world):
    folder = os.path.join(world.root, 'examples', 'setups')
    for name in sorted(name for name in os.listdir(folder) if name.endswith('.yaml')):
        part, path = name.split('-')[0], os.path.join('examples', 'setups', name)
        answers = {world.call(['simulate', part, path, '--json', *ON, '--members', '9000', '--threads', threads])
                   for threads in '1238'}
        world.claim(len(answers) == 1, f'{name}: depends on the number of threads')
        text = world.call(['simulate', part, path, *ON]).decode()
        world.claim(all(len(line) <= 100 for line in text.split('\n')), f'{name}: wider than 100 columns')
        world.claim(not any(word in text.lower() for word in WORDS), f'{name}: a word that must not be said')
        table = os.path.join(world.folder, 'table.csv')
        with open(table, 'w', encoding='utf-8') as file:
            file.write('old')
        reply = json.loads(world.call(['simulate', part, path, '--json', *ON, '--csv', table]))
        with open(table, encoding='utf-8') as file:
            rows = list(csv.DictReader(io.StringIO(file.read())))
        curves = {key: out for key, out in reply['outputs'].items() if 'x' in out}
        wanted = [[key, x] + [curve[point][i] for point in POINTS]
                  for key, curve in curves.items() for i, x in enumerate(curve['x'])]
        wanted += [['layers', layer['layer']] + [layer['share'][point] for point in POINTS]
                   for layer in reply['outputs'].get('layers', [])]
        got = [[row['output'], row['x'] if row['output'] == 'layers' else float(row['x'])]
               + [float(row[point]) for point in POINTS] for row in rows]
        world.claim(sorted(map(str, got)) == sorted(str([w[0], w[1] if w[0] == 'layers' else float(w[1])]
                                                        + [float(p) for p in w[2:]]) for w in wanted), f'{name}: CSV')
        for one in reply['disagreement']:
            world.call(['evidence', one['id'], '--json'])


# ---- what is refused ----

SETUPS = [   # name, status, part, setup, begins, says
    ('an unknown part', CONTENT, 'dept', '{}', 'simulate: part: dept: ', 'did you mean depth; allowed: depth, closure'),
    ('an unknown key', CONTENT, 'depth', 'zone: cheeks\nneedel: {}\n', 's.yaml:2:1: needel: ', 'did you mean needle?'),
    ('a key without a model', CONTENT, 'depth', 'mode: impact\n', 's.yaml:1:1: mode: impact: ', 'is no key'),
    ('a force', CONTENT, 'depth', 'force: 5\n', 's.yaml:1:1: force: 5: ', 'is no key'),
    ('an unknown zone', CONTENT, 'depth', 'zone: cheek\n', 's.yaml:1:7: zone: cheek: ', 'did you mean cheeks?'),
    ('a zone of several', CONTENT, 'depth', 'zone: full_face\nneedle: {length: 1 mm}\n', 's.yaml:1:7: zone: full_face: ',
     'has no thickness of its own'),
    ('an unknown device', CONTENT, 'depth', 'device: penn\n', 's.yaml:1:9: device: penn: ', 'did you mean pen?'),
    ('a length without a unit', CONTENT, 'depth', 'needle: {length: 1.5}\n', 's.yaml:1:18: needle.length: 1.5: ',
     'has no unit, did you mean "1.5 mm"?'),
    ('a length beyond all', CONTENT, 'depth', 'needle: {length: 15 mm}\n', 's.yaml:1:18: needle.length: 15 mm: ',
     'is out of range; allowed: 0.05 to 4'),
    ('a tip of nothing', CONTENT, 'depth', 'needle: {tip_diameter: 0 um}\n', 's.yaml:1:24: needle.tip_diameter: ',
     'out of range'),
    ('half a needle', CONTENT, 'depth', 'needle: {count: 1.5}\n', 's.yaml:1:17: needle.count: 1.5: ', 'no whole number'),
    ('both zone and site', CONTENT, 'depth', 'zone: cheeks\nsite: chin\n', 's.yaml:2:7: site: chin: ', 'beside zone'),
    ('a mean of nobody', CONTENT, 'depth', 'for: study_mean\n', 's.yaml:1:1: n: nothing: ', 'allowed: 1 to 1000'),
    ('a person of many', CONTENT, 'depth', 'n: 5\n', 's.yaml:1:4: n: 5: ', 'is of no use for one person'),
    ('a mean that cannot be told', CONTENT, 'closure', 'for: study_mean\nn: 9\n', 's.yaml:1:6: for: study_mean: ',
     'no spread between studies'),
    ('a zone without a setting', CONTENT, 'closure', 'zone: upper_eyelid\n', 's.yaml:1:1: depth: nothing: ',
     'this zone has no setting'),
    ('covered maybe', CONTENT, 'closure', 'occluded: maybe\n', 's.yaml:1:11: occluded: maybe: ', 'allowed: yes, no, unknown'),
    ('the setup of another part', CONTENT, 'closure', 'format: stipple-setup_depth/1\n', 's.yaml:1:9: format: ',
     'allowed: stipple-setup_closure/1'),
    ('a result of nothing', CONTENT, 'outcome', 'zone: cheeks\n', 's.yaml:1:1: ', 'indication'),
    ('a result of what nobody treats', CONTENT, 'outcome', 'indication: acne_scar\n', 's.yaml:1:13: indication: acne_scar: ',
     'did you mean acne_scars?'),
    ('half a sitting', CONTENT, 'outcome', 'indication: pores\nsessions: 2.5\n', 's.yaml:2:11: sessions: 2.5: ',
     'no whole number'),
    ('a score beyond its scale', CONTENT, 'outcome', 'indication: acne_scars\nscale: ecca\nbaseline: 541\n',
     's.yaml:3:11: baseline: 541: ', 'lies beyond the scale ecca; allowed: 0 to 540'),
    ('a score below its scale', CONTENT, 'outcome', 'indication: acne_scars\nscale: goodman_baron\nbaseline: 0\n',
     's.yaml:3:11: baseline: 0: ', 'allowed: 1 to 4'),
    ('a score beyond the usual scale', CONTENT, 'outcome', 'indication: acne_scars\nbaseline: 500\n',
     's.yaml:2:11: baseline: 500: ', 'lies beyond the scale goodman_baron; allowed: 1 to 4'),
    ('the scale of another use', CONTENT, 'outcome', 'indication: melasma\nscale: ecca\n', 's.yaml:2:8: scale: ecca: ',
     'is no scale of this use; allowed: masi, mmasi'),
    ('a result that was observed', CONTENT, 'outcome', 'indication: pores\nobserved: []\n', 's.yaml:2:1: observed: ',
     'is no key'),
    ('another model', CONTENT, 'healing', 'model: waugh2007\n', 's.yaml:1:8: model: waugh2007: ', 'allowed: r1'),
    ('no sitting', CONTENT, 'healing', 'sessions: []\n', 's.yaml:1:11: sessions: []: ', 'names no sitting'),
    ('a sitting without a day', CONTENT, 'healing', 'sessions: [{dose: 1}]\n', 's.yaml:1:12: sessions[0]: ', 'lacks the key t'),
    ('a sitting before the beginning', CONTENT, 'healing', 'sessions: [{t: -1 d}]\n', 's.yaml:1:16: sessions[0].t: -1 d: ',
     'out of range'),
    ('a dose below nothing', CONTENT, 'healing', 'sessions: [{t: 0 d, dose: -1}]\n', 's.yaml:1:27: sessions[0].dose: -1: ',
     'out of range'),
    ('a time without a unit', CONTENT, 'healing', 'times: [1]\n', 's.yaml:1:9: times[0]: 1: ', 'did you mean "1 d"?'),
    ('no time', CONTENT, 'healing', 'times: []\n', 's.yaml:1:8: times: []: ', 'names no time'),
    ('times that fall', CONTENT, 'healing', 'times: [2 d, 1 d]\n', 's.yaml:1:8: times: 1: ', 'rising times'),
    ('too many sittings', LIMIT, 'healing', 'sessions: [%s]\n' % ', '.join(['{t: 0 d}'] * 65), 'sessions: 65: ', 'too many'),
    ('too many times', LIMIT, 'healing', 'times: [%s]\n' % ', '.join(f'{i} d' for i in range(65)), 'times: 65: ', 'too many'),
    ('an age twice', CONTENT, 'healing', 'person: {age: 40}\nmodifiers: {age: 50}\n', 's.yaml:2:18: modifiers.age: 50: ',
     'beside person.age'),
    ('healing without any speed', CONTENT, 'healing', 'modifiers: {theta: 0}\n', 's.yaml:1:20: modifiers.theta: 0: ', 'range'),
    ('a mean of healing', CONTENT, 'healing', 'for: study_mean\nn: 9\n', 's.yaml:1:6: for: study_mean: ', 'cannot be told'),
    ('a scar', CONTENT, 'healing', 'scar: yes\n', 's.yaml:1:1: scar: yes: ', 'is no key'),
    ('uptake of nothing', CONTENT, 'uptake', '{}\n', 's.yaml:1:1: file: ', 'lacks the key agent'),
    ('uptake of half a molecule', CONTENT, 'uptake', 'agent: {mw: 200}\n', 's.yaml:1:1: agent.logkow: nothing: ', 'mw and logkow'),
    ('a molecule twice', CONTENT, 'uptake', 'agent: {code: ascorbic_acid, mw: 9e2}\n', 's.yaml:1:15: agent.code: ascorbic_acid: ',
     'beside figures of its own'),
    ('a pKa of nobody knows what', CONTENT, 'uptake', 'agent: {mw: 200, logkow: 1, pka: 4}\n', 's.yaml:1:1: agent.form: ',
     'acid, base'),
    ('uptake of what is no molecule', CONTENT, 'uptake', 'agent: {code: pdrn}\n', 's.yaml:1:15: agent.code: pdrn: ',
     'no single small molecule'),
    ('an unknown serum', CONTENT, 'uptake', 'agent: {code: ascorbic_acd}\n', 's.yaml:1:15: agent.code: ascorbic_acd: ',
     'did you mean ascorbic_acid?'),
    ('a dose of unknown strength', CONTENT, 'uptake', 'agent: {code: ascorbic_acid}\ndose: 1 mg/cm2\n',
     's.yaml:2:7: dose: 1: ', 'without a strength'),
    ('a strength of another unit', CONTENT, 'uptake', 'agent: {mw: 200, logkow: 1}\nconcentration: 5 %\n',
     's.yaml:2:16: concentration: 5 %: ', 'has a wrong unit'),
    ('a vehicle', CONTENT, 'uptake', 'agent: {mw: 200, logkow: 1}\nvehicle: gel\n', 's.yaml:2:1: vehicle: gel: ', 'is no key'),
    ('a membrane', CONTENT, 'uptake', 'agent: {mw: 200, logkow: 1}\nmembrane: silicone\n', 's.yaml:2:1: membrane: ', 'is no key'),
    ('too many times of uptake', LIMIT, 'uptake', 'agent: {mw: 200, logkow: 1}\nconcentration: 1 mg/ml\ntimes: [%s]\n'
     % ', '.join(f'{i} min' for i in range(49)), 'n_times: 49: ', 'too many'),
    ('uptake of a face', CONTENT, 'uptake', 'agent: {mw: 200, logkow: 1}\nzone: full_face\nneedle: {length: 1 mm}\n',
     's.yaml:2:7: zone: full_face: ', 'no thickness of its own'),
    ('a list', CONTENT, 'depth', '- 1\n', 's.yaml:1:1: file: a list: ', 'is no mapping'),
    ('a broken setup', CONTENT, 'depth', 'needle: [\n', 's.yaml:', ''),
    ('an alias', CONTENT, 'depth', 'zone: *a\n', 's.yaml:1:7: ', 'an alias'),
    ('too many people', LIMIT, 'depth', 'for: study_mean\nn: 1000\nneedle: {length: 1 mm}\n', 'study_n: 1000: ', 'too many'),
]
COMMANDS = [   # name, status, arguments, begins, says
    ('no part', CONTENT, ['simulate'], 'command line: simulate: nothing: lacks PART SETUP', ''),
    ('no setup', CONTENT, ['simulate', 'depth'], 'command line: simulate: nothing: lacks SETUP', ''),
    ('a third argument', CONTENT, ['simulate', 'depth', 's.yaml', 's.yaml'], 'command line: simulate: s.yaml: ', 'too many'),
    ('a missing setup', INOUT, ['simulate', 'depth', 'no.yaml'], 'no.yaml: ', 'No such file'),
    ('a table over the setup', CONTENT, ['simulate', 'depth', 's.yaml', '--csv', './s.yaml'], 'command line: --csv: ',
     'is a file that is read here'),
    ('a table in no folder', INOUT, ['simulate', 'depth', 's.yaml', '--csv', 'no/t.csv'], 'command line: --csv: no/t.csv: ', ''),
    ('a table of a plan', CONTENT, ['plan', 's.yaml', '--csv', 't.csv'], 'command line: plan: --csv: ', 'is no option'),
]


def refusals(world):
    for name, status, part, setup, begins, says in SETUPS:
        world.refused(name, status, ['simulate', part, 's.yaml', *ON, '--members', '20000'], {'s.yaml': setup}, begins, says)
    for name, status, args, begins, says in COMMANDS:
        world.refused(name, status, [*args, *ON], {'s.yaml': '{}\n'}, begins, says)
    world.refused('depth without a setting', CONTENT, ['simulate', 'depth', '-', *ON], {}, 'standard input:1:1: needle.length',
                  'is left out', input=b'zone: upper_eyelid\n')


# ---- healing ----

# The table of the fit: t, N, M1 + M2, F, Y, P1 + P3, share of III. It must come out of the shipped knowledge.
TABLE = [(1, .4535, .2174, .0040, .0003, .0000, .624), (3, .2735, .6622, .1436, .0324, .0041, .623),
         (7, .0207, .3883, .5400, .3856, .0946, .619), (14, .0002, .0742, .2991, .6755, .4847, .609),
         (28, 0, .0026, .0155, .1546, .9244, .578), (56, 0, 0, 0, .0016, .9945, .500),
         (180, 0, 0, 0, 0, .9796, .302), (365, 0, 0, 0, 0, .9570, .220)]
CELLS = ('neutrophils', 'macrophages', 'fibroblasts', 'myofibroblasts')
PEAKS = {'neutrophils': (.498, 1.4), 'macrophages': (.669, 3.35), 'fibroblasts': (.556, 7.95), 'myofibroblasts': (.694, 12.45)}


def at(curve, time, point='p50'):
    return curve[point][curve['x'].index(time)]


def healings(world, validator):
    unit, _ = outputs_of(world, validator, 'healing', 'healing-unit.yaml')
    for t, *row in TABLE:
        for key, wanted in zip((*CELLS, 'collagen', 'iii_fraction'), row):
            digit = 0.6e-3 if key == 'iii_fraction' else 0.6e-4
            for point in POINTS:
                value = at(unit[key], t, point)
                world.claim(abs(value - wanted) <= max(digit, 1e-3 * wanted), f'{key} on day {t}, {point}: {value}, not {wanted}')
    for key, (height, day) in PEAKS.items():
        world.claim(abs(unit['peak'][key]['value'] - height) < 0.6e-3, f'{key}: the peak is {unit["peak"][key]["value"]}')
        world.claim(abs(unit['peak_time'][key]['value'] - day) < 0.05, f'{key}: peaks on {unit["peak_time"][key]["value"]}')
    world.claim(not unit['iii_fraction']['predictable'], 'III for I is foretold')
    world.claim([phase['id'] for phase in unit['phases']] == ['inflammation', 'proliferation', 'remodelling'], 'phases')

    # twice the speed, half the time; four sittings and six, as printed beside the table
    fast, _ = outputs_of(world, validator, 'healing', 'modifiers: {theta: 2}\ntimes: [0.5 d, 1.5 d, 7 d, 14 d]\n')
    for key in CELLS:
        for t in (0.5, 1.5, 7, 14):
            world.near(at(fast[key], t), at(unit[key], 2 * t), 1e-3, f'{key}: twice as fast')
    world.claim(abs(at(fast['collagen'], 14) - .925) < 0.6e-3, 'collagen: twice as fast')
    series = ('sessions: [{t: 0 d}, {t: 28 d}, {t: 56 d}, {t: 84 d}]\nmodifiers: {theta: 1, omega: 0.0087}\n'
              'times: [28 d, 56 d, 90 d, 112 d, 180 d, 365 d]\n')
    four, reply = outputs_of(world, validator, 'healing', series)
    for t, all_, iii in zip((28, 56, 90, 112, 180, 365), (.924, 1.919, 3.013, 3.899, 3.940, 3.848),
                            (.578, .537, .492, .473, .353, .231)):
        world.claim(abs(at(four['collagen'], t) - all_) < 1e-3, f'four sittings, day {t}: {at(four["collagen"], t)}')
        world.claim(abs(at(four['iii_fraction'], t) - iii) < 0.6e-3, f'four sittings, day {t}, III')
    world.claim(reply['inputs']['sessions']['value'][1] == {'t': '28 d', 'dose': 1}, f'{reply["inputs"]["sessions"]}')
    world.claim(reply['inputs']['times']['value'][2] == 90, f'{reply["inputs"]["times"]}')
    six = 'sessions: [%s]\nmodifiers: {theta: 1}\ntimes: [112 d]\n' % ', '.join(f'{{t: {14 * i} d}}' for i in range(6))
    world.claim(abs(at(outputs_of(world, validator, 'healing', six)[0]['collagen'], 112) - 5.947) < 1e-3, 'six sittings')

    # what is not fixed spreads; no phase ends before it begins; smoking and age take off and never add
    month, reply = outputs_of(world, validator, 'healing', 'healing-monthly.yaml')
    world.near(month['peak_time']['macrophages']['high'] / month['peak_time']['macrophages']['low'],
               math.exp(2 * 1.96 * 0.4), 0.1, 'speed')
    for phase in month['phases']:
        world.claim(all(phase['starts'][p] <= phase['ends'][p] for p in POINTS), f'{phase["id"]}: ends before it begins')
    world.claim('amount of collagen' in ' '.join(one['text'] for one in reply['disagreement']), 'what it does not tell')
    less, _ = outputs_of(world, validator, 'healing', 'modifiers: {theta: 1, smoking: current, age: 70}\ntimes: [180 d]\n')
    world.claim(at(less['collagen'], 180) < 0.9 and at(less['collagen'], 180, 'p97_5') <= 0.9797, 'smoking and age')
    world.near(at(less['neutrophils'], 180) + 1, 1, 1e-12, 'age acts on cells')
    film, _ = outputs_of(world, validator, 'healing', 'modifiers: {occluded: yes, half_life: 12 h}\ntimes: [0.5 d, 1 d]\n')
    world.claim(film['barrier']['p2_5'] == film['barrier']['p97_5'] == [0.5, 0.75], f'barrier: {film["barrier"]["p50"]}')


# ---- uptake ----

def uptakes(world, validator):
    whole, reply = outputs_of(world, validator, 'uptake', 'uptake-lidocaine.yaml')
    world.claim('enhancement' not in whole and whole['flux']['p50'] == whole['intact_flux']['p50'], 'whole skin has channels')
    world.claim(whole['taken_up']['high'] < 2500 and reply['inputs']['dose']['value'] == 100, 'more than lies there')
    world.claim(at(whole['amount'], 60) == whole['taken_up']['value'], 'amount after an hour')
    world.claim('value' not in whole['lag'] and not whole['lag']['predictable'], 'a lag with a middle')
    world.near(whole['lag']['low'], 6.01, 0.01, 'lag')

    setup = 'agent: {code: ascorbic_acid}\nconcentration: 100 mg/ml\n%s\ncontact: 60 min\n'
    none = outputs_of(world, validator, 'uptake', setup % 'density: 0 /cm2')[0]
    some = outputs_of(world, validator, 'uptake', setup % 'density: 300 /cm2')[0]
    more = outputs_of(world, validator, 'uptake', setup % 'density: 900 /cm2')[0]
    film = outputs_of(world, validator, 'uptake', setup % 'density: 300 /cm2\noccluded: yes')[0]
    later = outputs_of(world, validator, 'uptake', setup % 'density: 300 /cm2\ndelay: 24 h')[0]
    for point in POINTS:
        world.claim(none['taken_up'][point] < some['taken_up'][point] < more['taken_up'][point], f'channels, {point}')
        world.claim(none['intact_flux'][point] == some['intact_flux'][point], f'whole skin depends on channels, {point}')
        world.claim(some['taken_up'][point] < film['taken_up'][point], f'under film, {point}')
    world.near(later['taken_up']['value'], none['taken_up']['value'], 0.01, 'a day later')
    world.near(some['intact_flux']['value'] * 2, outputs_of(
        world, validator, 'uptake', (setup % 'density: 300 /cm2').replace('100 mg', '200 mg'))[0]['intact_flux']['value'],
        1e-3, 'twice as strong')

    # no strength, only the ratio; what is not washed off goes on
    ratio = outputs_of(world, validator, 'uptake', 'agent: {mw: 200, logkow: 0}\ndensity: 100 /cm2\n')[0]
    world.claim(set(ratio) == {'enhancement', 'lag'} and ratio['enhancement']['low'] >= 1, f'a ratio: {sorted(ratio)}')
    stays, _ = outputs_of(world, validator, 'uptake', setup % 'wash_off: no\ntimes: [60 min, 240 min]')
    gone, _ = outputs_of(world, validator, 'uptake', setup % 'wash_off: yes\ntimes: [60 min, 240 min]')
    world.claim(at(gone['amount'], 60) == at(gone['amount'], 240) < at(stays['amount'], 240), 'washed off')
    world.claim(stays['taken_up'] == gone['taken_up'], 'taken up in the contact')
    _, reply = outputs_of(world, validator, 'uptake', 'agent: {mw: 200, logkow: 1, pka: 4, form: acid}\n')
    world.claim(reply['inputs']['ph']['value'] == 'without_charge', f'a pH from nowhere: {reply["inputs"].get("ph")}')
    little, _ = outputs_of(world, validator, 'uptake', 'agent: {mw: 150, logkow: 3}\nconcentration: 1 mg/ml\ndose: 1 mg/cm2\n')
    world.claim(0.99 < little['taken_up']['value'] <= 1, f'all of it: {little["taken_up"]["value"]}')


def main():
    if len(sys.argv) != 3:
        sys.exit('usage: test_simulate.py STIPPLE ROOT')
    world = Claims(sys.argv[1], sys.argv[2])
    validator = jsonschema.Draft202012Validator(json.loads(world.call(['schema', 'simulation'])))
    for part in (depths, closures, means, healings, uptakes):
        part(world, validator)
    forms(world)
    refusals(world)
    shutil.rmtree(world.folder)
    print(f'{world.passed} passed, {world.failed} failed')
    sys.exit(1 if world.failed else 0)


if __name__ == '__main__':
    main()
