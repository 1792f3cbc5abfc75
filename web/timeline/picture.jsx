// Picture: the lanes of the timeline. Every thing in it can be chosen; the keys go from one to the next
// by date, and up and down from lane to lane.
// SPDX-License-Identifier: Apache-2.0
import { useRef } from 'preact/hooks';

import { dayBrief, dayMonth } from '../base/day.js';
import { say } from '../base/texts.js';
import { isRightToLeft } from '../parts/measure.js';
import { hours } from '../state/view.js';
import { layoutBeside, layoutOrder } from './layout.js';
import { scaleDay, scaleTicks } from './scale.js';
import { wordsAll, wordsLabel, wordsLane } from './words.js';

const DAY_H = 24;
export const GUTTER = 124;
export const MARGIN = 14;      // at the end of the line
export const TOP = 50;
const TICK_APART = 52;
const R = 11;

// Along the line: from its start, which in some scripts is on the right.
function placing(scale) {
  const isRtl = isRightToLeft(), total = scale.width + GUTTER + MARGIN;
  return {
    isRtl, total, way: isRtl ? -1 : 1,
    at: (x) => (isRtl ? total - GUTTER - x : GUTTER + x),
    box: (start, end) => ({ x: isRtl ? total - GUTTER - end : GUTTER + start, width: Math.max(0, end - start) }),
  };
}

const SHAPES = {
  preparation: (x, y) => `M${x - 6} ${y + 9}V${y - 9}L${x + 8} ${y - 4}L${x - 6} ${y + 1}`,
  test_spot: (x, y) => `M${x - 7} ${y - 7}h14v14h-14zM${x - 2} ${y - 2}h4v4h-4z`,
  photo: (x, y) => `M${x - 9} ${y - 5}h4l2-3h6l2 3h4v12h-18zM${x - 3} ${y + 1}a3 3 0 1 0 6 0a3 3 0 1 0-6 0`,
  check_in: (x, y) => `M${x - 5} ${y}a5 5 0 1 0 10 0a5 5 0 1 0-10 0`,
  review: (x, y) => `M${x} ${y - 9}l9 9l-9 9l-9-9z`,
  maintenance: (x, y) => `M${x - 9} ${y}l4.5-8h9l4.5 8l-4.5 8h-9z`,
  event: (x, y) => `M${x} ${y - 10}l3 6.5l7 .8l-5.2 4.8l1.4 7l-6.2-3.5l-6.2 3.5l1.4-7l-5.2-4.8l7-.8z`,
};

function Sitting({ item, x, y }) {
  return (
    <>
      <circle class="timeline-disc" data-kind={item.kind} cx={x} cy={y} r={R} />
      {item.kind === 'cancelled' && <path class="timeline-cross" d={`M${x - R} ${y - R}l${2 * R} ${2 * R}`} />}
    </>
  );
}

function Mark({ box, place, y }) {
  const { item } = box, x = place.at(box.middle);
  if (item.lane === 'sittings') return <Sitting item={item} x={x} y={y} />;
  if (box.isMark) return <path class="timeline-mark" data-kind={item.kind} d={SHAPES[item.kind](x, y)} />;
  const tall = item.lane === 'blocked' ? 22 : 20;
  const parts = (box.parts ?? [box]).map((part) => place.box(part.start, part.end));
  return parts.map((part) => (
    <rect key={part.x} class="timeline-bar" data-lane={item.lane} data-kind={item.kind} x={part.x} y={y - tall / 2} width={part.width} height={tall} rx="4" />
  ));
}

function Label({ box, place }) {
  const { item } = box, y = box.top + box.height / 2 + 4, middle = place.at(box.middle);
  const x = { in: box.start + 9, after: box.end + 7, before: box.start - 7 }[box.place];
  return (
    <>
      {item.lane === 'sittings' && <text class="timeline-number" data-kind={item.kind} x={middle} y={y}>{item.number}</text>}
      {item.held && <text class="timeline-held" x={middle} y={y}>{item.held.length}</text>}
      {box.place !== 'none' && <text class="timeline-label" data-place={box.place} data-lane={item.lane} data-kind={item.kind} x={place.at(x)} y={y}>{wordsLabel(item)}</text>}
    </>
  );
}

function Box({ box, place, isChosen, onChoose }) {
  const { item } = box, y = box.top + box.height / 2, hit = place.box(box.start - 2, Math.max(box.end + 2, box.start + 24));
  return (
    <g role="option" id={`timeline-${item.id.replaceAll(' ', '_')}`} class="timeline-item" tabindex={isChosen ? 0 : -1} aria-selected={isChosen}
      aria-label={wordsAll(item)} onClick={() => onChoose(item, true)}>
      <rect class="timeline-hit" x={hit.x} y={box.top} width={hit.width} height={box.height} rx="6" />
      <Mark box={box} place={place} y={y} />
    </g>
  );
}

const tickWords = (unit, day) => (unit === 'month' ? (day.slice(5, 7) === '01' ? day.slice(0, 4) : dayMonth(day)) : unit === 'week' ? dayBrief(day) : dayBrief(day));

function Ticks({ scale, place, height }) {
  const { unit, days } = scaleTicks(scale, TICK_APART);
  return (
    <g class="timeline-ticks" aria-hidden="true">{days.map((day) => {
      const x = place.at(scale.x(day) + (unit === 'day' ? scale.perDay / 2 : 0)), isIn = scale.width - scale.x(day) > 30;
      return (
        <g key={day}>
          <path d={`M${x} ${TOP - 14}V${height}`} />
          {isIn && <text x={x} y={TOP - 27}>{tickWords(unit, day)}</text>}
        </g>
      );
    })}</g>
  );
}

function Line({ scale, place, day, shift = 0.5, height, kind, words }) {
  const along = scale.x(day) + shift * scale.perDay;
  if (along < 0 || along > scale.width) return null;
  const x = place.at(along), isLate = along > scale.width - 90;
  return (
    <g class={`timeline-${kind}`} aria-hidden="true">
      <path d={`M${x} ${TOP - 8}V${height}`} />
      {words && <text x={x + (isLate ? -5 : 5) * place.way} y={height - 3} text-anchor={isLate ? 'end' : 'start'}>{words}</text>}
    </g>
  );
}

// The day that is looked at. It alone follows the hours, so that nothing else is drawn anew by them.
function Cursor({ scale, place, start, height }) {
  const along = scale.x(start) + (hours.value / DAY_H + 0.5) * scale.perDay;
  if (along < 0 || along > scale.width) return null;
  const x = place.at(along);
  return <g class="timeline-cursor" aria-hidden="true"><path d={`M${x} ${TOP - 8}V${height}`} /><path class="timeline-handle" d={`M${x - 8} ${TOP - 20}h16v7l-8 8l-8-8z`} /></g>;
}

export function Picture({ layout, scale, start, today, chosen, onChoose, onDay }) {
  const root = useRef(null), place = placing(scale), { lanes } = layout, height = layout.height + 18;
  const order = layoutOrder(layout), at = order.findIndex(({ item }) => item.id === chosen?.id);
  const current = order[at] ?? order[0];
  const dayOf = (event) => {
    const x = event.clientX - root.current.getBoundingClientRect().left;
    return scaleDay(scale, place.isRtl ? place.total - GUTTER - x : x - GUTTER);
  };
  const keys = (event) => {
    const i = order.indexOf(current), on = place.way;
    const next = { ArrowRight: order[i + on], ArrowLeft: order[i - on], ArrowDown: layoutBeside(layout, current, 1),
      ArrowUp: layoutBeside(layout, current, -1), Home: order[0], End: order.at(-1) }[event.key];
    if (event.key === 'Enter' || event.key === ' ') onChoose(current.item, true);
    else if (!['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!next) return;
    onChoose(next.item, false);
    requestAnimationFrame(() => root.current?.querySelector('[role=option][tabindex="0"]')?.focus());
  };
  const press = (event) => onDay(dayOf(event));
  const drag = (event) => { if (event.buttons === 1 && event.pointerType !== 'touch') press(event); };   // a finger scrolls
  return (
    <svg ref={root} class="timeline-picture" width={place.total} height={height} viewBox={`0 0 ${place.total} ${height}`}>
      <defs>
        <pattern id="timeline-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="timeline-hatch-ground" width="7" height="7" /><path class="timeline-hatch-line" d="M0 0V7" />
        </pattern>
      </defs>
      {lanes.map((row, i) => <rect key={row.lane} class="timeline-lane" data-even={i % 2 === 0} x="0" y={row.top - 4} width={place.total} height={row.height + 8} />)}
      <Ticks scale={scale} place={place} height={layout.height} />
      <rect class="timeline-ground" {...place.box(0, scale.width)} y="0" height={layout.height} onClick={press} onPointerMove={drag} />
      <Line scale={scale} place={place} day={today} height={height} kind="today" words={say('web.timeline.today')} />
      <Cursor scale={scale} place={place} start={start} height={layout.height} />
      <g role="listbox" aria-label={say('web.timeline.items')} onKeyDown={keys}>{lanes.map(({ lane, boxes }) => (
        <g key={lane} role="group" aria-label={wordsLane(lane)}>
          {boxes.map((box) => <Box key={box.item.id} box={box} place={place} isChosen={box === current} onChoose={onChoose} />)}
        </g>
      ))}</g>
      <g class="timeline-words" aria-hidden="true">{lanes.map(({ lane, top, boxes }) => (
        <g key={lane}>
          <text class="timeline-name" x={place.isRtl ? place.total - 8 : 8} y={top + boxes[0].height / 2 + 4}>{wordsLane(lane)}</text>
          {boxes.map((box) => <Label key={box.item.id} box={box} place={place} />)}
        </g>
      ))}</g>
    </svg>
  );
}

