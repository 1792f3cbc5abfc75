// Care: what to do and leave off by date, what can go wrong, and when to call.
// SPDX-License-Identifier: Apache-2.0
import { dayWords } from '../base/day.js';
import { quantityHasRange } from '../base/quantity.js';
import { say, sayCapital, sayCode } from '../base/texts.js';
import { Fold } from '../parts/fold.jsx';
import { Quantity } from '../parts/quantity.jsx';
import { short } from './cards.jsx';
import { pickEnds, pickWatch } from './pick.js';
import { Dots } from './strip.jsx';

function Lines({ lines, heading }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <h5>{heading}</h5>
      <ul class="plan-care-lines">{lines.map((line) => (
        <li key={line.id}>{line.text}
          {(line.lasts || line.minimum) && (
            <span class="plan-numbers">
              {line.lasts && <Quantity q={line.lasts} what={sayCapital(short(line.id, line.text))} about={[line.id]} />}
              {line.minimum && quantityHasRange(line.minimum) && <small>{say('web.plan.care.published')} <Quantity q={line.minimum}
                what={say('web.plan.published.what', { what: sayCapital(short(line.id, line.text)) })} about={[line.id]} isRange /></small>}
            </span>
          )}
          {line.because && <small class="plan-sub">{line.because}</small>}
        </li>
      ))}</ul>
    </div>
  );
}

export function CareMore({ plan }) {
  const ends = pickEnds(plan);
  if (ends.length === 0) return null;
  return (
    <Fold id="plan-care" heading={say('heading.aftercare')}>
      <p class="soft">{say('page.aftercare.note')}</p>
      {ends.map(({ day, dos, donts }) => (
        <section class="plan-care-day" key={day ?? 'always'}>
          <h4>{day ? sayCapital(say('word.until', { date: dayWords(day) })) : say('word.always')}</h4>
          <div class="plan-two"><Lines lines={dos} heading={say('word.do')} /><Lines lines={donts} heading={say('word.dont')} /></div>
        </section>
      ))}
    </Fold>
  );
}

// Days between these treatments and something else on the same skin.
export function SpacingMore({ plan }) {
  if (plan.spacing.length === 0) return null;
  const days = (row, key) => row[key] && (
    <small>{say(`web.plan.spacing.${key}`)} <Quantity q={row[key]} what={say(`web.plan.spacing.${key}.what`, { what: row.text.split(':')[0] })} about={[row.id]} isBand /></small>
  );
  return (
    <Fold id="plan-spacing" heading={say('spacing.heading')}>
      <p class="soft">{say('spacing.note')}</p>
      <ul class="plan-care-lines">{plan.spacing.map((row) => (
        <li key={row.id}>{row.text}{(row.before || row.after) && <span class="plan-numbers">{days(row, 'before')}{days(row, 'after')}</span>}{row.because && <small class="plan-sub">{row.because}</small>}</li>
      ))}</ul>
    </Fold>
  );
}

// One risk: its people out of 100 as dots where there is a figure, and else that there is none.
function Risk({ risk }) {
  const name = sayCode('rates', risk.id);
  return (
    <li class="plan-risk">
      <p><b>{name}</b>{' '}
        {risk.rate ? <Quantity q={risk.rate} what={say('web.plan.risk.what', { what: name })} about={[risk.id]} as="people" isRange />
          : <span class="soft">{say('report.no_figure')}</span>}</p>
      {risk.rate && <Dots q={risk.rate} label={name} />}
      <p>{risk.because}</p>
    </li>
  );
}

export function RisksMore({ plan }) {
  if (plan.risks.length === 0) return null;
  const counted = plan.risks.filter(({ rate }) => rate), rest = plan.risks.filter(({ rate }) => !rate);
  return (
    <Fold id="plan-risks" heading={say('report.risks')}>
      {counted.length > 0 && <p class="soft">{say('web.plan.dots.key')}</p>}
      <ul class="plan-risks">{[...counted, ...rest].map((risk) => <Risk key={risk.id} risk={risk} />)}</ul>
    </Fold>
  );
}

export function WatchMore({ plan }) {
  if (plan.watch.length === 0) return null;
  return (
    <Fold id="plan-watch" heading={say('report.watch')}>
      {pickWatch(plan).map(({ level, call, lines }) => (
        <section class="plan-level" data-level={level} key={level}>
          <h4>{sayCapital(call ?? sayCode('levels', level))}</h4>
          <ul>{lines.map(({ id, text }) => <li key={id}>{text}</li>)}</ul>
        </section>
      ))}
    </Fold>
  );
}
