// Photographs of the page in every state, for docs/screens/: into the folder that STIPPLE_SCREENS
// names. Nothing may stand in the console meanwhile.
// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';

import { driveAnswered, driveFile, driveSeen } from './drive.mjs';

const SETTLE_MS = 500;   // for curves to be drawn

async function unfold(page, id) {
  if (!await page.isVisible(`#fold-${id}-body`)) await page.locator(`#fold-${id} > .fold-head button`).first().click();
  await driveSeen(page, `#fold-${id}-body`);
}

const key = (...keys) => async (page) => { for (const one of keys) await page.keyboard.press(one); };
const part = (id, selector) => async (page) => {
  await unfold(page, id);
  await page.locator(selector).first().scrollIntoViewIfNeeded();
};
const settled = (page) => page.waitForTimeout(SETTLE_MS);

// One setting was moved, so that what it changes is said.
async function fine(page) {
  await unfold(page, 'fine');
  for (let i = 0; i < 3; i++) await page.locator('.slider:has(#fine-depth-cheeks) .step').first().click();
  await driveAnswered(page);
  await page.locator('#fold-fine').evaluate((one) => scrollTo(0, one.getBoundingClientRect().top + scrollY - 100));
}

// [name, example, width, theme, act, selector of what is photographed; none = the window]
const SHOTS = [
  ['opening', null, 1440, 'light', null, null],
  ['opening-phone', null, 390, 'light', null, null],
  ['broken-file', null, 1440, 'light', (page) => driveFile(page, 'broken.yaml', 'format: stipple-patient/1\ngoals: [\n  - nose\n'), null],
  ['plan', 'amara-okafor', 1440, 'light', null, null],
  ['plan-dark', 'amara-okafor', 1440, 'dark', null, null],
  ['plan-tablet', 'amara-okafor', 1024, 'light', null, null],
  ['plan-phone', 'amara-okafor', 390, 'light', key('g', 'l'), null],
  ['person-phone', 'amara-okafor', 390, 'light', key('g', 'p'), null],
  ['clash', 'margaret-thornton', 1440, 'light', null, null],
  ['deferred', 'daniel-reyes', 1440, 'light', null, null],
  ['not-now', 'leila-haddad', 1440, 'light', null, null],
  ['asked', 'skin-type-unknown', 1440, 'light', null, null],
  ['refused', 'fatima-al-mansouri', 1440, 'dark', null, null],
  ['stopped', 'kwame-mensah', 1440, 'light', null, null],
  ['finished', 'elena-petrova', 1440, 'light', null, null],
  ['why', 'amara-okafor', 1440, 'light', (page) => page.locator('#plan-after .quantity').first().click(), null],
  ['fine', 'amara-okafor', 1440, 'light', fine, null],
  ['fine-phone', 'amara-okafor', 390, 'light', async (page) => { await page.keyboard.press('g'); await page.keyboard.press('f'); }, null],
  ['timeline', 'margaret-thornton', 1440, 'light', part('timeline', '#fold-timeline'), '#fold-timeline'],
  ['timeline-phone', 'margaret-thornton', 390, 'light', key('g', 't'), null],
  ['section', 'amara-okafor', 1440, 'light', part('section', '#fold-section'), '#fold-section'],
  ['section-dark', 'jonas-lindqvist', 1440, 'dark', part('section', '#fold-section'), '#fold-section'],
  ['section-still', 'amara-okafor', 1440, 'light', part('section', '#fold-section'), '#fold-section', { reducedMotion: 'reduce' }],
  ['map', 'margaret-thornton', 1440, 'light', key('g', 'm'), '#skin .map'],
  ['map-body', 'priya-raman', 1440, 'light', key('g', 'm'), '#skin .map'],
  ['persons-view', 'amara-okafor', 1440, 'light', key('v'), null],
  ['persons-view-phone', 'amara-okafor', 390, 'light', key('v'), null],
  ['palette', 'amara-okafor', 1440, 'light', key('Control+k'), null],
  ['shortcuts', 'amara-okafor', 1440, 'light', key('?'), null],
];

async function shoot(kit, folder, [name, stem, width, colorScheme, act, selector, more = {}]) {
  const page = await kit.open(stem, { viewport: { width, height: width < 500 ? 844 : 1000 }, colorScheme, ...more });
  if (stem) await page.waitForFunction(() => document.querySelector('#fold-timeline, .work[data-room="person"]') !== null);
  if (act) await act(page);
  if (stem) await driveAnswered(page);
  await settled(page);
  const path = join(folder, `${name}.png`);
  if (selector) await page.locator(selector).first().screenshot({ path });
  else await page.screenshot({ path });
  kit.claimCalm(page, name);
  await page.context().close();
}

// The server is gone, and what is open stays.
async function shootAway(kit, folder) {
  const page = await kit.open('amara-okafor', { viewport: { width: 1440, height: 1000 } });
  await page.route('**/api/**', (route) => route.abort());
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await page.locator('#fold-fine .step').nth(1).click();
  await driveSeen(page, '#away');
  await settled(page);
  await page.screenshot({ path: join(folder, 'server-lost.png') });
  await page.context().close();
}

export default async function test(kit) {
  const folder = process.env.STIPPLE_SCREENS;
  for (const shot of SHOTS) {
    try {
      await shoot(kit, folder, shot);
    } catch (error) {
      kit.claim(false, `${shot[0]}: ${error.message}`);
    }
  }
  await shootAway(kit, folder);
  kit.claim(true, 'photographed');
}
