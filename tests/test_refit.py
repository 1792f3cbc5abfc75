#!/usr/bin/python3
# test_refit STIPPLE ROOT: what is fitted is what the trials give, and the statistics behind it are right.
# SPDX-License-Identifier: Apache-2.0
import importlib.machinery
import importlib.util
import json
import math
import os
import re
import subprocess
import sys
import tempfile


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


# ---- what stands in the repository ----

def the_files_are_what_refit_writes(stipple, root, refit):
    with tempfile.TemporaryDirectory() as folder:
        for script in ('tools/refit', 'tools/refit_healing', 'tools/refit_skin'):
            subprocess.run([sys.executable, '-B', os.path.join(root, script), stipple, folder], check=True,
                           capture_output=True)
        kept = os.listdir(os.path.join(root, 'knowledge/fitted'))
        require(sorted(kept) == sorted(os.listdir(folder)), f'kept: {sorted(kept)}, written: {sorted(os.listdir(folder))}')
        for name in kept:
            with open(os.path.join(folder, name), 'rb') as new, \
                    open(os.path.join(root, 'knowledge/fitted', name), 'rb') as old:
                require(new.read() == old.read(), f'{name} is not what is fitted; run `make refit`')


def the_files_name_the_trials_they_come_from(stipple, root, refit):
    trials, events, _ = refit.read(stipple)
    for topic, made_from in (('fits', trials), ('shares', events)):
        entries, digest = refit.program(stipple, topic), refit.digest_of(made_from)
        require(entries, f'no {topic}')
        for entry in entries:
            require(entry['hash'] == digest, f'{entry["id"]}: made from other trials; run `make refit`')


# The numbers in use were fitted earlier, with weights that are not known. The curves are good to 0.1 or 0.12.
def both_fits_of_healing_lie_near_the_curves_and_each_other(stipple, root, refit):
    found = {entry['id']: entry.get('median') for entry in refit.program(stipple, 'parameters')}
    for name in ('ks', 'mu_n', 'a_n', 'mu_1', 'mu_2', 'mu_f', 'k_y', 'mu_y', 'c_inf'):
        near(found[f'healing_refit_{name}'] / found[f'healing_{name}'], 1, 0.16, name)
    for curve, spread in (('neutrophils', 0.1), ('macrophages', 0.1), ('myofibroblasts', 0.12), ('collagen', 0.12)):
        for which in ('healing_rmse_', 'healing_refit_rmse_'):
            require(0 < found[which + curve] < spread, f'{which}{curve}: {found[which + curve]}')


def a_changed_trial_changes_the_files(stipple, root, refit):
    trials, events, about = refit.read(stipple)
    before = refit.files_of(trials, events, about)
    trials = json.loads(json.dumps(trials))
    trials[0]['measures'][0]['readings'][-1]['mean'] += 0.1
    after = refit.files_of(trials, events, about)
    require(before['outcome.yaml'] != after['outcome.yaml'], 'another score, the same pool')
    require(before['risks.yaml'] == after['risks.yaml'], 'another score, other risks')


# Whoever reads "7 of 60" must find what is added up.
def the_words_of_a_risk_are_its_numbers(stipple, root, refit):
    shares = {share['id']: share for share in refit.program(stipple, 'shares')}
    rates = [rate for rate in refit.program(stipple, 'rates') if 'share' in rate]
    require(len(rates) >= 3, 'hardly a risk with a share')
    for rate in rates:
        share, said = shares[rate['share']], rate['because']['en']
        require(f'{share["x"]} of {share["n"]} people' in said, f'{rate["id"]}: {said}')
        ends = re.search(r'between (\d+) and (\d+) of\s+100', said)
        if ends:
            near(float(ends[1]), 100 * share['low'], 0.51, rate['id'])
            near(float(ends[2]), 100 * share['high'], 0.51, rate['id'])


# What is no better than ours cannot rest on less than what was read; what rests on a study is no better than it.
def nothing_is_graded_above_what_it_rests_on(stipple, root, refit):
    sources = {entry['key']: entry for entry in refit.program(stipple, 'sources')}
    n = 0
    for topic in ('trials', 'adverse_events', 'outcomes', 'fits', 'shares', 'pools_not_made', 'scales', 'comparisons',
                  'combinations', 'costs'):
        for entry in refit.program(stipple, topic):
            worst = max((sources[key] for key in entry['sources']), key=lambda one: refit.GRADES.index(one['grade']))
            require(entry['grade'] >= worst['grade'], f'{entry["id"]}: {entry["grade"]} on {worst["key"]}')
            require(entry['status'] == 'default' or 'default' not in entry['sources'],
                    f'{entry["id"]}: {entry["status"]} on a default of ours')
            n += 1
    require(n > 70, f'hardly an entry: {n}')


# A reader of "better" takes it for people; one who reads of radiofrequency alone for that alone.
def striae_say_what_was_counted(stipple, root, refit):
    trials = {trial['id']: trial for trial in refit.program(stipple, 'trials')}
    require('shares' not in trials['OT-D3'], 'a tissue under the microscope is no share of people')
    require('sonophoresis' in trials['OT-D3']['control'], 'the comparison is not told')
    pooled = {tuple(trial.get('device', [])): [one.get('value') for one in trial['effects']]
              for trial in trials.values() if trial['sources'] == ['striae-meta-2024']}
    require(pooled == {('rf',): [0.57], (): [1.01, None]}, f'{pooled}')
    said = {one['id']: one['because']['en'] for one in refit.program(stipple, 'outcomes')}['outcome_striae']
    require('90' not in said and 'does not tell' in said, said)


# What found little stands beside what found much.
def low_results_and_nulls_are_told(stipple, root, refit):
    trials = {trial['id']: trial for trial in refit.program(stipple, 'trials')}
    for key in ('R171', 'R16', 'R07', 'R19', 'R22', 'R06', 'R172'):
        require(any(key in trial['sources'] for trial in trials.values()), f'{key}: is left out')
    require(refit.improvement(trials['OT-A22']['measures'][0]) == 0.0855, 'R16')
    said = {one['id']: one['because']['en'] for one in refit.program(stipple, 'outcomes')}['outcome_acne_scars']
    require('40 people with needling' in said, said)


# A pool speaks for the kinds of device and the courses of its studies.
def pools_tell_what_their_studies_had(stipple, root, refit):
    fit = refit.program(stipple, 'fits')[0]
    require((fit['device'], fit['sessions_low'], fit['sessions_high'], fit['interval_low'], fit['interval_high'],
             fit['read_first']) == (['roller', 'pen'], 4, 12, '7 d', '42 d', '30 d'), f'{fit}')
    shares = {share['id']: share['device'] for share in refit.program(stipple, 'shares')}
    require(shares == {'dark_patches_all': ['roller', 'pen'], 'dark_patches_dark': ['roller', 'pen'],
                       'tram_track': ['roller']}, f'{shares}')


# Parameters are read by the program under their whole name or the part behind a common beginning; the second fit of
# healing stands beside the first to be compared with it.
def every_parameter_is_read(stipple, root, refit):
    text = ''
    for folder, _, files in os.walk(os.path.join(root, 'src')):
        for name in files:
            with open(os.path.join(folder, name), encoding='utf-8') as file:
                text += file.read()
    for entry in refit.program(stipple, 'parameters'):
        name = entry['id']
        require(f'"{name}"' in text or f'("{name.removeprefix("uptake_")}"' in text
                or name.startswith(('depth_ratio_', 'healing_refit_', 'healing_rmse_')), f'{name}: nothing reads it')


# ---- the pool of acne scars ----

def acne(stipple, refit):
    trials, _, _ = refit.read(stipple)
    return refit.pools_of(trials)[('acne_scars', 'scar_severity', ())]


def acne_scars_are_pooled_from_six_studies(stipple, root, refit):
    studies = acne(stipple, refit)
    require([trial['id'] for trial, _, _ in studies] == [f'OT-A{i}' for i in range(1, 7)],
            f'the studies are {[trial["id"] for trial, _, _ in studies]}')
    for (_, _, change), printed in zip(studies, (44.6, 52.5, 55.1, 26.3, 9.3, 68.3)):
        near(100 * change, printed, 0.06, 'a change')
    raw, deviation, low, high = refit.interval([change for _, _, change in studies], True)
    for actual, expected in ((raw, 42.7), (deviation, 21.4), (low, -17), (high, 102)):
        near(100 * actual, expected, 0.5, 'the raw pool')
    _, sd, low, high = refit.interval([refit.logit(change) for _, _, change in studies], True)
    near(sd, 1.09, 0.005, 'the deviation of the logits')
    near(100 * refit.expit(low), 3, 0.5, 'the lower end')
    near(100 * refit.expit(high), 93, 0.5, 'the upper end')
    fine = [change for _, measure, change in studies if measure['quantitative']]
    mean, deviation, _, _ = refit.interval(fine, False)
    near(100 * mean, 55, 0.5, 'quantitative scales')
    near(100 * deviation, 10, 0.5, 'quantitative scales')


# The score of ten people with almost no change is on a scale of its own; with it the pool would be wider.
def the_low_score_left_out_would_widen_the_pool(stipple, root, refit):
    logits = [refit.logit(change) for _, _, change in acne(stipple, refit)] + [refit.logit(0.0855)]
    mean, _, low, high = refit.interval(logits, True)
    for actual, expected in ((mean, 33.4), (low, 1.9), (high, 92.8)):
        near(100 * refit.expit(actual), expected, 0.1, 'the pool of seven')


def nothing_else_is_a_pool(stipple, root, refit):
    trials, events, about = refit.read(stipple)
    text = refit.files_of(trials, events, about)['outcome.yaml'].split('pools_not_made:')[0]
    require(re.findall(r'- id: (\S+)', text) == ['acne_scars_needling', 'outcome_delay_d'], text)
    for use in ('melasma', 'striae', 'wrinkles', 'hair_loss'):
        sizes = [len(studies) for key, studies in refit.pools_of(trials).items() if key[0] == use]
        require(all(size < refit.STUDIES_MIN for size in sizes), f'{use}: {sizes}')


# Nobody may read of a use without learning whether there is a pool, or which studies make none.
def every_use_has_a_pool_or_says_why_not(stipple, root, refit):
    _, _, about = refit.read(stipple)
    trials = {trial['id']: trial for trial in refit.program(stipple, 'trials')}
    made = {fit['indication'] for fit in refit.program(stipple, 'fits')}
    missing = refit.program(stipple, 'pools_not_made')
    require(made | {one['indication'] for one in missing} == set(about['uses']), 'a use is left out')
    for one in missing:
        named = [trials[name] for name in one.get('trials', [])]
        require(len({tuple(trial['sources']) for trial in named}) == one['studies'], f'{one["id"]}: one study twice')
        for trial in named if 'family' in one else []:
            require(any(measure.get('family') == one['family'] and 'arm' not in measure for measure in trial['measures']),
                    f'{one["id"]}: {trial["id"]} is on another scale')
        said = one['because']['en']
        require(one['studies'] or said == 'No study of it was found.', f'{one["id"]}: {said}')
    for outcome in refit.program(stipple, 'outcomes'):
        require(('fit' in outcome) == (outcome['indication'] in made), f'{outcome["id"]}: another pool than the fits')


# Three studies of ours make a pool, two of them and one from memory do not, nor do three with needles that heat.
def a_pool_needs_three_studies_that_were_read(stipple, root, refit):
    def study(i, **more):
        return {'id': f'T{i}', 'indication': 'striae', 'status': 'seen', 'grade': 'B', 'sources': [f'S{i}'], 'n': 20,
                'sessions': 3, 'interval': '28 d', 'measures': [
                    {'scale': 'x', 'family': 'f', 'quantitative': True, 'baseline': 10, 'baseline_sd': 2,
                     'readings': [{'months': 1, 'mean': 4 + i, 'sd': 3}]}], **more}
    about = {'uses': ['striae'], 'scales': {}}
    for third, n in ((study(3), 1), (study(3, status='unverified'), 0), (study(3, design='pooled'), 0),
                     (study(3, treated='laser', indication=None), 0)):
        if third.get('indication', 1) is None:
            del third['indication']
        text = refit.files_of([study(1), study(2), third], [], about)['outcome.yaml']
        require(text.count('\n    sd: ') == n, f'{third}: {text}')
        require(('no_pool_striae_f' in text) == (n == 0), text)
    text = refit.files_of([study(i, device=['rf']) for i in (1, 2, 3)], [], about)['outcome.yaml']
    require('\n    sd: ' not in text and 'Needles that heat' in text and 'needs three' not in text, text)


# Inverse-variance weights with the spread between studies (DerSimonian and Laird 1986), and the interval of
# Hartung, Knapp, Sidik and Jonkman, over the studies that tell their deviations: a mean over n people of a
# ratio with spread cv has that spread over root n.
def weighing_the_studies_hardly_moves_the_pool(stipple, root, refit):
    ys, variances = [], []
    for trial, measure, change in acne(stipple, refit):
        spread = refit.patient_spread(measure)
        if spread:
            ys.append(math.log(change / (1 - change)))
            variances.append(spread ** 2 / trial['n'])
    require(len(ys) == 4, f'{len(ys)} studies tell their deviations')
    k, w = len(ys), [1 / v for v in variances]
    fixed = sum(a * b for a, b in zip(w, ys)) / sum(w)
    q = sum(a * (b - fixed) ** 2 for a, b in zip(w, ys))
    tau2 = max(0, (q - (k - 1)) / (sum(w) - sum(a * a for a in w) / sum(w)))
    w = [1 / (v + tau2) for v in variances]
    mean = sum(a * b for a, b in zip(w, ys)) / sum(w)
    half = 3.182446 * math.sqrt(sum(a * (b - mean) ** 2 for a, b in zip(w, ys)) / ((k - 1) * sum(w)))
    plain, _, low, high = refit.interval(ys, False)
    near(plain, mean, 0.05, 'the mean of the logits')
    near(low, mean - half, 0.1, 'its lower end')
    near(high, mean + half, 0.1, 'its upper end')


def the_delay_is_that_of_the_weekly_study(stipple, root, refit):
    trials, _, _ = refit.read(stipple)
    found = sorted(delay for delay, _ in refit.delays(trials, 'acne_scars'))
    near(found[0], 23.5, 0.1, 'the shorter delay')
    near(found[-1], 48.4, 0.1, 'the longer delay')


# Scores of 200000 simulated patients with a known spread give that spread back.
def the_spread_of_patients_is_found_again(stipple, root, refit):
    state = [12345]

    def draw():
        state[0] = (6364136223846793005 * state[0] + 1442695040888963407) % 2 ** 64
        return ((state[0] >> 12) + 0.5) / 2 ** 52

    def normal():
        return math.sqrt(-2 * math.log(draw())) * math.cos(2 * math.pi * draw())
    before = [10 * math.exp(0.2 * normal()) for _ in range(200000)]
    after = [score * 0.5 * math.exp(0.15 * normal()) for score in before]
    moments = []
    for scores in (before, after):
        mean = sum(scores) / len(scores)
        moments.append((mean, math.sqrt(sum((score - mean) ** 2 for score in scores) / len(scores))))
    measure = {'baseline': moments[0][0], 'baseline_sd': moments[0][1],
               'readings': [{'mean': moments[1][0], 'sd': moments[1][1]}]}
    near(refit.patient_spread(measure), 0.15 / 0.5, 0.02, 'the spread')


# ---- the statistics ----

# Midpoint sum of the density over x = s^2, which tames its end at 0.
def below(a, b, x, n=20000):
    log_front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    width = math.sqrt(x) / n
    return 2 * width * sum(math.exp(log_front + (2 * a - 1) * math.log(s) + (b - 1) * math.log1p(-s * s))
                           for s in ((i + 0.5) * width for i in range(n)))


def intervals_of_jeffreys_hold_their_shares(stipple, root, refit):
    for x, n, low, high in ((5, 30, 6.6, 32.7), (2, 30, 1.4, 19.8), (9, 30, 16, 47.6), (0, 23, 0, 10.3), (3, 22, 4, 32),
                            (0, 60, 0, 4.1), (0, 39, 0, 6.2), (0, 31, 0, 7.7), (1, 27, 0.4, 16.1), (7, 213, 1.5, 6.4),
                            (7, 60, 5.4, 21.5)):
        ends = refit.jeffreys(x, n)
        near(100 * ends[0], low, 0.11, f'{x} of {n}')
        near(100 * ends[1], high, 0.11, f'{x} of {n}')
        near(below(x + 0.5, n - x + 0.5, ends[1]), 0.975, 1e-6, f'{x} of {n}, what lies below')
    near(refit.jeffreys(30, 30)[1], 1, 0, 'everybody')


def quantiles_of_t_are_those_of_the_tables(stipple, root, refit):
    for df, expected in ((1, 12.7062047), (2, 4.3026527), (5, 2.5705818), (30, 2.0422725)):
        near(refit.t_at(df, 0.975), expected, 1e-6, f't with {df} degrees of freedom')


def main(stipple, root):
    sys.dont_write_bytecode = True
    refit = module_of(os.path.join(root, 'tools/refit'))
    tests = [the_files_are_what_refit_writes, the_files_name_the_trials_they_come_from,
             a_changed_trial_changes_the_files,
             both_fits_of_healing_lie_near_the_curves_and_each_other, the_words_of_a_risk_are_its_numbers,
             nothing_is_graded_above_what_it_rests_on, striae_say_what_was_counted, low_results_and_nulls_are_told,
             pools_tell_what_their_studies_had, every_parameter_is_read, acne_scars_are_pooled_from_six_studies,
             the_low_score_left_out_would_widen_the_pool, nothing_else_is_a_pool, every_use_has_a_pool_or_says_why_not, a_pool_needs_three_studies_that_were_read,
             weighing_the_studies_hardly_moves_the_pool, the_delay_is_that_of_the_weekly_study,
             the_spread_of_patients_is_found_again, intervals_of_jeffreys_hold_their_shares,
             quantiles_of_t_are_those_of_the_tables]
    n_failed = 0
    for test in tests:
        try:
            test(stipple, root, refit)
            print(f'ok      {test.__name__}')
        except (Breach, subprocess.CalledProcessError) as why:
            n_failed += 1
            print(f'FAILED  {test.__name__}: {why}')
    return 1 if n_failed else 0


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit('usage: test_refit.py STIPPLE ROOT')
    sys.exit(main(*sys.argv[1:]))
