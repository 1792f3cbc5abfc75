// Tell: wishes that cannot both be met, what is to do, what is to know, and where sources disagree.
// SPDX-License-Identifier: Apache-2.0
import { dayWords } from '../base/day.js';
import { say, sayCapital, sayCode } from '../base/texts.js';
import { Fold } from '../parts/fold.jsx';
import { pickTasks } from './pick.js';

export function Clashes({ plan }) {
  if (plan.clashes.length === 0) return null;
  return (
    <section class="plan-clash note" aria-labelledby="plan-clash-heading">
      <h3 id="plan-clash-heading">{say('report.conflicts')}</h3>
      <ul>{plan.clashes.map(({ one, other, text, way_out: ways }) => (
        <li key={`${one} ${other}`}>
          <p class="plan-pair"><b>{sayCapital(sayCode('limits', one))}</b> <span>{say('web.plan.against')}</span> <b>{sayCode('limits', other)}</b></p>
          <p>{text}</p>
          <p>{say('clash.ways', { ways })}</p>
        </li>
      ))}</ul>
    </section>
  );
}

export function Tasks({ plan }) {
  const tasks = pickTasks(plan);
  if (tasks.length === 0) return null;
  return (
    <section class="card plan-tasks" aria-labelledby="plan-tasks-heading">
      <h3 id="plan-tasks-heading">{say('web.plan.tasks')}</h3>
      <ul>{tasks.map(({ date, kind, text }) => <li key={`${date} ${text}`} data-kind={kind}><b>{dayWords(date)}</b> {text}</li>)}</ul>
    </section>
  );
}

// Told at the top or in a card already.
const ELSEWHERE = ['plan.price', 'plan.waits', 'plan.complete', 'adopt.', 'safety.rf', 'clinic.invented'];

export function Know({ plan }) {
  const remarks = plan.remarks.filter(({ id }) => !ELSEWHERE.some((start) => id.startsWith(start)));
  const all = [...(plan.series?.disagreement ?? []), ...plan.disagreement];
  const disputes = all.filter((row, i) => all.findIndex(({ id }) => id === row.id) === i);
  const sourced = (sources) => sources?.length > 0 && <small>{sources.map((key) => plan.sources[key]?.text ?? key).join('; ')}</small>;
  return (
    <>
      {remarks.length > 0 && (
        <Fold id="plan-know" heading={say('report.remarks')}>
          <ul class="plan-know">{remarks.map(({ id, text, sources }) => <li key={`${id} ${text}`}>{text} {sourced(sources)}</li>)}</ul>
        </Fold>
      )}
      {disputes.length > 0 && (
        <Fold id="plan-disputes" heading={say('report.disagreement')}>
          <ul class="plan-know">{disputes.map(({ id, text, sources }) => <li key={id}><span class="soft">{id}</span> {text} {sourced(sources)}</li>)}</ul>
        </Fold>
      )}
    </>
  );
}
