// later: rooms that come in a script of their own, once the page can be used. A server that is gone is
// asked for them again when it is back.
// SPDX-License-Identifier: Apache-2.0
import { signal } from '@preact/signals';

const AGAIN_MS = 1500;   // between tries

export const later = signal(null);   // {Fine, Section, Skin, Timeline}; null = not here yet

// load() gives the module.
export async function laterBegin(load) {
  try {
    later.value = await load();
  } catch {
    setTimeout(() => laterBegin(load), AGAIN_MS);
  }
}
