// The scene of the section is a pure function of plan, zone, hour and size, and true to scale.
// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bandsDepth } from '../../web/section/bands.js';
import { frame, frameStage } from '../../web/section/frame.js';
import { STILLS } from '../../web/section/time.js';
import { madePlan } from './section_made.mjs';

const SIZE = { width: 700, height: 340 }, NARROW = { width: 240, height: 340 };
const HOURS = [-24, 0, 0.25, 1, 2, 3, 5, 8, 12, 24, 30, 48, 72, 168, 400, 672, 2016, 4000, 9000];
const of = (scene, ...kinds) => scene.shapes.filter(({ kind }) => kinds.includes(kind));
const near = (a, b, part, what) => assert.ok(Math.abs(a - b) <= part * Math.abs(b) + 1e-9, `${what}: ${a}, not ${b}`);

test('the_same_input_gives_the_same_scene_and_changes_nothing', () => {
  const plan = madePlan(), before = JSON.stringify(plan);
  for (const hours of HOURS) {
    const one = frame(plan, plan.zones[0], hours, SIZE), other = madePlan();
    assert.deepEqual(one, frame(other, other.zones[0], hours, { ...SIZE }));
    assert.deepEqual(one, frame(plan, plan.zones[0], hours, SIZE, frameStage(plan.zones[0], SIZE)));
  }
  assert.equal(JSON.stringify(plan), before);
});

test('millimetres_are_as_long_across_as_down_within_one_per_cent', () => {
  const plan = madePlan(), [zone] = plan.zones;
  for (const size of [SIZE, NARROW, { width: 168, height: 150 }]) {
    const scene = frame(plan, zone, 0, size);
    near(scene.bar.width / scene.bar.mm, scene.perMm, 0.01, 'the bar');
    for (const row of zone.skin) {
      const box = scene.shapes.find(({ kind, layer }) => kind === 'layer' && layer === row.layer);
      near(box.top - scene.surface, row.from.value * scene.perMm, 0.01, row.layer);
      if (row.thickness && row.layer !== 'below_dermis') near(box.bottom - box.top, row.thickness.value * scene.perMm, 0.01, `${row.layer} is thick`);
    }
    near(scene.set - scene.surface, 1.2 * scene.perMm, 0.01, 'the depth that is set');
    for (const needle of of(scene, 'needle')) near(needle.bottom - scene.surface, 1.2 * scene.perMm, 0.01, 'a needle');
    near(scene.band.top - scene.surface, zone.achieved.p5 * scene.perMm, 0.01, 'the band begins');
    near(scene.band.bottom - scene.surface, zone.achieved.p95 * scene.perMm, 0.01, 'the band ends');
  }
});

test('channels_are_as_many_as_the_density_says', () => {
  const plan = madePlan(), [zone] = plan.zones, scene = frame(plan, zone, 1, SIZE);
  const apart = 10 / Math.sqrt(900), n = of(scene, 'channel').length;
  assert.ok(Math.abs(n - SIZE.width / scene.perMm / apart) < 1, `${n} channels`);
});

test('channels_end_at_the_quantiles_of_the_punctures', () => {
  const plan = madePlan(), [zone] = plan.zones, scene = frame(plan, zone, 1, { width: 3000, height: 340 });
  const depths = of(scene, 'channel').map(({ bottom }) => (bottom - scene.surface) / scene.perMm).sort((a, b) => a - b);
  assert.ok(depths[0] >= 0.9 - 1e-9 && depths.at(-1) <= 1.2 + 1e-9, `${depths[0]} to ${depths.at(-1)}`);
  near(bandsDepth(zone, 0.2), 1, 0.001, 'the fifth');
  near(bandsDepth(zone, 0.7), 1.1, 0.001, 'seven tenths');
  near(depths.filter((at) => at <= 1).length / depths.length, 0.2, 0.15, 'as many end in the first bin as it holds');
});

test('without_a_spread_channels_follow_the_depth_reached', () => {
  const plan = madePlan(), [zone] = plan.zones;
  delete zone.depth_spread;
  const scene = frame(plan, zone, 1, { width: 3000, height: 340 });
  const depths = of(scene, 'channel').map(({ bottom }) => (bottom - scene.surface) / scene.perMm);
  assert.ok(Math.min(...depths) >= zone.achieved.p2_5 - 1e-9 && Math.max(...depths) <= zone.achieved.p97_5 + 1e-9);
});

test('channels_only_close', () => {
  const plan = madePlan();
  for (const change of [() => {}, (zone) => { delete zone.open; }]) {
    change(plan.zones[0]);
    let last = null;
    for (const hours of HOURS.filter((at) => at >= 0)) {
      const rows = of(frame(plan, plan.zones[0], hours, SIZE), 'channel');
      rows.forEach((row, i) => {
        assert.ok(row.width <= row.widest, 'the middle is wider than the widest');
        if (last) assert.ok(row.width <= last[i].width && row.widest <= last[i].widest && row.strength <= last[i].strength, `at ${hours}`);
        if (last) assert.equal(row.bottom, last[i].bottom);
      });
      last = rows;
    }
    assert.ok(last[0].width < 0.05 && last[0].strength < 0.3, 'they are closed in the end');
  }
});

test('nothing_stands_outside_its_layer', () => {
  const plan = madePlan();
  let seen = 0;
  for (const size of [SIZE, NARROW, { width: 168, height: 150 }]) for (const hours of HOURS) {
    const scene = frame(plan, plan.zones[0], hours, size), boxes = {};
    for (const box of of(scene, 'layer')) boxes[box.layer] = box;
    for (const shape of scene.shapes) {
      if (!shape.layer || shape.kind === 'layer' || shape.kind === 'edge') continue;
      const { top, bottom } = boxes[shape.layer], r = shape.r ?? 0;
      const ys = [shape.y, shape.y1, shape.y2, shape.yb, shape.top, shape.bottom].filter((y) => y !== undefined);
      assert.ok(ys.length > 0);
      for (const y of ys) assert.ok(y - r >= top - 1e-6 && y + r <= bottom + 1e-6, `${shape.kind} at ${y} of ${shape.layer} ${top}..${bottom}, ${hours} h`);
      seen++;
    }
    for (const shape of of(scene, 'channel')) assert.ok(shape.top === scene.surface && shape.bottom <= size.height);
    for (const shape of of(scene, 'drop')) assert.ok(shape.y + shape.r <= scene.surface);
  }
  assert.ok(seen > 1000, `${seen} shapes were looked at`);
});

test('what_is_drawn_follows_how_active_a_phase_is', () => {
  const plan = madePlan(), [zone] = plan.zones;
  const count = (kind, days) => of(frame(plan, zone, days * 24, SIZE), kind).filter((row) => !row.isGhost).length;
  assert.ok(count('dot', 2) > count('dot', 7) && count('dot', 60) === 0);
  assert.ok(count('strand', 9) > count('strand', 1) && count('strand', 120) === 0);
  assert.ok(count('ordered', 50) > count('ordered', 10) && count('cell', 9) > 0);
  assert.ok(of(frame(plan, zone, 5 * 24, SIZE), 'dot').some((row) => row.isGhost), 'outlines show how far it may differ');
});

test('before_the_treatment_the_skin_is_whole', () => {
  const scene = frame(madePlan(), madePlan().zones[0], -48, SIZE);
  assert.deepEqual(of(scene, 'channel', 'needle', 'dot', 'cell', 'strand', 'ordered', 'drop'), []);
  assert.equal(scene.redness, 0);
});

test('needles_are_in_at_hour_nought_alone_and_drops_while_channels_may_be_open', () => {
  const plan = madePlan(), [zone] = plan.zones, kinds = (hours) => frame(plan, zone, hours, SIZE);
  assert.ok(of(kinds(0), 'needle').length > 0 && of(kinds(0.25), 'needle').length === 0);
  assert.deepEqual([1, 2, 4, 6].map((at) => kinds(at).window), ['open', 'closing', 'closing', 'closed']);
  assert.ok(of(kinds(1), 'drop').every((row) => !row.isGhost) && of(kinds(2), 'drop').every((row) => row.isGhost));
  assert.equal(of(kinds(6), 'drop').length + of(kinds(0), 'drop').length, 0);
});

test('a_plan_that_does_not_say_what_the_skin_is_made_of_has_no_scene', () => {
  const plan = madePlan();
  delete plan.zones[0].skin;
  assert.equal(frame(plan, plan.zones[0], 0, SIZE), null);
});

test('a_layer_thinner_than_a_pixel_is_drawn_one_pixel_high_and_marked', () => {
  const plan = madePlan(), [zone] = plan.zones;
  zone.skin.unshift({ layer: 'stratum_corneum', from: { ...zone.skin[0].from } });
  zone.skin[1].from = { kind: 'computed', unit: 'um', value: 2, p50: 2, p5: 2, p95: 2 };
  const [thin] = of(frame(plan, zone, 0, SIZE), 'layer');
  assert.ok(thin.layer === 'stratum_corneum' && thin.isThin && thin.bottom - thin.top === 1);
});

test('a_scene_takes_little_time', () => {
  const plan = madePlan(), [zone] = plan.zones, stage = frameStage(zone, SIZE);
  for (const hours of STILLS) frame(plan, zone, hours, SIZE, stage);
  const before = performance.now();
  for (let i = 0; i < 100; i++) frame(plan, zone, i * 20, SIZE, stage);
  assert.ok((performance.now() - before) / 100 < 4, 'longer than 4 ms');
});
