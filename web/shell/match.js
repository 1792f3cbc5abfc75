// match: which of many lines are meant by what is typed: each word of it begins a word of the line,
// or stands in it. Case and accents do not count.
// SPDX-License-Identifier: Apache-2.0
const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const AT_START = 3, AT_WORD = 2, INSIDE = 1;

function scoreOf(line, word) {
  const at = line.indexOf(word);
  if (at < 0) return 0;
  if (at === 0) return AT_START;
  return line.includes(` ${word}`) ? AT_WORD : INSIDE;
}

// The rows that match, the nearest first; rows of one score keep their order. `wordsOf(row)` is its line.
export function matchRows(rows, typed, wordsOf) {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  const scored = rows.map((row) => {
    const line = plain(wordsOf(row)), scores = words.map((word) => scoreOf(line, word));
    return { row, score: Math.min(...scores) > 0 ? scores.reduce((sum, one) => sum + one, 0) : 0 };
  });
  return scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score).map(({ row }) => row);
}
