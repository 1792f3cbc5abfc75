// player: the hours run on by themselves while the section is played and seen; they go along the
// slider, so that the first hours are no shorter to the eye than the last months.
// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'preact/hooks';

import { hours, isPlaying } from '../state/view.js';
import { timeFlow, timePlace } from './time.js';

const SECOND_MS = 1000;
export const SPEEDS = { slow: 60, usual: 30, fast: 12 };   // seconds from one end to the other

// `isOn`: nothing moves otherwise, and no frame is asked for.
export function usePlayer({ isOn, end, speed, onEnd }) {
  useEffect(() => {
    if (!isOn) return undefined;
    let place = timePlace(hours.peek(), end), last = null, frame = 0;
    const tick = (now) => {
      if (!isPlaying.peek()) return;   // a pause holds from the press on
      if (last !== null) place += (now - last) / SECOND_MS / SPEEDS[speed];
      last = now;
      hours.value = timeFlow(Math.min(1, place), end);
      if (place < 1) frame = requestAnimationFrame(tick);
      else {
        isPlaying.value = false;
        onEnd();
      }
    };
    frame = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(frame);
  }, [isOn, end, speed]);
}
