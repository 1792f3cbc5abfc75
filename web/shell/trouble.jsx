// Trouble: what keeps the plan from being worked out, with its place, and the way there. Working: that
// something is being worked out, once it takes long enough to be told, how far it is, and a stop.
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';

import { say } from '../base/texts.js';
import { wrongOf } from '../base/wrong.js';
import { answerAgain, answerStop, isSlow, isStopped, share, trouble } from '../state/answer.js';
import { leadTo } from './lead.js';

// Who pressed the button that stops goes on with the one that asks again.
function Stopped() {
  const again = useRef(null);
  useEffect(() => { if (document.activeElement === document.body) again.current.focus(); }, []);
  return (
    <section id="stopped" class="trouble calm card">
      <h2>{say('web.stopped')}</h2>
      <p>{say('web.stopped.detail')}</p>
      <p><button type="button" class="primary" id="again" ref={again} onClick={answerAgain}>{say('web.again')}</button></p>
    </section>
  );
}

export function Trouble() {
  if (isStopped.value) return <Stopped />;
  if (!trouble.value) return null;
  const { title, detail, where, allowed, field } = wrongOf(trouble.value, 'JSON');
  return (
    <section id="trouble" role="alert" class="trouble card">
      <h2>{title}</h2>
      {detail && <p dir="auto" id="trouble-detail">{detail}</p>}
      {where && <p><b>{say('web.error.where')}</b> <span dir="auto" id="trouble-where">{where}</span></p>}
      {allowed && <p><b>{say('web.error.allowed')}</b> <span dir="auto">{allowed}</span></p>}
      <p class="line">
        {field && <button type="button" class="primary" id="lead" onClick={() => leadTo(field)}>{say('web.error.lead')}</button>}
        {!field && <button type="button" class="primary" id="again" onClick={answerAgain}>{say('web.error.retry')}</button>}
      </p>
    </section>
  );
}

export function Working() {
  if (!isSlow.value) return null;
  const percent = share.value === null ? null : Math.floor(100 * share.value);
  return (
    <section id="working" class="working card" aria-label={say('web.working')}>
      <p><label for="bar">{say('web.working')}</label> {percent !== null && <span class="soft">{say('web.working.share', { share: percent })}</span>}</p>
      <progress id="bar" max="1" value={share.value ?? undefined} />
      <button type="button" id="stop" onClick={answerStop}>{say('web.stop')}</button>
    </section>
  );
}
