// The focus stays where somebody works, whatever a press takes away; nothing is said where nobody sees it;
// and parts of the page that have nothing to show are drawn like all others.
// SPDX-License-Identifier: Apache-2.0
import { driveAnswered, driveFile, driveHash, driveSeen, driveServer } from './drive.mjs';

const here = (page) => page.evaluate(() => {
  const one = document.activeElement;
  return one === document.body ? 'nowhere' : `${one.tagName.toLowerCase()}#${one.id}.${one.className}`;
});

// Presses by the keyboard alone; the press takes away or switches off what had the focus, and somewhere near
// has it afterwards.
async function keeps(kit, page, selector, inside, what) {
  await page.locator(selector).first().focus();
  await page.keyboard.press('Enter');
  const near = await page.waitForFunction((css) => document.activeElement !== document.body && document.activeElement.closest(css) !== null,
    inside, { timeout: 5000 }).catch(() => null);
  kit.claim(near !== null, `${what}: the focus stays in ${inside}: ${await here(page)}`);
}

async function onEntries(kit) {
  const page = await kit.open('amara-okafor');
  await keeps(kit, page, '#f-goals .person-new', '#f-goals .person-draft', 'a new entry begins with its first question');
  await keeps(kit, page, '#f-goals .person-entry .close', '#f-goals', 'an entry is taken out while another is begun');
  await page.click('#tick-suspicious_lesion');
  await keeps(kit, page, '.skin-find [data-act=drop]', '#skin', 'what was seen is taken back');
  await page.fill('#lightness_l', '44').catch(async () => {
    await page.click('#fold-skin-type .fold-head button');
    await page.fill('#lightness_l', '44');
  });
  await page.keyboard.press('Enter');
  await driveAnswered(page);
  kit.claim((await here(page)).startsWith('input#lightness_l'), `a number stays where it is typed: ${await here(page)}`);
  await keeps(kit, page, '#view', '#view', 'the view of the person');
  await keeps(kit, page, '#view', '#view', 'and back');
  await page.evaluate(() => document.activeElement.blur());
  await page.waitForTimeout(200);
  kit.claim(await here(page) === 'nowhere', 'who leaves everything is not brought back');
  kit.claimCalm(page, 'entries');
  await page.context().close();
}

async function atTheEnd(kit) {
  const page = await kit.open('amara-okafor');
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await driveSeen(page, '#fine-depth-cheeks');
  const less = page.locator('.slider .step').first();
  for (let i = 0; i < 60 && await less.isEnabled(); i++) {
    await less.focus();
    await page.keyboard.press('Enter');
  }
  kit.claim(await less.isDisabled(), 'the button ends at the end of the slider');
  await page.waitForFunction(() => document.activeElement.closest('.slider'), null, { timeout: 5000 }).catch(() => {});
  kit.claim((await here(page)).startsWith('input#fine-depth-cheeks'), `the slider has the focus then: ${await here(page)}`);
  for (let i = 0; i < 80 && await page.locator('#undo').isEnabled(); i++) {
    await page.locator('#undo').focus();
    await page.keyboard.press('Enter');
  }
  await page.waitForFunction(() => document.activeElement.id === 'redo', null, { timeout: 5000 }).catch(() => {});
  kit.claim((await here(page)).startsWith('button#redo'), `where nothing can be undone, redo has it: ${await here(page)}`);
  await page.context().close();
}

// Nothing else changes with the press that switches a button off.
async function dayAtTheEnd(kit) {
  const page = await kit.open('fatima-al-mansouri');
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  const less = page.locator('.timeline-day .step').first();
  await less.waitFor();
  for (let i = 0; i < 60 && await less.isEnabled(); i++) {
    await less.focus();
    await page.keyboard.press('Enter');
  }
  kit.claim(await less.isDisabled(), 'the first day is reached');
  await page.waitForTimeout(400);
  kit.claim((await here(page)).startsWith('input#timeline-day'), `the slider of the day has the focus then: ${await here(page)}`);
  await page.context().close();
}

async function inDialogs(kit) {
  const page = await kit.open('margaret-thornton');
  await page.click('#plan-dates .quantity');
  await driveSeen(page, '#why');
  await keeps(kit, page, '.why-ask', '#why .why-more', 'more of the evidence');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['name: [1'], 'broken.yaml'));
    document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await driveSeen(page, '#refusal');
  await page.waitForFunction(() => document.activeElement.id === 'refusal', null, { timeout: 5000 }).catch(() => {});
  kit.claim(await page.locator('dialog[open]').count() === 0 && (await here(page)).startsWith('section#refusal'),
    `what is wrong with a file is not said under a dialog: ${await here(page)}`);
  kit.claimCalm(page, 'dialogs');
  await page.context().close();
}

// A dialog that is answered stays until it is; nothing is undone where nobody sees it.
async function unseen(kit) {
  const page = await kit.open('fatima-al-mansouri');
  const before = await driveHash(page), opened = () => page.locator('dialog[open]').evaluateAll((all) => all.map(({ id }) => id).join());
  await page.click('#tick-tattoo');
  await page.waitForFunction((hash) => {
    const side = document.getElementById('room-plan');
    return side.dataset.stale === 'false' && side.dataset.hash !== hash;
  }, before);
  const after = await driveHash(page);
  await page.locator('.find-acts button', { hasText: 'Set aside' }).first().click();
  await page.fill('#override-draft-reason', 'Seen together');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+k');
  await page.waitForTimeout(200);
  kit.claim(await opened() === 'override' && await page.inputValue('#override-draft-reason') === 'Seen together', `what is being written stays: ${await opened()}`);
  await page.keyboard.press('Control+z');
  await page.waitForTimeout(200);
  await page.keyboard.press('Escape');
  await driveAnswered(page);
  kit.claim(await driveHash(page) === after && await page.isEnabled('#undo'), 'and nothing was undone behind it');
  await page.click('#view');
  await driveSeen(page, '.work[data-reader=person]');
  await page.keyboard.press('Control+z');
  await page.waitForTimeout(200);
  await driveAnswered(page);
  kit.claim(await driveHash(page) === after, 'nor in the view of the person');
  await page.click('#view');
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('Control+z');
  await page.waitForFunction((hash) => {
    const side = document.getElementById('room-plan');
    return side.dataset.stale === 'false' && side.dataset.hash === hash;
  }, before);
  kit.claim(true, 'then it is');
  await page.context().close();
}

// What is worked out is stopped and asked for again; a token is not taken, and then one is.
async function withTrouble(kit) {
  let server = await driveServer(kit.stipple);
  const page = await kit.page();
  await page.goto(server.address);
  await page.locator('.people button', { hasText: 'Amara Okafor' }).click();
  await driveSeen(page, '#banner');
  await driveAnswered(page);
  await page.keyboard.press('d');
  await page.fill('#members', '100001');
  await page.waitForFunction(() => document.getElementById('members-help').className === 'wrong');
  const told = await page.textContent('#members-help');
  kit.claim(/^members: 100001: is too many|^100001: is too many/.test(told) && !told.includes('query:') && told.includes('100000'), `what is wrong with a choice is said in words: ${told}`);
  await page.fill('#members', '100000');
  await driveSeen(page, '#stop');
  await keeps(kit, page, '#stop', '#again', 'stopped');
  await keeps(kit, page, '#again', '#room-plan', 'asked for again');
  await driveAnswered(page);
  await server.stop('SIGKILL');
  server = await driveServer(kit.stipple, '--listen', `127.0.0.1:${server.port}`);
  try {
    await page.keyboard.press('Escape');
    await page.keyboard.press('d');
    await page.fill('#members', '10');
    await driveSeen(page, '#locked');
    await page.fill('#locked input', 'a-token-of-nobody');
    await page.keyboard.press('Enter');
    await driveSeen(page, '#entry-refused');
    kit.claim(true, 'a token that is not taken is told');
    await page.fill('#locked input', server.address);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#locked', { state: 'detached' });
    await driveAnswered(page);
    await page.waitForFunction(() => document.activeElement !== document.body, null, { timeout: 5000 }).catch(() => {});
    kit.claim(await here(page) !== 'nowhere', 'who gave the token goes on with the person');
    kit.claimCalm(page, 'a server that was started anew');
  } finally {
    await page.context().close();
    await server.stop();
  }
}

// Of somebody of whom little is known there is no day to show; then there is one.
async function withNothing(kit) {
  const page = await kit.page({ viewport: { width: 390, height: 800 } });
  await page.goto(kit.server.address);
  await driveSeen(page, '#open');
  await driveFile(page, 'a.json', JSON.stringify({ format: 'stipple-patient/1', recorded_on: '2026-03-02', goals: [] }));
  await driveSeen(page, '#banner');
  await driveAnswered(page);
  for (const keys of [['g', 't'], ['g', 's'], ['g', 'f']]) for (const key of keys) await page.keyboard.press(key);
  await page.waitForFunction(() => document.querySelector('#fold-timeline')?.dataset.open === 'true');
  await page.waitForTimeout(200);
  kit.claim(await page.locator('.note.bad').count() === 0, 'a timeline without days is drawn');
  kit.claimCalm(page, 'a timeline without days');
  await page.click('.rooms button');
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.click('#fold-person-wishes .fold-head button');
  await page.fill('#f-limits-latest_date', '2027-03-02');
  await driveAnswered(page);
  await page.keyboard.press('Control+z');
  await driveAnswered(page);
  kit.claimCalm(page, 'a day that comes and goes');
  await page.context().close();
}

// A table of many columns is scrolled in its own place, on a telephone as well.
async function narrow(kit) {
  for (const stem of ['daniel-reyes', 'jonas-lindqvist']) {
    const page = await kit.open(stem, { viewport: { width: 390, height: 800 } });
    await page.click('.skin-map .twin summary');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    kit.claim(wide <= 0, `${stem}: the table of the map makes the page ${wide} pixels too wide`);
    await page.context().close();
  }
}

export default async function test(kit) {
  for (const part of [onEntries, atTheEnd, dayAtTheEnd, inDialogs, unseen, withTrouble, withNothing, narrow]) await part(kit);
}
