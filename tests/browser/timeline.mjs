// The timeline: everything with a date, by mouse, by touch and by keys; the day that is looked at; the
// list of a narrow window; paper; scripts from right to left.
// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';

import { driveCommand, driveSeen } from './drive.mjs';

const text = (page, selector) => page.textContent(selector);

async function openTimeline(kit, stem, options) {
  const page = await kit.open(stem, options);
  if (await page.locator('.rooms').isVisible()) await page.click('.rooms button:nth-child(2)');
  await page.click('#fold-timeline h2 button');
  await page.waitForSelector('.timeline-stage :is(.timeline-picture, .timeline-list)');
  return page;
}

const labels = (page) => page.locator('.timeline-picture [role=option]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
const day = (page) => page.locator('#timeline-day').inputValue();

// What the plan holds stands in the picture and in the table, with its reason.
async function holdsAll(kit) {
  const plan = JSON.parse(driveCommand(kit.stipple, 'plan', join(kit.root, 'examples/margaret-thornton.yaml'), '--on', '2026-03-02', '--json'));
  const page = await openTimeline(kit, 'margaret-thornton');
  await page.click('#timeline .twin summary');
  await driveSeen(page, '#timeline .twin table');
  const all = await labels(page), table = await text(page, '#timeline .twin tbody');
  kit.claim(plan.blocked.length > 3, 'the plan has blocked days');
  for (const { because, weekdays } of plan.blocked) {
    kit.claim(table.includes(because), `the table has the reason: ${because}`);
    kit.claim(weekdays || all.some((label) => label.includes(because)), `the picture has the reason: ${because}`);
  }
  for (const { text: words, kind } of plan.calendar) kit.claim(kind === 'session' || table.includes(words), `the table has ${words}`);
  for (const row of plan.aftercare) kit.claim(row.do || row.always || table.includes(row.text), `the table has ${row.text}`);
  kit.claim(all.filter((label) => label.includes(', planned')).length === plan.sessions.filter(({ status }) => status === 'planned').length, 'every treatment once');
  const rows = await page.locator('#timeline .twin tbody tr').count();
  kit.claim(rows > plan.calendar.length, `${rows} rows in the table`);
  await page.click('.timeline-item[aria-label*="no treatment on this day"]');
  kit.claim((await text(page, '.timeline-detail')).includes(plan.blocked.find(({ kind }) => kind === 'event').because), 'a blocked band says why when it is pressed');
  kit.claimCalm(page, 'a wedding');
  await page.context().close();
}

async function byKeys(kit) {
  const page = await openTimeline(kit, 'amara-okafor');
  const n = (await labels(page)).length;
  const tabbable = () => page.locator('.timeline-picture [role=option][tabindex="0"]');
  kit.claim(await tabbable().count() === 1, 'one thing of the picture is reached by the tab key');
  kit.claim((await tabbable().getAttribute('aria-label')).includes('Treatment 3, planned'), 'at first the next treatment is chosen');
  await tabbable().focus();
  await page.keyboard.press('Home');
  const seen = new Set();
  for (let i = 0; i < n; i++) {
    await page.waitForFunction(() => document.activeElement.matches('[role=option][aria-selected=true]'));
    const id = await page.evaluate(() => document.activeElement.id);
    seen.add(id);
    if (i < n - 1) {
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction((before) => document.activeElement.id !== before, id);
    }
  }
  kit.claim(seen.size === n, `the arrow goes through all ${n} things, ${seen.size} seen`);
  const lane = () => page.evaluate(() => document.activeElement.parentElement.getAttribute('aria-label'));
  const [last] = [await lane()];
  await page.keyboard.press('ArrowUp');
  await page.waitForFunction((before) => document.activeElement.parentElement.getAttribute('aria-label') !== before, last);
  kit.claim(await lane() !== last, 'the arrow up goes to another lane');
  kit.claim(await day(page) === '0', 'going through things leaves the day alone');
  await page.keyboard.press('Enter');
  kit.claim(await day(page) !== '0', 'Enter looks at the day of what is chosen');
  await page.locator('#timeline-day').focus();
  await page.keyboard.press('Home');
  const first = Number(await day(page));
  await page.keyboard.press('ArrowRight');
  kit.claim(Number(await day(page)) === first + 1, 'an arrow is a day');
  await page.keyboard.press('Shift+ArrowRight');
  kit.claim(Number(await day(page)) === first + 8, `with the shift key a week: ${await day(page)}`);
  kit.claim(/2026|Jan|Feb/.test(await page.getAttribute('#timeline-day', 'aria-valuetext')), 'the slider says its date');
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await page.waitForFunction(() => document.activeElement.closest('#fold-timeline'));
  kit.claim(true, 'g t leads to the timeline');
  await kit.claimAxe(page, 'the timeline');
  await kit.claimSizes(page, 'the timeline, 1440');
  kit.claimCalm(page, 'keys');
  await page.context().close();
}

// The line of the day that is looked at stands over the day that was pressed.
async function byMouse(kit) {
  const page = await openTimeline(kit, 'amara-okafor');
  const cursor = () => page.locator('.timeline-cursor path').first().boundingBox();
  await page.locator('.timeline-picture').scrollIntoViewIfNeeded();
  const ground = await page.locator('.timeline-ground').boundingBox();
  await page.mouse.click(ground.x + ground.width * 0.62, ground.y + 20);
  await page.waitForFunction(() => document.querySelector('#timeline-day').value !== '0');
  const { x } = await cursor();
  kit.claim(Math.abs(x - (ground.x + ground.width * 0.62)) < 6, `the line stands where it was pressed: ${x}`);
  const n = Number(await day(page));
  kit.claim(n > 0 && (await text(page, '.timeline-cursor-words')).includes(`day ${n}`), 'the day is said');
  for (const [zoom, least] of [[2, 5], [3, 15]]) {
    const before = (await page.locator('.timeline-item [class=timeline-bar]').first().boundingBox()).width;
    await page.click(`.timeline-zooms button:nth-child(${zoom})`);
    await page.waitForSelector(`.timeline-zooms button:nth-child(${zoom})[aria-pressed=true]`);
    kit.claim((await page.locator('.timeline-ticks text').count()) >= 4, `zoom ${zoom}: the line has its days`);
    kit.claim((await page.locator('.timeline-item [class=timeline-bar]').first().boundingBox()).width > Math.min(before, least), `zoom ${zoom} is wider`);
    const overlaps = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll('.timeline-label')].map((one) => one.getBoundingClientRect());
      return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4)).length;
    });
    kit.claim(overlaps === 0, `zoom ${zoom}: ${overlaps} labels lie on one another`);
  }
  kit.claimCalm(page, 'mouse');
  await page.context().close();
}

// In a narrow window a list, by touch alone; everything of it says its reason.
async function byTouch(kit) {
  const page = await openTimeline(kit, 'margaret-thornton', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  kit.claim(await page.locator('.timeline-picture').count() === 0, 'a narrow window has no picture');
  const row = page.locator('.timeline-list li[data-lane=blocked] button', { hasText: 'The skin rests' }).first();
  await row.tap();
  await page.waitForSelector('.timeline-list button[aria-expanded=true]');
  kit.claim((await text(page, '.timeline-list .timeline-detail')).includes('The skin rests at least'), 'a press tells the reason');
  kit.claim(Number(await day(page)) !== 0, 'and looks at its day');
  await row.tap();
  await page.waitForFunction(() => !document.querySelector('.timeline-list button[aria-expanded=true]'));
  await kit.claimSizes(page, 'the timeline, 390');
  await kit.claimAxe(page, 'the list');
  kit.claimCalm(page, 'touch');
  await page.context().close();
}

async function otherwise(kit) {
  const page = await openTimeline(kit, 'amara-okafor', { viewport: { width: 1024, height: 768 } });
  kit.claim(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than 1024 pixels');
  await page.emulateMedia({ media: 'print' });
  await page.waitForSelector('.timeline-list li');
  kit.claim(await page.locator('.timeline-picture').isVisible(), 'paper has the picture as well as the list');
  kit.claim(!await page.locator('.timeline-zooms').isVisible(), 'paper has no buttons to press');
  await page.emulateMedia({ media: null });
  await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
  await page.click('.timeline-zooms button:nth-child(2)');
  const middle = (label) => page.locator(`.timeline-item[aria-label*="${label}"]`).first().boundingBox().then(({ x, width }) => x + width / 2);
  kit.claim(await middle('Treatment 3, planned') > await middle('Treatment 4, planned'), 'from right to left the earlier stands further right');
  const ground = await page.locator('.timeline-ground').boundingBox();
  await page.mouse.click(ground.x + ground.width * 0.25, ground.y + 20);
  await page.waitForFunction(() => Number(document.querySelector('#timeline-day').value) > 14);
  const { x } = await page.locator('.timeline-cursor path').first().boundingBox();
  kit.claim(Math.abs(x - (ground.x + ground.width * 0.25)) < 20, 'and the line stands where it was pressed');
  kit.claimCalm(page, 'right to left');
  await page.context().close();
  for (const stem of ['leila-haddad', 'kwame-mensah', 'elena-petrova', 'warfarin-inr-unknown']) {
    const other = await openTimeline(kit, stem);
    kit.claim(await other.locator('.timeline-item').count() > 0, `${stem} has what has a date`);
    kit.claimCalm(other, stem);
    await other.context().close();
  }
}

export default async function test(kit) {
  for (const part of [holdsAll, byKeys, byMouse, byTouch, otherwise]) await part(kit);
}
