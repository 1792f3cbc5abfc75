// Plan: one plan in four cards, the other ways in one row, and what is one tap behind.
// SPDX-License-Identifier: Apache-2.0
import { dayWords } from '../base/day.js';
import { say, sayCapital, sayCode } from '../base/texts.js';
import { Part } from '../parts/part.jsx';
import { actionsAdd } from '../state/actions.js';
import { isOld, plan } from '../state/answer.js';
import { doc } from '../state/file.js';
import { reader, room } from '../state/view.js';
import { After, Dates, Price, Result, lead } from './cards.jsx';
import { CareMore, RisksMore, SpacingMore, WatchMore } from './care.jsx';
import { AfterMore, DatesMore, ResultMore, VisitMore } from './more.jsx';
import { pickNext, pickReasons, pickState } from './pick.js';
import { Clashes, Know, Tasks } from './tell.jsx';
import { Theirs } from './theirs.jsx';
import { Ways } from './ways.jsx';

function go() {
  room.value = 'plan';
  requestAnimationFrame(() => {
    const heading = document.getElementById('plan-heading');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start' });
  });
}

// What can be unfolded, for the palette: fold -> its words, and whether the plan has it.
const FOLDS = {
  'plan-dates': ['web.plan.more.dates', (answer) => pickNext(answer) !== null],
  'plan-after': ['web.plan.more.after', ({ course }) => course.days.length > 0],
  'plan-care': ['heading.aftercare', ({ aftercare }) => aftercare.length > 0],
  'plan-result': ['web.plan.more.result', ({ course }) => course.months.length > 0],
  'plan-risks': ['report.risks', ({ risks }) => risks.length > 0],
  'plan-watch': ['report.watch', ({ watch }) => watch.length > 0],
};

actionsAdd(Object.entries(FOLDS).map(([id, [words, has]]) => ({
  id, label: () => say('web.plan.unfold', { what: say(words) }), run: () => { room.value = 'plan'; lead(id); },
  isOpen: () => reader.value === 'clinician' && plan.value !== null && has(plan.value),
})));
actionsAdd([{ id: 'plan', label: () => say('web.plan.go'), keys: 'g l', run: go, isOpen: () => doc.value !== null }]);

// Until the first answer: the cards without their words, so that nothing jumps when it comes.
function Waiting() {
  return (
    <div class="plan-cards plan-waiting" aria-hidden="true">
      {['dates', 'after', 'result', 'price'].map((id) => <div class="card plan-card" key={id}><span /><span /><span /></div>)}
    </div>
  );
}

function verdictSaid(answer) {
  const { verdict, until } = answer.screening, [worst] = pickReasons(answer);
  const over = answer.remarks.find(({ id }) => id.startsWith('plan.complete'));
  if (over && pickState(answer) === 'done') return over.text;
  if (verdict === 'defer' && until) return say('report.verdict.defer_until', { until: dayWords(until) });
  if (verdict === 'refuse' && worst?.lifts === 'never') return say('report.verdict.refuse_lasting');
  return say(`report.verdict.${verdict}`);
}

function liftsSaid({ lifts }) {
  if (!lifts || lifts === 'never') return '';
  if (lifts.on) return say('report.lifts.on', { date: dayWords(lifts.on) });
  return say('report.lifts.when', { state: sayCode('states', lifts.when), date: dayWords(lifts.look_again) });
}

// Leads to the facts that are asked for, or to what was found.
const toFindings = () => {
  room.value = 'person';
  requestAnimationFrame(() => {
    document.getElementById('room-person')?.focus({ preventScroll: true });
    document.getElementById('room-person')?.scrollIntoView({ block: 'start' });
  });
};

// Nothing is planned: why, how it lifts, and what to do now.
function Refused({ answer }) {
  return (
    <section class="card plan-refused" aria-labelledby="plan-refused-heading">
      <h3 id="plan-refused-heading">{say('page.no_sitting')}</h3>
      <ul>{pickReasons(answer).map((one) => (
        <li key={one.id}><b>{sayCapital(one.topic ?? one.id)}</b> {one.because} <span class="soft">{liftsSaid(one)}</span></li>
      ))}</ul>
      {answer.meanwhile.length > 0 && (
        <>
          <h4>{say('report.meanwhile')}</h4>
          <ul class="plan-know">{answer.meanwhile.map(({ id, text }) => <li key={id}>{text}</li>)}</ul>
        </>
      )}
      <button type="button" onClick={toFindings}>{say(answer.screening.missing.length ? 'web.plan.answer' : 'web.plan.findings')}</button>
    </section>
  );
}

// Told before anything else.
const FIRST = ['adopt.missing', 'safety.rf'];

function Head({ answer }) {
  const worth = doc.value.worth_it_if;
  return (
    <header class="plan-head">
      <h2 id="plan-heading" tabIndex={-1}>{say('web.plan.heading')}</h2>
      {answer && (
        <p class="plan-verdict"><span class={`class ${answer.verdict}`}>{sayCode('classes', answer.verdict)}</span> {verdictSaid(answer)}
          <span class="soft">{say('page.reckoned', { on: dayWords(answer.on) })}</span></p>
      )}
      {worth && <blockquote class="plan-worth"><p class="soft">{say('page.worth_it')}</p><p dir="auto">{worth}</p></blockquote>}
      {answer?.remarks.filter(({ id }) => FIRST.includes(id)).map(({ id, text }) => <p key={id} class="note">{text}</p>)}
    </header>
  );
}

function Clinician({ answer }) {
  const isNone = pickState(answer) === 'none', { price } = answer;
  return (
    <>
      <Part of={Clashes} plan={answer} />
      {isNone && <Refused answer={answer} />}
      <div class="plan-cards">
        {(!isNone || answer.calendar.length + answer.sessions.length > 0) && <Part of={Dates} plan={answer} />}
        {pickNext(answer) && <Part of={After} plan={answer} />}
        {(!isNone || answer.course.months.length > 0) && <Part of={Result} plan={answer} />}
        {(!isNone || price.session) && <Part of={Price} plan={answer} />}
      </div>
      {!isNone && <Part of={Tasks} plan={answer} />}
      <Part of={Ways} plan={answer} />
    </>
  );
}

// What is one tap behind the cards, in the order in which it is asked for.
export function PlanMore() {
  const answer = plan.value;
  if (answer === null || reader.value === 'person') return null;
  return (
    <section class="plan plan-folds" aria-labelledby="plan-more-heading" data-old={isOld.value}>
      <h2 id="plan-more-heading">{say('web.plan.more.heading')}</h2>
      <Part of={DatesMore} plan={answer} />
      <Part of={AfterMore} plan={answer} />
      <Part of={CareMore} plan={answer} />
      <Part of={SpacingMore} plan={answer} />
      <Part of={ResultMore} plan={answer} />
      <Part of={RisksMore} plan={answer} />
      <Part of={WatchMore} plan={answer} />
      <Part of={VisitMore} plan={answer} />
      <Part of={Know} plan={answer} />
    </section>
  );
}

export function Plan() {
  const answer = plan.value;
  if (reader.value === 'person') return <Theirs answer={answer} />;
  return (
    <section class="plan" aria-labelledby="plan-heading" data-old={isOld.value && answer !== null}>
      <Head answer={answer} />
      {answer === null ? <Waiting /> : <Clinician answer={answer} />}
    </section>
  );
}
