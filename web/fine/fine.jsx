// Fine: the settings of the plan, zone by zone and for the whole course, within what the plan says may
// be set; beside them what follows from them.
// SPDX-License-Identifier: Apache-2.0
import { dayWords } from '../base/day.js';
import { say, sayCapital, sayCode } from '../base/texts.js';
import { ImprovementFan, OpenFan, RecoveryFan, SpreadFan } from '../parts/fans.jsx';
import { Fold } from '../parts/fold.jsx';
import { Quantity } from '../parts/quantity.jsx';
import { actionsAdd } from '../state/actions.js';
import { plan } from '../state/answer.js';
import { doc } from '../state/file.js';
import { isOpen, reader, room, unfold } from '../state/view.js';
import { Change } from './change.jsx';
import { Control } from './control.jsx';
import { Layers } from './layers.jsx';
import { settingsAdvised, settingsCount, settingsLast } from './settings.js';
import { watchEdit } from './watch.js';

const ROOM = 'fine';
const isOf = ({ id, zone }, row) => row.id === id && row.zone === zone;
const FACTS = [['achieved', ['depth']], ['density', ['density']], ['coverage', ['density'], 'percent'], ['closure', ['closure']]];

function advise() {
  watchEdit('', 'fine advised', say('web.fine.all.did'), settingsAdvised);
}

// What was given last time beside what is planned now.
function Last({ zone }) {
  const last = settingsLast(doc.value, zone.zone);
  if (last === null) return null;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={say('web.fine.last')}>
      <table class="fine-last">
        <caption>{say('web.fine.last')}</caption>
        <tbody>
          {last.rows.map((row, i) => (
            <tr key={`${row.depth} ${row.endpoint}`}>
              {i === 0 && <th scope="row" rowSpan={last.rows.length}>{say('web.fine.last.given', { date: dayWords(last.date) })}</th>}
              <td>{row.depth ?? say('web.fine.change.none')}</td><td dir="auto">{row.endpoint}</td>
            </tr>
          ))}
          <tr><th scope="row">{say('web.fine.last.planned')}</th>
            <td><Quantity q={zone.depth} what={say('web.fine.last.planned')} about={['depth']} /></td><td /></tr>
        </tbody>
      </table>
    </div>
  );
}

function Facts({ zone }) {
  return (
    <dl class="fine-facts">
      {FACTS.filter(([what]) => zone[what]).map(([what, about, as]) => (
        <div key={what}><dt>{sayCapital(say(`web.fine.${what}`))}</dt><dd><Quantity q={zone[what]} what={say(`web.fine.${what}`)} about={about} as={as} isBand /></dd></div>
      ))}
    </dl>
  );
}

// What the plan wants known of a zone, without what stands in the table of last time.
function remarksOf(zone) {
  const last = new Set(plan.value.remarks.filter((row) => row.id === 'plan.given_last' || row.id === 'plan.beyond_dermis').map((row) => row.text));
  return (zone.remarks ?? []).filter((text) => !last.has(text));
}

function Zone({ zone, controls }) {
  return (
    <div class="fine-group">
      <p class="soft">{say('web.fine.change.before')}</p>
      <Change group={zone.zone} />
      <div class="fine-split">
        <div class="fine-controls">
          {controls.filter((row) => row.zone === zone.zone).map((row) => <Control key={row.id} control={row} controls={controls} />)}
        </div>
        <div class="fine-beside">
          <Facts zone={zone} />
          <Layers zone={zone} />
          {remarksOf(zone).length > 0 && <ul class="fine-remarks">{remarksOf(zone).map((text) => <li key={text} class="soft">{text}</li>)}</ul>}
        </div>
      </div>
      <Last zone={zone} />
      <div class="fine-pictures">
        <SpreadFan zone={zone} height={11} />
        <OpenFan zone={zone} height={11} />
      </div>
    </div>
  );
}

// Pairs of wishes that a setting is one of.
function Clashes() {
  const { conflicts = [], clashes = [] } = plan.value;
  const rows = clashes.filter((_, i) => conflicts[i]?.some((name) => name.startsWith('settings')));
  return rows.map((row) => <p key={row.text} class="note">{row.text} {row.way_out}</p>);
}

function Settings() {
  const { controls = [], zones = [] } = plan.value, whole = controls.filter((row) => !row.zone);
  const unsettled = plan.value.remarks.find((row) => row.id === 'safety.settings')?.text ?? say('web.fine.unsettled');
  const isAsked = settingsCount(doc.value, controls) > 0 || doc.value.settings !== undefined;
  return (
    <div class="fine-all">
      <div class="fine-top">
        <p>{controls.length > 0 ? unsettled : say('web.fine.none')}</p>
        <button type="button" id="fine-advised" disabled={!isAsked} onClick={advise}>{say('web.fine.all')}</button>
      </div>
      <Clashes />
      {zones.filter((zone) => controls.some((row) => row.zone === zone.zone)).map((zone, i) => (
        <Fold key={zone.zone} id={`${ROOM}-${zone.zone}`} level={3} otherwise={i === 0}
          heading={say('web.fine.zone', { zone: sayCapital(sayCode('zones', zone.zone)), device: sayCode('devices', zone.device) })}
          side={<Quantity q={zone.depth} what={say('web.fine.of', { what: controls.find((row) => isOf(row, { id: 'depth', zone: zone.zone }))?.name ?? '', zone: sayCode('zones', zone.zone) })} about={['depth']} />}>
          <Zone zone={zone} controls={controls} />
        </Fold>
      ))}
      {whole.length > 0 && (
        <Fold id={`${ROOM}-course`} level={3} otherwise heading={say('web.fine.course')}>
          <div class="fine-group">
            <p class="soft">{say('web.fine.change.before')}</p>
            <Change group="" />
            <div class="fine-split">
              <div class="fine-controls">{whole.map((row) => <Control key={row.id} control={row} controls={controls} />)}</div>
              <div class="fine-beside"><RecoveryFan id="fine-recovery" height={11} /></div>
            </div>
            <ImprovementFan height={11} />
          </div>
        </Fold>
      )}
    </div>
  );
}

// What stands there until the first plan is there.
const Skeleton = () => <div class="fine-skeleton" aria-hidden="true"><span /><span /><span /></div>;

export function Fine() {
  const asked = plan.value ? settingsCount(doc.value, plan.value.controls ?? []) : 0;
  return (
    <Fold id={ROOM} level={2} heading={say('web.fine.heading')} side={asked > 0 && <span class="chip">{say('web.fine.count', { n: asked })}</span>}>
      {plan.value ? <Settings /> : <Skeleton />}
    </Fold>
  );
}

const isHere = () => doc.value !== null && reader.value !== 'person';

function show() {
  room.value = 'plan';
  unfold(ROOM, true);
  requestAnimationFrame(() => document.querySelector('#fold-fine button')?.focus());
}

actionsAdd([
  { id: 'fine', label: () => say('web.fine.open'), keys: 'g f', run: show, isOpen: isHere },
  { id: 'fine-advised', label: () => say('web.fine.all'), run: advise, isOpen: () => isHere() && settingsCount(doc.value, plan.value?.controls ?? []) > 0 },
]);
