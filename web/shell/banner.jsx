// Banner: who this is, on every part of the page, and what nobody may overlook. It stays where it is
// when the page is scrolled; a reader who is the person sees the name alone.
// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';

import { dayAge, dayIs, dayWords } from '../base/day.js';
import { say } from '../base/texts.js';
import { doc, file, on } from '../state/file.js';
import { reader } from '../state/view.js';
import { chipsOf } from './chips.js';

function Born() {
  const { birth_date: born, age } = doc.value;
  if (dayIs(born ?? '')) return <p class="banner-born">{say('web.banner.born', { day: dayWords(born), age: dayAge(born, on.value) })}</p>;
  if (age !== undefined) return <p class="banner-born">{say('web.banner.age', { age })}</p>;
  return <p class="banner-born open">{say('web.banner.born.open')}</p>;
}

export function Banner() {
  const [isWhole, setWhole] = useState(false);
  const name = doc.value.name || say('web.banner.nameless');
  if (reader.value === 'person')
    return <section class="banner" id="banner" aria-label={say('web.banner')}><h1 dir="auto" tabIndex={-1}>{name}</h1></section>;
  const chips = chipsOf(doc.value, on.value), more = chips.filter((chip) => chip.level === 'plain').length;
  return (
    <section class="banner" id="banner" aria-label={say('web.banner')} data-whole={isWhole}>
      <div class="banner-who">
        <h1 dir="auto" tabIndex={-1}>{name}</h1>
        {file.value.isInvented && <span class="invented">{say('web.example.mark')}</span>}
        <Born />
      </div>
      {more > 0 && (
        <button type="button" class="banner-more" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {say(isWhole ? 'web.banner.less' : 'web.banner.more', { n: more })}
        </button>
      )}
      <ul class="banner-chips">
        {chips.map(({ id, level, words }) => <li key={id + words} class="banner-chip" data-level={level}>{words}</li>)}
      </ul>
    </section>
  );
}
