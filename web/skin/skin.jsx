// Skin: the skin today, on the map.
// SPDX-License-Identifier: Apache-2.0
export function Skin() {
  return null;
}
