// Opening: a file is chosen or dropped, a new person begun, or an invented one looked at. Refusal: what
// is wrong with a file that was not opened, as on the command line.
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';

import { say } from '../base/texts.js';
import { doc } from '../state/file.js';
import { dialog, dialogClose } from '../state/view.js';
import { OPEN_ACCEPT, isOpening, openChoose, openExample, openFiles, openNew, people, refusal } from './open.js';

// Whoever is open stays open, and is left alone by what is said here.
export function Refusal() {
  const box = useRef(null), told = refusal.value;
  useEffect(() => {
    if (!told) return;
    const take = () => box.current?.focus();
    box.current.scrollIntoView({ block: 'nearest' });
    if (dialog.peek() !== null) {   // nobody would see it under a dialog, which gives the focus back first
      dialogClose();
      requestAnimationFrame(take);
    } else if ([document.body, document.getElementById('file')].includes(document.activeElement)) take();
  }, [told]);
  if (!told) return null;
  const { title, detail, where, allowed, exact, isFile } = told;
  return (
    <section id="refusal" class="refusal card" role="alert" tabIndex={-1} ref={box}>
      <h2 dir="auto">{title}</h2>
      {detail && <p id="refusal-detail" dir="auto">{detail}</p>}
      {where && <p><b>{say('web.error.where')}</b> <span id="refusal-where" dir="auto">{where}</span></p>}
      {allowed && !exact && <p><b>{say('web.error.allowed')}</b> <span id="refusal-allowed" dir="auto">{allowed}</span></p>}
      {exact && <p class="sample"><span class="soft">{say('web.error.exact')}</span><code id="refusal-exact" dir="ltr">{exact}</code></p>}
      {doc.value && isFile && <p>{say('web.open.kept')}</p>}
      <p class="line">
        {isFile && <button type="button" class="primary" id="correct" onClick={openChoose}>{say('web.error.choose')}</button>}
        <button type="button" id="refusal-close" onClick={() => { refusal.value = null; }}>{say('web.close')}</button>
      </p>
    </section>
  );
}

function People() {
  if (people.value?.length === 0) return null;
  return (
    <section class="people" aria-labelledby="people-heading" aria-busy={people.value === null}>
      <h2 id="people-heading">{say('web.example.heading')}</h2>
      <p class="soft">{say('web.example.about')}</p>
      <ul>{(people.value ?? []).map((row) => (
        <li key={row.file}><button type="button" disabled={isOpening.value} onClick={() => openExample(row)}>
          <b dir="auto">{row.name}</b><span dir="auto">{row.shows}</span>
        </button></li>
      ))}</ul>
    </section>
  );
}

export function Opening() {
  const heading = useRef(null);
  useEffect(() => { if (document.activeElement === document.body) heading.current.focus(); }, []);
  return (
    <div id="open" class="opening" aria-busy={isOpening.value}>
      <h1 tabIndex={-1} ref={heading}>{say('web.open.heading')}</h1>
      <Refusal />
      <div class="opening-ways">
        <div class="drop card">
          <input id="file" class="unseen" type="file" accept={OPEN_ACCEPT}
            onChange={({ currentTarget: box }) => { openFiles(box.files); box.value = ''; }} />
          <label class="button primary" for="file">{say('web.open.button')}</label>
          <p>{say('web.open.drop')}</p>
          <p class="soft">{say('web.open.where')}</p>
        </div>
        <div class="fresh card">
          <button type="button" id="new" onClick={openNew}>{say('web.open.new')}</button>
          <p class="soft">{say('web.open.new.about')}</p>
        </div>
      </div>
      <p class="opening-now" role="status">{isOpening.value && <span>{say('web.opening')}</span>}</p>
      <People />
    </div>
  );
}
