// Person: the questions about the person and what is wished for, group by group. A group is
// unfolded where it matters: a yes, an answer that is needed, something that cannot be; its head
// says what is known.
// SPDX-License-Identifier: Apache-2.0
import { computed } from '@preact/signals';

import { say, sayCode } from '../base/texts.js';
import { Fold } from '../parts/fold.jsx';
import { actionsAdd } from '../state/actions.js';
import { plan } from '../state/answer.js';
import { doc } from '../state/file.js';
import { fold, reader, room, unfold } from '../state/view.js';
import { factPath, groupCount, groupOf } from './answers.js';
import { askDoc, askFile, askMissing, wrong } from './ask.js';
import './entries.jsx';
import { Field, fieldIsShown } from './field.jsx';
import './severity.jsx';
import { GROUPS } from './table.js';

// The money of the plan: what a budget is given in.
const currency = computed(() => plan.value?.price?.total?.unit ?? plan.value?.alternatives?.[0]?.total?.unit ?? '');

// Of the goals what they are; of lists how many; of other questions how many have an answer.
function headWords(group, count) {
  if (group.id === 'goals' && askDoc.value.goals?.length)
    return askDoc.value.goals.map(({ indication, zones }) => say('web.person.told', {
      label: sayCode('indications', indication), value: (zones ?? []).map((zone) => sayCode('zones', zone)).join(', ') })).join('; ');
  const { yes, unknown, open, none, isLists } = count;
  if (isLists && yes + unknown === 0) return say(none === 0 ? 'web.person.head.open' : open > 0 ? 'web.person.head.part' : 'web.person.head.none');
  const parts = [yes && say(isLists ? 'web.person.head.yes' : 'web.person.head.known', { n: yes }), unknown && say('web.person.head.unknown', { n: unknown })];
  if (isLists) parts.push(say(open > 0 ? 'web.person.head.rest_open' : 'web.person.head.rest_no'));
  return parts.filter(Boolean).join(', ') || say('web.person.head.open');
}

function Group({ group, needed }) {
  const id = `person-${group.id}`, count = groupCount(group, askDoc.value);
  const isWrong = wrong.value !== null && groupOf(wrong.value.path) === group;
  const isNamed = count.isLists && count.yes + count.unknown > 0;
  const matters = isWrong || needed > 0 || isNamed || group.id === 'goals';
  const side = (
    <span class="person-known" data-needed={needed > 0}>
      {headWords(group, count)}{needed > 0 && <b> {say(needed === 1 ? 'web.person.head.needed_one' : 'web.person.head.needed', { n: needed })}</b>}
    </span>
  );
  // Where somebody works, nothing folds away under the hands.
  const hold = () => { if (fold.peek()[id] === undefined) unfold(id, true); };
  return (
    <Fold id={id} heading={say(`web.person.group.${group.id}`)} side={side} otherwise={matters}>
      <div class="person-group" onFocusIn={hold}>
        {group.id === 'medicines' && <p class="note">{say('web.person.prescribed')}</p>}
        {group.fields.filter((field) => fieldIsShown(field, askDoc.value, askDoc.value)).map((field) => (
          <Field key={field.key} field={field} path={[field.key]} bind={askFile} prefix="f" money={currency.value} isAlone={group.fields.length === 1} />
        ))}
      </div>
    </Fold>
  );
}

export function Person() {
  const groups = askMissing.value.map((fact) => groupOf(factPath(askDoc.value, fact) ?? [])).filter(Boolean);
  return (
    <section class="person" id="person" aria-labelledby="person-heading">
      <h2 id="person-heading" tabIndex={-1}>{say('web.person.heading')}</h2>
      {GROUPS.map((group) => <Group key={group.id} group={group} needed={groups.filter((one) => one === group).length} />)}
    </section>
  );
}

function lead(id) {
  room.value = 'person';
  requestAnimationFrame(() => {
    const heading = document.getElementById(id);
    heading?.focus();
    heading?.scrollIntoView({ block: 'start' });
  });
}

const isSeen = () => doc.value !== null && reader.value === 'clinician';
actionsAdd([
  { id: 'person', label: () => say('web.person.go'), keys: 'g p', run: () => lead('person-heading'), isOpen: isSeen },
  { id: 'findings', label: () => say('web.person.findings.go'), keys: 'g d', run: () => lead('findings-heading'), isOpen: isSeen },
]);
