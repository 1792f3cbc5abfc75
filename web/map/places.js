// places: where in a zone a single spot is, by name. The file keeps a spot in words, so that a place
// that is tapped becomes the nearest of these, and words become a place on the drawing again.
// SPDX-License-Identifier: Apache-2.0
import { geometryAt, geometryHolds } from './geometry.js';
import { VIEWS, viewOf } from './views.js';

// view: {zone: {place: [x, y]}} in units of the template, on the half that is drawn; a place on the
// axis, or ending in '.mid', is in the middle; any other is left or right of it.
const FRONT = {
  forehead: { hairline: [150, 104], 'hairline.mid': [200, 104], centre: [150, 138], 'centre.mid': [200, 138], above_brow: [150, 160] },
  glabella: { middle: [200, 188] },
  temples: { middle: [88, 206] },
  brows: { middle: [150, 176] },
  upper_eyelid: { middle: [149, 212] },
  periorbital: { outer_corner: [104, 214], below_eye: [148, 248], below_brow: [135, 188] },
  cheeks: { below_eye: [140, 270], cheekbone: [100, 256], beside_nose: [156, 280], middle: [118, 296], beside_mouth: [142, 326], before_ear: [82, 240] },
  nose: { bridge: [200, 232], side: [183, 266], tip: [200, 278], wing: [175, 282] },
  upper_lip: { middle: [200, 305], side: [170, 306] },
  lips: { upper: [184, 319], lower: [184, 336], 'upper.mid': [200, 318], 'lower.mid': [200, 336], corner: [163, 327] },
  chin: { middle: [200, 374], side: [164, 362], below_lip: [200, 354] },
  jaw: { front: [142, 362], angle: [100, 316] },
  neck: { upper: [150, 400], 'upper.mid': [200, 420], lower: [140, 446], 'lower.mid': [200, 458] },
  scalp: { front: [150, 62], 'front.mid': [200, 58], side: [84, 130] },
};
const SIDE = {
  forehead: { hairline: [110, 104], centre: [100, 136], above_brow: [120, 158] },
  glabella: { 'middle.mid': [86, 188] }, temples: { middle: [182, 196], hairline: [176, 166] },
  brows: { middle: [130, 172] }, upper_eyelid: { middle: [128, 212] },
  periorbital: { outer_corner: [162, 214], below_eye: [126, 247], below_brow: [140, 185] },
  cheeks: { below_eye: [130, 264], cheekbone: [176, 248], beside_nose: [117, 280], middle: [172, 290], beside_mouth: [126, 334], before_ear: [228, 256] },
  nose: { bridge: [86, 232], tip: [66, 276], wing: [98, 284], side: [94, 262] },
  upper_lip: { side: [94, 307] }, lips: { upper: [88, 322], lower: [90, 336], corner: [108, 327] },
  chin: { side: [104, 374] },
  jaw: { front: [140, 376], angle: [222, 318] },
  neck: { upper: [226, 366], lower: [230, 450] },
  scalp: { front: [160, 72], side: [230, 140], behind_ear: [306, 250], back: [322, 190] },
};
const TOP = { scalp: { front: [150, 120], 'front.mid': [200, 120], side: [104, 220], top: [156, 216], 'top.mid': [200, 216], crown: [168, 310], 'crown.mid': [200, 310], back: [164, 360], 'back.mid': [200, 366] } };
const LIMBS = {
  arms: { upper: [112, 176], lower: [106, 236] }, forearms: { upper: [92, 292], lower: [74, 342] }, hands: { back: [62, 388], fingers: [56, 426] },
};
const BODY = {
  full_face: { middle: [200, 76] }, scalp: { 'front.mid': [200, 32] }, neck: { lower: [180, 128], 'lower.mid': [200, 126] },
  decollete: { upper: [160, 158], lower: [172, 186], 'upper.mid': [200, 156], 'lower.mid': [200, 188] },
  abdomen: { upper: [166, 274], 'upper.mid': [200, 272], navel: [176, 308], 'navel.mid': [200, 310], lower: [170, 332], 'lower.mid': [200, 340], flank: [148, 290] },
  thighs: { upper: [150, 386], middle: [156, 426], lower: [160, 474] }, ...LIMBS,
};
const BACK = {
  scalp: { crown: [186, 50], 'crown.mid': [200, 50], back: [186, 80], 'back.mid': [200, 82] },
  back: { shoulder: [160, 158], shoulder_blade: [160, 196], 'upper.mid': [200, 180], middle: [166, 240], 'middle.mid': [200, 240], lower: [164, 294], 'lower.mid': [200, 296] },
  thighs: { behind_upper: [156, 412], behind: [156, 440], behind_lower: [158, 478] }, ...LIMBS,
};
const turned = (table, width) => Object.fromEntries(Object.entries(table).map(([zone, places]) =>
  [zone, Object.fromEntries(Object.entries(places).map(([name, [x, y]]) => [name, [width - x, y]]))]));
const TABLES = { face_front: FRONT, face_left: SIDE, face_right: turned(SIDE, 400), head_top: TOP, body_front: BODY, body_back: BACK };

const near = (view) => (view.isFacing ? 'right' : 'left');
const other = (side) => (side === 'left' ? 'right' : 'left');

function made(id) {
  const view = viewOf(id), out = [];
  for (const [zone, places] of Object.entries(TABLES[id]))
    for (const [key, [px, py]] of Object.entries(places)) {
      const name = key.replace('.mid', ''), x = px / view.width, y = py / view.height;
      if (view.axis === null) out.push({ zone, side: name === key ? view.side : null, name, view: id, x, y });
      else if (px === view.axis) out.push({ zone, side: null, name, view: id, x, y });
      else {
        out.push({ zone, side: near(view), name, view: id, x, y });
        out.push({ zone, side: other(near(view)), name, view: id, x: (2 * view.axis) / view.width - x, y });
      }
    }
  return out;
}

// Every place of the view: [{zone, side left|right|null, name, view, x, y}].
const kept = new Map();
export function placesOf(id) {
  if (!kept.has(id)) kept.set(id, made(id));
  return kept.get(id);
}

// The place nearest to a point of the view, in the zone that lies there; null: no zone lies there.
export function placeAt(id, [u, v], zone = null) {
  const drawn = viewOf(id), shape = geometryAt(drawn, [u, v]), code = zone ?? shape?.zone;
  let best = null, least = Infinity;
  for (const place of placesOf(id)) {
    if (place.zone !== code || (shape?.side && place.side && place.side !== shape.side)) continue;
    const d = Math.hypot((place.x - u) * drawn.width, (place.y - v) * drawn.height);
    if (d < least) [best, least] = [place, d];
  }
  return best;
}

// A place is the same in another view where it has the same name there.
export const placeIs = (a, b) => a.zone === b.zone && a.side === b.side && a.name === b.name;
export const placeIn = (place, id) => placesOf(id).find((one) => placeIs(one, place)) ?? null;

const wordsIn = (text) => new Set(String(text).toLocaleLowerCase().match(/\p{L}+/gu) ?? []);

// The place that words tell of: the one that is called so, else the one in `zones` with the most of
// the words in its own name, one at least; else null. `name(place)` = its words.
export function placeOfWords(text, zones, name) {
  const all = VIEWS.flatMap(placesOf).filter((place) => zones.length === 0 || zones.includes(place.zone));
  const exact = all.find((place) => name(place) === text);
  if (exact) return { place: exact, isExact: true };
  const said = wordsIn(text);
  let best = null, most = 0;
  for (const place of all) {
    const own = wordsIn(name(place)), both = [...own].filter((word) => said.has(word)).length;
    const score = both - 0.01 * own.size;
    if (both > 0 && score > most) [best, most] = [place, score];
  }
  return best && { place: best, isExact: false };
}

// For the tests: every place lies within its zone.
export const placeHolds = (place) => viewOf(place.view).shapes.some((shape) => shape.zone === place.zone &&
  (place.side === null || shape.side === null || shape.side === place.side) &&
  geometryHolds(shape.rings, [place.x * viewOf(place.view).width, place.y * viewOf(place.view).height]));
