import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ModelEntry, ModelFile } from '../manifest.ts';

/** Where a file of a model should lie on this computer (absolute), whether it is there or not. */
export type LocateFile = (entry: ModelEntry, file: ModelFile) => string;

/**
 * Finds the files of models inside npm packages.
 * @param packagesDir a folder laid out like node_modules; without it, the node_modules folders above this file
 */
export function packageLocator(packagesDir?: string): LocateFile {
  const folders =
    packagesDir === undefined ? (createRequire(import.meta.url).resolve.paths('a-package') ?? []) : [packagesDir];
  return (entry, file) => {
    const candidates = folders.map((folder) => path.join(folder, ...entry.package.name.split('/')));
    const home = candidates.find((folder) => existsSync(folder)) ?? candidates[0] ?? entry.package.name;
    return path.join(home, ...file.path.split('/'));
  };
}
