// Findings: what screening finds, zone by zone and device by device, how it lifts, and what is still
// to be answered. It follows the answers; a verdict that changes is said. (What the person reads of it
// stands with their plan.)
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';

import { dayBrief } from '../base/day.js';
import { quantityNumber, quantityParse } from '../base/quantity.js';
import { say, sayCapital, sayCode, textsHas } from '../base/texts.js';
import { Fold } from '../parts/fold.jsx';
import { isOld, trouble } from '../state/answer.js';
import { doc, file } from '../state/file.js';
import { dialog, dialogOpen, told } from '../state/view.js';
import { factPath, ruleOrigin } from './answers.js';
import { askLead, askScreening } from './ask.js';
import { FindingWhy, sayGrade } from './evidence.jsx';
import { findLifts, findOutstanding, findSplit, findVerdict } from './find.js';
import { loreRule, loreWait } from './lore.js';
import { Override, OverrideAct } from './override.jsx';
import { Questions } from './question.jsx';
import { ClassMark, Matrix, saySentence } from './verdict.jsx';

// An agent, a group of agents, a part of the skin.
const nameOf = (code) => (textsHas(`agents.${code}`) ? sayCode('agents', code) : sayCode('parts', code));

function scopeWords({ scope }) {
  return [...(scope.zones ?? []).map((zone) => sayCode('zones', zone)), scope.spot && say('web.person.spot', { spot: scope.spot }),
    ...(scope.devices ?? []).map((device) => sayCode('devices', device)), ...(scope.agents ?? []).map(nameOf)].filter(Boolean).join(', ');
}

// To the answer from which a finding comes: the fact it waits for, the decision, what its rule asks.
async function leadTo(finding) {
  const own = finding.id.startsWith('OV-') && ['overrides', (doc.value.overrides ?? []).findIndex(({ rule }) => `OV-${rule}` === finding.id)];
  const fact = finding.missing?.map((one) => factPath(doc.value, one)).find(Boolean);
  const path = own || fact || ruleOrigin((await loreWait(loreRule(finding.id)))?.value, doc.value);
  if (path) askLead(path);
  else told.value = say('web.person.lead.none');
}

// How deep at most, where the words of the finding do not say it.
function deepest({ depth_max: depth, because }) {
  const found = depth && !because.includes(' mm') && quantityParse(depth);
  return found ? say('web.person.deepest', { depth: `${quantityNumber(found.value)} ${found.unit}` }) : '';
}

function Row({ finding }) {
  const scope = scopeWords(finding), lifts = findLifts(finding).map(saySentence).join(' ');
  const left = finding.excludes?.length ? say('web.person.left_out', { what: finding.excludes.map(nameOf).join(', ') }) : '';
  return (
    <li class="find-row" data-id={finding.id} data-class={finding.class}>
      <p class="find-head">
        <ClassMark is={finding.class} /> <b>{sayCapital(finding.topic)}</b>
        {scope && <span class="soft">{scope}</span>}
        {finding.class_before && <span class="soft">{say('web.person.was', { class: sayCode('classes', finding.class_before) })}</span>}
      </p>
      <p>{[finding.because, deepest(finding), left].filter(Boolean).join(' ')}</p>
      <p class="soft">{lifts} {sayCapital(sayGrade(finding))}.</p>
      <div class="find-acts">
        <button type="button" class="quiet" onClick={() => dialogOpen({ id: 'finding', finding })}>
          {say('web.person.why', { id: finding.id })}<span class="unseen">: {finding.topic}</span>
        </button>
        <button type="button" class="quiet" onClick={() => leadTo(finding)}>{say('web.person.lead')}<span class="unseen">: {finding.topic}</span></button>
        <OverrideAct finding={finding} />
      </div>
    </li>
  );
}

function Rows({ id, heading, rows }) {
  if (rows.length === 0) return null;
  return (
    <section class="find-part" aria-labelledby={id}>
      <h3 id={id}>{heading}</h3>
      <ul class="find-rows">{rows.map((finding, i) => <Row key={`${finding.id} ${i}`} finding={finding} />)}</ul>
    </section>
  );
}

function Closed({ screening }) {
  const topic = (id) => screening.findings.find((finding) => finding.id === id)?.topic ?? id;
  if (screening.closed.length === 0) return null;
  const what = ({ zone, device, agent }) => sayCapital([zone && sayCode('zones', zone), device && sayCode('devices', device), agent && nameOf(agent)].filter(Boolean).join(', '));
  return (
    <Fold id="find-closed" heading={say('web.person.closed', { n: screening.closed.length })}>
      <ul class="find-closed">
        {screening.closed.map((row) => (
          <li key={what(row)}><ClassMark is={row.class} /> <span><b>{what(row)}</b> {row.findings.map(topic).join(', ')}{row.until && ` ${say('web.person.until', { date: dayBrief(row.until) })}`}</span></li>
        ))}
      </ul>
    </Fold>
  );
}

function Verdict({ screening }) {
  const outstanding = findOutstanding(screening);
  return (
    <div class={`find-verdict ${screening.verdict}`} id="find-verdict" data-verdict={screening.verdict}>
      <ClassMark is={screening.verdict} />
      <p>{saySentence(findVerdict(screening))}{outstanding.length > 0 && ` ${say('web.person.outstanding', { what: outstanding.map(({ topic, class: is }) => `${topic} (${sayCode('classes', is)})`).join(', ') })}`}</p>
    </div>
  );
}

// A verdict that another answer brought is said to whoever cannot see it. That of another file is not.
function useTold(screening) {
  const before = useRef({ verdict: null, file: null });
  useEffect(() => {
    if (!screening) return;
    const { verdict, file: whose } = before.current;
    if (verdict !== null && verdict !== screening.verdict && whose === file.value)
      told.value = say('web.person.told_verdict', { class: sayCode('classes', screening.verdict), words: saySentence(findVerdict(screening)) });
    before.current = { verdict: screening.verdict, file: file.value };
  }, [screening]);
}

function Skeleton() {
  return <div class="person-skeleton" aria-hidden="true"><span /><span /><span /></div>;
}

export function Findings() {
  const screening = askScreening.value;
  useTold(screening);
  const split = screening && findSplit(screening);
  return (
    <section class="card find" id="findings" aria-labelledby="findings-heading" aria-busy={screening === null} data-old={isOld.value}>
      <h2 id="findings-heading" tabIndex={-1}>{say('web.person.findings')}</h2>
      {!screening && <Skeleton />}
      {screening && (
        <>
          {trouble.value && <p class="note">{say('web.person.older')}</p>}
          <Verdict screening={screening} />
          <Matrix screening={screening} />
          <Questions screening={screening} />
          <Rows id="find-here" heading={say('web.person.found')} rows={split.here} />
          <Rows id="find-elsewhere" heading={say('report.elsewhere')} rows={split.elsewhere} />
          <Closed screening={screening} />
        </>
      )}
      {dialog.value?.id === 'finding' && <FindingWhy {...dialog.value} />}
      {dialog.value?.id === 'override' && <Override {...dialog.value} />}
    </section>
  );
}
