// Bar: the line at the top: what is open, and what can be done with it.
// SPDX-License-Identifier: Apache-2.0
import { say } from '../base/texts.js';
import { doc, file, isDirty, redo, redoLabel, undo, undoLabel } from '../state/file.js';
import { openClose, openSave } from './open.js';

export function Bar() {
  return (
    <header class="top">
      <img src="/mark.svg" alt="" width="32" height="32" />
      <p class="name">Stipple</p>
      {doc.value && (
        <>
          <p class="file-name" dir="auto">{file.value.name}{isDirty.value ? ' •' : ''}</p>
          <button type="button" id="undo" disabled={!undoLabel.value} onClick={undo}>{say('web.undo')}</button>
          <button type="button" id="redo" disabled={!redoLabel.value} onClick={redo}>{say('web.redo')}</button>
          <button type="button" id="save" onClick={openSave}>{say('web.save')}</button>
          <button type="button" id="another" onClick={openClose}>{say('web.open.again')}</button>
        </>
      )}
    </header>
  );
}
