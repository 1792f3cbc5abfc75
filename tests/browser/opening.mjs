// A file is opened, or refused in the words of the command line; whoever is open stays open. Nothing of
// it is kept, nothing runs that came with it.
// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { driveAnswered, driveFile, driveHash, driveSeen } from './drive.mjs';

const MIB = 1024 * 1024;
const AMARA = 'examples/amara-okafor.yaml';

const text = (page, id) => page.textContent(`#${id}`);

// What the browser keeps, and what it tells.
const kept = (page) => page.evaluate(async () => ({
  session: { ...sessionStorage }, local: localStorage.length, cookies: document.cookie, caches: (await caches.keys()).length,
  databases: (await indexedDB.databases()).length, address: location.href, title: document.title, referrer: document.referrer,
}));

async function testToken(kit) {
  const page = await kit.page(), { server } = kit;
  await page.goto(server.root);
  await driveSeen(page, '#entry');
  kit.claim(!page.asked.some((one) => one.includes('/api/')), 'without a token nothing is asked of the server');
  kit.claim((await page.textContent('.foot')).startsWith('Research and decision support. Not a cleared medical'), 'what this is stands on the first page');
  await page.fill('#token', 'wrong');
  await page.press('#token', 'Enter');
  await driveSeen(page, '#entry-refused');
  kit.claim((await kept(page)).session['stipple-token'] === undefined, 'a token that is refused is not kept');
  await kit.claimAxe(page, 'token');
  await kit.claimSizes(page, 'token');
  await page.fill('#token', server.root);
  await page.press('#token', 'Enter');
  await driveSeen(page, '#entry-partial');
  kit.claim(await page.inputValue('#token') === '', 'what was typed does not stay');
  await drop(page, 'early.yaml', 'age: 30');
  await driveSeen(page, '#entry-drop');
  await page.fill('#token', server.address);
  await page.press('#token', 'Enter');
  await driveSeen(page, '#open');
  await page.reload();
  await driveSeen(page, '#open');
  await page.goto(`${server.root}#wrong`);
  await driveSeen(page, '#open');
  const { session, local, cookies, databases, caches, address, title } = await kept(page);
  kit.claim(JSON.stringify(session) === JSON.stringify({ 'stipple-token': server.token }), 'a good token is kept for the tab, not given up for a bad one, and is all that is kept');
  kit.claim(local === 0 && cookies === '' && databases === 0 && caches === 0, 'nothing is kept beyond the tab');
  kit.claim(address === server.root && title === 'Stipple', `the token is gone from the address: ${address}`);
  kit.claimCalm(page, 'token');
  await page.context().close();
}

async function drop(page, name, content) {
  const transfer = await page.evaluateHandle(([one, bytes]) => {
    const data = new DataTransfer();
    data.items.add(new File([bytes], one));
    return data;
  }, [name, content]);
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
}

// What the command line says of the same bytes under the same name.
function told(kit, folder, name, bytes) {
  writeFileSync(join(folder, name), bytes);
  return spawnSync(kit.stipple, ['read', name], { cwd: folder, encoding: 'utf8' }).stderr.trim();
}

const BROKEN = [
  ['broken.yaml', 'age: [1', 'line 1'],
  ['broken.json', '{"age": ', 'line 1'],
  ['key.yaml', 'age: 30\nsex: female\nagee: 41\n', 'line 3'],
  ['zone.json', '{"age": 30, "sex": "female",\n "goals": [{"indication": "acne_scars", "zones": ["cheeks", "chekks"]}]}', 'goals no. 1, zones no. 2; line 2'],
  ['twice.yaml', 'age: 30\nage: 31\n', 'line 2'],
  ['anchor.yaml', 'age: &a 30\nname: *a\n', 'line 1'],
  ['unit.yaml', 'age: 30\nsex: male\nweight: 70 stone\n', 'line 3'],
  ['empty.yaml', '', 'line 1'],
  ['picture.yaml', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]), 'line 1'],
];

async function testRefusals(kit, folder) {
  const page = await kit.open();
  for (const [name, bytes, where] of BROKEN) {
    await driveFile(page, name, bytes);
    const exact = told(kit, folder, name, bytes);
    await page.waitForFunction((words) => document.getElementById('refusal-exact')?.textContent === words, exact)
      .catch(async () => kit.claim(false, `${name}: the words of the command line: ${exact} / ${await text(page, 'refusal-exact').catch(() => 'none')}`));
    kit.claim((await text(page, 'refusal-where')).includes(where), `${name}: its place: ${await text(page, 'refusal-where')}`);
    const plain = (await page.textContent('#refusal h2')) + await text(page, 'refusal-detail');
    kit.claim(!/syntax|mapping|NUL|body|byte/.test(plain), `${name}: in words of a reader before those of the program: ${plain}`);
  }
  await kit.claimAxe(page, 'refusal');
  await kit.claimSizes(page, 'refusal');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click('#correct')]);
  await chooser.setFiles({ name: 'good.yaml', mimeType: 'text/yaml', buffer: readFileSync(join(kit.root, AMARA)) });
  await driveSeen(page, '#banner');
  kit.claim(await page.locator('#refusal').count() === 0, 'the corrected file is opened and the refusal goes');

  // What is dropped on somebody who is open, and cannot be used, leaves them as they were.
  await driveAnswered(page);
  const hash = await driveHash(page);
  await drop(page, 'bad.yaml', 'agee: 1');
  await driveSeen(page, '#refusal');
  kit.claim(await text(page, 'file-name') === 'good.yaml' && await driveHash(page) === hash, 'a broken file leaves the open one open');
  await page.click('#refusal-close');
  await drop(page, 'other.yaml', readFileSync(join(kit.root, 'examples/kwame-mensah.yaml'), 'utf8'));
  await page.waitForFunction(() => document.querySelector('#banner h1').textContent === 'Kwame Mensah');
  kit.claim(await text(page, 'file-name') === 'other.yaml', 'a good one takes its place');
  kit.claim(await page.locator('#undo:disabled').count() === 1, 'and brings nothing of the other along');
  kit.claimCalm(page, 'refusals');
  await page.context().close();
}

async function testFiles(kit) {
  const page = await kit.open();
  await kit.claimAxe(page, 'opening');
  await driveFile(page, 'large.yaml', Buffer.alloc(MIB + 1, 0x20));
  await driveSeen(page, '#refusal');
  kit.claim((await text(page, 'refusal-detail')).includes('1 MiB') && !page.asked.includes('POST /api/read'), 'what is too large is not sent');
  await page.evaluate(() => {
    const data = new DataTransfer();
    for (const name of ['a.yaml', 'b.yaml']) data.items.add(new File(['age: 3'], name));
    document.querySelector('main').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await page.waitForFunction(() => document.getElementById('refusal-detail')?.textContent.startsWith('One file'));
  kit.claim(!page.asked.includes('POST /api/read'), 'of two files neither is sent');

  // Names and words of a file are text.
  const hostile = '<img src=x onerror=alert(1)>';
  const yaml = readFileSync(join(kit.root, AMARA), 'utf8').replace('"Amara Okafor"', JSON.stringify(hostile));
  await driveFile(page, '<b>me</b>$&.yaml', yaml);
  await driveSeen(page, '#banner');
  kit.claim(await text(page, 'file-name') === '<b>me</b>$&.yaml' && await page.textContent('#banner h1') === hostile, 'the name of a file and of a person is text');
  kit.claim(await page.locator('main img, #banner img, #file-name b').count() === 0, 'and makes no element');
  await driveAnswered(page);
  const { session, address, title } = await kept(page);
  kit.claim(title === 'Stipple' && address === kit.server.root && Object.keys(session).join() === 'stipple-token', 'no name is in the title, the address or the storage');
  await drop(page, '\u202egpj.yaml', '{"agee": 1}');
  await driveSeen(page, '#refusal');
  kit.claim(await page.locator('#refusal-exact').getAttribute('dir') === 'ltr', 'a name that turns the direction of writing turns its own alone');

  // JSON, by its beginning, where the name does not tell.
  await page.click('#refusal-close');
  await drop(page, 'person', '{"format": "stipple-patient/1", "birth_date": "1990-01-01", "sex": "female", "phototype": 2,\n"goals": []}');
  await page.waitForFunction(() => document.getElementById('file-name').textContent === 'person');
  kit.claim((await page.textContent('#banner')).includes('Allergies not asked'), 'what was not asked is told as not asked');

  // Of two that are opened one upon the other the last is there.
  await page.click('#menu');
  await page.click('#menu-panel [data-action="another"]');
  await driveSeen(page, '#open');
  let isHeld = true;
  await page.route('**/examples/amara-okafor.yaml', async (route) => {
    for (let i = 0; i < 400 && isHeld; i++) await new Promise((resolve) => { setTimeout(resolve, 10); });
    await route.continue().catch(() => {});
  });
  await page.locator('.people button', { hasText: 'Amara Okafor' }).click();
  await page.waitForSelector('#open[aria-busy="true"]');
  kit.claim((await page.textContent('.opening-now')).length > 5, 'a long opening is told');
  await driveFile(page, 'last.yaml', readFileSync(join(kit.root, 'examples/mei-zhou.yaml')));
  await driveSeen(page, '#banner');
  isHeld = false;
  await driveAnswered(page);
  kit.claim(await page.textContent('#banner h1') === 'Mei Zhou', 'the newest file is the one that opens');
  await page.goBack();
  await driveSeen(page, '#open');
  kit.claim(await page.evaluate(() => document.activeElement.matches('#open h1')), 'who goes back is at the beginning of the page');
  kit.claim(!(await page.textContent('body')).includes('mei-zhou') && await page.locator('#banner').count() === 0, 'Back closes it');

  await page.click('#new');
  await driveSeen(page, '#banner');
  kit.claim(await page.textContent('#banner h1') === 'No name yet', 'a new person has no name, and no invented one');
  kit.claim(await page.evaluate(() => document.activeElement.matches('#banner h1')), 'who was opened has the focus');
  await driveAnswered(page);
  await kit.claimAxe(page, 'a new person');
  kit.claimCalm(page, 'files');
  await page.context().close();
}

// While the answer for another person is awaited nothing of the plan before stands under their name.
async function testOther(kit) {
  const page = await kit.open('amara-okafor'), hash = await driveHash(page);
  let go;
  const held = new Promise((resolve) => { go = resolve; });
  await page.route('**/api/plan?*', async (route) => { await held; await route.continue(); });
  await drop(page, 'margaret.yaml', readFileSync(join(kit.root, 'examples/margaret-thornton.yaml'), 'utf8'));
  await page.waitForFunction(() => document.querySelector('#banner h1').textContent === 'Margaret Thornton');
  kit.claim(hash !== null && await driveHash(page) === null, 'the plan of the person before is gone');
  kit.claim(await page.locator('.plan-verdict').count() === 0, 'and with it what it says');
  kit.claim(await page.locator('#find-verdict').count() === 0, 'and its findings');
  go();
  await driveAnswered(page);
  kit.claim(await driveHash(page) !== hash, 'their own plan takes its place');
  kit.claimCalm(page, 'another person');
  await page.context().close();
}

async function testPolicy(kit) {
  const response = await fetch(kit.server.root), policy = response.headers.get('content-security-policy');
  kit.claim(!policy.includes('unsafe') && policy.includes("require-trusted-types-for 'script'"), `the policy has no unsafe word: ${policy}`);
  const page = await kit.open('kwame-mensah');
  const styled = await page.evaluate(() => document.querySelectorAll('script:not([src])').length);
  kit.claim(styled === 0, 'no script stands in the page');
  for (const [width, colorScheme] of [[320, 'dark'], [390, 'light'], [768, 'dark'], [1600, 'light']]) {
    const narrow = await kit.open(null, { viewport: { width, height: 800 }, colorScheme, hasTouch: width < 800 });
    await kit.claimSizes(narrow, `opening, ${width}`);
    await narrow.context().close();
  }
  await page.context().close();
}

export default async function test(kit) {
  const folder = mkdtempSync(join(tmpdir(), 'stipple-opening-'));
  try {
    await testToken(kit);
    await testRefusals(kit, folder);
    await testFiles(kit);
    await testOther(kit);
    await testPolicy(kit);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
