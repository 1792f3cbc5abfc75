// Strips: a band drawn to scale, people out of 100 as dots, and the days after a treatment.
// SPDX-License-Identifier: Apache-2.0
import { say } from '../base/texts.js';
import { dayBrief } from '../base/day.js';
import { quantityPeople, quantityRange, quantityValue } from '../base/quantity.js';
import { stripIsShare, stripOf, stripPeople } from './strip.js';

// The numbers at its ends run as numbers do, whichever way the words run.
export function Strip({ q, as, label }) {
  const strip = stripOf(q);
  if (!strip) return null;
  const { outer, inner, at } = strip, isSure = q.predictable !== false;
  // Under a share the ends of its scale, under anything else those of the band.
  const [low, high, start, rest] = stripIsShare(q) ? [0, 1, 0, 0] : [q.low, q.high, outer.start, 100 - outer.start - outer.size];
  const end = (value) => quantityValue({ ...q, value, predictable: true }, as);
  return (
    <div class="plan-strip" dir="ltr" data-open={!isSure}>
      <svg viewBox="0 0 100 12" preserveAspectRatio="none" role="img" aria-label={label}>
        <rect class="plan-strip-line" x="0" y="5.6" width="100" height="0.8" />
        <rect class="plan-strip-outer" x={outer.start} y="2.5" width={Math.max(outer.size, 0.6)} height="7" />
        {inner && <rect class="plan-strip-inner" x={inner.start} y="2.5" width={Math.max(inner.size, 0.6)} height="7" />}
        {at !== null && <rect class="plan-strip-at" x={at - 0.4} y="0.5" width="0.8" height="11" />}
      </svg>
      <p class="plan-strip-ends" aria-hidden="true" style={{ paddingInline: `${start}% ${rest}%` }}><span>{end(low)}</span><span>{end(high)}</span></p>
    </div>
  );
}

// Filled: the low end. Ringed: what the interval leaves open.
export function Dots({ q, label }) {
  const { low, high } = quantityPeople(q);
  return (
    <svg class="plan-dots" viewBox="0 0 200 50" role="img"
      aria-label={say('web.plan.dots', { what: label, low, high })}>
      {stripPeople({ low, high }).map(({ x, y, kind }) => (
        <circle key={`${x} ${y}`} class={kind} cx={5 + 10 * x} cy={5 + 10 * y} r={kind === 'not' ? 2 : 3.6} />
      ))}
    </svg>
  );
}

const TALL = 60, WIDE = 30, GAP = 6;
const MARKS = { no: '×', better_not: '~', yes: '✓' };

// Redness and make-up by day: the light part of a column is the band over studies, its dark edge
// the middle. `days` as the plan has them; the caption is a word on what it shows.
export function Days({ days }) {
  if (days.length === 0) return null;
  const width = days.length * (WIDE + GAP) - GAP;
  const told = days.map(({ day, redness }) => say('web.plan.day.told', { n: day, range: quantityRange(redness, 'people') }));
  return (
    <div class="plan-days">
      <svg viewBox={`0 0 ${width} ${TALL + 1}`} role="img" aria-label={say('web.plan.days.told', { days: told.join('; ') })}>
        <line class="plan-days-base" x1="0" x2={width} y1={TALL + 0.5} y2={TALL + 0.5} />
        {days.map(({ day, redness }, i) => {
          const x = i * (WIDE + GAP), y = (share) => TALL * (1 - share);
          return (
            <g key={day}>
              <rect class="plan-days-band" x={x} y={y(redness.high)} width={WIDE} height={Math.max(0.5, TALL * (redness.high - redness.low))} />
              <rect class="plan-days-sure" x={x} y={y(redness.low)} width={WIDE} height={TALL * redness.low} />
              <rect class="plan-days-at" x={x} y={Math.min(TALL - 1.5, y(redness.value))} width={WIDE} height="2" />
            </g>
          );
        })}
      </svg>
      <ol class="plan-days-row" style={{ '--n': days.length }} aria-hidden="true">
        {days.map(({ day, date, make_up: makeUp }) => (
          <li key={day} title={dayBrief(date)}><span>{day}</span>{makeUp && <b data-make-up={makeUp}>{MARKS[makeUp]}</b>}</li>
        ))}
      </ol>
    </div>
  );
}
