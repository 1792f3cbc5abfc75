// Timeline: all that happens and when, on one line of time, from what is prepared to the last look at
// the result; days on which no treatment may be, with the reason. The day that is looked at is that
// of the skin in section.
// SPDX-License-Identifier: Apache-2.0
import { computed, signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import { dayCount, dayShort, dayWords } from '../base/day.js';
import { momentDay, momentHours, momentSitting, momentStart } from '../base/moment.js';
import { say } from '../base/texts.js';
import { theirsPlan } from '../base/theirs.js';
import { Fold } from '../parts/fold.jsx';
import { isRightToLeft, useMedia, useWidth } from '../parts/measure.js';
import { Part } from '../parts/part.jsx';
import { Slider } from '../parts/slider.jsx';
import { Twin } from '../parts/twin.jsx';
import { isOld, plan } from '../state/answer.js';
import { doc } from '../state/file.js';
import { actionsAdd } from '../state/actions.js';
import { hours, isPlaying, reader, room, told, unfold } from '../state/view.js';
import { Detail, List } from './detail.jsx';
import { itemsEarlier, itemsIn, itemsOf, itemsSpan, itemsWindow } from './items.js';
import { layoutOf } from './layout.js';
import { GUTTER, MARGIN, Picture, TOP } from './picture.jsx';
import { scaleOf } from './scale.js';
import { wordsDatesLong, wordsKind, wordsLabel, wordsReason } from './words.js';

const NARROW = 560, ROW = 32, ROW_TOUCH = 48, WEEK = 7;
const COUNTED = { planned: 'web.timeline.cursor.next', given: 'web.timeline.cursor.last' };   // else from today
const ZOOMS = ['course', 'month', 'week'];

const limits = computed(() => doc.value?.limits);   // of all of the file this alone is in the picture
const zoom = signal('course');
const chosenId = signal('');      // '' = nobody chose; null = what was chosen was closed again

function lookAt(day, start) {
  isPlaying.value = false;
  hours.value = momentHours(start, day);
}

function wordsDay(day, start) {
  const n = dayCount(start, day);
  return say(n < 0 ? 'web.timeline.day.before' : 'web.timeline.day', { day: dayShort(day), n: Math.abs(n) });
}

function choose(item, start, isMoved) {
  chosenId.value = item?.id ?? null;
  if (!item || !isMoved) return;
  lookAt(item.from, start);
  told.value = wordsDay(item.from, start);
}

// The day that is looked at, by slider, box, buttons and arrows; with the shift key by weeks.
function Day({ span, start, sitting }) {
  const day = momentDay(start, hours.value), at = dayCount(start, day);
  const low = dayCount(start, span.from), high = dayCount(start, span.to);
  const go = (n) => lookAt(momentDay(start, 24 * Math.min(high, Math.max(low, n))), start);
  const keys = (event) => {
    if (!event.shiftKey || event.target.type !== 'range') return;
    const on = isRightToLeft() ? -1 : 1;
    const way = { ArrowRight: on, ArrowUp: 1, ArrowLeft: -on, ArrowDown: -1 }[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    go(at + way * WEEK);
  };
  return (
    <div class="timeline-day" onKeyDownCapture={keys}>
      <p class="timeline-cursor-words">{wordsDay(day, start)}</p>
      <Slider id="timeline-day" label={say(COUNTED[sitting?.status] ?? 'web.timeline.cursor.today')} value={Math.min(high, Math.max(low, at))} low={low} high={high} step={1}
        words={wordsDay(day, start)} unit={say('web.timeline.days')} onInput={go} />
    </div>
  );
}

function Zooms() {
  return (
    <div class="timeline-zooms" role="group" aria-label={say('web.timeline.zoom')}>{ZOOMS.map((one) => (
      <button type="button" key={one} aria-pressed={zoom.value === one} onClick={() => { zoom.value = one; }}>{say(`web.timeline.zoom.${one}`)}</button>
    ))}</div>
  );
}

function Table({ items }) {
  return (
    <Twin caption={say('web.timeline.twin')} heads={['when', 'what', 'reason'].map((id) => say(`web.timeline.head.${id}`))}
      rows={() => items.map((item) => [wordsDatesLong(item), wordsKind(item), wordsReason(item)])} />
  );
}

// What is chosen; before anybody chose, the sitting that days are counted from, else the first thing.
function chosenOf(items, start) {
  if (chosenId.value === null) return null;
  return items.find((item) => item.id === chosenId.value) ?? items.find((item) => item.lane === 'sittings' && item.from === start) ?? items[0] ?? null;
}

function Lanes({ items, window, width, start, today, chosen }) {
  const rowHeight = useMedia('(pointer: coarse)') ? ROW_TOUCH : ROW;
  const scale = useMemo(() => scaleOf(window, width - GUTTER - MARGIN), [window.from, window.to, width]);
  const layout = useMemo(() => layoutOf(items, scale, { rowHeight, top: TOP, wordsOf: wordsLabel }), [items, scale, rowHeight]);
  const boxes = layout.lanes.flatMap((lane) => lane.boxes), shown = boxes.find(({ item }) => item.id === chosen?.id)?.item ?? chosen;
  if (layout.lanes.length === 0) return null;
  return (
    <>
      <Picture layout={layout} scale={scale} start={start} today={today} chosen={chosen} onChoose={(item, isMoved) => choose(item, start, isMoved)}
        onDay={(day) => lookAt(day, start)} />
      {shown && <Detail item={shown} />}
    </>
  );
}

function Course({ answer, items }) {
  const [box, width] = useWidth(), isPaper = useMedia('print'), start = momentStart(answer);
  const span = useMemo(() => itemsSpan(items, answer.on), [items, answer.on]);
  const window = itemsWindow(span, zoom.value, start), chosen = chosenOf(items, start), isNarrow = width < NARROW;
  const earlier = itemsEarlier(items, span);
  return (
    <>
      <Zooms />
      <Day span={span} start={start} sitting={momentSitting(answer)} />
      <div class="timeline-stage" ref={box} data-old={isOld.value}>
        {width > 0 && !isNarrow && <Lanes items={items} window={window} width={width} start={start} today={answer.on} chosen={chosen} />}
        {(isNarrow || isPaper) && width > 0 && (
          <List items={itemsIn(items, window)} today={answer.on} chosen={chosen} onChoose={(item, isMoved) => choose(item, start, isMoved)} />
        )}
      </div>
      <p class="soft timeline-key">{say('web.timeline.key')}{earlier > 0 && ` ${say('web.timeline.earlier', { n: earlier })}`}</p>
      <Table items={items} />
    </>
  );
}

function Shown({ plan: answer }) {
  const wishes = limits.value, items = useMemo(() => itemsOf(answer, { limits: wishes }), [answer, wishes]);
  return items.length > 0 ? <Course answer={answer} items={items} /> : <p>{say('web.timeline.nothing')}</p>;
}

// The person reads of each date what is meant for them.
function Body() {
  const whole = plan.value, isTheirs = reader.value === 'person';
  const answer = useMemo(() => (whole && isTheirs ? theirsPlan(whole, say) : whole), [whole, isTheirs]);
  return answer === null ? <div class="timeline-bones" aria-hidden="true" /> : <Part of={Shown} plan={answer} />;
}

// To the person a course of which there is nothing yet is not offered as a picture.
const isHere = () => plan.value !== null && (reader.value === 'clinician' || plan.value.sessions.length > 0);

function Side() {
  const rows = (plan.value?.sessions ?? []).filter((row) => row.status === 'planned');
  if (rows.length === 0) return null;
  return <span class="soft">{say('web.timeline.side', { from: dayWords(rows[0].date), to: dayWords(rows.at(-1).date) })}</span>;
}

export function Timeline() {
  if (plan.value !== null && !isHere()) return null;
  return (
    <div class="timeline" id="timeline">
      <Fold id="timeline" level={2} heading={say('web.timeline.heading')} side={<Side />}><Body /></Fold>
    </div>
  );
}

actionsAdd([
  { id: 'timeline', label: () => say('web.timeline.show'), keys: 'g t', isOpen: isHere,
    run: () => {
      room.value = 'plan';
      unfold('timeline', true);
      requestAnimationFrame(() => document.querySelector('#fold-timeline button')?.focus());
    } },
  ...ZOOMS.map((one) => ({ id: `timeline-${one}`, label: () => say('web.timeline.zoom.to', { what: say(`web.timeline.zoom.${one}`) }),
    isOpen: isHere,
    run: () => {
      zoom.value = one;
      room.value = 'plan';
      unfold('timeline', true);
    } })),
]);
