// Cards: dates, the days after, the result, the price. Each leads one tap deeper.
// SPDX-License-Identifier: Apache-2.0
import { dayBrief, dayWords } from '../base/day.js';
import { say, sayCapital, sayCode } from '../base/texts.js';
import { theirsBare } from '../base/theirs.js';
import { Quantity } from '../parts/quantity.jsx';
import { unfold } from '../state/view.js';
import { pickCount, pickDates, pickDay, pickEnds, pickMakeUp, pickNext, pickResults, pickReview, pickText } from './pick.js';
import { Days, Strip } from './strip.jsx';

const FEW_DAYS = 9, FEW_LINES = 3, FEW_WORDS = 4;

// Unfolds a part further down and takes the reader there.
export function lead(id) {
  unfold(id, true);
  requestAnimationFrame(() => {
    const button = document.querySelector(`#fold-${id} [aria-expanded]`);
    button?.focus({ preventScroll: true });
    button?.scrollIntoView({ block: 'start', behavior: 'auto' });
  });
}

export function Card({ id, heading, more, moreId, children }) {
  return (
    <section class="card plan-card" id={`plan-${id}`} aria-labelledby={`plan-${id}-heading`}>
      <h3 id={`plan-${id}-heading`}>{heading}</h3>
      {children}
      {more && <button type="button" class="quiet plan-more" onClick={() => lead(moreId)}>{more}<span class="chevron" aria-hidden="true" /></button>}
    </section>
  );
}

const reviewOf = (plan) => pickReview(plan, [say('plan.read_spot'), say('plan.first_possible')]);
const remarksOf = (plan, prefix) => plan.remarks.filter(({ id }) => id.startsWith(prefix));

// The first sentence: all of it stands among what is to do.
const firstOf = (text) => text.replace(/\. .*$/s, '.');

export function Dates({ plan }) {
  const next = pickNext(plan), { planned, given, last } = pickCount(plan);
  const review = reviewOf(plan), upkeep = pickDay(plan, 'maintenance'), before = pickDay(plan, 'preparation');
  const many = !given ? 'page.card.planned' : !planned ? 'page.card.given' : 'page.card.planned_given';
  return (
    <Card id="dates" heading={say('heading.dates')} more={next ? say('web.plan.more.dates') : null} moreId="plan-dates">
      {next ? (
        <p class="plan-big"><span class="soft">{say('page.card.next')}</span> <b>{dayWords(next.date)}</b>
          <span class="plan-sub">{pickText(plan, next.date)}</span></p>
      ) : null}
      <ul class="plan-lines">
        {next && before && <li><b>{dayBrief(before.date)}</b> {firstOf(before.text)}</li>}
        {planned + given > 0 && <li>{say(many, { planned, given })}</li>}
        {planned + given > 1 && <li>{say('page.card.last')} <b>{dayWords(last)}</b></li>}
        {plan.series?.interval && next && (
          <li class="plan-flush">{say('web.plan.interval')}: <Quantity q={plan.series.interval} what={say('web.plan.interval')} about={['interval']} isBand /></li>
        )}
        {plan.series?.count && next && (
          <li class="plan-flush">{say('web.plan.count')}: <Quantity q={plan.series.count} what={say('web.plan.count')} about={['sessions']} isBand /></li>
        )}
        {review && (next || given > 0) && <li>{say(next ? 'page.card.judge' : 'page.card.review')} <b>{dayWords(review.date)}</b></li>}
        {!next && given === 0 && pickDates(plan).told.map(({ date, text }) => <li key={text}><b>{dayWords(date)}</b> {theirsBare(plan, text)}</li>)}
        {upkeep && <li><b>{dayBrief(upkeep.date)}</b> {upkeep.text}</li>}
        {next && plan.numbing?.parts > 1 && <li>{say('page.card.visits', { n: plan.numbing.parts })}</li>}
        {remarksOf(plan, 'plan.waits').map(({ id, text }) => <li key={id} class="plan-waits">{text}</li>)}
      </ul>
    </Card>
  );
}

// The first lines of what is left off, by the day it ends.
function Avoid({ plan }) {
  const ends = pickEnds(plan).filter(({ day, donts }) => day && donts.length).slice(0, FEW_LINES);
  if (ends.length === 0) return null;
  return (
    <div>
      <h4>{say('sheet.leave_out')}</h4>
      <dl class="plan-avoid">
        {ends.map(({ day, donts }) => (
          <div key={day}><dt>{say('word.until', { date: dayBrief(day) })}</dt>
            <dd>{donts.slice(0, FEW_WORDS).map(({ id, text }) => short(id, text)).join('; ')}{donts.length > FEW_WORDS ? ' …' : ''}</dd></div>
        ))}
      </dl>
    </div>
  );
}

// The short words of a line of the aftercare, where it has some.
export function short(id, text) {
  for (const list of ['sheet_not', 'sheet_again', 'sheet_do']) {
    const words = sayCode(list, id);
    if (words !== id.replaceAll('_', ' ')) return words;
  }
  return text.replace(/\.$/, '');
}

export function After({ plan }) {
  const { days, downtime } = plan.course, makeUp = pickMakeUp(plan), next = pickNext(plan);
  const red = plan.risks.find(({ id }) => id === 'redness');
  const drawn = days.filter(({ redness }) => redness).slice(0, FEW_DAYS);
  return (
    <Card id="after" heading={say('page.card.after')} more={days.length ? say('web.plan.more.after') : null} moreId="plan-after">
      {downtime && next && (
        <p class="plan-big"><span class="soft">{say('page.card.red')}</span> <Quantity q={downtime} what={say('web.plan.downtime')} about={['redness']} isBand /></p>
      )}
      {!downtime && next && red && <p>{red.because}</p>}
      {!next && <p>{say('page.no_sitting')}</p>}
      {drawn.length > 0 && (
        <figure>
          <figcaption class="soft">{say('web.plan.days')}</figcaption>
          <Days days={drawn} />
          <p class="soft">{say('web.plan.days.key')}</p>
        </figure>
      )}
      {makeUp && <p>{say('page.card.make_up', { date: dayWords(makeUp.date) })}</p>}
      <Avoid plan={plan} />
    </Card>
  );
}

export const zonesSaid = (zones) => zones.map((zone) => sayCode('zones', zone)).join(', ');

// One result by its last month: the band and the middle, or that it is not predictable, and why.
export function ResultOf({ one, isWhole = false }) {
  const month = one.months.at(-1), what = say('web.plan.result.what', { what: sayCode('indications', one.indication), n: month.month });
  const hasBand = typeof month.low === 'number';
  return (
    <div class="plan-result">
      <p><b>{sayCode('indications', one.indication)}</b> <span class="soft">{zonesSaid(one.zones)}</span></p>
      <p class="plan-flush">
        {month.predictable === false && `${sayCapital(say('web.unforeseen'))}. `}
        {hasBand ? say('web.plan.result.in', { n: month.month }) : ''}{' '}
        {hasBand && <Quantity q={month} what={what} about={['result', one.indication]} as="percent" isBand />}
        {!hasBand && <Quantity q={month} what={what} about={['result', one.indication]}>{say('web.plan.why.studies')}</Quantity>}
      </p>
      {hasBand && <Strip q={month} as="percent" label={what} />}
      {month.predictable === false && <p class={isWhole ? '' : 'plan-clamp'}>{month.because}</p>}
    </div>
  );
}

export function Result({ plan }) {
  const results = pickResults(plan), review = reviewOf(plan), nobody = plan.risks.find(({ id }) => id === 'no_change');
  const few = results.slice(0, FEW_LINES);
  return (
    <Card id="result" heading={say('page.card.result')} more={results.length ? say('web.plan.more.result') : null} moreId="plan-result">
      {few.map((one) => <ResultOf key={`${one.indication} ${one.zones[0]}`} one={one} />)}
      {results.length === 0 && <p>{say('page.result.none')}</p>}
      {plan.seen.map((one) => <p key={`${one.zone} ${one.date} ${one.scale}`}>{one.text}</p>)}
      {nobody && <p>{nobody.because}</p>}
      {results.length > 0 && review && pickNext(plan) && <p class="plan-waits">{say('page.card.not_before', { date: dayWords(review.date) })}</p>}
    </Card>
  );
}

export function Price({ plan }) {
  const { session, total, to_come: toCome } = plan.price, next = pickNext(plan), due = next ? toCome ?? total : null;
  const price = (q, id) => <p class="plan-flush"><Quantity q={q} what={say('web.plan.price.what', { what: say(id).replace(/\.$/, '') })} about={['price']} isBand /> <span class="soft">{say(id)}</span></p>;
  return (
    <Card id="price" heading={say('heading.price')}>
      {due && (
        <p class="plan-big"><Quantity q={due} what={say('web.plan.price.what', { what: say(toCome ? 'page.card.to_come' : 'page.price.total') })} about={['price']} isBand />
          <span class="plan-sub">{say(toCome ? 'page.card.to_come' : 'page.price.total')}</span></p>
      )}
      {due && toCome && total && total.value !== toCome.value && price(total, 'page.price.total')}
      {session && price(session, 'page.price.session')}
      {!session && !due && <p>{say('page.price.none')}</p>}
      {remarksOf(plan, 'plan.price').filter(({ id }) => id !== 'plan.price_to_come').map(({ id, text }) => <p key={id}>{text}</p>)}
    </Card>
  );
}
