// Part: a part of the page that is drawn anew only when something of the plan that it read is another.
// What it reads is seen while it is drawn, so that there is no list of it that could lack something.
// SPDX-License-Identifier: Apache-2.0
import { useRef } from 'preact/hooks';

// The plan for one drawing. Whenever it is read, also later by what is unfolded in it, it is the newest.
function reading(now, read) {
  const get = (_, key) => {
    read.add(key);
    return now.plan[key];
  };
  const ownKeys = () => { throw new Error('a part of the page reads a plan by its keys'); };
  return new Proxy({}, { get, ownKeys, has: (_, key) => get(_, key) !== undefined });
}

// `of` is the component; it gets `plan`. Equal parts of two answers are the same object (base/share.js).
export function Part({ of: View, plan }) {
  const now = useRef({ plan: null, read: new Set(), node: null }).current, before = now.plan;
  now.plan = plan;
  if (now.node === null || [...now.read].some((key) => before[key] !== plan[key])) {
    now.read = new Set();
    now.node = <View plan={reading(now, now.read)} />;
  }
  return now.node;
}
