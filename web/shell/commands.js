// commands: the actions of the page as a whole. Rooms add their own.
// SPDX-License-Identifier: Apache-2.0
import { say } from '../base/texts.js';
import { actionsAdd } from '../state/actions.js';
import { answerAgain, answerStop, isSlow, isStopped } from '../state/answer.js';
import { doc, redo, redoLabel, undo, undoLabel } from '../state/file.js';
import { THEMES, dialog, dialogClose, dialogOpen, reader, theme, told } from '../state/view.js';
import { hasTexts, isEntered } from './begin.js';
import { openChoose, openClose, openLeave, openNew, openSave } from './open.js';
import { panel } from './panel.jsx';
import { paperPrint, paperSave } from './paper.js';

const LISTING = ['palette', 'shortcuts'], READ = ['why', 'finding'];

const isFile = () => doc.value !== null;
const isOurs = () => isFile() && reader.value === 'clinician';
const isTheirs = () => isFile() && reader.value === 'person';
const isIn = () => isEntered.value && hasTexts.value;

function step(act, label, words) {
  const what = label.value;
  act();
  told.value = say(words, { what });
}

function nextTheme() {
  theme.value = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length];
  told.value = say('web.theme.now', { theme: say(`web.theme.${theme.value}`) });
}

function nextView() {
  reader.value = reader.value === 'person' ? 'clinician' : 'person';
  told.value = say(`web.view.${reader.value}`);
}

// Under a dialog that is read or answered nothing is undone unseen, and what is answered makes no room for another.
const isFree = () => dialog.value === null || LISTING.includes(dialog.value.id);
const isReplaceable = () => isFree() || READ.includes(dialog.value.id);

// Dialogs of one key open and close by it.
function toggle(id) {
  if (dialog.value?.id === id) dialogClose();
  else if (isReplaceable()) dialogOpen({ id });
}

// The rows of actions.js, one a line: id, group, keys, words, what it does, whether it can be done.
const row = (id, group, keys, run, isOpen, words = `web.${id}`, also = '') =>
  ({ id, group, keys, also, run, isOpen, label: () => say(words) });

export function shellActions() {
  actionsAdd([
    row('open', 'file', 'mod+o', openChoose, () => isIn() && reader.value === 'clinician', 'web.open.choose'),
    row('another', 'file', '', () => openLeave(openClose), isOurs, 'web.open.again'),
    row('new', 'file', '', openNew, () => isIn() && reader.value === 'clinician', 'web.open.new'),
    row('save', 'file', 'mod+s', openSave, isFile),
    row('save.data', 'file', '', () => paperSave('json'), isOurs),
    row('save.report', 'file', '', () => paperSave('report'), isOurs),
    row('save.sheet', 'file', '', () => paperSave('sheet'), isFile),
    row('print.report', 'file', 'mod+p', () => paperPrint('report'), isOurs),
    row('print.sheet', 'file', '', () => paperPrint('sheet'), isOurs),
    row('print.person', 'file', 'mod+p', () => paperPrint('sheet'), isTheirs),
    row('undo', 'change', 'mod+z', () => step(undo, undoLabel, 'web.undone'), () => isOurs() && isFree() && undoLabel.value !== null),
    row('redo', 'change', 'mod+shift+z', () => step(redo, redoLabel, 'web.redone'), () => isOurs() && isFree() && redoLabel.value !== null, 'web.redo', 'mod+y'),
    row('choices', 'change', 'd', () => { panel.value = 'choices'; setTimeout(() => document.getElementById('on')?.focus()); }, isOurs, 'web.choices.action'),
    row('stop', 'change', '', answerStop, () => isSlow.value),
    row('again', 'change', '', answerAgain, () => isStopped.value),
    row('view', 'look', 'v', nextView, isFile),
    row('theme', 'look', 't', nextTheme, isIn),
    row('palette', 'look', 'mod+k', () => toggle('palette'), isIn),
    row('shortcuts', 'look', '?', () => toggle('shortcuts'), isIn),
  ]);
}
