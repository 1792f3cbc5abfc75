// App: the page as a whole: who is open, the person on one side and the plan on the other; in a
// narrow window one of the two. What stays when the page is scrolled tells its height to the style
// sheet, so that nothing that has the focus is hidden under it.
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';

import { say } from '../base/texts.js';
import { Findings } from '../person/findings.jsx';
import { Person } from '../person/person.jsx';
import { Plan, PlanMore } from '../plan/plan.jsx';
import { Why } from '../plan/why.jsx';
import { Guard } from '../parts/guard.jsx';
import { isStale, plan, trouble } from '../state/answer.js';
import { file } from '../state/file.js';
import { later } from '../state/later.js';
import { dialog, reader, room, told } from '../state/view.js';
import { Bar } from './bar.jsx';
import { Banner } from './banner.jsx';
import { Away, Entry } from './entry.jsx';
import { Leave } from './leave.jsx';
import { Opening, Refusal } from './opening.jsx';
import { Palette, Shortcuts } from './palette.jsx';
import { Trouble, Working } from './trouble.jsx';
import { isEntered } from './begin.js';

const DIALOGS = { why: Why, palette: Palette, shortcuts: Shortcuts, leave: Leave };
const ROOMS = ['person', 'plan'];
const DISCLAIMER = 'Research and decision support. Not a cleared medical device. The clinician decides.';

function Rooms() {
  return (
    <nav class="rooms" aria-label={say('web.rooms')}>
      {ROOMS.map((id) => (
        <button type="button" key={id} aria-pressed={room.value === id} onClick={() => { room.value = id; scrollTo(0, 0); }}>{say(`web.room.${id}`)}</button>
      ))}
    </nav>
  );
}

// What stays at the top.
function Stuck() {
  const box = useRef(null);
  useEffect(() => {
    const watcher = new ResizeObserver(() => {
      document.documentElement.style.setProperty('--stuck', `${Math.ceil(box.current.getBoundingClientRect().height)}px`);
    });
    watcher.observe(box.current);
    return () => watcher.disconnect();
  }, []);
  return <div class="stuck" ref={box}><Away isEntered={isEntered.value} />{isEntered.value && file.value && <Banner />}</div>;
}

// The fingerprint of the plan that is shown, and whether it answers the file as it stands, are there
// for whoever looks from outside.
function PlanSide({ children }) {
  return (
    <div class="main-side" id="room-plan" tabIndex={-1} data-hash={plan.value?.hash}
      data-stale={isStale.value || trouble.value !== null}>{children}</div>
  );
}

// A room that is here only once its script has come.
function Later({ name }) {
  const Room = later.value?.[name];
  return Room ? <Guard><Room /></Guard> : null;
}

function Work() {
  const isPerson = reader.value === 'person';
  useEffect(() => {   // who was opened is told first
    if (document.activeElement === document.body) document.querySelector('#banner h1')?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [file.value]);
  return (
    <div class="work" data-room={room.value} data-reader={reader.value}>
      {!isPerson && (
        <div class="side" id="room-person" tabIndex={-1}>
          <Guard><Findings /></Guard>
          <Later name="Skin" />
          <Guard><Person /></Guard>
        </div>
      )}
      <div class="said"><Trouble /></div>
      <PlanSide>
        <Guard><Plan /></Guard>
        <Later name="Timeline" />
        <Later name="Section" />
        {!isPerson && <Later name="Fine" />}
        <Guard><PlanMore /></Guard>
      </PlanSide>
    </div>
  );
}

// These two stand alone, so that the page is not drawn anew for them.
function Opened() {
  const Sheet = dialog.value ? DIALOGS[dialog.value.id] : null;
  return Sheet && <Sheet {...dialog.value} />;
}
const Told = () => <p class="unseen" role="status" id="told">{told.value}</p>;

export function App() {
  const isWork = isEntered.value && file.value !== null;
  return (
    <>
      <Bar />
      <Stuck />
      {isWork && <p class="on-paper">{say('web.paper.hint')}</p>}
      <main>
        {!isEntered.value ? <Entry /> : file.value === null ? <Opening /> : <><Refusal /><Work /></>}
      </main>
      <div class="low"><Working />{isWork && reader.value !== 'person' && <Rooms />}</div>
      <footer class="foot">{isEntered.value ? say('disclaimer') : DISCLAIMER}</footer>
      <Opened />
      <Told />
    </>
  );
}
