// chips: what nobody may overlook about the person, out of the file, in a few words each. A list that
// is absent was not asked, an empty one says no.
// SPDX-License-Identifier: Apache-2.0
import { dayWords } from '../base/day.js';
import { say, sayCapital, sayCode } from '../base/texts.js';

const THINNERS = ['anticoagulant', 'antiplatelet'];
const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI'];
const ORDER = ['care', 'open', 'plain'];   // what is told first

const care = (id, words) => ({ id, level: 'care', words });
const open = (id, words) => ({ id, level: 'open', words });
const plain = (id, words) => ({ id, level: 'plain', words });

// An entry with its doubt: "latex", "latex (not certain)"
const certain = (words, isCertain) => (isCertain ? words : say('web.banner.perhaps', { what: words }));

function allergies({ allergies: rows }) {
  if (!rows) return [open('allergies', say('web.banner.allergies.open'))];
  const has = rows.filter((row) => row.status !== 'no')
    .map((row) => certain(sayCode('allergies', row.code), row.status !== 'unknown'));
  if (has.length === 0) return [plain('allergies', say('web.banner.allergies.none'))];
  return [care('allergies', say('web.banner.allergies', { what: has.join(', ') }))];
}

// A day that is over is told with its day; one that is not known is told as a doubt.
function thinner({ medications: rows }, on) {
  if (!rows) return [open('thinner', say('web.banner.medicines.open'))];
  const taken = rows.filter((row) => THINNERS.includes(row.code));
  if (taken.length === 0) return [plain('thinner', say('web.banner.thinner.none'))];
  return taken.map(({ code, stopped }) => {
    const what = sayCode('medications', code), isDay = /^\d/.test(stopped ?? '');
    if (isDay && stopped <= on) return plain('thinner', say('web.banner.took', { what, until: dayWords(stopped) }));
    return care('thinner', say('web.banner.takes', { what: certain(what, stopped !== undefined && stopped !== 'unknown') }));
  });
}

function coldSores({ conditions: rows }) {
  if (!rows) return [open('cold-sores', say('web.banner.illness.open'))];
  const has = rows.filter((row) => row.code === 'herpes_labialis');
  if (has.length === 0) return [plain('cold-sores', say('web.banner.cold_sores.none'))];
  const words = sayCapital(sayCode('conditions', 'herpes_labialis'));
  return [care('cold-sores', has.some((row) => row.status === 'active') ? say('web.banner.active', { what: words }) : words)];
}

function implants({ implants: rows }) {
  if (!rows) return [open('implants', say('web.banner.implants.open'))];
  if (rows.length === 0) return [plain('implants', say('web.banner.implants.none'))];
  return [care('implants', say('web.banner.implants', { what: rows.map((row) => sayCode('implants', row.code)).join(', ') }))];
}

function pregnancy({ pregnant, breastfeeding, sex }) {
  const chips = [];
  if (pregnant === 'yes') chips.push(care('pregnant', say('web.banner.pregnant')));
  else if (pregnant === 'no' && sex !== 'male') chips.push(plain('pregnant', say('web.banner.pregnant.no')));
  else if (pregnant !== 'no' && sex !== 'male') chips.push(open('pregnant', say('web.banner.pregnant.open')));
  if (breastfeeding === 'yes') chips.push(care('breastfeeding', say('web.banner.breastfeeding')));
  return chips;
}

function skin({ phototype }) {
  if (ROMAN[phototype]) return [plain('skin-type', say('web.banner.skin', { type: ROMAN[phototype] }))];
  return [open('skin-type', say('web.banner.skin.open'))];
}

let names = null;   // made once: it takes longer than all the rest of the banner

function languageName(code) {
  const { lang } = document.documentElement;
  names ??= new Intl.DisplayNames([lang === 'en' ? 'en-GB' : lang], { type: 'language' });
  try {
    return names.of(code);
  } catch {
    return code;   // it is no code of a language, and was meant as its name
  }
}

function speech({ languages, interpreter }) {
  const chips = languages?.length ? [plain('languages', sayCapital(languages.map(languageName).join(', ')))] : [];
  if (interpreter === 'yes') chips.unshift(care('interpreter', say('web.banner.interpreter')));
  return chips;
}

// [{id, level, words}]: level is care (mind it), open (not answered) or plain; those to mind first.
export function chipsOf(doc, on) {
  const chips = [...allergies(doc), ...thinner(doc, on), ...implants(doc), ...pregnancy(doc), ...coldSores(doc),
    ...skin(doc), ...speech(doc)];
  return ORDER.flatMap((level) => chips.filter((chip) => chip.level === level));
}
