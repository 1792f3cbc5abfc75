// Leave: what is open has changes that are not saved, and something else is to take its place.
// SPDX-License-Identifier: Apache-2.0
import { say } from '../base/texts.js';
import { Dialog } from '../parts/dialog.jsx';
import { dialogClose } from '../state/view.js';
import { openSave } from './open.js';

export function Leave({ go }) {
  const left = () => {
    dialogClose();
    go();
  };
  return (
    <Dialog id="leave" heading={say('web.leave')}>
      <p>{say('web.leave.about')}</p>
      <p class="line">
        <button type="button" class="primary" id="leave-save" onClick={() => { openSave(); left(); }}>{say('web.leave.save')}</button>
        <button type="button" id="leave-go" onClick={left}>{say('web.leave.go')}</button>
        <button type="button" id="leave-stay" onClick={dialogClose}>{say('web.leave.stay')}</button>
      </p>
    </Dialog>
  );
}
