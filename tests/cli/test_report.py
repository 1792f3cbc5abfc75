#!/usr/bin/python3
# test_report STIPPLE ROOT: the page and the sheet of every example are well-formed, stand alone, say what must be said
# and nothing that must not be, and a page that cannot be written leaves what was there.
# $STIPPLE_WRAP, split by spaces, stands before every call.
# SPDX-License-Identifier: Apache-2.0
import datetime
import decimal
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

ON = ['--on', '2026-03-02', '--members', '100']
SECONDS = 120
HTML, SVG = '{http://www.w3.org/1999/xhtml}', '{http://www.w3.org/2000/svg}'
DISCLAIMER = 'Research and decision support. Not a cleared medical device. The clinician decides.'
NEVER = [r'\bsafe\b', r'\bpainless\b', r'\bno risks?\b', r'\bno downtime\b', r'\bguaranteed\b', r'\bpermanent',
         r'\berases?\b', r'\beliminates?\b', r'\bflawless\b', r'\banti-?age?ing\b', r'\bmedical-grade\b',
         r'\bfda[- ]approved\b', r'\byou are cleared\b', r'\bapproved\b', r'\bfailed\b', r'\brejected\b',
         r'\bnon-?compliant\b', r'\bunrealistic\b', r'\boptimal\b', r'\bbest\b', r'\bmore elastin\b', r'\bAI\b',
         r'\bdysmorph', r'\bbetter for dark skin\b', r'\ball skin types\b', r'\bnothing to worry\b']
# What the person need not meet: ids of rules and sources, marks, grades, words of the trade.
NEVER_PERSON = [r'\b[A-Z]{2}-\d\d', r'\bR\d\d+\b', r'\bgrade [A-D]\b', r'\bour default\b', r'\bcomputed\b', r'\bdermis\b',
                r'\berythema\b', r'\bprophylaxis\b', r'talk about what can be expected', r'\bcleared?\b(?! medical)']


def call(binary, words, **more):
    wrap = os.environ.get('STIPPLE_WRAP', '').split()
    return subprocess.run([*wrap, os.path.abspath(binary), *words], capture_output=True, text=True, check=False,
                          timeout=SECONDS, **more)


def claim(holds, what):
    if not holds:
        sys.exit(f'test_report: {what}')


def words_of(root):
    return ' '.join(' '.join(root.itertext()).split())


def check_tree(name, page):
    claim(page.startswith('<!DOCTYPE html>\n'), f'{name}: begins with another line')
    root = tree.fromstring(page.split('\n', 1)[1])
    ids = [node.get('id') for node in root.iter() if node.get('id')]
    claim(len(ids) == len(set(ids)), f'{name}: an id stands twice')
    for node in root.iter():
        href = node.get('href')
        claim(href is None or href[1:] in ids, f'{name}: {href} leads nowhere')
        for key in (node.get('aria-labelledby') or '').split():
            claim(key in ids, f'{name}: {key} labels nothing')
        claim(node.tag not in (HTML + 'script', HTML + 'img', HTML + 'link', HTML + 'iframe'), f'{name}: {node.tag}')
        claim(not [key for key in node.keys() if key.startswith('on') or key in ('src', 'style')],
              f'{name}: an attribute that acts')
    claim(not re.search(r'url\((?!#)|@import|https?://(?!www\.w3\.org/(1999|2000))', page), f'{name}: fetches something')
    for figure in root.iter(HTML + 'figure'):
        claim(figure.find(f'.//{HTML}details//{HTML}table') is not None, f'{name}: a figure without its table')
        claim(figure.find(f'.//{SVG}svg') is not None, f'{name}: a figure without a drawing')
    for svg in root.iter(SVG + 'svg'):
        told = svg.find(SVG + 'title') is not None and svg.find(SVG + 'desc') is not None
        claim(svg.get('aria-hidden') == 'true' or (svg.get('role') == 'img' and told), f'{name}: a drawing nobody is told of')
    levels = [int(node.tag[-1]) for node in root.iter() if re.fullmatch(HTML + r'h[1-6]', node.tag)]
    claim(levels.count(1) == 1 and levels[0] == 1, f'{name}: not one heading of the first level')
    claim(all(b - a <= 1 for a, b in zip(levels, levels[1:])), f'{name}: a heading leaves out a level')
    for cell in root.iter(HTML + 'th'):
        claim(cell.get('scope') in ('row', 'col'), f'{name}: a head of a table without a scope')
    return root


# As the page says numbers: three digits, a length with two decimals, a speed with one, times by their size.
def shown(value, unit):
    number, digits = decimal.Decimal(repr(value)), {'mm': '0.01', 'cm/s': '0.1', 'Hz': '1'}.get(unit)
    if unit == 'h':
        minutes = number * 60
        if minutes >= 60:
            return time_text(minutes / 60) if minutes < 1440 else time_text(minutes / 1440)
        return plain(5 * (minutes / 5).quantize(decimal.Decimal(1), decimal.ROUND_HALF_UP) if minutes >= 10
                     else minutes.quantize(decimal.Decimal(1), decimal.ROUND_HALF_UP))
    if number and not digits:
        digits = decimal.Decimal(1).scaleb(number.adjusted() - 2)
    return plain(number.quantize(decimal.Decimal(digits), decimal.ROUND_HALF_UP) if number else number)


def time_text(number):
    return plain(number.quantize(decimal.Decimal('0.1' if number < 10 else '1'), decimal.ROUND_HALF_UP))


def plain(number):
    text = format(number, 'f')
    return text.rstrip('0').rstrip('.') if '.' in text else text


def check_numbers(name, root, plan):
    text = words_of(root)
    planned = [s for s in plan['sessions'] if s['status'] == 'planned']
    for zone in plan['zones'] if planned else []:
        for key in ('depth', 'achieved', 'density', 'speed', 'rate', 'closure'):
            quantity = zone.get(key)
            for end in ('value', 'low', 'high') if quantity else ():
                claim(shown(quantity[end], quantity['unit']) in text, f'{name}: {zone["zone"]} {key} {end} {quantity[end]} is missing')
    for session in planned:
        day = datetime.date.fromisoformat(session['date'])
        claim(f'{day.day} {day.strftime("%B %Y")} Treatment {session["number"]}' in text,
              f'{name}: {session["date"]} is missing')
    for risk in plan['risks']:
        if risk['rate']:
            rate = risk['rate']
            said = f'{rate["value"] * 100:.0f} of 100 people ({rate["low"] * 100:.0f} to {rate["high"] * 100:.0f})'
            claim(text.count(said) >= 2, f'{name}: the rate of {risk["id"]} is not in words and in the table')
    claim(not re.search(r'\((\d+) to \1\)', text), f'{name}: a band without width')
    for part in ('aftercare', 'watch', 'remarks', 'disagreement'):
        for entry in plan[part]:
            claim(' '.join(entry['text'].split()) in text, f'{name}: {part} {entry["id"]} is missing')
    for finding in plan['screening']['findings']:
        if not (finding['class'] == 'ask' and finding.get('missing')):
            claim(' '.join(finding['because'].split()) in text, f'{name}: {finding["id"]} is missing')
    for key in plan['sources']:
        claim(root.find(f'.//*[@id="source-{key}"]') is not None, f'{name}: source {key} is missing')


# What the page is read by: four short cards, links to its parts, the verdict and nothing that denies it.
def check_parts(name, root, plan):
    main = root.find(f'.//{HTML}main')
    parts = [part.get('id') for part in main.iter(HTML + 'section')]
    links = [link.get('href') for link in root.find(f'.//{HTML}nav').iter(HTML + 'a')]
    claim(links == ['#' + part for part in parts], f'{name}: the links are not the parts: {links}')
    claim(root.find(f'{HTML}body')[0].get('href') == '#main' and main.get('id') == 'main', f'{name}: nothing to skip to')
    cards = [node for node in main.iter(HTML + 'div') if node.get('class') == 'card']
    claim(len(cards) == 4, f'{name}: {len(cards)} cards')
    for card in cards:
        lines = [node for node in card.iter() if node.tag in (HTML + 'p', HTML + 'li')]
        claim(0 < len(lines) <= 6, f'{name}: a card of {len(lines)} lines')
    parts_of_visit = (plan['numbing'] or {}).get('parts') or 1
    claim(parts_of_visit < 2 or f'Each treatment is {parts_of_visit:g} visits on different days' in words_of(cards[0]),
          f'{name}: the dates do not say that a treatment is several visits')
    sittings = [s['date'] for s in plan['sessions'] if s['status'] == 'planned']
    looks = [d['date'] for d in plan['calendar'] if d['kind'] == 'review' and sittings and d['date'] > sittings[0]]
    day = datetime.date.fromisoformat(looks[0]) if looks else None   # not the day on which a test spot is read
    claim(not day or f'Ready to judge: {day.day} {day.strftime("%B %Y")}' in words_of(cards[0]), f'{name}: ready to judge, {looks[:1]}')
    due = plan['price'].get('to_come')
    claim(not due or f'{due["value"]:g} USD' in words_of(cards[3]), f'{name}: what is still to be paid is missing')
    for month in [] if any(m.get('predictable') for m in plan['course']['months']) else cards[2:3]:
        claim(month.find(f'.//{HTML}b') is None, f'{name}: a middle value that is not predictable stands out')
    told = words_of(root)
    if plan['verdict'] != 'clear' or plan['screening']['missing']:
        claim('Nothing in these answers speaks against it' not in told, f'{name}: denies its verdict')
    for reason in {m['because'] for m in plan['course']['months'] if m.get('because')}:
        uses = len({m['indication'] for m in plan['course']['months'] if m.get('because') == reason})
        claim(told.count(' '.join(reason.split())) <= uses, f'{name}: a reason more than once: {reason[:40]}')
    for svg in root.iter(SVG + 'svg'):
        desc = svg.find(SVG + 'desc')
        claim(desc is None or (desc.text or '').strip(), f'{name}: a drawing without a description')


def check_page(binary, file, folder):
    name, path = os.path.basename(file), os.path.join(folder, 'page.html')
    done = call(binary, ['plan', file, '--json', '--html', path, *ON])
    claim(done.returncode == 0 and not done.stderr, f'{name}: {done.stderr}')
    alone = call(binary, ['plan', file, '--json', *ON])
    claim(alone.stdout == done.stdout, f'{name}: --html changes what --json prints')
    with open(path, encoding='utf-8') as page:
        text = page.read()
    root = check_tree(name, text)
    told = words_of(root)
    claim(told.count(DISCLAIMER) >= 2, f'{name}: no disclaimer')
    for pattern in NEVER:
        claim(not re.search(pattern, told, re.I if pattern.islower() else 0), f'{name}: says {pattern}')
    check_numbers(name, root, json.loads(done.stdout))
    check_parts(name, root, json.loads(done.stdout))
    again = call(binary, ['plan', file, '--html', path, *ON])
    with open(path, encoding='utf-8') as page:
        claim(page.read() == text, f'{name}: other bytes the second time')
    claim(again.stdout.endswith(f'\nPage written: {path}\n'), f'{name}: does not say where the page is')
    claim(os.listdir(folder) == ['page.html'], f'{name}: leaves other files')
    os.unlink(path)


def check_sheet(binary, file, folder):
    name, path = 'sheet of ' + os.path.basename(file), os.path.join(folder, 'sheet.html')
    done = call(binary, ['plan', file, '--person', '--html', path, *ON])
    claim(done.returncode == 0, f'{name}: {done.stderr}')
    with open(path, encoding='utf-8') as page:
        root = check_tree(name, page.read())
    os.unlink(path)
    body = words_of(root.find(HTML + 'body'))
    for told in (body, ' '.join(done.stdout.split(f'\nPage written')[0].split())):
        for must in (DISCLAIMER, 'Not to be handed out', 'Do not stop a medicine that was prescribed for you',
                     'You may say no to photographs', 'Nobody reads this page outside'):
            claim(must in told, f'{name}: does not say: {must}')
        for pattern in NEVER + NEVER_PERSON:
            found = re.search(pattern, told, re.I if pattern.islower() else 0)
            claim(not found, f'{name}: says {found and told[max(0, found.start() - 40):found.end() + 20]}')
    plan = json.loads(call(binary, ['plan', file, '--json', *ON]).stdout)
    for visit in plan['calendar']:   # sittings that follow each other stand in one line
        day = '{d.day} {d:%B}'.format(d=datetime.date.fromisoformat(visit['date']))
        claim(visit['kind'] != 'session' or day in body, f'{name}: leaves out {visit["text"]} on {day}')
    for remark in plan['remarks']:
        claim(remark['id'] != 'plan.off_label_age' or ' '.join(remark['text'].split()) in body, f'{name}: leaves out an age')
    if any(s['status'] == 'planned' for s in plan['sessions']):
        for must in ('For the first 24 hours', 'Do not put on numbing cream at home', 'Call 911 now',
                     'You may stop at any moment', 'Who will do it'):
            claim(must in body, f'{name}: does not say: {must}')


def check_failures(binary, file, folder):
    old = os.path.join(folder, 'old.html')
    with open(old, 'w', encoding='utf-8') as out:
        out.write('old')
    with open(file, 'rb') as source:
        before = source.read()
    copy = os.path.join(folder, 'me.yaml')
    with open(copy, 'wb') as out:
        out.write(before)
    for words, status, said in [
            (['plan', copy, '--html', folder, *ON], 4, 'cannot be written'),
            (['plan', copy, '--html', os.path.join(folder, 'none', 'p.html'), *ON], 4, 'cannot be written'),
            (['plan', copy, '--html', '/dev/full', *ON], 4, 'cannot be written'),
            (['plan', copy, '--html', copy, *ON], 2, 'is a file that is read here'),
            (['plan', copy, '--html', '-', *ON], 2, 'is no file'),
            (['plan', copy, '--person', '--json', *ON], 2, 'beside it'),
            (['screen', copy, '--html', old, *ON], 2, 'is no option of this verb'),
            (['screen', copy, '--person', *ON], 2, 'is no option of this verb'),
            (['plan', os.path.join(folder, 'nobody.yaml'), '--html', old, *ON], 4, 'cannot be opened')]:
        done = call(binary, words)
        claim(done.returncode == status and said in done.stderr and not done.stdout,
              f'{words}: {done.returncode} {done.stderr}')
        claim(sorted(os.listdir(folder)) == ['me.yaml', 'old.html'], f'{words}: leaves other files')
    with open(old, encoding='utf-8') as left, open(copy, 'rb') as same:
        claim(left.read() == 'old' and same.read() == before, 'a file was touched by what failed')


# The server says where it is and ends when it is told to; on a port of its own, as the README's may be taken.
def check_server(binary, words, folder):
    wrap = os.environ.get('STIPPLE_WRAP', '').split()
    process = subprocess.Popen([*wrap, os.path.abspath(binary), *words, '--listen', '127.0.0.1:0'], cwd=folder, text=True,
                               stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        said = process.stdout.readline()
        claim(re.fullmatch(r'listening on http://127\.0\.0\.1:\d+/#\S+\n', said), f'README.md: {words}: {said}')
        process.terminate()
        process.communicate(timeout=60)
    finally:
        process.kill()
        process.wait()
    claim(process.returncode == 0, f'README.md: {words}: ends with {process.returncode}')


# Every command of the README does what is said there, whatever day it is, and every part of the engine is named.
def check_readme(binary, root, folder):
    with open(os.path.join(root, 'README.md'), encoding='utf-8') as file:
        text = file.read()
    commands = [re.split(r'\s{2,}', line)[0].split() for line in re.findall(r'(?m)^ {4}build/stipple (.*)$', text)]
    claim(len(commands) >= 10, f'README.md: {len(commands)} commands')
    for words in commands:
        words = [os.path.join(os.path.abspath(root), word) if word.startswith('examples/') else word for word in words]
        if words == ['serve']:
            check_server(binary, words, folder)
            continue
        done = call(binary, words, cwd=folder, env={**os.environ, 'STIPPLE_TODAY': '2031-01-01'})
        claim(done.returncode == 0, f'README.md: {words}: {done.stderr}')
        claim('We cannot say yet' not in done.stdout, f'README.md: {words}: on answers that are too old')
    claim(sorted(os.listdir(folder)) == ['plan.html', 'sheet.html'], f'README.md: leaves {os.listdir(folder)}')
    said = call(binary, ['simulate', 'nothing', '-'], stdin=subprocess.DEVNULL).stderr
    helped = call(binary, ['simulate', '--help']).stdout
    for part in said.strip().split('allowed: ')[1].split(', '):
        claim(f'stipple simulate {part} ' in text, f'README.md: does not show simulate {part}')
        claim(re.search(rf'\b{part}\b', helped), f'simulate --help: does not name {part}')


def main():
    binary, root = sys.argv[1], sys.argv[2]
    examples = os.path.join(root, 'examples')
    files = sorted(os.path.join(examples, name) for name in os.listdir(examples)
                   if name.endswith('.yaml') and name != 'clinic.yaml' and not name.startswith('checkin-'))
    claim(len(files) >= 10, 'too few examples')
    for file in files:
        with tempfile.TemporaryDirectory() as folder:
            check_page(binary, file, folder)
            check_sheet(binary, file, folder)
    with tempfile.TemporaryDirectory() as folder:
        check_failures(binary, files[0], folder)
    with tempfile.TemporaryDirectory() as folder:
        check_readme(binary, root, folder)
    print(f'{len(files)} pages and sheets')


if __name__ == '__main__':
    main()
