// ZonePanel: of the zones that are chosen: what is wished for here, what screening says, device by
// device, and what is planned.
// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';

import { dayWords } from '../base/day.js';
import { pathSet } from '../base/path.js';
import { say, sayCode, textsCodes } from '../base/texts.js';
import { Quantity } from '../parts/quantity.jsx';
import { plan } from '../state/answer.js';
import { doc, edit } from '../state/file.js';
import { told } from '../state/view.js';
import { goalsAdd, goalsAt, goalsSaid, goalsTake } from './goals.js';
import { chosen } from './marking.js';

// Goals whose cause a clinician names before anything is treated.
const NAMED_FIRST = new Set(['melasma', 'hair_loss']);

const label = (indication) => sayCode('indications', indication);

function Diagnosis({ goal, at }) {
  const id = `diagnosis-${at}`, isMine = goal.diagnosed === 'yes';
  return (
    <div class="skin-diagnosis">
      <label>
        <input type="checkbox" id={id} checked={isMine} aria-describedby={`${id}-help`}
          onChange={() => edit(say('web.skin.mine', { what: label(goal.indication) }), (file) => pathSet(file, ['goals', at, 'diagnosed'], isMine ? 'no' : 'yes'))} />
        {say('web.skin.mine', { what: label(goal.indication) })}
      </label>
      <p class="soft" id={`${id}-help`}>{say('web.skin.mine.help')}</p>
    </div>
  );
}

// What needs a diagnosis is asked wherever it is, whether its zone is chosen or not.
export function Diagnoses() {
  const all = (doc.value.goals ?? []).map((goal, at) => ({ goal, at })).filter(({ goal }) => NAMED_FIRST.has(goal.indication));
  return all.map(({ goal, at }) => <Diagnosis key={at} goal={goal} at={at} />);
}

function Goals({ zones, names }) {
  const here = goalsAt(doc.value, zones), open = textsCodes('indications').filter((code) => !here.some(({ goal }) => goal.indication === code && zones.every((zone) => goal.zones.includes(zone))));
  const [pickedNow, setPicked] = useState(null), picked = open.includes(pickedNow) ? pickedNow : open[0];
  const add = () => {
    edit(say('web.skin.done.goal', { what: label(picked), where: names }), (file) => goalsAdd(file, picked, zones));
    told.value = say('web.skin.done.goal', { what: label(picked), where: names });
  };
  const take = (at, what) => {
    edit(say('web.skin.done.nogoal', { what, where: names }), (file) => goalsTake(file, at, zones));
    told.value = say('web.skin.done.nogoal', { what, where: names });
  };
  return (
    <div class="skin-goals">
      <h4>{say('web.skin.goals')}</h4>
      {here.length === 0 && <p class="soft">{say('web.skin.goals.none')}</p>}
      {here.length > 0 && (
        <ul class="chips">{here.map(({ goal, at }) => (
          <li key={at} class="skin-goal">
            <span>{label(goal.indication)}</span>
            <button type="button" class="quiet" aria-label={say('web.skin.goal.drop', { what: label(goal.indication), where: names })} onClick={() => take(at, label(goal.indication))}>×</button>
          </li>
        ))}</ul>
      )}
      {open.length > 0 && (
        <div class="skin-goal-add">
          <label for="skin-goal" class="unseen">{say('web.skin.goal.which')}</label>
          <select id="skin-goal" value={picked} onChange={(event) => setPicked(event.currentTarget.value)}>
            {open.map((code) => <option key={code} value={code}>{label(code)}</option>)}
          </select>
          <button type="button" id="skin-goal-add" onClick={add}>{say('web.skin.goal.add')}</button>
        </div>
      )}
    </div>
  );
}

function Verdict({ is, until }) {
  return <><span class={`class ${is}`}>{sayCode('classes', is)}</span>{until && <span class="soft">{say('web.skin.until', { day: dayWords(until) })}</span>}</>;
}

function Said({ zones }) {
  const { findings, options, planned } = goalsSaid(plan.value, zones);
  return (
    <>
      {planned.length > 0 && (
        <div>
          <h4>{say('web.skin.planned')}</h4>
          <ul class="skin-rows">{planned.map(({ zone, device, depth }) => (
            <li key={`${zone} ${device}`}><span>{sayCode('zones', zone)}, {sayCode('devices', device)}</span>
              <Quantity q={depth} what={say('web.skin.depth', { where: sayCode('zones', zone) })} about={['depth']} /></li>
          ))}</ul>
        </div>
      )}
      {options.length > 0 && (
        <div>
          <h4>{say('web.skin.devices')}</h4>
          <ul class="skin-rows">{options.map(({ zone, device, verdict, until }) => (
            <li key={`${zone} ${device}`}><span>{sayCode('zones', zone)}, {sayCode('devices', device)}</span><span><Verdict is={verdict} until={until} /></span></li>
          ))}</ul>
        </div>
      )}
      {findings.length > 0 && (
        <div>
          <h4>{say('web.skin.findings')}</h4>
          <ul class="skin-said">{findings.map((finding, i) => (
            <li key={`${finding.id} ${i}`}><Verdict is={finding.class} until={finding.until} /> <span>{finding.because}</span></li>
          ))}</ul>
        </div>
      )}
    </>
  );
}

export function ZonePanel() {
  const zones = [...chosen.value];
  if (zones.length === 0) return null;
  const names = zones.map((zone) => sayCode('zones', zone)).join(', ');
  return (
    <section class="skin-zone" id="skin-zone" aria-labelledby="skin-zone-heading">
      <div class="skin-zone-head">
        <h3 id="skin-zone-heading">{names}</h3>
        <button type="button" class="quiet" onClick={() => { chosen.value = new Set(); }}>{say('web.skin.zone.close')}</button>
      </div>
      <Goals zones={zones} names={names} />
      <Said zones={zones} />
    </section>
  );
}
