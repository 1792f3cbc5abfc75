// The skin in section: tied to the timeline, played, paused and stepped, still where motion is not
// wanted, told in words with every range.
// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';

import { driveCommand, driveSeen } from './drive.mjs';

const moment = (page) => page.textContent('.section-moment');
const place = (page) => page.locator('.section-scrub input').evaluate((one) => one.valueAsNumber);
const drawing = (page) => page.locator('.section-stage svg').first().evaluate((one) => one.outerHTML);
const frames = (page, n) => page.evaluate((times) => new Promise((resolve) => {
  const next = (left) => (left === 0 ? resolve() : requestAnimationFrame(() => next(left - 1)));
  next(times);
}), n);

async function openSection(kit, stem, options) {
  const page = await kit.open(stem, options);
  if (await page.locator('.rooms').isVisible()) await page.click('.rooms button:nth-child(2)');
  await page.click('#fold-section h2 button');
  await page.waitForSelector('#fold-section-body :is(.section-stage svg, p)');
  return page;
}

const until = (page, words) => page.waitForFunction((text) => document.querySelector('.section-moment').textContent.includes(text), words);

async function tied(kit) {
  const page = await openSection(kit, 'amara-okafor');
  await page.click('#fold-timeline h2 button');
  await page.waitForSelector('#timeline-day');
  await page.fill('#timeline .slider-box', '7');
  await page.keyboard.press('Enter');
  await until(page, '7 days after');
  kit.claim(true, 'the day of the timeline is that of the section');
  await page.click('.section-jumps button:nth-child(4)');
  await page.waitForFunction(() => Number(document.querySelector('#timeline-day').value) === 3);
  kit.claim((await moment(page)).startsWith('3 days after'), 'and the moment of the section is that of the timeline');
  const one = await drawing(page);
  await page.click('.section-jumps button:nth-child(2)');
  await until(page, '6 hours');
  kit.claim(await drawing(page) !== one, 'another hour is another picture');
  for (let i = 0; i < 43; i++) await page.keyboard.press('.');
  await until(page, '3 days');
  kit.claim(await drawing(page) === one, 'the same hour is the same picture, however it was reached');
  await page.fill('#timeline .slider-box', '-1');
  await page.keyboard.press('Enter');
  await until(page, 'Before');
  kit.claim(await page.locator('.section-stage .section-channel').count() === 0, 'before the treatment the skin is whole');
  await page.fill('#timeline .slider-box', '35');
  await page.keyboard.press('Enter');
  await until(page, '5 weeks');
  kit.claim((await page.textContent('.section-facts .note')).includes('Treatment 4'), 'a treatment that follows is named');
  kit.claimCalm(page, 'tied');
  await page.context().close();
}

// The words under the picture have the figures of the plan, each with its range.
async function told(kit) {
  const plan = JSON.parse(driveCommand(kit.stipple, 'plan', join(kit.root, 'examples/amara-okafor.yaml'), '--on', '2026-03-02', '--json'));
  const [zone] = plan.zones, { open } = zone, share = (x) => Math.round(100 * x), at = open.x.indexOf(6);
  const page = await openSection(kit, 'amara-okafor');
  await page.click('.section-jumps button:nth-child(2)');
  await until(page, '6 hours');
  const id = await page.getAttribute('.section-stage svg', 'aria-describedby'), words = await page.textContent(`[id="${id}"]`);
  const wanted = `${share(open.p50[at])} % (${share(open.p2_5[at])} to ${share(open.p97_5[at])} %)`;
  kit.claim(words.includes(wanted), `the words have ${wanted}: ${words}`);
  kit.claim(/\d+ of 100 \(\d+ to \d+\)/.test(words), 'people still red, with their range');
  kit.claim((await page.textContent('#told')).includes(wanted), 'a jump is told to who cannot see');
  kit.claim((await page.getAttribute('.section-stage svg', 'role')) === 'img', 'the picture is an image with a name');
  await page.click('#section .twin summary');
  await driveSeen(page, '#section .twin table');
  const rows = await page.locator('#section .twin tbody tr').allTextContents();
  kit.claim(rows.length === 7 && rows[1].includes(wanted), 'the table has the same moments');
  const all = await page.textContent('#section');
  kit.claim(!/healed|elastin|per cent|collagen amount/i.test(all), 'nothing is claimed that cannot be said');
  await kit.claimAxe(page, 'the section');
  await kit.claimSizes(page, 'the section, 1440');
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.waitForFunction(() => document.querySelector('.section-stage svg').getBoundingClientRect().right < innerWidth);
  kit.claim(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than 1024 pixels');
  await page.emulateMedia({ media: 'print' });
  await page.waitForSelector('.section-strip li:nth-child(7) svg');
  kit.claim(!await page.locator('.section-controls').isVisible(), 'paper has stills and nothing to press');
  kit.claimCalm(page, 'told');
  await page.context().close();
}

async function played(kit) {
  const page = await openSection(kit, 'amara-okafor');
  await page.selectOption('.section-controls select', 'fast');
  await page.locator('#section-play').scrollIntoViewIfNeeded();
  const before = await page.textContent('#told');
  await page.click('#section-play');
  await page.waitForFunction(() => document.querySelector('.section-scrub input').valueAsNumber > 40);
  kit.claim(await page.textContent('#told') === before, 'what runs by itself is not told');
  await page.click('#section-play');
  await frames(page, 2);   // what was drawn last stands there now
  const at = await place(page);
  kit.claim((await page.textContent('#told')).includes('after the treatment'), 'a pause is told');
  await frames(page, 8);
  kit.claim(await place(page) === at, 'a pause holds');
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('Space');
  await page.waitForFunction((last) => document.querySelector('.section-scrub input').valueAsNumber > last, at);
  kit.claim(true, 'the space bar goes on');
  await page.keyboard.press('Space');
  await page.waitForFunction(() => document.querySelector('.section-stage').dataset.playing === 'false');
  await page.locator('.section-scrub input').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await until(page, '1 hour after');
  await page.keyboard.press('.');
  await until(page, '2 hours after');
  await page.keyboard.press(',');
  await until(page, '1 hour after');
  await page.keyboard.press('PageUp');
  await until(page, '6 hours after');
  await page.keyboard.press('End');
  kit.claim(await page.locator('.section-scrub button:last-child').isDisabled(), 'the end is the end');
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.waitForFunction(() => document.activeElement.closest('#fold-section'));
  kit.claim(true, 'g s leads to the section');
  await page.click('.section-jumps button:nth-child(1)');
  await page.click('#section-play');
  await page.waitForFunction(() => document.querySelector('.section-scrub input').valueAsNumber > 10);
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForFunction(() => document.querySelector('.section-stage').getBoundingClientRect().top > innerHeight);
  await frames(page, 6);
  const hidden = await place(page);
  await frames(page, 6);
  kit.claim(await place(page) === hidden, 'what is not seen does not run');
  kit.claimCalm(page, 'played');
  await page.context().close();
}

// With less motion there is none: no frame is asked for, and a strip of stills stands in its place.
async function still(kit) {
  const page = await kit.page({ reducedMotion: 'reduce' });
  await page.addInitScript(() => {
    const real = window.requestAnimationFrame.bind(window);
    window.asked = 0;
    window.requestAnimationFrame = (act) => { window.asked++; return real(act); };
  });
  await page.goto(kit.server.address);
  await page.locator('.people button', { has: page.getByText('Amara Okafor', { exact: true }) }).click();
  await page.waitForSelector('#room-plan[data-stale="false"][data-hash]', { state: 'attached' });
  await page.click('#fold-section h2 button');
  await page.waitForSelector('.section-strip li:nth-child(7) svg');
  kit.claim(await page.locator('#section-play').count() === 0, 'there is nothing to play');
  const names = await page.locator('.section-strip svg[role=img]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  kit.claim(new Set(names).size === 7, `seven stills, each with its moment: ${names.join('; ')}`);
  await page.locator('.section-strip button').nth(3).click();
  await until(page, '3 days after');
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('Space');
  const asked = await page.evaluate(() => new Promise((resolve) => {
    const settle = (last) => setTimeout(() => (window.asked === last ? begin() : settle(window.asked)), 100);
    const begin = () => { const before = window.asked; setTimeout(() => resolve(window.asked - before), 400); };
    settle(window.asked);
  }));
  kit.claim(asked === 0, `no frame is asked for: ${asked}`);
  kit.claim((await moment(page)).startsWith('3 days after'), 'time stands still');
  kit.claim((await kit.axe(page)).length === 0, 'axe finds nothing in the stills');
  await page.context().close();
}

async function byTouch(kit) {
  const page = await openSection(kit, 'margaret-thornton', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const before = await drawing(page), zones = page.locator('#section select').first();
  const values = await zones.locator('option').evaluateAll((all) => all.map((one) => one.value));
  kit.claim(values.length === 3, 'three places to choose from');
  await zones.selectOption(values[1]);
  await page.waitForFunction((last) => document.querySelector('.section-stage svg').outerHTML !== last, before);
  kit.claim((await page.getAttribute('.section-stage svg', 'aria-label')).startsWith('Cheeks'), 'the picture is of the place that is chosen');
  await page.locator('.section-scrub button').last().tap();
  await until(page, '1 hour after');
  await page.locator('.section-jumps button').nth(4).tap();
  await until(page, '7 days after');
  kit.claim(true, 'it is stepped and jumped by touch');
  await kit.claimSizes(page, 'the section, 390');
  await kit.claimAxe(page, 'the section, 390');
  kit.claimCalm(page, 'touch');
  await page.context().close();
}

async function nothing(kit) {
  const refused = await openSection(kit, 'leila-haddad');
  kit.claim((await refused.textContent('#fold-section-body')).includes('nothing to draw'), 'where nothing is planned that is said');
  kit.claimCalm(refused, 'refused');
  await refused.context().close();
}

export default async function test(kit) {
  for (const part of [tied, told, played, still, byTouch, nothing]) await part(kit);
}
