// Quantity: a number of the plan on the page: its value and range, and a button that tells why.
// SPDX-License-Identifier: Apache-2.0
import { say } from '../base/texts.js';
import { quantityHasRange, quantityHasValue, quantityRange, quantityValue } from '../base/quantity.js';
import { dialogOpen } from '../state/view.js';

// `what` is what the number is, in words; `about` the topics (words of the disputes of a plan, such
// as 'depth') whose disagreements are told with it. `as`: a share is told as 'people' out of 100 or
// in 'percent'. `isRange`: the range alone is shown; `isBand`: the range beside the value. What
// cannot be foretold has no middle that stands out.
// Its name is what stands in it, seen or not: what it is, value, range, kind.
export function Quantity({ q, what, about = [], as, isRange = false, isBand = false, children }) {
  if (!q) return <span class="quantity none">{say('web.none')}</span>;
  const hasRange = quantityHasRange(q), hasValue = quantityHasValue(q), range = hasRange ? quantityRange(q, as) : '';
  const value = hasValue ? quantityValue(q, as) : say('web.unforeseen');
  const isAlone = hasRange && !children && (isRange || !hasValue), isBeside = isBand && hasRange && hasValue && !isAlone && range !== value;
  const told = say(hasRange ? 'web.range' : 'web.range.none', { range }), before = say('web.range', { range: '' });
  return (
    <button type="button" class="quantity" data-kind={q.kind} onClick={() => dialogOpen({ id: 'why', q, what, about, as })}>
      <span class="unseen">{what}: {isAlone ? `${value}, ${before}` : children ? `${value}, ${told}: ` : ''}</span>
      <span class="value">{children ?? (isAlone ? range : value)}</span>
      {isBeside && <><span class="unseen">, {before}</span><span class="band">{range}</span></>}
      {!isBeside && !isAlone && !children && <span class="unseen">, {told}</span>}
      <span class="kind" title={say(`web.kind.${q.kind}`)}><span class="unseen">, </span>{say(`web.kind.${q.kind}.mark`)}</span>
      <span class="unseen">. {say('web.why')}</span>
    </button>
  );
}
