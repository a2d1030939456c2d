import { Settings } from '../../app/contract/settings.ts';

const key = 'vitrine.first-paint';

/**
 * The settings that the window was last seen with, so that the first paint need not wait for the engine; the
 * defaults where there are none or they cannot be read any more.
 */
export function recall(storage: Pick<Storage, 'getItem'>): Settings {
  try {
    const parsed = Settings.safeParse(JSON.parse(storage.getItem(key) ?? '{}'));
    if (parsed.success) return parsed.data;
  } catch {
    // Unreadable text is as good as none: the engine's answer follows within the second.
  }
  return Settings.parse({});
}

/** Keeps what the next start needs before the engine answers. */
export function remember(settings: Settings, storage: Pick<Storage, 'setItem'>): void {
  storage.setItem(key, JSON.stringify(settings));
}
