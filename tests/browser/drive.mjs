// drive: a server of our own and a browser that looks at it, for the tests of the page. A test gets a
// kit: {stipple, root, server, browser, claim(holds, what), page(options), open(stem, options), ...}.
// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

const START_MS = 20000;
const STEP_MS = 15000;
const ANSWER_BYTES = 1 << 26;

// {address, root, token, port, stop()}
export async function driveServer(stipple, ...options) {
  const child = spawn(stipple, ['serve', ...(options.includes('--listen') ? [] : ['--listen', '127.0.0.1:0']), ...options],
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
    port: Number(new URL(address).port),
    stop: (how = 'SIGTERM') => { child.kill(how); return ended; },
  };
}

export function driveCommand(stipple, ...options) {
  return execFileSync(stipple, options, { maxBuffer: ANSWER_BYTES });
}

// A page that remembers every word of its console; nothing may stand there, least of all that the
// content policy was broken.
async function newPage(browser, options) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  page.words = [];
  page.asked = [];
  page.setDefaultTimeout(STEP_MS);
  page.on('console', (message) => page.words.push(message.text()));
  page.on('pageerror', (error) => page.words.push(String(error)));
  page.on('request', (request) => page.asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  return page;
}

// Chromium itself writes a line for every answer that is an error.
export const driveWords = (page) => page.words.filter((text) => !text.startsWith('Failed to load resource'));

// The plan that is shown answers the file as it stands.
export const driveAnswered = (page) => page.waitForSelector('#room-plan[data-stale="false"][data-hash]', { state: 'attached' });
export const driveHash = (page) => page.getAttribute('#room-plan', 'data-hash');

export const driveSeen = (page, selector) => page.waitForSelector(selector, { state: 'visible' });

export async function driveFile(page, name, content) {
  await page.setInputFiles('#file', { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
}

// Opens the invented person of examples/STEM.yaml and waits for the plan.
async function openExample(page, root, stem) {
  const [, name] = /^name: "([^"]+)"$/m.exec(readFileSync(join(root, `examples/${stem}.yaml`), 'utf8'));
  await page.locator('.people button', { has: page.getByText(name, { exact: true }) }).click();
  await driveSeen(page, '#banner');
  await driveAnswered(page);
}

// Everything that can be pressed is at least 48 pixels high and wide (a number among words 32), and
// nothing is wider than the window. What is wrong, in words.
export function driveSizes(page) {
  return page.evaluate(() => {
    const wrong = [];
    const isHidden = (one) => one.matches('.unseen, .hidden-input, input[type=range]') || !one.checkVisibility();
    const sizeOf = (one) => {
      const label = one.matches('input[type=checkbox], input[type=radio]') && one.closest('label');
      return (label || one).getBoundingClientRect();
    };
    for (const one of document.querySelectorAll('button, input, select, textarea, summary, [role=button]')) {
      if (isHidden(one)) continue;
      const box = sizeOf(one), least = one.matches('.quantity') ? 32 : 48;
      if (box.height < least - 0.5 || box.width < least - 0.5)
        wrong.push(`${one.id || one.className || one.textContent} ${box.width.toFixed(0)}x${box.height.toFixed(0)}`);
    }
    if (document.documentElement.scrollWidth > window.innerWidth) wrong.push('wider than the window');
    return wrong;
  });
}

export async function driveBegin({ stipple, root, modules, options = [] }) {
  const load = createRequire(join(modules, 'package.json'));
  const { chromium } = load('playwright-core');
  const axe = readFileSync(join(modules, 'node_modules/axe-core/axe.min.js'), 'utf8');
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: process.getuid() === 0 ? ['--no-sandbox'] : [],
  });
  let claimed = 0, failed = 0, server;
  try {
    server = await driveServer(stipple, ...options);
  } catch (error) {
    await browser.close();
    throw error;
  }
  const kit = {
    stipple, root, server, browser,
    claim(holds, what) {
      claimed++;
      if (holds) return;
      failed++;
      console.log('FAILED:', what);
    },
    claimed: () => claimed,
    failed: () => failed,
    page: (more = {}) => newPage(browser, more),
    // A new page with the invented person of examples/STEM.yaml open; without STEM the first page.
    async open(stem = null, more = {}) {
      const page = await newPage(browser, more);
      await page.goto(server.address);
      await driveSeen(page, '#open');
      if (stem) await openExample(page, root, stem);
      return page;
    },
    // What axe finds wrong with the page as it stands; the report in its frame has its own tests.
    async axe(page) {
      await page.evaluate(axe);
      return page.evaluate(async () => {
        const found = await window.axe.run(document, { iframes: false, resultTypes: ['violations'] });
        return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
      });
    },
    // No violation as the page stands, in the light and in the dark.
    async claimAxe(page, what) {
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        const found = await kit.axe(page);
        kit.claim(found.length === 0, `axe, ${what}, ${colorScheme}: ${found.join('; ')}`);
      }
      await page.emulateMedia({ colorScheme: null });
    },
    claimCalm(page, what) {
      kit.claim(driveWords(page).length === 0, `${what}: the console: ${driveWords(page).join(' | ')}`);
    },
    async claimSizes(page, what) {
      const wrong = await driveSizes(page);
      kit.claim(wrong.length === 0, `sizes, ${what}: ${wrong.join('; ')}`);
    },
    async end() {
      await browser.close();
      await server.stop();
    },
  };
  return kit;
}
