// Section: the skin in section: layers, needles and channels to scale, and what the skin does in the
// hours, days and weeks after a treatment. It shows the hour that the timeline stands at.
// SPDX-License-Identifier: Apache-2.0
import { signal } from '@preact/signals';
import { useId, useMemo, useRef, useState } from 'preact/hooks';

import { say, sayCapital, sayCode } from '../base/texts.js';
import { Fold } from '../parts/fold.jsx';
import { isRightToLeft, useMedia, useSeen, useWidth } from '../parts/measure.js';
import { Part } from '../parts/part.jsx';
import { isOld, plan } from '../state/answer.js';
import { dialog, hours, isOpen, isPlaying, reader, room, told, unfold } from '../state/view.js';
import { actionsAdd } from '../state/actions.js';
import { Facts, Frames } from './facts.jsx';
import { frame, frameStage } from './frame.js';
import { Picture } from './picture.jsx';
import { SPEEDS, usePlayer } from './player.js';
import { tellAge, tellAll, tellMoment } from './tell.js';
import { STILLS, timeEnd, timeHours, timePlace, timeStep } from './time.js';

const PLACES = 1000;              // of the slider
const HEIGHT = 340, GUTTER = 132, GUTTER_NARROW = 112, NARROW = 560;
const STILL = { width: 168, height: 150 };

const zoneKey = signal(null);     // which zone was looked at last
// The zones of the next treatment that can be drawn; none where no treatment is planned.
const rowsOf = (answer) => (answer?.sessions?.some((row) => row.status === 'planned') ? answer.zones : [])
  .filter((row) => row.skin?.length > 0 && row.achieved);
const keyOf = (row) => `${row.zone} ${row.device}`;
const shownZone = (answer) => rowsOf(answer).find((row) => keyOf(row) === zoneKey.value) ?? rowsOf(answer)[0];

// A step, a jump or a pause is told; what runs by itself is not.
function tellNow() {
  if (plan.value && shownZone(plan.value)) told.value = tellAll(plan.value, shownZone(plan.value), hours.value);
}
function goTo(next) {
  isPlaying.value = false;
  hours.value = next;
  tellNow();
}
function step(way) {
  const end = timeEnd(plan.value);
  if (way < 0 || hours.value < end) goTo(timeStep(Math.max(0, Math.min(end, hours.value)), way, end));
}

function playOrPause() {
  if (isPlaying.value) {
    isPlaying.value = false;
    tellNow();
    return;
  }
  if (hours.value < 0 || hours.value >= timeEnd(plan.value)) hours.value = 0;
  isPlaying.value = true;
}

function Scrubber({ end }) {
  const id = useId(), at = Math.max(0, hours.value);
  const keys = (event) => {
    const isRtl = isRightToLeft() ? -1 : 1;
    const way = { ArrowRight: isRtl, ArrowUp: 1, ArrowLeft: -isRtl, ArrowDown: -1 }[event.key];
    const jump = { PageUp: STILLS.find((one) => one > at), PageDown: STILLS.findLast((one) => one < at), Home: 0, End: end }[event.key];
    if (way === undefined && jump === undefined) return;
    event.preventDefault();
    isPlaying.value = false;
    hours.value = way === undefined ? jump : timeStep(at, way, end);
  };
  return (
    <div class="section-scrub slider">
      <label for={id}>{say('web.section.scrub')}</label>
      <div class="section-row">
        <button type="button" class="step" aria-label={say('web.section.back')} disabled={at <= 0} onClick={() => step(-1)}>−</button>
        <div class="slider-track">
          <input id={id} type="range" min="0" max={PLACES} step="1" value={Math.round(PLACES * timePlace(at, end))} onKeyDown={keys}
            aria-valuetext={tellMoment(plan.value, hours.value)}
            onInput={(event) => { isPlaying.value = false; hours.value = timeHours(event.currentTarget.valueAsNumber / PLACES, end); }} />
        </div>
        <button type="button" class="step" aria-label={say('web.section.on')} disabled={at >= end} onClick={() => step(1)}>+</button>
      </div>
    </div>
  );
}

const stillName = (at) => (at === 0 ? say('web.section.still') : tellAge(at));

// Frames that stand still, in place of what moves, and on paper.
function Strip({ answer, zone }) {
  const stage = useMemo(() => frameStage(zone, STILL), [zone]);
  return (
    <ol class="section-strip">{STILLS.map((at) => (
      <li key={at}>
        <button type="button" aria-pressed={hours.value === at} onClick={() => goTo(at)}>
          <Picture scene={frame(answer, zone, at, STILL, stage)} stage={stage} label={tellMoment(answer, at)} />
          <span aria-hidden="true">{stillName(at)}</span>
        </button>
      </li>
    ))}</ol>
  );
}

function Jumps() {
  return (
    <div class="section-jumps" role="group" aria-label={say('web.section.jumps')}>{STILLS.map((at) => (
      <button type="button" key={at} aria-pressed={hours.value === at} onClick={() => goTo(at)}>{stillName(at)}</button>
    ))}</div>
  );
}

function Controls({ isStill, end, speed, setSpeed }) {
  const id = useId();
  return (
    <div class="section-controls">
      {!isStill && (
        <div class="section-row">
          <button type="button" class="primary" id="section-play" onClick={playOrPause}>{say(isPlaying.value ? 'web.section.pause' : 'web.section.play')}</button>
          <label for={id} class="section-speed">{say('web.section.speed')}</label>
          <select id={id} value={speed} onChange={(event) => setSpeed(event.currentTarget.value)}>
            {Object.keys(SPEEDS).map((one) => <option key={one} value={one}>{say(`web.section.speed.${one}`)}</option>)}
          </select>
        </div>
      )}
      <Scrubber end={end} />
    </div>
  );
}

function Zones({ rows, zone, onChange }) {
  const id = useId();
  if (rows.length < 2) return null;
  return (
    <p class="section-row">
      <label for={id}>{say('web.section.zone')}</label>
      <select id={id} value={keyOf(zone)} onChange={(event) => onChange(event.currentTarget.value)}>{rows.map((row) => (
        <option key={keyOf(row)} value={keyOf(row)}>{sayCapital(sayCode('zones', row.zone))}, {sayCode('devices', row.device)}</option>
      ))}</select>
    </p>
  );
}

function Shown({ plan: answer }) {
  const [box, width] = useWidth(), isSeen = useSeen(box), state = useRef(0), id = useId();
  const [speed, setSpeed] = useState('usual');
  const isStill = useMedia('(prefers-reduced-motion: reduce)'), isPaper = useMedia('print');
  const zone = shownZone(answer), end = timeEnd(answer), at = hours.value;
  const gutter = width < NARROW ? GUTTER_NARROW : GUTTER, size = { width: Math.max(120, width - gutter), height: HEIGHT };
  const stage = useMemo(() => frameStage(zone, size), [zone, size.width]);
  usePlayer({ isOn: isPlaying.value && isSeen && !isStill, end, speed, onEnd: tellNow });
  if (!isPlaying.value) state.current = at;
  return (
    <>
      <Zones rows={rowsOf(answer)} zone={zone} onChange={(key) => { zoneKey.value = key; tellNow(); }} />
      <p class="section-moment">{tellMoment(answer, at)}</p>
      <div class="section-stage" ref={box} data-old={isOld.value} data-playing={isPlaying.value}>
        {width > 0 && <Picture scene={frame(answer, zone, at, size, stage)} stage={stage} gutter={gutter}
          label={say('web.section.label', { zone: sayCapital(sayCode('zones', zone.zone)) })} describedby={id} />}
      </div>
      <Controls isStill={isStill} end={end} speed={speed} setSpeed={setSpeed} />
      {isStill || isPaper ? <Strip answer={answer} zone={zone} /> : <Jumps />}
      <Facts id={id} answer={answer} zone={zone} at={state.current} isRunning={isPlaying.value} />
      <Frames answer={answer} zone={zone} />
    </>
  );
}

function Body() {
  const answer = plan.value;
  if (answer === null) return <div class="section-bones" aria-hidden="true" />;
  return rowsOf(answer).length > 0 ? <Part of={Shown} plan={answer} /> : <p>{say('web.section.nothing')}</p>;
}

// To the person nothing is offered that has nothing to show.
const isHere = () => plan.value !== null && (reader.value === 'clinician' || rowsOf(plan.value).length > 0);

export function Section() {
  if (plan.value !== null && !isHere()) return null;
  const side = plan.value === null || rowsOf(plan.value).length > 0 ? 'web.section.side' : 'web.section.side.none';
  return (
    <div class="section" id="section">
      <Fold id="section" level={2} heading={say('web.section.heading')} side={<span class="soft">{say(side)}</span>}><Body /></Fold>
    </div>
  );
}

// The space bar belongs to what it presses.
const isPressable = () => document.activeElement?.matches('button, summary, a, select, [role=option], input[type=checkbox], input[type=radio]');
const isShown = () => isOpen('section') && dialog.value === null && rowsOf(plan.value).length > 0;
const isMoving = () => isShown() && !matchMedia('(prefers-reduced-motion: reduce)').matches;

actionsAdd([
  { id: 'section', label: () => say('web.section.show'), keys: 'g s', isOpen: isHere,
    run: () => {
      room.value = 'plan';
      unfold('section', true);
      requestAnimationFrame(() => document.querySelector('#fold-section button')?.focus());
    } },
  { id: 'section-play', label: () => say(isPlaying.value ? 'web.section.pause' : 'web.section.play'), keys: 'space', run: playOrPause,
    isOpen: () => isMoving() && !isPressable() },
  { id: 'section-back', label: () => say('web.section.back'), keys: ',', run: () => step(-1), isOpen: isShown },
  { id: 'section-on', label: () => say('web.section.on'), keys: '.', run: () => step(1), isOpen: isShown },
]);
