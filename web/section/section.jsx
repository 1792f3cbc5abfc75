// Section: the skin in section: needles, channels, healing.
// SPDX-License-Identifier: Apache-2.0
export function Section() {
  return null;
}
