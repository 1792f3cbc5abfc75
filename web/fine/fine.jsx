// Fine: the settings of the plan, and what follows from them.
// SPDX-License-Identifier: Apache-2.0
import { Fold } from '../parts/fold.jsx';
import { ImprovementFan, RecoveryFan } from '../parts/fans.jsx';
export function Fine() {
  return <Fold id="fine" heading="Fine" otherwise><RecoveryFan /><ImprovementFan /></Fold>;
}
