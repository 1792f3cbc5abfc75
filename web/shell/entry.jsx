// Entry: the token is asked for. Away: the server does not answer; nothing is lost by it.
// SPDX-License-Identifier: Apache-2.0
import { isAway } from '../state/answer.js';

export function Entry() {
  return <section id="entry"><h1>Open the address that Stipple printed</h1></section>;
}

export function Away() {
  return isAway.value ? <p class="note" role="alert" id="away">Stipple does not answer</p> : null;
}
