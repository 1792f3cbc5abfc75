// Facts: the state of the skin in words under its picture, each number with its range and its why;
// Frames: the same at a few moments, as a table.
// SPDX-License-Identifier: Apache-2.0
import { dayShort } from '../base/day.js';
import { say, sayCapital, sayCode } from '../base/texts.js';
import { Quantity } from '../parts/quantity.jsx';
import { Twin } from '../parts/twin.jsx';
import { STILLS } from './time.js';
import { tellMoment, tellNext, tellOpen, tellPeople, tellPhases, tellRed, tellShare, tellWindow } from './tell.js';

function Fact({ name, children }) {
  return <div><dt>{name}</dt><dd>{children}</dd></div>;
}

function Phase({ id, stage, phase }) {
  const what = say(`web.section.${id}`), end = stage === 'not_yet' || stage === 'begins' ? 'starts' : 'ends';
  return (
    <Fact name={what}>
      <span class="section-mark" data-phase={id} data-stage={stage} aria-hidden="true" />{say(`web.section.stage.${stage}`)}
      <small class="section-when">{say(`web.section.${end}`)} <Quantity q={phase[end]} what={say(`web.section.${end}.what`, { phase: what })} about={['healing']} isRange /></small>
    </Fact>
  );
}

// The needle set that the plan takes for the zone, in words; '' = the device has no choice.
function needleSet(answer, zone) {
  const row = answer.controls?.find(({ id, zone: of }) => id === 'cartridge' && of === zone.zone);
  return row?.choices?.find(({ code }) => code === row.code)?.label ?? '';
}

export function Facts({ id, answer, zone, at, isRunning }) {
  const needles = needleSet(answer, zone), open = tellOpen(zone, at), red = tellRed(answer, at), next = tellNext(answer, at);
  return (
    <div class="section-facts" id={id} data-running={isRunning}>
      <dl>
        {zone.depth && <Fact name={say('web.section.set')}><Quantity q={zone.depth} what={say('web.section.set')} about={['depth']} /></Fact>}
        <Fact name={say('web.section.reached')}><Quantity q={zone.achieved} what={say('web.section.reached')} about={['depth']} isRange /></Fact>
        {needles && <Fact name={say('web.section.needles')}>{needles}</Fact>}
        {at >= 0 && <Fact name={say('web.section.channels')}>
          {open && <Quantity q={open} what={say('web.section.channels.what')} as="percent" about={['closing']}>{tellShare(open)}</Quantity>}
          <span>{tellWindow(zone, at)}</span>
        </Fact>}
        {red && <Fact name={say('web.section.red')}><Quantity q={red} what={say('web.section.red')} as="people" about={['downtime']}>{tellPeople(red)}</Quantity></Fact>}
        {tellPhases(answer, at).map((row) => <Phase key={row.id} {...row} />)}
      </dl>
      {next && <p class="note">{say('web.section.next', { n: next.number, day: dayShort(next.date) })}</p>}
      <p class="soft">{say('web.section.key')} {say('web.section.drawing')}{at === 0 && ` ${say('web.section.strokes')}`}</p>
      {zone.skin.some((row) => row.layer === 'stratum_corneum') && <p class="soft">{say('web.section.thin')}</p>}
      {answer.healing?.model && <p class="soft">{answer.healing.model}</p>}
    </div>
  );
}

export function Frames({ answer, zone }) {
  const phases = tellPhases(answer, 0).map(({ id }) => say(`web.section.${id}`));
  const rows = () => STILLS.map((at) => [tellMoment(answer, at), tellShare(tellOpen(zone, at)), tellPeople(tellRed(answer, at)),
    ...tellPhases(answer, at).map(({ stage }) => say(`web.section.stage.${stage}`))]);
  return (
    <Twin caption={say('web.section.twin', { zone: sayCapital(sayCode('zones', zone.zone)) })}
      heads={[say('web.section.when'), say('web.section.channels'), say('web.section.red'), ...phases]} rows={rows} />
  );
}
