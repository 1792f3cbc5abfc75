// drive: a server of our own and a browser that looks at it, for the tests of the page.
// SPDX-License-Identifier: Apache-2.0
import { spawn, execFileSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const START_MS = 20000;
const STEP_MS = 20000;
const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

let failed = 0, claimed = 0;
export function claim(holds, what) {
  claimed++;
  if (holds) return;
  failed++;
  console.log('FAILED:', what);
}
export const driveFailed = () => failed;
export const driveClaimed = () => claimed;

// {address, root, token, stop()}
export async function driveServer(stipple, ...options) {
  const child = spawn(stipple, ['serve', '--listen', '127.0.0.1:0', ...options],
    { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((resolve) => { child.on('exit', resolve); });
  const line = await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the server does not say where it is')), START_MS);
    createInterface(child.stdout).once('line', (text) => { clearTimeout(late); resolve(text); });
    ended.then(() => reject(new Error('the server ended')));
  });
  const address = line.replace('listening on ', '');
  return {
    address,
    root: address.replace(/#.*/, ''),
    token: address.replace(/.*#/, ''),
    stop: () => { child.kill('SIGTERM'); return ended; },
  };
}

export function driveCommand(stipple, ...options) {
  return execFileSync(stipple, options, { maxBuffer: 1 << 26 });
}

// A page that remembers every word of its console; nothing may stand there, least of all that the
// content policy was broken.
export async function drivePage(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.words = [];
  page.asked = [];
  page.setDefaultTimeout(STEP_MS);
  page.on('console', (message) => page.words.push(message.text()));
  page.on('pageerror', (error) => page.words.push(String(error)));
  page.on('dialog', (dialog) => { page.words.push('dialog'); dialog.dismiss(); });
  page.on('request', (request) => page.asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  return page;
}

export const driveBrowser = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid() === 0 ? ['--no-sandbox'] : [],
});

// What axe finds wrong with the page as it stands, the report in its frame left to its own tests.
export async function driveAxe(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const found = await window.axe.run(document, { iframes: false, resultTypes: ['violations'] });
    return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
  });
}

// Everything that can be pressed is at least 48 pixels high and wide, and nothing is wider than the
// window.
export function driveSizes(page) {
  return page.evaluate(() => {
    const wrong = [];
    const all = document.querySelectorAll('button, input, summary, label.button, .choice label');
    for (const one of all) {
      const box = one.getBoundingClientRect();
      if (one.matches('.hidden-input, .choice input') || !one.checkVisibility()) continue;
      if (box.height < 48 || box.width < 48) wrong.push(`${one.id || one.textContent} ${box.width}x${box.height}`);
    }
    if (document.documentElement.scrollWidth > window.innerWidth) wrong.push('wider than the window');
    return wrong;
  });
}

// Chromium itself writes a line for every answer that is an error.
export const driveWords = (page) => page.words.filter((text) => !text.startsWith('Failed to load resource'));
export const driveText = (page, id) => page.textContent(`#${id}`);
// What `ask` tells of an element of the report. No script may run in the frame, so that nothing of
// the driver's either does: it is asked from outside.
export const driveInFrame = (page, selector, ask) => page.evaluate(([css, body]) => {
  const found = document.getElementById('frame').contentDocument.querySelectorAll(css);
  return { text: (e) => e.textContent, paper: (e) => getComputedStyle(e).backgroundColor }[body](found[0]);
}, [selector, ask]);

export async function driveClickInFrame(page, selector, which) {
  const [x, y] = await page.evaluate(([css, i]) => {
    const frame = document.getElementById('frame');
    const one = [...frame.contentDocument.querySelectorAll(css)].at(i);
    one.scrollIntoView({ block: 'center' });
    const box = one.getBoundingClientRect(), outer = frame.getBoundingClientRect();
    return [outer.x + box.x + 10, outer.y + box.y + box.height / 2];
  }, [selector, which]);
  await page.mouse.click(x, y);
}
export const driveSeen = (page, selector) => page.waitForSelector(selector, { state: 'visible' });

export async function driveFileAt(page, name, content) {
  await page.setInputFiles('#file', { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
}

// The report is there, and is that of `day`.
export async function driveReported(page, day) {
  await page.waitForFunction((on) => {
    const frame = document.getElementById('frame').contentDocument;
    return !document.getElementById('answer').hidden && !document.getElementById('answer').matches('[aria-busy=true]') &&
      frame?.body?.textContent.includes(on);
  }, day);
}
