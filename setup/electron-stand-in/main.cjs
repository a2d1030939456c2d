'use strict';
// Takes the place of Electron's own default_app in the fallback: `electron [switches] <app folder> [arguments]`.
// Playwright preloads a script of its own with -r, which must run before the application.
const { app } = require('electron');
const fs = require('node:fs');
const path = require('node:path');
const Module = require('node:module');

const given = process.argv.slice(1);
const preloads = [];
let at = 0;
while (at < given.length && given[at].startsWith('-')) {
  if (given[at] === '-r' || given[at] === '--require') preloads.push(given[++at]);
  at += 1;
}
if (at >= given.length) {
  process.stderr.write('usage: electron [switches] <app folder> [arguments]\n');
  process.exit(1);
}
// As with the real one, the application sees [executable, app folder, ...its own arguments].
process.argv.splice(1, at);
for (const file of preloads) require(path.resolve(file));

const root = path.resolve(given[at]);
const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
app.setPath('userData', path.join(app.getPath('appData'), app.getName()));
app.setAppPath(root);
process.defaultApp = true;
Module._load(path.join(root, manifest.main), Module, true);
