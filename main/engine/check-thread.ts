import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { firstBrokenLink } from '../store/audit.ts';
import { asReadable } from '../store/db.ts';
import { quickCheck } from '../store/open.ts';

export interface Checked {
  /** what SQLite found wrong; null where the file is sound */
  readonly damage: string | null;
  /** the first row of the audit that is not what was written; null where the chain is whole, or not read for damage */
  readonly brokenLink: number | null;
}

const { path } = workerData as { readonly path: string };
const db = new Database(path, { readonly: true, fileMustExist: true });
try {
  const damage = quickCheck(db);
  const checked: Checked = { damage, brokenLink: damage === null ? firstBrokenLink(asReadable(db)) : null };
  parentPort?.postMessage(checked);
} finally {
  db.close();
}
