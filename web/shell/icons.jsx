// icons: small pictures of buttons, drawn in the colour of their words. They say nothing by themselves:
// each button has its words as well.
// SPDX-License-Identifier: Apache-2.0
const SHAPES = {
  undo: 'M9 5 4 10l5 5M4.5 10H14a5 5 0 0 1 0 10h-3',
  redo: 'm15 5 5 5-5 5M19.5 10H10a5 5 0 0 0 0 10h3',
  save: 'M12 4v11m-4.5-4.500L12 15l4.5-4.500M5 19.500h14',
  menu: 'M4 7h16M4 12h16M4 17h16',
  day: 'M5 6.500h14v13H5zM5 10.500h14M9 4v4m6-4v4',
  person: 'M12 12a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-7 8c.8-3.6 3.5-5.5 7-5.500s6.200 1.900 7 5.5',
};

export function Icon({ of }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" fill="none" stroke="currentColor"
      stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"><path d={SHAPES[of]} /></svg>
  );
}
