// Plan: the plan in four cards, and the other ways.
// SPDX-License-Identifier: Apache-2.0
export function Plan() {
  return null;
}
