#!/usr/bin/python3
# test_evidence STIPPLE ROOT: what is behind a thing is found by its id, its number, its row, its source or a word of
# the field; what is printed can be read on 80 columns; the claims are a table with counts.
# $STIPPLE_WRAP, split by spaces, stands before every call.
# SPDX-License-Identifier: Apache-2.0
import json
import os
import re
import subprocess
import sys
import tempfile

SECONDS = 120
OURS = '''
claims:
  - id: ZZ-01
    says: {en: "One treatment is enough for everybody, it is said, and nobody needs a second one afterwards."}
    articles: [SD0]
    verdict: contradicted
    because: {en: "Trials gave three to six."}
    see: [D-01]
    sources: [R32]
    rows: [ZZ-01]
    status: seen
    grade: C
  - id: ZZ-02
    says: {en: "It is done with needles."}
    articles: [SD0, SD1]
    verdict: supported
    because: {en: "It is."}
    sources: [R32]
    status: seen
    grade: C
  - id: ZZ-03
    says: {en: "It is done by a ghost."}
    articles: [SD1]
    verdict: contradicted
    because: {en: "By people."}
    sources: [R32]
    status: seen
    grade: C
registers:
  - id: ZZ
    topic: {en: "rows of this test"}
    ids: [ZZ-01, ZZ-09]
    unused:
      - {id: ZZ-09, because: {en: "Nothing here rests on it, for the test."}}
'''
# A word, and ids that must be among what speaks of it.
TOPICS = {
    'sessions': ['acne_scars', 'melasma', 'D-01'], 'depth': ['cheeks', 'forehead', 'pen', 'D-16'],
    'cold_sores': ['CI-09', 'CI-10', 'herpes_flare', 'D-03', 'CI-11'],
    'numbing': ['CI-44', 'lidocaine_4', 'lidocaine_prilocaine_25_25', 'numbing_poisoning', 'numbing_home'],
    'vitamin_c': ['ascorbic_acid', 'vitamin_c', 'D-11'], 'pregnancy': ['CI-20', 'CI-21', 'D-13'],
    'isotretinoin': ['CI-02', 'CI-03', 'D-12'], 'retinoid': ['tretinoin', 'retinoids'],
    'radiofrequency': ['rf', 'CI-47', 'rf_harm'], 'keloid': ['CI-16', 'AM-12', 'D-14'],
}
# A thing, and ids of what speaks of it or rests on it.
THINGS = {
    'acne_scars': ['acne_scars_needling', 'outcome_acne_scars', 'OT-A1'], 'cheeks': ['full_face'],
    'pen': ['skinpen_precision', 'OT-A2'], 'R03': ['acne_scars', 'OT-A1', 'D-25'], 'CI-10': ['CI-11', 'CI-12'],
    'D-25': ['AM-05'],
}


HEAD = ('format', 'on', 'seed', 'members', 'versions', 'hashes')   # of every answer


class World:
    def __init__(self, stipple):
        self.stipple, self.failed, self.claims = os.path.abspath(stipple), 0, 0
        self.wrap = os.environ.get('STIPPLE_WRAP', '').split()

    def run(self, *args):
        return subprocess.run([*self.wrap, self.stipple, 'evidence', *args], capture_output=True, timeout=SECONDS)

    def answer(self, *args):
        done = self.run(*args, '--json')
        self.claim(done.returncode == 0, f'{args}: {done.stderr.decode()}')
        reply = json.loads(done.stdout) if done.returncode == 0 else {}
        lost = [key for key in HEAD if key not in reply]
        self.claim(not lost, f'{args}: lacks {lost}')
        return reply['entries'] if reply.get('kind') == 'topic' else reply

    def text(self, *args):
        done = self.run(*args)
        self.claim(done.returncode == 0, f'{args}: {done.stderr.decode()}')
        return done.stdout.decode()

    def claim(self, holds, what):
        self.claims += 1
        self.failed += not holds
        if not holds:
            print(what)


def topics(world):
    for word, wanted in TOPICS.items():
        found = world.answer(word)
        ids = [entry['id'] for entry in found]
        world.claim(isinstance(found, list) and not set(wanted) - set(ids), f'{word}: {set(wanted) - set(ids)} missing')
        lists = [entry['list'] for entry in found]
        world.claim(lists == sorted(lists, key=lists.index), f'{word}: not group by group: {lists}')
        classes = ['clear', 'caution', 'prophylaxis', 'clearance', 'ask', 'defer', 'refuse']
        worst = [classes.index(entry['class']) for entry in found if entry['list'] == 'rules']
        world.claim(worst == sorted(worst, reverse=True), f'{word}: the most binding rule is not first: {worst}')
        world.claim('rules' not in lists or lists[0] == 'rules', f'{word}: rules are not first')
        world.claim('sayings' not in lists and 'topics' not in lists, f'{word}: texts are no evidence')
    scars = [entry for entry in world.answer('sessions') if entry['id'] == 'acne_scars'][0]
    world.claim('sessions' in scars['at'] and scars['value']['sessions']['value'] == 4, f'sessions: {scars["at"]}')
    world.claim('CI-20' not in [e['id'] for e in world.answer('vitamin_c')], 'vitamin C has to do with pregnancy')


def things(world):
    for thing, wanted in THINGS.items():
        found = world.answer(thing)
        ids = [entry['id'] for entry in found['used_by']]
        world.claim(found['id'] == thing and not set(wanted) - set(ids), f'{thing}: {set(wanted) - set(ids)} missing')
    source = world.answer('R03')
    world.claim(source['kind'] == 'source' and source['value']['read'] and source['value']['address'], f'{source}')
    rule = world.answer('CI-10')
    world.claim('D-03' in [one.get('id') for one in rule['conflicts']], 'CI-10: D-03 speaks of cold sores')
    world.claim(any(not one.get('id') for one in rule['conflicts']), 'CI-10: its own disagreement')
    world.claim('D-01' not in [one.get('id') for one in rule['conflicts']], 'CI-10: D-01 is about sittings')
    world.claim(all(one.get('read') for key, one in rule['sources'].items() if key != 'default'), 'what was read of it')
    for parameter in world.answer('--codes', 'parameters')['codes']:
        one = world.answer(parameter['code']) if parameter['code'].startswith(('plan', 'half', 'uptake_kp')) else None
        world.claim(one is None or one.get('use'), f'{parameter["code"]}: for what it is is not said')


# One id may be that of several entries: the most binding answers, the others stand beside it, each can be reached.
def shared_ids(world):
    for name, first, others in (('TR-04', 'rules', {'triage', 'watch'}), ('peeling', 'rates', {'symptoms'}),
                                ('bleeding', 'rates', {'symptoms'}), ('D-25', 'rules', {'adjustments', 'disagreements'}),
                                ('CI-10', 'rules', set()), ('cheeks', 'zones', set())):
        found = world.answer(name)
        lists = [one['list'] for one in found.get('also', [])]
        world.claim(found['list'] == first and others <= set(lists), f'{name}: {found["list"]}, {lists}')
        world.claim(('also' in found) == bool(others), f'{name}: {lists}')
        world.claim(all(one['id'] == name and one['value'] for one in found.get('also', [])), f'{name}: of another id')
        world.claim(name not in [one['id'] for one in found['used_by']], f'{name}: speaks of itself')
        for one in (first, *others):
            alone, text = world.answer(f'{one}.{name}'), world.text(name)
            world.claim((alone['list'], alone['id']) == (one, name) and 'also' not in alone, f'{one}.{name}: {alone["list"]}')
            world.claim(not others or f'{one}.{name}' in text, f'{name}: the way to {one} is not said')
    world.claim('Pus, honey-yellow crusts' in world.text('TR-04'), 'TR-04: the rule of triage')
    world.claim(world.answer('symptoms.redness')['kind'] == 'symptom', 'a symptom beside a word of the field')
    for name in ('triage.CI-10', 'zones.TR-04', 'triage.', '.TR-04'):
        world.claim(world.run(name).returncode == 2, f'{name}: is an entry')


# A disagreement stands under what it is about, and has a heading there.
def disagreements(world):
    said = {name: {one['id']: one for one in world.answer(name)['conflicts'] if 'id' in one}
            for name in ('peeling', 'D-25', 'CI-34a', 'CI-48', 'cheeks', 'pen', 'skinpen_precision', 'acne_scars')}
    for name, wanted in (('peeling', set()), ('D-25', {'D-25'}), ('CI-34a', {'D-22'}), ('CI-48', {'D-43'}),
                         ('cheeks', {'D-32'}), ('skinpen_precision', {'D-18'})):
        world.claim(set(said[name]) == wanted, f'{name}: {set(said[name])}')
    world.claim('D-18' not in said['pen'] and 'D-40' not in said['pen'], f'pen: {list(said["pen"])}')
    for name, found in said.items():
        world.claim(all(one['text']['en'] for one in found.values()), f'{name}: one without a heading')
    for line in world.text('acne_scars').splitlines():
        world.claim(not re.fullmatch(r' *D-[0-9]+', line), f'a bare id: {line}')


# What a rule covers and until when, in words.
def rules_in_words(world):
    text = ' '.join(world.text('CI-34a').split())
    for part in ('Where this is named: filler.', 'only with: Needling pen', 'Until 14 days after its date.'):
        world.claim(part in text, f'CI-34a does not say {part}')
    text = ' '.join(world.text('CI-01').split())
    world.claim('What it covers' in text, 'CI-01: what it covers')
    for rule in world.answer('rules'):
        text = world.text(f'rules.{rule["id"]}')
        ends = sum(text.count(word) for word in ('Does not lift by itself.', 'As long as ', ' days after ', 'Until the birthday'))
        world.claim(ends >= len(rule['value']['cases']), f'{rule["id"]}: a case without an end')
        world.claim('item_zones' not in text and 'goal_zones' not in text, f'{rule["id"]}: a key of the file')


def every_parameter_has_a_use(world):
    begins = [use['value']['id'] for use in world.answer('uses')]
    for parameter in world.answer('parameters'):
        world.claim(any(parameter['id'].startswith(one) for one in begins), f'{parameter["id"]}: has no use')


# A row of the evidence gives what rests on it, and each of it has a heading.
def rows(world):
    found = world.answer('DR-04')
    world.claim('forehead' in [entry['id'] for entry in found], f'DR-04: {[entry["id"] for entry in found]}')
    world.claim(all(entry['label'] for entry in found), 'DR-04: something without a heading')
    world.claim(all('DR-04' in json.dumps(entry['value']) for entry in found), 'DR-04: something that does not name it')


def numbers(world):
    depth, zone = world.answer('cheeks.depth'), world.answer('cheeks')
    world.claim(depth['kind'] == 'number' and depth['value'] == zone['value']['depth'], f'cheeks.depth: {depth}')
    world.claim(set(depth['sources']) == set(zone['value']['depth']['sources']), f'its own sources: {depth["sources"]}')
    world.claim(depth['of']['id'] == 'cheeks' and depth['status'] == zone['value']['depth']['status'], f'{depth}')
    world.claim([one['id'] for one in depth['conflicts']] == ['D-32'], 'who disagrees about depth on the cheeks')
    below = world.answer('cheeks.thickness.male')
    world.claim(below['value'] == zone['value']['thickness']['male'] and below['sources'], f'{below}')
    for path in ('cheeks.label', 'cheeks.depht', 'cheeks.', 'cheeks.depth.', 'nowhere.depth', '.depth'):
        world.claim(world.run(path).returncode == 2, f'{path}: is a number')


def refused(world):
    for word, near in (('CI-1O', 'CI-10'), ('isotretinion', 'isotretinoin'), ('sesions', 'sessions'),
                       ('ruls', 'rules'), ('cheks', 'cheeks'), ('DR-O4', 'DR-04')):
        done = world.run(word)
        said = done.stderr.decode()
        world.claim(done.returncode == 2 and not done.stdout, f'{word}: {done.stdout[:80]}')
        world.claim(f'did you mean {near}' in said and '; allowed: ' in said and said.count('\n') == 1, f'{word}: {said}')


def rows_and_claims(world):
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, 'ours.yaml'), 'w', encoding='utf-8') as file:
            file.write(OURS)
        more = ['--knowledge', folder]
        unused = world.answer('ZZ-09', *more)
        world.claim(unused['kind'] == 'row_unused' and 'for the test' in unused['because'], f'{unused}')
        world.claim('for the test' in world.text('ZZ-09', *more), 'the reason is printed')
        used = world.answer('ZZ-01', *more)
        world.claim(used['id'] == 'ZZ-01' and used['kind'] == 'claim', f'{used}')
        dispute = world.answer('D-01', *more)
        world.claim('ZZ-01' in [one['id'] for one in dispute['used_by']], 'a claim that sees D-01 speaks of it')
        plain, claims = world.answer('--claims'), world.answer('--claims', *more)
        world.claim(claims['format'] == 'stipple-claims/1', f'{claims["format"]}')
        world.claim(len(claims['claims']) == len(plain['claims']) + 3, 'three more claims')
        added = {key: n - plain['counts'].get(key, 0) for key, n in claims['counts'].items()}
        world.claim({key: n for key, n in added.items() if n} == {'contradicted': 2, 'supported': 1}, f'{added}')
        world.claim(sum(claims['counts'].values()) == len(claims['claims']), 'the counts are of all claims')
        one = [claim for claim in claims['claims'] if claim['id'] == 'ZZ-01'][0]
        keys = ('says', 'verdict', 'because', 'see', 'articles', 'sources', 'grade', 'status')
        world.claim(all(key in one for key in keys), f'{one}')
        world.claim({'R32', 'SD0', 'SD1'} <= set(claims['sources']), f'{list(claims["sources"])}')
        text = world.text('--claims', *more)
        for part in ('ZZ-01', 'One treatment is enough', 'Contradicted', 'Trials gave three to six.', 'See D-01'):
            world.claim(part in text, f'--claims does not say {part}')
    for args in (['--claims', 'CI-10'], ['--claims', '--check'], ['--claims', '--codes', 'zones']):
        done = world.run(*args)
        world.claim(done.returncode == 2 and b'beside something else' in done.stderr, f'{args}: {done.stderr}')


# Every list, some of every kind of entry: whole sentences, no tree of keys, nothing beyond the page.
def readable(world):
    overview = world.answer()
    world.claim(overview['format'] == 'stipple-overview/1' and len(overview['topics']) > 20, f'{list(overview)}')
    text = world.text()
    for part in ('stipple evidence CI-10', 'stipple evidence cold_sores', '--claims', 'cold_sores', 'sessions', 'rules'):
        world.claim(part in text, f'the overview does not say {part}')
    world.claim('refuse' not in text and len(text.splitlines()) < 75, 'the overview is no dump')
    wanted = ['CI-10', 'cheeks', 'pen', 'acne_scars', 'R03', 'D-01', 'half_life_open_h', 'cheeks.depth', 'TA-04',
              'default', 'sessions', 'vitamin_c', 'rules', 'zones']
    wanted += [world.answer(count['list'])[0]['id'] for count in overview['counts']]
    for one in wanted:
        for line in world.text(one).splitlines():
            is_word = len(line.split()) <= 2   # an address has no place to be broken
            world.claim(is_word or len(line) <= 96, f'{one}: {len(line)} columns: {line}')
            world.claim(not re.search(r'\{[a-z_]+\}', line), f'{one}: a place that nobody filled: {line}')
    text = world.text('CI-10')
    for part in ('read second hand', 'Who disagrees', 'D-03', 'Sources', 'R96', 'read: page', 'May be set aside',
                 'a prescriber decides first', "the prescriber's decision leaves a caution"):
        world.claim(part in text, f'CI-10 does not say {part}')
    world.claim('0.8 (0.28 to 2.29 in 95 of 100) h' in world.text('half_life_open_h'), 'the spread of a parameter')
    world.claim('1 (0.5 to 2) mm' in world.text('cheeks.depth'), 'the band and unit of a number')
    world.claim('and ' in world.text('default') and 'more' in world.text('default'), 'long lists in columns')


def main():
    if len(sys.argv) != 3:
        sys.exit('usage: test_evidence.py STIPPLE ROOT')
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(HOME=home, LC_ALL='C.UTF-8')
        for name in ('STIPPLE_DATA', 'XDG_DATA_HOME'):
            os.environ.pop(name, None)
        world = World(sys.argv[1])
        topics(world)
        things(world)
        shared_ids(world)
        disagreements(world)
        rules_in_words(world)
        every_parameter_has_a_use(world)
        rows(world)
        numbers(world)
        refused(world)
        rows_and_claims(world)
        readable(world)
    print(f'{world.claims - world.failed} of {world.claims} claims hold')
    sys.exit(1 if world.failed else 0)


if __name__ == '__main__':
    main()
