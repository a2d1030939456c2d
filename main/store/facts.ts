import type { WritableDb } from './db.ts';

/** Small things the console must remember of itself, e.g. which packs judged last. */
export function factsOf(db: WritableDb) {
  const get = db.prepare<[string], { value: string }>('select value from facts where key = ?');
  const put = db.prepare<[string, string]>('insert or replace into facts (key, value) values (?, ?)');
  return {
    get: (key: string): string | null => get.get(key)?.value ?? null,
    put: (key: string, value: string): void => void put.run(key, value),
  };
}
export type Facts = ReturnType<typeof factsOf>;
