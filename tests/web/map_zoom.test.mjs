// The window onto the picture moves; what is drawn and what is written down do not.
// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { deepEqual, equal, ok } from 'node:assert/strict';

import { geometryAt } from '../../web/map/geometry.js';
import { VIEWS, viewOf } from '../../web/map/views.js';
import { placesOf } from '../../web/map/places.js';
import { ZOOM_MOST, ZOOM_NONE, zoomBox, zoomBy, zoomKept, zoomMove, zoomPlace, zoomSeen, zoomTo } from '../../web/map/zoom.js';

const near = (a, b) => a.every((x, i) => Math.abs(x - b[i]) < 1e-9);

test('a place goes to the window and back to the same place, however near', () => {
  let zoom = ZOOM_NONE;
  for (let i = 0; i < 40; i++) {
    zoom = zoomMove(zoomBy(zoom, i % 3 ? 1.4 : 0.8, [0.1 + 0.02 * i, 0.9 - 0.02 * i]), 0.05 * (i % 5) - 0.1, 0.07);
    for (const at of [[0.31, 0.62], [0.5, 0.5], [0.9, 0.1]]) ok(near(zoomPlace(zoom, zoomSeen(zoom, at)), at));
  }
});

test('what lies under the fingers stays under them', () => {
  const zoom = zoomBy(ZOOM_NONE, 1.8, [0.5, 0.5]), at = [0.55, 0.45];
  ok(near(zoomSeen(zoomBy(zoom, 1.3, at), at), zoomSeen(zoom, at)));
});

test('never beyond the edge, never farther than whole, never nearer than four times', () => {
  for (const [scale, x, y] of [[9, 0, 0], [0.2, 3, -1], [2, 0.1, 0.95]]) {
    const zoom = zoomKept({ scale, x, y }), [x0, y0, w, h] = zoomBox(zoom, { width: 400, height: 500 });
    ok(zoom.scale >= 1 && zoom.scale <= ZOOM_MOST);
    ok(x0 >= -1e-9 && y0 >= -1e-9 && x0 + w <= 400 + 1e-9 && y0 + h <= 500 + 1e-9);
  }
  deepEqual(zoomBy(zoomBy(ZOOM_NONE, 3), 1 / 3), ZOOM_NONE);
});

test('a tap finds the same zone in a window of any size, upright or across, near or far', () => {
  for (const id of VIEWS) {
    const drawn = viewOf(id);
    for (const place of placesOf(id))
      for (const zoom of [ZOOM_NONE, zoomTo(zoomBy(ZOOM_NONE, 2), [place.x, place.y]), zoomTo(zoomBy(ZOOM_NONE, 4), [place.x, place.y])])
        for (const [width, left] of [[1024, 13], [390, 0], [768, 401.5]]) {
          const height = (width * drawn.height) / drawn.width, [a, b] = zoomSeen(zoom, [place.x, place.y]);
          const [px, py] = [left + a * width, b * height];   // pixels of that window
          const found = geometryAt(drawn, zoomPlace(zoom, [(px - left) / width, py / height]));
          equal(found?.zone, place.zone, `${id} ${place.name} at ${width}, ${zoom.scale} times`);
        }
  }
});

test('what is gone to is seen', () => {
  for (const at of [[0.02, 0.02], [0.99, 0.5], [0.4, 0.97]]) {
    const seen = zoomSeen(zoomTo(zoomBy(ZOOM_NONE, 4), at), at);
    ok(seen.every((x) => x >= 0 && x <= 1), `${at}: ${seen}`);
  }
});
