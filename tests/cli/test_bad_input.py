#!/usr/bin/python3
# test_bad_input STIPPLE ROOT: what must not be answered is refused in one line that says where it stands, what is
# wrong and what is allowed, with the right status, and nothing is printed or written besides.
# $STIPPLE_WRAP, split by spaces, stands before every call. Prints each case that fails, and a count at the end.
# SPDX-License-Identifier: Apache-2.0
import os
import re
import shutil
import subprocess
import sys
import tempfile

from bad_fields import FIELDS, GOOD

ON = ['--on', '2026-03-02']
SECONDS = 120
CONTENT, DENIED, INOUT, LIMIT = 2, 3, 4, 5
FORM = re.compile(r'[^\n]*: [^\n]+; allowed: [^\n]+\n')


class World:
    def __init__(self, stipple, root):
        self.stipple, self.root = os.path.abspath(stipple), os.path.abspath(root)
        self.wrap = os.environ.get('STIPPLE_WRAP', '').split()
        self.passed = self.failed = 0
        self.folder = tempfile.mkdtemp(prefix='stipple-bad-')
        self.env = {'PATH': os.environ.get('PATH', '/usr/bin:/bin'), 'HOME': os.path.join(self.folder, 'home'),
                    'LC_ALL': 'C.UTF-8'}
        for name in ('ASAN_OPTIONS', 'UBSAN_OPTIONS', 'TSAN_OPTIONS', 'LSAN_OPTIONS'):
            if name in os.environ:
                self.env[name] = os.environ[name]

    # Runs in a new folder that holds `files` (name to bytes or text) and returns what went wrong.
    def run(self, name, args, files, check, **streams):
        here = tempfile.mkdtemp(dir=self.folder)
        os.makedirs(self.env['HOME'], exist_ok=True)
        for path, content in files.items():
            put(os.path.join(here, path), content)
        before = (listing(here), listing(self.env['HOME']))
        streams.setdefault('stdout', subprocess.PIPE)
        if 'input' not in streams:
            streams.setdefault('stdin', subprocess.DEVNULL)
        try:
            done = subprocess.run([*self.wrap, self.stipple, *args], cwd=here, env=self.env, timeout=SECONDS,
                                  stderr=subprocess.PIPE, **streams)
            wrong = check(done)
            if not wrong and (listing(here), listing(self.env['HOME'])) != before:
                wrong = 'something was written'
        except subprocess.TimeoutExpired:
            wrong = f'not answered within {SECONDS} s'
        shutil.rmtree(here)
        self.passed += not wrong
        self.failed += bool(wrong)
        if wrong:
            print(f'{name}: {wrong}')

    # The call must be refused with this status, in a line that begins with `begins` and has `says` in it.
    def refused(self, name, status, args, files=None, begins='', says='', **streams):
        def check(done):
            if done.returncode != status:
                return f'status {done.returncode}, not {status}: {tail(done.stderr)}'
            if done.stdout:
                return f'printed {done.stdout[:80]}'
            try:
                line = done.stderr.decode('utf-8')
            except UnicodeDecodeError:
                return f'said {done.stderr}'
            if not FORM.fullmatch(line) or re.search(r'[\x00-\x09\x0b-\x1f\x7f]', line):
                return f'said {line!r}'
            if not line.startswith(begins) or says not in line:
                return f'said {line!r}, not {begins!r} ... {says!r}'
            if self.root in line or self.folder in line:
                return f'names a path: {line!r}'
            return ''
        self.run(name, args, files or {}, check, **streams)

    def answered(self, name, args, files=None, says='', **streams):
        def check(done):
            if done.returncode or done.stderr:
                return f'status {done.returncode}: {tail(done.stderr)}'
            return '' if says in done.stdout.decode() else f'no {says!r} in what was printed'
        self.run(name, args, files or {}, check, **streams)


def tail(said):
    return said[-300:].decode('utf-8', 'replace').strip()


def put(path, content):
    if callable(content):
        content(path)
        return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'wb') as f:
        f.write(content.encode() if isinstance(content, str) else content)


def listing(folder):
    found = []
    for at, folders, names in os.walk(folder):
        for name in sorted(folders + names):
            about = os.stat(os.path.join(at, name))
            found.append((os.path.join(at, name), about.st_size, about.st_mtime_ns))
    return sorted(found)


def sparse(path):
    with open(path, 'wb') as f:
        f.truncate(100 * 1024 * 1024)


# ---- one wrong field in a good file ----

# `new` takes the place of `old` in the good file; the sign § stands where the error must be named.
def spoilt(old, new):
    text = GOOD + new if old is None else GOOD.replace(old, new, 1)
    if text == GOOD or text.count('§') != 1:
        sys.exit(f'this case does not spoil the file: {new!r}')
    before, after = text.split('§')
    line = before.count('\n') + 1
    column = len(before) - before.rfind('\n')
    return before + after, line, column


def fields(world):
    for name, old, new, field, says, *status in FIELDS:
        text, line, column = spoilt(old, new)
        begins = f'p.yaml:{line}:{column}: ' + (f'{field}: ' if field else '')
        status = status[0] if status else CONTENT
        world.refused(name, status, ['screen', 'p.yaml', *ON], {'p.yaml': text}, begins, says)
        if name.endswith('*'):   # the same through the other verb
            world.refused('plan: ' + name, status, ['plan', 'p.yaml', *ON], {'p.yaml': text}, begins, says)


# ---- whole files ----

def laughs():
    lines = ['a: &a [x, x, x, x, x, x, x, x, x]\n']
    for i in range(1, 9):
        name, before = 'abcdefghi'[i], 'abcdefghi'[i - 1]
        lines.append(f'{name}: &{name} [{", ".join(["*" + before] * 9)}]\n')
    return ''.join(lines)


def many(n, item):
    return 'conditions:\n' + ''.join(f'- {item}\n' for _ in range(n))


FILES = [   # name, status, file name, content, begins, says
    ('an empty file', CONTENT, 'p.yaml', '', 'p.yaml:1:1: ', 'empty'),
    ('an empty JSON file', CONTENT, 'p.json', '', 'p.json:1:1: ', 'empty'),
    ('only comments', CONTENT, 'p.yaml', '# a\n# b\n', 'p.yaml:', 'empty'),
    ('only a document mark', CONTENT, 'p.yaml', '---\n', 'p.yaml:', 'empty'),
    ('only white space', CONTENT, 'p.yaml', ' \n \n', 'p.yaml:', 'empty'),
    ('a list at the root', CONTENT, 'p.yaml', '- age: 4\n', 'p.yaml:1:1: file: a list: ', 'is no mapping'),
    ('a text at the root', CONTENT, 'p.yaml', 'hello\n', 'p.yaml:1:1: file: hello: ', 'is no mapping'),
    ('a number as JSON', CONTENT, 'p.json', '7', 'p.json:1:1: file: 7: ', 'is no mapping'),
    ('random bytes', CONTENT, 'p.yaml', bytes((i * 73 + 41) % 256 for i in range(4096)), 'p.yaml:1:', ''),
    ('a picture', CONTENT, 'p.yaml', b'\x89PNG\r\n\x1a\n' + bytes(range(256)), 'p.yaml:1:1: file: byte 0x89: ', 'UTF-8'),
    ('a gzip file', CONTENT, 'p.json', b'\x1f\x8b\x08\x00' + bytes(64), 'p.json:1:1: file: byte 0x1F: ', ''),
    ('truncated YAML, a flow mapping', CONTENT, 'p.yaml', 'age: 30\nlimits: {budget: "14', 'p.yaml:2:', ''),
    ('truncated YAML, a quote', CONTENT, 'p.yaml', 'age: 30\nname: "Am', 'p.yaml:2:7: ', ''),
    ('a quote that is lost', CONTENT, 'p.yaml', 'name: "Amara\nage: 30\nweight: "68 kg"\n', 'p.yaml:3:', ''),
    ('truncated YAML, a key', CONTENT, 'p.yaml', 'age: 30\npreg', 'p.yaml:2:1: ', ''),
    ('truncated JSON', CONTENT, 'p.json', '{"age": 30,\n "goals": [{"indi', 'p.json:2:', ''),
    ('truncated JSON, a mapping', CONTENT, 'p.json', '{"age": 30,\n "goals": [', 'p.json:2:', 'is closed'),
    ('JSON with a comment', CONTENT, 'p.json', '{"age": 30} // x', 'p.json:1:13: ', ''),
    ('JSON with NaN', CONTENT, 'p.json', '{"weight": NaN}', 'p.json:1:12: ', ''),
    ('JSON with a huge number', CONTENT, 'p.json', '{"age":\n 1e999}', 'p.json:2:2: file: 1e999: ', 'too large'),
    ('JSON with a key twice', CONTENT, 'p.json', '{"age": 30,\n "age": 30}', 'p.json:2:2: file: age: ', 'twice'),
    ('JSON with an unknown key', CONTENT, 'p.json', '{"smokin": "never"}', 'p.json:1:2: smokin: ',
     'did you mean smoking?'),
    ('JSON with text for a number', CONTENT, 'p.json', '{"age": "30"}', 'p.json:1:9: age: 30: ', 'is no bare'),
    ('JSON with null', CONTENT, 'p.json', '{"sex": null}', 'p.json:1:9: sex: nothing: ', ''),
    ('a file of 100 MB', LIMIT, 'p.yaml', sparse, 'p.yaml: ', 'too large'),
    ('a file of 5 MB', LIMIT, 'p.yaml', b'# ' + b'x' * (5 << 20) + b'\n', 'p.yaml: ', 'too large'),
    ('nested 10000 deep in YAML', LIMIT, 'p.yaml', 'goals: ' + '[' * 10000 + ']' * 10000, 'p.yaml:1:', 'deep'),
    ('nested 10000 deep in YAML mappings', LIMIT, 'p.yaml', 'a: ' + '{a: ' * 10000, 'p.yaml:1:', 'deep'),
    ('nested 10000 deep in YAML blocks', LIMIT, 'p.yaml', ''.join(' ' * i + 'a:\n' for i in range(600)),
     'p.yaml:6', 'deep'),
    ('nested 10000 deep in JSON', LIMIT, 'p.json', '[' * 10000 + ']' * 10000, 'p.json:1:65: ', 'deep'),
    ('a laugh a billion times', CONTENT, 'p.yaml', laughs(), 'p.yaml:1:4: ', 'an anchor'),
    ('an alias', CONTENT, 'p.yaml', 'age: 3\nname: *n\n', 'p.yaml:2:7: ', 'an alias'),
    ('a tag', CONTENT, 'p.yaml', 'age: !!int 30\n', 'p.yaml:1:6: ', 'a tag'),
    ('a tag that runs code', CONTENT, 'p.yaml', 'a: !!python/object/apply:os.system [id]\n', 'p.yaml:1:4: ', 'a tag'),
    ('a merge key', CONTENT, 'p.yaml', 'age: 30\n<<: {age: 3}\n', 'p.yaml:2:1: file: <<: ', 'a merge key'),
    ('several documents', CONTENT, 'p.yaml', 'age: 30\n---\nage: 31\n', 'p.yaml:2:1: ', 'a second document'),
    ('a directive', CONTENT, 'p.yaml', '%YAML 1.2\n---\nage: 30\n', 'p.yaml:1:1: ', 'a directive'),
    ('a list as a key', CONTENT, 'p.yaml', '[a]: 1\n', 'p.yaml:1:1: ', 'as key'),
    ('a tab as indentation', CONTENT, 'p.yaml', 'limits:\n\tbudget: 1\n', 'p.yaml:2:1: ', ''),
    ('invalid UTF-8', CONTENT, 'p.yaml', b'age: 30\nname: "\xff\xfe"\n', 'p.yaml:2:8: file: byte 0xFF: ', 'not UTF-8'),
    ('overlong UTF-8', CONTENT, 'p.yaml', b'age: 30\nname: "\xc0\xaf"\n', 'p.yaml:2:8: file: byte 0xC0: ', 'not UTF-8'),
    ('a surrogate in UTF-8', CONTENT, 'p.yaml', b'name: "\xed\xa0\x80"\n', 'p.yaml:1:8: file: byte 0xED: ', 'not UTF-8'),
    ('UTF-16', CONTENT, 'p.yaml', 'age: 30\n'.encode('utf-16'), 'p.yaml:1:1: ', 'UTF-16'),
    ('UTF-16 without a mark', CONTENT, 'p.yaml', 'age: 30\n'.encode('utf-16-le'), 'p.yaml:1:2: file: byte 0x00: ', 'NUL'),
    ('a NUL byte', CONTENT, 'p.yaml', b'age: 30\nsex: fe\0male\n', 'p.yaml:2:8: file: byte 0x00: ', 'a NUL'),
    ('a NUL in an escape', CONTENT, 'p.json', '{"name": "a\\u0000b"}', 'p.json:1:', ''),
    ('half a pair of surrogates', CONTENT, 'p.json', '{"name": "\\ud800"}', 'p.json:1:10: ', ''),
    ('a control byte', CONTENT, 'p.yaml', b'name: "\x1b[2J"\n', 'p.yaml:1:8: file: byte 0x1B: ', 'a control byte'),
    ('a text of 5000 bytes', LIMIT, 'p.yaml', 'age: 30\nnote: "' + 'x' * 5000 + '"\n', 'p.yaml:2:7: ', 'too long'),
    ('a key of 5000 bytes', LIMIT, 'p.yaml', 'x' * 900 + 'y' * 4100 + ': 1\n', 'p.yaml:1:1: ', ''),
    ('600 conditions', LIMIT, 'p.yaml', many(600, '{code: eczema}'), 'p.yaml:2:1: conditions: a list: ',
     'has 600 items; allowed: at most 512'),
    ('600 names', LIMIT, 'p.yaml', 'languages: [' + ', '.join(f'l{i}' for i in range(600)) + ']\n',
     'p.yaml:1:12: languages: ', 'has 600 items'),
    ('250000 values', LIMIT, 'p.yaml', 'goals: [' + '0,' * 250000 + '0]\n', 'p.yaml:1:', 'too many'),
    ('250000 values in JSON', LIMIT, 'p.json', '{"goals": [' + '0,' * 250000 + '0]}', 'p.json:1:', 'too many'),
    ('another version of the format', CONTENT, 'p.yaml', 'format: stipple-patient/2\n',
     'p.yaml:1:9: format: stipple-patient/2: ', 'allowed: stipple-patient/1'),
    ('a clinic as a patient', CONTENT, 'p.yaml', 'format: stipple-clinic/1\nname: x\n', 'p.yaml:1:9: format: ', ''),
    ('a clinic without its format', CONTENT, 'p.yaml', 'currency: USD\n', 'p.yaml:1:1: currency: ', 'is no key'),
    ('a rule as a patient', CONTENT, 'p.yaml', 'rules: []\n', 'p.yaml:1:1: rules: ', 'is no key of a patient'),
]


def files(world):
    for name, status, file, content, begins, says in FILES:
        world.refused(name, status, ['screen', file, *ON], {file: content}, begins, says)
    bad = 'age: 30\nsmokin: never\n'
    world.refused('a bad file from standard input', CONTENT, ['screen', '-', *ON], begins='standard input:2:1: smokin: ',
                  says='did you mean smoking?', input=bad.encode())
    world.refused('nothing from standard input', CONTENT, ['screen', '-', *ON], begins='standard input:', input=b'')
    world.refused('5 MB from standard input', LIMIT, ['screen', '-', *ON], begins='standard input: ',
                  input=b'#' * (5 << 20))
    world.refused('a missing file', INOUT, ['screen', 'no.yaml', *ON], begins='no.yaml: file: No such file',
                  says=': cannot be opened; allowed: a file that can be read')
    world.refused('a folder as a file', INOUT, ['screen', '.', *ON], begins='.: ', says='directory')
    world.refused('a path through a file', INOUT, ['screen', 'p.yaml/x', *ON], {'p.yaml': GOOD}, 'p.yaml/x: ',
                  'Not a directory')
    world.refused('no name at all', INOUT, ['screen', '', *ON])
    world.refused('a name that is too long', INOUT, ['screen', 'x' * 300, *ON], says='too long')
    world.refused('a file without end', LIMIT, ['screen', '/dev/zero', *ON], begins='/dev/zero: ')
    world.refused('a file that is missing, planned', INOUT, ['plan', 'no.yaml', *ON], begins='no.yaml: ')


# ---- the command line ----

COMMANDS = [   # name, status, arguments, says
    ('no verb', CONTENT, [], 'verb'),
    ('an unknown verb', CONTENT, ['sreen', 'p.yaml'], 'did you mean screen'),
    ('a verb far from any', CONTENT, ['xyzzyx'], 'allowed: screen'),
    ('an unknown option', CONTENT, ['screen', 'p.yaml', '--jsn'], 'did you mean --json'),
    ('codes of a verb that has none', CONTENT, ['screen', 'p.yaml', '--codes', 'zones'], 'is no option of this verb'),
    ('a check of a verb that has none', CONTENT, ['plan', '--check'], 'is no option of this verb'),
    ('a schema with codes', CONTENT, ['schema', '--codes', 'x'], 'is no option of this verb'),
    ('codes beside an id', CONTENT, ['evidence', 'CI-01', '--codes', 'zones'], 'beside something else'),
    ('an unknown short option', CONTENT, ['screen', 'p.yaml', '-j'], 'option: -j'),
    ('a short option for the verb', CONTENT, ['-v'], 'option: -v'),
    ('an option without its value', CONTENT, ['screen', 'p.yaml', '--on'], 'lacks its value'),
    ('a flag with a value', CONTENT, ['screen', 'p.yaml', '--json=1'], 'takes no value'),
    ('an option twice', CONTENT, ['screen', 'p.yaml', '--seed', '1', '--seed=2'], '--seed: 2: stands here twice'),
    ('a flag twice', CONTENT, ['screen', 'p.yaml', '--json', '--json'], 'stands here twice; allowed: each option once'),
    ('a page without a name', CONTENT, ['plan', 'p.yaml', '--html', ''], '--html: nothing: is no file'),
    ('a page that is a folder', INOUT, ['plan', 'p.yaml', '--html', '.', '--on', '2026-03-02'],
     '--html: .: cannot be written: Is a directory; allowed: a file'),
    ('a table in no folder', INOUT, ['simulate', 'depth', 'd.yaml', '--csv', 'no/d.csv'],
     '--csv: no/d.csv: cannot be written: No such file or directory; allowed: a file'),
    ('no patient', CONTENT, ['screen'], 'lacks PATIENT'),
    ('no noun', CONTENT, ['schema'], 'lacks NOUN'),
    ('two patients', CONTENT, ['screen', 'p.yaml', 'q.yaml'], 'one argument too many'),
    ('an impossible day', CONTENT, ['screen', 'p.yaml', '--on', '2026-02-30'], '--on: 2026-02-30'),
    ('a day in words', CONTENT, ['screen', 'p.yaml', '--on', 'tomorrow'], '--on: tomorrow'),
    ('a day of another century', CONTENT, ['screen', 'p.yaml', '--on=2526-03-02'], '--on'),
    ('an empty day', CONTENT, ['screen', 'p.yaml', '--on='], '--on'),
    ('no members', CONTENT, ['screen', 'p.yaml', '--members', '0'], '--members: 0'),
    ('less than no members', CONTENT, ['screen', 'p.yaml', '--members', '-5'], '--members: -5'),
    ('half a member', CONTENT, ['screen', 'p.yaml', '--members', '1.5'], '--members: 1.5'),
    ('members in words', CONTENT, ['screen', 'p.yaml', '--members', 'many'], '--members: many'),
    ('members that are no number', CONTENT, ['screen', 'p.yaml', '--members', 'nan'], '--members: nan'),
    ('a billion members', LIMIT, ['screen', 'p.yaml', '--members', '1e9'], 'too many'),
    ('a billion members in digits', LIMIT, ['screen', 'p.yaml', '--members=1000000000'], 'too many'),
    ('members beyond all numbers', CONTENT, ['screen', 'p.yaml', '--members', '1e999'], '--members: 1e999'),
    ('a negative seed', CONTENT, ['screen', 'p.yaml', '--seed', '-1'], '--seed: -1'),
    ('a seed that no double holds', LIMIT, ['screen', 'p.yaml', '--seed', '1e17'], '--seed'),
    ('no threads', CONTENT, ['screen', 'p.yaml', '--threads', '0'], '--threads: 0'),
    ('too many threads', LIMIT, ['screen', 'p.yaml', '--threads', '100000'], '--threads'),
    ('an argument that is no UTF-8', CONTENT, ['screen', b'\xff.yaml'], 'UTF-8'),
]
OTHERS = [   # the same for what a verb is given: begins, too
    ('an unknown noun', CONTENT, ['schema', 'patent'], 'schema: noun: patent: ', 'did you mean patient'),
    ('an unknown id', CONTENT, ['evidence', 'CI-99'], 'evidence: ', 'CI-99'),
    ('an unknown list of texts', CONTENT, ['texts', 'sayins'], 'texts: list: sayins: ', 'did you mean sayings'),
    ('a text that is no list', CONTENT, ['texts', 'CI-01'], 'texts: list: CI-01: ', 'is no list with texts'),
    ('an unknown vocabulary', CONTENT, ['evidence', '--codes', 'conditons'], 'evidence: codes: conditons: ',
     'did you mean conditions'),
]


def commands(world):
    for name, status, args, says in COMMANDS:
        world.refused(name, status, args, {'p.yaml': GOOD, 'q.yaml': GOOD, 'd.yaml': 'device: pen\n'},
                      'command line: ', says)
    for name, status, args, begins, says in OTHERS:
        world.refused(name, status, args, {}, begins, says)


# ---- where the answer goes ----

def no_stdout():
    os.close(1)


def outputs(world):
    good = {'p.yaml': GOOD}
    for args in (['screen', 'p.yaml', *ON], ['screen', 'p.yaml', '--json', *ON], ['--help'], ['schema', 'patient']):
        said = ' '.join(args[:1])
        with open('/dev/full', 'wb') as full:
            world.refused(f'{said}: a full disk', INOUT, args, good, 'output: ', 'No space', stdout=full)
        reader, writer = os.pipe()
        os.close(reader)
        world.refused(f'{said}: a pipe that nobody reads', INOUT, args, good, 'output: ', 'pipe', stdout=writer)
        os.close(writer)
        world.refused(f'{said}: a closed output', INOUT, args, good, 'output: ', '', stdout=subprocess.DEVNULL,
                      preexec_fn=no_stdout)
        reader = os.open('/dev/null', os.O_RDONLY)
        world.refused(f'{said}: an output for reading only', INOUT, args, good, 'output: ', '', stdout=reader)
        os.close(reader)


# ---- the clinic and its knowledge ----

CLINIC = 'name: C\ncurrency: USD\n'
CLINICS = [   # name, content, begins, says
    ('a clinic without a name', 'currency: USD\n', 'c.yaml:1:1: file: ', 'lacks the key name'),
    ('a clinic with an unknown device', CLINIC + 'devices: [pen, pem]\n', 'c.yaml:3:16: devices[1]: pem: ',
     'did you mean pen?'),
    ('a clinic with an unknown agent', CLINIC + 'agents: [goo]\n', 'c.yaml:3:10: agents[0]: goo: ', ''),
    ('a clinic with an unknown weekday', CLINIC + 'opening_days: [mon, monday]\n', 'c.yaml:3:21: opening_days[1]: ',
     ''),
    ('a clinic with a bare price', CLINIC + 'prices: [{code: sitting, amount: 320}]\n',
     'c.yaml:3:34: prices[0].amount: 320: ', 'is no amount of money'),
    ('a clinic with an unknown profession', CLINIC + 'operators: [{id: a, profession: nurs}]\n',
     'c.yaml:3:33: operators[0].profession: nurs: ', 'did you mean nurse?'),
    ('a clinic with a price in another currency', CLINIC + 'prices:\n  - {code: sitting, amount: "300 EUR"}\n',
     'c.yaml:4:29: prices[0].amount: 300 EUR: ', 'allowed: USD'),
    ('a clinic with a price of nothing', CLINIC + 'prices: [{code: siting, amount: "300 USD"}]\n',
     'c.yaml:3:17: prices[0].code: siting: ', 'is nothing that has a price'),
    ('a clinic with a small currency', 'name: A\ncurrency: usd\n', 'c.yaml:2:11: currency: usd: ', 'three capitals'),
    ('a clinic that is a patient', 'format: stipple-patient/1\n', 'c.yaml:1:9: format: ', 'stipple-clinic/1'),
    ('a clinic that is broken', 'name: [\n', 'c.yaml:1:', ''),
    ('a clinic with a thirteenth month', CLINIC + 'strong_sun: {from: 4, to: 13}\n',
     'c.yaml:3:27: strong_sun.to: 13: ', '1 to 12'),
    ('a clinic with half a season', CLINIC + 'strong_sun: {from: 4}\n', 'c.yaml:3:', 'lacks the key to'),
    ('a clinic with half a month', CLINIC + 'strong_sun: {from: 4.5, to: 9}\n', 'c.yaml:3:20: strong_sun.from: ', ''),
    ('a clinic with an unknown cover', CLINIC + 'cover_after: oil\n', 'c.yaml:3:14: cover_after: oil: ', 'balm'),
    ('a clinic with aftercare of another kind', CLINIC + 'aftercare: careful\n', 'c.yaml:3:12: aftercare: careful: ',
     'conservative'),
    ('a clinic closed until before it closes', CLINIC + 'closed: [{from: 2026-05-02, to: 2026-05-01}]\n',
     'c.yaml:3:33: closed[0].to: 2026-05-01: ', 'lies before from'),
]
RULE = ('rules:\n- {id: X-1, rows: [X-1], topic: {en: t}, scope: {over: person}, sources: [default],'
        ' status: default, grade: D, examples: [],\n   cases: [{%s, because: {en: b}}]}\n')
FIT = ('fits:\n- {id: acne_scars_needling, indication: acne_scars, trials: [x], studies: 6, mean: 0, sd: 1, patient_low: 0.5,'
       ' patient_high: 0.7, sessions: 4, interval: 28 d, read: 61 d, sources: [default], status: default, grade: D}\n')
KNOWLEDGE = [   # name, status, content, begins, says
    ('knowledge that is broken', CONTENT, 'rules: [\n', 'k/x.yaml:1:', ''),
    ('a rule without a source', CONTENT,
     'rules:\n- {id: X-1, rows: [X-1], topic: {en: t}, scope: {over: person}, examples: [], grade: D, status: default,'
     ' cases: [{class: refuse, because: {en: a}}]}\n', 'k/x.yaml:2:3: X-1.sources: ', 'names no source'),
    ('a rule that asks a key that is not there', CONTENT,
     'rules:\n- {id: X-1, rows: [X-1], topic: {en: t}, scope: {over: person}, sources: [default], examples: [],'
     ' cases: [{class: refuse, where: [{field: colour, is: [red]}], because: {en: a}}]}\n',
     'k/x.yaml:2:3: X-1.where.field: colour: ', 'is no key of what the rule is about'),
    ('knowledge of nothing known', CONTENT, 'rule: []\n', 'k/x.yaml:1:1: rule: ', 'did you mean rules?'),
    ('a rule with an unknown source', CONTENT, (RULE % 'class: defer').replace('[default]', '[defalt]'),
     'k/x.yaml:2:75: rules[0].sources[0]: defalt: ', 'did you mean default?'),
    ('a rule with an unknown class', CONTENT, RULE % 'class: defers', 'k/x.yaml:3:20: rules[0].cases[0].class: ',
     'did you mean defer?'),
    ('a rule with an unknown state', CONTENT, RULE % 'class: defer, lifts: soon', 'k/x.yaml:3:34: ', ''),
    ('a rule that asks an unknown key', CONTENT, RULE % 'class: defer, where: [{field: nose, is: [a]}]', '', 'nose'),
    ('a rule that asks nothing', CONTENT, RULE % 'class: defer, where: [{}]', '', 'asks nothing'),
    ('a rule about an unknown list', CONTENT, (RULE % 'class: defer').replace('topic', 'about: [{list: sores}], topic'),
     '', 'sores'),
    ('a rule that lasts until nothing', CONTENT, RULE % 'class: defer, until: {from: nose, days: 3}', '', 'nose'),
    ('a rule without rows', CONTENT, (RULE % 'class: defer').replace('rows: [X-1]', 'rows: []'), '', 'names no row'),
    ('a rule without cases', CONTENT, re.sub(r'cases: .*', 'cases: []}', RULE), '', 'cases'),
    ('a rule of too many cases', CONTENT, RULE.replace('[{%s,', '[' + '{class: defer, because: {en: b}}, ' * 16
                                                       + '{class: defer,'), '', 'cases'),
    ('a risk with a share that nobody fitted', CONTENT,
     'rates:\n- {id: x, label: {en: x}, share: nobodys}\n', 'k/x.yaml:2:3: x.share: nobodys: ', 'is no fitted share'),
    ('a scale that turns nowhere', CONTENT,
     'scales:\n- {id: x, label: {en: x}, measures: {en: x}, unit: point, direction: sideways, rater: person, '
     'sources: [default], status: default, grade: D}\n', 'k/x.yaml:2:70: scales[0].direction: sideways: ', 'allowed: lower'),
    ('an outcome with a pool that is none', CONTENT,
     'outcomes:\n- {id: x, indication: pores, fit: nobodys, because: {en: b}, sources: [default], status: default,'
     ' grade: D}\n', 'k/x.yaml:2:3: x.fit: nobodys: ', 'is no pool'),
    ('an outcome without the difference that matters', CONTENT,
     'outcomes:\n- {id: x, indication: pores, fit: acne_scars_needling, because: {en: b}, sources: [default],'
     ' status: default, grade: D}\n', 'k/x.yaml:2:3: x.difference: ', 'is needed'),
    ('a pool of two studies', CONTENT, FIT.replace('studies: 6', 'studies: 2'), 'k/x.yaml:', 'studies'),
    ('a trial that reports what nobody knows', CONTENT,
     'trials:\n- {id: x, label: {en: x}, indication: pores, colour: red}\n', 'k/x.yaml:2:46: trials[0].colour: ', ''),
    ('too many vocabularies', LIMIT, 'codes:\n' + ''.join(f'- {{vocabulary: v{i}, code: a, label: {{en: a}}}}\n'
                                                          for i in range(40)), '', 'vocabularies'),
    ('too many codes', LIMIT, 'codes:\n' + ''.join(f'- {{vocabulary: states, code: c{i}, label: {{en: a}}}}\n'
                                                   for i in range(1100)), '', ''),
]


# Entries of knowledge that hold little or nothing, and what of the good file asks for them: an answer or a refusal.
LABEL = 'label: {en: x}'
HOLLOW = [   # name, content, what is replaced, by what
    ('a device', f'devices: [{{id: x, {LABEL}, kind: pen}}]', 'devices: [pen]', 'devices: [x]'),
    ('an RF device', f'devices: [{{id: x, {LABEL}, kind: rf}}]', 'devices: [pen]', 'devices: [x]'),
    ('a roller', f'devices: [{{id: x, {LABEL}, kind: roller}}]', 'devices: [pen]', 'devices: [x]'),
    ('the pen', f'devices: [{{id: pen, {LABEL}, kind: pen, needles: 1, step: 0 mm, rate: 0 Hz}}]', '', ''),
    ('an indication', f'indications: [{{id: x, {LABEL}}}]', 'acne_scars', 'x'),
    ('no sittings', f'indications: [{{id: acne_scars, {LABEL}, sessions: {{value: 0, sources: [default]}}}}]', '', ''),
    ('a zone', f'zones: [{{id: x, {LABEL}, region: face}}]', 'cheeks, chin', 'x'),
    ('a zone of itself', f'zones: [{{id: x, {LABEL}, region: face, parts: [x], aims: [x]}}]', 'cheeks, chin', 'x'),
    ('skin without thickness', f'zones: [{{id: x, {LABEL}, region: face, thickness: {{male: 0 mm, female: 0 mm}}}}]',
     'cheeks, chin', 'x'),
    ('a cream', f'agents: [{{id: lidocaine_prilocaine_25_25, {LABEL}}}]', '', ''),
    ('advice', 'advice: [{id: x, do: true, text: {en: a}}]', '', ''),
    ('a risk', f'rates: [{{id: x, {LABEL}}}]', '', ''),
    ('a step', f'steps: [{{id: x, {LABEL}}}]', '', ''),
    ('a pool beyond all', FIT.replace('mean: 0, sd: 1', 'mean: -20, sd: 20'), '', ''),
    ('a pool read at once', FIT.replace('61 d', '0 d'), '', ''),
    ('patients the wrong way round', FIT.replace('patient_low: 0.5', 'patient_low: 5'), '', ''),
    ('a difference of next to nothing', 'outcomes: [{id: outcome_acne_scars, indication: acne_scars, because: {en: b},'
     ' fit: acne_scars_needling, difference: 1e-18, sources: [default], status: default, grade: D}]', '', ''),
    ('a delay', "parameters: [{id: outcome_delay_d, unit: d}]", '', ''),
    ('a price without ends', f'options: [{{id: peel, {LABEL}, price: {{value: 10}}, sessions: {{value: 2}}}}]', '', ''),
    ('a price with its ends crossed', f'options: [{{id: peel, {LABEL}, price: {{value: 9, low: 90, high: 1}},'
     ' sessions: {value: 2, low: 3}}]', '', ''),
    ('another way', f'options: [{{id: x, {LABEL}}}]', '', ''),
    ('a number', "parameters: [{id: contact_factor, unit: '1'}]", '', ''),
    ('a number beyond all', "parameters: [{id: puncture_sigma, unit: '1', low: -1e300, high: 1e300}]", '', ''),
]


def hollow(world):
    def check(done):
        if done.returncode not in (0, CONTENT, LIMIT) or (done.returncode and (done.stdout or not done.stderr)):
            return f'status {done.returncode}: {tail(done.stderr)}'
        return ''
    for name, content, old, new in HOLLOW:
        for verb in ('screen', 'plan'):
            world.run(f'{verb}: hollow knowledge, {name}',
                      [verb, 'p.yaml', *ON, '--members', '20', '--json', '--knowledge', 'k'],
                      {'p.yaml': GOOD.replace(old, new, 1), 'k/x.yaml': content + '\n'}, check)


def houses(world):
    good = {'p.yaml': GOOD}
    args = ['screen', 'p.yaml', *ON]
    for name, content, begins, says in CLINICS:
        world.refused(name, CONTENT, [*args, '--clinic', 'c.yaml'], {**good, 'c.yaml': content}, begins, says)
    world.refused('an operator the clinic does not have', CONTENT, ['plan', 'p.yaml', *ON],
                  {'p.yaml': GOOD + 'operator: zz\n'}, f"p.yaml:{GOOD.count(chr(10)) + 1}:11: operator: zz: ",
                  'allowed: an id of its operators')
    world.refused('a missing clinic', INOUT, [*args, '--clinic', 'no.yaml'], good, 'no.yaml: ')
    world.refused('a folder as a clinic', INOUT, [*args, '--clinic', '.'], good, '.: ')
    world.refused('a bad clinic in the data folder', CONTENT, [*args, '--data', 'd'],
                  {**good, 'd/clinic.yaml': 'nam: x\n'}, 'd/clinic.yaml:1:1: nam: ', 'did you mean name?')
    world.refused('missing knowledge', INOUT, [*args, '--knowledge', 'no'], good, 'no: ')
    world.refused('a file as knowledge', INOUT, [*args, '--knowledge', 'p.yaml'], good, 'p.yaml: ')
    for name, status, content, begins, says in KNOWLEDGE:
        world.refused(name, status, [*args, '--knowledge', 'k'], {**good, 'k/x.yaml': content}, begins, says)
    crowd = {f'k/{i}.yaml': 'rules: []\n' for i in range(600)}
    world.refused('too many files of knowledge', LIMIT, [*args, '--knowledge', 'k'], {**good, **crowd}, 'k: ')


# ---- what is no bad input ----

def answers(world):
    good = {'p.yaml': GOOD}
    world.answered('the good file', ['screen', 'p.yaml', *ON], good)
    world.answered('the good file, planned', ['plan', 'p.yaml', '--json', '--members', '50', *ON], good)
    world.answered('the good file from standard input', ['screen', '-', *ON], input=GOOD.encode())
    world.answered('nothing but a mapping', ['screen', 'p.yaml', '--json', *ON], {'p.yaml': '{}\n'}, '"verdict":"ask"')
    world.answered('a flow mapping in a file named as YAML', ['screen', 'p.yaml', *ON], {'p.yaml': '{age: 30}\n'})
    world.answered('JSON in a file named otherwise', ['screen', 'p.txt', *ON], {'p.txt': '{"age": 30}'})
    world.answered('a byte order mark', ['screen', 'p.json', *ON], {'p.json': b'\xef\xbb\xbf{"age": 30}'})
    world.answered('512 conditions', ['screen', 'p.yaml', *ON], {'p.yaml': many(512, '{code: eczema, zones: [chin]}')})
    for case, line in (('pregnant', 'pregnant: yes'), ('under age', 'birth_date: 2010-01-01')):
        text = re.sub(line.split(':')[0] + ': .*', line, GOOD)
        world.answered(f'a clinical no, {case}', ['screen', 'p.yaml', '--json', *ON], {'p.yaml': text}, '"verdict":')
    wishes = GOOD.replace('"4 d"}', '"4 d", sessions_min: 6, sessions_max: 3}')
    world.answered('wishes that contradict one another', ['plan', 'p.yaml', '--json', '--members', '50', *ON],
                   {'p.yaml': wishes}, '["sessions_max","sessions_min"]')
    refused = GOOD.replace('conditions: []', 'conditions: [{code: behcet, status: active}]')
    world.answered('a clinical no', ['screen', 'p.yaml', '--json', *ON], {'p.yaml': refused}, '"verdict":"refuse"')
    world.answered('a clinical no, planned', ['plan', 'p.yaml', '--json', '--members', '50', *ON],
                   {'p.yaml': refused}, '"verdict":"refuse"')


def main():
    if len(sys.argv) != 3:
        sys.exit('usage: test_bad_input.py STIPPLE ROOT')
    world = World(sys.argv[1], sys.argv[2])
    for part in (answers, fields, files, commands, outputs, houses, hollow):
        part(world)
    shutil.rmtree(world.folder)
    print(f'{world.passed} passed, {world.failed} failed')
    sys.exit(1 if world.failed else 0)


if __name__ == '__main__':
    main()
