// look: what is seen on the skin today, as it stands in the file. A find of the kind `spot` is one
// entry for each spot, with its place in words; one of the kind `area` is one entry with its zones.
// A list that is there is complete: what it does not name is "no". So a find is never the first
// entry of a list that nobody was asked about: what was not asked is put down as unknown with it.
// SPDX-License-Identifier: Apache-2.0
import { pathDrop, pathSet } from '../base/path.js';

const condition = (code, kind, status) => ({ code, list: 'conditions', kind, put: { status } });
const exposure = (code) => ({ code, list: 'exposures', kind: 'area', put: { resolved: 'ongoing' } });

export const LOOKS = [
  condition('suspicious_lesion', 'spot', 'active'), condition('actinic_keratosis', 'spot', 'active'),
  condition('raised_lesion', 'spot', 'stable'), condition('tattoo', 'spot', 'stable'), condition('keloid', 'spot', 'stable'),
  condition('skin_infection', 'area', 'active'), condition('open_wound', 'area', 'active'), condition('acne_inflammatory', 'area', 'active'),
  exposure('sunburn'), exposure('tan'), exposure('self_tan'),
];
export const lookOf = (code) => LOOKS.find((look) => look.code === code) ?? null;

const OVER = ['resolved'];
const PAST = ['history'];   // over as well, but for what leaves a mark on the skin
const LASTING = new Set(['keloid', 'tattoo']);

// yes, unknown, or no (it is over)
export function lookIs(look, entry) {
  if (look.list === 'exposures') {
    if (['ongoing', 'no'].includes(entry.resolved)) return 'yes';
    return entry.resolved === 'unknown' || (entry.resolved === undefined && entry.date === 'unknown') ? 'unknown' : 'no';
  }
  if (entry.status === 'unknown') return 'unknown';
  return OVER.includes(entry.status) || (PAST.includes(entry.status) && !LASTING.has(entry.code)) ? 'no' : 'yes';
}

// [{look, entry, at, is}] of all that is seen or may be there, in the order of the file.
export function lookFound(doc) {
  return ['conditions', 'exposures'].flatMap((list) => (doc[list] ?? []).map((entry, at) => {
    const look = LOOKS.find((one) => one.list === list && one.code === entry.code);
    return look ? { look, entry, at, is: lookIs(look, entry) } : null;
  })).filter((found) => found && found.is !== 'no');
}

// Every single spot of the file that is not over, whatever it is: [{entry, at, n}], numbered from 1.
export function lookSpots(doc) {
  return (doc.conditions ?? []).map((entry, at) => ({ entry, at }))
    .filter(({ entry }) => entry.spot && lookIs(lookOf(entry.code) ?? { list: 'conditions' }, entry) !== 'no')
    .map((spot, i) => ({ ...spot, n: i + 1 }));
}

export const lookState = (doc, code) => {
  const all = lookFound(doc).filter(({ look }) => look.code === code);
  return ['yes', 'unknown'].find((is) => all.some((one) => one.is === is)) ?? 'no';
};

// Whether a find would be the first answer of its list.
export const lookIsFirst = (doc, code) => lookOf(code).list === 'conditions' && !Array.isArray(doc.conditions);

// The list begun: `others` are the codes that nobody was asked about; [] = there is nothing else.
export function lookBegin(doc, others) {
  return { ...doc, conditions: others.map((code) => ({ code, status: 'unknown' })) };
}

const swapped = (doc, list, at, entry) => pathSet(doc, [list, at], entry);
const added = (doc, list, entry) => ({ ...doc, [list]: [...(doc[list] ?? []), entry] });

// It is seen. What was uncertain becomes certain; what is there already stays.
export function lookTick(doc, code) {
  const look = lookOf(code), all = lookFound(doc).filter((found) => found.look === look);
  if (all.some(({ is }) => is === 'yes')) return doc;
  if (all.length === 0) return added(doc, look.list, { code, ...look.put });
  const { date, ...entry } = all[0].entry;
  return swapped(doc, look.list, all[0].at, { ...entry, ...(date && date !== 'unknown' ? { date } : {}), ...look.put });
}

// It is not there after all: nothing of it stays, uncertain or not.
export function lookClear(doc, code) {
  const look = lookOf(code), gone = new Set(lookFound(doc).filter((found) => found.look === look).map(({ at }) => at));
  return gone.size === 0 ? doc : { ...doc, [look.list]: doc[look.list].filter((_, i) => !gone.has(i)) };
}

// Places, in words, at which there is a spot of this kind.
export const lookPlaces = (doc, code) => new Set(lookFound(doc).filter(({ look, entry }) => look.code === code && entry.spot).map(({ entry }) => entry.spot));

// A spot at its place, or away from it again. A tick that has no place yet gets it; else it is a
// further one.
export function lookSpot(doc, code, zone, spot) {
  const look = lookOf(code), all = lookFound(doc).filter((found) => found.look === look);
  const there = all.find(({ entry }) => entry.spot === spot && entry.zones?.includes(zone));
  if (there) return pathDrop(doc, [look.list, there.at]);
  const bare = all.find(({ entry }) => !entry.spot && !(entry.zones?.length > 0));
  const place = { zones: [zone], spot };
  if (!bare) return added(doc, look.list, { code, ...look.put, ...place });
  return swapped(doc, look.list, bare.at, { ...bare.entry, ...(bare.is === 'unknown' ? look.put : {}), ...place });
}

// A zone in or out of what an area find covers; without its last zone it is not there any more.
export function lookZone(doc, code, zone) {
  const look = lookOf(code), all = lookFound(doc).filter((found) => found.look === look);
  const holds = all.find(({ entry }) => entry.zones?.includes(zone));
  if (!holds) {
    if (all.length === 0) return added(doc, look.list, { code, ...look.put, zones: [zone] });
    return swapped(doc, look.list, all[0].at, { ...all[0].entry, zones: [...(all[0].entry.zones ?? []), zone] });
  }
  const zones = holds.entry.zones.filter((one) => one !== zone);
  if (zones.length === 0) return pathDrop(doc, [look.list, holds.at]);
  return swapped(doc, look.list, holds.at, { ...holds.entry, zones });
}

export const lookZones = (doc, code) => new Set(lookFound(doc).filter(({ look }) => look.code === code).flatMap(({ entry }) => entry.zones ?? []));

export const lookDrop = (doc, list, at) => pathDrop(doc, [list, at]);
export const lookSize = (doc, at, size) => (size === '' ? pathDrop(doc, ['conditions', at, 'size']) : pathSet(doc, ['conditions', at, 'size'], size));
