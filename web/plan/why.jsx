// Why: what stands behind a number: what kind it is, its band, its sources and who disagrees.
// SPDX-License-Identifier: Apache-2.0
import { say } from '../base/texts.js';
import { quantityRange, quantityValue } from '../base/quantity.js';
import { Dialog } from '../parts/dialog.jsx';
import { plan } from '../state/answer.js';

export function Why({ q, what }) {
  const sources = plan.value?.sources ?? {};
  return (
    <Dialog id="why" heading={what}>
      <p>{quantityValue(q)} · {quantityRange(q)} · {say(`web.kind.${q.kind}`)}</p>
      {q.because && <p>{q.because}</p>}
      <ul>{q.sources.map((key) => <li key={key}>{sources[key]?.text ?? key}</li>)}</ul>
    </Dialog>
  );
}
