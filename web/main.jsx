// main: the page begins. Nothing of a person goes into the address, the title or any storage.
// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact';

import { answerBegin } from './state/answer.js';
import { actionsBegin } from './state/actions.js';
import { laterBegin } from './state/later.js';
import { App } from './shell/app.jsx';
import { beginAll } from './shell/begin.js';
import { shellActions } from './shell/commands.js';
import { keepBegin } from './shell/keep.js';
import { paperBegin } from './shell/paper.js';

shellActions();
answerBegin();
actionsBegin();
paperBegin();
keepBegin();
render(<App />, document.getElementById('app'));
await beginAll();
laterBegin(() => import('./later.jsx'));
