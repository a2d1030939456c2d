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
