// page STIPPLE ROOT: the page of the server, as a person with a browser meets it.
// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  claim, driveAxe, driveBrowser, driveClaimed, driveCommand, driveFailed, drivePage, driveServer, driveSizes,
  driveClickInFrame as clickInFrame, driveFileAt as fileAt, driveInFrame as inFrame, driveReported as reported,
  driveSeen as seen, driveText as text, driveWords as words,
} from './drive.mjs';
import { personTests } from './person.mjs';

const [stipple, root] = process.argv.slice(2);
const AMARA = join(root, 'examples/amara-okafor.yaml');
const ON = '2026-03-02';
const folder = mkdtempSync(join(tmpdir(), 'stipple-page-'));

async function kept(page) {
  return page.evaluate(async () => ({
    session: { ...sessionStorage }, local: localStorage.length, cookies: document.cookie,
    databases: (await indexedDB.databases()).length, address: location.href, title: document.title,
    steps: history.length, referrer: document.referrer,
  }));
}

async function testToken(browser, server) {
  const page = await drivePage(browser);
  await page.goto(server.root);
  await seen(page, '#entry');
  claim(!page.asked.some((one) => one.includes('/api/')), 'without a token nothing is asked of the server');
  claim((await text(page, 'disclaimer')).startsWith('Research and decision support. Not a cleared medical'),
    'what this is stands on the first page');
  await page.fill('#token', 'wrong');
  await page.press('#token', 'Enter');
  await seen(page, '#entry-refused');
  claim((await kept(page)).session['stipple-token'] === undefined, 'a token that is refused is not kept');
  claim((await driveAxe(page)).length === 0, `axe, token: ${await driveAxe(page)}`);
  await page.fill('#token', server.address);
  await page.press('#token', 'Enter');
  await seen(page, '#open');
  await page.reload();
  await seen(page, '#open');
  claim(true, 'the token holds for this tab');

  const other = await drivePage(browser);
  await other.goto(server.address);
  await seen(other, '#open');
  const { session, local, cookies, databases, address } = await kept(other);
  claim(address === server.root, `the token is gone from the address: ${address}`);
  claim(JSON.stringify(session) === JSON.stringify({ 'stipple-token': server.token }), 'the tab keeps the token and nothing else');
  claim(local === 0 && cookies === '' && databases === 0, 'nothing is kept beyond the tab');
  claim(words(page).concat(words(other)).length === 0, `token: the console is empty: ${words(page)}${words(other)}`);
  await page.context().close();
  await other.context().close();
}

async function testReport(browser, server) {
  const page = await drivePage(browser);
  await page.goto(server.address);
  await page.click('#people-list button:has-text("Amara Okafor")');
  await reported(page, '2 March 2026');
  claim(await page.isVisible('#invented'), 'an invented person is marked as one');
  claim((await text(page, 'verdict')).includes('with care'), `the verdict is told: ${await text(page, 'verdict')}`);
  claim(await page.isHidden('#verdict') && await page.isHidden('#disclaimer'), 'nothing is said twice: the report says it');
  claim(await page.inputValue('#on') === ON, 'an invented person is planned on their own day');

  const paper = await inFrame(page, 'body', 'paper');
  claim(paper === 'rgb(251, 250, 247)', `the report has its style sheet: ${paper}`);
  const [inner, outer] = await page.evaluate(() => {
    const frame = document.getElementById('frame');
    return [frame.contentDocument.documentElement.scrollHeight, frame.clientHeight];
  });
  claim(outer > 2000 && Math.abs(inner - outer) <= 1, `the frame is as high as the report: ${inner}, ${outer}`);
  const steps = (await kept(page)).steps;
  await clickInFrame(page, 'nav a', -1);
  await page.waitForFunction(() => window.scrollY > 1000);
  claim(true, 'a link of the report leads to its part');
  await clickInFrame(page, 'summary', 0);
  await page.waitForFunction((height) => document.getElementById('frame').clientHeight !== height, outer);
  claim(true, 'what is unfolded in the report has room');

  await page.click('#print');   // Chromium would say that a frame may not print
  await page.evaluate(() => {
    document.getElementById('frame').contentWindow.print = () => { window.printed = (window.printed ?? 0) + 1; };
  });
  await page.click('#print');
  await page.keyboard.press('Control+p');
  claim(await page.evaluate(() => window.printed) === 2, 'the report is what is printed');

  // Saved and shown is what the command line writes.
  driveCommand(stipple, 'plan', AMARA, '--on', ON, '--html', join(folder, 'report.html'));
  const json = driveCommand(stipple, 'plan', AMARA, '--on', ON, '--json');
  const saved = async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save')]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const report = await saved();
  claim(report.bytes.equals(readFileSync(join(folder, 'report.html'))), 'the saved report is that of --html');
  claim(report.name === `stipple-amara-okafor-report-${ON}.html`, `what is saved is called after its file and its day: ${report.name}`);
  await page.click('#tab-data');
  await seen(page, '#data');
  claim(await text(page, 'data') === JSON.stringify(JSON.parse(json), null, 2), 'the data is the plan of --json');
  claim((await saved()).bytes.equals(json), 'the saved data is that of --json, byte for byte');
  claim(await page.isVisible('#verdict') && await page.isHidden('#reader'), 'beside the data stands the verdict, and no choice that changes nothing');
  claim((await driveAxe(page)).length === 0, `axe, data: ${await driveAxe(page)}`);
  await page.focus('#tab-data');
  await page.keyboard.press('ArrowLeft');
  await reported(page, '2 March 2026');
  claim(await page.evaluate(() => document.activeElement.id) === 'tab-report', 'arrows lead from tab to tab');
  await page.check('#reader-person', { force: true });
  await page.waitForFunction(() => document.getElementById('frame').contentDocument?.body?.className.startsWith('person'));
  claim(await text(page, 'save') === 'Save sheet' && await text(page, 'tab-report') === 'Sheet', 'the sheet is called a sheet');

  const { title, address, session, steps: after } = await kept(page);
  claim(title === 'Stipple' && address === server.root, `neither title nor address name anybody: ${title} ${address}`);
  claim(!JSON.stringify(session).includes('Amara') , 'nothing of a person is kept');
  claim(after === steps + 1, 'of all that was shown the history has the link that was followed');
  claim(words(page).length === 0, `report: the console is empty: ${words(page)}`);
  await page.context().close();
}

async function testFiles(browser, server) {
  const page = await drivePage(browser);
  await page.goto(server.address);
  await seen(page, '#open');
  const yaml = readFileSync(AMARA, 'utf8').replace('"Amara Okafor"', '"<img src=x onerror=alert(1)>"');
  await fileAt(page, '<b>me</b>.yaml', yaml);
  await seen(page, '#answer');
  claim(await text(page, 'file-name') === '<b>me</b>.yaml', 'the name of a file is text');
  claim(await page.locator('#work b:visible').count() === 0, 'and makes no element');
  claim((await inFrame(page, 'h1', 'text')).includes('<img src=x'), 'a name of markup is text in the report');
  claim(await page.isHidden('#invented'), 'a file of one’s own is not marked as an example');

  // JSON, as a file without an ending that tells.
  await page.click('#another');
  await fileAt(page, 'person', '{"format": "stipple-patient/1", "birth_date": "1990-01-01", "sex": "female", "phototype": 2,\n' +
    '"goals": [{"indication": "acne_scars", "zones": ["cheeks"]}]}');
  await seen(page, '#answer');
  claim((await text(page, 'verdict')).length > 5, 'JSON is told from YAML by its beginning');

  // What does not fit is said with its place, and what was shown goes.
  await page.click('#another');
  await fileAt(page, 'bad.json', '{"age": 30, "sex": "female", "goals": [{"indication": "acne_scars", "zones": ["cheeks", "chekks"]}]}');
  await seen(page, '#trouble');
  claim(await text(page, 'trouble-where') === 'goals no. 1, zones no. 2; line 1', `where: ${await text(page, 'trouble-where')}`);
  claim((await text(page, 'trouble-detail')).startsWith('chekks: ') && (await text(page, 'trouble-allowed')).includes('nose'),
    `what is wrong and what would fit is said: ${await text(page, 'trouble-detail')}`);
  claim(await page.isHidden('#answer') && await page.isHidden('#verdict'), 'no answer stands beside an error');
  claim((await driveAxe(page)).length === 0, `axe, trouble: ${await driveAxe(page)}`);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click('#retry')]);
  await chooser.setFiles({ name: 'key.json', mimeType: 'application/json', buffer: Buffer.from('{"agee": 41}') });
  await page.waitForFunction(() => document.getElementById('trouble-detail').textContent.includes('agee'));
  claim(await text(page, 'trouble-detail') === 'agee is no key of a patient; did you mean age?', `a key is named by itself: ${await text(page, 'trouble-detail')}`);
  await page.click('#another');
  for (const [name, bytes] of [['broken.json', '{"age": '], ['broken.yaml', 'age: [1'], ['empty.yaml', ''],
    ['picture.yaml', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff])]]) {
    await fileAt(page, name, bytes);
    await seen(page, '#trouble');
    const told = (await text(page, 'trouble-title')) + await text(page, 'trouble-detail');
    claim(name === 'empty.yaml' || told.startsWith('This file cannot be read as '), `${name}: is answered: ${told}`);
    claim(!/syntax|mapping|NUL|body|query|content is/.test(told), `${name}: in words of a reader: ${told}`);
    await page.click('#another');
  }
  await fileAt(page, 'large.yaml', Buffer.alloc(1024 * 1024 + 1, 0x20));
  await seen(page, '#note');
  claim((await text(page, 'note')).includes('1 MiB'), 'what is too large is not sent');

  // Dropped.
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'dropped.yaml'));
    return data;
  }, readFileSync(AMARA, 'utf8'));
  await page.dispatchEvent('.drop', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('.drop', 'drop', { dataTransfer: transfer });
  await seen(page, '#answer');
  claim(await text(page, 'file-name') === 'dropped.yaml', 'a file can be dropped');
  claim(words(page).length === 0, `files: the console is empty: ${words(page)}`);
  await page.context().close();
}

async function testLongWork(browser, server) {
  const page = await drivePage(browser);
  await page.goto(server.address);
  await page.click('#people-list button:has-text("Amara Okafor")');
  await reported(page, '2 March 2026');
  await page.click('#more summary');
  await page.fill('#members', '100000');
  await page.press('#members', 'Tab');
  await seen(page, '#progress');
  await page.waitForFunction(() => document.getElementById('bar').value > 0);
  const early = await page.evaluate(() => document.getElementById('bar').value);
  claim(early > 0 && early <= 1, 'the bar knows how far it is');
  claim((await driveAxe(page)).length === 0 || await page.isHidden('#progress'), `axe, progress: ${await driveAxe(page)}`);
  await reported(page, '2 March 2026');
  claim(await page.isHidden('#progress'), 'the bar goes with the work');

  await page.fill('#seed', '2');
  await page.press('#seed', 'Tab');
  await seen(page, '#stop');
  const [ended] = await Promise.all([page.waitForResponse((one) => one.request().method() === 'DELETE'), page.click('#stop')]);
  claim(ended.ok(), `the server is told, and stops: ${ended.status()}`);
  claim((await text(page, 'trouble-title')) === 'Stopped.', 'work can be stopped');

  // Of several choices the last counts, however they overtake one another.
  for (const day of ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06']) {
    await page.fill('#on', day);
    await page.dispatchEvent('#on', 'change');
  }
  await reported(page, '6 March 2026');
  await page.fill('#members', '');
  await page.press('#members', 'Tab');
  await reported(page, '6 March 2026');
  claim(await page.isHidden('#trouble'), 'what was replaced is no trouble');

  await page.fill('#members', '100001');
  await page.press('#members', 'Tab');
  await seen(page, '#trouble');
  claim(await text(page, 'trouble-where') === 'Simulated people', `the choice is named: ${await text(page, 'trouble-where')}`);
  claim(await page.isHidden('#retry'), 'what cannot help is not offered');
  claim(words(page).length === 0, `long work: the console is empty: ${words(page)}`);
  await page.context().close();
}

// Seen by nobody who waits for less: the bar. (The answer is held back by the test, not by the work.)
async function testPatience(browser, server) {
  const page = await drivePage(browser);
  await page.goto(server.address);
  await seen(page, '#open');
  await page.evaluate(() => {
    window.bars = 0;
    new MutationObserver(() => { window.bars += !document.getElementById('progress').hidden; })
      .observe(document.getElementById('progress'), { attributes: true });
  });
  await page.route('**/api/plan?*', async (route) => {
    await new Promise((resolve) => { setTimeout(resolve, 1500); });
    await route.continue();
  });
  await page.click('#people-list button >> nth=0');
  await seen(page, '#answer');
  claim(await page.evaluate(() => window.bars) > 0, 'a long wait has its bar');

  // A server that answers, but not as it should, is said as well.
  for (const [status, body, told] of [[503, '{"type": "urn:stipple:problem:stale", "title": "x"}', 'Fewer simulated people take less time.'], [500, '{"title": "The server could not answer", "detail": "It could not."}'], [503, '{"title": "The server is busy"}'],
    [200, '<p>no report</p>'], [502, 'no problem at all']]) {
    await page.unroute('**/api/plan?*');
    await page.route('**/api/plan?*', (route) => route.fulfill({ status, body }));
    const answered = page.waitForResponse('**/api/plan?*');
    await page.click(await page.isVisible('#retry') ? '#retry' : '#another');
    if (await page.isVisible('#people-list')) await page.click('#people-list button >> nth=0');
    await answered;
    await page.waitForFunction(() => document.getElementById('answer').getAttribute('aria-busy') === 'false');
    claim(await page.isVisible(status === 200 ? '#answer' : '#trouble'), `${status}: is said`);
    claim(!told || await text(page, 'trouble-detail') === told, `${status}: is told by its type: ${await text(page, 'trouble-detail')}`);
  }
  claim(await page.textContent('#trouble-title') === '502 Bad Gateway', 'what is no problem document is said by its status');
  await page.context().close();
}

async function testSizes(browser, server) {
  for (const [width, height, colorScheme] of [[320, 640, 'dark'], [390, 844, 'light'], [768, 1024, 'dark'], [1280, 900, 'dark'], [1600, 1000, 'light']]) {
    const name = `${width} ${colorScheme}`;
    const page = await drivePage(browser, { viewport: { width, height }, colorScheme, hasTouch: width < 800, reducedMotion: 'reduce' });
    const look = async (part) => {
      const found = [...await driveSizes(page), ...await driveAxe(page)];
      claim(found.length === 0, `${name}, ${part}: ${found.join('; ')}`);
    };
    await page.goto(server.root);
    await seen(page, '#entry');
    await look('token');
    await page.goto(server.address);
    await seen(page, '#people-list button');
    await look('open');
    await page.click('#people-list button:has-text("Kwame Mensah")');
    await seen(page, '#answer');
    await page.click('#more summary');
    await look('answer');
    claim(words(page).length === 0, `${name}: the console is empty: ${words(page)}`);
    await page.context().close();
  }
}

// Nothing but the keyboard.
async function testKeyboard(browser, server) {
  const page = await drivePage(browser);
  await page.goto(server.address);
  await seen(page, '#people-list button');
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.textContent);
  await page.keyboard.press('Tab');
  claim(await focused() === 'file', `the first stop is the file: ${await focused()}`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await seen(page, '#answer');
  claim(await focused() === 'file-name', `what was opened has the focus: ${await focused()}`);
  const stops = [];
  for (let i = 0; i < 14; i++) {
    await page.keyboard.press('Tab');
    stops.push(await focused());
  }
  for (const id of ['another', 'on', 'reader-clinician', 'tab-report', 'print', 'save'])
    claim(stops.includes(id), `${id} is reached: ${stops}`);
  await page.context().close();
}

async function main() {
  const browser = await driveBrowser(), server = await driveServer(stipple);
  try {
    await testToken(browser, server);
    await testReport(browser, server);
    await testFiles(browser, server);
    await testLongWork(browser, server);
    await testPatience(browser, server);
    await testSizes(browser, server);
    await testKeyboard(browser, server);
    await personTests(browser, server);   // the last: it stops the server
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
  console.log(`${driveClaimed()} claims, ${driveFailed()} failed`);
  process.exit(driveFailed() ? 1 : 0);
}

await main();
