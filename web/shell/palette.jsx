// Palette: every action by name. Shortcuts: every action with its keys.
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'preact/hooks';

import { say } from '../base/texts.js';
import { Dialog } from '../parts/dialog.jsx';
import { actions, actionsOpen } from '../state/actions.js';
import { dialogClose } from '../state/view.js';
import { Keys } from './bar.jsx';
import { matchRows } from './match.js';

const GROUPS = ['file', 'change', 'look', 'go', 'room'];
const NOT_ITSELF = 'palette';

// What is done next may move the focus, which no dialog that is still open lets go.
function runAfter(row) {
  dialogClose();
  setTimeout(row.run);
}

export function Palette() {
  const [typed, setTyped] = useState(''), [at, setAt] = useState(0), list = useRef(null);
  const rows = matchRows(actionsOpen().filter((row) => row.id !== NOT_ITSELF), typed, (row) => row.label());
  const on = Math.min(at, rows.length - 1);
  useEffect(() => { list.current.children[on]?.scrollIntoView({ block: 'nearest' }); }, [on, typed]);
  const key = (event) => {
    const to = { ArrowDown: on + 1, ArrowUp: on - 1 }[event.key];
    if (to !== undefined && rows.length > 0) setAt((to + rows.length) % rows.length);
    else if (event.key === 'Enter' && rows[on]) runAfter(rows[on]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog id="palette" heading={say('web.palette')} className="palette">
      <input type="text" role="combobox" id="palette-typed" autoFocus aria-expanded="true" aria-controls="palette-list" aria-autocomplete="list"
        aria-label={say('web.palette.label')} aria-activedescendant={rows[on] ? `palette-${rows[on].id}` : undefined}
        placeholder={say('web.palette.hint')} autocomplete="off" spellcheck={false} value={typed} onKeyDown={key}
        onInput={(event) => { setTyped(event.currentTarget.value); setAt(0); }} />
      <ul role="listbox" id="palette-list" ref={list} aria-label={say('web.palette')}>
        {rows.map((row, i) => (
          <li key={row.id} id={`palette-${row.id}`} role="option" aria-selected={i === on} onClick={() => runAfter(row)}>
            <span>{row.label()}</span><Keys keys={row.keys} />
          </li>
        ))}
      </ul>
      <p class="soft" role="status">{rows.length === 0 ? say('web.palette.none') : ''}</p>
    </Dialog>
  );
}

export function Shortcuts() {
  return (
    <Dialog id="shortcuts" heading={say('web.shortcuts')} className="shortcuts">
      <p class="soft">{say('web.shortcuts.about')}</p>
      {GROUPS.map((group) => {
        const rows = actions.value.filter((row) => row.group === group);
        return rows.length > 0 && (
          <section key={group} aria-labelledby={`shortcuts-${group}`}>
            <h3 id={`shortcuts-${group}`}>{say(`web.group.${group}`)}</h3>
            <dl>{rows.map((row) => (
              <div key={row.id} data-action={row.id}>
                <dt>{row.label()}</dt>
                <dd>{row.keys ? <Keys keys={row.keys} /> : <span class="soft">{say('web.shortcuts.none')}</span>}</dd>
              </div>
            ))}</dl>
          </section>
        );
      })}
    </Dialog>
  );
}
