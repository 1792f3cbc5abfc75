#!/usr/bin/python3
# test_papers STIPPLE ROOT: what is looked up about devices says what was not found, and a sheet names its own model.
# $STIPPLE_WRAP, split by spaces, stands before every call.
# SPDX-License-Identifier: Apache-2.0
import json
import os
import subprocess
import sys
import tempfile

LABEL_FIELDS = {'needle_length': 'Length of the needles', 'needle_diameter': 'Thickness of a needle',
                'penetration': 'Deepest the needles go', 'puncture_rate': 'Strokes a second'}
ON = ['--on', '2026-03-02', '--members', '100']


def call(binary, words):
    wrap = os.environ.get('STIPPLE_WRAP', '').split()
    done = subprocess.run([*wrap, os.path.abspath(binary), *words], capture_output=True, text=True, check=False, timeout=120)
    claim(done.returncode == 0, f'{words}: {done.stderr}')
    return done.stdout


def claim(holds, what):
    if not holds:
        sys.exit(f'test_papers: {what}')


# What the US rule wants on a label is told of every device, or told not to have been found.
def check_sheets(binary):
    sheets = [entry['value'] for entry in json.loads(call(binary, ['evidence', 'datasheets', '--json']))['entries']]
    claim(len(sheets) >= 15, f'{len(sheets)} sheets')
    n_absent = 0
    for sheet in sheets:
        text = ' '.join(call(binary, ['evidence', sheet['id']]).split())
        for field, words in LABEL_FIELDS.items():
            claim(field in sheet, f'{sheet["id"]}: {field} is left out')
            absent = sheet[field] is None
            claim((f'{words} not found' in text) == absent, f'{sheet["id"]}: {field}')
            n_absent += absent
    claim(n_absent > 20, 'hardly anything is missing')


# Nobody can take a setting of radiofrequency from here.
def check_rf(binary):
    sheet = json.loads(call(binary, ['evidence', 'sheet_rf', '--json']))['value']
    for field in ('penetration', 'frequency', 'pulse', 'power', 'energy'):
        claim('value' not in sheet[field] and sheet[field]['status'] == 'unverified', f'{field}: {sheet[field]}')


# The person's sheet says what the plan says of the label of the model that is used.
def check_person(binary, root):
    with open(os.path.join(root, 'examples/amara-okafor.yaml'), encoding='utf-8') as file:
        text = file.read()
    claim('devices: [pen]' in text, 'the example has another device')
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'person.yaml')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text.replace('devices: [pen]', 'devices: [exceed]'))
        plan = json.loads(call(binary, ['plan', path, '--json', *ON]))
        sheet = ' '.join(call(binary, ['plan', path, '--person', *ON]).split())
    said = [remark for remark in plan['remarks'] if remark['id'] == 'plan.off_label_use_type']
    claim(len(said) == 1 and said[0]['sources'] == ['R84'], f'{said}')
    claim(' '.join(said[0]['text'].split()) in sheet, 'the sheet leaves out the skin types of the label')


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit('usage: test_papers.py STIPPLE ROOT')
    check_sheets(sys.argv[1])
    check_rf(sys.argv[1])
    check_person(*sys.argv[1:])
