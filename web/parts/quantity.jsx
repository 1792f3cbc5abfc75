// Quantity: a number of the plan on the page: its value and range, and a button that tells why.
// SPDX-License-Identifier: Apache-2.0
import { say } from '../base/texts.js';
import { quantityHasRange, quantityRange, quantityValue } from '../base/quantity.js';
import { dialogOpen } from '../state/view.js';

// `what` is what the number is, in words; `about` the topics (words of the disputes of a plan, such
// as 'depth') whose disagreements are told with it. `isRange`: the range stands first.
export function Quantity({ q, what, about = [], isRange = false, children }) {
  if (!q) return <span class="quantity none">{say('web.none')}</span>;
  const range = quantityHasRange(q) ? say('web.range', { range: quantityRange(q) }) : say('web.range.none');
  const shown = children ?? (isRange && quantityHasRange(q) ? quantityRange(q) : quantityValue(q));
  return (
    <button type="button" class="quantity" data-kind={q.kind}
      aria-label={say('web.why.label', { what, value: shown === children ? quantityValue(q) : shown, range, kind: say(`web.kind.${q.kind}`) })}
      onClick={() => dialogOpen({ id: 'why', q, what, about })}>
      <span class="value">{shown}</span>
      <span class="kind" aria-hidden="true" title={say(`web.kind.${q.kind}`)}>{say(`web.kind.${q.kind}.mark`)}</span>
    </button>
  );
}
