// run NAME STIPPLE ROOT MODULES [--web FOLDER]: the test NAME.mjs, which exports an async function of a
// kit, with a server and a browser of its own. MODULES/node_modules holds what drives the browser.
// SPDX-License-Identifier: Apache-2.0
import { driveBegin } from './drive.mjs';

const [name, stipple, root, modules, ...options] = process.argv.slice(2);
const kit = await driveBegin({ stipple, root, modules, options });
try {
  const { default: test } = await import(`./${name}.mjs`);
  await test(kit);
} catch (error) {
  kit.claim(false, `${name} ends: ${error.stack}`);
} finally {
  await kit.end();
}
console.log(`${kit.claimed()} claims, ${kit.failed()} failed`);
process.exit(kit.failed() === 0 && kit.claimed() > 0 ? 0 : 1);
