import { z } from 'zod';
import type { RuleId } from '../../app/photo-check/types.ts';
import type { ReadableDb, WritableDb } from './db.ts';

/** What a photo's search key is made of. */
export interface Searchable {
  readonly id: string;
  readonly name: string;
  /** read in the picture, over it or on the product */
  readonly texts: readonly string[];
}

/** The rules whose name a word of a search means; the store does not know how rules are called. */
export type RulesNamed = (word: string) => ReadonlySet<RuleId>;

/** Text as it is compared: width and case do not matter. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

const Texts = z.array(z.object({ text: z.string() })).catch([]);
const textsIn = (json: string | null): string[] => (json === null ? [] : Texts.parse(JSON.parse(json)).map(({ text }) => text));

/**
 * Looks a search up: the ids of the photos on which all of its words are found, each anywhere; null where nothing is
 * searched for. `profilesFor`: the verdict profiles that a word means by the name of a rule. The keys are scanned as
 * they are: for 20,000 that takes some milliseconds, and an index of three letters could find neither 茶盅 nor "cz".
 * A photo that has no key yet is found by its name.
 */
export function photoSearchIn(db: ReadableDb): (text: string, profilesFor: (word: string) => readonly number[]) => ReadonlySet<string> | null {
  const withWord = db.prepare<[string], { id: string }>('select photo_id as id from photo_search where instr(key, ?) > 0');
  const withProfile = db.prepare<[string], { id: string }>(
    `select p.id from photos p left join waived_profiles w on w.photo_id = p.id
     where coalesce(w.profile_id, p.profile_id) in (select value from json_each(?))`,
  );
  const keyless = db.prepare<[], { id: string; name: string }>('select id, name from photos p where not exists (select 1 from photo_search s where s.photo_id = p.id)');
  return (text, profilesFor) => {
    const words = [...new Set(plain(text).split(/\s+/).filter((word) => word !== ''))];
    if (words.length === 0) return null;
    const unindexed = keyless.all().map(({ id, name }) => ({ id, name: plain(name) }));
    const found = words.map((word) => {
      const profiles = profilesFor(word);
      const rows = [withWord.all(word), unindexed.filter(({ name }) => name.includes(word)), profiles.length === 0 ? [] : withProfile.all(JSON.stringify(profiles))];
      return new Set(rows.flatMap((some) => some.map(({ id }) => id)));
    });
    return found.reduce((all, some) => new Set([...all].filter((id) => some.has(id))));
  };
}

/** The keys that photos are found by. They are made from what is stored, so each may be forgotten and made again. */
export function searchKeysOf(db: WritableDb) {
  const missing = db.prepare<[number], { id: string; name: string; over: string | null; printed: string | null }>(
    `select p.id, p.name, a.measures -> '$.textOverlays' as over, a.measures -> '$.productText' as printed
     from photos p left join analyses a on a.photo_id = p.id
     where not exists (select 1 from photo_search s where s.photo_id = p.id) limit ?`,
  );
  const put = db.prepare<[string, string]>('insert or replace into photo_search (photo_id, key) select id, ? from photos where id = ?');
  const forget = db.prepare<[string]>('delete from photo_search where photo_id = ?');
  return {
    /** photos that have no key, at most `limit` */
    missing: (limit: number): Searchable[] => missing.all(limit).map(({ id, name, over, printed }) => ({ id, name, texts: [...textsIn(over), ...textsIn(printed)] })),
    put: (photoId: string, key: string): void => void put.run(key, photoId),
    /** What the key was made of changed. */
    forget: (photoId: string): void => void forget.run(photoId),
  };
}
export type SearchKeys = ReturnType<typeof searchKeysOf>;
