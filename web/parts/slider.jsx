// Slider: one number, by a slider, by a box and by two buttons; arrows step, Page Up and Page Down
// step ten times as far, Home and End go to the ends. What is typed counts when it is meant: on
// Enter or on leaving the box.
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';

import { say } from '../base/texts.js';
import { isRightToLeft } from './measure.js';
import { sliderNext, sliderPlace, sliderSnap, sliderWritten } from './slide.js';

let grips = 0;   // how often any thumb was taken hold of

// `value` may stand between steps; `words` is the value in words with its unit; `marks` are places of
// note on the track, [{at, label, kind}], and `band` a stretch of it, {low, high, label}; `most`: what the
// box takes beyond the end of the track; `onInput(value, grip)` follows every move, `grip` being
// another number each time a thumb is taken hold of, and 0 while it is not; `children` stand below.
export function Slider({
  id, label, value, low, high, step, words, unit = '', marks = [], band = null, most = high, describedby,
  isOff = false, onInput, children,
}) {
  const range = useRef(null), box = useRef(null), held = useRef(0), place = (at) => sliderPlace(at, low, high);
  useEffect(() => {
    if (document.activeElement !== box.current) box.current.value = sliderWritten(value);
  }, [value]);
  const give = (next, top = high) => {
    const taken = sliderSnap(next, { low, high: top, step });
    if (taken !== null && taken !== value) onInput(taken, held.current);
    return taken ?? value;
  };
  const type = () => {
    if (!box.current) return;   // it was left because it is taken away
    const taken = box.current.value === sliderWritten(value) ? value : give(box.current.valueAsNumber, most);
    box.current.value = sliderWritten(taken);
  };
  const key = (event) => {
    const next = sliderNext(event.key, value, { low, high, step, isMirrored: isRightToLeft() });
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    give(next, Math.max(high, value));
  };
  const hold = () => { held.current = ++grips; };
  const letGo = () => { held.current = 0; };
  return (
    <div class="slider" data-off={isOff}>
      <label for={id}>{label}</label>
      <div class="slider-row">
        <button type="button" class="step" disabled={isOff || value <= low} aria-label={say('web.slider.less', { what: label })}
          onClick={() => give(value - step, most)}>−</button>
        <div class="slider-track">
          {band && <span class="slider-band" title={band.label} style={{ '--at': place(band.low), '--to': place(band.high) }} />}
          {marks.map(({ at, label: mark, kind = 'note' }) => (
            <span key={mark} class="slider-mark" data-kind={kind} style={{ '--at': place(at) }} title={mark} />
          ))}
          <input id={id} ref={range} type="range" min={low} max={high} step="any" value={value} disabled={isOff}
            aria-valuetext={words} aria-describedby={describedby} onKeyDown={key}
            onPointerDown={hold} onPointerUp={letGo} onPointerCancel={letGo}
            onInput={(event) => { event.currentTarget.value = give(event.currentTarget.valueAsNumber); }} />
        </div>
        <button type="button" class="step" disabled={isOff || value >= most} aria-label={say('web.slider.more', { what: label })}
          onClick={() => give(value + step, most)}>+</button>
        <input ref={box} class="slider-box" type="number" inputMode="decimal" min={low} max={most} step="any" disabled={isOff}
          aria-label={say('web.slider.box', { what: label })} defaultValue={sliderWritten(value)}
          onBlur={type} onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); type(); } }} />
        <span class="slider-unit">{unit}</span>
      </div>
      {children}
    </div>
  );
}
