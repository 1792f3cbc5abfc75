// Guard: a part of the page that cannot be drawn says so, and the rest goes on. It is drawn again when
// the plan has changed.
// SPDX-License-Identifier: Apache-2.0
import { Component } from 'preact';

import { say } from '../base/texts.js';
import { plan } from '../state/answer.js';

export class Guard extends Component {
  componentDidCatch(error) {
    console.error(error);
    this.setState({ broken: plan.peek() });
  }

  render({ children }, { broken }) {
    if (broken === undefined || broken !== plan.value) return children;
    return <p class="note bad" role="alert">{say('web.guard')}</p>;
  }
}
