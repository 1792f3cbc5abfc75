// words: what zones and places are called, one by one: "left cheek, beside the nose".
// SPDX-License-Identifier: Apache-2.0
import { say, sayCapital } from '../base/texts.js';

const PAIRED = new Set(['temples', 'brows', 'upper_eyelid', 'periorbital', 'cheeks', 'jaw', 'arms', 'forearms', 'hands', 'thighs']);
const WORDLESS = new Set(['middle', 'side']);   // places that are named by their zone and side alone

const oneOf = (zone) => say(`web.map.one.${zone}`);
const sided = (zone, side) => say('web.map.sided', { side: say(`web.map.side.${side}`), what: oneOf(zone) });

// What stands in the file for a place.
export function mapPlaceWords({ zone, side, name }) {
  const where = PAIRED.has(zone) ? sided(zone, side)
    : say('web.map.part', { what: oneOf(zone), side: say(`web.map.side.${side ?? 'middle'}`) });
  return WORDLESS.has(name) ? where : say('web.map.place', { where, place: say(`web.map.place.${name}`) });
}

export const mapShapeWords = ({ zone, side }) => sayCapital(PAIRED.has(zone) ? sided(zone, side) : oneOf(zone));
