// Type: the skin type by the person's own account of burning and tanning, never by origin; and its
// lightness, where there is a meter.
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';

import { pathDrop, pathSet } from '../base/path.js';
import { say } from '../base/texts.js';
import { Fold } from '../parts/fold.jsx';
import { doc, edit } from '../state/file.js';
import { unfold } from '../state/view.js';

const TYPES = [1, 2, 3, 4, 5, 6];
const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI'];

// What is being chosen stays unfolded.
function put(value) {
  unfold('skin-type', true);
  edit(say('web.skin.type'), (file) => pathSet(file, ['phototype'], value));
}

function putLightness(input) {
  const value = input.value.trim();
  if (value !== '' && !input.checkValidity()) return;
  edit(say('web.skin.lightness'), (file) => (value === '' ? pathDrop(file, ['lightness_l'])
    : file.lightness_l === Number(value) ? file : pathSet(file, ['lightness_l'], Number(value))));
}

// The file's, until somebody types.
function Lightness({ value }) {
  const box = useRef(null);
  useEffect(() => { box.current.value = value; }, [value]);
  return <input id="lightness_l" ref={box} type="number" inputMode="decimal" min="1" max="100" step="any" defaultValue={value}
    aria-describedby="lightness-help" onChange={(event) => putLightness(event.currentTarget)} />;
}

export function Type() {
  const { phototype, lightness_l: lightness } = doc.value, isKnown = TYPES.includes(phototype);
  const name = isKnown ? say('web.skin.type.name', { n: ROMAN[phototype] }) : say(phototype === undefined ? 'web.skin.type.open' : 'web.skin.type.unknown');
  return (
    <Fold id="skin-type" heading={say('web.skin.type')} otherwise={!isKnown}
      side={<span class="skin-type-now">{isKnown && <span class="skin-swatch" data-type={phototype} aria-hidden="true" />}{name}</span>}>
      <fieldset class="skin-types">
        <legend>{say('web.skin.type.ask')}</legend>
        {[...TYPES, 'unknown'].map((type) => (
          <label key={type} class="skin-type">
            <input type="radio" name="phototype" value={type} checked={phototype === type} onChange={() => put(type)} />
            {type !== 'unknown' && <span class="skin-swatch" data-type={type} aria-hidden="true" />}
            <span>
              <b>{type === 'unknown' ? say('web.skin.type.unknown') : say('web.skin.type.name', { n: ROMAN[type] })}</b>
              {type !== 'unknown' && <span class="skin-type-says">{say(`web.skin.type.${type}`)}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <p class="soft">{say('web.skin.type.own')}</p>
      <div class="skin-lightness">
        <label for="lightness_l">{say('web.skin.lightness')}</label>
        <Lightness value={lightness ?? ''} />
        <span class="soft" id="lightness-help">{say('web.skin.lightness.help')}</span>
      </div>
    </Fold>
  );
}
