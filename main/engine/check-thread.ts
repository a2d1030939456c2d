import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { quickCheck } from '../store/open.ts';

const { path } = workerData as { readonly path: string };
const db = new Database(path, { readonly: true, fileMustExist: true });
try {
  parentPort?.postMessage(quickCheck(db));
} finally {
  db.close();
}
