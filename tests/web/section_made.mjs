// section_made: a plan as the section reads it, made by hand with figures that are easy to follow.
// SPDX-License-Identifier: Apache-2.0
export function madeQ(value, unit, spread = 0.2) {
  const at = (k) => value * (1 + k * spread);
  return { kind: 'computed', unit, value, low: at(-1), high: at(1), p2_5: at(-1), p5: at(-0.8), p25: at(-0.4), p50: value,
    p75: at(0.4), p95: at(0.8), p97_5: at(1), sources: ['default'], status: 'default', predictable: true };
}

export function madeCurve(x, unit, middle, spread = 0.2) {
  const curve = { kind: 'computed', x, x_unit: unit, unit: '1', sources: ['default'], status: 'default', predictable: true };
  const bent = { p2_5: -1, p5: -0.8, p25: -0.4, p50: 0, p75: 0.4, p95: 0.8, p97_5: 1 };
  for (const [key, k] of Object.entries(bent)) curve[key] = x.map((at) => Math.max(0, Math.min(1, middle(at) * (1 + k * spread))));
  return curve;
}

const HOURS = [0, 0.5, 1, 2, 3, 4, 6, 8, 12, 18, 24, 36, 48, 72];
const DAYS = [0, 1, 2, 3, 5, 7, 10, 14, 21, 28, 42, 60, 90, 120, 180];
const hill = (top, wide) => (at) => Math.exp(-(((at - top) / wide) ** 2));

export const madeZone = () => ({
  zone: 'cheeks', device: 'pen', depth: { ...madeQ(1.2, 'mm', 0), kind: 'advice' }, achieved: madeQ(1.1, 'mm'),
  density: madeQ(900, '/cm2'), closure: madeQ(3, 'h', 0.6),
  skin: [
    { layer: 'epidermis', from: madeQ(0, 'mm', 0), thickness: madeQ(0.1, 'mm') },
    { layer: 'papillary_dermis', from: madeQ(0.1, 'mm'), thickness: madeQ(0.2, 'mm') },
    { layer: 'reticular_dermis', from: madeQ(0.3, 'mm'), thickness: madeQ(1.2, 'mm') },
    { layer: 'below_dermis', from: madeQ(1.5, 'mm') },
  ],
  open: madeCurve(HOURS, 'h', (at) => Math.exp(-at / 2)),
  depth_spread: madeCurve([0.75, 0.85, 0.95, 1.05, 1.15, 1.25], '', (at) => ({ 0.95: 0.2, 1.05: 0.5, 1.15: 0.3 }[at] ?? 0)),
});

export function madePlan() {
  const phase = (id, starts, ends) => ({ id, session: 1, from: '2026-03-02', to: '2026-04-01', starts: madeQ(starts, 'd'), ends: madeQ(ends, 'd') });
  return {
    on: '2026-03-01', sessions: [{ number: 1, date: '2026-03-02', status: 'planned', zones: ['cheeks'], steps: [] }],
    zones: [madeZone()],
    course: { days: [0, 1, 2, 3, 4].map((day) => ({ day, redness: madeQ(1 / (1 + day), '1') })) },
    healing: {
      phases: [phase('inflammation', 0, 8), phase('proliferation', 1, 18), phase('remodelling', 7, 110)],
      curves: [{ state: 'inflammation', curve: madeCurve(DAYS, 'd', hill(2, 3)) }, { state: 'proliferation', curve: madeCurve(DAYS, 'd', hill(9, 7)) },
        { state: 'remodelling', curve: madeCurve(DAYS, 'd', hill(50, 40)) }],
    },
  };
}
