// The drawing: zones lie side by side, mirror each other, and are found again under a point.
// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { geometryAt, geometryHolds, geometryNext, geometryShare } from '../../web/map/geometry.js';
import { FACE_PARTS, GUARDED, VIEWS, viewFor, viewOf } from '../../web/map/views.js';

const each = (claim) => { for (const id of VIEWS) claim(viewOf(id), id); };
const zonesKnown = [...readFileSync(new URL('../../knowledge/zones.yaml', import.meta.url), 'utf8').matchAll(/^ {2}- id: (\w+)$/gm)].map(([, id]) => id);

test('the zones drawn are those of the knowledge, and each of those is drawn', () => {
  const drawn = new Set(VIEWS.flatMap((id) => viewOf(id).shapes.map(({ zone }) => zone)));
  deepEqual([...drawn].sort(), [...zonesKnown].sort());
});

test('zones do not overlap', () => each(({ shapes, width, height }, id) => {
  for (let x = 0.5; x < width; x += 2.5)
    for (let y = 0.5; y < height; y += 2.5) {
      const here = shapes.filter(({ rings }) => geometryHolds(rings, [x, y])).map((shape) => shape.id);
      ok(here.length < 2, `${id} ${x} ${y}: ${here}`);
    }
}));

test('every zone lies within its picture, and its middle within itself', () => each((drawn, id) => {
  for (const shape of drawn.shapes) {
    const [x0, y0, x1, y1] = shape.box;
    ok(x0 >= 0 && y0 >= 0 && x1 <= drawn.width && y1 <= drawn.height, `${id} ${shape.id}`);
    equal(geometryAt(drawn, geometryShare(drawn, shape.middle)), shape);
    ok(shape.room > 5, `${id} ${shape.id} is ${shape.room} wide`);
  }
}));

test('zones that come twice are mirror images, each on its side', () => each(({ shapes, axis, isFacing }, id) => {
  if (axis === null) return;
  for (const shape of shapes.filter(({ side }) => side === 'left')) {
    const other = shapes.find(({ zone, side }) => zone === shape.zone && side === 'right');
    ok(other, `${id} ${shape.id} has no other side`);
    deepEqual(shape.rings[0].map(([x, y]) => [Math.round(100 * (2 * axis - x)), Math.round(100 * y)]).sort(),
      other.rings[0].map(([x, y]) => [Math.round(100 * x), Math.round(100 * y)]).sort());
    equal(shape.middle[0] > axis, isFacing === true, 'who faces us has the left on our right');
  }
  for (const { rings } of shapes.filter(({ side }) => side === null)) {
    const xs = rings[0].map(([x]) => x);
    ok(Math.abs(Math.min(...xs) + Math.max(...xs) - 2 * axis) < 0.01);
  }
}));

test('the other side of the face is the same picture turned', () => {
  const left = viewOf('face_left'), right = viewOf('face_right');
  ok(left.shapes.every(({ side }) => side === 'left') && right.shapes.every(({ side }) => side === 'right'));
  left.shapes.forEach((shape, i) => {
    ok(Math.abs(left.width - shape.box[0] - right.shapes[i].box[2]) < 0.5, shape.id);
    equal(shape.zone, right.shapes[i].zone);
  });
});

test('the rim of the eye is no part of the zone around it', () => {
  for (const id of ['face_front', 'face_left', 'face_right']) {
    const drawn = viewOf(id), around = drawn.shapes.find(({ zone }) => zone === 'periorbital');
    const lid = drawn.shapes.find(({ zone, side }) => zone === 'upper_eyelid' && side === around.side);
    equal(around.rings.length, 2);
    ok(!geometryHolds(around.rings, lid.middle));
    ok(geometryHolds([around.rings[1]], lid.middle), 'the lid lies inside the rim');
  }
  ok(GUARDED.has('upper_eyelid') && GUARDED.has('lips') && GUARDED.has('brows'));
});

test('arrows reach every zone', () => each(({ shapes }, id) => {
  const seen = new Set([shapes[0].id]), next = [shapes[0]];
  while (next.length > 0) {
    const shape = next.pop();
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
      const to = geometryNext(shapes, shape.id, key);
      if (to && !seen.has(to.id)) {
        seen.add(to.id);
        next.push(to);
      }
    }
  }
  equal(seen.size, shapes.length, `${id}: ${shapes.filter((shape) => !seen.has(shape.id)).map((shape) => shape.id)}`);
}));

test('an arrow goes the way it points', () => {
  const { shapes } = viewOf('face_front');
  equal(geometryNext(shapes, 'nose', 'ArrowRight').id, 'cheeks.left');
  equal(geometryNext(shapes, 'nose', 'ArrowLeft').id, 'cheeks.right');
  equal(geometryNext(shapes, 'forehead', 'ArrowUp').id, 'scalp');
  equal(geometryNext(shapes, 'scalp', 'ArrowUp'), null);
});

test('each zone has a view, and the face is made of zones that the front shows', () => {
  for (const zone of zonesKnown)
    ok(viewOf(viewFor(zone)).shapes.some((shape) => shape.zone === (zone === 'full_face' ? 'nose' : zone)), zone);
  equal(viewFor('no such zone'), null);
  const front = new Set(viewOf('face_front').shapes.map(({ zone }) => zone));
  ok(FACE_PARTS.every((zone) => front.has(zone)));
  const said = /id: full_face\n[\s\S]*?parts: \[([^\]]*)\]/.exec(readFileSync(new URL('../../knowledge/zones.yaml', import.meta.url), 'utf8'))[1];
  deepEqual([...FACE_PARTS].sort(), said.split(',').map((zone) => zone.trim()).sort());
});
