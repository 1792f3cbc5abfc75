// Twin: the table behind a picture. Every picture of numbers has one.
// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';

import { say } from '../base/texts.js';

// heads: [words]; rows(): [[cell]], of which the first heads its row. They are worked out once it is open.
export function Twin({ caption, heads, rows }) {
  const [is, set] = useState(false);
  return (
    <details class="twin" onToggle={(event) => set(event.currentTarget.open)}>
      <summary>{say('web.twin')}</summary>
      {is && <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead><tr>{heads.map((head) => <th scope="col" key={head}>{head}</th>)}</tr></thead>
          <tbody>{rows().map(([first, ...rest], row) => (
            <tr key={row}>
              <th scope="row">{first}</th>
              {rest.map((cell, i) => <td key={heads[i + 1]}>{cell}</td>)}
            </tr>
          ))}</tbody>
        </table>
      </div>}
    </details>
  );
}
