// Palette: every action by name. Shortcuts: every key and what it does.
// SPDX-License-Identifier: Apache-2.0
export function Palette() {
  return null;
}

export function Shortcuts() {
  return null;
}
