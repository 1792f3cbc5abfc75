// lead: a reader is led to what a problem is about: an answer of the person, or a choice of the bar.
// SPDX-License-Identifier: Apache-2.0
import { pathOf } from '../base/path.js';
import { askLead } from '../person/ask.js';
import { panel } from './panel.jsx';

// `field` is a JSON pointer into the file, or the name of a choice.
export function leadTo(field) {
  if (field.startsWith('/')) {
    askLead(pathOf(field));
    return;
  }
  panel.value = 'choices';
  requestAnimationFrame(() => document.getElementById(field)?.focus());
}
