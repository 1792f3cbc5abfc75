// Opening: a file is chosen, or an invented person.
// SPDX-License-Identifier: Apache-2.0
import { say } from '../base/texts.js';
import { openExample, openFiles, people, refusal } from './open.js';

export function Opening() {
  return (
    <section id="open">
      <h1>{say('web.open.heading')}</h1>
      <input id="file" type="file" aria-label={say('web.open.button')} onChange={(event) => openFiles(event.currentTarget.files)} />
      {refusal.value && <p class="note" role="alert" id="refusal">{refusal.value.title} {refusal.value.detail} {refusal.value.where} {refusal.value.allowed}</p>}
      <ul class="people">{(people.value ?? []).map((row) => (
        <li key={row.file}><button type="button" onClick={() => openExample(row)}><b>{row.name}</b><span>{row.shows}</span></button></li>
      ))}</ul>
    </section>
  );
}
