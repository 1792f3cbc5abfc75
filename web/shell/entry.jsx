// Entry: the token is asked for, before anything else and before there are texts. Away: the server does
// not answer, or has been started anew and wants its new token; nothing of the page is lost by it.
// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';

import { apiTakeToken } from '../base/api.js';
import { say } from '../base/texts.js';
import { isAway, isLocked } from '../state/answer.js';
import { begin, hasTexts, isRefused } from './begin.js';
import { isEarly } from './open.js';

// The words that are needed before any can be asked for.
const EARLY = {
  refused: 'This token is not accepted. Each start of Stipple makes a new one.',
  partial: 'The part after # is missing. Copy the whole line that Stipple printed.',
  drop: 'First the address or token; then drop the file again.',
  label: 'Address or token',
  go: 'Go on',
};

// What is typed is given up as soon as it was taken: it is not to stay on the page.
function Token({ isNarrow = false }) {
  const [isPartial, setPartial] = useState(false), [isTried, setTried] = useState(false);
  const take = async (event) => {
    event.preventDefault();
    const box = event.currentTarget.elements.token, is = apiTakeToken(box.value);
    isRefused.value = isEarly.value = false;
    setPartial(!is);
    box.value = '';
    if (is) await begin();
    setTried(is);
  };
  const told = isEarly.value ? 'drop' : isPartial ? 'partial' : isRefused.value && (isTried || !isNarrow) ? 'refused' : null;
  return (
    <form class="token" onSubmit={take}>
      {told && <p class="note" role="alert" id={`entry-${told}`}>{EARLY[told]}</p>}
      <label for="token">{EARLY.label}</label>
      <div class="line">
        <input id="token" type="password" autocomplete="off" autocapitalize="off" spellcheck={false} />
        <button type="submit" class="primary">{EARLY.go}</button>
      </div>
    </form>
  );
}

export function Entry() {
  return (
    <section id="entry" class="entry" aria-labelledby="entry-heading">
      <h1 id="entry-heading">Open the address that Stipple printed</h1>
      <p>When it starts, <code>stipple serve</code> prints a line like this. Open that address, or paste it here.</p>
      <p class="sample"><code>listening on http://127.0.0.1:8080/#token</code></p>
      <Token />
    </section>
  );
}

// Over everything, whatever is open.
export function Away({ isEntered }) {
  if (isAway.value && !hasTexts.value) {
    return (
      <section id="away" class="away" role="alert">
        <p><b>Stipple does not answer</b> Start it again with <code>stipple serve</code>. This page goes on by itself.</p>
      </section>
    );
  }
  if (isEntered && isLocked.value) {
    return (
      <section id="locked" class="away" aria-label={say('web.locked')}>
        <p role="alert"><b>{say('web.locked')}</b> {say('web.locked.help')}</p>
        <Token isNarrow />
      </section>
    );
  }
  if (!isAway.value) return null;
  return <section id="away" class="away" role="alert"><p><b>{say('web.away')}</b> {say('web.away.banner')}</p></section>;
}
