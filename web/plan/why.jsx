// Why: what stands behind a number: what kind it is, its band to scale and in words, what it rests
// on, and who disagrees. The person reads the same without letters and ids.
// SPDX-License-Identifier: Apache-2.0
import { quantityHasRange, quantityHasValue, quantityRange, quantityValue } from '../base/quantity.js';
import { say, sayCapital } from '../base/texts.js';
import { Dialog } from '../parts/dialog.jsx';
import { plan } from '../state/answer.js';
import { reader } from '../state/view.js';
import { disputesOf } from './dispute.js';
import { Evidence } from './evidence.jsx';
import { Strip } from './strip.jsx';

// "Half lie between 1 and 2 days, 95 of 100 between 0.2 and 9 days."
function bandSaid(q, as) {
  const span = (low, high) => quantityRange({ ...q, low, high, value: low }, as);
  const has = (a, b) => typeof q[a] === 'number' && typeof q[b] === 'number';
  const wide = has('p2_5', 'p97_5') ? span(q.p2_5, q.p97_5) : null, half = has('p25', 'p75') ? span(q.p25, q.p75) : null;
  if (half && wide) return say('web.plan.why.bands', { half, wide });
  if (wide) return say('web.plan.why.interval', { wide });
  return say('web.plan.why.range', { range: quantityRange(q, as) });
}

// How strong, in words; the letter beside it for who reads studies.
function graded(grade, isPerson) {
  if (!grade) return '';
  return isPerson ? say(`web.plan.grade.${grade}`) : say('web.plan.grade', { grade, words: say(`web.plan.grade.${grade}`) });
}

// A price list or what the person said is no evidence, and has no grade.
const OWN = new Set(['clinic', 'patient']);
const isOwn = (keys) => keys.every((key) => OWN.has(key));

const joined = (...parts) => parts.filter(Boolean).join('; ');

function Source({ id, isPerson }) {
  const source = plan.value?.sources?.[id];
  return (
    <li>
      <p>{source?.text ?? id}</p>
      {source && !isOwn([id]) && <p class="soft">{sayCapital(joined(graded(source.grade, isPerson), source.status && say(`triage.status.${source.status}`)))}{!isPerson && ` [${id}]`}</p>}
      {!isPerson && !isOwn([id]) && <Evidence id={id} />}
    </li>
  );
}

function Dispute({ row, isPerson }) {
  return (
    <li>
      <p>{row.text}</p>
      <p class="soft">{row.sources.map((key) => plan.value?.sources?.[key]?.text ?? key).join('; ')}{!isPerson && ` [${row.id}]`}</p>
      {!isPerson && <Evidence id={row.id} isDispute />}
    </li>
  );
}

export function Why({ q, what, about = [], as }) {
  const isPerson = reader.value === 'person', hasRange = quantityHasRange(q), hasValue = quantityHasValue(q);
  const { about: straight, near } = disputesOf(plan.value ?? {}, q, about);
  const rows = (list) => <ul class="why-list">{list.map((row) => <Dispute key={row.id} row={row} isPerson={isPerson} />)}</ul>;
  return (
    <Dialog id="why" heading={sayCapital(what)} className="why">
      <p class="why-value">{hasValue ? quantityValue(q, as) : sayCapital(say('web.unforeseen'))}
        {hasRange && <span class="band"> {quantityRange(q, as)}</span>}</p>
      {hasRange && <Strip q={q} as={as} label={say('web.range', { range: quantityRange(q, as) })} />}
      <p>{hasRange ? bandSaid(q, as) : typeof q.value === 'number' ? say('web.plan.why.no_range') : say('web.plan.why.no_number')}</p>
      <p class="why-kind" data-kind={q.kind}><b>{sayCapital(say(`web.kind.${q.kind}`))}.</b> {say(`web.plan.why.kind.${q.kind}`)}</p>
      {(q.grade || q.status) && !isOwn(q.sources) && <p class="soft">{sayCapital(joined(graded(q.grade, isPerson), q.status && say(`triage.status.${q.status}`)))}</p>}
      {q.predictable === false && <p class="note">{say('web.plan.why.unforeseen')}</p>}
      {q.because && <p>{q.because}</p>}
      <h3>{say('heading.sources')}</h3>
      <ul class="why-list">{q.sources.map((id) => <Source key={id} id={id} isPerson={isPerson} />)}</ul>
      {straight.length > 0 && <><h3>{say('heading.disagreement')}</h3>{rows(straight)}</>}
      {near.length > 0 && <><h3>{say('web.plan.why.near')}</h3>{rows(near)}</>}
    </Dialog>
  );
}
