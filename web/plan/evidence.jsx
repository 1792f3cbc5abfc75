// Evidence: more of what stands behind a source or a disagreement, asked for when somebody wants it.
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { apiAsk, apiJson } from '../base/api.js';
import { say } from '../base/texts.js';
import { disputeSides } from './dispute.js';

const MOST = 12;   // entries that rest on a source

const asked = async (id, signal) => apiJson(await apiAsk(`/api/evidence/${encodeURIComponent(id)}`, { signal }));

const isAddress = (text) => /^https?:\/\//.test(text ?? '');

// What was asked for takes the focus of the button that it stands in place of.
function Answer({ answer, isDispute }) {
  const box = useRef(null);
  useLayoutEffect(() => { if (document.activeElement === document.body) box.current.focus(); }, []);
  const sides = isDispute ? disputeSides(answer) : [], used = answer.used_by ?? [], { value } = answer;
  return (
    <div class="why-more" tabIndex={-1} ref={box}>
      {!isDispute && value?.kind && <p>{value.kind}{value.year ? `, ${value.year}` : ''}{value.read ? `; ${say('web.plan.evidence.read', { what: value.read })}` : ''}</p>}
      {isAddress(value?.address) && <p><a href={value.address} target="_blank" rel="noreferrer noopener">{value.address}</a></p>}
      {sides.length > 0 && <ul>{sides.map(({ says, sources }) => <li key={says.en}>{says.en} <small>{sources.join(', ')}</small></li>)}</ul>}
      {isDispute && value?.uses && <p>{value.uses.en}</p>}
      {!isDispute && used.length > 0 && (
        <>
          <p>{say('web.plan.evidence.used', { n: used.length })}</p>
          <ul>{used.slice(0, MOST).map((one, i) => <li key={i}>{one.label} <small>{one.id}</small></li>)}</ul>
        </>
      )}
    </div>
  );
}

// state: null = not asked; 'asking'; Error = no answer; else the answer.
export function Evidence({ id, isDispute = false }) {
  const [state, setState] = useState(null), [isWanted, want] = useState(0);
  useEffect(() => {
    if (!isWanted) return undefined;
    const cut = new AbortController();
    setState('asking');
    asked(id, cut.signal).then(setState, (error) => { if (error.name !== 'AbortError') setState(error); });
    return () => cut.abort();
  }, [isWanted]);
  if (state !== null && state !== 'asking' && !(state instanceof Error)) return <Answer answer={state} isDispute={isDispute} />;
  return (
    <div>
      <button type="button" class="quiet why-ask" aria-busy={state === 'asking'} onClick={() => { if (state !== 'asking') want(isWanted + 1); }}>
        {say(isDispute ? 'web.plan.evidence.sides' : 'web.plan.evidence.more')}</button>
      {state instanceof Error && <p class="wrong" role="alert">{say('web.plan.evidence.none')}</p>}
    </div>
  );
}
