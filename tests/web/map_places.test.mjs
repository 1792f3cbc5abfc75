// Places: each lies in its zone, has words of its own, and is found again by them.
// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { placeAt, placeHolds, placeIn, placeIs, placeOfWords, placesOf } from '../../web/map/places.js';
import { VIEWS, viewOf } from '../../web/map/views.js';
import { mapPlaceWords } from '../../web/map/words.js';
import { textsLearn } from '../../web/base/texts.js';

if (!globalThis.navigator) globalThis.navigator = { languages: ['en'] };
const rows = [...readFileSync(new URL('../../knowledge/texts_web_map.yaml', import.meta.url), 'utf8')
  .matchAll(/- \{id: ([\w.]+), text: \{en: "([^"]*)"\}\}/g)].map(([, id, en]) => ({ list: 'sayings', id, key: 'text', text: { en } }));
textsLearn(rows);
const all = VIEWS.flatMap(placesOf);

test('every place lies in its zone, and is the nearest to itself', () => {
  ok(all.length > 150);
  for (const place of all) {
    ok(placeHolds(place), `${place.view} ${place.zone} ${place.name}`);
    ok(placeIs(placeAt(place.view, [place.x, place.y]), place), `${place.view} ${place.zone} ${place.name}`);
    ok(place.x > 0 && place.x < 1 && place.y > 0 && place.y < 1);
  }
});

test('every zone of every view has a place', () => {
  for (const id of VIEWS)
    for (const { zone, side } of viewOf(id).shapes)
      ok(placesOf(id).some((place) => place.zone === zone && (!side || !place.side || place.side === side)), `${id} ${zone}`);
});

test('words tell two places apart, and lead back to the one they tell of', () => {
  const seen = new Map();
  for (const place of all) {
    const words = mapPlaceWords(place);
    ok(!words.includes('web.') && !/[{}]/.test(words), words);
    if (seen.has(words)) ok(placeIs(seen.get(words), place), `${words}: two places`);
    seen.set(words, place);
    const { place: found, isExact } = placeOfWords(words, [place.zone], mapPlaceWords);
    ok(isExact && placeIs(found, place), words);
    equal(placeIn(found, place.view), place);
  }
});

test('a tap on the left cheek beside the nose is written down so', () => {
  const place = placeAt('face_front', [0.62, 0.56]);
  equal(mapPlaceWords(place), 'left cheek, beside the nose');
  equal(mapPlaceWords(placeIn(place, 'face_left')), 'left cheek, beside the nose');
  equal(placeIn(place, 'face_right'), null);
});

test('words that somebody else wrote are understood as far as they go', () => {
  const { place, isExact } = placeOfWords('scaly spot left of the crown', ['scalp'], mapPlaceWords);
  equal(isExact, false);
  equal(`${place.zone} ${place.side} ${place.name}`, 'scalp left crown');
  equal(placeOfWords('behind the right temple', ['temples'], mapPlaceWords).place.side, 'right');
  equal(placeOfWords('xyz', ['cheeks'], mapPlaceWords), null);
});
