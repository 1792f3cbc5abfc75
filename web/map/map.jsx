// SkinMap: a picture of the skin on which zones and places are chosen: by touch, by mouse, by keys.
// ZoneList: the same zones as boxes to tick. Both show one state, which belongs to whoever asks.
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';

import { say, sayCapital, sayCode } from '../base/texts.js';
import { told } from '../state/view.js';
import { geometryAt, geometryNext } from './geometry.js';
import { placeAt, placesOf } from './places.js';
import { GUARDED, viewOf } from './views.js';
import { mapPlaceWords, mapShapeWords } from './words.js';
import { ZOOM_MOST, ZOOM_NONE, ZOOM_STEP, zoomBox, zoomBy, zoomMove, zoomPlace, zoomTo } from './zoom.js';

const PAN_PX = 6;      // a finger that moves less than this has tapped
const PAN_SHARE = 0.2; // of what is seen, by one key

function statesOf(zone, { blocked, tint }) {
  return [tint.get(zone)?.words, blocked.has(zone) && say('web.map.closed', { why: blocked.get(zone) }),
    GUARDED.has(zone) && say('web.map.guarded')].filter(Boolean);
}

function Hatches({ id }) {
  return (
    <defs>
      {['shut', 'guard', 'spot'].map((name) => (
        <pattern key={name} id={`${id}-${name}`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform={`rotate(${name === 'shut' ? -45 : 45})`}>
          <rect class={`map-hatch-ground ${name}`} width="7" height="7" />
          <path class={`map-hatch ${name}`} d="M0 0V7" />
        </pattern>
      ))}
    </defs>
  );
}

// What lies under the zones and over them, the same whatever is chosen.
function Under({ drawn }) {
  return [...drawn.fills, ...drawn.grounds].map((d) => <path key={d} class="map-skin" d={d} />);
}
function Over({ drawn, id }) {
  return (
    <g class="map-over">
      {drawn.rims.map((d) => <path key={d} class="map-guard" d={d} fill={`url(#${id}-guard)`} />)}
      {drawn.overs.map((d) => <path key={d} class="map-skin" d={d} />)}
      {drawn.grounds.map((d) => <path key={d} class="map-line" d={d} />)}
      {drawn.strokes.map((d) => <path key={d} class="map-line" d={d} />)}
      {drawn.lids.map((d) => <path key={d} class="map-lash" d={d} />)}
    </g>
  );
}

// A tick where it is chosen, dots for what is planned: not by colour alone.
function Mark({ at: [x, y], isChosen, level, k }) {
  if (isChosen) return (
    <g class="map-mark" transform={`translate(${x} ${y}) scale(${k})`}>
      <circle r="9" /><path d="M-4 0.5L-1 3.5L4.5 -3.5" />
    </g>
  );
  return Array.from({ length: Math.max(0, level - 1) }, (_, i) => (
    <circle key={i} class="map-dot" cx={x + (i - (level - 2) / 2) * 7 * k} cy={y} r={2.2 * k} />
  ));
}

function Zone({ shape, id, k, label, isChosen, isShut, level, isFirst, act }) {
  const { zone } = shape, hatch = isShut ? 'shut' : GUARDED.has(zone) ? 'guard' : null;
  return (
    <g role="checkbox" aria-checked={isChosen} aria-label={label} tabIndex={isFirst ? 0 : -1}
      class="map-zone" data-shape={shape.id} data-zone={zone} data-tint={level} data-closed={isShut} data-chosen={isChosen}
      onFocus={() => act.current.focus(shape.id)} onClick={(event) => { if (event.detail === 0) { event.stopPropagation(); act.current.pick(shape.id); } }}>
      <path class="map-fill" d={shape.d} fill-rule="evenodd" />
      {hatch && <path class="map-hatched" d={shape.d} fill-rule="evenodd" fill={`url(#${id}-${hatch})`} />}
      <path class="map-edge" d={shape.d} fill-rule="evenodd" />
      <Mark at={shape.middle} isChosen={isChosen} level={level} k={k} />
    </g>
  );
}

// Zones as they are, for taps that mean a place.
function Ground({ shapes, id, blocked, tint }) {
  return shapes.map(({ id: key, zone, d }) => (
    <g key={key} class="map-zone" data-zone={zone} data-tint={tint.get(zone)?.level ?? 0}>
      <path class="map-fill" d={d} fill-rule="evenodd" />
      {(blocked.has(zone) || GUARDED.has(zone)) && <path class="map-hatched" d={d} fill-rule="evenodd" fill={`url(#${id}-${blocked.has(zone) ? 'shut' : 'guard'})`} />}
      <path class="map-edge" d={d} fill-rule="evenodd" />
    </g>
  ));
}

function Place({ place, drawn, k, isTaken, isFirst, act }) {
  return (
    <g role="checkbox" aria-checked={isTaken} aria-label={sayCapital(mapPlaceWords(place))} tabIndex={isFirst ? 0 : -1} class="map-place" data-shape={place.id}
      onFocus={() => act.current.focus(place.id)} onClick={(event) => { if (event.detail === 0) { event.stopPropagation(); act.current.pick(place.id); } }}>
      <circle class="map-place-ring" cx={place.x * drawn.width} cy={place.y * drawn.height} r={9 * k} />
      <circle class="map-place-dot" cx={place.x * drawn.width} cy={place.y * drawn.height} r={2.6 * k} />
    </g>
  );
}

// Spots at one place stand beside one another.
function Spots({ spots, drawn, id, k }) {
  const taken = new Map();
  return spots.map((spot) => {
    const key = `${spot.x} ${spot.y}`, n = taken.get(key) ?? 0;
    taken.set(key, n + 1);
    const x = spot.x * drawn.width + 17 * n * k, y = spot.y * drawn.height;
    return (
      <g key={spot.id} class="map-spot" role="img" aria-label={spot.label} data-spot={spot.id} transform={`translate(${x} ${y}) scale(${k})`}>
        <title>{spot.label}</title>
        <circle r="10" fill={`url(#${id}-spot)`} />
        {spot.mark && <text y="4.5" text-anchor="middle">{spot.mark}</text>}
      </g>
    );
  });
}

// Fingers and mouse: two fingers zoom, one moves what is larger than its window.
function useHand(svg, zoom, setZoom) {
  const hand = useRef({ at: new Map(), from: null, hasMoved: false });
  const share = (x, y) => {
    const box = svg.current.getBoundingClientRect();
    return [(x - box.left) / box.width, (y - box.top) / box.height];
  };
  const two = () => {
    const [a, b] = [...hand.current.at.values()];
    return { far: Math.hypot(a[0] - b[0], a[1] - b[1]), mid: share((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) };
  };
  const begin = () => {
    const { at } = hand.current;
    hand.current.from = at.size === 2 ? { zoom, ...two() } : at.size === 1 ? { zoom, one: [...at.values()][0] } : null;
  };
  const onPointerDown = (event) => {
    if (hand.current.at.size === 0) hand.current.hasMoved = false;
    hand.current.at.set(event.pointerId, [event.clientX, event.clientY]);
    begin();
  };
  const onPointerMove = (event) => {
    const { at, from } = hand.current;
    if (!at.has(event.pointerId) || !from) return;
    at.set(event.pointerId, [event.clientX, event.clientY]);
    if (from.far) {
      const now = two(), next = zoomBy(from.zoom, now.far / from.far, zoomPlace(from.zoom, from.mid));
      hand.current.hasMoved = true;
      setZoom(zoomMove(next, from.mid[0] - now.mid[0], from.mid[1] - now.mid[1]));
      return;
    }
    const [dx, dy] = [event.clientX - from.one[0], event.clientY - from.one[1]];
    if (Math.hypot(dx, dy) > PAN_PX) hand.current.hasMoved = true;
    if (from.zoom.scale === 1 || !hand.current.hasMoved) return;
    const box = svg.current.getBoundingClientRect();
    setZoom(zoomMove(from.zoom, -dx / box.width, -dy / box.height));
  };
  const onPointerUp = (event) => {
    hand.current.at.delete(event.pointerId);
    begin();
  };
  return { share, hand, on: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp, onPointerLeave: onPointerUp } };
}

const SHIFTS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function Tools({ zoom, setZoom, drawn }) {
  const isWhole = zoom.scale === 1, sides = drawn.axis === null ? null : drawn.isFacing ? ['right', 'left'] : ['left', 'right'];
  const label = (side) => say('web.map.here', { side: say(`web.map.side.${side}`) });
  return (
    <div class="map-tools" dir="ltr">
      <span class="map-side">{sides && label(sides[0])}</span>
      <div class="map-zoom" role="group" aria-label={say('web.map.zoom')}>
        <button type="button" class="quiet" aria-label={say('web.map.zoom.out')} disabled={isWhole} onClick={() => setZoom(zoomBy(zoom, 1 / ZOOM_STEP))}>−</button>
        <button type="button" class="quiet map-scale" aria-label={say('web.map.zoom.whole', { n: Math.round(100 * zoom.scale) })} disabled={isWhole} onClick={() => setZoom(ZOOM_NONE)}>{Math.round(100 * zoom.scale)} %</button>
        <button type="button" class="quiet" aria-label={say('web.map.zoom.in')} disabled={zoom.scale >= ZOOM_MOST} onClick={() => setZoom(zoomBy(zoom, ZOOM_STEP))}>+</button>
      </div>
      <span class="map-side end">{sides && label(sides[1])}</span>
    </div>
  );
}

// The keys of the picture: arrows go to the neighbour, Space and Enter choose, + - 0 zoom, arrows
// with Shift move what is larger than its window.
function keyDone(event, { items, current, zoom, setZoom, go, pick }) {
  const { key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (SHIFTS[key] && event.shiftKey) setZoom(zoomMove(zoom, PAN_SHARE * SHIFTS[key][0], PAN_SHARE * SHIFTS[key][1]));
  else if (SHIFTS[key]) go(geometryNext(items, current.id, key));
  else if (key === 'Home') go(items[0]);
  else if (key === 'End') go(items.at(-1));
  else if (key === '+' || key === '=') setZoom(zoomBy(zoom, ZOOM_STEP, current.at));
  else if (key === '-') setZoom(zoomBy(zoom, 1 / ZOOM_STEP));
  else if (key === '0') setZoom(ZOOM_NONE);
  else if (key === ' ' || key === 'Enter') pick(current);
  else return false;
  return true;
}

const placeId = (place) => `${place.zone}.${place.side ?? 'middle'}.${place.name}`;

// What can be chosen in the view: its zones, or the places of single spots.
function itemsOf(drawn, isSpots) {
  if (!isSpots) return drawn.shapes.map((shape) => ({ ...shape, at: [shape.middle[0] / drawn.width, shape.middle[1] / drawn.height] }));
  return placesOf(drawn.id).map((place) => ({ ...place, id: placeId(place), at: [place.x, place.y], middle: [place.x * drawn.width, place.y * drawn.height] }));
}

// chosen: Set of zones; blocked: Map(zone -> why); tint: Map(zone -> {level 1..4, words}); spots:
// [{id, x, y, label, mark}], x and y shares of the view. With `onSpot` places are chosen and not zones:
// onSpot({zone, side, name, view, x, y}) gets the place nearest to the tap; `taken` are the words of the
// places that are chosen.
export function SkinMap({ view, chosen = new Set(), blocked = new Map(), tint = new Map(), spots = [], taken = new Set(), onZone, onSpot = null, label, describedby }) {
  const drawn = viewOf(view), id = useId(), svg = useRef(null);
  const [zoom, setZoom] = useState(ZOOM_NONE), [focus, setFocus] = useState(null);
  const items = useMemo(() => itemsOf(drawn, onSpot !== null), [view, onSpot !== null]);
  const current = items.find((item) => item.id === focus) ?? items[0], k = 1 / zoom.scale;
  const { share, hand, on } = useHand(svg, zoom, setZoom);
  useEffect(() => setZoom(ZOOM_NONE), [view]);
  const under = useMemo(() => <Under drawn={drawn} />, [view]), over = useMemo(() => <Over drawn={drawn} id={id} />, [view, id]);
  const ground = useMemo(() => <Ground shapes={drawn.shapes} id={id} blocked={blocked} tint={tint} />, [view, id, blocked, tint]);
  const drawnOnce = useRef(new Map()), act = useRef(null);
  // A zone that is as it was stays as it was drawn.
  const zoneOf = (shape) => {
    const { zone } = shape, label = [mapShapeWords(shape), ...statesOf(zone, { blocked, tint })].join('; ');
    const is = { label, isChosen: chosen.has(zone), isShut: blocked.has(zone), level: tint.get(zone)?.level ?? 0, isFirst: shape.id === current.id, k };
    const key = `${view} ${shape.id}`, as = JSON.stringify(is), before = drawnOnce.current.get(key);
    if (before?.as === as) return before.zone;
    const now = <Zone key={shape.id} shape={shape} id={id} act={act} {...is} />;
    drawnOnce.current.set(key, { as, zone: now });
    return now;
  };
  const pick = (item) => {
    setFocus(item.id);
    if (onSpot) onSpot(item);
    else {
      told.value = say(chosen.has(item.zone) ? 'web.map.told.off' : 'web.map.told.on', { what: sayCode('zones', item.zone) });
      onZone(item.zone, item);
    }
  };
  act.current = { focus: setFocus, pick: (key) => pick(items.find((item) => item.id === key)) };
  const go = (item) => {
    if (!item) return;
    setFocus(item.id);
    setZoom(zoomTo(zoom, item.at));
    svg.current.querySelector(`[data-shape="${item.id}"]`)?.focus();
  };
  const tap = (event) => {
    if (hand.current.hasMoved || event.detail === 0) return;
    const at = zoomPlace(zoom, share(event.clientX, event.clientY)), shape = geometryAt(drawn, at);
    if (!shape) return;
    if (!onSpot) pick(items.find((item) => item.id === shape.id));
    else {
      const place = placeAt(view, at);
      if (place) pick({ ...place, id: placeId(place) });
    }
  };
  return (
    <div class="map" data-view={view} data-spotting={onSpot !== null}>
      <svg ref={svg} class="map-picture" role="group" aria-label={label} aria-describedby={describedby} viewBox={zoomBox(zoom, drawn).map((n) => Math.round(100 * n) / 100).join(' ')}
        style={{ '--ratio': drawn.width / drawn.height }} data-zoomed={zoom.scale > 1} onClick={tap} {...on}
        onKeyDown={(event) => { if (keyDone(event, { items, current, zoom, setZoom, go, pick })) event.preventDefault(); }}>
        <Hatches id={id} />
        {under}
        {onSpot ? ground : drawn.shapes.map(zoneOf)}
        {over}
        {onSpot === null && drawn.shapes.filter(({ zone }) => chosen.has(zone)).map(({ id: key, d }) => <path key={key} class="map-ring" d={d} />)}
        {onSpot === null && <path class="map-focus" d={current.d} />}
        {onSpot && items.map((item) => (
          <Place key={item.id} place={item} drawn={drawn} k={k} isTaken={taken.has(mapPlaceWords(item))} isFirst={item.id === current.id} act={act} />
        ))}
        <Spots spots={spots} drawn={drawn} id={id} k={k} />
      </svg>
      <Tools zoom={zoom} setZoom={setZoom} drawn={drawn} />
    </div>
  );
}

// The zones of a view as boxes to tick; `zones` are further ones that no picture shows by themselves.
export function ZoneList({ view, zones = [], chosen = new Set(), blocked = new Map(), tint = new Map(), onZone, label }) {
  const codes = [...new Set([...zones, ...viewOf(view).shapes.map((shape) => shape.zone)])];
  return (
    <fieldset class="map-list">
      <legend class="unseen">{label}</legend>
      {codes.map((zone) => (
        <label key={zone} class="map-choice" data-closed={blocked.has(zone)}>
          <input type="checkbox" checked={chosen.has(zone)} value={zone} onChange={() => onZone(zone, null)}
            aria-description={statesOf(zone, { blocked, tint }).join('; ') || undefined} />
          <span>{sayCode('zones', zone)}</span>
        </label>
      ))}
    </fieldset>
  );
}
