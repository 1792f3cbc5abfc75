// drag STIPPLE ROOT MODULES: what a person with a browser waits for. The first page until it can be
// used; one fine setting dragged for 5 s: how long each re-simulation takes from the request until
// its numbers are painted, and frames in which the page held still. Prints one JSON object.
// SPDX-License-Identifier: Apache-2.0
import { gunzipSync } from 'node:zlib';
import { get } from 'node:http';

import { driveAnswered, driveBegin, driveHash, driveWords } from '../../tests/browser/drive.mjs';

const DRAG_MS = 5000;
const OPENINGS = 5;
const [stipple, root, modules] = process.argv.slice(2);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function packedBytes(address) {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'Accept-Encoding': 'gzip' } }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => {
        const all = Buffer.concat(parts);
        gunzipSync(all);
        resolve(all.length);
      });
    }).on('error', reject);
  });
}

// From the start of the navigation until an invented person can be chosen, in a new browser profile.
async function firstMs(kit) {
  const page = await kit.page();
  await page.goto(kit.server.address);
  await page.waitForSelector('.people button');
  const ms = await page.evaluate(() => performance.now());
  await page.context().close();
  return ms;
}

// In the page: each re-simulation from its request to the frame in which its plan is painted: an answer is
// put in by the turn in which its text has been read, and drawn by the next frame.
function watch() {
  const plain = window.fetch, mine = { runs: [], tasks: [], frames: [] };
  window.fetch = async (...args) => {
    if (!String(args[0]).startsWith('/api/plan?')) return plain(...args);
    const began = performance.now(), response = await plain(...args), text = response.text.bind(response);
    response.text = async () => {
      const read = await text();
      requestAnimationFrame(() => setTimeout(() => mine.runs.push(performance.now() - began)));
      return read;
    };
    return response;
  };
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) mine.tasks.push(one.duration);
  }).observe({ entryTypes: ['longtask'] });
  let last = performance.now();
  const frame = () => {
    const now = performance.now();
    mine.frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  window.dragged = mine;
}

async function drag(kit) {
  const page = await kit.open('amara-okafor');
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  const slider = page.locator('#fold-fine .slider input[type=range]:not(:disabled)').first();
  await slider.evaluate((one) => one.scrollIntoView({ block: 'center' }));
  await driveAnswered(page);
  await page.evaluate(watch);
  const box = await slider.boundingBox(), y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  const end = Date.now() + DRAG_MS;
  for (let i = 0; Date.now() < end; i++) {
    const at = 0.5 + 0.48 * Math.sin(i / 12);
    await page.mouse.move(box.x + at * box.width, y);
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
  await driveAnswered(page);
  await page.waitForTimeout(200);
  const seen = await page.evaluate(() => window.dragged);
  return { ...seen, hash: await driveHash(page), words: driveWords(page) };
}

const kit = await driveBegin({ stipple, root, modules });
try {
  const first = [];
  for (let i = 0; i < OPENINGS; i++) first.push(await firstMs(kit));
  const seen = await drag(kit);
  console.log(JSON.stringify({
    first_ms: median(first),
    script_bytes: await packedBytes(`${kit.server.root}app.js`) + await packedBytes(`${kit.server.root}chunk.js`),
    later_bytes: await packedBytes(`${kit.server.root}later.js`),
    runs_ms: seen.runs, tasks_ms: seen.tasks, frames_ms: seen.frames, words: seen.words,
  }));
} finally {
  await kit.end();
}
