// Bar: the line at the top: what is open, whether it is saved, and what can be done with it. All that it
// does are actions of the palette as well. The person's view has little of it.
// SPDX-License-Identifier: Apache-2.0
import { say } from '../base/texts.js';
import { actionsKeys, actionsOf } from '../state/actions.js';
import { doc, file, isDirty, isSaved, redoLabel, undoLabel } from '../state/file.js';
import { THEMES, reader, theme } from '../state/view.js';
import { Choices } from './choices.jsx';
import { Icon } from './icons.jsx';
import { Panel, panelClose } from './panel.jsx';

const PARTS = [
  ['web.menu.file', ['open', 'another', 'new']],
  ['web.menu.save', ['save', 'save.data', 'save.report', 'save.sheet']],
  ['web.menu.print', ['print.report', 'print.sheet']],
  ['web.menu.look', ['choices', 'view']],
  ['web.menu.help', ['palette', 'shortcuts']],
];

export function Keys({ keys }) {
  const caps = actionsKeys(keys);
  return caps.length > 0 && <span class="keys" aria-hidden="true">{caps.map((cap, i) => <kbd key={i}>{cap}</kbd>)}</span>;
}

const run = (id) => () => actionsOf(id).run();

// In the menu, by the words and the keys of the action.
function Entry({ id }) {
  const row = actionsOf(id);
  if (!row?.isOpen()) return null;
  return (
    <li><button type="button" class="quiet" data-action={id} onClick={() => { panelClose(); row.run(); }}>
      <span>{row.label()}</span><Keys keys={row.keys} />
    </button></li>
  );
}

function Theme() {
  return (
    <fieldset class="segments">
      <legend>{say('web.theme')}</legend>
      <div>{THEMES.map((id) => (
        <label key={id}><input type="radio" name="theme" checked={theme.value === id} onChange={() => { theme.value = id; }} />
          <span>{say(`web.theme.${id}`)}</span></label>
      ))}</div>
    </fieldset>
  );
}

function Menu() {
  return (
    <Panel id="menu" className="menu" label={say('web.menu')} face={<><Icon of="menu" /><span class="wide">{say('web.menu')}</span></>}>
      {PARTS.map(([label, ids]) => ids.some((id) => actionsOf(id)?.isOpen()) && (
        <div key={label}>
          <p class="menu-head" id={label}>{say(label)}</p>
          <ul aria-labelledby={label}>{ids.map((id) => <Entry key={id} id={id} />)}</ul>
        </div>
      ))}
      <Theme />
    </Panel>
  );
}

// "Undo: depth of the cheeks"
function Step({ id, label }) {
  const words = label ? say('web.step', { act: say(`web.${id}`), what: label }) : say(`web.${id}`);
  return (
    <button type="button" class="quiet icon-only" id={id} disabled={!label} aria-label={words} title={words} onClick={run(id)}><Icon of={id} /></button>
  );
}

function FileName() {
  const state = isDirty.value ? 'dirty' : isSaved.value ? 'saved' : 'same';
  return (
    <div class="file-name">
      <p id="file-name" dir="auto">{file.value.name}</p>
      <p class="file-state" id="file-state" data-state={state}>{say(`web.file.${state}`)}</p>
    </div>
  );
}

function View() {
  const isPerson = reader.value === 'person';
  return (
    <button type="button" id="view" aria-label={say(isPerson ? 'web.view.clinician' : 'web.view.person')} onClick={run('view')}>
      <Icon of="person" /><span class={isPerson ? '' : 'mid'}>{say(isPerson ? 'web.view.clinician' : 'web.view.person')}</span>
    </button>
  );
}

export function Bar() {
  const isOpen = doc.value !== null, isPerson = isOpen && reader.value === 'person';
  return (
    <header class="top" data-open={isOpen} data-reader={isPerson ? 'person' : 'clinician'}>
      <p class="brand"><img src="/mark.svg" alt="" width="32" height="32" /><span class="name">Stipple</span></p>
      {isOpen && !isPerson && (
        <>
          <FileName />
          <div class="steps"><Step id="undo" label={undoLabel.value} /><Step id="redo" label={redoLabel.value} /></div>
          <Choices />
          <View />
          <button type="button" id="save" aria-label={say('web.save')} onClick={run('save')}><Icon of="save" /><span class="wide">{say('web.save.short')}</span></button>
        </>
      )}
      {isPerson && <><button type="button" id="print" onClick={run('print.person')}>{say('web.print')}</button><View /></>}
      {!isPerson && actionsOf('palette')?.isOpen() && <Menu />}
    </header>
  );
}
