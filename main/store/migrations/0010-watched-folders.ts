import type { Migration } from './migration.ts';

/**
 * Folders that are compared with the catalogue again and again, and photos whose file is no longer where it was. A
 * folder that is taken off stays as a row, so that this can be undone. `device` is the file system it lay on at the
 * last look: an empty folder on another one is a drive that is not plugged in.
 */
export const watchedFolders: Migration = {
  version: 10,
  name: '0010-watched-folders',
  up(db) {
    db.exec(`
      create table watched_folders (
        seq integer primary key autoincrement,
        id text not null unique,
        path text not null unique,
        paused integer not null default 0 check (paused in (0, 1)),
        added_at integer not null,
        removed_at integer,
        -- of the last look that came to its end
        looked_at integer,
        pictures integer not null default 0,
        device text
      ) strict;

      create table missing_files (
        photo_id text primary key references photos (id) on delete cascade,
        since integer not null
      ) strict, without rowid;
    `);
  },
};
