// Questions: the answers that are still needed, to be given on the spot.
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';

import { say, sayCapital } from '../base/texts.js';
import { edit, on } from '../state/file.js';
import { told } from '../state/view.js';
import { pathSet } from '../base/path.js';
import { factPath, fieldAt } from './answers.js';
import { askDoc, askFile, askLead } from './ask.js';
import { ListAsk } from './entries.jsx';
import { Field } from './field.jsx';
import { findFact } from './find.js';
import { sayFact } from './verdict.jsx';

// The answers are old: gone through once more, they are of today.
function Renewed({ label }) {
  const renew = () => edit(label, (whole) => pathSet(whole, ['recorded_on'], on.value));
  return <button type="button" onClick={renew}>{say('web.person.renewed')}</button>;
}

// It is not so: what the list names is taken out of it.
function NotSo({ path, label }) {
  const list = path.slice(0, -2);
  const drop = () => {
    const said = say('web.person.removed', { what: sayCapital(label) });
    askFile.put(said, list, askFile.get(list).filter((_, i) => i !== path.at(-2)));
    told.value = said;
  };
  return <button type="button" onClick={drop}>{say('web.person.not_so')}</button>;
}

function Answer({ fact, label }) {
  const path = factPath(askDoc.value, fact), field = path && fieldAt(path), { list, key } = findFact(fact);
  if (key === 'recorded_on') return <Renewed label={label} />;
  if (!field) return null;
  if (field.kind === 'list') return <ListAsk field={field} path={path} bind={askFile} prefix="q" />;
  if (field.kind === 'rows') return <button type="button" onClick={() => askLead(path)}>{say('web.person.lead')}</button>;
  return (
    <>
      <Field field={field} path={path} bind={askFile} what={list ? sayFact(fact) : null} prefix="q" />
      {list && list !== 'goals' && <div class="person-asked"><NotSo path={path} label={label} /><button type="button" onClick={() => askLead(path)}>{say('web.person.lead')}</button></div>}
    </>
  );
}

// Beside each what it is needed for: the topics of the findings that ask.
export function Questions({ screening }) {
  const { missing, findings } = screening;
  const topics = (rules) => [...new Set(rules.map((id) => findings.find((finding) => finding.id === id)?.topic ?? id))].join(', ');
  const isInside = useRef(false), facts = missing.map(({ fact }) => fact).join(' ');
  // A question that is answered goes; who answered it goes on with the next one.
  useEffect(() => {
    if (isInside.current && document.activeElement === document.body)
      document.getElementById(missing.length ? 'find-missing' : 'findings-heading')?.focus();
    isInside.current = isInside.current && document.activeElement?.id === 'find-missing';
  }, [facts]);
  if (missing.length === 0) return null;
  return (
    <section class="find-part" aria-labelledby="find-missing" onFocusIn={() => { isInside.current = true; }}
      onFocusOut={(event) => { if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) isInside.current = false; }}>
      <h3 id="find-missing" tabIndex={-1}>{say('web.person.missing', { n: missing.length })}</h3>
      <ul class="find-questions">
        {missing.map(({ fact, rules }) => {
          const label = sayCapital(sayFact(fact));
          return (
            <li key={fact} data-fact={fact}>
              <h4>{label}</h4>
              <p class="soft">{rules.length ? say('web.person.missing.for', { topics: topics(rules) }) : say('report.missing_all')}</p>
              <Answer fact={fact} label={label} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
