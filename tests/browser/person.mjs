// person: the questions and the findings: an answer changes what is found, everything can be left
// unknown, a step back gives the same file, and all of it goes by keyboard.
// SPDX-License-Identifier: Apache-2.0
import { driveAnswered, driveSeen } from './drive.mjs';
import { ELSEWHERE, GROUPS } from '../../web/person/table.js';

const STILL = { reducedMotion: 'reduce' };   // axe looks at what stands

const verdictOf = (page) => page.getAttribute('#find-verdict', 'data-verdict');
const unfolded = async (page, id) => {
  if (await page.getAttribute(`#fold-person-${id}`, 'data-open') === 'false') await page.click(`#fold-person-${id} button[aria-expanded]`);
};
const ids = (page) => page.$$eval('.find-row', (rows) => rows.map((row) => row.dataset.id));
const verdictIs = (page, is) => page.waitForSelector(`#find-verdict[data-verdict="${is}"]`);
const given = (page) => page.textContent('#told');
// All that is said from now on to who cannot see.
const listen = (page) => page.evaluate(() => {
  window.heard = [];
  new MutationObserver(() => window.heard.push(document.getElementById('told').textContent)).observe(document.getElementById('told'), { characterData: true, childList: true, subtree: true });
});
const focused = (page) => page.evaluate(() => document.activeElement.id);

async function claimAxe(kit, page, what, colorScheme) {
  await page.emulateMedia({ colorScheme });
  const found = await kit.axe(page);
  kit.claim(found.length === 0, `axe, ${what}, ${colorScheme}: ${found.join('; ')}`);
}

// The bodies in which the file was sent to be planned, as they were sent.
function bodies(page) {
  const sent = [];
  page.on('request', (request) => { if (request.url().includes('/api/plan?')) sent.push(request.postData()); });
  return sent;
}

// ---- the table against the schema of the file ----

// Keys of the schema that no question has, as paths; and questions that are no key.
function missed(schema, fields, node, at) {
  const deref = (one) => (one?.$ref ? schema.$defs[one.$ref.split('/').at(-1)] : one);
  const { properties } = deref(node), found = [];
  for (const [key, raw] of Object.entries(properties)) {
    const place = at ? `${at}.${key}` : key, field = fields.find((one) => one.key === key);
    if (!field) {
      if (!(place in ELSEWHERE) && !(key === 'code' && fields.isList)) found.push(place);
      continue;
    }
    if (!field.fields) continue;
    const inner = deref(deref(raw).items ?? raw), list = Object.assign([...field.fields], { isList: field.kind === 'list' });
    found.push(...missed(schema, list, inner, place));
  }
  for (const { key } of fields) if (!(key in properties)) found.push(`${at ? `${at}.` : ''}${key} is no key`);
  return found;
}

// The answers of a choice that the schema does not know, and those that it knows beside.
function differing(schema, fields, node, at) {
  const deref = (one) => (one?.$ref ? schema.$defs[one.$ref.split('/').at(-1)] : one);
  const { properties } = deref(node), found = [];
  for (const field of fields) {
    const one = deref(properties[field.key]);
    if (field.fields) found.push(...differing(schema, field.fields, deref(one.items ?? one), `${at}.${field.key}`));
    if (field.kind !== 'choice' || !Array.isArray(field.of) || field.key === 'phototype') continue;
    if (JSON.stringify([...field.of].sort()) !== JSON.stringify([...(one.enum ?? [])].sort())) found.push(`${at}.${field.key}`);
  }
  return found;
}

async function testTable({ server, claim }) {
  const response = await fetch(`${server.root}api/schema/patient`, { headers: { Authorization: `Bearer ${server.token}` } });
  const schema = await response.json(), fields = GROUPS.flatMap((group) => group.fields);
  const gaps = missed(schema, fields, schema, '');
  claim(gaps.length === 0, `every key of the file is asked, or told why not: ${gaps}`);
  const wrong = differing(schema, fields, schema, '');
  claim(wrong.length === 0, `the answers offered are those of the file: ${wrong}`);
  const gone = Object.keys(ELSEWHERE).filter((key) => key !== 'settings' && !(key in schema.properties));
  claim(gone.length === 0, `what is left to other rooms is a key of the file: ${gone}`);
}

// ---- answers and findings ----

async function testAnswers(kit) {
  const { claim } = kit, page = await kit.open('margaret-thornton'), sent = bodies(page);
  claim(await verdictOf(page) === 'prophylaxis', `the verdict as it was opened: ${await verdictOf(page)}`);
  claim(await page.getAttribute('#fold-person-health', 'data-open') === 'true' && await page.getAttribute('#fold-person-implants', 'data-open') === 'false',
    'a group is unfolded where something is yes, and folded where all is no');
  claim((await page.textContent('#fold-person-health .fold-side')).trim() === '1 yes, the rest no', 'the head says what is known');
  await unfolded(page, 'about');
  await page.check('input[name="f-pregnant"] >> nth=0', { force: true });
  await verdictIs(page, 'defer');
  claim((await ids(page))[0] === 'CI-20', `a pregnancy is found at once: ${await ids(page)}`);
  await page.waitForFunction(() => document.getElementById('told').textContent.includes('later'));
  claim(/^The finding is now: later\. Not/.test(await given(page)), `a verdict that changes is said: ${await given(page)}`);
  await driveSeen(page, '#f-due_date');
  await page.click('#undo');
  await verdictIs(page, 'prophylaxis');
  claim(await page.isHidden('#f-due_date'), 'what is asked of some alone is not asked of others');
  await driveAnswered(page);
  const before = sent.at(-1);
  await page.check('input[name="f-smoking"] >> nth=2', { force: true });
  await page.waitForFunction(() => document.querySelectorAll('input[name="f-smoking"]')[2].checked);
  await driveAnswered(page);
  claim(sent.at(-1) !== before && JSON.parse(sent.at(-1)).smoking === 'current', 'an answer is in the file');
  await page.click('#undo');
  await driveAnswered(page);
  claim(sent.at(-1) === before, 'a step back gives the same bytes as before');
  kit.claimCalm(page, 'answers');
  await page.context().close();
}

async function testUnknown(kit) {
  const { claim } = kit, page = await kit.open('margaret-thornton'), sent = bodies(page);
  for (const [group, name, at] of [['about', 'f-pregnant', 2], ['about', 'f-breastfeeding', 2], ['skin', 'f-phototype', 6], ['numbing', 'f-anaesthetic', 2],
    ['about', 'f-smoking', 3], ['about', 'f-interpreter', 2], ['papers', 'f-photo_consent', 2], ['papers', 'f-expectations', 2]]) {
    await unfolded(page, group);
    await page.check(`input[name="${name}"] >> nth=${at}`, { force: true });
  }
  await verdictIs(page, 'ask');
  await driveAnswered(page);
  const doc = JSON.parse(sent.at(-1));
  claim(['pregnant', 'breastfeeding', 'phototype', 'anaesthetic', 'smoking', 'interpreter', 'photo_consent', 'expectations'].every((key) => doc[key] === 'unknown'),
    'every fact can be unknown');
  const asked = await page.$$eval('.find-questions > li', (rows) => rows.map((row) => row.dataset.fact));
  claim(['pregnant', 'breastfeeding', 'phototype'].every((fact) => asked.includes(fact)), `what the unknown leaves open is asked: ${asked}`);
  // On the spot: three answers, and the verdict is what it was.
  await page.click('input[name="q-pregnant"] >> nth=1', { force: true });
  await page.waitForSelector('[data-fact="pregnant"]', { state: 'detached' });
  await page.click('input[name="q-breastfeeding"] >> nth=1', { force: true });
  await page.waitForSelector('[data-fact="breastfeeding"]', { state: 'detached' });
  await page.click('input[name="q-phototype"] >> nth=1', { force: true });
  await verdictIs(page, 'prophylaxis');
  claim(await page.isHidden('#find-missing'), 'nothing is asked once all is answered');
  // Lists: one press says that there is none; taken back, nothing was asked.
  await unfolded(page, 'health');
  await page.click('#f-conditions .close');
  await page.waitForSelector('#f-conditions-none[aria-pressed="true"]');
  await page.click('#f-conditions-none');
  await verdictIs(page, 'ask');
  await driveAnswered(page);
  claim(!('conditions' in JSON.parse(sent.at(-1))), 'a list that was not asked is not in the file');
  await page.click('#q-conditions-none');
  await verdictIs(page, 'caution');
  await driveAnswered(page);
  claim(JSON.stringify(JSON.parse(sent.at(-1)).conditions) === '[]', 'asked, none is one press');
  // A rest of a list: one thing of it may be unknown.
  await page.click('#fold-person-health .person-rest > button');
  await page.click('input[name="f-conditions-rest-keloid"] >> nth=2', { force: true });
  await driveAnswered(page);
  claim(JSON.stringify(JSON.parse(sent.at(-1)).conditions) === '[{"code":"keloid","status":"unknown"}]', `a thing may be unknown: ${JSON.stringify(JSON.parse(sent.at(-1)).conditions)}`);
  await page.context().close();
}

async function testWrong(kit) {
  const { claim } = kit, page = await kit.open('elena-petrova', STILL);
  await page.click('#f-conditions-1 .person-entry-open');
  await page.fill('#f-conditions-1-hba1c', '99');
  await page.press('#f-conditions-1-hba1c', 'Enter');
  await driveSeen(page, '#f-conditions-1-hba1c-wrong');
  claim(await page.getAttribute('#f-conditions-1-hba1c', 'aria-invalid') === 'true', 'the control is marked as wrong');
  claim(/3 to 20/.test(await page.textContent('#f-conditions-1-hba1c-wrong')), 'and says what is allowed');
  claim(await page.isVisible('#findings > .note'), 'what was found before it is said to be older');
  const found = (await kit.axe(page)).filter((one) => /#f-|find|person/.test(one));
  claim(found.length === 0, `axe, a wrong value: ${found}`);
  await page.fill('#f-conditions-1-hba1c', '7,1');
  await page.press('#f-conditions-1-hba1c', 'Enter');
  await page.waitForSelector('#f-conditions-1-hba1c-wrong', { state: 'detached' });
  await driveAnswered(page);
  claim(await page.inputValue('#f-conditions-1-hba1c') === '7.1', 'a comma is a point');
  // Folded away, what is wrong is unfolded.
  await unfolded(page, 'medicines');
  await page.click('#f-medications-0 .person-entry-open');
  await page.fill('#f-medications-0-started', '2026-01-10');
  await page.fill('#f-medications-0-stopped', '2026-01-01');
  await driveSeen(page, '#f-medications-0-stopped-wrong');
  claim(/before started/.test(await page.textContent('#f-medications-0-stopped-wrong')), 'dates that exclude each other are told at their place');
  await page.click('#undo');
  await driveAnswered(page);
  await page.context().close();
}

// ---- by keyboard ----

async function testKeys(kit) {
  const { claim } = kit, page = await kit.open('amara-okafor'), sent = bodies(page), { keyboard } = page;
  await listen(page);
  await page.focus('#f-conditions-search');
  await keyboard.type('kelo');
  await page.waitForSelector('#f-conditions-search-list li');
  const offered = await page.$$eval('#f-conditions-search-list li', (rows) => rows.map((row) => row.textContent));
  claim(offered[0] === 'A keloid or raised scar' && offered.length === 2, `what is typed finds its words: ${offered}`);
  await keyboard.press('ArrowDown');
  claim(await page.getAttribute('#f-conditions-search', 'aria-activedescendant') === 'f-conditions-search-0', 'an arrow moves to the first');
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await page.waitForSelector('#f-conditions-1');
  const heard = await page.evaluate(() => window.heard);
  claim(heard[0] === 'Added: A keloid or raised scar', `what was added is said: ${heard}`);
  await driveAnswered(page);
  claim(JSON.parse(sent.at(-1)).conditions[1].code === 'keloid', 'Enter adds it to the file');
  claim(await page.getAttribute('#f-conditions-1 .person-entry-open', 'aria-expanded') === 'true', 'its questions are unfolded');
  for (let i = 0; i < 40 && !(await focused(page)).startsWith('person-entry') && !await page.evaluate(() => document.activeElement.matches('#f-conditions-1 .close')); i++)
    await keyboard.press('Shift+Tab');
  claim(await page.evaluate(() => document.activeElement.matches('#f-conditions-1 .close')), 'the tabulator goes to where it is taken out');
  await keyboard.press('Enter');
  await page.waitForSelector('#f-conditions-1', { state: 'detached' });
  claim(await focused(page) === 'f-conditions-search', `the focus is kept: ${await focused(page)}`);
  await driveAnswered(page);
  claim(JSON.parse(sent.at(-1)).conditions.length === 1, 'and it is gone from the file');
  await keyboard.type('zzzz');
  claim(await page.isVisible('.person-search [role=status]'), 'that nothing was found is said');
  await keyboard.press('Escape');
  await page.context().close();
}

// ---- from a finding ----

async function testFinding(kit) {
  const { claim } = kit, page = await kit.open('daniel-reyes', STILL), sent = bodies(page);
  claim(await verdictOf(page) === 'defer' && /20 July 2026/.test(await page.textContent('#find-verdict')), 'the day is told');
  claim(await page.locator('.find-matrix tbody tr').count() === 2 && /later/.test(await page.textContent('.find-matrix')), 'zone by zone and device by device');
  const row = page.locator('.find-row[data-id="CI-03"]');
  await row.getByRole('button', { name: /^Why/ }).click();
  await page.waitForSelector('#finding .find-conflicts');
  const sources = await page.$$eval('#finding .find-sources li', (rows) => rows.map((one) => one.textContent));
  claim(sources.length >= 2 && sources.every((one) => /R\d+|default/.test(one) && /grade [A-D]/.test(one)), `each source with its grade: ${sources}`);
  await claimAxe(kit, page, 'on what a finding rests', 'light');
  await page.keyboard.press('Escape');
  claim(await page.evaluate(() => /^Why/.test(document.activeElement.textContent)), 'the focus goes back to the button');
  await row.getByRole('button', { name: /^To the answer/ }).click();
  await page.waitForFunction(() => document.activeElement.closest('#f-medications-0'));
  claim(await page.isVisible('#f-medications-0-stopped'), 'a finding leads to its answer, unfolded');
  await row.getByRole('button', { name: /^Set aside/ }).click();
  await page.click('#override button[type=submit]');
  claim(await focused(page) === 'override-draft-by' && await page.getAttribute('#override-draft-name', 'aria-invalid') === 'true', 'what is needed is told, and the first of it has the focus');
  await claimAxe(kit, page, 'a finding is set aside', 'dark');
  await page.emulateMedia({ colorScheme: null });
  await page.selectOption('#override-draft-by', { index: 1 });
  await page.fill('#override-draft-name', 'A. Example');
  await page.fill('#override-draft-reason', 'The dose was low and the skin has healed well.');
  await page.click('#override button[type=submit]');
  await page.waitForSelector('.find-row[data-id="CI-03"][data-class="caution"]');
  claim(await verdictOf(page) === 'caution' && /because The dose was low/.test(await row.textContent()), 'a finding that is set aside says by whom and why');
  const [decision] = JSON.parse(sent.at(-1)).overrides;
  claim(decision.rule === 'CI-03' && decision.date === '2026-03-02', 'the decision stands in the file');
  await row.getByRole('button', { name: /^Take back/ }).click();
  await verdictIs(page, 'defer');
  await driveAnswered(page);
  claim(JSON.parse(sent.at(-1)).overrides.length === 0, 'and is taken back');
  await page.context().close();
}

// The evidence cannot be had: it says so, and tries again.
async function testEvidenceGone(kit) {
  const page = await kit.open(null);
  let isGone = true;
  await page.route('**/api/evidence/**', (route) => (isGone ? route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"title":"gone"}' }) : route.continue()));
  await page.locator('.people button', { has: page.getByText('Daniel Reyes', { exact: true }) }).click();
  await driveAnswered(page);
  await page.locator('.find-row[data-id="CI-03"]').getByRole('button', { name: /^Why/ }).click();
  await driveSeen(page, '#finding .note');
  isGone = false;
  await page.click('#finding .note button');
  await driveSeen(page, '#finding .find-conflicts');
  kit.claim(await page.isHidden('#finding .note'), 'evidence that could not be had is asked for again');
  await page.context().close();
}

// ---- goals and wishes ----

async function testGoals(kit) {
  const { claim } = kit, page = await kit.open('margaret-thornton'), sent = bodies(page);
  await page.click('#f-goals .person-new');
  await page.click('.person-draft .primary');
  claim(await page.textContent('#f-goals-draft-zones-wrong') === 'This is needed.' && await focused(page) === 'f-goals-draft-indication', 'a goal without its zone is not one yet, and says so');
  await page.selectOption('#f-goals-draft-indication', 'pores');
  await page.check('.person-draft .person-checks label:has-text("Nose") input');
  await page.click('.person-draft .primary');
  await page.waitForSelector('#f-goals-1');
  await driveAnswered(page);
  claim(JSON.stringify(JSON.parse(sent.at(-1)).goals[1]) === '{"indication":"pores","zones":["nose"]}', 'a goal is written down once it is whole');
  claim(/Nose/.test(await page.textContent('.find-matrix')), 'and its zone is screened');
  await page.click('#f-goals-0 .person-entry-open');
  await page.waitForSelector('#f-goals-0-severity label');
  const steps = await page.$$eval('#f-goals-0-severity label', (all) => all.map((one) => one.textContent));
  claim(steps.length === 4 && steps[2] === '3 lines at rest', `each step of a scale has its words: ${steps}`);
  await page.check('#f-goals-0-severity label:nth-child(2) input', { force: true });
  await driveAnswered(page);
  claim(JSON.stringify(JSON.parse(sent.at(-1)).goals[0].severity) === '{"scale":"glogau","value":2}', 'the step is written down');
  await unfolded(page, 'wishes');
  claim(await page.textContent('#f-limits-budget-unit') === 'USD' && await page.inputValue('#f-limits-budget') === '1000', 'a number stands beside its unit');
  await page.fill('#f-limits-budget', '800');
  await page.press('#f-limits-budget', 'Enter');
  await driveAnswered(page);
  claim(JSON.parse(sent.at(-1)).limits.budget === '800 USD', 'and is written with it');
  await page.fill('#f-worth_it_if', 'I like my photographs.');
  await page.press('#f-limits-budget', 'Tab');
  await page.focus('#f-limits-budget');
  await driveAnswered(page);
  const doc = JSON.parse(sent.at(-1));
  claim(doc.worth_it_if === 'I like my photographs.' && doc.note.startsWith('Wants 14 days') && doc.invented === true, 'own words are kept as they are, and so is what nobody touched');
  await page.context().close();
}

// ---- every size, both themes, the person's view ----

async function testLooks(kit) {
  for (const [stem, width, scheme] of [['fatima-al-mansouri', 1440, 'light'], ['warfarin-inr-unknown', 1024], ['daniel-reyes', 390, 'dark']]) {
    const page = await kit.open(stem, { ...STILL, hasTouch: width === 390 });
    await page.setViewportSize({ width, height: 900 });
    for (const { id } of GROUPS) await unfolded(page, id);
    await page.evaluate(() => document.querySelectorAll('.person-rest > [aria-expanded=false], .person-entry-open[aria-expanded=false]').forEach((one) => one.click()));
    await page.waitForSelector('.person-entry-body:not([hidden])');
    if (scheme) await claimAxe(kit, page, `${stem} at ${width}`, scheme);
    const wide = await page.evaluate(() => [...document.querySelectorAll('#findings *, #person *')]
      .filter((one) => one.checkVisibility() && !one.matches('.unseen, .scroll *') && (one.getBoundingClientRect().right > innerWidth + 1 || one.getBoundingClientRect().left < -1)).map((one) => one.className || one.tagName));
    kit.claim(wide.length === 0, `nothing is wider than a window of ${width}: ${wide}`);
    const small = await page.evaluate(() => [...document.querySelectorAll('#findings button, #person button, #person select, #person summary, #person textarea, #person input')]
      .filter((one) => one.checkVisibility() && !one.matches('input[type=radio], input[type=checkbox]')).filter((one) => one.getBoundingClientRect().height < 47.5)
      .map((one) => one.id || one.textContent));
    kit.claim(small.length === 0, `all that is pressed is high enough: ${small}`);
    kit.claimCalm(page, stem);
    await page.context().close();
  }
}

// What a person reads of the findings stands with their plan; questions, ids and decisions do not.
async function testPersonView(kit) {
  const page = await kit.open('margaret-thornton');
  await page.keyboard.press('v');
  await page.waitForSelector('.work[data-reader="person"]');
  kit.claim(await page.isHidden('#person') && await page.isHidden('#findings'), 'who reads for themselves is not asked, and sees no ids');
  await page.keyboard.press('v');
  await driveSeen(page, '#findings');
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await page.waitForFunction(() => document.activeElement.id === 'findings-heading');
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.waitForFunction(() => document.activeElement.id === 'person-heading');
  kit.claim(await focused(page) === 'person-heading', 'two keys lead to the findings and to the answers');
  await page.context().close();
}

export default async function test(kit) {
  await testTable(kit);
  await testAnswers(kit);
  await testUnknown(kit);
  await testWrong(kit);
  await testKeys(kit);
  await testFinding(kit);
  await testEvidenceGone(kit);
  await testGoals(kit);
  await testLooks(kit);
  await testPersonView(kit);
}
