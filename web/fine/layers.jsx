// Layers: in which layer of the skin the punctures end, as bars with their bands.
// SPDX-License-Identifier: Apache-2.0
import { quantityRange, quantityValue } from '../base/quantity.js';
import { say, sayCapital, sayCode } from '../base/texts.js';
import { Quantity } from '../parts/quantity.jsx';
import { Twin } from '../parts/twin.jsx';

const nameOf = (layer) => sayCapital(sayCode('layers', layer));

function Bar({ layer, share }) {
  const label = say('web.fine.layers.row', { layer: nameOf(layer), value: quantityValue(share, 'people'), range: quantityRange(share, 'people') });
  return (
    <div class="fine-bar" role="img" aria-label={label}>
      <span class="fine-bar-most" style={{ '--at': share.p2_5, '--to': share.p97_5 }} />
      <span class="fine-bar-half" style={{ '--at': share.p25, '--to': share.p75 }} />
      <span class="fine-bar-middle" style={{ '--at': share.p50 }} />
    </div>
  );
}

export function Layers({ zone: { depth_layers: layers, beyond_dermis: beyond } }) {
  if (!layers?.length) return null;
  const caption = say('web.fine.layers'), half = (q) => quantityRange({ ...q, low: q.p25, high: q.p75 }, 'people');
  return (
    <figure class="fine-layers">
      <figcaption>{caption}</figcaption>
      <ul>
        {layers.map(({ layer, share }) => (
          <li key={layer} data-layer={layer}>
            <span class="fine-layer">{nameOf(layer)}</span>
            <Bar layer={layer} share={share} />
            <Quantity q={share} as="people" what={`${caption}, ${nameOf(layer)}`} about={['depth']} />
          </li>
        ))}
      </ul>
      <p class="soft">{say('web.fine.layers.note')}</p>
      {beyond && <p>{say('web.fine.layers.beyond')} <Quantity q={beyond} as="people" isBand what={say('web.fine.layers.beyond')} about={['depth']} /> {say('web.fine.layers.people')}</p>}
      <Twin caption={caption} heads={[say('web.fine.layers.layer'), say('web.fan.head.middle'), say('web.fan.head.half'), say('web.fan.head.most')]}
        rows={() => layers.map(({ layer, share }) => [nameOf(layer), quantityValue(share, 'people'), half(share), quantityRange(share, 'people')])} />
    </figure>
  );
}
