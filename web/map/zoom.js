// zoom: which part of a picture is seen: {scale 1..4, x, y}, the middle as a share of width and
// height. Everything drawn keeps its place on the template; only the window onto it moves.
// SPDX-License-Identifier: Apache-2.0
export const ZOOM_MOST = 4;
export const ZOOM_STEP = 1.5;
export const ZOOM_NONE = { scale: 1, x: 0.5, y: 0.5 };

const within = (value, low, high) => Math.min(high, Math.max(low, value));

// Never beyond the edge of the picture.
export function zoomKept({ scale, x, y }) {
  const k = within(scale, 1, ZOOM_MOST), half = 0.5 / k;
  return { scale: k, x: within(x, half, 1 - half), y: within(y, half, 1 - half) };
}

// `factor` times as large; what lies at `at`, a share of the picture, stays where it is seen.
export function zoomBy(zoom, factor, at = [zoom.x, zoom.y]) {
  const scale = within(zoom.scale * factor, 1, ZOOM_MOST), k = zoom.scale / scale;
  return zoomKept({ scale, x: at[0] + (zoom.x - at[0]) * k, y: at[1] + (zoom.y - at[1]) * k });
}

// Moved by a share of what is seen.
export const zoomMove = (zoom, dx, dy) => zoomKept({ ...zoom, x: zoom.x + dx / zoom.scale, y: zoom.y + dy / zoom.scale });

// So that a place is seen, with some room around it.
export function zoomTo(zoom, [u, v]) {
  const half = 0.36 / zoom.scale;
  return zoomKept({ ...zoom, x: within(zoom.x, u - half, u + half), y: within(zoom.y, v - half, v + half) });
}

export function zoomBox(zoom, { width, height }) {
  const w = width / zoom.scale, h = height / zoom.scale;
  return [zoom.x * width - w / 2, zoom.y * height - h / 2, w, h];
}

// A point of the window (0..1 of its width and height) as a share of the picture, and back.
export const zoomPlace = (zoom, [a, b]) => [zoom.x + (a - 0.5) / zoom.scale, zoom.y + (b - 0.5) / zoom.scale];
export const zoomSeen = (zoom, [u, v]) => [(u - zoom.x) * zoom.scale + 0.5, (v - zoom.y) * zoom.scale + 0.5];
