// Panel: what a button of the bar unfolds below itself. One is open at a time; Escape, a press beside it
// and leaving it close it.
// SPDX-License-Identifier: Apache-2.0
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

export const panel = signal(null);   // id of the one that is open; null = none

export function panelClose() {
  panel.value = null;
}

// `face` is what the button shows, `label` its words where the face is not words enough.
export function Panel({ id, face, label, className = '', children }) {
  const box = useRef(null), button = useRef(null), is = panel.value === id;
  useEffect(() => {
    if (!is) return undefined;
    const beside = (event) => { if (!box.current.contains(event.target)) panelClose(); };
    document.addEventListener('pointerdown', beside);
    return () => document.removeEventListener('pointerdown', beside);
  }, [is]);
  const key = (event) => {
    if (event.key !== 'Escape' || !is) return;
    event.stopPropagation();
    panelClose();
    button.current.focus();
  };
  return (
    <div class={`panel ${className}`} ref={box} onKeyDown={key}
      onFocusOut={(event) => { if (is && event.relatedTarget && !box.current.contains(event.relatedTarget)) panelClose(); }}>
      <button type="button" id={id} ref={button} aria-expanded={is} aria-controls={`${id}-panel`} aria-label={label}
        onClick={() => { panel.value = is ? null : id; }}>{face}</button>
      <div class="panel-body" id={`${id}-panel`} hidden={!is}>{is && children}</div>
    </div>
  );
}
