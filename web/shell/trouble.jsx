// Trouble: what keeps the plan from being worked out, with its place; and that something is being
// worked out, once that takes long enough to be told.
// SPDX-License-Identifier: Apache-2.0
import { wrongOf } from '../base/wrong.js';
import { trouble } from '../state/answer.js';

export function Trouble() {
  if (!trouble.value) return null;
  const { title, detail, where, allowed } = wrongOf(trouble.value, 'JSON');
  return <section id="trouble" role="alert" class="note"><h2>{title}</h2><p>{detail} {where} {allowed}</p></section>;
}
