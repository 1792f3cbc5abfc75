// ink: the colours and the letters of a picture that is drawn on a canvas, as the style sheet has
// them now. The colours stand in a hidden element, because a custom property tells its words only.
// SPDX-License-Identifier: Apache-2.0
const HATCH_PX = 6;

// `probe` is an element of the class ink.
export function inkOf(probe) {
  const style = getComputedStyle(probe), rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  return {
    text: style.color,
    outer: style.backgroundColor,
    inner: style.borderTopColor,
    edge: style.borderBottomColor,
    line: style.outlineColor,
    grid: style.columnRuleColor,
    font: `${Math.round(0.8 * rem)}px ${style.fontFamily}`,
    em: rem,
  };
}

// The light of paper, whatever the theme.
export function inkPaper(probe) {
  probe.style.colorScheme = 'light';
  const ink = inkOf(probe);
  probe.style.colorScheme = '';
  return ink;
}

// Slanted lines, for what cannot be foretold.
export function inkHatch(context, colour, ratio) {
  const size = Math.round(HATCH_PX * ratio), tile = document.createElement('canvas');
  tile.width = tile.height = size;
  const at = tile.getContext('2d');
  at.strokeStyle = colour;
  at.lineWidth = Math.max(1, ratio);
  for (const shift of [-size, 0, size]) {
    at.beginPath();
    at.moveTo(shift - 1, size + 1);
    at.lineTo(shift + size + 1, -1);
    at.stroke();
  }
  return context.createPattern(tile, 'repeat');
}
