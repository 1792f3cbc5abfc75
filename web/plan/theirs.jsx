// Theirs: the plan as the person reads it, beside the clinician: the same four cards in plain words,
// what they give up and for how long, and what to think of before they decide.
// SPDX-License-Identifier: Apache-2.0
import { dayAdd, dayBrief, dayWords } from '../base/day.js';
import { say, sayCapital, sayCode, textsHas } from '../base/texts.js';
import { Quantity } from '../parts/quantity.jsx';
import { isOld } from '../state/answer.js';
import { doc } from '../state/file.js';
import { Card, zonesSaid } from './cards.jsx';
import { pickNext, pickResults, pickState, pickWatch } from './pick.js';
import { Dots, Strip } from './strip.jsx';
import { theirsCare, theirsDates, theirsFirst, theirsLines, theirsRemarks, theirsSeen, theirsVerdict, theirsWarning, theirsWays } from './theirs.js';

const words = { say, sayCode, has: textsHas, date: dayWords };
const LOOKS = [0, 1, 3, 7];

function Texts({ rows }) {
  return rows.map(({ id, text }) => <p key={`${id} ${text}`}>{text}</p>);
}

function When({ plan }) {
  const dates = theirsDates(plan, words);
  if (dates.length === 0) return null;
  return (
    <Card id="dates" heading={say('sheet.when')}>
      <dl class="plan-dated">{dates.map(({ date, text, kind }) => (
        <div key={`${date} ${text}`} data-kind={kind}><dt>{dayWords(date)}</dt><dd>{text}</dd></div>
      ))}</dl>
      <Texts rows={theirsRemarks(plan, ['plan.waits_'])} />
      {plan.clashes.map(({ one, other, text, way_out: ways }) => <p key={`${one} ${other}`}>{text} {say('clash.ways', { ways })}</p>)}
    </Card>
  );
}

// How it looks on the days they ask about, on skin like theirs.
function Look({ plan }) {
  const next = pickNext(plan), dark = plan.course.days.find(({ redness }) => redness?.because)?.redness.because;
  if (!next) return null;
  return (
    <Card id="after" heading={say('sheet.look')}>
      <dl class="plan-dated">{LOOKS.map((day) => {
        const red = plan.course.days.find((one) => one.day === day)?.redness;
        return (
          <div key={day}>
            <dt>{say('sheet.day', { day, date: dayBrief(dayAdd(next.date, day)) })}</dt>
            <dd>{say(`sheet.look.${day}`, { colour: dark ? '' : say('sheet.colour.light') })}
              {red && day > 0 && (
                <span class="plan-sub">{say('web.plan.their.red')}{' '}
                  <Quantity q={red} what={say('web.plan.day.what', { what: say('page.course.redness'), n: day })} about={['redness']} as="people" isRange /></span>
              )}</dd>
          </div>
        );
      })}</dl>
      {dark && <p>{dark}</p>}
      {plan.numbing && <p>{say('sheet.numbing')}</p>}
    </Card>
  );
}

function Will({ plan }) {
  const results = pickResults(plan), remarks = theirsRemarks(plan, ['plan.result_acne', 'plan.result_wait', 'plan.result_course', 'result.', 'plan.off_label_use', 'plan.off_label_age']);
  if (results.length === 0 && remarks.length === 0) return null;
  return (
    <Card id="result" heading={say('page.card.result')}>
      {results.map((one) => {
        const month = one.months.at(-1), name = sayCode('indications', one.indication);
        const what = say('web.plan.result.what', { what: name, n: month.month }), hasBand = typeof month.low === 'number';
        return (
          <div class="plan-result" key={`${one.indication} ${one.zones[0]}`}>
            <p><b>{name}</b> <span class="soft">{zonesSaid(one.zones)}</span></p>
            {hasBand && <p>{say('web.plan.their.result', { month: month.month })} <Quantity q={month} what={what} about={['result', one.indication]} as="percent" isRange /></p>}
            {hasBand && <Strip q={month} as="percent" label={what} />}
            {hasBand && month.predictable === false && !remarks.some(({ id }) => id === 'plan.result_acne') && <p>{say('web.plan.their.result.you')}</p>}
            {!hasBand && <p>{sayCapital(say('web.unforeseen'))}. <Quantity q={month} what={what} about={['result', one.indication]}>{say('web.plan.why.studies')}</Quantity></p>}
          </div>
        );
      })}
      {theirsSeen(plan, words).map(({ id, places }) => <p key={`${places.zone} ${places.date} ${places.scale}`}>{say(id, { ...places, date: dayWords(places.date) })}</p>)}
      <Texts rows={remarks} />
      <p>{say('safety.settings')}</p>
    </Card>
  );
}

function Cost({ plan }) {
  const { total, session, to_come: toCome } = plan.price, one = toCome ?? total ?? session;
  if (!one || !pickNext(plan)) return null;
  const id = toCome ? 'page.card.to_come' : total ? 'page.price.total' : 'page.price.session';
  return (
    <Card id="price" heading={say('heading.price')}>
      <p class="plan-big"><Quantity q={one} what={say('heading.price')} about={['price']} isBand /><span class="plan-sub">{say(id)}</span></p>
      <Texts rows={theirsRemarks(plan, ['plan.price'])} />
      <p>{say('sheet.price.more')}</p>
    </Card>
  );
}

function Care({ plan }) {
  if (!pickNext(plan) || plan.aftercare.length === 0) return null;
  const care = theirsCare(plan, words), first = theirsFirst(plan);
  const rows = (list, id, shift) => list.map(({ day, words: lines }) => (
    <div key={`${id} ${day}`}><dt>{day ? say(id, { date: dayBrief(dayAdd(day, shift)) }) : say('word.always')}</dt><dd>{sayCapital(lines.join('; '))}</dd></div>
  ));
  return (
    <section class="card" aria-labelledby="plan-care-heading">
      <h3 id="plan-care-heading">{say('web.plan.their.care')}</h3>
      <div class="plan-two">
        <div>
          <h4>{say('sheet.leave_out')}</h4>
          <dl class="plan-dated">{rows(care.not, 'sheet.until', 0)}</dl>
          {care.again.length > 0 && <><h4>{say('web.plan.their.again')}</h4><dl class="plan-dated">{rows(care.again, 'web.plan.their.from', 1)}</dl></>}
        </div>
        <div><h4>{say('word.do')}</h4><dl class="plan-dated">{rows(care.do, 'sheet.until', 0)}</dl></div>
      </div>
      {first && <p>{say('care.first_day', first)}</p>}
      <p>{say('care.numbing_home')} {say('sheet.no_roller')}</p>
    </section>
  );
}

function Risks({ plan }) {
  const told = plan.risks.filter(({ id, rate }) => rate || id === 'dark_patches');
  const names = plan.risks.filter(({ id, rate }) => !rate && textsHas(`sheet_reported.${id}`)).map(({ id }) => sayCode('sheet_reported', id));
  if (plan.risks.length === 0 || !pickNext(plan)) return null;
  return (
    <section class="card" aria-labelledby="plan-risks-heading">
      <h3 id="plan-risks-heading">{say('report.risks')}</h3>
      {told.map((risk) => {
        const name = sayCode('rates', risk.id);
        return (
          <div class="plan-risk" key={risk.id}>
            <p><b>{name}</b>{risk.rate && <> <Quantity q={risk.rate} what={say('web.plan.risk.what', { what: name })} about={[risk.id]} as="people" isRange /></>}</p>
            {risk.rate && <Dots q={risk.rate} label={name} />}
            {risk.rate && <p class="soft">{say('web.plan.dots.key')}</p>}
            <p>{risk.because}</p>
            {risk.rate && <p class="soft">{risk.rate.sources.map((key) => plan.sources[key]?.text).filter(Boolean).join('; ')}</p>}
          </div>
        );
      })}
      {names.length > 0 && <p>{say('sheet.reported', { risks: names.join('; ') })}</p>}
    </section>
  );
}

function Watch({ plan }) {
  if (pickState(plan) === 'done' || plan.watch.length === 0) return null;   // also while a course is stopped
  const brief = ({ id, text }) => (textsHas(`sheet_watch.${id}`) ? sayCode('sheet_watch', id) : text);
  return (
    <section class="card" aria-labelledby="plan-watch-heading">
      <h3 id="plan-watch-heading">{say('report.watch')}</h3>
      {pickWatch(plan).filter(({ level }) => level !== 'self_care').map(({ level, call, lines }) => (
        <section class="plan-level" data-level={level} key={level}>
          <h4>{sayCapital(call ?? sayCode('levels', level))}</h4>
          <ul>{lines.map((line) => <li key={line.id}>{sayCapital(brief(line))}</li>)}</ul>
        </section>
      ))}
    </section>
  );
}

// Doing nothing, the right to stop, what to ask any clinic, and what else there is.
function Decide({ plan }) {
  const isPlanned = pickNext(plan) !== null, ways = theirsWays(plan);
  const said = isPlanned ? ['sheet.ways', 'rights.stop', 'rights.photos', 'rights.think'] : ['sheet.wait', 'rights.photos', 'rights.think'];
  return (
    <section class="card" aria-labelledby="plan-decide-heading">
      <h3 id="plan-decide-heading">{say(isPlanned ? 'web.plan.their.decide' : 'sheet.choice')}</h3>
      {pickState(plan) === 'none' && <><p>{say('sheet.shade')}</p><p>{say('sheet.no_home')}</p></>}
      <ul class="plan-know">{said.map((id) => <li key={id}>{say(id)}</li>)}</ul>
      {isPlanned && (
        <>
          <h4>{say('web.plan.their.ask')}</h4>
          <ul class="plan-know">{['who', 'needle', 'deep', 'worse', 'price'].map((id) => <li key={id}>{say(`ask_any_clinic.${id}`)}</li>)}</ul>
        </>
      )}
      {isPlanned && ways.length > 0 && (
        <>
          <h4>{say('sheet.more')}</h4>
          <ul class="plan-know">{ways.map(({ id }) => <li key={id}>{sayCode('options', id)}{textsHas(`sheet_way.${id}`) ? `. ${sayCode('sheet_way', id)}` : ''}</li>)}</ul>
        </>
      )}
    </section>
  );
}

export function Theirs({ answer }) {
  if (answer === null) return null;
  const warning = theirsWarning(answer, doc.value.invented === true), verdict = theirsVerdict(answer, words), lines = theirsLines(answer, verdict), worth = doc.value.worth_it_if;
  return (
    <section class="plan plan-theirs" aria-labelledby="plan-heading" data-old={isOld.value}>
      <header class="plan-head">
        <h2 id="plan-heading" tabIndex={-1}>{say('web.plan.their.heading')}</h2>
        {warning && <p class="note" id="plan-draft">{say(warning)}</p>}
        <p class="plan-big">{verdict}</p>
        {theirsRemarks(answer, ['safety.rf']).map(({ id, text }) => <p key={id} class="note">{text}</p>)}
        {lines.length > 0 && <ul class="plan-know">{lines.map((text) => <li key={text}>{text}</li>)}</ul>}
        <p>{say('care.medicines')}</p>
        {worth && <blockquote class="plan-worth"><p class="soft">{say('web.plan.their.worth')}</p><p dir="auto">{worth}</p></blockquote>}
      </header>
      <div class="plan-cards"><When plan={answer} /><Look plan={answer} /><Will plan={answer} /><Cost plan={answer} /></div>
      <Care plan={answer} />
      <Risks plan={answer} />
      <Watch plan={answer} />
      <Decide plan={answer} />
    </section>
  );
}
