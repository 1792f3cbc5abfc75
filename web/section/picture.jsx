// Picture: a scene of the section as a drawing. What is the same at every hour is made once; the rest
// is one path for each kind of thing, so that little changes from one moment to the next.
// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'preact/hooks';

import { quantityNumber } from '../base/quantity.js';
import { say, sayCode } from '../base/texts.js';
import { isRightToLeft } from '../parts/measure.js';

const fixed = (x) => x.toFixed(1);
const LINE = 17;   // pixels from one label to the next

const taper = ({ x, top, bottom, width }) => {
  const w = width / 2;
  return `M${fixed(x - w)} ${fixed(top)}L${fixed(x + w)} ${fixed(top)}L${fixed(x + w * 0.2)} ${fixed(bottom)}L${fixed(x - w * 0.2)} ${fixed(bottom)}Z`;
};
const point = ({ x, y, r }) => `M${fixed(x - r)} ${fixed(y)}a${fixed(r)} ${fixed(r)} 0 1 0 ${fixed(2 * r)} 0a${fixed(r)} ${fixed(r)} 0 1 0 ${fixed(-2 * r)} 0`;
const bent = (s) => `M${fixed(s.x1)} ${fixed(s.y1)}Q${fixed(2 * s.xb - (s.x1 + s.x2) / 2)} ${fixed(2 * s.yb - (s.y1 + s.y2) / 2)} ${fixed(s.x2)} ${fixed(s.y2)}`;
const loop = ({ x, top, bottom, width: w }) =>
  `M${fixed(x - w / 2)} ${fixed(bottom)}L${fixed(x - w / 2)} ${fixed(top + w / 2)}a${fixed(w / 2)} ${fixed(w / 2)} 0 0 1 ${fixed(w)} 0L${fixed(x + w / 2)} ${fixed(bottom)}`;
const syringe = ({ x, top, bottom, width: w }) =>
  `M${fixed(x - w / 2)} ${fixed(top)}h${fixed(w)}V${fixed(bottom - 3 * w)}L${fixed(x)} ${fixed(bottom)}L${fixed(x - w / 2)} ${fixed(bottom - 3 * w)}Z`;
const drop = ({ x, y, r }) => `M${fixed(x)} ${fixed(y - 1.6 * r)}Q${fixed(x + 1.5 * r)} ${fixed(y + 0.3 * r)} ${fixed(x)} ${fixed(y + r)}Q${fixed(x - 1.5 * r)} ${fixed(y + 0.3 * r)} ${fixed(x)} ${fixed(y - 1.6 * r)}Z`;

const straight = ({ x, top, bottom }) => `M${fixed(x)} ${fixed(top)}V${fixed(bottom)}`;

const OUTLINE = { trace: straight, channel: taper, dot: point, cell: point, strand: bent, ordered: bent, needle: syringe, drop, vessel: loop };
const ORDER = ['trace', 'vessel', 'ordered', 'strand', 'cell', 'dot', 'channel', 'needle', 'drop'];

function Moving({ shapes, kind }) {
  const rows = shapes.filter((shape) => shape.kind === kind), outline = OUTLINE[kind];
  if (rows.length === 0) return null;
  const sure = rows.filter((row) => !row.isGhost).map(outline).join(''), ghost = rows.filter((row) => row.isGhost).map(outline).join('');
  const wide = kind === 'channel' ? rows.map((row) => outline({ ...row, width: row.widest })).join('') : '';
  const strength = rows[0].strength ?? 1;
  return (
    <>
      {wide && <path class="section-channel ghost" d={wide} style={{ opacity: 0.6 * rows[0].faint }} />}
      {ghost && <path class={`section-${kind} ghost`} d={ghost} />}
      {sure && <path class={`section-${kind}`} d={sure} style={{ opacity: strength }} />}
    </>
  );
}

function Still({ shapes }) {
  return shapes.map((shape, i) => {
    if (shape.kind === 'weave') return null;
    return <rect key={i} class={`section-${shape.kind} section-${shape.layer}`} x={shape.x ?? 0} y={fixed(shape.top)} width="100%" height={fixed(Math.max(0, shape.bottom - shape.top))} />;
  });
}

// Labels beside the picture, each at its layer, none on another.
function labelsOf(layers, height) {
  let last = -LINE;
  const rows = layers.map((row) => ({ layer: row.layer, at: (row.top + row.bottom) / 2 }))
    .map((row) => { last = Math.max(row.at, last + LINE); return { ...row, y: last }; });
  let next = height - 4;
  for (const row of rows.toReversed()) {
    row.y = Math.min(row.y, next);
    next = row.y - LINE;
  }
  return rows;
}

function Labels({ layers, scene, gutter }) {
  const isRtl = isRightToLeft(), edge = isRtl ? gutter : scene.width, way = isRtl ? -1 : 1;
  return labelsOf(layers, scene.height).map(({ layer, at, y }) => (
    <g key={layer} class="section-label">
      <path d={`M${edge} ${fixed(at)}L${edge + way * 10} ${fixed(y)}`} />
      <text x={edge + way * 14} y={fixed(y + 4)}>{sayCode('layers', layer)}</text>
    </g>
  ));
}

function Measures({ scene, x }) {
  const { bar, height, band, set } = scene, edge = isRightToLeft() ? x + 8 : x + scene.width - 8;
  return (
    <>
      <g class="section-bar">
        <path d={`M${x + 12} ${height - 18}v6h${fixed(bar.width)}v-6`} />
        <text x={x + 16 + bar.width} y={height - 10} text-anchor={isRightToLeft() ? 'end' : 'start'}>{`${quantityNumber(bar.mm)}\u00a0mm`}</text>
      </g>
      <path class="section-reached" d={`M${x + 1} ${fixed(band.top)}h${fixed(scene.width)}M${x + 1} ${fixed(band.bottom)}h${fixed(scene.width)}`} />
      {set !== null && <path class="section-set" d={`M${x} ${fixed(set)}h${fixed(scene.width)}`} />}
      {set !== null && <text class="section-note" x={edge} y={fixed(set - 5)} text-anchor="end">{say('web.section.mark.set')}</text>}
      <text class="section-note reached" x={edge} y={fixed(Math.max(set === null ? 0 : set + 4, band.bottom) + 14)} text-anchor="end">{say('web.section.mark.reached')}</text>
    </>
  );
}

// `gutter`: pixels beside the skin for the names of the layers; 0 = without names and measures.
export function Picture({ scene, stage, gutter = 0, label, describedby }) {
  const still = useMemo(() => <Still shapes={stage.layers} />, [stage]);
  const weave = useMemo(() => stage.layers.filter((row) => row.kind === 'weave').map(bent).join(''), [stage]);
  const layers = useMemo(() => stage.layers.filter((row) => row.kind === 'layer'), [stage]);
  const x = gutter > 0 && isRightToLeft() ? gutter : 0, { width, height } = scene;
  return (
    <svg class="section-picture" role="img" aria-label={label} aria-describedby={describedby} width={width + gutter} height={height}
      viewBox={`0 0 ${width + gutter} ${height}`}>
      <svg x={x} width={width} height={height}>
        {still}
        <path class="section-weave" d={weave} />
        <rect class="section-flush" x="0" y={scene.surface} width={width} height={height - scene.surface} style={{ opacity: fixed(scene.redness * 1.4) / 10 }} />
        {gutter > 0 && <rect class="section-band" x="0" y={fixed(scene.band.top)} width={width} height={fixed(scene.band.bottom - scene.band.top)} />}
        {ORDER.map((kind) => <Moving key={kind} kind={kind} shapes={scene.shapes} />)}
      </svg>
      {gutter > 0 && <Measures scene={scene} x={x} />}
      {gutter > 0 && <Labels layers={layers} scene={scene} gutter={gutter} />}
    </svg>
  );
}
