// entries: lists of the file: what is there of a vocabulary, and entries without one. Each is told
// in a line and unfolds to its questions; all that is not there folds into one line.
// SPDX-License-Identifier: Apache-2.0
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import { say, sayCapital, sayCode, textsCodes } from '../base/texts.js';
import { isOpen, told, unfold } from '../state/view.js';
import { entryIs, isWithin, listIs, listPut } from './answers.js';
import { askAt, askDoc, askEntryFold, askFollows, askId, askLabel, askLead, askMissing, askWrong, wrong } from './ask.js';
import { Draft } from './draft.jsx';
import { Field, fieldAdd, fieldIsShown, fieldWords } from './field.jsx';
import { Search } from './search.jsx';
import { ClassMark } from './verdict.jsx';

// What an entry is called: by its code, its goal, its zone, its day.
function nameOf(field, entry, i) {
  if (field.kind === 'list') return sayCode(field.of, entry.code);
  const [first] = field.needs.map((key) => fieldWords(field.fields.find((one) => one.key === key), entry[key], true)).filter(Boolean);
  return first ?? say('web.error.item', { n: i + 1 });
}

// An entry: its line, and its questions once they are unfolded, needed or wrong.
function Entry({ field, path, bind, prefix, onDrop }) {
  const entry = bind.get(path), follows = entry.code && askFollows(field.key, entry.code), name = sayCapital(nameOf(field, entry, path.at(-1)));
  const id = askEntryFold(path), isWrong = wrong.value !== null && isWithin(wrong.value.path, path);
  const isNeeded = entry.code && askMissing.value.some((fact) => fact.startsWith(`${field.key}.${entry.code}.`));
  const is = isOpen(id, isWrong || isNeeded);
  const asked = field.fields.filter((one) => fieldIsShown(one, entry, askDoc.value));
  const line = field.fields.filter((one) => !(field.needs ?? []).slice(0, 1).includes(one.key)).map((one) => fieldWords(one, entry[one.key])).filter(Boolean).join(' · ');
  return (
    <li class="person-entry" id={askId(path, prefix)} data-at={askAt(path, prefix)} data-is={field.kind === 'list' ? entryIs(entry, field) : 'yes'}>
      <div class="person-entry-head">
        <button type="button" class="quiet person-entry-open" aria-expanded={is} aria-controls={`${id}-body`} onClick={() => unfold(id, !is)}>
          <span class="chevron" aria-hidden="true" />
          <span><b>{name}</b>{!is && line && <span class="soft" dir="auto"> {line}</span>} {follows && <ClassMark is={follows.class} />}</span>
        </button>
        <button type="button" class="close" aria-label={say('web.person.remove', { what: name })} onClick={() => onDrop(name)}>×</button>
      </div>
      <div id={`${id}-body`} class="person-entry-body" hidden={!is}>
        {is && asked.map((one) => <Field key={one.key} field={one} path={[...path, one.key]} bind={bind} what={name} prefix={prefix} />)}
      </div>
    </li>
  );
}

function Entries({ field, path, bind, prefix, list, onDropped }) {
  const drop = (i) => (name) => {
    bind.put(say('web.person.removed', { what: name }), path, list.filter((_, k) => k !== i));
    unfold(askEntryFold([...path, i]), undefined);
    told.value = say('web.person.removed', { what: name });
    onDropped();
  };
  return list.length > 0 && (
    <ul class="person-entries">
      {list.map((entry, i) => <Entry key={`${i} ${entry.code ?? ''}`} field={field} path={[...path, i]} bind={bind} prefix={prefix} onDrop={drop(i)} />)}
    </ul>
  );
}

// All that is not there, in one line; opened, each thing is a question of its own. Of a list that was
// not asked nothing is 'no' by itself: that is one press for the whole list.
function Rest({ field, list, id, put }) {
  const is = isOpen(id), codes = textsCodes(field.of).filter((code) => listIs(list ?? [], code, field) === 'no');
  const offered = ['yes', list && 'no', field.doubt && 'unknown'].filter(Boolean);
  if (codes.length === 0) return null;
  return (
    <div class="person-rest">
      <button type="button" class="quiet" aria-expanded={is} aria-controls={`${id}-body`} onClick={() => unfold(id, !is)}>
        <span class="chevron" aria-hidden="true" />{say(list ? 'web.person.rest.no' : 'web.person.rest.open', { n: codes.length })}
      </button>
      <div id={`${id}-body`} hidden={!is}>
        {is && codes.map((code) => (
          <fieldset key={code} class="choice person-choice person-inline">
            <legend>{sayCapital(sayCode(field.of, code))}</legend>
            <div class="person-options">
              {offered.map((one) => (
                <label key={one}>
                  <input type="radio" name={`${id}-${code}`} checked={one === 'no'} onChange={() => put(code, one)} />
                  <span>{sayCapital(say(`web.person.is.${one}`))}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </div>
  );
}

// Was it asked? One press says that there is none; another takes the answer back.
function Asked({ id, label, list, put }) {
  if (list?.length > 0) return null;
  return (
    <div class="person-asked">
      <button type="button" id={`${id}-none`} aria-pressed={list?.length === 0} onClick={() => put(list ? undefined : [])}>
        {say('web.person.asked.none')}<span class="unseen">: {label}</span>
      </button>
      {list === undefined && <p class="soft" id={`${id}-open`}>{say('web.person.asked.not')}</p>}
    </div>
  );
}

// Adds or takes out a thing of the vocabulary. What is added is unfolded, and said.
function listAct({ field, path, bind }) {
  return (code, is) => {
    const list = bind.get(path), label = sayCode(field.of, code);
    const next = is === 'yes' && !field.isOnce ? [...(list ?? []), { code }] : listPut(list, code, is, field);
    const said = say(is === 'no' ? 'web.person.removed' : 'web.person.added', { what: sayCapital(label) });
    if (is !== 'no') unfold(askEntryFold([...path, next.findLastIndex((entry) => entry.code === code)]), true);
    bind.put(said, path, next);
    told.value = said;
  };
}

// What of a list is asked for where it is missing as a whole: is there none, and what is there.
export function ListAsk(props) {
  const { field, path, bind, prefix } = props, list = bind.get(path), id = askId(path, prefix), act = listAct(props);
  return (
    <>
      <Asked id={id} label={askLabel(field)} list={list} put={(value) => bind.put(askLabel(field), path, value)} />
      <Search id={`${id}-search`} label={askLabel(field)} field={field} list={list} onGive={act} />
    </>
  );
}

function List(props) {
  const { field, path, bind, prefix } = props, list = bind.get(path), id = askId(path, prefix), act = listAct(props), box = useRef(null);
  const words = askWrong(path), isOwn = words && wrong.value.path.length <= path.length + 1;
  return (
    <div class="person-list" role="group" aria-labelledby={`${id}-label`} id={id} data-at={askAt(path, prefix)} tabIndex={-1} ref={box}>
      <h4 id={`${id}-label`} class={props.isAlone ? 'unseen' : ''}>{askLabel(field)}</h4>
      {isOwn && <p class="wrong">{sayCapital(words)}</p>}
      <Entries {...props} list={list ?? []} onDropped={() => box.current.querySelector('[role=combobox]')?.focus()} />
      <ListAsk {...props} />
      <Rest field={field} list={list} id={`${id}-rest`} put={(code, is) => {
        act(code, is);
        if (is !== 'no') askLead([...path, bind.get(path).findLastIndex((entry) => entry.code === code)]);
      }} />
    </div>
  );
}

const FIRST = '.person-draft :is(input, select, textarea, summary)';   // the first question of a new entry

// Entries without a vocabulary. A new one is written down once what it needs is known.
function Rows(props) {
  const { field, path, bind, prefix } = props, list = bind.get(path), id = askId(path, prefix), isNew = useSignal(false), box = useRef(null);
  const label = askLabel(field), words = askWrong(path), isOwn = words && wrong.value.path.length <= path.length + 1;
  const turn = (is, to) => { isNew.value = is; requestAnimationFrame(() => box.current?.querySelector(to)?.focus()); };
  const close = () => turn(false, '.person-new');
  const give = (entry) => {
    const all = [...(list ?? []), entry], said = say('web.person.added', { what: label });
    bind.put(said, path, all);
    unfold(askEntryFold([...path, all.length - 1]), true);
    told.value = said;
    close();
  };
  return (
    <div class="person-list" role="group" aria-labelledby={`${id}-label`} id={id} data-at={askAt(path, prefix)} tabIndex={-1} ref={box}>
      <h4 id={`${id}-label`}>{label}</h4>
      {isOwn && <p class="wrong">{sayCapital(words)}</p>}
      <Entries {...props} list={list ?? []} onDropped={() => (box.current.querySelector('.person-new') ?? box.current).focus()} />
      {isNew.value
        ? <Draft fields={field.fields.filter(({ key }) => field.needs.includes(key))} label={`${say('web.person.add')}: ${label}`} take={say('web.person.take')} prefix={id} onGive={give} onLeave={close} />
        : (
          <div class="person-asked">
            <button type="button" class="person-new" onClick={() => turn(true, FIRST)}>{say('web.person.add')}<span class="unseen">: {label}</span></button>
            {!list?.length && <button type="button" aria-pressed={list?.length === 0} onClick={() => bind.put(label, path, list ? undefined : [])}>{say('web.person.asked.none')}<span class="unseen">: {label}</span></button>}
          </div>
        )}
    </div>
  );
}

// The questions of an object: limits, the prescriber's decision.
function Inner({ field, path, bind, what, prefix, money }) {
  const entry = bind.get(path);
  return (
    <div class="person-list" role="group" data-at={askAt(path, prefix)} aria-labelledby={`${askId(path, prefix)}-label`}>
      <h4 id={`${askId(path, prefix)}-label`}>{askLabel(field)}</h4>
      {field.fields.filter((one) => fieldIsShown(one, entry, askDoc.value)).map((one) => (
        <Field key={one.key} field={one} path={[...path, one.key]} bind={bind} what={what} prefix={prefix} money={money} />
      ))}
    </div>
  );
}

fieldAdd({ list: List, rows: Rows, object: Inner });
