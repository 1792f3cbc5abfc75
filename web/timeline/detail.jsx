// Detail: all that is said of the thing that is chosen. List: the things under one another, where the
// window is too narrow for a picture, and on paper.
// SPDX-License-Identifier: Apache-2.0
import { dayShort } from '../base/day.js';
import { say, sayCapital, sayCode } from '../base/texts.js';
import { Quantity } from '../parts/quantity.jsx';
import { plan } from '../state/answer.js';
import { reader } from '../state/view.js';
import { clustered } from './layout.js';
import { wordsDates, wordsDatesLong, wordsKind, wordsReason } from './words.js';

function Sources({ keys }) {
  if (reader.value === 'person') return null;
  const known = (keys ?? []).map((key) => plan.value?.sources?.[key]?.text).filter(Boolean);
  return known.length > 0 && <p class="soft">{say('web.timeline.sources', { list: known.join('; ') })}</p>;
}

function Lines({ rows }) {
  return <ul class="timeline-lines">{rows.map((row) => <li key={row.id ?? row.from}>{row.text}</li>)}</ul>;
}

function Healing({ item }) {
  const what = wordsKind(item);
  return (
    <p>{say('web.timeline.starts')} <Quantity q={item.starts} what={say('web.timeline.starts.what', { phase: what })} about={['healing']} isRange />{' '}
      {say('web.timeline.ends')} <Quantity q={item.ends} what={say('web.timeline.ends.what', { phase: what })} about={['healing']} isRange /></p>
  );
}

// `isPlain`: without a heading of its own.
export function Detail({ item, isPlain = false }) {
  const isList = item.rows || item.held, zones = item.zones?.map((zone) => sayCode('zones', zone)).join(', ');
  return (
    <div class="timeline-detail">
      {!isPlain && <p><b>{wordsKind(item)}</b> <span class="soft">{wordsDatesLong(item)}</span></p>}
      {item.rows && <Lines rows={item.rows} />}
      {item.held && <ul class="timeline-lines">{item.held.map((row) => <li key={row.from}>{dayShort(row.from)}: {row.text}</li>)}</ul>}
      {!isList && item.lane !== 'sittings' && wordsReason(item) && <p>{wordsReason(item)}</p>}
      {item.lane === 'sittings' && zones && <p>{sayCapital(zones)}</p>}
      {item.lane === 'healing' && item.ends && <Healing item={item} />}
      <Sources keys={item.sources} />
    </div>
  );
}

export function List({ items, today, chosen, onChoose }) {
  const rows = clustered(items, 1, 8), after = rows.findIndex((item) => item.from > today);
  const now = <li key="today" class="timeline-now">{say('web.timeline.today')}, {dayShort(today)}</li>;
  const made = rows.map((item) => {
    const is = item.id === chosen?.id;
    return (
      <li key={item.id} data-lane={item.lane} data-kind={item.kind}>
        <button type="button" aria-expanded={is} onClick={() => onChoose(is ? null : item, true)}>
          <span class="timeline-when">{wordsDates(item)}</span>
          <span class="timeline-what">{item.kind === 'event' && item.text ? item.text : wordsKind(item)}</span>
        </button>
        {is && <Detail item={item} isPlain />}
      </li>
    );
  });
  made.splice(after < 0 ? made.length : after, 0, now);
  return <ol class="timeline-list">{made}</ol>;
}
