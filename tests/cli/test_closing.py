#!/usr/bin/python3
# test_closing STIPPLE ROOT: what the sheet, the page and the terminal tell of what a plan closes and says.
# $STIPPLE_WRAP, split by spaces, stands before every call.
# SPDX-License-Identifier: Apache-2.0
import datetime
import json
import os
import subprocess
import sys
import tempfile

ON = ['--on', '2026-03-02', '--members', '100']
SECONDS = 120
WAYS = {'laser_ablative': 'Laser that takes the surface off', 'surgery': 'Surgery', 'dermabrasion': 'Dermabrasion',
        'laser_nonablative': 'Laser that leaves the surface whole', 'peel': 'Chemical peel'}


def call(binary, words, on=ON):
    wrap = os.environ.get('STIPPLE_WRAP', '').split()
    done = subprocess.run([*wrap, os.path.abspath(binary), *words, *on], capture_output=True, text=True, check=False,
                          timeout=SECONDS)
    claim(done.returncode == 0, f'{words}: {done.stderr}')
    return done.stdout


def claim(holds, what):
    if not holds:
        sys.exit(f'test_closing: {what}')


def said(date):
    day = datetime.date.fromisoformat(date)
    return f'{day.day} {day.strftime("%B %Y")}'


class Person:
    def __init__(self, binary, path):
        self.name = os.path.basename(path)
        self.plan = json.loads(call(binary, ['plan', path, '--json']))
        self.terminal = ' '.join(call(binary, ['plan', path]).split())
        self.sheet = ' '.join(call(binary, ['plan', path, '--person']).split())
        with tempfile.TemporaryDirectory() as folder:
            page = os.path.join(folder, 'page.html')
            call(binary, ['plan', path, '--json', '--html', page])
            with open(page, encoding='utf-8') as file:
                self.page = ' '.join(file.read().split())


# No way that nobody screened is offered to a person of whom anything is closed.
def check_ways(person):
    for way in person.plan['alternatives']:
        is_open = way['screened'] or not person.plan['screening']['closed']
        if way['id'] in WAYS and not (way['allowed'] and is_open):
            claim(WAYS[way['id']] not in person.sheet, f'{person.name}: the sheet offers {way["id"]}')


# What has no end stands without a date wherever it is read.
def check_always(person):
    endless = [line for line in person.plan['aftercare'] if line['always']]
    for line in endless:
        day = said(line['to'])
        claim(f'{day} {line["text"]}' not in person.terminal, f'{person.name}: {line["id"]} ends on {day}')
        claim(f'Always {line["text"]}' in person.terminal, f'{person.name}: {line["id"]} is not told as without an end')
    claim(person.page.count('>Always<') == len(endless), f'{person.name}: the page dates what has no end')
    claim(len(endless) == 3 or not person.plan['aftercare'], f'{person.name}: {len(endless)} lines without an end')


# The same words on each of the three.
def check_clashes(person):
    for clash in person.plan['clashes']:
        for told in (person.terminal, person.page.replace('&#39;', "'"), person.sheet):
            claim(clash['text'] in told and clash['way_out'] in told, f'{person.name}: does not tell {clash["text"]}')


# What keeps somebody from being treated for good says so, and what lifts does not.
def check_refused(people):
    for_good = 'Not here. What was found does not lift by itself.'
    fatima = people['fatima-al-mansouri.yaml']
    for told in (fatima.terminal, fatima.page):
        claim(f'{for_good} May decide otherwise, with a reason: physician, dermatologist, plastic surgeon.' in told,
              'a keloid is refused as if it lasted a while')
    for name in ('cold-sore-today.yaml', 'leila-haddad.yaml'):
        claim(for_good not in people[name].terminal + people[name].page, f'{name}: is refused for good')
    claim('Not while what is named below lasts.' in people['cold-sore-today.yaml'].terminal,
          'a cold sore is not refused for a while')


# What was given is not to be paid again.
def check_price(people):
    amara, elena = people['amara-okafor.yaml'], people['elena-petrova.yaml']
    claim('640 USD' in amara.sheet and '640 USD' in amara.terminal, 'what is still to come is not told')
    card = elena.terminal[elena.terminal.index(' Price '):elena.terminal.index(' To know ')]
    claim('1120 USD' not in elena.sheet + card, 'a finished course is priced')
    claim('3 on 5 January 2026, 4 before the treatments' in elena.sheet, 'what was seen is not told')


# What was reckoned is not told as counted; what was measured is not told as unknown; each thing once, with a number for
# the night.
def check_sheets(people):
    amara, jonas = people['amara-okafor.yaml'].sheet, people['jonas-lindqvist.yaml'].sheet
    for sheet in (amara, jonas):
        claim('Our reckoning, from studies that differ: up to ' in sheet, 'redness is reckoned by us')
        claim('In studies up to' not in sheet, 'what we reckon is told as counted')
        claim(sheet.count('All 4: 1280 USD') + sheet.count('All 6: 540 USD') == 1, 'the price')
        claim('USD for 4 treatments' not in sheet and 'USD for 6 treatments' not in sheet, 'the price is told twice')
        claim('Be seen today: Reception, +1 555 0100 (invented). Outside our hours: the doctor on call' in sheet,
              'no number for the night')
        claim('before that shade' not in sheet and 'a needle used twice' not in sheet, 'words that say nothing')
    seen = 'What was measured Scalp, before the treatments: 142 on 12 January 2026. Hairs on one square centimetre'
    claim(seen in jonas and 'Hairs per cm2' not in jonas, 'a count of hairs in words, under what was measured')
    claim(jonas.count('142') == 1 and jonas.index(seen) < jonas.index('What is not known'), 'a count of hairs as unknown')
    claim('What was measured' not in amara, 'nothing was measured of her')
    young = people['seventeen.yaml'].sheet
    claim(young.count(' USD for ') == 1, 'a course that has not begun has its price')


# Old answers can be gone through on the day itself.
def check_old_answers(binary, root):
    file = os.path.join(root, 'examples', 'amara-okafor.yaml')
    reply = json.loads(call(binary, ['screen', file, '--json'], ['--on', '2026-11-20']))
    old = [one for one in reply['findings'] if one['id'] == 'FR-01'][0]
    claim(old['lifts']['look_again'] == '2026-11-20' and 'enough' in old['because'], f'old answers: {old}')


def check_named(people):
    priya = people['priya-raman.yaml']
    claim('The dates hold only once the letter has come' in priya.sheet, 'the sheet gives dates that hang on a letter')
    fatima, priya = people['fatima-al-mansouri.yaml'], people['priya-raman.yaml']
    claim('clot' not in fatima.sheet, 'Fatima is asked about a substance that nobody offers her')
    claim('blood clot or clotting disorder' in fatima.terminal, 'the clinician is not told of the clotting disorder')
    claim('Letter asked for on 25 February 2026' in priya.terminal, 'the letter that is out is not told')
    claim('Letter asked for' not in priya.sheet and 'Ask for a letter' not in priya.sheet,
          'Priya is given a task of the clinic')


def main():
    binary, root = sys.argv[1], sys.argv[2]
    folder = os.path.join(root, 'examples')
    names = sorted(name for name in os.listdir(folder)
                   if name.endswith('.yaml') and name != 'clinic.yaml' and not name.startswith('checkin-'))
    people = {name: Person(binary, os.path.join(folder, name)) for name in names}
    for person in people.values():
        check_ways(person)
        check_always(person)
        check_clashes(person)
    check_refused(people)
    check_price(people)
    check_named(people)
    check_sheets(people)
    check_old_answers(binary, root)
    print(f'{len(names)} people')


if __name__ == '__main__':
    main()
