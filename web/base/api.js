// api: the server, asked with the token. What goes wrong is one of four errors:
//   Problem    it answered, and says what is wrong (application/problem+json)
//   NoToken    it does not take the token
//   Away       it does not answer
//   AbortError whoever asked does not want the answer any more
// The token is kept in memory, and for this tab in sessionStorage, and nowhere else.
// SPDX-License-Identifier: Apache-2.0
const KEPT = 'stipple-token';
const POLL_MS = 250;

export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? '');
    this.status = status;
    this.slug = String(body.type ?? '').split(':').at(-1);
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.field = body.field ?? null;
    this.line = body.line ?? null;
  }
}
export class NoToken extends Error {}
export class Away extends Error {}

let token = sessionStorage.getItem(KEPT);

export const apiHasToken = () => token !== null;

// From an address, from what follows its '#', or alone. Null: it cannot be one.
function tokenIn(text) {
  const found = text.slice(text.lastIndexOf('#') + 1).trim();
  return /^[\x21-\x7e]{1,256}$/.test(found) && !found.includes('://') ? found : null;
}

export function apiTakeToken(text) {
  const found = tokenIn(text);
  if (found === null) return false;
  token = found;
  sessionStorage.setItem(KEPT, token);
  return true;
}

// Whether the server takes the token in `text`: one that is good is not given up for one that is not.
export async function apiIsGood(text) {
  const found = tokenIn(text);
  if (found === null || found === token) return found !== null;
  try {
    return (await fetch('/api/texts/codes', {
      headers: { Authorization: `Bearer ${found}` }, cache: 'no-store', credentials: 'omit',
    })).ok;
  } catch {
    return false;
  }
}

export function apiDropToken() {
  token = null;
  sessionStorage.removeItem(KEPT);
}

// Random, 32 characters: a page or a work by name.
export function apiId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function problemOf(response) {
  try {
    return new Problem(response.status, await response.json());
  } catch {
    return new Problem(response.status, { title: `${response.status} ${response.statusText}` });
  }
}

// The response, which is a good one. Nothing is kept in the browser's cache. What was asked with a
// token that has been replaced meanwhile is asked again with the new one.
export async function apiAsk(path, options = {}) {
  const { method = 'GET', body, type, page, work, signal } = options, mine = token;
  const headers = { Authorization: `Bearer ${mine}` };
  if (type) headers['Content-Type'] = type;
  if (page) headers['Stipple-Page'] = page;
  if (work) headers['Stipple-Work'] = work;
  let response;
  try {
    response = await fetch(path, {
      method, body, headers, signal, cache: 'no-store', credentials: 'omit', redirect: 'error',
    });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Away(error.message);
  }
  if (response.status === 401 && token !== null && token !== mine) return apiAsk(path, options);
  if (response.status === 401) throw new NoToken();
  if (!response.ok) throw await problemOf(response);
  return response;
}

// Reads what has come whole. A connection that breaks off on the way is nobody's answer.
async function whole(reading) {
  try {
    return await reading;
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Away(error.message);
  }
}
export const apiBytes = (response) => whole(response.blob());
export const apiJson = async (response) => JSON.parse(await whole(response.text()));

function eventOf(block) {
  const event = { name: 'message', data: '' };
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) event.name = line.slice(6).trim();
    if (line.startsWith('data:')) event.data += line.slice(5).trim();
  }
  return event;
}

async function readEvents(response, onShare) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) {
      const { name, data } = eventOf(block);
      if (name !== 'progress') continue;
      const share = JSON.parse(data).share;
      if (typeof share === 'number') onShare(share);
    }
  }
}

// Tells how far a work is until it ends. Progress is a courtesy: what goes wrong with it is passed
// over, and the answer itself will say. (EventSource could not send the token.)
export async function apiFollow(work, onShare, signal) {
  for (let tries = 0; tries < 4 && !signal.aborted; tries++) {
    try {
      await readEvents(await apiAsk(`/api/plan/progress/${work}`, { signal }), onShare);
      return;
    } catch (error) {
      // The work may not have begun yet.
      if (!(error instanceof Problem) || error.status !== 404) return;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
}

export function apiStop(work) {
  return apiAsk(`/api/plan/progress/${work}`, { method: 'DELETE' }).catch(() => {});
}
