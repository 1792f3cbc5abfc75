// verdict: a class in a word, a colour and a shape; sentences of findings with their days and states;
// the options, zone by device.
// SPDX-License-Identifier: Apache-2.0
import { dayBrief, dayWords } from '../base/day.js';
import { say, sayCapital, sayCode } from '../base/texts.js';
import { findFact, findMatrix } from './find.js';

// On a square of 12: a ring, a triangle, a half, a letter, a question, a clock, a bar.
const SHAPES = {
  clear: 'M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z',
  caution: 'M6 1.5 11 10.5H1z',
  prophylaxis: 'M6 1.5a4.5 4.5 0 1 0 0 9zM6 1.5a4.5 4.5 0 0 1 0 9',
  clearance: 'M1 3h10v6.5H1zM1 3l5 4 5-4',
  ask: 'M3.8 4.2a2.2 2.2 0 1 1 3.3 1.9C6.3 6.6 6 7 6 8M6 9.6v1',
  defer: 'M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM6 3.5V6l2 1.2',
  refuse: 'M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM3 6h6',
};

export function ClassMark({ is, words = sayCode('classes', is) }) {
  return (
    <span class={`class ${is} find-class`}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round" stroke-linecap="round"><path d={SHAPES[is]} /></svg>
      {words}
    </span>
  );
}

// A fact that is missing, as one would ask for it: "a keloid or raised scar (how it stands now)".
export function sayFact(fact) {
  const { list, code, key } = findFact(fact), asked = sayCode('facts', key);
  if (!list) return asked;
  return say('web.person.fact', { what: code ? sayCode(list, code) : sayCode('facts', list), asked });
}

export function saySentence({ id, date, state }) {
  const day = date ? dayWords(date) : '';
  return say(id, { date: day, until: day, state: state ? sayCode('states', state) : '' });
}

export function Matrix({ screening }) {
  const { zones, devices, at } = findMatrix(screening);
  if (zones.length === 0) return null;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={say('web.person.matrix')}>
      <table class="find-matrix">
        <caption class="unseen">{say('web.person.matrix')}</caption>
        <thead><tr><td />{devices.map((device) => <th scope="col" key={device}>{sayCode('devices', device)}</th>)}</tr></thead>
        <tbody>{zones.map((zone) => (
          <tr key={zone}>
            <th scope="row">{sayCapital(sayCode('zones', zone))}</th>
            {devices.map((device) => {
              const one = at(zone, device);
              return <td key={device}>{one && <ClassMark is={one.verdict} />}{one?.until && <small> {say('web.person.until', { date: dayBrief(one.until) })}</small>}</td>;
            })}
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}
