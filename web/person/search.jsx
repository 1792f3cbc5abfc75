// Search: a box that finds things of a vocabulary by their words. Arrows move, Enter takes, Escape
// closes; a press or a touch takes as well.
// SPDX-License-Identifier: Apache-2.0
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import { say, sayCapital, sayCode, textsCodes } from '../base/texts.js';
import { listIs, vocabularyFind } from './answers.js';

export function Search({ id, label, field, list, onGive }) {
  const typed = useSignal(''), at = useSignal(-1), isUp = useSignal(false), box = useRef(null);
  const offered = textsCodes(field.of).filter((code) => !field.isOnce || listIs(list ?? [], code, field) === 'no')
    .map((code) => ({ code, label: sayCode(field.of, code) }));
  const found = isUp.value ? vocabularyFind(typed.value, offered) : [];
  const show = (is) => { isUp.value = is; at.value = -1; };
  const take = (code, is = 'yes') => {
    typed.value = box.current.value = '';
    show(false);
    onGive(code, is);
    box.current.focus();
  };
  const move = (by) => {
    if (!isUp.value) show(true);
    const n = isUp.value ? vocabularyFind(typed.value, offered).length : 0;
    at.value = n === 0 ? -1 : (at.value + by + (at.value < 0 && by < 0 ? 1 : 0) + n) % n;
    document.getElementById(`${id}-${at.value}`)?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter' && isUp.value && found.length > 0 && (at.value >= 0 || typed.value)) take(found[Math.max(0, at.value)].code);
    else if (event.key === 'Escape' && isUp.value) show(false);
    else return;
    event.preventDefault();
  };
  return (
    <div class="person-search" onFocusOut={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) show(false); }}>
      <label for={id}>{say('web.person.add')}<span class="unseen">: {label}</span></label>
      <input id={id} ref={box} type="text" role="combobox" autoComplete="off" aria-autocomplete="list" aria-expanded={found.length > 0}
        aria-controls={`${id}-list`} aria-activedescendant={at.value >= 0 ? `${id}-${at.value}` : undefined} placeholder={say('web.person.search')}
        onInput={(event) => { typed.value = event.currentTarget.value; show(true); }} onClick={() => show(true)} onKeyDown={press} />
      <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={found.length === 0}>
        {found.map(({ code, label: words }, i) => (
          <li key={code} id={`${id}-${i}`} role="option" aria-selected={i === at.value} onPointerDown={(event) => event.preventDefault()} onClick={() => take(code)}>
            {sayCapital(words)}
          </li>
        ))}
      </ul>
      {isUp.value && typed.value && found.length === 0 && <p class="soft" role="status">{say('web.person.search.none')}</p>}
    </div>
  );
}
