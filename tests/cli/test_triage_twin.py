#!/usr/bin/python3
# test_triage_twin STIPPLE: the rules of triage, read as data and applied once more by a plain program of its own, find
# the same as `stipple triage` for random check-ins. $STIPPLE_WRAP, split by spaces, stands before every call.
# SPDX-License-Identifier: Apache-2.0
import datetime
import json
import os
import random
import subprocess
import sys

ON = '2026-03-02'
CHECKINS = 400
STRANGE = ["purple wobble", "zzqqvv"]   # near no word for a symptom
MISSPELT = {"rednes": "redness", "trouble_breathng": "trouble_breathing"}
FALSE, UNTOLD, UNSURE, TRUE = range(4)
LEVELS = ['self_care', 'message', 'same_day', 'emergency']


def answer(*words, given=None):
    wrap = os.environ.get('STIPPLE_WRAP', '').split()
    done = subprocess.run([*wrap, sys.argv[1], *words], input=given, capture_output=True, text=True, timeout=120)
    if done.returncode:
        sys.exit(f'{words}: {done.stderr} {given}')
    return json.loads(done.stdout)


def entries(name):
    return [one['value'] for one in answer('evidence', name, '--json')['entries']]


def number(text, default=0.0):
    return float(text.split()[0]) if text else default


def plain(word):
    kept = ''.join(c if c.isalnum() or not c.isascii() else ' ' for c in word.lower().replace("'", ''))
    return '_'.join(kept.split())


class Twin:
    def __init__(self):
        self.rules, self.symptoms, self.signs = entries('triage'), entries('symptoms'), entries('signs')
        self.agents = {one['id']: set(one.get('groups', [])) | {one['id']} for one in entries('agents')}
        self.zones = {one['id']: one.get('parts') or [one['id']] for one in entries('zones')}
        self.kinds = {one['id']: one['kind'] for one in entries('devices')}
        self.codes = {one['id'] for one in self.symptoms}
        self.words = {plain(word): one['id'] for one in self.symptoms for word in one['synonyms']}

    # Hours from and to which a symptom is usual, at a depth: the longer end, or the shorter where none is told.
    def usual(self, code, depth):
        ends = []
        for sign in self.signs:
            of = sign['symptom'] if sign['symptom'] in self.codes else self.words.get(sign['symptom'])
            deep = depth is None or number(sign.get('depth_at_least')) <= depth <= number(sign.get('depth_at_most'), 99)
            if of == code and deep:
                ends.append((number(sign['to']['value']), number(sign['from']['value'])))
        if not ends:
            return None
        to, since = min(ends) if depth is None else max(ends)
        return since, to

    def agent(self, told, wanted):
        if told is None:
            return UNTOLD
        known = [[groups for groups in self.agents.values() if name in groups] for name in told]
        if set(told) & wanted or any(groups & wanted for some in known for groups in some):
            return TRUE
        return FALSE if all(known) else UNTOLD

    def eye(self, symptom, zones):
        if 'near_eye' in symptom:
            return {'yes': TRUE, 'no': FALSE, 'unknown': UNSURE}[symptom['near_eye']]
        if 'zones' not in symptom:
            return UNTOLD
        if set(symptom['zones']) & zones:
            return TRUE
        return UNTOLD if any(set(self.zones[zone]) & zones for zone in symptom['zones']) else FALSE

    def person(self, checkin, clause):
        fact = {None: UNTOLD, 'yes': TRUE, 'no': FALSE, 'unknown': UNSURE}
        if 'temperature_at_least' in clause or 'temperature_below' in clause:
            told, below = checkin.get('temperature_c', 'unknown'), clause.get('temperature_below', 99)
            yield UNTOLD if told == 'unknown' else TRUE if clause.get('temperature_at_least', 0) <= told < below else FALSE
        for key in ('feels_ill', 'blood_thinner'):
            if clause.get(key):
                yield fact[checkin.get(key)]
        if 'devices' in clause:
            kind = self.kinds.get(checkin.get('device'))
            yield UNTOLD if kind is None else TRUE if kind in clause['devices'] else FALSE
        if 'agents' in clause:
            yield self.agent(checkin.get('agents'), set(clause['agents']))

    def of_symptom(self, symptom, clause):
        for key in ('direction', 'spreading'):
            if key in clause:
                word = symptom.get(key)
                yield UNTOLD if word is None else UNSURE if word == 'unknown' else TRUE if word in clause[key] else FALSE
        at_least, below = clause.get('severity_at_least', 0), clause.get('severity_below', 11)
        if 'severity_at_least' in clause or 'severity_below' in clause:
            told = symptom.get('severity')
            yield UNTOLD if told is None else UNSURE if told == 'unknown' else TRUE if at_least <= told < below else FALSE
        if 'near_eye' in clause:
            yield self.eye(symptom, set(clause['near_eye']))
        if 'pressure_at_least' in clause:
            told = symptom.get('pressure_minutes')
            yield UNTOLD if told is None else TRUE if told >= number(clause['pressure_at_least']) else FALSE

    @staticmethod
    def window(checkin, clause):
        since, to = number(clause.get('from'), -1), number(clause.get('to'), 1e9)
        if 'hours_since_session' in checkin:
            return TRUE if since <= checkin['hours_since_session'] <= to else FALSE
        day = checkin['days_since_session']
        low, high = max(0, 24 * day - 24), 24 * day + 24   # open at both ends, but that no time is negative
        if high <= since or (low >= to and low > 0):
            return FALSE
        return TRUE if low >= since and high <= to else UNTOLD

    def usual_now(self, checkin, clause, code):
        hours = checkin.get('hours_since_session', 24 * checkin['days_since_session'])
        depth = number(checkin['depth']) if 'depth' in checkin else None
        span = self.usual(code, depth) if clause.get('usual') else (number(clause.get('from')), number(clause.get('to')))
        return span is not None and span[0] <= hours <= span[1]

    # As told, and after that what words that are no symptom may mean. `own`: the symptom whose own word it is.
    def items(self, checkin):
        told, meant = [], []
        for one in checkin.get('symptoms', []):
            own = self.words.get(plain(one['code'])) or (plain(one['code']) if plain(one['code']) in self.codes else None)
            near = own or MISSPELT.get(one['code'])
            if one['code'] in self.codes:
                told.append(one)
                continue
            told.append({**one, 'word': True, 'near': near, **({'own': own} if own else {})})
            if near:
                meant.append({**one, 'code': near, 'meant': True})
        return told + meant

    @staticmethod
    def is_code(one, codes):
        if 'any' in codes or ('word' in codes and one.get('word') and not one['near']):
            return True
        return 'word' not in one and one['code'] in codes

    @staticmethod
    def is_older(checkin, one):
        most = checkin.get('hours_since_session', 24 * checkin['days_since_session'] + 24)
        return isinstance(one.get('since_hours'), (int, float)) and one['since_hours'] > most + 1

    # One rule: the symptoms it finds something in (or 'all'), and those it is not sure of.
    def apply(self, checkin, rule):
        found, unsure, is_usual = set(), set(), rule['level'] == 'self_care'
        symptoms = self.items(checkin)
        for clause in rule['when']:
            if 'of' in clause:
                continue
            for i in range(len(symptoms)) if 'codes' in clause else [None]:
                code = symptoms[i]['code'] if i is not None else None
                if i is not None and not self.is_code(symptoms[i], clause['codes']):
                    continue
                if i is not None and symptoms[i].get('own', code) in clause.get('except', []):
                    continue
                if 'also' in clause and not any(k != i and self.is_code(one, clause['also']) for k, one in enumerate(symptoms)):
                    continue
                values = list(self.person(checkin, clause))
                values += list(self.of_symptom(symptoms[i], clause)) if i is not None else []
                if is_usual:
                    if self.is_older(checkin, symptoms[i]) or not self.usual_now(checkin, clause, code) or FALSE in values:
                        continue
                    (unsure if UNSURE in values else found).add(i)
                    continue
                worst, policy = min([*values, self.window(checkin, clause)]), rule.get('absent', 'counts')
                counts = policy == 'counts' or (policy == 'asks_signs' and UNTOLD not in values)
                if worst >= UNSURE or (worst == UNTOLD and counts):
                    found.add('all' if i is None else i)
        return found, unsure

    def ids(self, checkin):
        results = {rule['id']: self.apply(checkin, rule) for rule in self.rules}
        found = {name for name, (some, _) in results.items() if some}
        covered = set().union(*(some for some, _ in results.values()))
        unsure = set().union(*(some for _, some in results.values()))
        about = dict.fromkeys(('unmatched', 'unsure', 'word', 'older'), False)
        for i, one in enumerate(self.items(checkin)):
            if one.get('word'):
                about['word'] = True
            elif self.is_older(checkin, one) and not one.get('meant'):
                about['older'] = True
            elif i not in covered and not one.get('meant'):
                about['unsure' if i in unsure else 'unmatched'] = True
        about['note'], about['silent'] = 'note' in checkin, 'symptoms' not in checkin
        about['well'] = checkin.get('symptoms') == [] and not found and 'note' not in checkin
        for rule in self.rules:
            if any(about.get(clause.get('of')) for clause in rule['when']):
                found.add(rule['id'])
        return found

    # Level, clock of that level, and the soonest look, which only a message has.
    def clocks(self, found):
        rules = [rule for rule in self.rules if rule['id'] in found]
        level = max(LEVELS.index(rule['level']) for rule in rules)
        within = [number(rule['within']) for rule in rules if LEVELS.index(rule['level']) == level and 'within' in rule]
        seen = [number(rule['seen']) for rule in rules if 'seen' in rule] if level <= 1 else []
        return LEVELS[level], min(within, default=None), min(seen, default=None)


def drawn(dice, twin):
    def maybe(key, values):
        return {key: dice.choice(values)} if dice.random() < 0.5 else {}
    symptoms = []
    codes = [*sorted(twin.codes), *STRANGE, *MISSPELT, *dice.sample(sorted(twin.words), 8)]
    for code in dice.sample(codes, dice.choice([0, 1, 1, 1, 2, 2, 3])):
        symptoms.append({'code': code, **maybe('severity', [*range(11), 'unknown']), **maybe('pressure_minutes', [0, 9, 10, 29, 30]),
                         **maybe('direction', ['better', 'same', 'worse', 'unknown']),
                         **maybe('spreading', ['no', 'yes', 'within_hours', 'unknown']), **maybe('near_eye', ['yes', 'no', 'unknown']),
                         **maybe('since_hours', [0, 1, 30, 60, 200, 'unknown']),
                         **maybe('zones', [['cheeks'], ['periorbital'], ['full_face'], ['chin', 'neck']])})
    day = dice.choice([0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 27, 28, 29, 40])
    checkin = {'days_since_session': day, 'symptoms': symptoms, **maybe('device', ['pen', 'rf', 'roller']),
               **maybe('depth', ['0.3 mm', '0.5 mm', '1.5 mm']), **maybe('temperature_c', [34, 36.5, 37.9, 38, 39.2, 'unknown']),
               **maybe('feels_ill', ['yes', 'no', 'no', 'unknown']), **maybe('blood_thinner', ['yes', 'no', 'unknown']),
               **maybe('agents', [[], ['prilocaine'], ['lidocaine_4', 'prp'], ['vitamin_c'], ['glow gel']])}
    if dice.random() < 0.4 and day < 14:
        checkin['hours_since_session'] = dice.choice([0, 24 * day, 24 * day + 23]) if day == 0 else 24 * day + dice.choice([-1, 0, 1, 23])
    if dice.random() < 0.1:
        checkin['note'] = 'odd'
    if dice.random() < 0.03:
        del checkin['symptoms']
    return checkin


# Check-ins that a draw seldom gives: for each rule the ones of its examples that find something.
def examples(twin):
    for rule in twin.rules:
        for example in rule['examples']:
            if example['fires'] == 'yes':
                yield example['checkin']


# The day of the session may be told instead of the days since.
def dated(dice, checkin):
    if dice.random() < 0.7:
        return checkin
    day = datetime.date.fromisoformat(ON) - datetime.timedelta(days=checkin['days_since_session'])
    return {'session_date': day.isoformat(), **{key: value for key, value in checkin.items() if key != 'days_since_session'}}


def main():
    twin, dice, failures, fired = Twin(), random.Random(11), 0, set()
    checkins = [drawn(dice, twin) for _ in range(CHECKINS)] + list(examples(twin))
    for checkin in checkins:
        given = json.dumps(dated(dice, checkin))
        have = answer('triage', '-', '--json', '--on', ON, given=given)
        found, wanted = {one['id'] for one in have['findings']}, twin.ids(checkin)
        clocks = have['level'], have['within_hours'], have['seen_within_hours']
        fired |= found
        if found == wanted and clocks == twin.clocks(wanted):
            continue
        failures += 1
        print(f'{given}: {clocks} {sorted(found - wanted)} and not {sorted(wanted - found)} {twin.clocks(wanted)}')
    silent = {rule['id'] for rule in twin.rules} - fired
    print(f'{len(checkins)} check-ins, {len(twin.rules)} rules, {failures} failures, without a finding: {sorted(silent)}')
    return failures > 0 or bool(silent)


if __name__ == '__main__':
    sys.exit(main())
