// Control: one setting of the plan, as its row says what may be set: a number by a slider, a choice by
// buttons; what is advised, the range in print and the label stand on the track and in words below it.
// SPDX-License-Identifier: Apache-2.0
import { dayWords } from '../base/day.js';
import { quantityParse, quantityRange, quantityUnit, quantityValue } from '../base/quantity.js';
import { say, sayCapital, sayCode } from '../base/texts.js';
import { Quantity } from '../parts/quantity.jsx';
import { Slider } from '../parts/slider.jsx';
import { plan } from '../state/answer.js';
import { doc } from '../state/file.js';
import {
  settingsAdvice, settingsIsAsked, settingsIsChoice, settingsLast, settingsShown, settingsTrack, settingsWith, settingsWithout,
} from './settings.js';
import { watchEdit } from './watch.js';

const idOf = ({ id, zone }) => ['fine', id, zone].filter(Boolean).join('-');
const nameOf = ({ name, zone }) => (zone ? say('web.fine.of', { what: name, zone: sayCode('zones', zone) }) : name);
const ABOUT = { depth: ['depth'], sessions: ['count'], interval: ['interval'], passes: ['density'], speed: ['density'] };

// The row as a quantity of the plan, for its mark and its "why".
function quantityOf(control) {
  const { unit, value, advised_low: low, advised_high: high, sources, status, grade, because, remark } = control;
  return { kind: 'advice', unit, value, low, high, sources, status, grade, predictable: true, because: [because, remark].filter(Boolean).join(' ') };
}

const inWords = (control, value) => quantityValue({ unit: control.unit, value });
const wordsOf = (control, shown) => (settingsIsChoice(control) ? control.choices.find((one) => one.code === shown)?.label ?? '' : inWords(control, shown));

function change(control, value, grip) {
  const id = idOf(control);
  watchEdit(control.zone ?? '', grip ? `${id} ${grip}` : id, nameOf(control), (file) => settingsWith(file, control, value), grip > 0);
}

function Reset({ control, controls }) {
  const advice = settingsAdvice(control), words = say('web.fine.reset');
  const label = advice === null ? `${nameOf(control)}: ${words}` : say('web.fine.reset.to', { what: nameOf(control), value: wordsOf(control, advice) });
  return (
    <button type="button" class="quiet fine-reset" disabled={!settingsIsAsked(doc.value, control)} aria-label={label}
      onClick={() => watchEdit(control.zone ?? '', `${idOf(control)} advised`, nameOf(control), (file) => settingsWithout(file, control, controls))}>
      {words}
    </button>
  );
}

// What to know once it is set: beyond the label, not what the plan uses, no known effect.
function Notes({ control, shown }) {
  const isOff = control.label !== undefined && shown > control.label;
  const isOther = !settingsIsChoice(control) && shown !== control.value && settingsIsAsked(doc.value, control);
  const isMoved = settingsIsAsked(doc.value, control) && shown !== settingsAdvice(control);
  if (!isOff && !isOther && !isMoved) return null;
  return (
    <div class="fine-notes">
      {isOff && <p class="note"><b>{say('web.fine.off_label')}</b> {say('web.fine.off_label.help', { depth: inWords(control, control.label) })}</p>}
      {isOther && <p class="note">{say('web.fine.other', { asked: inWords(control, shown), used: inWords(control, control.value) })}</p>}
      {isMoved && control.remark && <p class="soft">{control.remark}</p>}
    </div>
  );
}

// Key of the marks: what stands on the track, in words.
function Legend({ control, last, controls }) {
  const { advised, advised_low: low, advised_high: high, label, unit } = control;
  return (
    <div class="fine-legend" id={`${idOf(control)}-key`}>
      {advised !== undefined && <span data-kind="advised">{say('web.fine.advised', { value: inWords(control, advised) })}</span>}
      {low !== undefined && <span data-kind="band">{say('web.fine.range', { range: quantityRange({ unit, value: low, low, high }) })}</span>}
      {label !== undefined && <span data-kind="label">{say('web.fine.label', { value: inWords(control, label) })}</span>}
      {last.map((row) => <span key={row.at} data-kind="last">{row.label}</span>)}
      <Quantity q={quantityOf(control)} what={nameOf(control)} about={ABOUT[control.id]}>{say('web.fine.used', { value: inWords(control, control.value) })}</Quantity>
      <Reset control={control} controls={controls} />
    </div>
  );
}

// Depths of last time, as marks.
function lastMarks(control) {
  const last = control.id === 'depth' ? settingsLast(doc.value, control.zone) : null;
  const at = new Set((last?.rows ?? []).map((row) => quantityParse(row.depth ?? '')?.value).filter((value) => value !== undefined));
  return [...at].map((value) => ({ at: value, kind: 'last', label: say('web.fine.last.mark', { value: inWords(control, value), date: dayWords(last.date) }) }));
}

function NumberControl({ control, controls }) {
  const shown = settingsShown(doc.value, control), { low, high, step, advised, label, unit } = control, last = lastMarks(control);
  const track = Math.max(settingsTrack(control), Math.min(shown, high));
  const marks = [
    advised !== undefined && { at: advised, kind: 'advised', label: say('web.fine.advised', { value: inWords(control, advised) }) },
    label !== undefined && { at: label, kind: 'label', label: say('web.fine.label', { value: inWords(control, label) }) }, ...last,
  ].filter((mark) => mark && mark.at >= low && mark.at <= track);
  const band = control.advised_low === undefined ? null
    : { low: control.advised_low, high: control.advised_high, label: say('web.fine.range', { range: quantityRange({ unit, value: 0, low: control.advised_low, high: control.advised_high }) }) };
  return (
    <div class="fine-control">
      <Slider id={idOf(control)} label={nameOf(control)} value={shown} low={low} high={track} most={high} step={step}
        words={inWords(control, shown)} unit={quantityUnit(unit, shown)} marks={marks} band={band} describedby={`${idOf(control)}-key`}
        onInput={(value, grip) => change(control, value, grip)}>
        <Legend control={control} controls={controls} last={last} />
      </Slider>
      <Notes control={control} shown={shown} />
    </div>
  );
}

function ChoiceControl({ control, controls }) {
  const shown = settingsShown(doc.value, control), advice = settingsAdvice(control), id = idOf(control);
  const sources = control.sources.map((key) => plan.value.sources[key]?.text ?? key).join('; ');
  return (
    <div class="fine-control">
      <fieldset class="fine-choice" id={id}>
        <legend>{nameOf(control)}</legend>
        {control.choices.map(({ code, label }) => (
          <label key={code} class="fine-radio">
            <input type="radio" name={id} value={code} checked={code === shown} onChange={() => change(control, code, 0)} />
            <span>{sayCapital(label)}{code === advice && <small> {say('web.fine.advised.short')}</small>}</span>
          </label>
        ))}
      </fieldset>
      <div class="fine-legend">
        <p class="soft">{control.because} {say('web.fine.sources', { sources })}</p>
        <Reset control={control} controls={controls} />
      </div>
      <Notes control={control} shown={shown} />
    </div>
  );
}

export function Control({ control, controls }) {
  return settingsIsChoice(control) ? <ChoiceControl control={control} controls={controls} /> : <NumberControl control={control} controls={controls} />;
}
