// answers: what the file holds, as the questions see it. Three states of a thing that a list may
// name: yes (it stands there), unknown (it stands there, and is not certain), no (the list is there
// and does not name it). A list that is absent was not asked about.
// SPDX-License-Identifier: Apache-2.0
import { pathGet } from '../base/path.js';
import { GROUPS } from './table.js';

const FOLDS = { lists: ['list'], several: ['list', 'rows'] };

// ---- lists ----

export function entryIs(entry, { doubt, fields }) {
  const key = doubt && Object.keys(doubt)[0];
  if (key && entry[key] === 'unknown') return 'unknown';
  const isFact = fields.some((field) => field.key === 'status' && field.of?.includes('no'));
  return isFact && entry.status === 'no' ? 'no' : 'yes';
}

// What the list says of `code`; null: it was not asked.
export function listIs(list, code, field) {
  if (!Array.isArray(list)) return null;
  const found = list.filter((entry) => entry.code === code).map((entry) => entryIs(entry, field));
  return ['yes', 'unknown'].find((is) => found.includes(is)) ?? 'no';
}

const without = (entry, keys) => Object.fromEntries(Object.entries(entry).filter(([key]) => !keys.includes(key)));

// The list in which `code` is yes, no or unknown. An entry that is there keeps what else is known.
export function listPut(list, code, is, field) {
  const all = list ?? [], doubts = Object.keys(field.doubt ?? {});
  if (is === 'no') return all.filter((entry) => entry.code !== code);
  if (listIs(all, code, field) === is) return all;
  if (!all.some((entry) => entry.code === code))
    return [...all, is === 'unknown' ? { code, ...field.doubt } : { code }];
  return all.map((entry) => {
    if (entry.code !== code) return entry;
    return is === 'unknown' ? { ...entry, ...field.doubt } : without(entry, [...doubts, 'status'].filter((key) => entry[key] === 'unknown' || entry[key] === 'no'));
  });
}

// ---- counts ----

// {yes, unknown, none, open}: how many answers of a field are there, are 'unknown', are lists that
// name nothing, are not there.
function fieldCount(field, value, isAsked) {
  if (field.kind === 'object') return fieldsCount(field.fields, value ?? {}, value);
  if (FOLDS.several.includes(field.kind)) {
    if (!Array.isArray(value)) return { yes: 0, unknown: 0, none: 0, open: 1 };
    const states = value.map((entry) => (field.kind === 'list' ? entryIs(entry, field) : 'yes'));
    const n = (is) => states.filter((state) => state === is).length;
    return { yes: n('yes'), unknown: n('unknown'), none: n('yes') + n('unknown') === 0 ? 1 : 0, open: 0 };
  }
  if (value === undefined) return { yes: 0, unknown: 0, none: 0, open: isAsked ? 1 : 0 };
  return { yes: value === 'unknown' ? 0 : 1, unknown: value === 'unknown' ? 1 : 0, none: 0, open: 0 };
}

function fieldsCount(fields, at, doc) {
  const sum = { yes: 0, unknown: 0, none: 0, open: 0 };
  for (const field of fields) {
    const isAsked = !field.only || field.only(at, doc ?? {});
    const one = fieldCount(field, at[field.key], isAsked);
    for (const key of Object.keys(sum)) sum[key] += one[key];
  }
  return sum;
}

// With `isLists`: whether all that is asked are lists of a vocabulary.
export function groupCount(group, doc) {
  const lists = group.fields.filter((field) => FOLDS.lists.includes(field.kind));
  const isLists = lists.length > 0 && group.fields.every((field) => lists.includes(field) || field.only);
  return { ...fieldsCount(isLists ? lists : group.fields, doc, doc), isLists };
}

// ---- places ----

// The group that asks about the first key of a path; null: none does.
export const groupOf = (path) => GROUPS.find((group) => group.fields.some((field) => field.key === path[0])) ?? null;

// The question at a path: numbers of entries are passed over.
export function fieldAt(path) {
  let fields = groupOf(path)?.fields ?? [], found = null;
  for (const key of path) {
    if (typeof key === 'number') continue;
    found = fields.find((field) => field.key === key) ?? null;
    fields = found?.fields ?? [];
    if (!found) return null;
  }
  return found;
}

const isOpenAt = (entry, key) => entry[key] === undefined || entry[key] === 'unknown';

// Where a fact that is missing is answered: 'inr', 'goals.diagnosed', 'conditions.keloid.status',
// 'reactions.redness.status' -> the path of the question; null: the page has none.
export function factPath(doc, fact) {
  const parts = fact.split('.'), key = parts.at(-1);
  if (parts.length === 1) return fieldAt(parts) ? parts : null;
  const code = parts.length === 3 ? parts[1] : null;
  const lists = parts[0] === 'reactions'
    ? (doc.given ?? []).map((_, i) => ['given', i, 'reactions']) : [[parts[0]]];
  for (const isStrict of [true, false])
    for (const list of lists) {
      const at = (pathGet(doc, list) ?? []).findIndex((entry) =>
        (code === null || entry.code === code) && (!isStrict || isOpenAt(entry, key)));
      if (at >= 0 && fieldAt([...list, at, key])) return [...list, at, key];
    }
  return null;
}

// Whether a place lies at or below another.
export const isWithin = (path, outer) => outer.every((key, i) => path[i] === key);

// Where the answer stands that a rule looked at: its `value` as the evidence tells it. The first
// code of the file that it speaks of, else the first fact of the person that a case asks for.
export function ruleOrigin(rule, doc) {
  for (const { list, codes } of rule?.about ?? []) {
    const entries = list === 'reactions'
      ? (doc.given ?? []).flatMap((sitting, i) => (sitting.reactions ?? []).map((entry, k) => [entry, ['given', i, 'reactions', k]]))
      : (Array.isArray(doc[list]) ? doc[list] : []).map((entry, i) => [entry, [list, i]]);
    const found = entries.find(([entry]) => !codes || codes.length === 0 || codes.includes(entry.code));
    if (found) return found[1];
    if (fieldAt([list])) return [list];
  }
  const tests = (rule?.cases ?? []).flatMap((one) => [...(one.where ?? []), ...(one.until ? [{ field: one.until.from }] : [])]);
  for (const { field, has, goal_indications: isGoal } of tests) {
    if (has && fieldAt([has.list])) return [has.list];
    if (isGoal) return ['goals'];
    const key = field?.startsWith('person.') ? field.slice(7) : null;
    if (key === 'age') return [doc.birth_date === undefined && doc.age !== undefined ? 'age' : 'birth_date'];
    if (key && fieldAt([key])) return [key];
  }
  return null;
}

// ---- what is typed ----

// A number; else the words themselves, which the server refuses with what is allowed; '' = nothing.
export function numberTyped(words) {
  const found = words.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2');
  if (found === '') return undefined;
  return /^-?\d+(\.\d+)?$/.test(found) ? Number(found) : found;
}

export function amountTyped(words, unit) {
  const found = numberTyped(words);
  return typeof found === 'number' ? `${found} ${unit}` : found;
}

const plain = (words) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

// Those of {code, label} that hold every word that was typed, those that begin with it first.
export function vocabularyFind(typed, entries) {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const ranked = entries.map((entry) => {
    const label = plain(entry.label), parts = label.split(/[^\p{L}\p{N}]+/u);
    if (!words.every((word) => label.includes(word))) return null;
    return { entry, rank: words.every((word) => parts.some((part) => part.startsWith(word))) ? 0 : 1 };
  }).filter(Boolean);
  return ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}

// "1: flat marks. 2: mild, can be covered." from 1 to 2 -> [{value, words}]; null: the words do not
// tell step by step.
export function scaleSteps(items, low, high) {
  if (!items || !Number.isInteger(low) || !Number.isInteger(high) || high - low > 9) return null;
  const starts = [];
  for (let n = low, from = 0; n <= high; n++) {
    const found = new RegExp(`(^|[.;,] )${n}(: | )`).exec(items.slice(from));
    if (!found) return null;
    starts.push({ n, at: from + found.index, words: from + found.index + found[0].length });
    from = starts.at(-1).words;
  }
  return starts.map(({ n, words }, i) => {
    const whole = items.slice(words, starts[i + 1]?.at).split(/\.\s/)[0];
    return { value: n, words: whole.replace(/[.;,\s]+$/, '') };
  });
}
