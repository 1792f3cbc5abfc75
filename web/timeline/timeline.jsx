// Timeline: all that happens and when, on one line of time.
// SPDX-License-Identifier: Apache-2.0
export function Timeline() {
  return null;
}
