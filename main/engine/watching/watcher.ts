import { watch, type FSWatcher } from 'node:fs';

/** Systems that tell of a whole tree by themselves; elsewhere each folder is watched. */
const watchesTrees = process.platform === 'darwin' || process.platform === 'win32';

/**
 * Says that something happened below a folder, not what: the folder is compared as a whole anyway. Where the system
 * watches no more of them, or none (a network drive), the rest is left to looks by the clock.
 */
export function createWatcher(onChange: () => void) {
  const watchers = new Map<string, FSWatcher>();
  const drop = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };

  /** False where the system takes no more. */
  function add(folder: string): boolean {
    try {
      const watcher = watch(folder, { persistent: false, recursive: watchesTrees }, onChange);
      watcher.on('error', () => {
        drop(folder);
        onChange();
      });
      watchers.set(folder, watcher);
      return true;
    } catch {
      return false;
    }
  }

  return {
    /** Watches these and no others; the first one is the folder itself. */
    renew(folders: readonly string[]): void {
      const wanted = new Set(watchesTrees ? folders.slice(0, 1) : folders);
      for (const folder of watchers.keys()) if (!wanted.has(folder)) drop(folder);
      for (const folder of wanted) if (!watchers.has(folder) && !add(folder)) return;
    },
    close(): void {
      for (const folder of watchers.keys()) drop(folder);
    },
  };
}
export type Watcher = ReturnType<typeof createWatcher>;
