// Fine: the settings of the plan, and what follows from them.
// SPDX-License-Identifier: Apache-2.0
export function Fine() {
  return null;
}
