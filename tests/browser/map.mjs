// map: the skin today on its map: by mouse, by touch, by keys, upright and across, near and far.
// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';

import { driveAnswered, driveFile, driveSeen } from './drive.mjs';

const NOTHING_ASKED = JSON.stringify({
  format: 'stipple-patient/1', name: 'Asked nothing', invented: true, age: 40, recorded_on: '2026-03-02',
  goals: [{ indication: 'hair_loss', zones: ['scalp'] }],
});

// The file as the page would save it.
async function saved(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  return JSON.parse(await readFile(await download.path(), 'utf8'));
}

async function opened(kit, stem, { width = 1440, height = 900, ...more } = {}) {
  const page = await kit.open(stem, { viewport: { width: 1440, height: 900 }, ...more });
  await sized(page, width, height);
  return page;
}

async function sized(page, width, height) {
  await page.setViewportSize({ width, height });
  if (width <= 900 && !await page.locator('#skin').isVisible()) await page.locator('.rooms button').first().click();
  await driveSeen(page, '#skin .map-picture');
}

const zone = (id) => `#skin .map-zone[data-shape="${id}"]`;
const place = (id) => `#skin .map-place[data-shape="${id}"]`;
const checked = (page, id) => page.getAttribute(zone(id), 'aria-checked');

const SETTLE = 100;   // looks, two frames apart

// Where an element of the picture is, in pixels of the window, scrolled into it; once the answer is
// there, since findings above the picture move it.
async function spotOf(page, selector) {
  await page.waitForSelector('#room-plan[data-stale="false"]', { state: 'attached' });
  await page.locator(selector).scrollIntoViewIfNeeded();
  const at = async () => {
    const box = await page.locator(selector).boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  for (let before = await at(), i = 0; i < SETTLE; i++) {   // until it lies still: answers move what stands above
    await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
    const now = await at();
    if (now.join() === before.join()) return now;
    before = now;
  }
  throw new Error(`${selector}: does not lie still`);
}

// Where the spots lie on the template: shares of what is drawn, read from the picture itself.
const spotsDrawn = (page) => page.evaluate(() => [...document.querySelectorAll('#skin .map-spot')].map((spot) => {
  const svg = spot.ownerSVGElement, of = spot.getCTM(), from = svg.getCTM();
  const m = from.inverse().multiply(of);
  return `${spot.dataset.spot} ${m.e.toFixed(1)} ${m.f.toFixed(1)}`;
}).join(', '));

const spotsSet = async (page) => (await spotsDrawn(page)).split(', ').map((one) => one.split(' ').slice(1).join(' ')).sort().join(', ');

// Picture and list say the same of every zone of the view.
async function agree(page) {
  await page.evaluate(() => { const list = document.querySelector('#skin .skin-list'); if (list) list.open = true; });
  return page.evaluate(() => {
    const of = (selector, code, is) => Object.fromEntries([...document.querySelectorAll(selector)].map((one) => [code(one), is(one)]));
    const picture = of('#skin .map-zone', (one) => one.dataset.zone, (one) => one.getAttribute('aria-checked') === 'true');
    const list = of('#skin .map-list input', (one) => one.value, (one) => one.checked);
    return Object.keys(picture).every((code) => list[code] === picture[code]) &&
      Object.keys(list).every((code) => code === 'full_face' || code in picture);
  });
}

// Nothing in the room is too small to be touched, nothing wider than the window.
const tooSmall = (page) => page.evaluate(() => {
  const wrong = [];
  for (const one of document.querySelectorAll('#skin button, #skin select, #skin input, #skin summary')) {
    if (!one.checkVisibility()) continue;
    const label = one.matches('[type=checkbox], [type=radio]') && (one.closest('label') ?? one.parentElement);
    const box = (label || one).getBoundingClientRect(), least = one.matches('.quantity') ? 32 : 48;
    if (box.height < least - 0.5 || box.width < least - 0.5) wrong.push(`${one.id || one.textContent} ${box.width.toFixed(0)}x${box.height.toFixed(0)}`);
  }
  const skin = document.getElementById('skin').getBoundingClientRect();
  if (skin.right > innerWidth + 0.5 || skin.left < 0) wrong.push('wider than the window');
  return wrong.join('; ');
});

async function axeHere(kit, page, what) {
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    if (!await page.evaluate(() => 'axe' in window)) await kit.axe(page);
    const found = await page.evaluate(async () => (await window.axe.run('#skin', { resultTypes: ['violations'] })).violations
      .map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`).join('; '));
    kit.claim(found === '', `axe, ${what}, ${colorScheme}: ${found}`);
  }
  await page.emulateMedia({ colorScheme: null });
}

async function testMouse(kit) {
  const page = await opened(kit, 'amara-okafor'), { claim } = kit;
  claim(await page.locator('#skin .map-zone').count() === 20, 'the face has its twenty shapes');
  claim(/goal: Acne scars; planned depth [\d.]+.mm, range/.test(await page.getAttribute(zone('cheeks.left'), 'aria-label')), 'a zone says what is wished for and planned, with its range');
  await page.click(zone('cheeks.left'), { position: { x: 60, y: 60 } });
  claim(await checked(page, 'cheeks.left') === 'true' && await checked(page, 'cheeks.right') === 'true', 'both halves of a zone are one');
  claim(await agree(page), 'the list and the picture agree after a press on the picture');
  claim(/Acne scars/.test(await page.textContent('#skin-zone .skin-goals')), 'the panel tells the goals of the zone');
  claim(await page.locator('#skin-zone .quantity').count() === 1, 'the planned depth has its why');
  await page.check('#skin .map-list input[value="nose"]');
  claim(await checked(page, 'nose') === 'true' && await agree(page), 'the picture follows the list');
  await page.selectOption('#skin-goal', 'pores');
  await page.click('#skin-goal-add');
  await driveAnswered(page);
  let file = await saved(page);
  claim(JSON.stringify(file.goals.find(({ indication }) => indication === 'pores')?.zones) === '["cheeks","nose"]', 'a goal is added to all chosen zones');
  await page.click('#undo');
  claim(!(await saved(page)).goals.some(({ indication }) => indication === 'pores'), 'undo takes the goal back');
  await page.click('#skin .skin-zone-head button');
  await page.click('#tick-actinic_keratosis');
  await page.mouse.click(...await spotOf(page, place('cheeks.left.beside_nose')));
  await driveAnswered(page);
  file = await saved(page);
  claim(JSON.stringify(file.conditions.filter(({ code }) => code === 'actinic_keratosis')) ===
    '[{"code":"actinic_keratosis","status":"active","zones":["cheeks"],"spot":"left cheek, beside the nose"}]', 'a spot is kept in words');
  claim(await page.locator('#skin .map-spot').count() === 1, 'the spot is drawn');
  claim(/CI-29/.test(JSON.stringify(await page.textContent('body'))), 'screening tells of it');
  await page.click('#skin-marked');
  await page.click('.skin-find[data-code="actinic_keratosis"] [data-act="mark"]');
  await sized(page, 1280, 560);
  await page.mouse.click(...await spotOf(page, place('jaw.right.angle')));
  claim((await saved(page)).conditions.at(-1).spot === 'right jaw line, at the angle', 'in a low window a further spot lands where it is tapped');
  await page.click('#undo');
  await sized(page, 1440, 900);
  await page.click('#view-face_left');
  claim(await page.locator('#skin .map-spot').count() === 1, 'from the left it is seen as well');
  await page.click('#view-face_right');
  claim(await page.locator('#skin .map-spot').count() === 0, 'from the right it is not');
  kit.claimCalm(page, 'map by mouse');
  await page.context().close();
}

async function testTurned(kit) {
  const page = await opened(kit, 'amara-okafor', { width: 768, height: 1024, hasTouch: true }), { claim } = kit;
  await page.tap('#tick-raised_lesion');
  for (const id of ['cheeks.right.cheekbone', 'forehead.middle.centre', 'nose.middle.bridge']) await page.touchscreen.tap(...await spotOf(page, place(id)));
  const before = (await saved(page)).conditions, drawn = await spotsDrawn(page);
  claim(before.filter(({ code }) => code === 'raised_lesion').map(({ spot }) => spot).join('|') ===
    'right cheek, on the cheekbone|forehead, middle, at the centre|nose, middle, on the bridge', 'three taps are three spots');
  await sized(page, 1024, 768);
  claim(await spotsDrawn(page) === drawn, 'after a turn of the tablet the spots lie where they lay');
  await page.tap('#skin .map-zoom button:last-child');
  await page.tap('#skin .map-zoom button:last-child');
  claim(await spotsDrawn(page) === drawn, 'at 225 per cent they lie there still');
  await page.touchscreen.tap(...await spotOf(page, place('nose.middle.bridge')));
  claim((await saved(page)).conditions.length === before.length - 1, 'a tap on the same place at 225 per cent takes that spot back');
  await page.touchscreen.tap(...await spotOf(page, place('nose.middle.bridge')));
  claim((await saved(page)).conditions.length === before.length, 'and another puts it there again');
  await page.tap('#skin .map-scale');
  const again = await kit.page();
  await again.goto(kit.server.address);
  await driveSeen(again, '#open');
  await driveFile(again, 'again.json', JSON.stringify(await saved(page)));
  await driveSeen(again, '#skin .map-spot');
  claim(await spotsSet(again) === await spotsSet(page), 'the saved file, opened anew, has its spots where they were');
  await again.context().close();
  await page.evaluate(() => { document.documentElement.style.zoom = '2'; });
  await sized(page, 1280, 900);
  await page.touchscreen.tap(...await spotOf(page, place('cheeks.right.cheekbone')));
  claim(!(await saved(page)).conditions.some(({ spot }) => spot === 'right cheek, on the cheekbone'), 'with the whole page at 200 per cent a tap meets the same place');
  kit.claimCalm(page, 'map turned');
  await page.context().close();
}

async function testPinch(kit) {
  const page = await opened(kit, 'amara-okafor', { width: 390, height: 844, hasTouch: true }), { claim } = kit;
  await page.locator('#skin .map-picture').scrollIntoViewIfNeeded();
  const box = await page.locator('#skin .map-picture').boundingBox(), cdp = await page.context().newCDPSession(page);
  const at = (far) => [-1, 1].map((way, id) => ({ x: box.x + box.width / 2 + way * far, y: box.y + box.height / 2, id }));
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(30) });
  for (const far of [40, 60, 80, 90]) await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(far) });
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.waitForSelector('#skin .map-picture[data-zoomed="true"]');
  const [, , width] = (await page.getAttribute('#skin .map-picture', 'viewBox')).split(' ').map(Number);
  claim(Math.abs(width - 400 / 3) < 8, `two fingers three times as far apart show a third of it: ${width}`);
  claim(await page.locator('#skin .map-zone[aria-checked="true"]').count() === 0, 'two fingers choose nothing');
  await page.tap(zone('nose'));
  claim(await checked(page, 'nose') === 'true', 'one finger chooses');
  claim(await tooSmall(page) === '', `390: ${await tooSmall(page)}`);
  await axeHere(kit, page, 'map at 390');
  await page.context().close();
}

async function testKeys(kit) {
  const page = await opened(kit, 'amara-okafor', { width: 1024, height: 768 }), { claim } = kit;
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await page.waitForFunction(() => document.activeElement?.id === 'skin-heading');
  claim(await page.locator('#skin .map-picture [tabindex="0"]').count() === 1, 'the picture is one stop of the tabulator');
  for (let i = 0; i < 40 && !await page.evaluate(() => document.activeElement.matches('.map-zone')); i++) await page.keyboard.press('Tab');
  claim(await page.evaluate(() => document.activeElement.matches('.map-zone')), 'which Tab reaches');
  await page.keyboard.press('Home');
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
  claim(await page.evaluate(() => document.activeElement.dataset.shape) === 'nose', 'arrows go from the scalp to the nose');
  await page.keyboard.press('Space');
  claim(await checked(page, 'nose') === 'true' && await page.textContent('#told') === 'Nose: chosen', 'Space chooses, and it is told');
  claim(await agree(page), 'list and picture agree after a key');
  await page.keyboard.press('Enter');
  claim(await checked(page, 'nose') === 'false', 'Enter takes it back');
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  const seen = await page.getAttribute('#skin .map-picture', 'viewBox');
  await page.keyboard.press('Shift+ArrowLeft');
  claim(await page.getAttribute('#skin .map-picture', 'viewBox') !== seen, 'shift and an arrow move the larger picture');
  claim(await page.evaluate(() => document.activeElement.dataset.shape) === 'nose', 'and leave the focus');
  await page.keyboard.press('0');
  claim((await page.getAttribute('#skin .map-picture', 'viewBox')).startsWith('0 0 400 '), '0 shows all of it');
  await page.focus('#tick-tattoo');
  await page.keyboard.press('Space');
  await driveSeen(page, '#skin-marking');
  for (let i = 0; i < 20 && !await page.evaluate(() => document.activeElement.matches('.map-place')); i++) await page.keyboard.press('Tab');
  const [first] = await page.evaluate(() => [document.activeElement.getAttribute('aria-label')]);
  await page.keyboard.press('ArrowDown');
  const label = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  claim(label !== first && label.length > 4, 'arrows go from place to place, each with a name');
  await page.keyboard.press('Enter');
  const tattoo = (await saved(page)).conditions.at(-1);
  claim(tattoo.code === 'tattoo' && tattoo.spot.toLowerCase() === label.toLowerCase(), `what is chosen by key is kept by its name: ${tattoo.spot}`);
  claim(await page.evaluate(() => document.activeElement.getAttribute('aria-checked')) === 'true', 'and is said to be chosen');
  await page.focus('#skin-marked');
  await page.keyboard.press('Enter');
  claim(await page.evaluate(() => document.activeElement.id) === 'tick-tattoo', 'the focus goes back to the tick');
  await page.locator('.skin-find[data-code="tattoo"] [data-act="drop"]').focus();
  await page.keyboard.press('Enter');
  claim(await page.locator('#skin .map-spot').count() === 0 && !(await saved(page)).conditions.some(({ code }) => code === 'tattoo'), 'a spot is taken back');
  await page.keyboard.press('Control+z');
  claim((await saved(page)).conditions.some(({ code }) => code === 'tattoo'), 'and that is undone');
  claim(await tooSmall(page) === '', `1024: ${await tooSmall(page)}`);
  kit.claimCalm(page, 'map by keys');
  await page.context().close();
}

async function testStates(kit) {
  const { claim } = kit;
  let page = await opened(kit, 'daniel-reyes');
  claim(/closed: There are pustules/.test(await page.getAttribute(zone('chin'), 'aria-label')), 'a closed zone says why');
  claim(await page.getAttribute('#tick-acne_inflammatory', 'aria-pressed') === 'true', 'what the file names is ticked');
  await page.click('#tick-skin_infection');
  await page.click(zone('forehead'), { position: { x: 80, y: 20 } });
  await driveAnswered(page);
  claim(/skin is infected/.test(await page.getAttribute(zone('forehead'), 'aria-label')), 'an area find closes its zone once it is screened');
  await axeHere(kit, page, 'marking');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('tattoo');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.getElementById('tick-tattoo')?.getAttribute('aria-pressed') === 'true');
  claim(/tattoo/i.test(await page.textContent('#skin-marking')), 'the palette ticks as well');
  await page.click('#skin-marked');
  await page.keyboard.press('v');
  await page.waitForFunction(() => !document.getElementById('skin'));
  claim(true, 'the person does not see this room');
  await page.context().close();

  page = await opened(kit, 'skin-type-unknown');
  await page.check('#skin input[name="phototype"][value="4"]');
  await page.fill('#lightness_l', '54.5');
  await page.keyboard.press('Tab');
  const file = await saved(page);
  claim(file.phototype === 4 && file.lightness_l === 54.5, 'type and lightness are kept');
  await axeHere(kit, page, 'skin types');
  await page.context().close();

  page = await kit.page();
  await page.goto(kit.server.address);
  await driveSeen(page, '#open');
  await driveFile(page, 'asked-nothing.json', NOTHING_ASKED);
  await driveSeen(page, '#skin');
  await page.click('#tick-keloid');
  claim(!('conditions' in await saved(page)), 'nothing is written down before it is known what becomes of the rest');
  await page.click('#first-unknown');
  await driveAnswered(page);
  const { conditions, goals } = await saved(page);
  claim(conditions.at(-1).code === 'keloid' && conditions.length > 40 && conditions.slice(0, -1).every(({ status }) => status === 'unknown'), 'what was not asked stays unknown');
  claim(goals[0].diagnosed === undefined, 'no diagnosis is assumed');
  await page.check('#diagnosis-0');
  claim((await saved(page)).goals[0].diagnosed === 'yes', 'the diagnosis is the clinician\'s');
  await page.context().close();
}

export default async function test(kit) {
  await testMouse(kit);
  await testTurned(kit);
  await testPinch(kit);
  await testKeys(kit);
  await testStates(kit);
}
