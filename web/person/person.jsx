// Person: the questions about the person, and what is wished for.
// SPDX-License-Identifier: Apache-2.0
export function Person() {
  return null;
}
