// keep: the focus stays where somebody works. What had it may go with what it did - an entry that is taken
// out, a note that is answered - or be switched off at the end of its range; it then passes to what stands
// around it. Whoever knows better where to go on puts it there before.
// SPDX-License-Identifier: Apache-2.0
const LATE_MS = 80;   // for whoever knows better
const OUTER = 'main, #app, .work, #room-person, #room-plan';   // too far away to go on from
const ROOMY = '.work, .low';   // what stands beside the rooms leaves it to one of them
const AROUND = 'h1, h2, h3, h4, h5, legend, [tabindex="-1"]';
const BESIDE = 'button:not(:disabled), input:not(:disabled)';

let path = [];   // what had the focus last, and all that stood around it
let waiting = 0;

const shown = (css, within = document) => [...within.querySelectorAll(css)].find((one) => one.checkVisibility()) ?? null;
const isGone = (one) => !one.isConnected || one.disabled || !one.checkVisibility();

// The same where it was made anew; beside what was switched off; around what went.
function heir() {
  const [last, ...around] = path, again = last.id && document.getElementById(last.id);
  if (again && !isGone(again)) return again;
  if (last.isConnected && last.disabled) return around.map((one) => one.querySelector(BESIDE)).find(Boolean);
  const near = around.find((one) => one.isConnected && one.checkVisibility() && (one.matches(`${OUTER}, [tabindex="-1"]`) || one.querySelector(AROUND)));
  if (!near || near.matches(OUTER)) return around.some((one) => one.isConnected && one.matches(ROOMY)) ? shown('#room-plan') ?? shown('#room-person') : null;
  return near.matches('[tabindex="-1"]') ? near : shown(AROUND, near);
}

function keep() {
  if (![document.body, path[0]].includes(document.activeElement) || path.length === 0 || !isGone(path[0])) return;
  const to = heir();
  if (to && to.tabIndex < 0) to.tabIndex = -1;
  to?.focus({ preventScroll: true });
}

export function keepBegin() {
  document.addEventListener('focusin', ({ target }) => {
    path = [];
    for (let at = target; at && at !== document.body; at = at.parentElement) path.push(at);
  });
  // A button that is switched off has the focus still, and loses it when the page is drawn.
  new MutationObserver(() => {
    const [last] = path;
    if (!last || (last.isConnected && !last.disabled && document.activeElement !== document.body)) return;
    clearTimeout(waiting);
    waiting = setTimeout(keep, LATE_MS);
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled', 'hidden'] });
}
