// What plain modules of the page ask of a browser, for tests that have none: imported before them.
// SPDX-License-Identifier: Apache-2.0
const define = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });

define('navigator', { languages: ['en'], platform: 'Linux' });
define('document', { documentElement: { lang: 'en' } });
define('sessionStorage', { getItem: () => null, setItem() {}, removeItem() {} });

// {id: words} as /api/texts has them
export const rowsOf = (words) => Object.entries(words).map(([id, en]) => ({ list: 'sayings', id, key: 'text', text: { en } }));
