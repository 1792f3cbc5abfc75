// Choices: the day it is planned for, and how many people are simulated. What cannot be used is said
// beside its field, and the plan stays as it was.
// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';

import { dayWords } from '../base/day.js';
import { say } from '../base/texts.js';
import { wrongField, wrongOf } from '../base/wrong.js';
import { trouble } from '../state/answer.js';
import { on } from '../state/file.js';
import { members, seed } from '../state/view.js';
import { Icon } from './icons.jsx';
import { Panel } from './panel.jsx';

// What the server has against it.
function refusedOf(id) {
  if (trouble.value?.field !== id) return '';
  const { detail, allowed } = wrongOf(trouble.value, 'JSON');
  return allowed ? say('web.person.wrong', { what: detail, allowed }) : detail;
}

function Field({ id, label, help, value, onTake, ...input }) {
  const [wrong, setWrong] = useState('');
  const told = wrong || refusedOf(id);
  const take = ({ currentTarget: box }) => {
    setWrong(wrongField(box));
    if (box.validity.valid) onTake(box.value);
  };
  return (
    <div class="choice-field">
      <label for={id}>{label}</label>
      <input id={id} defaultValue={value} aria-invalid={told ? 'true' : undefined} aria-describedby={`${id}-help`}
        autocomplete="off" onInput={take} {...input} />
      <p id={`${id}-help`} class={told ? 'wrong' : 'soft'} role={told ? 'alert' : undefined}>{told || help}</p>
    </div>
  );
}

export function Choices() {
  return (
    <Panel id="choices" className="choices" label={say('web.choices', { day: dayWords(on.value) })}
      face={<><Icon of="day" /><span class="mid">{say('web.on.day', { day: dayWords(on.value) })}</span></>}>
      <Field id="on" label={say('web.on')} type="date" min="1900-01-01" max="2199-12-31" required value={on.value}
        help={say('web.on.help', { day: dayWords(on.value) })} onTake={(day) => { on.value = day; }} />
      <fieldset>
        <legend>{say('web.more')}</legend>
        <Field id="members" label={say('web.members')} type="number" inputMode="numeric" min="1" step="1" placeholder="1000"
          value={members.value || ''} help={say('web.members.help')} onTake={(n) => { members.value = Number(n); }} />
        <Field id="seed" label={say('web.seed')} type="number" inputMode="numeric" min="0" step="1" placeholder="1"
          value={seed.value} help={say('web.seed.help')} onTake={(n) => { seed.value = n; }} />
      </fieldset>
    </Panel>
  );
}
