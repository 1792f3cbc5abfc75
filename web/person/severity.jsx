// Severity: a named scale, and a value on it with the words of each step. Which scales there are for
// a use, and from where to where they run, is told by the evidence.
// SPDX-License-Identifier: Apache-2.0
import { useSignal } from '@preact/signals';

import { say, sayCapital, sayCode, textsHas } from '../base/texts.js';
import { scaleSteps } from './answers.js';
import { askAt, askId, askLabel } from './ask.js';
import { Field, fieldAdd } from './field.jsx';
import { lore } from './lore.js';

const entriesOf = ({ value }) => value?.entries ?? [];

function Value({ id, path, prefix, scale, value, range, onGive }) {
  const items = textsHas(`scales.${scale}.items`) ? say(`scales.${scale}.items`) : '';
  const steps = range ? scaleSteps(items, range.low, range.high) : null;
  const told = range && say('web.person.scale.range', { low: range.low, high: range.high });
  if (!steps)
    return (
      <>
        <Field field={{ key: 'value', kind: 'number', unit: told }} path={[...path, 'value']} prefix={prefix} bind={{ get: () => value, put: (_, at, next) => onGive(next) }} />
        {items && <p class="soft">{items}</p>}
      </>
    );
  return (
    <div class="choice person-steps" id={id} role="radiogroup" aria-label={say('web.person.key.value')}>
      {steps.map((step) => (
        <label key={step.value}>
          <input type="radio" name={id} checked={value === step.value} onChange={() => onGive(step.value)} />
          <span><b>{step.value}</b> {step.words}</span>
        </label>
      ))}
    </div>
  );
}

function Severity({ field, path, bind, what, prefix }) {
  const value = bind.get(path), picked = useSignal(null), id = askId(path, prefix), label = askLabel(field);
  const scale = value?.scale ?? picked.value;
  const use = entriesOf(lore('indications').value).find((entry) => entry.id === bind.get([...path.slice(0, -1), 'indication']));
  const found = entriesOf(lore('scales').value).find((entry) => entry.id === scale);
  const offered = [...new Set([...(use?.value.scales ?? []), ...(scale ? [scale] : [])])];
  const put = (next) => bind.put(say('web.person.of', { what, label }), path, next);
  const own = {
    get: () => scale ?? undefined,
    put: (_, at, next) => {
      picked.value = next ?? null;
      if (value) put(undefined);
    },
  };
  return (
    <div class="person-severity" role="group" data-at={askAt(path, prefix)} aria-label={label}>
      <Field field={{ key: 'scale', kind: 'choice', of: 'scales', offered: use ? offered : undefined }} path={[...path, 'scale']} bind={own} prefix={prefix} />
      {scale && <p class="soft">{sayCapital(sayCode('scales', scale))}</p>}
      {scale && <Value id={id} path={path} prefix={prefix} scale={scale} value={value?.value} range={found?.value.range} onGive={(next) => put(next === undefined ? undefined : { scale, value: next })} />}
    </div>
  );
}

fieldAdd({ severity: Severity });
