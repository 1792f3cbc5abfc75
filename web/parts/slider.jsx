// Slider: one number, by a slider, by a box and by two buttons; arrows step, Page Up and Page Down
// step ten times as far, Home and End go to the ends. What is typed counts when it is meant: on
// Enter or on leaving the box.
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';

import { say } from '../base/texts.js';

const LEAP = 10;

function rounded(value, step) {
  const digits = Math.max(0, Math.ceil(-Math.log10(step)) + 1);
  return Number((Math.round(value / step) * step).toFixed(digits));
}
const clamped = (value, low, high) => Math.min(high, Math.max(low, value));

// `value` may stand between steps; `words` is the value in words with its unit; `marks` are places
// of note [{at, label}]; `onInput(value)` follows every move.
export function Slider({ id, label, value, low, high, step, words, unit = '', marks = [], describedby, isOff = false, onInput }) {
  const range = useRef(null), box = useRef(null);
  useEffect(() => {
    if (document.activeElement !== box.current) box.current.value = String(rounded(value, step));
  }, [value, step]);
  const give = (next) => {
    const taken = clamped(rounded(next, step), low, high);
    if (Number.isFinite(taken) && taken !== value) onInput(taken);
  };
  const leave = () => {
    give(box.current.valueAsNumber);
    box.current.value = String(rounded(value, step));
  };
  const leap = (event) => {
    const by = { PageUp: LEAP, PageDown: -LEAP }[event.key];
    if (!by) return;
    event.preventDefault();
    give(value + by * step);
  };
  return (
    <div class="slider" data-off={isOff}>
      <label for={id}>{label}</label>
      <div class="slider-row">
        <button type="button" class="step" disabled={isOff || value <= low} aria-label={say('web.slider.less', { what: label })}
          onClick={() => give(value - step)}>−</button>
        <div class="slider-track">
          <input id={id} ref={range} type="range" min={low} max={high} step={step} value={value} disabled={isOff}
            aria-valuetext={words} aria-describedby={describedby} onKeyDown={leap}
            onInput={(event) => give(event.currentTarget.valueAsNumber)} />
          {marks.map(({ at, label: mark }) => (
            <span key={mark} class="slider-mark" style={{ insetInlineStart: `${(100 * (at - low)) / (high - low)}%` }} title={mark} />
          ))}
        </div>
        <button type="button" class="step" disabled={isOff || value >= high} aria-label={say('web.slider.more', { what: label })}
          onClick={() => give(value + step)}>+</button>
        <input ref={box} class="slider-box" type="number" inputMode="decimal" min={low} max={high} step={step} disabled={isOff}
          aria-label={say('web.slider.box', { what: label })} defaultValue={String(rounded(value, step))}
          onBlur={leave} onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); give(event.currentTarget.valueAsNumber); } }} />
        <span class="slider-unit">{unit}</span>
      </div>
    </div>
  );
}
