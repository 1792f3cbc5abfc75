// App: the page as a whole: who is open, the person on one side and the plan on the other; in a
// narrow window one of the two.
// SPDX-License-Identifier: Apache-2.0
import { say } from '../base/texts.js';
import { Findings } from '../person/findings.jsx';
import { Person } from '../person/person.jsx';
import { Skin } from '../skin/skin.jsx';
import { Plan } from '../plan/plan.jsx';
import { Why } from '../plan/why.jsx';
import { Fine } from '../fine/fine.jsx';
import { Timeline } from '../timeline/timeline.jsx';
import { Section } from '../section/section.jsx';
import { isStale, plan } from '../state/answer.js';
import { doc } from '../state/file.js';
import { dialog, reader, room, told } from '../state/view.js';
import { Bar } from './bar.jsx';
import { Banner } from './banner.jsx';
import { Away, Entry } from './entry.jsx';
import { Opening } from './opening.jsx';
import { Palette, Shortcuts } from './palette.jsx';
import { Trouble } from './trouble.jsx';
import { isEntered } from './begin.js';

const DIALOGS = { why: Why, palette: Palette, shortcuts: Shortcuts };

function Rooms() {
  return (
    <nav class="rooms" aria-label={say('web.rooms')}>
      {['person', 'plan'].map((id) => (
        <button type="button" key={id} aria-pressed={room.value === id} onClick={() => { room.value = id; }}>{say(`web.room.${id}`)}</button>
      ))}
    </nav>
  );
}

// The fingerprint of the plan that is shown, and whether it answers the file as it stands, are there
// for whoever looks from outside.
function PlanSide({ children }) {
  return (
    <div class="main-side" id="room-plan" data-hash={plan.value?.hash} data-stale={isStale.value}>{children}</div>
  );
}

function Work() {
  const isPerson = reader.value === 'person';
  return (
    <>
      <Banner />
      {!isPerson && <Rooms />}
      <div class="work" data-room={room.value} data-reader={reader.value}>
        {!isPerson && (
          <div class="side" id="room-person">
            <Findings />
            <Skin />
            <Person />
          </div>
        )}
        <PlanSide>
          <Trouble />
          <Plan />
          <Timeline />
          <Section />
          {!isPerson && <Fine />}
        </PlanSide>
      </div>
    </>
  );
}

export function App() {
  const Opened = dialog.value ? DIALOGS[dialog.value.id] : null;
  return (
    <>
      <Bar />
      <Away />
      <main>
        {!isEntered.value ? <Entry /> : doc.value === null ? <Opening /> : <Work />}
      </main>
      <footer class="foot">{say('disclaimer')}</footer>
      {Opened && <Opened {...dialog.value} />}
      <p class="unseen" role="status" id="told">{told.value}</p>
    </>
  );
}
