#!/usr/bin/python3
# test_results STIPPLE ROOT: what stands in the base about results holds together: studies, scales, comparisons,
# combinations, prices, and the registers of evidence rows.
# SPDX-License-Identifier: Apache-2.0
import importlib.machinery
import importlib.util
import os
import re
import subprocess
import sys


class Breach(Exception):
    pass


def require(holds, what):
    if not holds:
        raise Breach(what)


def near(actual, expected, within, what):
    require(abs(actual - expected) <= within, f'{what}: {actual} is not {expected} within {within}')


def module_of(path):
    loader = importlib.machinery.SourceFileLoader('refit', path)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader('refit', loader))
    loader.exec_module(module)
    return module


class Base:
    """The lists of the knowledge base, each read once."""
    def __init__(self, stipple, refit):
        self.stipple, self.refit, self.kept = stipple, refit, {}

    def __call__(self, topic):
        if topic not in self.kept:
            self.kept[topic] = self.refit.program(self.stipple, topic)
        return self.kept[topic]

    def by_id(self, topic):
        return {entry['id']: entry for entry in self(topic)}


def measures_of(base):
    return [(trial, measure) for trial in base('trials') for measure in trial.get('measures', [])]


# ---- studies ----

# In these every person is counted once.
WHOLE = ['OT-A2', 'OT-A15', 'OT-A24', 'OT-B13', 'OT-C9', 'OT-C10', 'OT-C11', 'OT-D9']


def shares_of_everybody_add_up(base):
    trials = base.by_id('trials')
    for name in WHOLE:
        near(sum(share['share'] for share in trials[name]['shares']), 1, 0.0051, name)


def people_counted_are_people_of_the_study(base):
    n = 0
    for trial in base('trials'):
        for share in trial.get('shares', []):
            require(('share' in share) != ('x' in share and 'n' in share), f'{trial["id"]}: a share, or so many of so many')
            if 'x' in share:
                require(share['x'] <= share['n'] <= trial['n'], f'{trial["id"]}: {share}')
                n += 1
    require(n >= 6, f'hardly a count: {n}')


def intervals_hold_their_middle(base):
    n = 0
    entries = [one for topic in ('trials', 'comparisons', 'combinations') for one in base(topic)]
    for entry in entries:
        readings = [one for measure in entry.get('measures', []) for one in measure.get('readings', [])]
        for one in readings + entry.get('effects', []):
            middle = one.get('mean', one.get('value'))
            if 'low' in one:
                require('high' in one and one['low'] < middle < one['high'], f'{entry["id"]}: {one}')
                n += 1
    require(n > 30, f'hardly an interval: {n}')


def every_study_says_what_it_treated(base):
    for trial in base('trials'):
        require(('indication' in trial) != ('treated' in trial), f'{trial["id"]}: a use of ours, or something else')
        told = any(trial.get(key) for key in ('measures', 'shares', 'effects', 'note'))
        require(told, f'{trial["id"]}: tells nothing')


# What is named like an entry of `scales` is one; any other scale is called as its paper calls it.
def scales_of_studies_are_known_or_in_words(base):
    scales, n = base.by_id('scales'), 0
    for trial, measure in measures_of(base):
        if re.fullmatch(r'[a-z_]+', measure['scale']):
            require(measure['scale'] in scales, f'{trial["id"]}: {measure["scale"]}')
            n += 1
    require(n > 20, f'hardly a scale: {n}')


def scores_lie_on_their_scales(base):
    scales, n = base.by_id('scales'), 0
    for trial, measure in measures_of(base):
        ends = scales.get(measure['scale'], {}).get('range')
        scores = [measure.get('baseline')] + [one.get('mean') for one in measure.get('readings', [])]
        for score in scores if ends and not measure.get('difference') else []:
            require(score is None or ends['low'] <= score <= ends['high'], f'{trial["id"]}: {score} on {measure["scale"]}')
            n += score is not None
    require(n > 15, f'hardly a score: {n}')


# One prints shares that overlap, one a figure under a wrong name: both are kept, and neither is leant on.
def what_contradicts_itself_is_kept_with_a_note(base):
    trials = base.by_id('trials')
    require([share['share'] for share in trials['OT-A17']['shares']] == [1] and 'add up' in trials['OT-A17']['note']['en'],
            'shares that overlap')
    wrong = [one for one in trials['OT-F7']['effects'] if one['value'] == 15.82]
    require(len(wrong) == 1 and 'used for nothing' in trials['OT-F7']['note']['en'], 'a figure under a wrong name')
    for topic in ('comparisons', 'combinations', 'outcomes'):
        for entry in base(topic):
            require('15.8' not in str(entry), f'{entry["id"]}: leans on it')


def what_was_not_read_is_unverified(base):
    sources = {source['key']: source for source in base('sources')}
    n = 0
    for topic in ('trials', 'comparisons', 'combinations', 'costs'):
        for entry in base(topic):
            if any(sources[key].get('read') == 'none' for key in entry['sources']):
                require(entry['status'] == 'unverified' and entry['grade'] == 'D', f'{entry["id"]}: {entry["status"]}')
                n += 1
            if entry['status'] == 'unverified':
                said = str(entry.get('note', entry.get('because')))
                require('memory' in said, f'{entry["id"]}: does not say so')
                require(entry.get('verdict', 'unclear') == 'unclear', f'{entry["id"]}: judged from memory')
    require(n >= 5, f'hardly an entry: {n}')


# ---- scales ----

def scales_are_whole(base):
    used = {scale for use in base('indications') for scale in use['scales']}
    scales = base.by_id('scales')
    require(used <= set(scales), f'{used - set(scales)}')
    for scale in scales.values():
        ends = scale.get('range')
        require(not ends or ends['low'] < ends['high'], f'{scale["id"]}: {ends}')
        for key in ('difference', 'difference_share'):
            if key not in scale:
                continue
            require(scale[key]['status'] == 'default' and 'ours' in scale[key]['because']['en'], f'{scale["id"]}: whose?')
            require('we use' in scale['because']['en'], f'{scale["id"]}: {scale["because"]}')
            width = ends['high'] - ends['low'] if ends and key == 'difference' else 1000
            require(0 < scale[key]['value'] < width, f'{scale["id"]}: {scale[key]}')
        if scale['status'] == 'seen' and ends and 'memory' in scale['label']['en']:
            require(ends['status'] == 'unverified', f'{scale["id"]}: ends from memory are {ends["status"]}')


# ---- against other ways, and with something else ----

WAYS = {'laser_ablative', 'laser_nonablative', 'peel', 'rf', 'prp', 'subcision', 'tca_cross', 'surgery', 'nothing',
        'home_roller'}


def every_other_way_is_compared_or_said_to_be_unknown(base):
    for use in (one['id'] for one in base('indications')):
        compared = {one['against'] for one in base('comparisons') if one['indication'] == use}
        joined = {name for one in base('combinations') if use in one.get('indications', []) for name in one['with']}
        unknown = {name for one in base('unknowns') if one['indication'] == use for name in one.get('against', [])}
        require(unknown, f'{use}: nothing is unknown')
        require(not compared & unknown, f'{use}: {compared & unknown} is compared and unknown')
        require(WAYS <= compared | joined | unknown, f'{use}: {WAYS - compared - joined - unknown}: not a word')


def both_sides_of_a_disagreement_are_kept(base):
    lasers = [one for one in base('comparisons') if one['against'].startswith('laser') and one['status'] == 'seen']
    for verdict, keys in (('alike', {'R06', 'R54'}), ('less', {'R07', 'R174', 'idoj-2024'})):
        found = {key for one in lasers if one['verdict'] == verdict for key in one['sources']}
        require(keys <= found, f'laser, {verdict}: {keys - found} is left out')


def what_is_compared_is_what_the_studies_found(base):
    trials = base.by_id('trials')
    for topic in ('comparisons', 'combinations'):
        for entry in base(topic):
            behind = [trials[name] for name in entry.get('trials', [])]
            keys = {key for trial in behind for key in trial['sources']}
            require(not behind or keys & set(entry['sources']), f'{entry["id"]}: other studies than its own')
            for trial in behind:
                require('indication' not in entry or trial['indication'] == entry['indication'], f'{entry["id"]}: {trial["id"]}')
    # Numbers that stand in both places are the same.
    for name, trial, key in (('CP-03', 'OT-A5', 'fall of the grade, needling'), ('CP-04', 'OT-A6', 'fall of the score, needling'),
                             ('CP-04', 'OT-B6', 'fall of the score, acid'), ('CB-03', 'OT-B11', 'fall of the score, plasma'),
                             ('CB-09', 'OT-E10', 'fall of MASI'), ('CB-09', 'OT-E11', 'fall of the modified MASI'),
                             ('CB-08', 'OT-E3', 'fall of the half-face score')):
        entry = base.by_id('comparisons').get(name) or base.by_id('combinations')[name]
        value = {one['measure']: one.get('value') for one in entry['effects']}[key]
        near(value, 100 * base.refit.improvement(trials[trial]['measures'][0]), 0.051, f'{name}: {key}')


def a_gain_is_claimed_only_against_needling_alone(base):
    for entry in base('combinations'):
        said = entry['because']['en']
        if 'Nobody had needling alone' in said or 'nobody was compared' in said or 'No trial' in said:
            require(entry['verdict'] == 'unclear', f'{entry["id"]}: {entry["verdict"]}, with nothing beside it')


# ---- prices ----

def prices_of_ways_are_the_published_ones(base):
    costs, n = base.by_id('costs'), 0
    for way in base('options'):
        price = way.get('price')
        if not price:
            continue
        own = costs.get('cost_' + way['id'], costs['cost_needling'])
        require((price['low'], price['high']) == (own['low'], own['high']), f'{way["id"]}: {price} is not {own}')
        require(set(own['rows']) <= set(price['rows']) and set(own['sources']) <= set(price['sources']), f'{way["id"]}: rows')
        near(price['value'], (own['low'] + own['high']) / 2, 1e-9, f'{way["id"]}: the middle')
        n += 1
    require(n >= 7, f'hardly a price: {n}')


def ratios_of_prices_are_those_of_the_prices(base):
    costs = base.by_id('costs')

    def middle(name):
        return (costs[name]['low'] + costs[name]['high']) / 2
    needling = middle('cost_needling')
    near(costs['cost_ratio_nonablative']['value'], middle('cost_laser_nonablative') / needling, 0.051, 'one laser')
    near(costs['cost_ratio_ablative']['value'], middle('cost_laser_ablative') / needling, 0.051, 'the other')
    near(costs['cost_ratio_mean']['low'], costs['cost_laser_nonablative_mean']['value'] / needling, 0.051, 'mean fees')
    near(costs['cost_ratio_mean']['high'], costs['cost_laser_ablative_mean']['value'] / needling, 0.051, 'mean fees')
    for cost in costs.values():
        numbers = [key for key in ('value', 'low', 'high') if key in cost]
        require(numbers and 'unit' in cost or 'because' in cost, f'{cost["id"]}: neither a number nor why not')


# ---- evidence rows ----

def carried(value, found):
    if isinstance(value, dict):
        found.update(value.get('rows', []) if isinstance(value.get('rows'), list) else [])
        found.update([value['id']] if isinstance(value.get('id'), str) else [])
        for one in value.values():
            carried(one, found)
    elif isinstance(value, list):
        for one in value:
            carried(one, found)


def every_row_is_carried_or_told_why_not(base):
    found = set()
    for topic in ('rules', 'notes', 'trials', 'scales', 'comparisons', 'unknowns', 'combinations', 'costs', 'options'):
        carried(base(topic), found)
    registers = base.by_id('registers')
    for name, most in (('AS', 24), ('SS', 5), ('RH', 11), ('ST', 7), ('ME', 11), ('PO', 2), ('AG', 7), ('VI', 2), ('OS', 20),
                       ('CB', 20), ('CS', 9)):
        ids, unused = registers[name]['ids'], {one['id'] for one in registers[name].get('unused', [])}
        require(len(ids) == len(set(ids)) == most, f'{name}: {len(ids)} rows')
        require(set(ids) - found == unused, f'{name}: {set(ids) - found} and {unused}')
        strange = {row for row in found if re.fullmatch(name + r'-\d+[a-z]?', row)} - set(ids)
        require(not strange, f'{name}: {strange} is no row')


# ---- words ----

def nothing_is_promised(base):
    banned = re.compile(r'\b(best|optimal|safe|safely|guarante\w+|painless|proven|proved|cures?|permanent\w*|all skin types|flawless)\b', re.I)
    for topic in ('trials', 'scales', 'comparisons', 'unknowns', 'combinations', 'costs', 'pools_not_made'):
        for entry in base(topic):
            said = ' '.join(str(entry.get(key, '')) for key in ('label', 'because', 'note', 'safety', 'protocol', 'measures'))
            require(not banned.search(said), f'{entry["id"]}: {banned.search(said)}')


def main(stipple, root):
    sys.dont_write_bytecode = True
    base = Base(stipple, module_of(os.path.join(root, 'tools/refit')))
    tests = [shares_of_everybody_add_up, people_counted_are_people_of_the_study, intervals_hold_their_middle,
             every_study_says_what_it_treated, scales_of_studies_are_known_or_in_words, scores_lie_on_their_scales,
             what_contradicts_itself_is_kept_with_a_note, what_was_not_read_is_unverified, scales_are_whole,
             every_other_way_is_compared_or_said_to_be_unknown, both_sides_of_a_disagreement_are_kept,
             what_is_compared_is_what_the_studies_found, a_gain_is_claimed_only_against_needling_alone,
             prices_of_ways_are_the_published_ones, ratios_of_prices_are_those_of_the_prices,
             every_row_is_carried_or_told_why_not, nothing_is_promised]
    n_failed = 0
    for test in tests:
        try:
            test(base)
            print(f'ok      {test.__name__}')
        except (Breach, KeyError, subprocess.CalledProcessError) as why:
            n_failed += 1
            print(f'FAILED  {test.__name__}: {why}')
    return 1 if n_failed else 0


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit('usage: test_results.py STIPPLE ROOT')
    sys.exit(main(*sys.argv[1:]))
