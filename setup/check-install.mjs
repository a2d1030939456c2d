import fs from 'node:fs';
import path from 'node:path';
import { requireNode24 } from './bundled-node.mjs';

/** Packages that the commands cannot do without, each of a kind that npm can be told to leave out. */
const needed = ['vite', 'electron', 'typescript'];

/**
 * Plain Node 20 and nothing installed is all this needs: call it before anything is imported that is a package.
 * @param {string} root the project's folder
 * @throws naming what npm left out and the line that puts it in
 */
export function checkInstall(root) {
  const modules = path.join(root, 'node_modules');
  if (!fs.existsSync(modules)) throw new Error('Nothing is installed yet. Run "npm ci" first.');
  const missing = needed.filter((name) => !fs.existsSync(path.join(modules, name, 'package.json')));
  if (missing.length > 0) {
    throw new Error(
      `npm left out ${missing.join(', ')}: it does so where NODE_ENV is "production" or its settings omit "dev". Run "npm ci --include=dev --include=optional".`,
    );
  }
  requireNode24(root);
}
