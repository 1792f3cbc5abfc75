// The frame of the page: what is changed can be undone, saved, printed and found by its name; nothing is
// kept; a server that is lost costs nothing.
// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { driveAnswered, driveCommand, driveHash, driveSeen, driveServer } from './drive.mjs';

const ON = '2026-03-02', STEM = 'amara-okafor', NOTE = 'early pinpoint bleeding';
const EDITS = 200;

const smoking = '#fold-person-about input[name="f-smoking"]', pregnant = '#fold-person-about input[name="f-pregnant"]';
const text = (page, selector) => page.textContent(selector);

async function unfoldAbout(page) {
  if (await page.locator('#fold-person-about > .fold-head button[aria-expanded="false"]').count())
    await page.click('#fold-person-about > .fold-head button');
  await driveSeen(page, '#fold-person-about-body');
}

// Changes the file once: another answer about smoking.
async function change(page, which = 3) {
  await unfoldAbout(page);
  await page.locator(smoking).nth(which).check({ force: true });
  await page.waitForSelector('#file-state[data-state="dirty"]', { state: 'attached' });
}

async function saved(page, act) {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

async function fromMenu(page, id) {
  await page.click('#menu');
  await page.click(`#menu-panel [data-action="${id}"]`);
}

// The plan of a file on the command line.
function planned(kit, folder, bytes, ...options) {
  const file = join(folder, 'saved.json');
  writeFileSync(file, bytes);
  return JSON.parse(driveCommand(kit.stipple, 'plan', file, '--on', ON, '--json', ...options));
}

async function testUndo(kit) {
  const page = await kit.open(STEM);
  const before = await driveHash(page);
  kit.claim(await page.isDisabled('#undo') && await page.isDisabled('#redo'), 'nothing is there to undo in a file just opened');
  await unfoldAbout(page);
  const made = await page.evaluate(async ([n, a, b]) => {
    const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
    for (let i = 0; i < n; i++) {
      const boxes = [...document.querySelectorAll(i % 2 ? b : a)].slice(1);   // the first is "not asked"
      boxes.filter((box) => !box.checked)[(i >> 1) % (boxes.length - 1)].click();
      await frame();
    }
    return document.getElementById('file-state').dataset.state;
  }, [EDITS, smoking, pregnant]);
  kit.claim(made === 'dirty' && await text(page, '#file-state') === 'changed, not saved', 'what is not saved is said');
  kit.claim(/^Undo: \S/.test(await page.getAttribute('#undo', 'aria-label')), 'the button tells what it undoes');
  const press = (id) => page.evaluate(async ([one, most]) => {
    let n = 0, told = 0;   // a finding that changes is told as well, and may come after it
    for (; n <= most && !document.querySelector(one).disabled; n++) {
      document.querySelector(one).click();
      await new Promise((resolve) => { requestAnimationFrame(resolve); });
      told += /^(Undone|Done again): \S/.test(document.getElementById('told').textContent);
    }
    return { n, told };
  }, [id, EDITS]);
  const after = await saved(page, () => page.keyboard.press('Control+s'));
  const back = await press('#undo');
  kit.claim(back.n === EDITS, `${EDITS} changes are as many steps back: ${back.n}`);
  kit.claim(back.told > EDITS / 2, `what was undone is told to who cannot see: ${back.told}`);
  await driveAnswered(page);
  kit.claim(await driveHash(page) === before, 'undone to the beginning the plan is the one of the beginning');
  kit.claim((await press('#redo')).n === EDITS, 'and as many forward again');
  kit.claim((await saved(page, () => page.click('#save'))).bytes.equals(after.bytes), 'done again the file is the one that was undone');
  kit.claim(await text(page, '#file-state') === 'saved', 'what is saved is said');
  await page.keyboard.press('Control+z');
  kit.claim(await page.getAttribute('#file-state', 'data-state') === 'dirty', 'a step back from what was saved is a change');
  await page.keyboard.press('Control+y');
  kit.claim(await page.getAttribute('#file-state', 'data-state') === 'saved', 'and the step forward is none any more');
  kit.claimCalm(page, 'undo');
  await page.context().close();
}

async function testPaper(kit, folder) {
  const page = await kit.open(STEM);
  await change(page);
  await driveAnswered(page);
  const { name, bytes } = await saved(page, () => page.click('#save'));
  kit.claim(name === `${STEM}-${ON}.json`, `the file is called after its file and its day: ${name}`);
  const told = planned(kit, folder, bytes);
  kit.claim(told.hash === await driveHash(page), 'the plan of the saved file has the hash that is shown');

  const data = await saved(page, () => fromMenu(page, 'save.data'));
  kit.claim(data.bytes.equals(driveCommand(kit.stipple, 'plan', join(folder, 'saved.json'), '--on', ON, '--json')), 'the plan as data is that of --json, byte for byte');
  for (const [id, kind, options] of [['save.report', 'report', []], ['save.sheet', 'sheet', ['--person']]]) {
    const paper = await saved(page, () => fromMenu(page, id));
    driveCommand(kit.stipple, 'plan', join(folder, 'saved.json'), '--on', ON, ...options, '--html', join(folder, `${kind}.html`));
    kit.claim(paper.bytes.equals(readFileSync(join(folder, `${kind}.html`))), `the ${kind} is that of the command line`);
    kit.claim(paper.name === `stipple-${STEM}-${kind}-${ON}.html`, `what is saved is called after its kind: ${paper.name}`);
  }

  const printed = async (key, kind) => {
    await page.keyboard.press(key);   // nothing is printed on from here, but the frame is made
    await page.waitForFunction((is) => document.getElementById('paper')?.contentDocument?.body?.className.startsWith('person') === is, kind === 'sheet');
    await page.evaluate(() => {
      window.printed = 0;
      document.getElementById('paper').contentWindow.print = () => { window.printed++; };
    });
    await page.keyboard.press(key);
    await page.waitForFunction(() => window.printed >= 1);
    return page.evaluate(() => document.getElementById('paper').getAttribute('sandbox'));
  };
  const sandbox = await printed('Control+p', 'report');
  kit.claim(!sandbox.includes('scripts'), `no script runs in what is printed: ${sandbox}`);
  await page.keyboard.press('v');
  await printed('Control+p', 'sheet');
  kit.claim(true, 'in the person\'s view the sheet is what is printed');
  await page.keyboard.press('v');
  await change(page, 2);
  kit.claim(await page.locator('#paper').count() === 0, 'what was printed goes with what it was printed of');
  kit.claimCalm(page, 'paper');
  await page.context().close();
}

async function testLeave(kit) {
  const page = await kit.open(STEM);
  const warned = [];
  page.on('dialog', (dialog) => { warned.push(dialog.type()); dialog.dismiss(); });
  await change(page);
  await page.close({ runBeforeUnload: true });
  await page.waitForTimeout(0);
  for (let i = 0; i < 50 && warned.length === 0; i++) await new Promise((resolve) => { setTimeout(resolve, 20); });
  kit.claim(warned.join() === 'beforeunload' && !page.isClosed(), `leaving with changes is warned of: ${warned}`);

  await page.goBack();
  await driveSeen(page, '#leave');
  kit.claim(await page.isVisible('#banner'), 'Back asks before it closes what is not saved');
  await kit.claimAxe(page, 'leaving');
  await page.keyboard.press('Escape');
  kit.claim(await page.isVisible('#banner') && await page.isHidden('#leave'), 'Escape stays');
  await fromMenu(page, 'another');
  const { bytes } = await saved(page, () => page.click('#leave-save'));
  await driveSeen(page, '#open');
  kit.claim(JSON.parse(bytes).name === 'Amara Okafor', 'Save and go on saves, and goes on');
  kit.claim(await page.evaluate(() => history.state) === null, 'no step of the history says that somebody is open');
  kit.claim(!(await page.content()).includes('Amara Okafor was'), 'nobody is left on the page');

  await page.locator('.people button', { hasText: 'Kwame Mensah' }).click();
  await driveSeen(page, '#banner');
  await fromMenu(page, 'another');
  await driveSeen(page, '#open');
  kit.claim(await page.locator('#leave').count() === 0, 'without changes nothing is asked');
  await page.context().close();
}

async function testKeys(kit) {
  const page = await kit.open(STEM);
  await page.keyboard.press('Control+k');
  await driveSeen(page, '#palette');
  const focused = () => page.evaluate(() => document.activeElement.id);
  kit.claim(await focused() === 'palette-typed', 'the palette waits for words');
  const offered = await page.locator('#palette-list [role=option] > span:first-child').allTextContents();
  await kit.claimAxe(page, 'palette');
  await page.keyboard.type('shor');
  await page.waitForFunction(() => document.querySelectorAll('#palette-list li').length === 1);
  kit.claim((await text(page, '#palette-list li')).startsWith('Shortcuts'), 'what is typed is found');
  await page.keyboard.press('Enter');
  await driveSeen(page, '#shortcuts');
  const listed = await page.locator('#shortcuts dt').allTextContents();
  kit.claim(offered.length > 15 && offered.every((one) => listed.includes(one) || one === 'Shortcuts'), `the sheet lists every action: ${offered.filter((one) => !listed.includes(one))}`);
  await kit.claimAxe(page, 'shortcuts');
  await page.keyboard.press('Escape');
  await page.waitForSelector('#shortcuts', { state: 'detached' });

  const theme = () => page.evaluate(() => [document.documentElement.dataset.theme ?? 'auto', getComputedStyle(document.body).backgroundColor].join(' '));
  kit.claim(await theme() === 'auto rgb(251, 250, 247)', `as the system has it: ${await theme()}`);
  await page.keyboard.press('t');
  await page.keyboard.press('t');
  await page.waitForSelector(':root[data-theme="dark"]');
  kit.claim(await theme() === 'dark rgb(20, 24, 30)', `dark by one key: ${await theme()}`);

  await page.focus('#menu');
  await page.keyboard.press('Enter');
  await driveSeen(page, '#menu-panel [data-action="open"]');
  await page.keyboard.press('Escape');
  kit.claim(await focused() === 'menu' && await page.isHidden('#menu-panel'), 'the menu gives the focus back');
  await page.keyboard.press('d');
  await page.waitForFunction(() => document.activeElement.id === 'on');
  await page.keyboard.press('t');
  kit.claim(await page.evaluate(() => document.documentElement.dataset.theme) === 'dark', 'a key that is typed into a field is no shortcut');
  kit.claimCalm(page, 'keys');
  await page.context().close();
}

async function testPerson(kit) {
  const page = await kit.open(STEM);
  kit.claim((await text(page, '#banner')).includes('No allergies'), 'the banner tells what nobody may overlook');
  await page.click('#view');
  await page.waitForSelector('[data-reader="person"]');
  const shown = await page.evaluate(() => document.body.innerText);
  for (const word of [NOTE, 'amara-okafor.yaml']) kit.claim(!shown.includes(word), `the person's view does not show: ${word}`);
  kit.claim(await page.locator('#banner li').count() === 0 && (await text(page, '#banner')).trim() === 'Amara Okafor', 'of the banner it has the name');
  kit.claim(await page.locator('#room-person, #menu').count() === 0, 'and neither answers nor a menu');
  await kit.claimAxe(page, 'person\'s view');
  await page.click('#view');
  await page.waitForSelector('#room-person');
  await page.context().close();
}

// What stays at the top hides nothing that has the focus, and stays.
async function testStays(kit) {
  for (const [width, height, colorScheme] of [[390, 844, 'dark'], [1024, 768, 'light'], [1440, 900, 'light']]) {
    const page = await kit.open('margaret-thornton', { viewport: { width, height }, colorScheme, hasTouch: width < 800 });
    await kit.claimSizes(page, `${width}`);
    await page.evaluate(() => scrollTo(0, 400));
    await page.waitForFunction(() => scrollY > 0 || document.documentElement.scrollHeight <= innerHeight);
    const [top, name] = await page.evaluate(() => [document.getElementById('banner').getBoundingClientRect().top, document.querySelector('#banner h1').textContent]);
    kit.claim(top < 64 && name === 'Margaret Thornton', `${width}: the banner stays: ${top}`);
    const warnings = await page.locator('#banner [data-level="care"]:visible').allTextContents();
    kit.claim(warnings.length === 2, `${width}: what to mind is in sight: ${warnings}`);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const hidden = [];
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Shift+Tab');
      hidden.push(await page.evaluate(() => {
        const one = document.activeElement, box = one.getBoundingClientRect(), stuck = document.querySelector('.stuck');
        return !stuck.contains(one) && !one.closest('.top') && box.top < stuck.getBoundingClientRect().bottom - 1 && box.height < 300 ? one.id || one.textContent.slice(0, 30) : '';
      }));
    }
    kit.claim(hidden.every((one) => one === ''), `${width}: the focus is not hidden: ${hidden.filter(Boolean)}`);
    await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
    const [mark, menu] = await page.evaluate(() => ['.brand', '#menu'].map((css) => document.querySelector(css).getBoundingClientRect().left));
    kit.claim(mark > menu, `${width}: from right to left the bar is mirrored`);
    kit.claim(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}: and no wider than the window`);
    kit.claimCalm(page, `${width}`);

    await page.route('**/api/plan?*', (route) => route.fulfill({
      status: 422, body: '{"type": "urn:stipple:problem:content", "title": "x", "status": 422, "field": "/weight", "detail": "body:1:3: weight: 1: is no weight; allowed: kg"}',
    }));
    await page.evaluate(() => scrollTo(0, 0));
    await change(page);
    await driveSeen(page, '#trouble');
    await page.evaluate(() => scrollTo(0, 0));
    const at = await page.evaluate(() => document.getElementById('trouble').getBoundingClientRect().top);
    kit.claim(at > 0 && at < 400, `${width}: what is wrong stands where it is seen: ${at}`);
    await page.click('#lead');
    await page.waitForFunction(() => document.activeElement.id === 'f-weight');
    kit.claim(true, `${width}: and leads to the answer that it is about`);
    await page.context().close();
  }
}

async function testWork(kit, folder) {
  const page = await kit.open('three-zones-one-visit');   // the plan that takes longest
  await page.evaluate(() => {
    window.early = 0;
    const began = {};
    new MutationObserver(() => {
      const is = document.getElementById('room-plan')?.dataset.stale === 'true', bar = document.getElementById('working');
      if (is && !began.at) began.at = performance.now();
      if (!is) began.at = 0;
      if (bar && performance.now() - began.at < 250) window.early++;
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  await page.click('#choices');
  await page.fill('#members', '100000');
  await driveSeen(page, '#working');
  await page.waitForFunction(() => document.getElementById('bar')?.value > 0);
  const moving = await page.evaluate(() => document.getAnimations().filter((one) => one.effect.getTiming().iterations === Infinity).length);
  kit.claim(moving === 0, 'nothing spins');
  kit.claim(await page.evaluate(() => window.early) === 0, 'and nothing is told of work that takes no time');
  const [ended] = await Promise.all([page.waitForResponse((one) => one.request().method() === 'DELETE'), page.click('#stop')]);
  kit.claim(ended.ok(), `the server is told, and stops: ${ended.status()}`);
  await driveSeen(page, '#stopped');
  await kit.claimAxe(page, 'stopped');

  // Of several values the last counts, however they overtake one another.
  await page.click('#choices');
  if (await page.isHidden('#members')) await page.click('#choices');
  await page.fill('#members', '');
  for (const n of ['2', '3', '4', '5', '6', '7']) await page.fill('#seed', n);
  await page.waitForFunction(() => document.getElementById('stopped') === null);
  await driveAnswered(page);
  const { bytes } = await saved(page, () => page.keyboard.press('Control+s'));
  kit.claim(planned(kit, folder, bytes, '--seed', '7').hash === await driveHash(page), 'the last value wins');

  const shown = await driveHash(page);
  await page.fill('#members', '0');
  kit.claim(await page.getAttribute('#members', 'aria-invalid') === 'true' && await driveHash(page) === shown, 'a number that is none is said beside its field');
  await page.fill('#members', '100001');
  await driveSeen(page, '#trouble');
  await page.keyboard.press('Escape');
  await page.click('#lead');
  await page.waitForFunction(() => document.activeElement.id === 'members');
  kit.claim(true, 'what is wrong with a choice leads to it');
  await page.fill('#members', '');
  await driveAnswered(page);
  kit.claim(await page.locator('#trouble').count() === 0, 'and goes with it');
  await page.context().close();
}

// Killed, and started anew at the same place with another token.
async function testLost(kit, folder) {
  let server = await driveServer(kit.stipple);
  const page = await kit.page();
  await page.goto(server.address);
  await page.locator('.people button', { hasText: 'Amara Okafor' }).click();
  await driveSeen(page, '#banner');
  await driveAnswered(page);
  await unfoldAbout(page);
  await server.stop('SIGKILL');
  await change(page);
  await driveSeen(page, '#away');
  kit.claim(await page.isVisible('#room-plan') && await page.isEnabled('#undo'), 'without its server the page is there as it was');
  const asked = page.asked.length;
  await change(page, 2);
  const { bytes } = await saved(page, () => page.click('#save'));
  kit.claim(JSON.parse(bytes).smoking !== 'never', 'the file is changed and saved without it');
  await page.waitForRequest('**/api/plan?*');
  kit.claim(page.asked.length - asked <= 8, `it is asked now and then, and not without a pause: ${page.asked.length - asked}`);
  kit.claim(await page.locator('#away').count() === 1, 'and says that it is gone until it is back');

  server = await driveServer(kit.stipple, '--listen', `127.0.0.1:${server.port}`);
  try {
    await driveSeen(page, '#locked');
    kit.claim(await page.locator('#away').count() === 0, 'a server with a new token is not gone');
    await kit.claimAxe(page, 'locked');
    await page.fill('#token', server.address);
    await page.press('#token', 'Enter');
    await page.waitForSelector('#locked', { state: 'detached' });
    await driveAnswered(page);
    kit.claim(planned(kit, folder, bytes).hash === await driveHash(page), 'with its new address work goes on, and nothing was lost');
    const kept = await page.evaluate(() => ({ ...sessionStorage }));
    kit.claim(JSON.stringify(kept) === JSON.stringify({ 'stipple-token': server.token }), 'the new token takes the place of the old one');

    // Away for a while only, and seen by who wants to print.
    await page.route('**/api/**', (route) => route.abort());
    await page.keyboard.press('Control+p');
    await driveSeen(page, '#refusal');
    kit.claim(await page.locator('#correct').count() === 0, 'that nothing is printed now is said, and is no matter of a file');
    await page.click('#refusal-close');
    await change(page, 3);
    await driveSeen(page, '#away');
    await page.unroute('**/api/**');
    await page.waitForSelector('#away', { state: 'detached' });
    await driveAnswered(page);
    kit.claim(await page.locator('#locked, #trouble').count() === 0, 'a server that is back is gone on with, by itself');
  } finally {
    await server.stop();
  }
  await page.context().close();
}

export default async function test(kit) {
  const folder = mkdtempSync(join(tmpdir(), 'stipple-shell-'));
  try {
    await testUndo(kit);
    await testPaper(kit, folder);
    await testLeave(kit);
    await testKeys(kit);
    await testPerson(kit);
    await testStays(kit);
    await testWork(kit, folder);
    await testLost(kit, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
