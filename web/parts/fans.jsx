// fans: what follows a treatment, as curves with their bands: recovery by day, the result by month,
// channels closing. Each shows the newest plan, or nothing where the plan has nothing of it.
// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';

import { curveOf, curveQuantities } from '../base/curve.js';
import { quantityHasRange, quantityOf100, quantityParse, quantityRange, quantityValue } from '../base/quantity.js';
import { say, sayCapital, sayCode } from '../base/texts.js';
import { plan } from '../state/answer.js';
import { doc } from '../state/file.js';
import { hours } from '../state/view.js';
import { Fan } from './chart.jsx';
import { Quantity } from './quantity.jsx';

const DAY_H = 24;
const SMALL = 0.005;   // of a share: what a picture cannot show

const of100 = (value) => String(Math.round(100 * value));
const words = (q) => (quantityHasRange(q) ? say('web.fan.value', { value: quantityValue(q), range: quantityRange(q) }) : quantityValue(q));
const half = (q) => (q.p25 === undefined ? '' : quantityRange({ ...q, low: q.p25, high: q.p75 }));

// The first, the middle and the last place, in words.
function aboutOf(caption, x, xWords, said) {
  const places = [0, Math.floor(x.length / 2), x.length - 1];
  return `${caption}. ${places.map((i) => `${sayCapital(xWords(x[i]))}: ${said(i)}.`).join(' ')}`;
}

const DAYS = {
  redness: { about: ['downtime', 'redness'] }, sensitivity: { about: ['aftercare'] }, barrier: { about: ['closure'] },
};
const dayWords = (day) => say('web.fan.day', { n: day });

// The longest redness that was wished for, as a mark.
function wishMarks(what) {
  const wish = what === 'redness' ? quantityParse(doc.value?.limits?.downtime ?? '') : null;
  return wish === null ? [] : [{ at: wish.value, label: say('web.fan.wish') }];
}

function DayFan({ days, what, height }) {
  const x = days.map((row) => row.day), quantities = days.map((row) => quantityOf100(row[what]));
  const caption = say(`web.fan.${what}`), is = (day) => sayCapital(dayWords(day));
  const rows = quantities.map((q, i) => [dayWords(x[i]), quantityValue(q), half(q), quantityRange(q)]);
  return (
    <Fan caption={caption} x={x} {...curveOf(days.map((row) => row[what]))} yMax={1} yUnit={say(what === 'barrier' ? 'web.fan.parts' : 'web.fan.people')} height={height}
      xWords={is} xUnit={say('web.fan.days')} xTicks={[0, 1, 3, 5, 7, 10, 14, 21, 28]} yShort={of100}
      about={aboutOf(caption, x, dayWords, (i) => words(quantities[i]))} words={(i) => words(quantities[i])}
      read={(i) => <Quantity q={quantities[i]} what={`${caption}, ${dayWords(x[i])}`} about={DAYS[what].about} />}
      marks={wishMarks(what)} cursor={hours.value > 0 ? hours.value / DAY_H : undefined} onPoint={(i) => { hours.value = DAY_H * x[i]; }}
      note={days[0][what].because} heads={[say('web.fan.head.day'), say('web.fan.head.middle'), say('web.fan.head.half'), say('web.fan.head.most')]} rows={rows} />
  );
}

// Redness, tenderness, the barrier: one at a time.
export function RecoveryFan({ id = 'recovery', height }) {
  const [what, setWhat] = useState('redness');
  const days = plan.value?.course?.days ?? [];
  if (days.length === 0) return null;
  return (
    <div class="fans">
      <div class="fan-kinds" role="group" aria-label={say('web.fan.kinds')}>
        {Object.keys(DAYS).map((kind) => (
          <button type="button" key={kind} id={`${id}-${kind}`} aria-pressed={kind === what} onClick={() => setWhat(kind)}>{say(`web.fan.${kind}.short`)}</button>
        ))}
      </div>
      <DayFan key={what} days={days} what={what} height={height} />
    </div>
  );
}

const monthWords = (n) => say(n === 1 ? 'web.fan.month' : 'web.fan.months', { n });

// [{indication, zones, months}]: zones whose months are the same share a picture.
function groupsOf(months) {
  const groups = new Map();
  for (const month of months) {
    const key = `${month.zone} ${month.indication}`;
    if (!groups.has(key)) groups.set(key, { indication: month.indication, zones: [month.zone], months: [] });
    groups.get(key).months.push(month);
  }
  const merged = new Map();
  for (const group of groups.values()) {
    const words = JSON.stringify([group.indication, group.months.map(({ zone, ...rest }) => rest)]);
    if (merged.has(words)) merged.get(words).zones.push(...group.zones);
    else merged.set(words, group);
  }
  return [...merged.values()];
}

// What cannot be foretold keeps its interval, and has no middle.
function MonthFan({ group: { indication, zones, months }, height }) {
  const name = say('web.fan.result', { what: sayCapital(sayCode('indications', indication)), zones: zones.map((zone) => sayCode('zones', zone)).join(', ') });
  const known = months.filter((month) => month.low !== undefined), [first] = months;
  if (known.length < 2) return <div class="fan"><p class="fan-name">{name}</p><p class="note">{first.because}</p></div>;
  const isHatched = known.some((month) => !month.predictable);
  const { line, bands } = curveOf(known), x = known.map((month) => month.month), quantities = known.map(quantityOf100);
  const said = (i) => (isHatched ? say('web.fan.unforeseen', { range: quantityRange(quantities[i]) }) : words(quantities[i]));
  const rows = quantities.map((q, i) => [monthWords(x[i]), isHatched ? say('web.fan.not') : quantityValue(q), half(q), quantityRange(q)]);
  return (
    <Fan caption={name} x={x} line={isHatched ? line.map(() => null) : line} bands={bands} yMax={1} yUnit={say('web.fan.less')} height={height}
      xWords={(n) => sayCapital(monthWords(n))} xUnit={say('web.fan.after_last')} xTicks={x} yShort={of100} isHatched={isHatched}
      about={aboutOf(name, x, monthWords, said)} words={said}
      read={(i) => <>{isHatched && <b>{say('web.fan.not')}</b>} <Quantity q={quantities[i]} what={`${name}, ${monthWords(x[i])}`} about={['outcome', indication]} isRange={isHatched} /></>}
      note={isHatched ? <><b>{sayCapital(say('web.fan.not'))}.</b> {first.because}</> : first.because}
      heads={[say('web.fan.head.month'), say('web.fan.head.middle'), say('web.fan.head.half'), say('web.fan.head.most')]} rows={rows} />
  );
}

export function ImprovementFan({ height }) {
  const months = plan.value?.course?.months ?? [];
  return months.length === 0 ? null
    : <div class="fans">{groupsOf(months).map((group) => <MonthFan key={`${group.zones} ${group.indication}`} group={group} height={height} />)}</div>;
}

// The axis ends where all but nothing is open any more.
function openUntil(curve) {
  const last = curve.p97_5.findLastIndex((value) => value > SMALL);
  return Math.min(curve.x.length, Math.max(2, last + 2));
}

// Channels of a zone of the plan closing over hours.
export function OpenFan({ zone, height }) {
  const { open } = zone;
  if (!open) return null;
  const n = openUntil(open), cut = curveQuantities(open).slice(0, n), x = open.x.slice(0, n), quantities = cut.map(quantityOf100);
  const caption = say('web.fan.open'), hourWords = (h) => say(h === 1 ? 'web.fan.hour' : 'web.fan.hours', { n: h });
  const rows = quantities.map((q, i) => [hourWords(x[i]), quantityValue(q), half(q), quantityRange(q)]);
  return (
    <Fan caption={caption} x={x} {...curveOf(cut)} yMax={1} yUnit={say('web.fan.opening')} xUnit={say('web.fan.hours_after')} height={height}
      xWords={(h) => sayCapital(hourWords(h))} yShort={of100} about={aboutOf(caption, x, hourWords, (i) => words(quantities[i]))} words={(i) => words(quantities[i])}
      read={(i) => <Quantity q={quantities[i]} what={`${caption}, ${hourWords(x[i])}`} about={['closure']} />}
      cursor={hours.value > 0 ? hours.value : undefined} onPoint={(i) => { hours.value = x[i]; }} note={open.because}
      heads={[say('web.fan.head.hour'), say('web.fan.head.middle'), say('web.fan.head.half'), say('web.fan.head.most')]} rows={rows} />
  );
}
