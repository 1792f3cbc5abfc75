// Override: a finding is set aside by somebody who may, with name, day and reason; and taken back.
// SPDX-License-Identifier: Apache-2.0
import { say } from '../base/texts.js';
import { Dialog } from '../parts/dialog.jsx';
import { edit, on } from '../state/file.js';
import { dialogClose, dialogOpen } from '../state/view.js';
import { askDoc } from './ask.js';
import { Draft } from './draft.jsx';
import { Conflicts } from './evidence.jsx';
import { lore, loreRule } from './lore.js';

const SERIOUS = ['prophylaxis', 'clearance', 'ask', 'defer', 'refuse'];
const NEEDED = [
  { key: 'name', kind: 'text', label: 'decided_by' }, { key: 'date', kind: 'day', of: [] }, { key: 'reason', kind: 'text', isLong: true },
];

const isOf = (finding) => ({ rule }) => rule === finding.id || rule === finding.evidence[0];

// Who may set it aside; [] = nobody, or it is not known yet. A question is answered, not set aside.
function admitted(finding) {
  if (!SERIOUS.includes(finding.class) || finding.missing?.length) return [];
  return lore(loreRule(finding.id)).value.value?.value.override?.by ?? [];
}

// The decisions of the file without those on this finding, and with `more`.
function decide(id, finding, more) {
  edit(say(id, { topic: finding.topic }), (whole) => ({
    ...whole, overrides: [...(whole.overrides ?? []).filter((one) => !isOf(finding)(one)), ...more],
  }));
}

// The button in the row of a finding: sets it aside, or takes that back.
export function OverrideAct({ finding }) {
  const isBack = finding.class_before && askDoc.value.overrides?.some(isOf(finding));
  if (!isBack && admitted(finding).length === 0) return null;
  const act = () => (isBack ? decide('web.person.override.back', finding, []) : dialogOpen({ id: 'override', finding }));
  return <button type="button" class="quiet" onClick={act}>{say(isBack ? 'web.person.override.undo' : 'web.person.override')}<span class="unseen">: {finding.topic}</span></button>;
}

export function Override({ finding }) {
  const fields = [{ key: 'by', kind: 'choice', of: 'professions', label: 'profession', offered: admitted(finding) }, ...NEEDED];
  const label = say('web.person.override.heading', { topic: finding.topic });
  const give = (answers) => {
    decide('web.person.override.heading', finding, [{ rule: finding.id, ...answers }]);
    dialogClose();
  };
  return (
    <Dialog id="override" heading={label}>
      <p>{finding.because}</p>
      <h3>{say('report.disagreement')}</h3>
      <Conflicts id={finding.id} />
      <p class="note">{say('web.person.override.note', { rule: finding.id })}</p>
      <Draft fields={fields} start={{ date: on.value }} label={label} take={say('web.person.override.give')} prefix="override" onGive={give} onLeave={dialogClose} />
    </Dialog>
  );
}
