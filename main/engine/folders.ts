import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where an engine keeps its data; everything lies under one folder that can be moved as a whole. */
export interface Folders {
  readonly root: string;
  readonly database: string;
  readonly backups: string;
  /** thumbnails and overlays, made from the originals; may be deleted, and are then made again by a re-check */
  readonly pictures: string;
  readonly sampleShop: string;
  /** fixed copies of photos; the originals lie elsewhere and are never changed */
  readonly fixed: string;
  readonly logs: string;
}

/** Names the folders under `root` and makes those that are missing. */
export function prepareFolders(root: string): Folders {
  const folders: Folders = {
    root,
    database: join(root, 'vitrine.db'),
    backups: join(root, 'backups'),
    pictures: join(root, 'pictures'),
    sampleShop: join(root, 'sample-shop'),
    fixed: join(root, 'fixed'),
    logs: join(root, 'logs'),
  };
  for (const folder of [root, folders.backups, folders.pictures, folders.fixed, folders.logs]) mkdirSync(folder, { recursive: true });
  return folders;
}
