// geometry: the drawing as curves and polygons: what is drawn, where a point lies, who is next to
// whom. All in units of the template; a place is told as its share of width and height, 0 to 1, and
// never in pixels, so that neither the size of the window nor the zoom can move it.
// SPDX-License-Identifier: Apache-2.0
const STEPS = 6;   // of a curve, where it is made a polygon

const less = (a, b) => [a[0] - b[0], a[1] - b[1]];
const along = (a, t, k) => [a[0] + k * t[0], a[1] + k * t[1]];
const far = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);

function pairs(text) {
  const n = text.trim().split(/\s+/).filter(Boolean).map(Number);
  return Array.from({ length: n.length / 2 }, (_, i) => [n[2 * i], n[2 * i + 1]]);
}

// Points of an edge, with those that only bend its ends.
function edgeOf(text) {
  const parts = text.split('|').map(pairs);
  if (parts.length === 1) return { before: null, points: parts[0], after: null };
  const isFirst = parts.length === 3 || parts[0].length === 1;
  return { before: isFirst ? parts[0][0] : null, points: parts[isFirst ? 1 : 0], after: isFirst ? parts[2]?.[0] ?? null : parts[1][0] };
}

const mirrored = ([x, y], axis) => [2 * axis - x, y];

// Directions in which the curve passes its points, by the lengths of the chords beside each.
function tangents({ before, points, after }, axis) {
  const n = points.length, first = before ?? (points[0][0] === axis ? mirrored(points[1], axis) : null);
  const last = after ?? (points[n - 1][0] === axis ? mirrored(points[n - 2], axis) : null);
  const all = [first, ...points, last];
  const out = points.map((p, i) => {
    const a = all[i], b = all[i + 2];
    if (!a || !b) return null;
    return less(b, a).map((d) => d / (far(a, p) + far(p, b)));
  });
  const end = (p, q, t) => less(q, p).map((d, k) => (t ? (2 * d) / far(p, q) - t[k] : d / far(p, q)));
  out[0] ??= end(points[0], points[1], n > 2 || last ? out[1] : null);
  out[n - 1] ??= end(points[n - 2], points[n - 1], n > 2 ? out[n - 2] : null);
  return out;
}

// The edge as cubic pieces [[from, control, control, to]].
function pieces(text, axis) {
  const edge = edgeOf(text), ts = tangents(edge, axis), { points } = edge;
  return points.slice(1).map((to, i) => {
    const from = points[i], k = far(from, to) / 3;
    return [from, along(from, ts[i], k), along(to, ts[i + 1], -k), to];
  });
}

const turned = (list) => list.map((p) => [...p].reverse()).reverse();
const flipped = (list, axis) => list.map((piece) => piece.map((p) => mirrored(p, axis)));

const isText = (chain) => /^[\d.\s|-]+$/.test(chain) && /\d/.test(chain);

function chainOf(view, chain) {
  if (isText(chain)) return pieces(chain, view.axis);
  return chain.split(' ').flatMap((name) => {
    const isBack = name.startsWith('-'), key = isBack ? name.slice(1) : name;
    const list = pieces(view.edges[key] ?? view.extra[key], view.axis);
    return isBack ? turned(list) : list;
  });
}

const round = (x) => Math.round(10 * x) / 10;
const told = (p) => p.map(round).join(' ');
function pathOf(list, isClosed) {
  return `M${told(list[0][0])}${list.map(([, b, c, d]) => `C${told(b)} ${told(c)} ${told(d)}`).join('')}${isClosed ? 'Z' : ''}`;
}

function polygonOf(list) {
  return list.flatMap(([a, b, c, d]) => Array.from({ length: STEPS }, (_, i) => {
    const t = i / STEPS, s = 1 - t;
    return [0, 1].map((k) => s * s * s * a[k] + 3 * s * s * t * b[k] + 3 * s * t * t * c[k] + t * t * t * d[k]);
  }));
}

// Whether the point lies in the polygons: within an odd number of them.
export function geometryHolds(rings, [x, y]) {
  let is = false;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i], [bx, by] = ring[j];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) is = !is;
    }
  return is;
}

function toEdge(rings, [x, y]) {
  let near = Infinity;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[j], [bx, by] = ring[i], dx = bx - ax, dy = by - ay;
      const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
      near = Math.min(near, Math.hypot(x - ax - t * dx, y - ay - t * dy));
    }
  return near;
}

// The point of the shape farthest from its edge: always within, also of a ring.
function middleOf(rings, isWhole, axis) {
  const xs = rings[0].map((p) => p[0]), ys = rings[0].map((p) => p[1]);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  let best = null, room = -1;
  for (let i = 1; i < 20; i++)
    for (let k = 1; k < 20; k++) {
      const p = [isWhole ? axis : x0 + ((x1 - x0) * k) / 20, y0 + ((y1 - y0) * i) / 20];
      if (!geometryHolds(rings, p)) continue;
      const d = toEdge(rings, p);
      if (d > room + 1e-9) [best, room] = [p, d];
    }
  return { middle: best, room, box: [x0, y0, x1, y1] };
}

const onAxis = (view, list) => view.axis !== null && list[0][0][0] === view.axis && list.at(-1)[3][0] === view.axis;

// Which side of the person lies left of the axis, as one looks at it.
const nearSide = (view) => (view.isFacing ? 'right' : 'left');
const otherSide = (side) => (side === 'left' ? 'right' : 'left');

function shapeOf(view, zone, side, lists) {
  const rings = lists.map(polygonOf), isWhole = side === null;
  return {
    zone, side, id: side ? `${zone}.${side}` : zone, d: lists.map((list) => pathOf(list, true)).join(''), rings,
    ...middleOf(rings, isWhole && view.axis !== null, view.axis),
  };
}

function drawnBoth(view, chain, isClosed) {
  const list = chainOf(view, chain);
  if (view.axis === null) return [pathOf(list, isClosed)];
  const other = flipped(list, view.axis);
  if (onAxis(view, list)) return [pathOf([...list, ...turned(other)], true)];
  if (list.at(-1)[3][0] === view.axis) return [pathOf([...list, ...turned(other)], false)];
  return [pathOf(list, isClosed), pathOf(other, isClosed)];
}

function made(view) {
  const shapes = [], rim = view.rim ? chainOf(view, view.rim) : null;
  for (const [zone, chain] of Object.entries(view.zones)) {
    const list = chainOf(view, chain), hole = zone === 'periorbital' && rim ? [rim] : [];
    if (view.axis === null) shapes.push(shapeOf(view, zone, view.side, [list, ...hole]));
    else if (onAxis(view, list)) shapes.push(shapeOf(view, zone, null, [[...list, ...turned(flipped(list, view.axis))]]));
    else {
      shapes.push(shapeOf(view, zone, nearSide(view), [list, ...hole]));
      shapes.push(shapeOf(view, zone, otherSide(nearSide(view)), [list, ...hole].map((one) => flipped(one, view.axis))));
    }
  }
  const all = (chains, isClosed) => (chains ?? []).flatMap((chain) => drawnBoth(view, chain, isClosed));
  return {
    ...view, shapes, rims: all(rim ? [view.rim] : [], true), lids: all(view.lashes, false),
    grounds: all(view.ground, true), fills: all(view.fill, true), strokes: all(view.lines, false), overs: all(view.over, true),
  };
}

// The view as it is drawn: {id, width, height, shapes: [{id, zone, side, d, rings, middle, room}], ...}
const kept = new Map();
export function geometryView(view) {
  if (!kept.has(view.id)) kept.set(view.id, made(view));
  return kept.get(view.id);
}

// The same head looked at from its other side.
export function geometryTurned(view, id, side) {
  const turn = (text) => text.replace(/(-?[\d.]+) (-?[\d.]+)/g, (_, x, y) => `${round(view.width - Number(x))} ${y}`);
  const each = (edges) => Object.fromEntries(Object.entries(edges).map(([key, text]) => [key, turn(text)]));
  return {
    ...view, id, side, edges: each(view.edges), extra: each(view.extra), lines: view.lines.map(turn),
  };
}

// The shape under a point that is told as a share of width and height; null: none.
export function geometryAt(drawn, [u, v]) {
  const p = [u * drawn.width, v * drawn.height];
  return drawn.shapes.find(({ rings, box: [x0, y0, x1, y1] }) =>
    p[0] >= x0 && p[0] <= x1 && p[1] >= y0 && p[1] <= y1 && geometryHolds(rings, p)) ?? null;
}

export const geometryShare = (drawn, [x, y]) => [x / drawn.width, y / drawn.height];

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// The shape to which an arrow leads: the nearest in its direction, and rather straight than aside.
export function geometryNext(shapes, id, key) {
  const from = shapes.find((shape) => shape.id === id), [wx, wy] = WAYS[key];
  let best = null, least = Infinity;
  for (const shape of shapes) {
    if (shape === from) continue;
    const [dx, dy] = less(shape.middle, from.middle), on = dx * wx + dy * wy, off = Math.abs(dx * wy - dy * wx);
    if (on <= 1 || off > 2.5 * on) continue;
    const cost = on + 2 * off;
    if (cost < least) [best, least] = [shape, cost];
  }
  return best;
}
