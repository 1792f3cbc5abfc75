// Ways: what was chosen beside what else there is, in one row; what is closed stands there with its
// reason.
// SPDX-License-Identifier: Apache-2.0
import { say, sayCode, textsHas } from '../base/texts.js';
import { Quantity } from '../parts/quantity.jsx';
import { pickNext, pickResults } from './pick.js';

function Figure({ q, id, what, as, about, isClosed }) {
  const words = say(id);
  if (!q && isClosed) return null;
  return (
    <div><dt>{words}</dt>
      <dd>{q ? <Quantity q={q} what={say('web.plan.way.what', { way: what, what: words })} as={as} about={about} isRange /> : <span class="soft">{say('web.none')}</span>}</dd></div>
  );
}

function Way({ id, label, state, effect, downtime, total, because, warning }) {
  const isClosed = state === 'closed';
  return (
    <li class="plan-way" data-state={state} id={`way-${id}`}>
      <h4>{label}</h4>
      <p><span class={`class ${isClosed ? 'defer' : 'clear'}`}>{say(`web.plan.way.${state}`)}</span></p>
      {warning && <p class="note">{warning}</p>}
      <dl>
        <Figure q={effect} id="page.way.effect" what={label} as="percent" about={['result', 'alternatives']} isClosed={isClosed} />
        <Figure q={downtime} id="page.way.downtime" what={label} about={['redness']} isClosed={isClosed} />
        <Figure q={total} id="page.way.total" what={label} about={['price']} isClosed={isClosed} />
      </dl>
      {because && <p class="plan-because">{warning ? because.replace(warning, '').replace(/\s+/g, ' ').trim() : because}</p>}
    </li>
  );
}

// What this plan is, as one of the ways; null = nothing is planned.
function chosen(plan) {
  const [zone] = plan.zones, [first] = pickResults(plan);
  if (!pickNext(plan) || !zone) return null;
  const month = first?.months.at(-1);
  return { id: 'chosen', label: sayCode('devices', zone.device), effect: typeof month?.low === 'number' ? month : null,
    downtime: plan.course.downtime ?? null, total: plan.price.total ?? null };
}

export function Ways({ plan }) {
  const own = chosen(plan);
  if (plan.alternatives.length === 0) return null;
  const open = plan.alternatives.filter(({ allowed }) => allowed), closed = plan.alternatives.filter(({ allowed }) => !allowed);
  return (
    <div class="plan-part">
      <h3 id="plan-ways-heading">{say('web.plan.ways')}</h3>
      <div class="plan-ways" tabIndex={0} role="region" aria-labelledby="plan-ways-heading">
        <ul>
          {own && <Way {...own} state="chosen" />}
          {[...open, ...closed].map((way) => (
            <Way key={way.id} {...way} label={sayCode('options', way.id)} state={way.allowed ? 'open' : 'closed'}
              warning={way.id === 'rf' && textsHas('sheet_way.rf') ? sayCode('sheet_way', 'rf') : null} />
          ))}
        </ul>
      </div>
    </div>
  );
}
