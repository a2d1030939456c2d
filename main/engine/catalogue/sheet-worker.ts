import { Worker } from 'node:worker_threads';
import type { FromSheetThread, SheetThreadData, ToSheetThread } from './messages.ts';

type Answer = Exclude<FromSheetThread, { t: 'rows' }>;

/** The thread that holds one open table. */
export interface SheetWorker {
  /** Answers in the order of asking; rejects where the thread was ended or threw. */
  ask(message: ToSheetThread): Promise<Answer>;
  close(): Promise<void>;
}

/** @param onRows hears how many rows were read or compared so far */
export function openSheetWorker(data: SheetThreadData, onRows: (rows: number) => void): SheetWorker {
  const worker = new Worker(new URL('./sheet-thread.ts', import.meta.url), { workerData: data });
  worker.unref();
  const waiting: { resolve: (answer: Answer) => void; reject: (reason: unknown) => void }[] = [];
  const fail = (reason: unknown): void => {
    for (const { reject } of waiting.splice(0)) reject(reason);
  };
  let ended: Error | null = null;
  worker.on('message', (message: FromSheetThread) => {
    if (message.t === 'rows') onRows(message.rows);
    else waiting.shift()?.resolve(message);
  });
  worker.on('error', fail);
  worker.on('exit', () => {
    ended = new Error('the table was closed');
    fail(ended);
  });
  return {
    ask: (message) =>
      new Promise((resolve, reject) => {
        if (ended !== null) return reject(ended);
        waiting.push({ resolve, reject });
        worker.postMessage(message);
      }),
    async close() {
      await worker.terminate();
    },
  };
}
