// Skin: the skin today: its type, what is seen on it and where, what is wished for in which zone.
// SPDX-License-Identifier: Apache-2.0
import { computed, effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import { quantityRange, quantityValue } from '../base/quantity.js';
import { say, sayCapital, sayCode } from '../base/texts.js';
import { SkinMap, ZoneList } from '../map/map.jsx';
import { placeIn, placeOfWords, placesOf } from '../map/places.js';
import { FACE_PARTS, VIEWS, viewFor, viewOf } from '../map/views.js';
import { mapPlaceWords } from '../map/words.js';
import { Quantity } from '../parts/quantity.jsx';
import { Twin } from '../parts/twin.jsx';
import { actionsAdd } from '../state/actions.js';
import { isOld, plan } from '../state/answer.js';
import { doc, edit } from '../state/file.js';
import { reader, room, told } from '../state/view.js';
import { goalsClosed, goalsCovers, goalsLearn, goalsLevels, goalsZones } from './goals.js';
import { LOOKS, lookOf, lookPlaces, lookSpot, lookSpots, lookState, lookZone, lookZones } from './look.js';
import { chosen, marked, markingEnd, markingLabel, markingTick, markingWords, seenFrom } from './marking.js';
import { Found, Ticks } from './ticks.jsx';
import { Type } from './type.jsx';
import { Diagnoses, ZonePanel } from './zone.jsx';

goalsLearn('full_face', FACE_PARTS);

function leadTo(id) {
  room.value = 'person';
  requestAnimationFrame(() => {
    const found = document.getElementById(id);
    found?.scrollIntoView({ block: 'start' });
    found?.focus();
  });
}
const isHere = () => doc.value !== null && reader.value !== 'person';
actionsAdd([
  { id: 'map', label: () => say('web.skin.go'), keys: 'g m', run: () => leadTo('skin-heading'), isOpen: isHere },
  ...VIEWS.map((view) => ({ id: `map-${view}`, label: () => say('web.skin.go.view', { view: say(`web.skin.view.${view}`) }),
    run: () => { seenFrom.value = view; leadTo('skin-heading'); }, isOpen: isHere })),
  ...LOOKS.map(({ code }) => ({ id: `seen-${code}`, label: () => say('web.skin.done.seen', { what: markingWords(code) }),
    run: () => { leadTo(`tick-${code}`); markingTick(code); }, isOpen: () => isHere() && lookState(doc.value, code) !== 'yes' })),
]);

// What the picture shows, each made anew only when what it is made of has changed.
function kept(make) {
  let text = null, value = null;
  return computed(() => {
    const next = make(), now = JSON.stringify(next);
    if (now !== text) [text, value] = [now, next];
    return value;
  });
}
const screening = computed(() => plan.value?.screening ?? null);
const settings = kept(() => (plan.value?.zones ?? []).map(({ zone, depth }) => ({ zone, depth })));
const findings = computed(() => goalsClosed(screening.value));
const blocked = computed(() => new Map([...findings.value].map(([zone, found]) => [zone, found.map(({ because }) => because).join(' ')])));
const planned = computed(() => goalsLevels(settings.value));
const view = computed(() => seenFrom.value ?? viewFor(doc.value?.goals?.[0]?.zones?.[0]) ?? VIEWS[0]);

const goalsHere = (zone) => (doc.value?.goals ?? []).filter((goal) => goalsCovers(goal.zones, zone)).map(({ indication }) => sayCode('indications', indication));

const tint = computed(() => {
  const out = new Map();
  for (const goal of doc.value?.goals ?? [])
    for (const zone of goal.zones.flatMap(goalsZones)) out.set(zone, { level: 1, words: say('web.skin.wished', { what: goalsHere(zone).join(', ') }) });
  for (const [zone, { level, depth }] of planned.value) {
    const words = say('web.skin.set', { value: quantityValue(depth), range: quantityRange(depth) });
    out.set(zone, { level, words: [out.get(zone)?.words, words].filter(Boolean).join('; ') });
  }
  return out;
});

const spots = computed(() => lookSpots(doc.value ?? {}).flatMap(({ entry, at, n }) => {
  const found = placeOfWords(entry.spot, entry.zones ?? [], mapPlaceWords), what = sayCode('conditions', entry.code);
  const drawn = viewOf(view.value), shape = drawn.shapes.find(({ zone }) => entry.zones?.includes(zone));
  const place = found ? placeIn(found.place, view.value) : shape && { x: shape.middle[0] / drawn.width, y: shape.middle[1] / drawn.height };
  if (!place) return [];
  return [{ id: `spot-${at}`, x: place.x, y: place.y, mark: String(n), label: say('web.skin.spot', { n, what, where: entry.spot, size: entry.size ?? say('web.skin.size.none') }) }];
}));

const shown = computed(() => new Set((marked.value ? [...lookZones(doc.value, marked.value)] : [...chosen.value]).flatMap(goalsZones)));

function Views() {
  return (
    <div class="skin-views" role="group" aria-label={say('web.skin.views')}>
      {VIEWS.map((id) => (
        <button type="button" key={id} id={`view-${id}`} aria-pressed={view.value === id} onClick={() => { seenFrom.value = id; }}>{say(`web.skin.view.${id}`)}</button>
      ))}
    </div>
  );
}

function putSpot(place) {
  const words = mapPlaceWords(place), what = markingWords(marked.value);
  const done = say(lookPlaces(doc.value, marked.value).has(words) ? 'web.skin.done.nospot' : 'web.skin.done.spot', { what, where: words });
  edit(done, (file) => lookSpot(file, marked.value, place.zone, words));
  told.value = done;
}

function putZone(zone) {
  if (!marked.value) {
    const next = new Set(chosen.value);
    if (!next.delete(zone)) next.add(zone);
    chosen.value = next;
    return;
  }
  edit(say('web.skin.done.area', { what: markingWords(marked.value), where: sayCode('zones', zone) }), (file) => lookZone(file, marked.value, zone));
  if (lookZones(doc.value, marked.value).size === 0) markingEnd();
}

// While something is marked: what a tap means, the places by name as well, and the end of it.
function Marking() {
  const code = marked.value, { kind } = lookOf(code), places = placesOf(view.value);
  const name = (place) => mapPlaceWords(place);
  return (
    <div class="note skin-marking" id="skin-marking">
      <p><b>{markingLabel(code)}.</b> {say(`web.skin.tap.${kind}`, { what: markingWords(code) })}</p>
      {kind === 'spot' && (
        <div>
          <label for="skin-place">{say('web.skin.place')}</label>
          <select id="skin-place" value="" onChange={(event) => {
            const place = places.find((one) => name(one) === event.currentTarget.value);
            if (place) putSpot(place);
            event.currentTarget.value = '';
          }}>
            <option value="">{say('web.skin.place.choose')}</option>
            {places.map((place) => <option key={name(place)} value={name(place)}>{sayCapital(name(place))}</option>)}
          </select>
        </div>
      )}
      <button type="button" id="skin-marked" onClick={() => {
        markingEnd();
        document.getElementById(`tick-${code}`)?.focus();
      }}>{say('web.skin.tap.end')}</button>
    </div>
  );
}

function Key() {
  const levels = new Set([...tint.value.values()].map(({ level }) => level)), zones = new Set(viewOf(view.value).shapes.map(({ zone }) => zone));
  const isShut = [...blocked.value.keys()].some((zone) => zones.has(zone));
  const keys = [[levels.has(1), 'wished'], [[2, 3, 4].some((n) => levels.has(n)), 'planned'], [isShut, 'shut'], [viewOf(view.value).rims.length > 0, 'guard'], [spots.value.length > 0, 'spot']];
  return <ul class="skin-key">{keys.filter(([is]) => is).map(([, name]) => <li key={name}><span class={`skin-key-mark ${name}`} aria-hidden="true" />{say(`web.skin.key.${name}`)}</li>)}</ul>;
}

function MapTwin() {
  const all = [...new Set(VIEWS.flatMap((id) => viewOf(id).shapes.map(({ zone }) => zone)))];
  const here = (zone) => (doc.value.conditions ?? []).filter(({ zones, spot }) => spot && zones?.includes(zone)).map(({ code, spot }) => `${sayCode('conditions', code)}: ${spot}`);
  const known = all.filter((zone) => tint.value.has(zone) || blocked.value.has(zone) || here(zone).length > 0);
  const rows = () => known.map((zone) => [
    sayCode('zones', zone), goalsHere(zone).join(', ') || '–',
    planned.value.has(zone) ? <Quantity q={planned.value.get(zone).depth} what={say('web.skin.depth', { where: sayCode('zones', zone) })} about={['depth']} /> : '–',
    blocked.value.get(zone) ?? '–', here(zone).join('; ') || '–',
  ]);
  if (known.length === 0) return null;
  return <Twin caption={say('web.skin.map')} heads={['zone', 'goal', 'depth', 'closed', 'spots'].map((key) => say(`web.skin.head.${key}`))} rows={rows} />;
}

function MapPart() {
  const box = useRef(null), isMarking = marked.value !== null;
  useEffect(() => effect(() => { box.current.dataset.old = isOld.value; }), []);
  useEffect(() => { if (isMarking) box.current.scrollIntoView({ block: 'nearest' }); }, [isMarking]);
  const isSpots = isMarking && lookOf(marked.value).kind === 'spot', isFace = view.value.startsWith('face');
  const title = say('web.skin.map.of', { view: say(`web.skin.view.${view.value}`) });
  const props = { view: view.value, chosen: shown.value, blocked: blocked.value, tint: tint.value, onZone: putZone };
  return (
    <div class="skin-map" ref={box}>
      <h3>{say('web.skin.map')}</h3>
      <Views />
      {marked.value && <Marking />}
      <SkinMap {...props} spots={spots.value} taken={isSpots ? lookPlaces(doc.value, marked.value) : undefined} onSpot={isSpots ? putSpot : null} label={title} describedby="skin-map-help" />
      <Key />
      <p class="soft" id="skin-map-help">{say(isSpots ? 'web.skin.help.spot' : 'web.skin.help')}</p>
      {!isSpots && (
        <details class="skin-list">
          <summary>{say('web.skin.list')}</summary>
          <ZoneList {...props} chosen={marked.value ? lookZones(doc.value, marked.value) : chosen.value} zones={isFace ? ['full_face'] : []} label={say('web.skin.list.of', { view: say(`web.skin.view.${view.value}`) })} />
        </details>
      )}
      <MapTwin />
    </div>
  );
}

export function Skin() {
  if (reader.value === 'person' || doc.value === null) return null;
  return (
    <section class="card skin" id="skin" aria-labelledby="skin-heading">
      <h2 id="skin-heading" tabIndex={-1}>{say('web.skin.heading')}</h2>
      <Type />
      <Ticks />
      <MapPart />
      <ZonePanel />
      <Found />
      <Diagnoses />
    </section>
  );
}
