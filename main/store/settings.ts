import type { z } from 'zod';
import { Settings } from '../../app/contract/settings.ts';
import { transact, type WritableDb } from './db.ts';

type Values = z.output<typeof Settings>;
type Key = keyof Values;

const keys = Object.keys(Settings.shape) as Key[];

/**
 * Settings by key. A stored value that no longer makes sense (another version, a hand in the file) is set aside
 * with the reason, and the default holds: it never keeps the console from starting.
 */
export function settingsOf(db: WritableDb, now: () => number) {
  const all = db.prepare<[], { key: string; value: string }>('select key, value from settings');
  const put = db.prepare<[string, string, number]>('insert or replace into settings (key, value, updated_at) values (?, ?, ?)');
  const drop = db.prepare<[string]>('delete from settings where key = ?');
  const setAside = db.prepare<[string, string, string, number]>(
    'insert or replace into settings_set_aside (key, value, reason, at) values (?, ?, ?, ?)',
  );

  function parse(key: Key, text: string): { value: unknown } | { reason: string } {
    try {
      const parsed = Settings.shape[key].safeParse(JSON.parse(text));
      return parsed.success ? { value: parsed.data } : { reason: parsed.error.issues.map((issue) => issue.message).join('; ') };
    } catch (error) {
      return { reason: error instanceof Error ? error.message : String(error) };
    }
  }

  function get(): Values {
    const stored = new Map(all.all().map((row) => [row.key, row.value]));
    const good: Record<string, unknown> = {};
    for (const key of keys) {
      const text = stored.get(key);
      if (text === undefined) continue;
      const parsed = parse(key, text);
      if ('value' in parsed) {
        good[key] = parsed.value;
        continue;
      }
      transact(db, () => {
        setAside.run(key, text, parsed.reason, now());
        drop.run(key);
      });
    }
    return Settings.parse(good);
  }

  return {
    get,
    set(changes: Partial<Record<Key, unknown>>): Values {
      transact(db, () => {
        for (const key of keys) {
          const value = changes[key];
          if (value !== undefined) put.run(key, JSON.stringify(value), now());
        }
      });
      return get();
    },
  };
}
export type SettingsStore = ReturnType<typeof settingsOf>;
