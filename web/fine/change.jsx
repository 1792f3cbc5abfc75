// Change: what the newest move of a setting changed in the plan, in a line. What nobody could tell in
// one person is called so, and what stayed is named.
// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'preact/hooks';

import { dayWords } from '../base/day.js';
import { quantityHasValue, quantityRange, quantityValue } from '../base/quantity.js';
import { say, sayCapital, sayCode } from '../base/texts.js';
import { Quantity } from '../parts/quantity.jsx';
import { isOld, isStale, plan } from '../state/answer.js';
import { doc, file } from '../state/file.js';
import { told } from '../state/view.js';
import { compare, compareOf } from './compare.js';
import { watched } from './watch.js';

const TELL_MS = 700;   // after the last move
const AS = { coverage: 'percent', below: 'people', result: 'people' };
const isQuantity = (x) => typeof x === 'object' && x !== null;

function valueOf({ what }, x) {
  if (x === null || x === undefined) return say('web.fine.change.none');
  if (isQuantity(x)) return quantityHasValue(x) ? quantityValue(x, AS[what]) : quantityRange(x, AS[what]);
  return what === 'last' ? dayWords(x) : String(x);
}

function nameOf({ what, zone }, isMany) {
  const name = say(what === 'last' ? 'web.fine.last_visit' : `web.fine.${what}`);
  return isMany && zone ? say('web.fine.of', { what: name, zone: sayCode('zones', zone) }) : name;
}

// "density 892 per cm² → 1120 per cm²; ...": who cannot see it hears the same.
function plainly(label, rows, isMany) {
  const of = (state) => compareOf(rows, state), names = (list) => list.map((row) => nameOf(row, isMany)).join(', ');
  const moved = of('changed').map((row) => say('web.fine.change.to', { what: nameOf(row, isMany), from: valueOf(row, row.from), to: valueOf(row, row.to) }));
  if (of('noise').length > 0) moved.push(say('web.fine.change.noise', { what: names(of('noise')) }));
  if (of('same').length > 0) moved.push(say('web.fine.change.same', { what: names(of('same')) }));
  return `${label}. ${sayCapital(moved.join('; '))}.`;
}

function Moved({ row, isMany }) {
  const { from, to, about } = row, name = nameOf(row, isMany);
  return (
    <li>
      <span class="fine-name">{name}</span> <span class="fine-from">{valueOf(row, from)}</span> <span aria-hidden="true">→</span>{' '}
      {isQuantity(to) ? <Quantity q={to} what={name} about={about} as={AS[row.what]} /> : <b>{valueOf(row, to)}</b>}
    </li>
  );
}

// `group`: the zone whose settings stand here, or '' for the whole course.
export function Change({ group }) {
  const change = watched.value, isHere = change !== null && change.group === group && change.file === file.value && change.plan !== null;
  const isBack = isHere && change.doc === doc.value, isAsking = isHere && !isBack && isStale.value;
  const rows = isHere && !isBack && plan.value ? compare(change.plan, plan.value) : [], isMany = (plan.value?.zones.length ?? 0) > 1;
  const words = isHere && !isBack && !isAsking ? plainly(change.label, rows, isMany) : null;
  useEffect(() => {
    if (words === null) return undefined;
    const later = setTimeout(() => { told.value = words; }, TELL_MS);
    return () => clearTimeout(later);
  }, [words]);
  if (!isHere) return <p class="fine-change" hidden />;
  // No answer has come since: what will follow is not known, and nothing is called unchanged.
  if (isAsking && change.plan === plan.value) return <p class="fine-change"><b>{change.label}:</b> <span class="soft fine-waiting">{say('web.fine.change.waiting')}</span></p>;
  if (isBack) return <p class="fine-change">{say('web.fine.change.back', { what: change.label })}</p>;
  const of = (state) => compareOf(rows, state), names = (state) => of(state).map((row) => nameOf(row, isMany)).join(', ');
  return (
    <div class="fine-change" data-old={isAsking && isOld.value} role="group" aria-label={change.label} tabIndex={0}>
      <b>{change.label}:</b>
      <ul>
        {of('changed').map((row) => <Moved key={`${row.what} ${row.zone}`} row={row} isMany={isMany} />)}
        {of('noise').length > 0 && <li class="soft">{say('web.fine.change.noise', { what: names('noise') })}</li>}
        {of('same').length > 0 && <li class="soft fine-same">{say('web.fine.change.same', { what: names('same') })}</li>}
      </ul>
    </div>
  );
}
