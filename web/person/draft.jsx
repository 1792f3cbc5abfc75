// Draft: a few questions whose answers are written down together, once each has one. What lacks is
// told when somebody wants to go on without it, and stands until they try again: nothing moves away
// under the pointer while it presses.
// SPDX-License-Identifier: Apache-2.0
import { useSignal } from '@preact/signals';

import { say } from '../base/texts.js';
import { askId } from './ask.js';
import { Field } from './field.jsx';

const PLACE = 'draft';

// `fields` are all needed; `start` is what stands there at first; `take` are the words of the button.
export function Draft({ fields, start = {}, label, take, prefix, onGive, onLeave }) {
  const given = useSignal(start), told = useSignal([]);
  const lacks = (key) => !given.value[key]?.toString().trim();
  const bind = {
    get: ([, key]) => given.value[key],
    put: (_, [, key], value) => { given.value = { ...given.value, [key]: value }; },
    wrong: ([, key]) => (told.value.includes(key) ? say('web.person.lacks') : null),
  };
  const give = (event) => {
    event.preventDefault();
    told.value = fields.map(({ key }) => key).filter(lacks);
    const [first] = told.value;
    if (!first) onGive(given.value);
    else document.getElementById(askId([PLACE, first], prefix)).focus();
  };
  return (
    <form class="person-draft" noValidate aria-label={label} onSubmit={give}>
      {fields.map((one) => <Field key={one.key} field={one} path={[PLACE, one.key]} bind={bind} prefix={prefix} isOpen />)}
      <div class="person-asked">
        <button type="submit" class="primary">{take}</button>
        <button type="button" onClick={onLeave}>{say('web.person.leave')}</button>
      </div>
    </form>
  );
}
