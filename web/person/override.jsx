// Override: a finding is set aside by somebody who may, with name, day and reason; and taken back.
// SPDX-License-Identifier: Apache-2.0
import { useSignal } from '@preact/signals';

import { say, sayCapital, sayCode } from '../base/texts.js';
import { Dialog } from '../parts/dialog.jsx';
import { doc, edit, on } from '../state/file.js';
import { dialogClose, dialogOpen } from '../state/view.js';
import { askLabel } from './ask.js';
import { lore, loreRule } from './lore.js';

const SERIOUS = ['prophylaxis', 'clearance', 'ask', 'defer', 'refuse'];

const isOf = (finding) => ({ rule }) => rule === finding.id || rule === finding.evidence[0];

// Who may set it aside; [] = nobody, or it is not known yet. A question is answered, not set aside.
function admitted(finding) {
  if (!SERIOUS.includes(finding.class) || finding.missing?.length) return [];
  return lore(loreRule(finding.id)).value.value?.value.override?.by ?? [];
}

function takeBack(finding) {
  const label = say('web.person.override.back', { topic: finding.topic });
  edit(label, (whole) => ({ ...whole, overrides: whole.overrides.filter((one) => !isOf(finding)(one)) }));
}

// The button in the row of a finding: sets it aside, or takes that back.
export function OverrideAct({ finding }) {
  if (finding.class_before && doc.value.overrides?.some(isOf(finding)))
    return <button type="button" class="quiet" onClick={() => takeBack(finding)}>{say('web.person.override.back', { topic: finding.topic })}</button>;
  if (admitted(finding).length === 0) return null;
  return <button type="button" class="quiet" onClick={() => dialogOpen({ id: 'override', finding })}>{say('web.person.override')}<span class="unseen">: {finding.topic}</span></button>;
}

export function Override({ finding }) {
  const given = useSignal({ by: '', name: '', date: on.value, reason: '' }), isTold = useSignal(false);
  const put = (key) => (event) => { given.value = { ...given.value, [key]: event.currentTarget.value }; };
  const lacks = (key) => isTold.value && given.value[key].trim() === '';
  const props = (key) => ({ id: `override-${key}`, value: given.value[key], onInput: put(key), required: true,
    'aria-invalid': lacks(key) ? 'true' : undefined, 'aria-describedby': lacks(key) ? `override-${key}-wrong` : undefined });
  const row = (key, field, control) => (
    <div class="person-field" key={key}>
      <label for={`override-${key}`}>{askLabel(field)}</label>
      {control}
      {lacks(key) && <p class="wrong" id={`override-${key}-wrong`}>{say('web.person.override.lacks')}</p>}
    </div>
  );
  const give = (event) => {
    event.preventDefault();
    const answers = Object.fromEntries(Object.entries(given.value).map(([key, value]) => [key, value.trim()]));
    isTold.value = true;
    const first = Object.keys(answers).find((key) => answers[key] === '');
    if (first) {
      document.getElementById(`override-${first}`).focus();
      return;
    }
    edit(say('web.person.override.label', { topic: finding.topic }), (whole) => ({
      ...whole, overrides: [...(whole.overrides ?? []).filter((one) => !isOf(finding)(one)), { rule: finding.id, ...answers }],
    }));
    dialogClose();
  };
  return (
    <Dialog id="override" heading={say('web.person.override.heading', { topic: finding.topic })}>
      <p>{finding.because}</p>
      <p class="note">{say('web.person.override.note', { rule: finding.id })}</p>
      <form class="person-group" noValidate onSubmit={give}>
        {row('by', { key: 'by', label: 'profession' }, (
          <select {...props('by')}>
            <option value="">{say('web.person.choose')}</option>
            {admitted(finding).map((code) => <option key={code} value={code}>{sayCapital(sayCode('professions', code))}</option>)}
          </select>))}
        {row('name', { key: 'name', label: 'decided_by' }, <input {...props('name')} type="text" autoComplete="off" dir="auto" />)}
        {row('date', { key: 'date' }, <input {...props('date')} type="date" max={on.value} />)}
        {row('reason', { key: 'reason' }, <textarea {...props('reason')} rows={3} dir="auto" />)}
        <div class="person-asked">
          <button type="submit" class="primary">{say('web.person.override.give')}</button>
          <button type="button" onClick={dialogClose}>{say('web.person.leave')}</button>
        </div>
      </form>
    </Dialog>
  );
}
