import { parentPort, workerData } from 'node:worker_threads';
import { assertSound } from '../store/backup.ts';

// A damaged copy throws, which ends this thread; whoever started it hears of that.
const { path } = workerData as { readonly path: string };
assertSound(path);
parentPort?.postMessage(null);
