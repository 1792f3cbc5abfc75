// field: one question and its answer, by kind. `bind` reads and writes answers by their path,
// `what` is what the question is about where its label alone does not say it, `prefix` keeps the
// ids of two places apart that ask the same.
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';

import { dayIs, dayWords } from '../base/day.js';
import { quantityParse } from '../base/quantity.js';
import { say, sayCapital, sayCode, textsCodes } from '../base/texts.js';
import { amountTyped, numberTyped } from './answers.js';
import { askAt, askId, askLabel, askWord, askWrong } from './ask.js';

const REAL_YEAR = /^(19|2[01])\d\d-/;   // a year that is being typed is none yet

const titled = (what, label) => (what ? say('web.person.of', { what, label }) : label);

// What is wrong with an answer, under it.
function Wrong({ id, words }) {
  return words && <p class="wrong" id={`${id}-wrong`}>{sayCapital(words)}</p>;
}
const wrongProps = (id, words) => ({ 'aria-invalid': words ? 'true' : undefined, 'aria-describedby': words ? `${id}-wrong` : undefined });

// A box whose words are the file's, until somebody types; what is typed counts on Enter and on leaving.
function Box({ id, value, onGive, isLong, ...rest }) {
  const box = useRef(null), Tag = isLong ? 'textarea' : 'input';
  useEffect(() => { box.current.value = value; }, [value]);
  return <Tag id={id} ref={box} defaultValue={value} dir="auto" autoComplete="off" onChange={(event) => onGive(event.currentTarget.value)} {...rest} />;
}

function useAsk({ bind, path, what, field, prefix }) {
  const id = askId(path, prefix), label = askLabel(field), words = bind.wrong ? bind.wrong(path) : askWrong(path);
  const put = (value, options) => bind.put(titled(what, label), path, value, options);
  return { id, label, words, put, value: bind.get(path), wrongs: wrongProps(id, words), at: askAt(path, prefix) };
}

function Radios({ id, label, at, words, put, value, field }) {
  return (
    <fieldset class="choice person-choice" id={id} data-at={at} {...wrongProps(id, words)} role="radiogroup" aria-labelledby={`${id}-label`}>
      <span class="person-label" id={`${id}-label`}>{label}</span>
      <div class="person-options" data-words={field.words}>
        {[...field.of, null].map((one) => (
          <label key={one} data-open={one === null}>
            <input type="radio" name={id} checked={(value ?? null) === one} onChange={() => put(one ?? undefined)} />
            <span>{one === null ? say('web.person.not_asked') : sayCapital(askWord(field, one))}</span>
          </label>
        ))}
      </div>
      <Wrong id={id} words={words} />
    </fieldset>
  );
}

function Select({ isNew, id, label, at, words, put, value, field, wrongs, offered }) {
  return (
    <div class="person-field" data-at={at}>
      <label for={id}>{label}</label>
      <select id={id} {...wrongs} onChange={(event) => put(event.currentTarget.value || undefined)}>
        <option value="" selected={value === undefined}>{say(isNew ? 'web.person.choose' : 'web.person.not_asked')}</option>
        {(offered ?? textsCodes(field.of)).map((code) => <option key={code} value={code} selected={value === code}>{sayCapital(sayCode(field.of, code))}</option>)}
      </select>
      <Wrong id={id} words={words} />
    </div>
  );
}

function Choice(props) {
  const ask = useAsk(props), { field } = props;
  return typeof field.of === 'string' ? <Select {...ask} field={field} offered={field.offered} isNew={Boolean(props.bind.wrong)} /> : <Radios {...ask} field={field} />;
}

// A date, or a word in its place: still so, the day not known.
function Day(props) {
  const { id, label, at, words, put, value, wrongs } = useAsk(props), box = useRef(null), { field, path } = props;
  const isDay = value !== undefined && !field.of.includes(value);
  useEffect(() => { box.current.value = isDay ? value : ''; }, [value]);
  const give = (isLeft) => {
    if (!box.current) return;   // it was left because it is taken away
    const { value: typed, validity } = box.current;
    if (typed === (isDay ? value : '')) return;
    if (typed ? isLeft || REAL_YEAR.test(typed) : isDay && !validity.badInput) put(typed || undefined, { merge: path.join('/') });
  };
  return (
    <div class="person-field" role="group" data-at={at} aria-labelledby={`${id}-label`}>
      <label for={id} id={`${id}-label`}>{label}</label>
      <div class="person-line">
        <input id={id} ref={box} type="date" {...wrongs} onInput={() => give(false)} onBlur={() => give(true)} />
        {field.of.map((word) => (
          <button type="button" key={word} aria-pressed={value === word} onClick={() => put(value === word ? undefined : word)}>{say(`web.person.day.${word}`)}</button>
        ))}
      </div>
      <Wrong id={id} words={words} />
    </div>
  );
}

function Typed({ children, ...props }) {
  const { id, label, at, words, wrongs, put, value } = useAsk(props), { field, shown = value, read = (typed) => typed.trim() || undefined } = props;
  return (
    <div class="person-field" data-at={at} data-quote={field.isQuote}>
      <label for={id}>{label}</label>
      <div class="person-line">
        <Box id={id} value={shown === undefined ? '' : String(shown)} isLong={field.isLong} rows={field.isLong ? 2 : undefined} {...wrongs}
          inputMode={props.mode} class={props.mode && 'person-number'} aria-describedby={[wrongs['aria-describedby'], props.unit && `${id}-unit`].filter(Boolean).join(' ') || undefined}
          onGive={(typed) => put(read(typed))} />
        {props.unit && <span class="person-unit" id={`${id}-unit`}>{props.unit}</span>}
        {children?.(put, value)}
      </div>
      <Wrong id={id} words={words} />
    </div>
  );
}

function NumberField(props) {
  const { field, bind, path } = props, value = bind.get(path);
  return (
    <Typed {...props} mode="decimal" unit={field.unit} read={numberTyped} shown={value === 'unknown' && field.canUnknown ? '' : value}>
      {(put) => field.canUnknown && (
        <button type="button" aria-pressed={value === 'unknown'} onClick={() => put(value === 'unknown' ? undefined : 'unknown')}>{sayCapital(say('web.person.is.unknown'))}</button>
      )}
    </Typed>
  );
}

const UNITS = { d: 'days', w: 'weeks' };

function Amount(props) {
  const { field, bind, path, money } = props, value = bind.get(path), found = value === undefined ? null : quantityParse(value);
  const unit = found?.unit || field.unit || money;
  return <Typed {...props} mode="decimal" unit={UNITS[unit] ? say(`web.person.unit.${UNITS[unit]}`) : unit} shown={found ? found.value : value} read={(typed) => amountTyped(typed, unit)} />;
}

function Words(props) {
  const value = props.bind.get(props.path);
  const read = (typed) => typed.split(/[,;]\s*|\s+/).filter(Boolean);
  return <Typed {...props} shown={value?.join(', ')} read={(typed) => (read(typed).length ? read(typed) : undefined)} />;
}

// Some of a vocabulary: told in a line, unfolded to be changed.
function Codes(props) {
  const { id, label, at, words, put, value } = useAsk(props), { field } = props;
  const chosen = Array.isArray(value) ? value : [];
  const told = value === undefined ? say('web.person.not_asked')
    : chosen.map((code) => sayCode(field.of, code)).join(', ') || say('web.person.none');
  const toggle = (code) => {
    const next = chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code];
    put(next.length > 0 || field.of !== 'zones' ? next : undefined);   // nowhere at all is no answer
  };
  return (
    <div class="person-field" data-at={at}>
      <details class="person-codes" open={props.isOpen}>
        <summary id={id} {...wrongProps(id, words)}><span class="person-label">{label}</span> <span>{told}</span></summary>
        <div class="choice person-checks" role="group" aria-label={label}>
          {textsCodes(field.of).map((code) => (
            <label key={code}><input type="checkbox" checked={chosen.includes(code)} onChange={() => toggle(code)} /> <span>{sayCapital(sayCode(field.of, code))}</span></label>
          ))}
        </div>
        {value !== undefined && <button type="button" class="quiet" onClick={() => put(undefined)}>{say('web.person.not_asked.again')}</button>}
      </details>
      <Wrong id={id} words={words} />
    </div>
  );
}

function Contact(props) {
  const { bind, path } = props, value = bind.get(path), label = askLabel(props.field);
  if (typeof value === 'string') return <Typed {...props} />;
  return ['name', 'phone'].map((key) => (
    <Typed {...props} key={key} what={null} path={[...path, key]} field={{ key, label: `${props.field.key}.${key}` }} heading={label} />
  ));
}

const KINDS = { choice: Choice, day: Day, number: NumberField, amount: Amount, text: Typed, words: Words, codes: Codes, contact: Contact };

// Kinds that hold other questions are added by the file that knows them.
export function fieldAdd(kinds) {
  Object.assign(KINDS, kinds);
}

export function Field(props) {
  const Kind = KINDS[props.field.kind];
  return <Kind {...props} />;
}

// Whether a question is asked of this entry: what the file holds is shown in any case.
export const fieldIsShown = (field, entry, whole) => entry?.[field.key] !== undefined || !field.only || field.only(entry ?? {}, whole ?? {});

// An answer in a few words, '' = there is none; entries are told in a line by it. `isBare`: without
// its label, as a name.
export function fieldWords(field, value, isBare = false) {
  if (value === undefined || value === '') return '';
  switch (field.kind) {
    case 'choice': return field.of.includes('no') ? say('web.person.told', { label: askLabel(field), value: askWord(field, value) }) : askWord(field, value);
    case 'day': {
      const words = dayIs(value) ? dayWords(value) : say(`web.person.day.${value}`).toLowerCase();
      return isBare ? words : say('web.person.told', { label: askLabel(field), value: words });
    }
    case 'codes': return value.map((code) => sayCode(field.of, code)).join(', ');
    case 'number': return say('web.person.told', { label: askLabel(field), value: [value === 'unknown' ? askWord({}, value) : value, field.unit].filter(Boolean).join(' ') });
    case 'severity': return say('web.person.told', { label: sayCode('scales', value.scale).split(/[,:;]/)[0], value: value.value });
    case 'text': return String(value);
    case 'amount': return say('web.person.told', { label: askLabel(field), value });
    case 'list': return value.map(({ code }) => sayCode(field.of, code)).join(', ');
    case 'rows': return value.map((row) => fieldWords(field.fields.find(({ key }) => key === field.needs[0]), row[field.needs[0]], true)).join(', ');
    default: return '';
  }
}
