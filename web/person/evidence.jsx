// evidence: on what a finding rests: its rows, its sources, where they disagree, and what whoever
// sets it aside has to have seen.
// SPDX-License-Identifier: Apache-2.0
import { say, sayCapital, sayText } from '../base/texts.js';
import { Dialog } from '../parts/dialog.jsx';
import { plan } from '../state/answer.js';
import { lore, loreRule } from './lore.js';
import { findLifts } from './find.js';
import { ClassMark, saySentence } from './verdict.jsx';

const words = (text) => (typeof text === 'string' ? text : sayText(text));

export const sayGrade = ({ grade, status }) => (grade
  ? say('web.person.grade', { grade, status: say(`triage.status.${status}`) }) : say(`triage.status.${status}`));

function Sources({ keys }) {
  const known = plan.value?.sources ?? {};
  return (
    <ul class="find-sources">
      {keys.map((key) => {
        const source = known[key];
        return <li key={key}>{source ? source.text : key} <small>{source ? `${key}, ${sayGrade(source)}` : ''}</small></li>;
      })}
    </ul>
  );
}

// {text, sides?, uses?, sources} of a dispute.
function Conflict({ conflict, sources }) {
  return (
    <li>
      <p>{words(conflict.text)}</p>
      {conflict.uses && <p class="soft">{say('web.person.uses', { what: words(conflict.uses) })}</p>}
      <p class="soft">{(conflict.sources ?? []).map((key) => sources[key]?.text ?? key).join('; ')}</p>
    </li>
  );
}

// Disagreements of the rule, and the notes that bear on setting it aside.
export function Conflicts({ id }) {
  const { is, value } = lore(loreRule(id)).value;
  if (is === 'waiting') return <p class="soft" aria-busy="true">{say('web.person.evidence.waiting')}</p>;
  if (is === 'wrong')
    return <p class="note">{say('web.person.evidence.wrong')} <button type="button" onClick={() => lore(loreRule(id), true)}>{say('web.error.retry')}</button></p>;
  const all = [...(value.conflicts ?? []), ...(value.used_by ?? []).filter(({ kind }) => kind === 'note').map(({ label }) => ({ text: label }))];
  const sources = { ...plan.value?.sources, ...value.sources };
  return all.length === 0 ? <p class="soft">{say('web.person.conflicts.none')}</p> : <ul class="find-conflicts">{all.map((one, i) => <Conflict key={one.id ?? i} conflict={one} sources={sources} />)}</ul>;
}

export function FindingWhy({ finding }) {
  return (
    <Dialog id="finding" heading={sayCapital(finding.topic)}>
      <p><ClassMark is={finding.class} /> {finding.because}</p>
      <p>{findLifts(finding).map(saySentence).join(' ')}</p>
      <p class="soft">{say('web.person.rests', { rows: [...new Set([finding.id, ...finding.evidence])].join(', '), grade: sayGrade(finding) })}</p>
      <h3>{say('report.sources')}</h3>
      <Sources keys={finding.sources} />
      <h3>{say('report.disagreement')}</h3>
      {finding.id.startsWith('OV-') ? <p class="soft">{say('web.person.conflicts.none')}</p> : <Conflicts id={finding.id} />}
    </Dialog>
  );
}
