// Dialog: a sheet over the page, closed by its button, Escape, or a press that begins and ends beside
// it. Who opened it gets the focus back, by the browser.
// SPDX-License-Identifier: Apache-2.0
import { useLayoutEffect, useRef } from 'preact/hooks';

import { say } from '../base/texts.js';
import { dialogClose } from '../state/view.js';

export function Dialog({ id, heading, className = '', children }) {
  const box = useRef(null), pressed = useRef(null);
  useLayoutEffect(() => {
    box.current.showModal();
    const opened = box.current;
    return () => opened.close();
  }, []);
  return (
    <dialog ref={box} id={id} class={`dialog ${className}`} aria-labelledby={`${id}-heading`}
      onCancel={(event) => { event.preventDefault(); dialogClose(); }}
      onPointerDown={(event) => { pressed.current = event.target; }}
      onClick={(event) => { if (event.target === box.current && pressed.current === box.current) dialogClose(); }}>
      <div class="dialog-box">
        <header class="dialog-head">
          <h2 id={`${id}-heading`} tabIndex={-1}>{heading}</h2>
          <button type="button" class="close" aria-label={say('web.close')} onClick={dialogClose}>×</button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
