// share: what stayed the same from one answer to the next stays the same object, so that whoever is
// given a part of it can tell by === whether there is anything to draw anew.
// SPDX-License-Identifier: Apache-2.0

// `after` with those parts of `before` that equal its own; `before` itself where all of it does. Values
// as JSON has them. `after` is nobody's yet and is changed in place; `before` is not.
export function shareEqual(before, after) {
  if (before === after || typeof after !== 'object' || after === null) return after;
  if (typeof before !== 'object' || before === null || Array.isArray(before) !== Array.isArray(after)) return after;
  const keys = Object.keys(after);
  let isSame = keys.length === Object.keys(before).length;
  for (const key of keys) {
    const own = after[key], shared = shareEqual(before[key], own);
    if (shared !== own) after[key] = shared;
    if (shared !== before[key]) isSame = false;
  }
  return isSame ? before : after;
}
