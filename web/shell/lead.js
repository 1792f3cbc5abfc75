// lead: a reader is led to a field of the page by its place in the file. A room marks what stands for a
// place with data-at, a JSON pointer ("/pregnant"); what is marked nearest to the place is it.
// SPDX-License-Identifier: Apache-2.0
import { pathUp } from '../base/path.js';
import { room, sought } from '../state/view.js';
import { panel } from './panel.jsx';

const FRAMES = 3;   // a room may unfold something first

function nearest(pointer) {
  for (const place of pathUp(pointer)) {
    const found = document.querySelector(`[data-at="${CSS.escape(place)}"]`);
    if (found) return found;
  }
  return document.getElementById('room-person');
}

const CONTROL = 'input, select, textarea, button';

function focus(element) {
  const to = element?.matches(CONTROL) ? element : element?.querySelector(CONTROL) ?? element;
  to?.focus();
  to?.scrollIntoView({ block: 'center' });
}

export function leadTo(field) {
  if (!field.startsWith('/')) {
    panel.value = 'choices';
    requestAnimationFrame(() => focus(document.getElementById(field)));
    return;
  }
  room.value = 'person';
  sought.value = field;
  let frames = FRAMES;
  const wait = () => {
    frames--;
    if (frames > 0) requestAnimationFrame(wait);
    else focus(nearest(field));
  };
  wait();
}
