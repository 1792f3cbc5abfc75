// Quantity: a number of the plan on the page: its value and range, and a button that tells why.
// SPDX-License-Identifier: Apache-2.0
import { say } from '../base/texts.js';
import { quantityHasRange, quantityHasValue, quantityRange, quantityValue } from '../base/quantity.js';
import { dialogOpen } from '../state/view.js';

// `what` is what the number is, in words; `about` the topics (words of the disputes of a plan, such
// as 'depth') whose disagreements are told with it. `as`: a share is told as 'people' out of 100 or
// in 'percent'. `isRange`: the range alone is shown; `isBand`: the range beside the value. What
// cannot be foretold has no middle that stands out.
export function Quantity({ q, what, about = [], as, isRange = false, isBand = false, children }) {
  if (!q) return <span class="quantity none">{say('web.none')}</span>;
  const hasRange = quantityHasRange(q), hasValue = quantityHasValue(q);
  const value = hasValue ? quantityValue(q, as) : say('web.unforeseen');
  const range = hasRange ? say('web.range', { range: quantityRange(q, as) }) : say('web.range.none');
  const shown = children ?? (hasRange && (isRange || !hasValue) ? quantityRange(q, as) : value);
  return (
    <button type="button" class="quantity" data-kind={q.kind}
      aria-label={say('web.why.label', { what, value, range, kind: say(`web.kind.${q.kind}`) })}
      onClick={() => dialogOpen({ id: 'why', q, what, about, as })}>
      <span class="value">{shown}</span>
      {isBand && hasRange && hasValue && <span class="band">{quantityRange(q, as)}</span>}
      <span class="kind" aria-hidden="true" title={say(`web.kind.${q.kind}`)}>{say(`web.kind.${q.kind}.mark`)}</span>
    </button>
  );
}
