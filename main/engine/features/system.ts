import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Handlers } from '../../../app/contract/handlers.ts';
import type { Contract } from '../../../app/contract/index.ts';
import type { Storage } from '../../../app/contract/system.ts';
import { err, ok } from '../../../app/kernel/result.ts';
import { listBackups } from '../../store/backup.ts';
import type { Store } from '../../store/index.ts';
import type { Folders } from '../folders.ts';
import type { Upkeep } from '../upkeep.ts';

export interface SystemParts {
  readonly store: Store;
  readonly folders: Folders;
  readonly upkeep: Upkeep;
  readonly schemaVersion: number;
}

const leastHeldMs = 2_000;
const restFactor = 50;

async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = await Promise.all(
    entries.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name)).then((found) => found.size, () => 0)),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/**
 * Counting walks through every derivative there is, so it is done anew only after a while: the longer it took, the
 * longer the last count holds.
 */
function slowly(count: () => Promise<number>): () => Promise<number> {
  let counted: { readonly bytes: Promise<number>; until: number } | null = null;
  return () => {
    if (counted !== null && performance.now() < counted.until) return counted.bytes;
    const start = performance.now();
    const bytes = count();
    const mine = { bytes, until: Number.POSITIVE_INFINITY };
    counted = mine;
    void bytes.then(() => { mine.until = performance.now() + Math.max(leastHeldMs, (performance.now() - start) * restFactor); });
    return bytes;
  };
}

const bytesOf = (path: string): Promise<number> => stat(path).then((found) => found.size, () => 0);

async function freeBytes(folder: string): Promise<number | null> {
  try {
    const disk = await statfs(folder);
    return disk.bavail * disk.bsize;
  } catch {
    return null;
  }
}

/** Calls about the data folder: its size, its soundness, a backup now. */
export function systemHandlers({ store, folders, upkeep, schemaVersion }: SystemParts): Handlers<
  Contract['system'],
  'restartEngine' | 'engine' | 'about' | 'revealData'
> {
  const pictures = slowly(() => bytesBelow(folders.pictures));
  async function storage(): Promise<z.output<typeof Storage>> {
    const [database, log, picturesBytes, free] = await Promise.all([
      bytesOf(folders.database), bytesOf(`${folders.database}-wal`), pictures(), freeBytes(folders.root),
    ]);
    return {
      path: folders.root,
      schemaVersion,
      databaseBytes: database + log,
      picturesBytes,
      freeBytes: free,
      check: upkeep.checkState(),
      audit: upkeep.auditState(),
      lastBackupAt: listBackups(folders.backups)[0]?.at ?? null,
      pendingEvents: store.photoHistory.pending(),
    };
  }

  return {
    storage: async () => ok(await storage()),
    async backup() {
      const failure = await upkeep.backup('manual');
      return failure === null ? ok(await storage()) : err({ code: 'backup-failed', detail: failure });
    },
  };
}
