#!/usr/bin/python3
# test_help STIPPLE ROOT: what --help says of a verb is so: its examples run, it offers the options that the verb takes
# and that change something, and who calls it wrongly is told what would be right.
# $STIPPLE_WRAP, split by spaces, stands before every call. Prints each claim that fails, and a count at the end.
# SPDX-License-Identifier: Apache-2.0
import os
import re
import shlex
import subprocess
import sys
import tempfile

STIPPLE, ROOT = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
VERBS = ['screen', 'plan', 'read', 'simulate', 'triage', 'evidence', 'texts', 'schema', 'serve']
OTHER = {'--members': '7', '--seed': '7', '--threads': '1', '--on': '2026-11-05', '--json': None}
COMMON = '--clinic, --knowledge, --data'
WRONG = [   # arguments, status, what is said
    ([], 2, 'verb: nothing: is needed; allowed: screen, plan'),
    (['serve', '--port', '8080'], 2, 'option: --port: is not known, did you mean --listen; allowed: --clinic'),
    (['serve', '--port=8080'], 2, 'option: --port: is not known, did you mean --listen; allowed: --clinic'),
    (['--port', '8080', 'serve'], 2, 'option: --port: is not known, did you mean --listen; allowed: --json'),
    (['screen', '--port', '8080'], 2, 'option: --port: is not known; allowed: --json'),
    (['schema', '--xyzzyx'], 2, f'is not known; allowed: --json, --on, {COMMON}, --members, --seed, --threads, --help'),
    (['serve', '--xyzzyx'], 2, f'is not known; allowed: {COMMON}, --threads, --listen, --host'),
    (['serve', 'more'], 2, 'serve: more: is one argument too many; allowed: stipple serve, and options'),
    (['schema', 'a', 'b'], 2, 'schema: b: is one argument too many; allowed: stipple schema NOUN'),
    (['schema', 'patient', '--data', 'none'], 4, '--data: none: is no folder that is there'),
    (['screen', 'examples/amara-okafor.yaml', '--data', 'examples/amara-okafor.yaml'], 4, 'is no folder that is there'),
    (['evidence', '--data='], 4, '--data: nothing: is no folder that is there'),
]
n, failed = 0, 0


def claim(holds, what, detail=''):
    global n, failed
    n += 1
    if not holds:
        failed += 1
        print(f'not so: {what} {detail}'[:500])


def call(folder, *words):
    return subprocess.run([*os.environ.get('STIPPLE_WRAP', '').split(), STIPPLE, *words], cwd=folder, text=True,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=120)


# The lines below a heading, up to the next one.
def part(text, heading):
    found = re.search(rf'^{heading}\n(.*?)(?=^\S|\Z)', text, re.M | re.S)
    return found[1] if found else ''


# `words` with an option in the place of itself, so that it does not stand there twice.
def changed(words, option, value):
    if option in words:
        at = words.index(option)
        words = words[:at] + words[at + 2:]
    return [*words, option] + ([value] if value else [])


def of_verb(folder, verb):
    done = call(folder, verb, '--help')
    claim(done.returncode == 0 and not done.stderr, f'{verb} --help answers', done.stderr)
    claim(done.stdout.startswith(f'stipple {verb} '), f'{verb} --help begins with how it is called', done.stdout[:80])
    examples = re.findall(r'^  (stipple .*)$', part(done.stdout, 'Examples?'), re.M)
    claim(examples, f'{verb} --help has an example', done.stdout)
    if verb == 'serve':
        for word in ('token', 'HTTPS', '--tls-cert', 'docs/api.md', 'docs/security.md', 'browser'):
            claim(word in part(done.stdout, 'To know'), f'serve --help speaks of {word}')
        return
    for example in examples:
        ran = call(folder, *shlex.split(example)[1:])
        claim(ran.returncode == 0 and ran.stdout, f'{example} answers', ran.stderr)
    offered = set(re.findall(r'^  (--[a-z-]+)', part(done.stdout, 'Options'), re.M))
    claim('--help' in offered and '--data' in offered, f'{verb} --help has options', offered)
    first = shlex.split(examples[0])[1:]
    if verb == 'texts':
        first.remove('--json')   # whose head repeats the options that were given
    same = call(folder, *first).stdout
    for option in set(OTHER) - offered:
        got = call(folder, *changed(first, option, OTHER[option]))
        claim(got.returncode == 0 and got.stdout == same, f'{verb}: {option} changes nothing, and is taken', got.stderr)


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(os.path.join(ROOT, 'examples'), os.path.join(folder, 'examples'))
        listed = part(call(folder, '--help').stdout, 'Verbs')
        claim(re.findall(r'^  ([a-z]+)', listed, re.M) == VERBS, 'every verb is listed, and tried here', listed)
        for verb in VERBS:
            of_verb(folder, verb)
        texts = call(folder, 'texts', '--help').stdout
        claim(not re.search('--(on|members|seed|threads)', texts), 'texts offers nothing that changes nothing', texts)
        for words, status, says in WRONG:
            done = call(folder, *words)
            told = done.returncode == status and not done.stdout and says in done.stderr and done.stderr.count('\n') == 1
            claim(told, f'stipple {" ".join(words)} is refused', done.stderr)
    print(f'{n} claims, {failed} failed')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
