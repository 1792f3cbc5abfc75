// commands: the actions of the page as a whole. Rooms add their own.
// SPDX-License-Identifier: Apache-2.0
import { say } from '../base/texts.js';
import { actionsAdd } from '../state/actions.js';
import { doc, redo, redoLabel, undo, undoLabel } from '../state/file.js';
import { openSave } from './open.js';

export function shellActions() {
  const isFile = () => doc.value !== null;
  actionsAdd([
    { id: 'undo', label: () => say('web.undo'), keys: 'mod+z', run: undo, isOpen: () => undoLabel.value !== null },
    { id: 'redo', label: () => say('web.redo'), keys: 'mod+shift+z', run: redo, isOpen: () => redoLabel.value !== null },
    { id: 'save', label: () => say('web.save'), keys: 'mod+s', run: openSave, isOpen: isFile },
  ]);
}
