// Fan: a curve with its bands, read point by point with the mouse, a finger or the arrow keys, and
// its table. The picture is made once; what changes is set into it.
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import uPlot from 'uplot';

import { curveKey, curveNearest } from '../base/curve.js';
import { say } from '../base/texts.js';
import { theme } from '../state/view.js';
import { inkHatch, inkOf, inkPaper } from './ink.js';
import { isRightToLeft } from './measure.js';
import { Twin } from './twin.jsx';

const dataOf = ({ x, bands, line }) => [x, ...bands.flatMap(({ low, high }) => [low, high]), line];

// What uPlot is told. `now` holds what is drawn, so that nothing needs to be made anew for it.
function optionsOf(now, box) {
  const isRtl = isRightToLeft(), { bands } = now.props;
  const ink = (key) => () => now.ink[key];
  const filled = (band) => (plot) => {
    const isOuter = now.props.bands[band]?.level > 50;
    if (now.props.isHatched) return inkHatch(plot.ctx, isOuter ? now.ink.inner : now.ink.line, devicePixelRatio);
    return isOuter ? now.ink.outer : now.ink.inner;
  };
  const axis = { stroke: ink('text'), font: now.ink.font, ticks: { show: false }, grid: { stroke: ink('grid'), width: 1 } };
  const edge = (level) => ({ stroke: ink('edge'), width: 1, dash: level > 50 ? [3, 3] : [], points: { show: false } });
  return {
    width: Math.max(120, box.clientWidth), height: box.clientHeight,
    padding: [8, isRtl ? 0 : 18, 0, isRtl ? 18 : 0],
    cursor: { show: false }, legend: { show: false },
    scales: {
      x: { time: false, dir: isRtl ? -1 : 1, range: () => [now.props.x[0], now.props.x.at(-1)] },
      y: { range: () => [now.props.yMin, now.props.yMax] },
    },
    axes: [
      { ...axis, size: 1.7 * now.ink.em, grid: { show: false },
        splits: (_, i, low, high) => (now.props.xTicks ? now.props.xTicks.filter((at) => at >= low && at <= high) : spread(low, high)),
        values: (_, at) => at.map((value) => now.props.xShort?.(value) ?? String(value)) },
      { ...axis, side: isRtl ? 1 : 3, size: 2.7 * now.ink.em, values: (_, at) => at.map((value) => now.props.yShort(value)) },
    ],
    series: [{}, ...bands.flatMap(({ level }) => [edge(level), edge(level)]),
      { stroke: ink('line'), width: 2.5, points: { show: now.props.x.length < 6, size: 7, stroke: ink('line'), fill: ink('line') } }],
    bands: bands.map((_, i) => ({ series: [2 * i + 2, 2 * i + 1], fill: filled(i) })),
    hooks: { draw: [(plot) => {
      const { left, top, width, height } = plot.over.style;
      Object.assign(now.over.style, { left, top, width, height });
    }] },
  };
}

// At most seven round places between two.
const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 6, 7, 10, 12, 14, 20, 24, 30, 50, 100];
function spread(low, high) {
  const step = STEPS.find((size) => (high - low) / size <= 6) ?? (high - low) / 5, first = Math.ceil(low / step - 1e-9);
  return Array.from({ length: 1 + Math.floor(high / step + 1e-9) - first }, (_, i) => Number(((first + i) * step).toFixed(6)));
}

// Keeps a plot in `box` that shows `props`; it is made anew only where its series are others.
function usePlot(box, over, probe, props) {
  const now = useRef({}).current, shape = `${props.bands.map((band) => band.level)}-${props.x.length < 6}`;
  const redraw = (ink) => {
    now.ink = ink;
    now.plot?.redraw(false, true);
  };
  now.props = props;
  useLayoutEffect(() => {
    now.over = over.current;
    now.ink = inkOf(probe.current);
    now.plot = new uPlot(optionsOf(now, box.current), dataOf(props), box.current);
    return () => now.plot.destroy();
  }, [shape]);
  useEffect(() => { now.plot.setData(dataOf(props)); }, [props.data, props.isHatched]);
  useEffect(() => redraw(inkOf(probe.current)), [theme.value]);
  useEffect(() => {
    const media = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query));
    const again = () => redraw(inkOf(probe.current)), paper = () => redraw(inkPaper(probe.current));
    const sizes = new ResizeObserver(([{ contentRect: { width, height } }]) => {
      if (width > 0 && (width !== now.plot.width || height !== now.plot.height)) now.plot.setSize({ width, height });
    });
    sizes.observe(box.current);
    for (const one of media) one.addEventListener('change', again);
    addEventListener('beforeprint', paper);
    addEventListener('afterprint', again);
    return () => {
      sizes.disconnect();
      for (const one of media) one.removeEventListener('change', again);
      removeEventListener('beforeprint', paper);
      removeEventListener('afterprint', again);
    };
  }, []);
}

// Where a value lies, as a share of the picture.
function placesOf({ x, bands, line, yMin, yMax }, i) {
  const along = (at) => (at - x[0]) / (x.at(-1) - x[0] || 1), up = (value) => (value - yMin) / (yMax - yMin);
  const outer = bands[0];
  return {
    along,
    point: i === null || line[i] === null ? null : up(line[i]),
    span: i === null || !outer || outer.low[i] === null ? null : [up(outer.low[i]), up(outer.high[i])],
  };
}

function Over({ over, props, at, setAt }) {
  const { x, xWords, words, caption, marks = [], cursor, onPoint } = props;
  const { along, point, span } = placesOf(props, at);
  const nearest = (event) => {
    const box = over.current.getBoundingClientRect(), share = (event.clientX - box.left) / box.width;
    const from = isRightToLeft() ? 1 - share : share;
    return curveNearest(x, x[0] + from * (x.at(-1) - x[0]));
  };
  const take = (i, isMeant) => {
    if (i !== at) setAt(i);
    if (isMeant) onPoint?.(i);
  };
  const onKeyDown = (event) => {
    const i = at === null ? 0 : curveKey(event.key, at, x.length, isRightToLeft());
    if (i === null || curveKey(event.key, 0, x.length) === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    take(i, true);
  };
  return (
    <div ref={over} class="fan-over" role="slider" tabIndex={0} aria-label={say('web.fan.read', { what: caption })}
      aria-valuemin={0} aria-valuemax={x.length - 1} aria-valuenow={at ?? 0}
      aria-valuetext={at === null ? say('web.fan.none') : `${xWords(x[at])}: ${words(at)}`}
      onKeyDown={onKeyDown} onPointerMove={(event) => take(nearest(event), event.buttons > 0)}
      onPointerDown={(event) => take(nearest(event), true)}>
      {marks.filter((mark) => mark.at >= x[0] && mark.at <= x.at(-1)).map((mark) => (
        <span key={mark.label} class="fan-mark" style={{ '--at': along(mark.at) }} aria-hidden="true"><span>{mark.label}</span></span>
      ))}
      {cursor !== undefined && cursor >= x[0] && cursor <= x.at(-1) && <span class="fan-time" style={{ '--at': along(cursor) }} aria-hidden="true" />}
      {at !== null && <span class="fan-line" style={{ '--at': along(x[at]) }} aria-hidden="true" />}
      {span && <span class="fan-span" style={{ '--at': along(x[at]), '--from': span[0], '--to': span[1] }} aria-hidden="true" />}
      {point !== null && <span class="fan-point" style={{ '--at': along(x[at]), '--to': point }} aria-hidden="true" />}
    </div>
  );
}

// The same until what is drawn changes: most answers leave most pictures as they are.
function useData({ x, bands, line, yMin = 0, yMax }) {
  const kept = useRef({}).current, words = JSON.stringify([x, bands, line, yMin, yMax]);
  if (kept.words !== words) {
    const known = [line, ...bands.flatMap(({ low, high }) => [low, high])].flat().filter((value) => value !== null);
    kept.words = words;
    kept.data = { x, bands, line, yMin: Math.min(yMin, ...known), yMax: yMax ?? 1.05 * Math.max(...known) };
  }
  return kept.data;
}

// x: [places], rising; bands: [{low, high, level}], widest first, and line, as base/curve makes them;
// caption: what it shows; about: the same in a sentence with its range, for who does not see it;
// xWords(x): "day 3"; xUnit, yUnit: what the axes count; xTicks: places to write under the picture;
// yShort(y): a number on the axis; words(i): the value at place i with its range; read(i): the same with
// its mark and its "why"; marks: [{at, label}]; cursor: the time that is looked at; isHatched: it cannot
// be foretold; heads and rows: its table; onPoint(i): a place was pressed or reached by a key.
export function Fan(all) {
  const data = useData(all), props = { ...all, ...data, data };
  const { caption, about, xUnit, yUnit, height = 14, read, xWords, x, heads, rows, note, className = '' } = props;
  const box = useRef(null), over = useRef(null), probe = useRef(null), [at, setAt] = useState(null);
  const place = at !== null && at < x.length ? at : null;
  usePlot(box, over, probe, props);
  return (
    <figure class={`fan ${className}`}>
      <figcaption>{caption}</figcaption>
      <p class="fan-unit" aria-hidden="true">{yUnit}</p>
      <div class="fan-box">
        <span ref={probe} class="ink" aria-hidden="true" />
        <div ref={box} class="fan-plot" role="img" aria-label={about} style={{ blockSize: `${height}rem` }} />
        <Over over={over} props={props} at={place} setAt={setAt} />
      </div>
      <p class="fan-unit fan-x" aria-hidden="true">{xUnit}</p>
      <p class="fan-read">
        {place === null ? <span class="soft">{say('web.fan.none')}</span> : <><b>{xWords(x[place])}</b> {read(place)}</>}
      </p>
      {note && <p class="soft">{note}</p>}
      <Twin caption={caption} heads={heads} rows={rows} />
    </figure>
  );
}
