import type { ProductFilter } from '../../app/contract/products.ts';
import type { Verdict } from '../../app/photo-check/types.ts';
import type { ReadableDb } from './db.ts';
import { plain } from './photo-search.ts';

/** Products alike in all that is filtered by and counted. */
export interface ProductKind {
  readonly gaps: number;
  readonly unresolved: number;
  /** the verdicts of the main picture; null where there is none, or it is not judged yet */
  readonly profileId: number | null;
  readonly n: number;
}
type Asked = Pick<ProductFilter, 'show' | 'search'>;

/** Which of the few profiles mean a verdict, as the channel asked for judges them. */
export type ProfilesOf = (verdict: Verdict) => readonly number[];

/** A condition on `product_lines` with its values. */
interface Condition {
  readonly sql: string;
  readonly values: readonly string[];
}

const inSight = `not exists (select 1 from products h where h.removed = 1 and h.id = product_lines.product_id)`;

const asks: Readonly<Record<ProductFilter['show'], (profilesOf: ProfilesOf) => Condition>> = {
  all: () => ({ sql: 'true', values: [] }),
  missing: () => ({ sql: '+gaps > 0', values: [] }),
  unresolved: () => ({ sql: '+unresolved > 0', values: [] }),
  fail: (profilesOf) => judged(profilesOf('fail')),
  warn: (profilesOf) => judged(profilesOf('warn')),
  pass: (profilesOf) => judged(profilesOf('pass')),
};
/** The plus keeps the planner from the order of the verdicts: from there it would have to look each line up. */
const judged = (profiles: readonly number[]): Condition => ({ sql: '+profile_id in (select value from json_each(?))', values: [JSON.stringify(profiles)] });

/** A word anywhere in a text, taken as it is. GLOB skips to its first letter three times as fast as `instr`, where that is ASCII. */
export const anywhere = (word: string): Condition =>
  /^[ -~]/.test(word)
    ? { sql: 'search glob ?', values: [`*${word.replaceAll(/[*?[]/g, '[$&]')}*`] }
    : { sql: 'instr(search, ?) > 0', values: [word] };

const wordsOf = (search: string): string[] => [...new Set(plain(search).split(/\s+/).filter((word) => word !== ''))];

/**
 * Which products a list shows, page by page, and how many there are of each kind, from the lines that are kept beside
 * the products. Quick at 100,000: a page without a search goes along an index; a search goes through all words once.
 */
export function productLinesOf(db: ReadableDb) {
  const hidden = db.prepare<[], { id: string }>('select id from products where removed = 1 limit 1');
  const kindsSql = 'select gaps, unresolved, profile_id as profileId, count(*) as n from product_lines indexed by product_kinds';
  const kinds = {
    all: db.prepare<[], ProductKind>(`${kindsSql} group by profile_id, gaps, unresolved`),
    inSight: db.prepare<[], ProductKind>(`${kindsSql} where ${inSight} group by profile_id, gaps, unresolved`),
  };

  /** What is asked for, and where to look: in the order of the list, or through all words, which are sorted then. */
  function conditionOf({ show, search }: Asked, profilesOf: ProfilesOf): Condition & { readonly lines: string } {
    const words = wordsOf(search).map(anywhere);
    const { sql, values } = asks[show](profilesOf);
    // hidden ones are there only while an import is written or taken back
    const parts = [sql, ...words.map((word) => word.sql), ...(hidden.get() === undefined ? [] : [inSight])];
    return {
      sql: parts.join(' and '),
      values: [...values, ...words.flatMap((word) => word.values)],
      lines: words.length === 0 ? 'product_lines indexed by product_lines_in_order' : 'product_lines not indexed',
    };
  }
  const one = <T>(sql: string, values: readonly (string | number)[]): T | undefined => db.prepare<unknown[], T>(sql).pluck().get(...values);

  return {
    /** of the products in sight */
    kinds: (): ProductKind[] => (hidden.get() === undefined ? kinds.all : kinds.inSight).all(),
    /** The ids of a page, by name. */
    page({ offset, limit, ...asked }: Asked & { readonly offset: number; readonly limit: number }, profilesOf: ProfilesOf): string[] {
      const { sql, values, lines } = conditionOf(asked, profilesOf);
      return db.prepare<unknown[], string>(`select product_id from ${lines} where ${sql} order by sort_key, product_id limit ? offset ?`).pluck().all(...values, limit, offset);
    },
    count(asked: Asked, profilesOf: ProfilesOf): number {
      const { sql, values, lines } = conditionOf(asked, profilesOf);
      return one(`select count(*) from ${lines} where ${sql}`, values) ?? 0;
    },
    /** How many of what is asked for stand before a product; null where it is none of them. */
    place(id: string, asked: Asked, profilesOf: ProfilesOf): number | null {
      const { sql, values, lines } = conditionOf(asked, profilesOf);
      const key = one<string>(`select sort_key from product_lines where product_id = ? and ${sql}`, [id, ...values]);
      return key === undefined ? null : (one(`select count(*) from ${lines} where (sort_key, product_id) < (?, ?) and ${sql}`, [key, id, ...values]) ?? 0);
    },
  };
}
