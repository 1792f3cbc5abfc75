// Ticks: look and tick. Found: what was seen, each with its place, its size, and a way to take it back.
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';

import { say, sayCapital, sayCode } from '../base/texts.js';
import { doc, edit } from '../state/file.js';
import { told } from '../state/view.js';
import { LOOKS, lookDrop, lookFound, lookSize, lookSpots, lookState } from './look.js';
import { asked, marked, markingBegin, markingClear, markingLabel, markingOn, markingTick, markingWords } from './marking.js';

function Tick({ look }) {
  const is = lookState(doc.value, look.code), isSeen = is === 'yes';
  return (
    <button type="button" class="skin-tick" id={`tick-${look.code}`} data-is={is} aria-pressed={isSeen} data-marked={marked.value === look.code}
      onClick={() => (isSeen ? markingClear(look.code) : markingTick(look.code))}>
      {isSeen && <span aria-hidden="true">✓</span>}
      {say(`web.skin.tick.${look.code}`)}
      {is === 'unknown' && <small>{say('web.skin.uncertain')}</small>}
    </button>
  );
}

export function Ticks() {
  return (
    <div class="skin-look" role="group" aria-labelledby="skin-look-heading">
      <h3 id="skin-look-heading">{say('web.skin.look')}</h3>
      <p class="soft">{say('web.skin.look.help')}</p>
      <div class="skin-ticks">{LOOKS.map((look) => <Tick key={look.code} look={look} />)}</div>
      {asked.value && (
        <div class="note skin-first" role="group" aria-labelledby="skin-first-ask">
          <p id="skin-first-ask">{say('web.skin.first', { what: markingWords(asked.value) })}</p>
          <div class="skin-acts">
            <button type="button" id="first-unknown" onClick={() => markingBegin(false)}>{say('web.skin.first.unknown')}</button>
            <button type="button" id="first-none" onClick={() => markingBegin(true)}>{say('web.skin.first.none')}</button>
            <button type="button" class="quiet" onClick={() => { asked.value = null; }}>{say('web.skin.first.leave')}</button>
          </div>
        </div>
      )}
    </div>
  );
}

const placed = ({ spot, zones }) => spot ?? (zones?.length > 0 ? zones.map((zone) => sayCode('zones', zone)).join(', ') : null);

function drop({ look, entry, at }) {
  const what = markingWords(look.code);
  edit(say('web.skin.done.gone', { what }), (file) => lookDrop(file, look.list, at));
  told.value = say('web.skin.done.gone', { what: `${what}, ${placed(entry) ?? ''}` });
}

function Size({ id, value, at }) {
  const box = useRef(null);
  useEffect(() => { box.current.value = value; }, [value]);
  return <input id={id} ref={box} type="text" dir="auto" maxLength={40} defaultValue={value} placeholder={say('web.skin.size.example')}
    onChange={(event) => edit(say('web.skin.size'), (file) => lookSize(file, at, event.currentTarget.value.trim()))} />;
}

function Row({ found, n }) {
  const { look, entry, at, is } = found, where = placed(entry), id = `size-${at}`;
  return (
    <li class="skin-find" data-code={look.code}>
      {n && <span class="skin-number" aria-hidden="true">{n}</span>}
      <div class="skin-find-words">
        <b>{markingLabel(look.code)}</b>
        <span class={where ? 'soft' : 'skin-nowhere'}>{where ? sayCapital(where) : say(`web.skin.nowhere.${look.list}`)}</span>
        {is === 'unknown' && <span class="skin-nowhere">{say('web.skin.uncertain')}</span>}
      </div>
      {look.kind === 'spot' && (
        <div class="skin-size">
          <label for={id}>{say('web.skin.size')}</label>
          <Size id={id} value={entry.size ?? ''} at={at} />
        </div>
      )}
      <button type="button" class="quiet" data-act="mark" aria-label={say('web.skin.mark', { what: markingWords(look.code) })} onClick={() => markingOn(look.code)}>{say('web.skin.mark.short')}</button>
      <button type="button" class="quiet" data-act="drop" aria-label={say('web.skin.drop', { what: `${markingWords(look.code)}${where ? `, ${where}` : ''}` })}
        onClick={() => drop(found)}>{say('web.skin.drop.short')}</button>
    </li>
  );
}

export function Found() {
  const all = lookFound(doc.value).filter(({ is, entry }) => is === 'yes' || entry.zones || entry.spot);
  if (all.length === 0) return null;
  const spots = lookSpots(doc.value);
  return (
    <div class="skin-found">
      <h3 id="skin-found-heading">{say('web.skin.found')}</h3>
      <ol class="skin-finds" aria-labelledby="skin-found-heading">
        {all.map((found) => (
          <Row key={`${found.look.list} ${found.at}`} found={found} n={found.look.list === 'conditions' ? spots.find(({ at }) => at === found.at)?.n : null} />
        ))}
      </ol>
    </div>
  );
}
