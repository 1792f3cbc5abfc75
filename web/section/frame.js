// frame: what the skin in section looks like at one hour, as a list of plain shapes in pixels. The
// same plan, zone, hour and size give the same list. Layers, depths and the length of needles are to
// scale, the same across and down. Cells, strands and vessels are drawing: where they stand is drawn
// by lot from fixed seeds, and how many there are follows how active the phase is.
// SPDX-License-Identifier: Apache-2.0
import { PHASES, bandsDepth, bandsOpen, bandsQuantile, bandsRedness, bandsShare, bandsStrength, bandsWindow } from './bands.js';

const AIR = 0.18;           // of the height: above the skin
const BELOW = 1.12;         // how much of what lies below the dermis, or below the needle, is shown
const CHANNELS_MAX = 60;
const APART = 12;           // columns where the plan has no density
const DOTS = 5, CELLS = 2, STRANDS = 3, ORDERED = 2;   // for each channel, at their most
const NEAR = 0.5;           // how far from its channel something stands, of the distance between two
const GOLDEN = 0.6180339887498949;
const DERMIS = ['papillary_dermis', 'reticular_dermis'];

// A number from 0 to 1, of its own for each i and each salt.
function lot(i, salt) {
  let h = Math.imul(i + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 4294967296;
}

const ofUnit = (q, share) => bandsQuantile(q, share) * (q.unit === 'um' ? 0.001 : 1);

// [{layer, from, low, high}] in mm, the uppermost first; low and high: where it begins in 90 of 100
// simulated people.
function layersOf(zone) {
  return (zone.skin ?? []).map(({ layer, from }) => (
    { layer, from: ofUnit(from, 0.5), low: ofUnit(from, 0.05), high: ofUnit(from, 0.95) }
  )).sort((a, b) => a.from - b.from);
}

// Millimetres that the picture shows below the surface.
function deepest(zone, layers) {
  const fat = layers.find((row) => row.layer === 'below_dermis');
  return BELOW * Math.max(fat?.from ?? 0, zone.depth?.value ?? 0, bandsQuantile(zone.achieved, 0.95), bandsDepth(zone, 0.98));
}

// Places of the channels across: one every mean distance, a little off the row.
function columns(zone, view) {
  const apart = zone.density?.value > 0 ? view.perMm * 10 / Math.sqrt(zone.density.value) : view.width / APART;
  const n = Math.max(1, Math.min(CHANNELS_MAX, Math.floor(view.width / apart)));
  return Array.from({ length: n }, (_, i) => view.width * ((i + 0.5 + 0.3 * (lot(i, 1) - 0.5)) / n));
}

function layerShapes(layers, view) {
  return layers.map((row, i) => {
    const top = view.y(row.from), next = layers[i + 1];
    const bottom = next ? view.y(next.from) : view.height;
    return { kind: 'layer', layer: row.layer, x: 0, width: view.width, top, bottom: Math.max(bottom, top + 1), isThin: bottom - top < 1 };
  });
}

// Where a layer begins differs from person to person: the band of that.
const edgeShapes = (layers, view) => layers.filter((row) => row.from > 0 && row.high > row.low)
  .map((row) => ({ kind: 'edge', layer: row.layer, top: view.y(row.low), bottom: Math.min(view.height, view.y(row.high)) }));

// Loops of vessels under the epidermis; they are drawn stronger the more people are red.
function vesselShapes(boxes, view, strength) {
  const box = boxes.papillary_dermis;
  if (!box) return [];
  const n = Math.max(3, Math.round(view.width / 46));
  return Array.from({ length: n }, (_, i) => {
    const reach = box.bottom - box.top, top = box.top + reach * (0.1 + 0.15 * lot(i, 2));
    return { kind: 'vessel', layer: 'papillary_dermis', x: view.width * ((i + 0.5 + 0.5 * (lot(i, 3) - 0.5)) / n),
      top, bottom: box.bottom, width: Math.min(9, 0.5 * reach + 2), strength };
  });
}

// The collagen that was there before, as a faint weave.
function weaveShapes(boxes) {
  const box = boxes.reticular_dermis;
  if (!box) return [];
  return Array.from({ length: 44 }, (_, i) => strand('weave', i, box, 4, { long: 34, tilt: 0.5, layer: 'reticular_dermis' }));
}

// A strand that stays in its box: a line with a bend, ends and bend within the box.
function strand(kind, i, box, salt, { long, tilt, layer, x: about, spread = 0 }) {
  const height = box.bottom - box.top, middle = about === undefined
    ? box.left + (box.right - box.left) * lot(i, salt) : about + spread * (lot(i, salt) - 0.5);
  const half = long * (0.35 + 0.3 * lot(i, salt + 1)), angle = tilt * Math.PI * (lot(i, salt + 2) - 0.5);
  const bend = (lot(i, salt + 4) - 0.5) * Math.min(8, height / 3);
  const rise = Math.min(Math.abs(Math.sin(angle) * half), Math.max(0, height / 2 - Math.abs(bend) - 1));
  const margin = rise + Math.abs(bend) + 0.5;
  const y = box.top + margin + Math.max(0, height - 2 * margin) * lot(i, salt + 3);
  const run = Math.cos(angle) * half, sign = Math.sign(angle) || 1;
  return { kind, layer, x1: middle - run, y1: y - sign * rise, x2: middle + run, y2: y + sign * rise, xb: middle, yb: y + bend };
}

// Of a plan without a curve of closing: the share of simulated people in whom channels are not closed.
const notClosed = (zone, hours) => (zone.closure ? 1 - bandsShare(zone.closure, hours) : 0);

// How deep the channel of a column is: every column has a quantile of its own.
const depthOf = (zone, i) => bandsDepth(zone, ((i + 0.5) * GOLDEN) % 1);

// Where channels were.
const traceShapes = (zone, hours, view, xs) => (hours <= 0 ? []
  : xs.map((x, i) => ({ kind: 'trace', x, top: view.y(0), bottom: view.y(depthOf(zone, i)) })));

// A channel that is all but closed fades away.
const fading = (share) => Math.min(1, 8 * share);

function channelShapes(zone, hours, view, xs) {
  if (hours < 0) return [];
  const q = bandsOpen(zone, hours), share = q ? q.value : notClosed(zone, hours), high = q ? q.high : share;
  const full = Math.min(5, 0.34 * (view.width / xs.length));
  return xs.map((x, i) => ({
    kind: 'channel', x, top: view.y(0), bottom: view.y(depthOf(zone, i)),
    width: full * share, widest: full * high, strength: fading(share), faint: fading(high),
  }));
}

// The needle at the moment it is deepest, at the depth that is set.
function needleShapes(zone, hours, view, xs) {
  if (hours !== 0 || !zone.depth) return [];
  const full = Math.min(5, 0.34 * (view.width / xs.length));
  return xs.map((x) => ({ kind: 'needle', x, top: 0, bottom: view.y(zone.depth.value), width: full }));
}

// The box of the dermis around one channel where cells and strands may stand.
function around(i, xs, boxes, view, zone) {
  const at = i % xs.length, layer = DERMIS[lot(i, 9) < 0.3 ? 0 : 1], box = boxes[layer];
  if (!box) return null;
  const reach = view.y(depthOf(zone, at)) + 6;
  const bottom = Math.min(box.bottom, Math.max(reach, box.top + 4)), apart = view.width / xs.length;
  return { layer, x: xs[at], apart, box: { top: box.top, bottom, left: 0, right: view.width } };
}

const inside = (low, high, at) => (high <= low ? (low + high) / 2 : low + (high - low) * at);

function bodies(kind, each, strength, salt, radius, { view, xs, boxes, zone }) {
  const made = [], n = each * xs.length;
  for (let i = 0; i < Math.round(n * strength.high); i++) {
    const near = around(i + salt, xs, boxes, view, zone);
    if (!near) continue;
    const r = Math.min(radius * (0.7 + 0.6 * lot(i, salt)), (near.box.bottom - near.box.top) / 2);
    made.push({ kind, layer: near.layer, x: near.x + near.apart * NEAR * (lot(i, salt + 1) - 0.5),
      y: inside(near.box.top + r, near.box.bottom - r, lot(i, salt + 2)), r, turn: lot(i, salt + 3), isGhost: i >= Math.round(n * strength.mid) });
  }
  return made;
}

function strands(kind, each, strength, salt, look, { view, xs, boxes, zone }) {
  const made = [], n = each * xs.length;
  for (let i = 0; i < Math.round(n * strength.high); i++) {
    const near = around(i + salt, xs, boxes, view, zone);
    if (!near) continue;
    const line = strand(kind, i, near.box, salt, { ...look, layer: near.layer, x: near.x, spread: NEAR * near.apart });
    made.push({ ...line, isGhost: i >= Math.round(n * strength.mid) });
  }
  return made;
}

function healingShapes(plan, hours, stage) {
  const [clearing, filling, ordering] = PHASES.map((id) => bandsStrength(plan, id, hours, stage.number));
  return [
    ...strands('ordered', ORDERED, ordering, 50, { long: 70, tilt: 0.06 }, stage),
    ...strands('strand', STRANDS, filling, 40, { long: 17, tilt: 1 }, stage),
    ...bodies('cell', CELLS, filling, 30, 3.4, stage),
    ...bodies('dot', DOTS, clearing, 20, 2, stage),
  ];
}

// What is put on the skin, as drops: while channels are open, and outlined while they are closing.
function dropShapes(window, view) {
  if (window !== 'open' && window !== 'closing') return [];
  const n = Math.max(3, Math.round(view.width / 110)), r = Math.min(5, view.height * AIR * 0.12);
  return Array.from({ length: n }, (_, i) => ({ kind: 'drop', x: view.width * ((i + 0.5) / n), y: view.y(0) - r - 3, r, isGhost: window === 'closing' }));
}

// The longest of these that takes no more than a quarter of the width.
function barOf(view) {
  const mm = [2, 1, 0.5, 0.2, 0.1].find((one) => one * view.perMm <= view.width / 4) ?? 0.1;
  return { mm, width: mm * view.perMm };
}

// What is the same at every hour: how much a pixel is, layers, edges, weave. null: the plan does not
// say what the skin of the zone is made of.
export function frameStage(zone, size) {
  const layers = layersOf(zone);
  if (layers.length === 0 || !zone.achieved) return null;
  const surface = size.height * AIR, perMm = (size.height - surface) / deepest(zone, layers);
  const view = { ...size, perMm, y: (mm) => Math.min(size.height, surface + mm * perMm) };
  const still = layerShapes(layers, view), boxes = {};
  for (const row of still) boxes[row.layer] = { top: row.top, bottom: row.bottom, left: 0, right: size.width };
  return { view, zone, boxes, xs: columns(zone, view), surface, layers: [...still, ...edgeShapes(layers, view), ...weaveShapes(boxes)] };
}

// {width, height, surface, perMm, bar: {mm, width}, band: {top, bottom}, set, window, redness, shapes}
export function frame(plan, zone, hours, size, stage = frameStage(zone, size)) {
  if (stage === null) return null;
  const { view, xs, boxes, surface } = stage, red = bandsRedness(plan, hours)?.value ?? 0;
  const number = plan.sessions?.find((row) => row.status === 'planned')?.number;
  const window = bandsWindow(zone, hours);
  return {
    width: size.width, height: size.height, surface, perMm: view.perMm, bar: barOf(view), window, redness: red,
    band: { top: view.y(bandsQuantile(zone.achieved, 0.05)), bottom: view.y(bandsQuantile(zone.achieved, 0.95)) },
    set: zone.depth ? view.y(zone.depth.value) : null,
    shapes: [
      ...stage.layers,
      ...vesselShapes(boxes, view, 0.35 + 0.65 * red),
      ...healingShapes(plan, hours, { ...stage, number }),
      ...traceShapes(zone, hours, view, xs),
      ...channelShapes(zone, hours, view, xs),
      ...needleShapes(zone, hours, view, xs),
      ...(hours > 0 ? dropShapes(window, view) : []),
    ],
  };
}
