#!/usr/bin/python3
# test_paths ROOT STIPPLE MARCH=PROGRAM..: programs whose engine was compiled for other x86-64 processors, with the
# vector code these have, make the same bits in every member and band, and answer the same bytes as STIPPLE. What this
# processor lacks is left out and named; status 77 if fewer than two are left. $STIPPLE_WRAP, split by spaces, stands
# before every call.
# SPDX-License-Identifier: Apache-2.0
import os
import subprocess
import sys

V3 = {'avx2', 'bmi1', 'bmi2', 'f16c', 'fma', 'abm', 'movbe'}
NEEDS = {'x86-64': set(), 'x86-64-v3': V3, 'x86-64-v4': V3 | {'avx512f', 'avx512bw', 'avx512cd', 'avx512dq', 'avx512vl'}}
ON = ['--json', '--on', '2026-03-02', '--members', '5000', '--threads', '2']
WORDS_ALONE = {'outcome-wrinkles.yaml'}   # no pool of studies: nothing is drawn
SKIPPED = 77


def flags():
    with open('/proc/cpuinfo', encoding='utf-8') as file:
        for line in file:
            if line.startswith('flags'):
                return set(line.split(':')[1].split())
    return set()


def questions(root):
    people, setups = os.path.join(root, 'examples'), os.path.join(root, 'examples', 'setups')
    for name in ('amara-okafor', 'elena-petrova', 'margaret-thornton', 'three-zones-one-visit'):
        yield ['plan', os.path.join(people, name + '.yaml')]
    for name in sorted(name for name in os.listdir(setups) if name.endswith('.yaml')):
        yield ['simulate', name.split('-')[0], os.path.join(setups, name)]


def main():
    root, stipple, programs = sys.argv[1], sys.argv[2], dict(arg.split('=', 1) for arg in sys.argv[3:])
    wrap, here = os.environ.get('STIPPLE_WRAP', '').split(), flags()
    able = {march: program for march, program in programs.items() if NEEDS[march] <= here}
    print('compared:', ', '.join(able) or 'nothing', '- left out:', ', '.join(programs.keys() - able.keys()) or 'nothing')
    if len(able) < 2:
        sys.exit(SKIPPED)
    failed = passed = 0
    for question in questions(root):
        said = ' '.join(question)
        built = subprocess.run([*wrap, stipple, *question, *ON], stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
        prints = {}
        for march, program in able.items():
            done = subprocess.run([*wrap, program, *question, *ON], stdin=subprocess.DEVNULL, capture_output=True,
                                  timeout=120)
            prints[march] = done.stderr.decode()
            same = done.returncode == built.returncode == 0 and done.stdout == built.stdout
            passed += same
            failed += not same
            if not same:
                print(f'{said}: {march} answers other bytes, or nothing: {prints[march][-200:]}')
        told = prints[next(iter(able))]
        draws = os.path.basename(question[-1]) not in WORDS_ALONE
        same = ('members ' in told) == draws and len(set(prints.values())) == 1
        passed += same
        failed += not same
        if not same:
            print(f'{said}: other bits: {({march: text[:80] for march, text in prints.items()})}')
    print(f'{passed} passed, {failed} failed')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
