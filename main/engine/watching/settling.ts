import type { FolderFile } from '../../media/index.ts';

/** Nothing changed on it for so long that nobody still writes it; by the clock of its disk, which may be another one. */
const longSettledMs = 10_000;

interface Seen {
  readonly bytes: number;
  readonly modifiedMs: number;
  readonly changedMs: number;
  readonly since: number;
}

/**
 * Tells files that are whole from those that are still being copied: one is taken when size and times stayed the same
 * for `settleMs`, or when its last change is long ago.
 */
export function createSettling(settleMs: number) {
  const seen = new Map<string, Seen>();
  return {
    isSettled({ path, bytes, modifiedMs, changedMs }: FolderFile, now: number): boolean {
      if (now - Math.max(modifiedMs, changedMs) >= longSettledMs) {
        seen.delete(path);
        return true;
      }
      const before = seen.get(path);
      const same = before?.bytes === bytes && before.modifiedMs === modifiedMs && before.changedMs === changedMs;
      if (!same) seen.set(path, { bytes, modifiedMs, changedMs, since: now });
      return same && now - before.since >= settleMs;
    },
    /** Forgets what is not among these any more, or was taken. */
    keepOnly(paths: ReadonlySet<string>): void {
      for (const path of seen.keys()) if (!paths.has(path)) seen.delete(path);
    },
  };
}
export type Settling = ReturnType<typeof createSettling>;
