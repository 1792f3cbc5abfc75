// measure: what the window and an element of the page are like, followed as they change.
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'preact/hooks';

// Whether a condition of the style sheets holds, such as '(prefers-reduced-motion: reduce)' or 'print'.
export function useMedia(query) {
  const [is, set] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query), follow = () => set(media.matches);
    follow();
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, [query]);
  return is;
}

// [ref, width]: how many pixels wide the element is; 0 = not known yet.
export function useWidth() {
  const box = useRef(null), [width, set] = useState(0);
  useEffect(() => {
    const watch = new ResizeObserver(([{ contentRect }]) => set(Math.floor(contentRect.width)));
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  return [box, width];
}

// Whether any of the element is in the window, and the window itself is seen.
export function useSeen(box) {
  const [is, set] = useState(true);
  useEffect(() => {
    let isIn = true;
    const follow = () => set(isIn && document.visibilityState === 'visible');
    const watch = new IntersectionObserver(([entry]) => { isIn = entry.isIntersecting; follow(); });
    watch.observe(box.current);
    document.addEventListener('visibilitychange', follow);
    return () => {
      watch.disconnect();
      document.removeEventListener('visibilitychange', follow);
    };
  }, []);
  return is;
}

// The way the page is written. The attribute is asked and not the style: while the page is being drawn that
// would have it laid out once more.
export const isRightToLeft = () => document.documentElement.dir === 'rtl';
