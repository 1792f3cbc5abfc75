// Findings: what screening finds, zone by zone and device by device, and how it lifts.
// SPDX-License-Identifier: Apache-2.0
export function Findings() {
  return null;
}
