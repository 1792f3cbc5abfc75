// More: what stands behind the cards: every date, the days one by one, the months, the visit.
// SPDX-License-Identifier: Apache-2.0
import { dayBrief, dayWords } from '../base/day.js';
import { say, sayCapital, sayCode } from '../base/texts.js';
import { Fold } from '../parts/fold.jsx';
import { Quantity } from '../parts/quantity.jsx';
import { ResultOf, zonesSaid } from './cards.jsx';
import { pickDates, pickNext, pickResults } from './pick.js';
import { Strip } from './strip.jsx';

// heads: [words]; rows: [[cell]], of which the first heads its row.
export function Table({ caption, heads, rows }) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table class="plan-table">
        <caption>{caption}</caption>
        <thead><tr>{heads.map((head) => <th scope="col" key={head}>{head}</th>)}</tr></thead>
        <tbody>{rows.map(({ key, cells: [first, ...rest] }) => (
          <tr key={key}><th scope="row">{first}</th>{rest.map((cell, i) => <td key={heads[i + 1]}>{cell}</td>)}</tr>
        ))}</tbody>
      </table>
    </div>
  );
}

export function DatesMore({ plan }) {
  const { told, checks } = pickDates(plan);
  if (!pickNext(plan)) return null;   // the card has them all
  return (
    <Fold id="plan-dates" heading={say('web.plan.more.dates')}>
      <Table caption={say('page.calendar.caption')} heads={[say('page.date'), say('page.what')]}
        rows={told.map((day, i) => ({ key: i, cells: [dayWords(day.date), <span key="text" data-kind={day.kind}>{day.text}</span>] }))} />
      {checks > 0 && <p class="soft">{say('page.calendar.checks', { n: checks })}</p>}
    </Fold>
  );
}

export function AfterMore({ plan }) {
  const { days } = plan.course;
  if (days.length === 0) return null;
  const share = (q, id, day) => <Quantity q={q} what={say('web.plan.day.what', { what: say(id), n: day })} about={['redness']} as="people" isBand />;
  return (
    <Fold id="plan-after" heading={say('web.plan.more.after')}>
      <p class="soft">{say('web.plan.days.note')}</p>
      <Table caption={say('page.course')} heads={[say('page.date'), say('page.course.redness'), say('page.course.sensitivity'), say('page.course.barrier'), say('page.course.make_up')]}
        rows={days.map((day) => ({
          key: day.day,
          cells: [dayBrief(day.date), share(day.redness, 'page.course.redness', day.day), share(day.sensitivity, 'page.course.sensitivity', day.day),
            <Quantity key="barrier" q={day.barrier} what={say('web.plan.day.what', { what: say('page.course.barrier'), n: day.day })} as="percent" isBand />,
            day.make_up ? sayCode('make_up', day.make_up) : ''],
        }))} />
    </Fold>
  );
}

export function ResultMore({ plan }) {
  const results = pickResults(plan);
  if (results.length === 0) return null;
  return (
    <Fold id="plan-result" heading={say('web.plan.more.result')}>
      <p class="soft">{say('report.result_scale')}</p>
      {results.map((one) => {
        const hasBand = one.months.some(({ low }) => typeof low === 'number'), name = sayCode('indications', one.indication);
        return (
          <div key={`${one.indication} ${one.zones[0]}`}>
            {!hasBand && <ResultOf one={one} isWhole />}
            {hasBand && (
              <>
                <h4>{name}: {zonesSaid(one.zones)}</h4>
                <p>{one.months.at(-1).because}</p>
                <Table caption={say('page.months.caption')} heads={[say('page.months.month'), say('page.date'), say('page.months.value'), say('web.plan.band')]}
                  rows={one.months.map((month) => {
                    const what = say('web.plan.result.what', { what: name, n: month.month });
                    return { key: month.month, cells: [String(month.month), dayWords(month.date),
                      <Quantity key="q" q={month} what={what} about={['result', one.indication]} as="percent" isBand />,
                      <Strip key="s" q={month} as="percent" label={what} />] };
                  })} />
              </>
            )}
          </div>
        );
      })}
    </Fold>
  );
}

function Numbing({ plan }) {
  const { numbing } = plan;
  const rows = [['amount', 'page.numbing.amount'], ['area', 'page.numbing.area'], ['minutes', 'page.numbing.minutes'], ['share', 'web.plan.numbing.share']]
    .filter(([key]) => numbing[key]);
  return (
    <>
      <h4>{say('heading.numbing')}: {sayCode('agents', numbing.agent)}</h4>
      <dl class="plan-pairs">
        {rows.map(([key, id]) => (
          <div key={key}><dt>{say(id)}</dt><dd><Quantity q={numbing[key]} what={say(id)} about={['numbing']} as={key === 'share' ? 'percent' : undefined} isBand /></dd></div>
        ))}
        {(numbing.active ?? []).map(({ substance, amount }) => (
          <div key={substance}><dt>{sayCapital(sayCode('parts', substance))}</dt><dd><Quantity q={amount} what={sayCode('parts', substance)} about={['numbing']} isBand /></dd></div>
        ))}
        {numbing.ceilings.map((one) => (
          <div key={one.rule}><dt>{say('page.numbing.ceiling')}</dt>
            <dd>{say('numbing.ceiling', { mass: one.mass, area: one.area })} <small>{one.sources.map((key) => plan.sources[key]?.text ?? key).join('; ')}; {say(`triage.status.${one.status}`)}</small></dd></div>
        ))}
      </dl>
      {numbing.remark && <p>{numbing.remark}</p>}
    </>
  );
}

export function VisitMore({ plan }) {
  const next = pickNext(plan);
  if (!next?.steps?.length) return null;
  const heading = say(next.part ? 'report.visit_part' : 'report.visit', { number: next.number, part: next.part });
  return (
    <Fold id="plan-visit" heading={heading} side={<Total steps={next.steps} />}>
      <Table caption={heading} heads={[say('page.step'), say('page.minutes'), say('web.plan.published')]}
        rows={next.steps.map((step) => {
          const name = sayCode('steps', step.id);
          return { key: step.id, cells: [<span key="n">{name}<small class="plan-sub">{step.what}</small></span>,
            <Quantity key="m" q={step.minutes} what={name} about={['minutes']} isBand />,
            step.published_minutes ? <Quantity key="p" q={step.published_minutes} what={say('web.plan.published.what', { what: name })} about={['minutes']} isBand /> : ''] };
        })} />
      {plan.numbing && <Numbing plan={plan} />}
    </Fold>
  );
}

function Total({ steps }) {
  const total = steps.find(({ id }) => id === 'total');
  return total ? <Quantity q={total.minutes} what={sayCode('steps', 'total')} about={['minutes']} /> : null;
}
