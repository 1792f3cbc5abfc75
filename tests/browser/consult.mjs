// A whole consultation on one screen, from opening a person to the saved file, by keyboard alone and by
// touch alone, at the width of a phone, a tablet and a desk. What is saved gives the command line the
// plan that was shown.
// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { driveAnswered, driveCommand, driveHash, driveSeen } from './drive.mjs';

const WIDTHS = [390, 1024, 1440];
const TABS = 500;   // to whatever is looked for

const here = (page, selector) => page.evaluate((css) => document.activeElement?.matches(css) ?? false, selector);

// Goes on with Tab until what has the focus matches.
async function tabTo(page, selector) {
  for (let i = 0; i < TABS; i++) {
    if (await here(page, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector}: Tab does not lead there`);
}

async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

// The hash has left `old`, and what is shown is the answer.
async function changed(page, old) {
  await page.waitForFunction((hash) => {
    const side = document.getElementById('room-plan');
    return side.dataset.stale === 'false' && side.dataset.hash && side.dataset.hash !== hash;
  }, old);
  return driveHash(page);
}

async function same(page, hash) {
  await page.waitForFunction((wanted) => {
    const side = document.getElementById('room-plan');
    return side.dataset.stale === 'false' && side.dataset.hash === wanted;
  }, hash);
}

// What the command line makes of the file that was saved.
async function savedHash(kit, page, save) {
  const folder = mkdtempSync(join(tmpdir(), 'stipple-consult-'));
  try {
    const [download] = await Promise.all([page.waitForEvent('download'), save()]);
    const path = join(folder, 'person.json');
    await download.saveAs(path);
    const [, on] = /(\d{4}-\d\d-\d\d)\.json$/.exec(download.suggestedFilename()) ?? [];
    const plan = JSON.parse(driveCommand(kit.stipple, 'plan', path, '--on', on, '--json'));
    return { hash: plan.hash, name: download.suggestedFilename(), file: JSON.parse(readFileSync(path, 'utf8')) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function choosePerson(page, name, act) {
  await act(page.locator('.people button', { hasText: name }));
  await driveSeen(page, '#banner');
  await driveAnswered(page);
}

// ---- by keyboard alone ----

async function findings(kit, page, where) {
  await page.waitForFunction(() => document.activeElement.matches('h1'));   // who is open is told first
  await press(page, 'g', 'd');
  await page.waitForFunction(() => document.activeElement.closest('#findings') !== null);
  kit.claim(true, `${where}: g d leads to the findings`);
  await tabTo(page, '#findings button[aria-haspopup="dialog"], #findings .quantity, #findings button');
}

async function answerByKeys(kit, page, where) {
  const before = await driveHash(page);
  await press(page, 'g', 'p');
  await tabTo(page, '#f-conditions-search');
  await page.keyboard.type('kelo');
  await press(page, 'ArrowDown', 'Enter');
  const after = await changed(page, before);
  kit.claim((await page.textContent('#f-conditions')).toLowerCase().includes('keloid'), `${where}: an illness is added by its name`);
  await press(page, 'Control+z');
  await same(page, before);
  kit.claim(after !== before, `${where}: an answer changes the plan, and is undone`);
}

async function whyByKeys(kit, page, where) {
  await press(page, 'Escape', 'Tab', 'g', 'l');   // out of the box that was typed in
  await tabTo(page, '#plan-price .quantity');
  await press(page, 'Enter');
  await driveSeen(page, 'dialog[open]#why');
  kit.claim(await page.evaluate(() => document.querySelector('#why').contains(document.activeElement)), `${where}: why takes the focus`);
  await press(page, 'Escape');
  await page.waitForSelector('dialog[open]', { state: 'detached' });
  kit.claim(await here(page, '#plan-price .quantity'), `${where}: and gives it back`);
}

async function fineByKeys(kit, page, where) {
  const before = await driveHash(page);
  await press(page, 'g', 'f');
  await tabTo(page, '#fine-interval, #fine-passes-cheeks');
  await press(page, 'ArrowRight', 'ArrowRight');
  const after = await changed(page, before);
  await press(page, 'Control+z');
  await same(page, before);
  await press(page, 'Control+Shift+z');
  await same(page, after);
  kit.claim(true, `${where}: a setting is moved, undone and done again`);
}

async function timeByKeys(kit, page, where) {
  await press(page, 'g', 's');
  await driveSeen(page, '#fold-section-body:not([hidden]) svg');
  const words = () => page.textContent('#section');
  const before = await words();
  await press(page, '.', '.');
  await page.waitForFunction((old) => document.getElementById('section').textContent !== old, before);
  kit.claim(await words() !== before, `${where}: the skin is stepped on in time`);
  await press(page, 'g', 't');
  await driveSeen(page, '#fold-timeline-body:not([hidden]) svg, #fold-timeline-body:not([hidden]) ol');
}

async function byKeys(kit, width) {
  const where = `keyboard, ${width} px`;
  const page = await kit.open(null, { viewport: { width, height: 900 }, acceptDownloads: true });
  await choosePerson(page, 'Margaret Thornton', async (button) => {
    await page.waitForFunction(() => document.querySelectorAll('.people button').length > 3);
    for (let i = 0; i < TABS && !await button.evaluate((one) => one === document.activeElement); i++) await press(page, 'Tab');
    await press(page, 'Enter');
  });
  await findings(kit, page, where);
  await answerByKeys(kit, page, where);
  await whyByKeys(kit, page, where);
  await fineByKeys(kit, page, where);
  await timeByKeys(kit, page, where);
  await press(page, 'v');
  await driveSeen(page, '.work[data-reader="person"]');
  await press(page, 'v');
  await driveSeen(page, '.work[data-reader="clinician"]');
  const shown = await driveHash(page);
  const saved = await savedHash(kit, page, async () => {
    await press(page, 'Control+k');
    await driveSeen(page, 'dialog[open]#palette');
    await page.keyboard.type('save the file');
    await press(page, 'Enter');
  });
  kit.claim(saved.hash === shown, `${where}: the saved file gives the command line the plan that was shown`);
  kit.claim(!/thornton|margaret/i.test(await page.evaluate(() => location.href + document.title)), `${where}: no name in address or title`);
  kit.claimCalm(page, where);
  await page.context().close();
}

// ---- by touch alone ----

async function tapSeen(page, selector) {
  const one = page.locator(selector).locator('visible=true').first();
  await one.scrollIntoViewIfNeeded();
  await one.tap();
}

// By its button in the bar, or in the menu where the window is narrow.
async function tapView(page) {
  if (await page.isVisible('#view')) {
    await tapSeen(page, '#view');
    return;
  }
  await tapSeen(page, '#menu');
  await tapSeen(page, '[data-action="view"]');
}

async function toRoom(page, room) {
  const button = page.locator('nav.rooms button', { hasText: room });
  if (await button.count() && await button.isVisible()) await button.tap();
}

async function byTouch(kit, width) {
  const where = `touch, ${width} px`;
  const page = await kit.open(null, {
    viewport: { width, height: 900 }, hasTouch: true, isMobile: width < 1000, acceptDownloads: true,
  });
  await choosePerson(page, 'Margaret Thornton', (button) => button.tap());
  const before = await driveHash(page);
  await toRoom(page, 'Person');
  await tapSeen(page, '#f-conditions-search');
  await page.locator('#f-conditions-search').fill('kelo');   // what a touch keyboard would type
  await tapSeen(page, '#f-conditions-search-list [role="option"]');
  const after = await changed(page, before);
  await tapSeen(page, '#undo');
  await same(page, before);
  kit.claim(after !== before, `${where}: an answer is given and undone`);
  await toRoom(page, 'Plan');
  await tapSeen(page, '#plan-price .quantity');
  await driveSeen(page, 'dialog[open]#why');
  await tapSeen(page, '#why .close');
  await page.waitForSelector('dialog[open]', { state: 'detached' });
  if (!await page.isVisible('#fold-fine-body')) await tapSeen(page, '#fold-fine > .fold-head button');
  if (!await page.isVisible('#fine-interval')) await tapSeen(page, '#fold-fine-course > .fold-head button');
  await tapSeen(page, '.slider:has(#fine-interval) .step:last-of-type');
  const moved = await changed(page, before);
  kit.claim(moved !== before, `${where}: a setting is moved by its button`);
  if (!await page.isVisible('#fold-section-body')) await tapSeen(page, '#fold-section > .fold-head button');
  await driveSeen(page, '#fold-section-body svg');
  await tapView(page);
  await driveSeen(page, '.work[data-reader="person"]');
  await kit.claimSizes(page, `${where}, the person's view`);
  await tapView(page);
  await driveSeen(page, '.work[data-reader="clinician"]');
  await kit.claimSizes(page, where);
  const saved = await savedHash(kit, page, async () => {
    if (!await page.isVisible('#save')) await tapSeen(page, '#menu');
    await tapSeen(page, '#save, [data-action="save"]');
  });
  kit.claim(saved.hash === moved, `${where}: the saved file gives the command line the plan that was shown`);
  kit.claimCalm(page, where);
  await page.context().close();
}

export default async function test(kit) {
  for (const width of WIDTHS) {
    await byKeys(kit, width);
    await byTouch(kit, width);
  }
}
