// dispute: which disagreements of a plan bear on a number: by what they are about, or because they
// rest on the same studies. Our own choices and what the person said are no studies.
// SPDX-License-Identifier: Apache-2.0
const OURS = new Set(['default', 'clinic', 'patient', 'setup']);

// What each of them is about: what it says itself, and the place in the plan where it stands.
function topicsOf(plan) {
  const topics = new Map();
  const add = (rows, topic) => {
    for (const { id, about = [] } of rows ?? []) topics.set(id, [...(topics.get(id) ?? about), ...topic]);
  };
  add(plan.series?.disagreement, ['sessions']);
  for (const line of plan.aftercare ?? []) add(line.disagreement, [line.id]);
  add(plan.disagreement, []);
  return topics;
}

// {about, near}: about = the topics meet; near = only a source is shared.
export function disputesOf(plan, q, topics) {
  const all = new Map(), of = topicsOf(plan);
  for (const row of [...(plan.series?.disagreement ?? []), ...(plan.disagreement ?? [])]) all.set(row.id, row);
  const own = new Set((q.sources ?? []).filter((key) => !OURS.has(key)));
  const rows = [...all.values()], meets = (row) => of.get(row.id).some((topic) => topics.includes(topic));
  return {
    about: rows.filter(meets),
    near: rows.filter((row) => !meets(row) && row.sources.some((key) => own.has(key))),
  };
}

// The sides of a disagreement in what the evidence answers, which may hold several entries of one
// id: [{says, sources, status}].
export function disputeSides(answer) {
  return [answer, ...(answer.also ?? [])].find((entry) => entry.value?.sides)?.value.sides ?? [];
}
