import { createHash } from 'node:crypto';
import { transact, type ReadableDb, type WritableDb } from './db.ts';

export interface AuditEntry {
  readonly at: number;
  readonly actor: string;
  readonly role: string;
  readonly call: string;
  readonly outcome: 'accepted' | 'forbidden';
  /** JSON, shortened where it is long */
  readonly input: string;
}
interface Stored extends AuditEntry {
  readonly seq: number;
  readonly previous_hash: string;
  readonly hash: string;
}

const genesis = '0'.repeat(64);

const hashOf = (seq: number, entry: AuditEntry, previous: string): string =>
  createHash('sha256')
    .update(JSON.stringify([seq, entry.at, entry.actor, entry.role, entry.call, entry.outcome, entry.input, previous]))
    .digest('hex');

/** The append-only record of commands; each row's hash covers the row before it. */
export function auditOf(db: WritableDb) {
  const last = db.prepare<[], { seq: number; hash: string }>('select seq, hash from audit order by seq desc limit 1');
  const insert = db.prepare<[number, number, string, string, string, string, string, string, string]>(
    `insert into audit (seq, at, actor, role, call, outcome, input, previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return {
    append(entry: AuditEntry): void {
      transact(db, () => {
        const before = last.get();
        const seq = (before?.seq ?? 0) + 1;
        const previous = before?.hash ?? genesis;
        insert.run(seq, entry.at, entry.actor, entry.role, entry.call, entry.outcome, entry.input, previous, hashOf(seq, entry, previous));
      });
    },
  };
}
export type Audit = ReturnType<typeof auditOf>;

/**
 * Walks the whole chain, as it stood at one moment: rows may be added meanwhile. Returns the sequence number of the first row that was changed, removed or put in between;
 * null where the chain is whole. Rows cut off the end show in SQLite's own counter.
 */
export const firstBrokenLink = (db: ReadableDb): number | null => db.transaction(() => brokenLinkNow(db)).deferred();

function brokenLinkNow(db: ReadableDb): number | null {
  let previous = genesis;
  let expected = 1;
  const rows = db.prepare<[], Stored>('select * from audit order by seq');
  for (const row of rows.iterate()) {
    if (row.seq !== expected || row.previous_hash !== previous || row.hash !== hashOf(row.seq, row, previous)) return expected;
    previous = row.hash;
    expected += 1;
  }
  const counter = db.prepare<[], { seq: number }>(`select seq from sqlite_sequence where name = 'audit'`).get();
  return counter !== undefined && counter.seq !== expected - 1 ? expected : null;
}
