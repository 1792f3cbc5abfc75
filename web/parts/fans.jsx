// fans: what follows a treatment, as curves with their bands: recovery by day, the result by month,
// channels closing. Each shows the newest plan, or nothing where the plan has nothing of it.
// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';

import { curveOf, curveQuantities } from '../base/curve.js';
import { quantityHasRange, quantityParse, quantityRange, quantityValue } from '../base/quantity.js';
import { say, sayCapital, sayCode } from '../base/texts.js';
import { plan } from '../state/answer.js';
import { doc } from '../state/file.js';
import { hours } from '../state/view.js';
import { Fan } from './chart.jsx';
import { Quantity } from './quantity.jsx';

const DAY_H = 24;
const SMALL = 0.005;   // of a share: what a picture cannot show

const of100 = (value) => String(Math.round(100 * value));

function words(q, as) {
  return quantityHasRange(q) ? say('web.fan.value', { value: quantityValue(q, as), range: quantityRange(q, as) }) : quantityValue(q, as);
}

// The middle, the band of half of the cases, and that of 95 of 100.
function cells(q, as) {
  const half = q.p25 === undefined ? '' : quantityRange({ ...q, low: q.p25, high: q.p75 }, as);
  return [q.predictable ? quantityValue(q, as) : say('web.unforeseen'), half, quantityRange(q, as)];
}
const headsOf = (first) => [first, say('web.fan.head.middle'), say('web.fan.head.half'), say('web.fan.head.most')];

// The first, the middle and the last place, in words.
function aboutOf(caption, x, xWords, said) {
  const places = [0, Math.floor(x.length / 2), x.length - 1];
  return `${caption}. ${places.map((i) => `${sayCapital(xWords(x[i]))}: ${said(i)}.`).join(' ')}`;
}

const DAYS = {
  redness: { about: ['downtime', 'redness'], as: 'people' },
  sensitivity: { about: ['aftercare'], as: 'people' },
  barrier: { about: ['closure'], as: 'percent' },
};
const dayWords = (day) => say('web.fan.day', { n: day });

// The longest redness that was wished for, as a mark.
function wishMarks(what) {
  const wish = what === 'redness' ? quantityParse(doc.value?.limits?.downtime ?? '') : null;
  return wish === null ? [] : [{ at: wish.value, label: say('web.fan.wish') }];
}

function DayFan({ days, what, height }) {
  const { about, as } = DAYS[what], x = days.map((row) => row.day), quantities = days.map((row) => row[what]);
  const caption = say(`web.fan.${what}`), said = (i) => words(quantities[i], as);
  return (
    <Fan caption={caption} about={aboutOf(caption, x, dayWords, said)} x={x} {...curveOf(quantities)} yMax={1} height={height}
      xUnit={say('web.fan.days')} yUnit={say(`web.fan.${as}`)} xTicks={[0, 1, 3, 5, 7, 10, 14, 21, 28]} yShort={of100}
      xWords={(day) => sayCapital(dayWords(day))} words={said} marks={wishMarks(what)}
      cursor={hours.value > 0 ? hours.value / DAY_H : undefined} onPoint={(i) => { hours.value = DAY_H * x[i]; }}
      read={(i) => <Quantity q={quantities[i]} as={as} isBand what={`${caption}, ${dayWords(x[i])}`} about={about} />}
      note={days[0][what].because} heads={headsOf(say('web.fan.head.day'))} rows={() => quantities.map((q, i) => [dayWords(x[i]), ...cells(q, as)])} />
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
  const caption = say('web.fan.result', { what: sayCapital(sayCode('indications', indication)), zones: zones.map((zone) => sayCode('zones', zone)).join(', ') });
  const known = months.filter((month) => month.low !== undefined), [{ because }] = months;
  if (known.length < 2) return <div class="fan"><p class="fan-name">{caption}</p><p class="note">{because}</p></div>;
  const isHatched = known.some((month) => !month.predictable), { line, bands } = curveOf(known), x = known.map((month) => month.month);
  const said = (i) => (isHatched ? say('web.fan.unforeseen', { range: quantityRange(known[i], 'people') }) : words(known[i], 'people'));
  return (
    <Fan caption={caption} about={aboutOf(caption, x, monthWords, said)} x={x} line={isHatched ? line.map(() => null) : line} bands={bands}
      isHatched={isHatched} yMax={1} height={height} xUnit={say('web.fan.after_last')} yUnit={say('web.fan.less')} xTicks={x} yShort={of100}
      xWords={(n) => sayCapital(monthWords(n))} words={said}
      read={(i) => <>{isHatched && say('web.unforeseen')} <Quantity q={known[i]} as="people" isBand what={`${caption}, ${monthWords(x[i])}`} about={['outcome', indication]} /></>}
      note={isHatched ? <><b>{sayCapital(say('web.unforeseen'))}.</b> {because}</> : because}
      heads={headsOf(say('web.fan.head.month'))} rows={() => known.map((q, i) => [monthWords(x[i]), ...cells(q, 'people')])} />
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
export function OpenFan({ zone: { open }, height }) {
  if (!open) return null;
  const n = openUntil(open), x = open.x.slice(0, n), quantities = curveQuantities(open).slice(0, n), caption = say('web.fan.open');
  const hourWords = (h) => say(h === 1 ? 'web.fan.hour' : 'web.fan.hours', { n: h }), said = (i) => words(quantities[i], 'percent');
  return (
    <Fan caption={caption} about={aboutOf(caption, x, hourWords, said)} x={x} {...curveOf(quantities)} yMax={1} height={height}
      xUnit={say('web.fan.hours_after')} yUnit={say('web.fan.opening')} yShort={of100} xWords={(h) => sayCapital(hourWords(h))} words={said}
      cursor={hours.value > 0 ? hours.value : undefined} onPoint={(i) => { hours.value = x[i]; }}
      read={(i) => <Quantity q={quantities[i]} as="percent" isBand what={`${caption}, ${hourWords(x[i])}`} about={['closure']} />}
      note={open.because} heads={headsOf(say('web.fan.head.hour'))} rows={() => quantities.map((q, i) => [hourWords(x[i]), ...cells(q, 'percent')])} />
  );
}

// How deep the punctures of a zone of the plan go.
export function SpreadFan({ zone: { depth_spread: spread }, height }) {
  if (!spread) return null;
  const { x } = spread, quantities = curveQuantities(spread), caption = say('web.fan.spread');
  const depth = (mm) => quantityValue({ unit: spread.x_unit, value: mm }), said = (i) => words(quantities[i], 'people');
  return (
    <Fan caption={caption} about={aboutOf(caption, x, depth, said)} x={x} {...curveOf(quantities)} height={height}
      xUnit={say('web.fan.depth', { unit: spread.x_unit })} yUnit={say('web.fan.punctures')} yShort={of100} xWords={depth} words={said}
      read={(i) => <Quantity q={quantities[i]} as="people" isBand what={`${caption}, ${depth(x[i])}`} about={['depth']} />}
      note={spread.because} heads={headsOf(say('web.fan.head.depth'))} rows={() => quantities.map((q, i) => [depth(x[i]), ...cells(q, 'people')])} />
  );
}
