// build MODULES OUT [--watch]: bundles the page into OUT: index.html, app.css, mark.svg, and the scripts:
// app.js with which the page begins, later.js with what lies one tap behind, chunk.js which both need.
// MODULES holds node_modules as package-lock.json has them.
// SPDX-License-Identifier: Apache-2.0
import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [modules, out, mode] = process.argv.slice(2);
const here = fileURLToPath(new URL('.', import.meta.url));
const { build, context } = createRequire(resolve(modules, 'package.json'))('esbuild');

const options = {
  absWorkingDir: here,
  entryPoints: [{ in: 'main.jsx', out: 'app' }, { in: 'later.jsx', out: 'later' }, { in: 'app.css', out: 'app' }],
  outdir: resolve(out),
  entryNames: '[name]',
  bundle: true,
  minify: true,
  format: 'esm',
  splitting: true,
  chunkNames: '[name]',
  target: ['es2022', 'chrome105', 'firefox110', 'safari16.4'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  nodePaths: [resolve(modules, 'node_modules')],
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
};

mkdirSync(out, { recursive: true });
for (const name of ['index.html', 'mark.svg']) copyFileSync(join(here, name), join(out, name));
if (mode === '--watch') await (await context(options)).watch();
else await build(options);
