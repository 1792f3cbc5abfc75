// The plan on the page: every number with its sources and its range, no middle where nothing can be
// foretold, what is closed with its reason, and the person's reading without what is not theirs.
// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { driveAnswered, driveCommand, driveFile, driveSeen } from './drive.mjs';

const SIX = ['amara-okafor', 'margaret-thornton', 'jonas-lindqvist', 'priya-raman', 'elena-petrova', 'leila-haddad'];
const ON = '2026-03-02';

// care: what a patient must never read. Whole words, whatever their case.
const NEVER = [/\bsafe\b/i, /\bpainless\b/i, /no risk/i, /no downtime/i, /guarantee/i, /\bpermanent/i, /\berases?\b/i, /\beliminates?\b/i, /\bremoves\b/i,
  /flawless/i, /anti-?age?ing/i, /medical-grade/i, /FDA-approved/i, /results in two weeks/i, /at least four or nothing/i, /reduces cold sores/i, /only the outer layer/i, /more elastin/i,
  /better for dark skin/i, /all skin types\b(?! of)/i, /ethnic/i, /per cent healed/i, /\boptimal\b/i, /\bbest\b/i, /you are cleared/i, /\bapproved\b/i, /\bpassed\b/i, /\bfailed\b/i,
  /\brejected\b/i, /non-compliant/i, /complains/i, /unrealistic/i, /\bvain\b/i, /dysmorph/i, /nothing to worry/i, /computer decided/i, /\bAI\b/, /put the cream on again/i];
const IDS = /\b(?:CI|AM|TR|TA|AC|RC|RH|GI|D|PI|SC|HO|RF|NE|AG|DI|CB|EP|LI)-\d+[a-z]?\b|\bR\d{2,3}[a-z]?\b|grade [A-D]\b/;

// What each of them reads first.
const VERDICTS = {
  'amara-okafor': /^It can be done with some care/, 'margaret-thornton': /^It can be done once a prescriber has decided/, 'priya-raman': /^It can be done once a letter has come/,
  'elena-petrova': /^All 4 treatments of your course have been given/, 'kwame-mensah': /^Not while .+ We look again on \d/, 'fatima-al-mansouri': /^We do not do this here\. .+keloid/,
  'daniel-reyes': /^Not before 20 July 2026\. ./, 'skin-type-unknown': /^We cannot say yet\. We need to know: the skin type/,
};

const planOf = (kit, stem) => JSON.parse(driveCommand(kit.stipple, 'plan', `${kit.root}/examples/${stem}.yaml`, '--on', ON, '--json'));
const flat = (text) => text.replace(/\s+/g, ' ').trim().toLowerCase();
const shown = (page) => page.evaluate(() => document.querySelector('.plan').innerText);

async function unfoldAll(page) {
  for (let i = 0; i < 20; i++) {
    const closed = page.locator('.plan .fold [aria-expanded=false]');
    if (await closed.count() === 0) return;
    await closed.first().click();
  }
}

// Opens the "why" of each number on the page, from within, and tells of each what stands there.
const everyWhy = (page) => page.evaluate(async () => {
  const turn = () => new Promise((resolve) => { setTimeout(resolve); });
  const until = async (holds) => { for (let i = 0; i < 1000 && !holds(); i++) await turn(); };
  const rows = [];
  for (const button of document.querySelectorAll('.plan button.quantity')) {
    button.focus();
    button.click();
    await until(() => document.querySelector('dialog#why[open]'));
    const box = document.querySelector('dialog#why');
    rows.push({ name: button.textContent.replace(/\s+/g, ' '), heading: box?.querySelector('h2')?.textContent ?? '',
      sources: [...(box?.querySelectorAll('h3 + .why-list')[0]?.querySelectorAll('li > p:first-child') ?? [])].map((p) => p.textContent),
      hasStrip: box?.querySelector('.plan-strip svg[role=img][aria-label]') !== null });
    box?.querySelector('.close').click();
    await until(() => !document.querySelector('dialog#why'));
    rows.at(-1).isBack = document.activeElement === button;
  }
  return rows;
});

async function testWhy(kit, stem) {
  const page = await kit.open(stem);
  await unfoldAll(page);
  const rows = await everyWhy(page), said = (row) => `${stem}: ${row.name}`;
  kit.claim(stem === 'leila-haddad' ? rows.length >= 1 : rows.length >= 8, `${stem} shows its numbers: ${rows.length}`);
  for (const row of rows) {
    kit.claim(row.sources.length > 0 && row.sources.every((text) => text.trim().length > 3), `a number has its sources: ${said(row)}`);
    kit.claim(/range \S*\d|no range/.test(row.name), `a number's name holds its range: ${said(row)}`);
    kit.claim(/computed|measured|advice/.test(row.name), `a number's name holds its kind: ${said(row)}`);
    kit.claim(row.hasStrip === /range \S*\d/.test(row.name), `a band is drawn where there is a range: ${said(row)}`);
    kit.claim(row.isBack && row.heading.length > 0, `closing why leads back: ${said(row)}`);
  }
  kit.claimCalm(page, `${stem}, every why`);
  await page.context().close();
}

async function testUnforeseen(kit) {
  const page = await kit.open('amara-okafor'), [month] = planOf(kit, 'amara-okafor').course.months.slice(-1);
  const middle = `${Math.round(100 * month.value)} %`, band = `${Math.round(100 * month.low)}–${Math.round(100 * month.high)} %`;
  const card = await page.textContent('#plan-result');
  kit.claim(month.predictable === false && /Not predictable/.test(card) && card.includes(band), `what cannot be foretold is told with its band: ${card}`);
  kit.claim(card.includes(month.because.slice(0, 40)), 'and with its reason');
  kit.claim(!card.includes(middle), `and without its middle, ${middle}`);
  await page.click('#plan-result .quantity');
  const why = await page.innerText('#why');
  kit.claim(!why.includes(middle) && why.includes(band) && await page.locator('#why .plan-strip-at').count() === 0, 'nor is it in why, nor drawn');
  await page.keyboard.press('Escape');
  await page.waitForSelector('#why', { state: 'detached' });
  kit.claim(await page.evaluate(() => document.activeElement.matches('#plan-result .quantity')), 'Escape closes why and leads back');
  const other = await kit.open('margaret-thornton'), text = await other.textContent('#plan-result');
  kit.claim(/Not predictable/.test(text) && text.includes(planOf(kit, 'margaret-thornton').course.months[0].because.slice(0, 40)), 'where no number is given, why not is');
  await other.context().close();
  await page.context().close();
}

async function testRisks(kit) {
  const page = await kit.open('amara-okafor'), { risks } = planOf(kit, 'amara-okafor');
  await page.click('#fold-plan-risks [aria-expanded]');
  for (const { id, rate } of risks.filter((risk) => risk.rate)) {
    const range = `${Math.round(100 * rate.low)}–${Math.round(100 * rate.high)} of 100`;
    const told = page.locator('#fold-plan-risks .plan-risk', { hasText: range });
    kit.claim(await told.count() === 1, `${id} is told with its range, ${range}`);
    const dots = await told.locator('circle').evaluateAll((all) => ['sure', 'maybe', 'not'].map((kind) => all.filter((one) => one.classList.contains(kind)).length));
    const low = Math.round(100 * rate.low), high = Math.round(100 * rate.high);
    kit.claim(dots.join() === [low, high - low, 100 - high].join(), `${id} as people: ${dots}`);
  }
  const lines = await page.locator('#fold-plan-risks .plan-risk').allTextContents();
  kit.claim(lines.length === risks.length, 'every risk is named');
  kit.claim(lines.every((line) => / of 100/.test(line) || /No figure was found/.test(line)), 'one without a figure says so');
  await page.context().close();
}

async function testWays(kit) {
  for (const stem of ['fatima-al-mansouri', 'insulin-pump-rf']) {
    const page = await kit.open(stem), plan = planOf(kit, stem);
    kit.claim(plan.alternatives.some(({ allowed }) => !allowed), `${stem}: something is closed`);
    for (const way of plan.alternatives) {
      const text = await page.textContent(`#way-${way.id}`);
      kit.claim(text.includes(way.allowed ? 'open' : 'closed') && text.includes(way.because.slice(0, 30)), `${stem}: ${way.id} says how it stands, and why`);
    }
    kit.claim(await page.locator('.plan-way').first().isVisible() && await page.locator('#way-nothing').count() === 1, `${stem}: doing nothing is one of them`);
    if (await page.locator('#way-rf').count()) {
      const rf = await page.textContent('#way-rf');
      kit.claim(rf.includes('In October 2025 the US FDA told of burns') && !/Heats.*October 2025/.test(rf.slice(0, rf.indexOf('October 2025') + 20)), `${stem}: in its way what was told of radiofrequency stands first`);
    }
    if (plan.remarks.some(({ id }) => id === 'safety.rf')) {
      const told = await page.locator('.plan-head .note').allTextContents();
      kit.claim(told.some((note) => note.startsWith('In October 2025 the US FDA told of burns')), `${stem}: and at the head of the plan: ${told}`);
    }
    await page.focus('.plan-ways');
    const before = await page.evaluate(() => document.querySelector('.plan-ways').scrollLeft);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((at) => document.querySelector('.plan-ways').scrollLeft > at, before);
    await page.context().close();
  }
}

async function testClash(kit) {
  const page = await kit.open('margaret-thornton'), { clashes, remarks } = planOf(kit, 'margaret-thornton');
  const text = await page.textContent('.plan-clash');
  for (const clash of clashes) kit.claim(text.includes(clash.text) && text.includes(clash.way_out), `the clash of ${clash.one} and ${clash.other} is named, with a way out`);
  kit.claim(/against/.test(text), 'the pair stands one against the other');
  kit.claim(/prescriber/.test(await page.textContent('.plan-tasks')), 'what is to do stands in a list');
  await page.click('#fold-plan-know [aria-expanded]');
  const known = await page.textContent('#fold-plan-know');
  kit.claim(known.includes(remarks.find(({ id }) => id === 'safety.settings').text), 'what is to know is told');
  const priya = await kit.open('priya-raman'), plan = planOf(kit, 'priya-raman');
  const reviews = plan.calendar.filter(({ kind }) => kind === 'review');
  const judge = await priya.locator('#plan-dates').innerText();
  kit.claim(reviews.length === 3 && judge.includes('2 November 2026') && !judge.includes('13 April 2026\nReady') && !/judge: 13 April/.test(judge), `a result is judged when it is reviewed: ${judge}`);
  for (const one of [page, priya]) await one.context().close();
}

async function testEvidence(kit) {
  const page = await kit.open('amara-okafor');
  await page.click('#plan-after .quantity');
  await page.route('**/api/evidence/**', (route) => route.abort(), { times: 1 });
  const ask = page.locator('#why .why-ask').first();
  await ask.click();
  await driveSeen(page, '#why .why-list [role=alert]');
  await ask.click();
  await driveSeen(page, '#why .why-more');
  kit.claim((await page.innerText('#why .why-more')).length > 20, 'asked again, the evidence answers');
  await page.context().close();
}

async function testTheirs(kit) {
  for (const stem of Object.keys(VERDICTS)) {
    const page = await kit.open(stem), plan = planOf(kit, stem);
    await page.keyboard.press('v');
    await driveSeen(page, '.plan-theirs');
    const text = await shown(page), alone = NEVER.filter((words) => words.test(text));
    kit.claim(alone.length === 0, `${stem}: words nobody may read: ${alone}`);
    kit.claim(!IDS.test(text), `${stem}: an id or a grade: ${IDS.exec(text)?.[0]}`);
    for (const one of plan.screening.findings.filter((finding) => finding.private))
      kit.claim(!text.includes(one.because), `${stem}: what is private is not theirs: ${one.id}`);
    kit.claim(text.includes('Not to be handed out'), `${stem}: that nobody has adopted it is said`);
    kit.claim(text.includes('Do not stop a medicine that was prescribed for you.') && /doing nothing/i.test(text), `${stem}: what everybody is told`);
    const verdict = await page.locator('.plan-theirs .plan-head > .plan-big').innerText();
    kit.claim(VERDICTS[stem].test(verdict), `${stem}: whether it may be done stands first: ${verdict}`);
    const sheet = flat(driveCommand(kit.stipple, 'plan', `${kit.root}/examples/${stem}.yaml`, '--on', ON, '--person').toString());
    const same = await page.locator('.plan-theirs .plan-head > .plan-big, .plan-theirs .plan-head li, .plan-theirs .plan-two dd').allTextContents();
    kit.claim(same.length > 0 && same.every((words) => sheet.includes(flat(words))), `${stem}: what they read is what their sheet says: ${same.filter((words) => !sheet.includes(flat(words)))}`);
    const isPlanned = plan.sessions.some(({ status }) => status === 'planned');
    if (isPlanned) {
      kit.claim(['Day 0', 'Day 1', 'Day 3', 'Day 7', 'You may stop at any moment', 'Leave out', 'Who will do it'].every((words) => text.includes(words)), `${stem}: days, rights and questions`);
      const people = await page.locator('.plan-theirs .plan-risk .quantity').allTextContents();
      kit.claim(people.every((name) => /range .*\d+–\d+ of 100/.test(name)), `${stem}: a risk has its range: ${people}`);
    } else kit.claim(!text.includes('Day 3'), `${stem}: nothing is planned, and nothing is promised`);
    if (stem === 'amara-okafor') {
      kit.claim(text.includes('On brown and black skin redness may look darker'), 'how it looks on skin like theirs');
      await page.click('.plan-theirs .plan-risk .quantity');
      const why = await page.innerText('#why');
      kit.claim(!IDS.test(why) && /Dogra/.test(why), `why names the study and no id: ${IDS.exec(why)?.[0]}`);
      await page.click('#why .close');
      await kit.claimAxe(page, 'the person\'s reading');
    }
    kit.claimCalm(page, `${stem}, the person's reading`);
    await page.context().close();
  }
}

// A doubt of the clinician is on no part of their view: neither in words nor as days that are closed. In a
// narrow window their view is there whichever room was shown before.
async function testKept(kit) {
  const page = await kit.open(null, { viewport: { width: 390, height: 844 } });
  const doubted = readFileSync(join(kit.root, 'examples/amara-okafor.yaml'), 'utf8').replace(/^expectations:.*$/m, '') + '\nexpectations: unrealistic\n';
  await driveFile(page, 'doubted.yaml', doubted);
  await driveSeen(page, '#banner');
  await driveAnswered(page);
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await driveSeen(page, '#fold-timeline-body ol');
  await page.locator('.timeline-list li[data-lane=blocked] button').first().click();
  await driveSeen(page, '.timeline-list .timeline-detail');
  const ours = await page.textContent('#fold-timeline');
  kit.claim(/talk about what can be expected/.test(ours), `the clinician reads on the line why nothing is planned: ${ours.slice(0, 300)}`);
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.keyboard.press('v');
  await driveSeen(page, '.plan-theirs');
  await driveSeen(page, '#fold-timeline-body ol');
  await page.locator('#fold-timeline summary').click();
  await driveSeen(page, '#fold-timeline table');
  const theirs = await page.textContent('main');
  kit.claim(theirs.length > 1000 && !/expected|realistic/.test(theirs) && await page.locator('.timeline-list li[data-lane=blocked]').count() === 0, 'the person does not, on no part of their view');
  await page.context().close();
  const stopped = await kit.open('kwame-mensah');
  await stopped.keyboard.press('v');
  await driveSeen(stopped, '.plan-theirs');
  const watch = await stopped.textContent('#plan-watch-heading + *');
  kit.claim(/Call \d+/.test(watch), 'while a course is stopped they read whom to call');
  kit.claim(await stopped.locator('#section').count() === 0, 'and are offered no picture of what is not planned');
  await stopped.context().close();
}

async function testLooks(kit) {
  for (const [stem, width] of [['amara-okafor', 390], ['margaret-thornton', 390], ['three-zones-one-visit', 1024], ['leila-haddad', 1440]]) {
    const page = await kit.open(stem, { viewport: { width, height: 844 } });
    if (width < 900) await page.locator('.rooms button').nth(1).click();
    await driveAnswered(page);
    await unfoldAll(page);
    kit.claim(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${stem}: at ${width} nothing is wider than the window`);
    await kit.claimAxe(page, `${stem}, ${width}, all unfolded`);
    const small = await page.evaluate(() => [...document.querySelectorAll('.plan button')].filter((one) => one.checkVisibility())
      .filter((one) => one.getBoundingClientRect().height < (one.matches('.quantity') ? 32 : 48) - 0.5).map((one) => one.textContent));
    kit.claim(small.length === 0, `${stem}: at ${width} what is pressed is large enough: ${small}`);
    await page.context().close();
  }
  const page = await kit.open('amara-okafor');
  await page.click('#plan-after .quantity');
  await driveSeen(page, '#why');
  await kit.claimAxe(page, 'why');
  await page.context().close();
}

export default async function test(kit) {
  for (const stem of SIX) await testWhy(kit, stem);
  await testUnforeseen(kit);
  await testRisks(kit);
  await testWays(kit);
  await testClash(kit);
  await testEvidence(kit);
  await testTheirs(kit);
  await testKept(kit);
  await testLooks(kit);
}
