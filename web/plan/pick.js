// pick: what of a plan a card shows. Nothing is worked out here: dates and numbers are taken from the
// plan as they stand, and put in order.
// SPDX-License-Identifier: Apache-2.0
const isPlanned = (session) => session.status === 'planned';

export const pickNext = (plan) => plan.sessions.find(isPlanned) ?? null;

// planned: there is a sitting to come; done: all of them were given; none: nothing is planned.
export function pickState(plan) {
  const given = plan.sessions.filter((session) => session.status === 'given').length;
  const isOpen = !['ask', 'defer', 'refuse'].includes(plan.verdict);
  if (pickNext(plan)) return 'planned';
  return isOpen && given > 0 && plan.series && given >= plan.series.chosen ? 'done' : 'none';
}

// {planned, given, last}: the visits of one treatment count once; last is the day of the last of them.
export function pickCount(plan) {
  const first = plan.sessions.filter(({ part }) => !(part > 1));
  const planned = first.filter(isPlanned).length;
  return { planned, given: first.length - planned, last: plan.sessions.at(-1)?.date ?? null };
}

// The first entry of a kind from the day of the plan on.
export const pickDay = (plan, kind) =>
  plan.calendar.find((day) => day.kind === kind && day.date >= plan.on) ?? null;

// The first day on which the result is looked at, and not that on which a test spot is read or on which
// treatment becomes possible: `others` are the words of those days.
export const pickReview = (plan, others = []) =>
  plan.calendar.find(({ kind, date, text }) => kind === 'review' && date >= plan.on && !others.includes(text)) ?? null;

export const pickText = (plan, date) =>
  plan.calendar.find((day) => day.kind === 'session' && day.date === date)?.text ?? '';

export const pickMakeUp = (plan) => plan.course.days.find((day) => day.make_up === 'yes') ?? null;

// The dates as they are read: one line a day and kind; check-ins only as how many there are.
export function pickDates(plan) {
  const told = plan.calendar.filter(({ kind }) => kind !== 'check_in' && kind !== 'photo');
  return { told, checks: plan.calendar.filter(({ kind }) => kind === 'check_in').length };
}

// What somebody has to do before: a prescriber, a letter, a test spot, what is left off.
export const pickTasks = (plan) =>
  plan.calendar.filter(({ kind }) => kind === 'preparation' || kind === 'test_spot');

const isSame = (a, b) => a.indication === b.indication && a.because === b.because &&
  a.value === b.value && a.low === b.low && a.high === b.high;

// Results that are the same stand together: [{indication, zones, months}], months in order.
export function pickResults(plan) {
  const all = new Map();
  for (const month of plan.course.months) {
    const key = `${month.zone} ${month.indication}`;
    if (!all.has(key)) all.set(key, { indication: month.indication, zones: [month.zone], months: [] });
    all.get(key).months.push(month);
  }
  const out = [];
  for (const one of all.values()) {
    const like = out.find((other) => other.months.length === one.months.length &&
      other.months.every((month, i) => isSame(month, one.months[i])));
    if (like) like.zones.push(...one.zones);
    else out.push(one);
  }
  return out;
}

// The aftercare by the day it ends: [{day, dos, donts}]; day null = it has no end, and stands last.
export function pickEnds(plan) {
  const days = new Map();
  for (const line of plan.aftercare) {
    const day = line.always ? null : line.to;
    if (!days.has(day)) days.set(day, { day, dos: [], donts: [] });
    days.get(day)[line.do ? 'dos' : 'donts'].push(line);
  }
  return [...days.values()].sort((a, b) =>
    (a.day === null) - (b.day === null) || (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

// The list of when to call by level, in its order: [{level, call, lines}]
export function pickWatch(plan) {
  const levels = [];
  for (const line of plan.watch) {
    const same = levels.find(({ level }) => level === line.level);
    if (same) same.lines.push(line);
    else levels.push({ level: line.level, call: line.call ?? null, lines: [line] });
  }
  return levels;
}

// A finding counts where it bears on something that was asked for.
export function pickCounting(plan) {
  const { findings, options } = plan.screening;
  const used = new Set(options.flatMap((option) => option.findings));
  return options.length ? findings.filter(({ id }) => used.has(id)) : findings;
}

// What makes the verdict what it is.
export const pickReasons = (plan) => pickCounting(plan).filter((one) => one.class === plan.verdict);
