// person: one person at a time. Nothing of one stays for the next, nothing old stands for something
// new, and what was worked out is not lost.
// SPDX-License-Identifier: Apache-2.0
import {
  claim, driveAxe, driveFileAt as fileAt, drivePage, driveReported as reported, driveSeen as seen,
  driveText as text, driveWords as words,
} from './drive.mjs';

const example = (page, name) => page.click(`#people-list button:has-text("${name}")`);
const frameText = (page) => page.evaluate(() => document.getElementById('frame').contentDocument?.body?.textContent ?? '');
const focused = (page) => page.evaluate(() => document.activeElement.id);

async function opened(browser, server, name, options) {
  const page = await drivePage(browser, options);
  await page.goto(server.address);
  await example(page, name);
  await seen(page, '#answer');
  return page;
}

// Counts what the frame of the page prints from now on. (What the browser would print by itself is its own matter.)
async function countPrints(page) {
  await page.evaluate(() => {
    window.printed = 0;
    document.getElementById('frame').contentWindow.print = () => { window.printed++; };
  });
}
const printed = (page) => page.evaluate(() => window.printed);

async function testNothingStays(browser, server) {
  const page = await opened(browser, server, 'Amara Okafor');
  await countPrints(page);
  await page.keyboard.press('Control+p');
  claim(await printed(page) === 1, 'a report that is seen is what is printed');
  await page.click('#another');
  await page.keyboard.press('Control+p');
  claim(await printed(page) === 1, 'with no report in view none is printed');
  const left = await page.evaluate(() => document.getElementById('work').innerText + document.getElementById('work').textContent);
  claim(!left.includes('Amara') && !(await frameText(page)).includes('Amara'), 'who was open is gone from the page');

  // What was chosen for one is not chosen for the next.
  await example(page, 'Amara Okafor');
  await reported(page, '2 March 2026');
  await page.check('#reader-person', { force: true });
  await page.click('#more summary');
  await page.fill('#seed', '77');
  await page.fill('#members', '0');
  await page.press('#members', 'Enter');
  await seen(page, '#members-wrong');
  claim(await page.isHidden('#answer'), 'an answer does not stand beside a choice that it does not answer');
  await page.click('#tab-data', { force: true }).catch(() => {});
  await page.click('#another');
  await example(page, 'Daniel Reyes');
  await seen(page, '#answer');
  const chosen = await page.evaluate(() => ['members', 'seed'].map((id) => document.getElementById(id).value).join() +
    document.forms.choice.elements.reader.value + document.getElementById('more').open);
  claim(chosen === ',reportfalse', `each file begins with the choices that nobody made: ${chosen}`);
  claim(await page.isHidden('#trouble') && await page.isVisible('#panel-report') && (await frameText(page)).includes('Daniel Reyes'),
    'the next person is shown with a report and no trouble of another');
  claim(words(page).length === 0, `nothing stays: the console is empty: ${words(page)}`);
  await page.context().close();
}

async function testFields(browser, server) {
  const page = await opened(browser, server, 'Amara Okafor');
  await reported(page, '2 March 2026');
  claim(await text(page, 'on-words') === '2 March 2026', `the day is said in words: ${await text(page, 'on-words')}`);
  await page.focus('#on');
  const before = page.asked.length;
  await page.keyboard.press('Backspace');
  claim(await page.isDisabled('#print'), 'while a day is typed the report of another is not printed');
  await seen(page, '#on-wrong');
  claim(await page.inputValue('#on') === '' && await page.isHidden('#answer'), 'a day that is not whole is waited for, and no other is put in its place');
  await page.fill('#on', '1800-01-01');
  await page.waitForFunction(() => document.getElementById('on-wrong').textContent.includes('1900 to 2199'));
  claim(page.asked.slice(before).every((one) => !one.includes('/api/plan')), 'nothing is asked about what is no day');
  claim((await driveAxe(page)).length === 0, `axe, field: ${await driveAxe(page)}`);
  await page.fill('#on', '2026-03-09');
  await reported(page, '9 March 2026');
  claim(await page.isHidden('#on-wrong'), 'and goes on when it is whole');
  await page.click('#more summary');
  for (const wrong of ['0', '-4', '1.5']) {
    await page.fill('#members', wrong);
    await page.press('#members', 'Tab');
    await seen(page, '#members-wrong');
    claim(await page.isHidden('#answer') && await page.getAttribute('#members', 'aria-invalid') === 'true', `${wrong}: is said beside the field`);
  }
  await page.fill('#members', '200000');
  await page.press('#members', 'Tab');
  await seen(page, '#trouble');
  claim(await text(page, 'trouble-title') === 'A choice above cannot be used.', `in words of the page: ${await text(page, 'trouble-title')}`);
  await page.fill('#members', '');
  await reported(page, '9 March 2026');
  claim(await page.isHidden('#trouble') && await page.isHidden('#members-wrong'), 'and the words go with the fault');
  await page.context().close();
}

// The answer is held back by the test, so that the time before it can be seen.
async function testBusy(browser, server) {
  const page = await opened(browser, server, 'Amara Okafor');
  await reported(page, '2 March 2026');
  await countPrints(page);
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route('**/api/plan?*', async (route) => { await held; await route.continue(); });
  await page.fill('#on', '2026-03-10');
  await seen(page, '#progress');
  await page.keyboard.press('Control+p');
  claim(await printed(page) === 0, 'what is about to be replaced is not printed');
  claim(await page.isVisible('#earlier') && await page.isVisible('#verdict'), 'what stands below is said to be the earlier answer');
  const opacity = await page.evaluate(() => getComputedStyle(document.getElementById('panel-report')).opacity);
  claim(opacity === '1', `and can be read: ${opacity}`);
  release();
  await reported(page, '10 March 2026');
  await countPrints(page);
  await page.keyboard.press('Control+p');
  claim(await printed(page) === 1, 'the new one is');

  // The menu of the browser prints a line that says where to print.
  await page.emulateMedia({ media: 'print' });
  claim(await page.isVisible('.on-paper') && await page.isHidden('#frame'), 'no picture of the page is printed');
  await page.emulateMedia({ media: 'screen' });
  await page.emulateMedia({ forcedColors: 'active' });
  const lines = await page.evaluate(() => ['report', 'data'].map((id) => getComputedStyle(document.getElementById(`tab-${id}`)).borderBottomColor));
  claim(lines[0] !== lines[1], `in forced colours the chosen tab can be told: ${lines}`);
  await page.context().close();
}

async function testWays(browser, server) {
  const page = await opened(browser, server, 'Amara Okafor');
  await reported(page, '2 March 2026');
  await page.evaluate(() => { location.hash = '#stale'; });
  await page.waitForFunction(() => location.hash === '');
  await page.click('#tab-data');
  await seen(page, '#data');
  claim(await page.isHidden('#entry'), 'a token that is good is not given up for one that is not');
  await page.goBack();
  await page.goBack();
  await seen(page, '#open');
  claim(page.url() === server.root && !(await frameText(page)).includes('Amara'), 'Back is “Another file”');

  // A file too many does not close who is open.
  await example(page, 'Amara Okafor');
  await reported(page, '2 March 2026');
  await fileAt(page, 'large.yaml', Buffer.alloc(1024 * 1024 + 1, 0x20));
  await seen(page, '#note');
  claim(await page.isVisible('#frame') && (await frameText(page)).includes('Amara'), 'a file that is not taken leaves who is open');

  // The newest that was chosen is what opens, however slow an older one comes.
  await page.click('#another');
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route('**/examples/daniel*', async (route) => { await held; await route.continue(); });
  const late = page.waitForResponse('**/examples/daniel*');
  await example(page, 'Daniel Reyes');
  await example(page, 'Amara Okafor');
  await reported(page, '2 March 2026');
  release();
  await (await late).finished();
  await page.click('#tab-data');
  await seen(page, '#data');
  await page.click('#tab-report');
  await reported(page, '2 March 2026');
  claim(await text(page, 'file-name') === 'Amara Okafor' && (await frameText(page)).includes('Amara'), 'a file that comes late opens over nobody');

  // The reader's own size of letters.
  const sizes = await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
    return ['on', 'print', 'file-name'].map((id) => parseFloat(getComputedStyle(document.getElementById(id)).fontSize));
  });
  claim(sizes.every((size) => size >= 32), `everything grows with the letters: ${sizes}`);

  const other = await drivePage(browser);
  await other.goto(server.root);
  await other.fill('#token', server.root);
  await other.press('#token', 'Enter');
  await seen(other, '#entry-partial');
  claim(await other.isHidden('#entry-refused'), 'an address without its token is said to be one');
  const transfer = await other.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['x'], 'dropped.yaml'));
    return data;
  });
  await other.dispatchEvent('#entry', 'drop', { dataTransfer: transfer });
  await seen(other, '#entry-drop');
  claim(true, 'a file that comes before the token is not swallowed');
  await other.context().close();
  await page.context().close();
}

async function testAway(browser, server) {
  const page = await opened(browser, server, 'Amara Okafor');
  await reported(page, '2 March 2026');
  const fresh = await drivePage(browser);
  await fresh.goto(server.address);
  await seen(fresh, '#open');
  await server.stop();
  await page.click('#tab-data');
  await seen(page, '#trouble');
  claim(await text(page, 'trouble-title') === 'Stipple does not answer.', 'a server that has gone is said');
  claim(await page.isVisible('#frame') && await page.isEnabled('#print') && await page.isEnabled('#save'),
    'the report that is there can be read, printed and saved');
  claim((await driveAxe(page)).length === 0, `axe, away: ${await driveAxe(page)}`);
  await page.fill('#on', '2026-03-03');
  await page.waitForFunction(() => document.getElementById('answer').hidden);
  claim(true, 'a report of another day is not shown for this one');
  await page.fill('#on', '2026-03-02');
  await reported(page, '2 March 2026');
  claim(await page.isHidden('#trouble'), 'what was worked out before is there again for the same choices');
  await example(fresh, 'Amara Okafor');
  await seen(fresh, '#away');
  claim(await focused(fresh) === 'away-retry', `who has nothing open is led to the way out: ${await focused(fresh)}`);
  await fresh.context().close();

  // It comes back at the same place, as far as the page can tell.
  await page.route('**/api/**', (route) => route.fulfill({ status: 401, body: '{}' }));
  await page.fill('#on', '2026-03-04');
  await seen(page, '#entry-refused');
  claim(await page.evaluate(() => sessionStorage.length) === 0, 'a new start wants its new token');
  claim(!(await frameText(page)).includes('Amara'), 'and without one nobody’s report is on the page');
  await page.goBack();
  claim(await page.isVisible('#entry') && await text(page, 'file-name') === '', 'Back from there leads nowhere without a token');
  await page.context().close();
}

export async function personTests(browser, server) {
  await testNothingStays(browser, server);
  await testFields(browser, server);
  await testBusy(browser, server);
  await testWays(browser, server);
  await testAway(browser, server);
}
