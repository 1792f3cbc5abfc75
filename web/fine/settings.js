// settings: what a patient file asks for in place of the advice. A control is a row of `controls` of a
// plan; what is not asked for is absent from the file, and nothing empty is left behind.
// SPDX-License-Identifier: Apache-2.0
import { pathDrop, pathGet, pathSet } from '../base/path.js';
import { quantityParse } from '../base/quantity.js';

const WHOLE = new Set(['passes', 'sessions']);   // numbers without a unit

const zonesOf = (doc) => doc.settings?.zones ?? [];
const rowOf = (doc, zone) => zonesOf(doc).findIndex((row) => row.zone === zone);
export const settingsIsChoice = (control) => (control.choices?.length ?? 0) > 0;

// As the file has it, or undefined. A depth for all zones counts where a zone has none of its own.
function standing(doc, { id, zone }) {
  if (id === 'cover_after') return doc.cover_after;
  if (!zone) return doc.settings?.[id];
  const own = doc.settings?.zones?.[rowOf(doc, zone)]?.[id];
  return own ?? (id === 'depth' ? doc.depth : undefined);
}

// A choice by its code; the lengths of needles by their number, however it is written.
function choiceOf({ choices }, code, value) {
  return choices.find((one) => one.code === code || (one.value !== undefined && one.value === value))?.code ?? null;
}

// What is asked for: a number in the control's unit, the code of a choice, or null.
export function settingsAsked(doc, control) {
  const stands = standing(doc, control), value = stands === undefined ? undefined : quantityParse(stands)?.value;
  if (stands === undefined) return null;
  return settingsIsChoice(control) ? choiceOf(control, stands, value) : value ?? null;
}

// What the control shows: what is asked for, else what the plan uses.
export function settingsShown(doc, control) {
  const used = settingsIsChoice(control) ? choiceOf(control, control.code, control.value) : control.value;
  return settingsAsked(doc, control) ?? used;
}

// What it would be if nothing were asked for.
export function settingsAdvice(control) {
  return settingsIsChoice(control) ? choiceOf(control, control.advised_code, control.advised) : control.advised ?? null;
}

export const settingsIsAsked = (doc, control) => standing(doc, control) !== undefined;

function written(control, value) {
  if (settingsIsChoice(control) || WHOLE.has(control.id)) return value;
  return `${value} ${control.unit}`;
}

// The file with `value` asked for.
export function settingsWith(doc, control, value) {
  const { id, zone } = control, text = written(control, value);
  if (id === 'cover_after') return pathSet(doc, ['cover_after'], text);
  if (!zone) return pathSet(doc, ['settings', id], text);
  const at = rowOf(doc, zone);
  if (at >= 0) return pathSet(doc, ['settings', 'zones', at, id], text);
  return pathSet(doc, ['settings', 'zones'], [...zonesOf(doc), { zone, [id]: text }]);
}

// Without rows that name only their zone, without a list or a mapping that holds nothing.
function pruned(doc) {
  if (!doc.settings) return doc;
  const kept = zonesOf(doc).filter((row) => Object.keys(row).length > 1);
  let after = doc;
  if (doc.settings.zones && kept.length < doc.settings.zones.length) after = pathSet(after, ['settings', 'zones'], kept);
  if (kept.length === 0) after = pathDrop(after, ['settings', 'zones']);
  return Object.keys(after.settings).length === 0 ? pathDrop(after, ['settings']) : after;
}

// The file with the control as advised. A depth for all zones goes to those of the others that have
// none of their own, so that they stay as they were.
export function settingsWithout(doc, control, controls) {
  const { id, zone } = control;
  if (id === 'cover_after') return pathDrop(doc, ['cover_after']);
  if (!zone) return pruned(pathDrop(doc, ['settings', id]));
  const at = rowOf(doc, zone);
  let after = at < 0 ? doc : pathDrop(doc, ['settings', 'zones', at, id]);
  if (id === 'depth' && doc.depth !== undefined) {
    after = pathDrop(after, ['depth']);
    for (const other of controls)
      if (other.id === 'depth' && other.zone !== zone && pathGet(after, ['settings', 'zones', rowOf(after, other.zone), 'depth']) === undefined)
        after = settingsWith(after, other, settingsIsChoice(other) ? doc.depth : quantityParse(doc.depth).value);
  }
  return pruned(after);
}

// The file with everything as advised.
export function settingsAdvised(doc) {
  return ['settings', 'depth', 'cover_after'].reduce((after, key) => pathDrop(after, [key]), doc);
}

// How many controls the file asks something of.
export const settingsCount = (doc, controls) => controls.filter((control) => settingsIsAsked(doc, control)).length;

// Where the track of a control ends: twice the range in print is far enough to drag; the box takes the rest.
export function settingsTrack({ low, high, advised_high: top, value }) {
  return top === undefined ? high : Math.min(high, Math.max(2 * top, value, low));
}

// What was set last time in a zone: {date, rows: [{depth, endpoint}]}; null: nothing was.
export function settingsLast(doc, zone) {
  const sittings = (doc.given ?? []).filter((one) => (one.status ?? 'given') === 'given' && one.zones?.some((row) => row.zone === zone));
  const last = sittings.at(-1);
  return last ? { date: last.date, rows: last.zones.filter((row) => row.zone === zone) } : null;
}
