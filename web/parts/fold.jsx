// Fold: a part of the page that can be unfolded; whether it is stands in the view, so that a
// shortcut can open it as well.
// SPDX-License-Identifier: Apache-2.0
import { isOpen, unfold } from '../state/view.js';

// `side` stands beside the heading whether open or not. What is folded away is not worked out.
export function Fold({ id, heading, side = null, otherwise = false, level = 3, children }) {
  const is = isOpen(id, otherwise), Heading = `h${level}`;
  return (
    <section class="fold" id={`fold-${id}`} data-open={is}>
      <div class="fold-head">
        <Heading>
          <button type="button" aria-expanded={is} aria-controls={`fold-${id}-body`} onClick={() => unfold(id, !is)}>
            <span class="chevron" aria-hidden="true" />{heading}
          </button>
        </Heading>
        {side && <div class="fold-side">{side}</div>}
      </div>
      <div id={`fold-${id}-body`} class="fold-body" hidden={!is}>{is && children}</div>
    </section>
  );
}
