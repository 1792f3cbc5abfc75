// Banner: who this is, on every part of the page, and what nobody may overlook.
// SPDX-License-Identifier: Apache-2.0
import { doc } from '../state/file.js';

export function Banner() {
  return <div class="banner" id="banner"><b dir="auto">{doc.value.name}</b></div>;
}
