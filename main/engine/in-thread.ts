import { Worker } from 'node:worker_threads';

/**
 * Runs a program that answers with one message in a thread of its own, so that the engine goes on answering calls.
 * Rejects where the program throws or ends without an answer.
 */
export function runInThread<T>(program: URL, workerData: unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData });
    worker.once('message', (answer: T) => resolve(answer));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error(`${program.pathname.split('/').at(-1)} ended without an answer`)));
    worker.unref();
  });
}

/** What a program says that tells how far it is, and at last its answer. */
export type Told<T> = { readonly done: number; readonly total: number } | { readonly answer: T };

/** The same for a program that tells how far it is. */
export function followThread<T>(program: URL, workerData: unknown, progress: (done: number, total: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData });
    worker.on('message', (told: Told<T>) => {
      if ('answer' in told) resolve(told.answer);
      else progress(told.done, told.total);
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error(`${program.pathname.split('/').at(-1)} ended without an answer`)));
    worker.unref();
  });
}
