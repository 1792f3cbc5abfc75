// The fine settings: what the plan says may be set, by mouse, keys, box, buttons and finger; what a
// move changes; the curves beside them.
// SPDX-License-Identifier: Apache-2.0
import { driveAnswered, driveHash } from './drive.mjs';

const DRAG_MS = 3000;
const DRAG_MS_MOST = 15000;   // on a machine with much else to do
const LEAST_ANSWERS = 20;

async function openFine(kit, stem, options) {
  const page = await kit.open(stem, options);
  page.sent = [];
  page.answers = 0;
  page.on('request', (request) => { if (request.url().includes('/api/plan?')) page.sent.push(request); });
  page.on('response', (response) => { if (response.url().includes('/api/plan?') && response.ok()) page.answers++; });
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await page.waitForSelector('#fold-fine[data-open="true"]');
  return page;
}

async function asked(kit, path, body, type) {
  const response = await fetch(`${kit.server.root}${path}`,
    { method: 'POST', body, headers: { Authorization: `Bearer ${kit.server.token}`, 'Content-Type': type } });
  return response.json();
}

// The newest file that the page sent, and a plan of it that nobody of the page has asked for.
const sentDoc = (page) => JSON.parse(page.sent.at(-1).postData());
const freshPlan = (kit, page) => asked(kit, new URL(page.sent.at(-1).url()).search.replace(/^/, 'api/plan'), page.sent.at(-1).postData(), 'application/json');

// Waits until the slider has `value` and its plan is shown.
async function settled(page, id, value) {
  await page.waitForFunction(([css, number]) => Math.abs(document.querySelector(css).valueAsNumber - number) < 1e-9, [`#${id}`, value]);
  await driveAnswered(page);
}
const valueOf = (page, id) => page.$eval(`#${id}`, (element) => element.valueAsNumber);
const said = (page, selector) => page.locator(selector).first().innerText();

async function controlsAsPlanned(kit) {
  const page = await openFine(kit, 'amara-okafor');
  await page.locator('#fine-passes-cheeks').press('ArrowRight');
  await settled(page, 'fine-passes-cheeks', 5);
  const { controls, sources } = await freshPlan(kit, page);
  kit.claim(controls.length >= 7, 'the plan says what may be set');
  for (const control of controls) {
    const id = ['fine', control.id, control.zone].filter(Boolean).join('-');
    if (control.choices?.length) {
      const codes = await page.locator(`#${id} input`).evaluateAll((all) => all.map((one) => one.value));
      kit.claim(codes.join() === control.choices.map((one) => one.code).join(), `${id} offers the choices of the plan`);
      kit.claim(await page.locator(`#${id} input:checked`).inputValue() === control.code, `${id} shows what the plan uses`);
      continue;
    }
    const box = await page.$eval(`#${id}`, (one) => [one.valueAsNumber, Number(one.min), Number(one.max)]);
    const most = await page.locator(`.fine-control:has(#${id}) .slider-box`).evaluate((one) => Number(one.max));
    kit.claim(box[0] === control.value && box[1] === control.low && most === control.high, `${id} stands where the plan has it and ends where it says`);
    kit.claim(box[2] <= control.high, `${id}: the track ends within what can be set`);
    kit.claim(control.sources.every((key) => sources[key]), `${id} has its sources in the plan`);
  }
  await page.locator('.fine-control:has(#fine-depth-cheeks) .quantity').click();
  await page.waitForSelector('#why');
  const depth = controls.find((row) => row.id === 'depth'), why = await said(page, '#why');
  kit.claim(depth.sources.every((key) => why.includes(sources[key].text)), 'why a depth is advised names its sources');
  kit.claim(why.includes(depth.remark), 'and says that its effect is not settled');
  await page.context().close();
}

async function byKeys(kit) {
  const page = await openFine(kit, 'amara-okafor'), id = 'fine-interval', slider = page.locator(`#${id}`);
  const [from, low, high] = await page.$eval(`#${id}`, (one) => [one.valueAsNumber, Number(one.min), Number(one.max)]);
  const steps = [['ArrowRight', from + 1], ['ArrowLeft', from], ['PageUp', from + 10], ['PageDown', from], ['End', high], ['Home', low]];
  for (const [key, value] of steps) {
    await slider.press(key);
    await settled(page, id, value);
    kit.claim(sentDoc(page).settings.interval === `${value} d`, `${key} asks for ${value} days`);
  }
  kit.claim(await slider.getAttribute('aria-valuetext') === `${low}\u00a0days`, 'the value is told with its unit');
  const control = page.locator(`.fine-control:has(#${id})`), box = control.locator('.slider-box');
  await control.locator('.step').last().click();
  await settled(page, id, low + 1);
  await box.fill('35');
  kit.claim(sentDoc(page).settings.interval === `${low + 1} d`, 'what is typed does not count before it is meant');
  await box.press('Enter');
  await settled(page, id, 35);
  await box.fill('120');
  await box.blur();
  await settled(page, id, 120);
  kit.claim(sentDoc(page).settings.interval === '120 d', 'the box takes what lies beyond the end of the track');
  await box.fill('9999');
  await box.blur();
  await page.waitForFunction(() => document.querySelector('#fine-interval').valueAsNumber === 182);
  await control.locator('.fine-reset').click();
  await settled(page, id, from);
  kit.claim(sentDoc(page).settings === undefined, 'as advised leaves nothing in the file');
  await page.context().close();
}

async function told(kit) {
  const page = await openFine(kit, 'amara-okafor'), before = await driveHash(page);
  await page.locator('#fine-depth-cheeks').press('ArrowRight');
  await page.locator('#fine-depth-cheeks').press('ArrowRight');
  await settled(page, 'fine-depth-cheeks', 1.75);
  const plan = await freshPlan(kit, page), line = await said(page, '.fine-change');
  kit.claim(/depth reached\s+1\.25.mm\s*→[^→]*1\.7\d.mm/.test(line.replaceAll('\n', ' ')), `the depth that is reached is told before and after: ${line}`);
  kit.claim(/unchanged: .*price/.test(line), 'what stays is named');
  kit.claim((await said(page, '.fine-notes')).startsWith('Off label'), 'beyond its label a depth is called off label');
  kit.claim((await said(page, '#fold-fine-cheeks')).includes(plan.zones[0].remarks.find((text) => text.includes('label'))), 'the remarks of the plan are there');
  await page.waitForFunction(() => document.getElementById('told').textContent.includes('Depth reached'));
  await page.locator('#fine-speed-cheeks').press('ArrowRight');
  await page.waitForFunction(() => document.querySelector('.fine-change').innerText.includes('detectable'));
  kit.claim(/not detectable in one person: .*punctures/.test(await said(page, '.fine-change')), 'a change within the band is called not detectable');
  const course = page.locator('#fold-fine-course'), changed = (words) => page.waitForFunction((pattern) =>
    new RegExp(pattern).test(document.querySelector('#fold-fine-course .fine-change').innerText.replaceAll('\n', ' ')), words);
  await page.locator('#fine-sessions').press('ArrowLeft');
  await changed('visits to come 2\\s*→\\s*1');
  kit.claim(/last visit\s[^→]*2026\s*→[^→]*2026\s*price\s*1280/.test(await said(course, '.fine-change')), 'one treatment less moves the last visit and the price');
  await page.locator('#fine-sessions').fill('6');
  await settled(page, 'fine-sessions', 6);
  kit.claim((await said(course, '.fine-notes')).includes('Asked for: 6'), 'what is asked for and what is planned stand beside each other');
  const { clashes } = await freshPlan(kit, page);
  kit.claim(clashes.length > 0 && (await said(page, '#fold-fine > .fold-body')).includes(clashes[0].way_out), 'a clash is told with its way out');
  await page.locator('#fine-cover_after input[value="film"]').check();
  await changed('channels closed after');
  await page.locator('#fine-advised').click();
  await driveAnswered(page);
  kit.claim(await driveHash(page) === before, 'all as advised is the plan from before, to the last byte');
  kit.claim(await page.locator('#fine-advised').isDisabled(), 'then there is nothing to take back');
  kit.claimCalm(page, 'settings');
  await page.context().close();
}

// The thumb is dragged for seconds, faster than anybody answers.
async function dragged(kit) {
  const page = await openFine(kit, 'amara-okafor'), id = 'fine-interval', slider = page.locator(`#${id}`);
  await slider.scrollIntoViewIfNeeded();
  const from = await valueOf(page, id), box = await slider.boundingBox(), y = box.y + box.height / 2;
  await page.evaluate(() => {
    window.tasks = [];
    new PerformanceObserver((list) => { window.tasks.push(...list.getEntries().map((one) => Math.round(one.duration))); }).observe({ entryTypes: ['longtask'] });
  });
  const { low, high } = await page.$eval(`#${id}`, (one) => ({ low: Number(one.min), high: Number(one.max) }));
  await page.mouse.move(box.x + 13 + ((box.width - 26) * (from - low)) / (high - low), y);
  await page.mouse.down();
  page.answers = 0;
  const begin = Date.now(), isEnough = () => page.answers >= LEAST_ANSWERS || Date.now() > begin + DRAG_MS_MOST;
  for (let i = 0; Date.now() < begin + DRAG_MS || !isEnough(); i++) {
    await page.mouse.move(box.x + box.width * (0.5 + 0.45 * Math.sin(i / 15)), y);
    await page.waitForTimeout(16);
  }
  await page.mouse.move(box.x + box.width * 0.77, y);
  await page.mouse.up();
  const last = await valueOf(page, id), ms = Date.now() - begin;
  await driveAnswered(page);
  const fresh = await freshPlan(kit, page);
  console.log(`a drag of ${ms} ms: ${page.sent.length} asked, ${page.answers} answered, long tasks [${await page.evaluate(() => window.tasks.join(' '))}] ms`);
  kit.claim(page.answers >= LEAST_ANSWERS, `answers come while it is dragged: ${page.answers}`);
  kit.claim(sentDoc(page).settings.interval === `${last} d`, 'the last value is the one that was asked for last');
  kit.claim(await driveHash(page) === fresh.hash, 'what is shown is what the server plans for the last value');
  kit.claim(fresh.controls.find((row) => row.id === 'interval').asked === last, 'and that is what the plan was asked for');
  await page.locator('#undo').click();
  await settled(page, id, from);
  kit.claim(await page.locator('#undo').isDisabled(), 'a whole drag is one step back');
  await page.keyboard.press('Control+Shift+z');
  await settled(page, id, last);
  await page.context().close();
}

async function curves(kit) {
  const page = await openFine(kit, 'amara-okafor'), fan = page.locator('#fold-fine-course .fan').first(), over = fan.locator('.fan-over');
  const about = await fan.locator('[role=img]').getAttribute('aria-label'), plan = await page.locator('#fold-fine-course canvas').count();
  kit.claim(/^Still red after a treatment\. Day 0: 100 of 100.*range \d+–\d+ of 100/.test(about), `the picture is told with its range: ${about}`);
  kit.claim(plan >= 2, 'recovery and result are drawn');
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await over.press(key);
  kit.claim(/^Day 2/.test(await fan.locator('.fan-read').innerText()), 'arrow keys read day by day');
  kit.claim(/^Day 2: \d+ of 100, range/.test(await over.getAttribute('aria-valuetext')), 'and it is told');
  await fan.locator('.twin summary').click();
  await fan.locator('tbody tr').first().waitFor();
  const rows = await fan.locator('tbody tr').count(), ends = [];
  for (const key of ['End', 'Home']) {
    await over.press(key);
    ends.push(await over.getAttribute('aria-valuenow'));
  }
  kit.claim(ends.join() === `${rows - 1},0`, 'End and Home go to the ends of the table');
  const box = await over.boundingBox();
  await page.mouse.move(box.x + box.width / 3, box.y + box.height / 2);
  kit.claim(/^Day 7/.test(await fan.locator('.fan-read').innerText()), 'the mouse reads the nearest day');
  const result = page.locator('#fold-fine-course .fan').nth(1);
  kit.claim(/not predictable for one person/.test(await result.locator('[role=img]').getAttribute('aria-label')), 'a result that cannot be foretold is called so');
  await result.locator('.twin summary').click();
  kit.claim(!/\d/.test(await result.locator('tbody tr td').first().innerText()), 'and has no middle in its table');
  const seen = () => page.$eval('#fold-fine-course canvas', (canvas) => canvas.toDataURL());
  const light = await seen();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction((was) => document.querySelector('#fold-fine-course canvas').toDataURL() !== was, light);
  await page.setViewportSize({ width: 800, height: 900 });
  await page.waitForFunction(() => document.querySelector('#fold-fine-course .fan-box').clientWidth === document.querySelector('#fold-fine-course .uplot').clientWidth);
  await page.emulateMedia({ colorScheme: null });
  await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
  await page.locator('#fine-interval').press('ArrowRight');
  await settled(page, 'fine-interval', 27);
  kit.claim(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'from right to left nothing is wider than the window');
  kit.claimCalm(page, 'curves');
  await page.context().close();
}

async function byFinger(kit) {
  const page = await openFine(kit, 'amara-okafor', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const control = page.locator('.fine-control:has(#fine-depth-cheeks)');
  await control.locator('.step').last().tap();
  await settled(page, 'fine-depth-cheeks', 1.5);
  await page.locator('#fine-passes-cheeks').scrollIntoViewIfNeeded();
  const box = await page.locator('#fine-passes-cheeks').boundingBox();
  await page.touchscreen.tap(box.x + box.width * 0.9, box.y + box.height / 2);
  await page.waitForFunction(() => document.querySelector('#fine-passes-cheeks').valueAsNumber > 8);
  await page.locator('#fold-fine-course .fan-over').first().tap();
  kit.claim(/^Day \d+/.test(await said(page, '#fold-fine-course .fan-read')), 'a finger reads the curve');
  await page.locator('#fine-recovery-barrier').tap();
  kit.claim(/barrier/.test(await said(page, '#fold-fine-course figcaption')), 'another curve is one touch away');
  await kit.claimSizes(page, 'fine settings, 390');
  await kit.claimAxe(page, 'fine settings, 390');
  await page.context().close();
}

async function others(kit) {
  const page = await openFine(kit, 'three-zones-one-visit');
  kit.claim(await page.locator('#fold-fine input[type=range]').count() <= 6, 'of many zones one is unfolded');
  await page.locator('#fold-fine-chin button').first().click();
  await page.locator('#fine-passes-chin').press('ArrowRight');
  await driveAnswered(page);
  kit.claim(sentDoc(page).settings.zones.length === 1 && sentDoc(page).settings.zones[0].zone === 'chin', 'a setting is that of its zone alone');
  await kit.claimAxe(page, 'fine settings of many zones');
  await kit.claimSizes(page, 'fine settings, 1440');
  await page.context().close();
  const none = await openFine(kit, 'leila-haddad');
  kit.claim(await none.locator('#fold-fine input').count() === 0, 'where nothing is planned there is nothing to set');
  kit.claim((await said(none, '#fold-fine')).includes('nothing to set'), 'and that is said');
  await none.context().close();
}

export default async function test(kit) {
  for (const part of [controlsAsPlanned, byKeys, told, dragged, curves, byFinger, others]) await part(kit);
}
