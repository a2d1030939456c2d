import os from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { trainFrom, type Material, type Trained } from '../../../app/photo-check/learning/defects/index.ts';
import type { Told } from '../in-thread.ts';

// The window comes first, as in the photo workers.
if (process.platform === 'linux') os.setPriority(os.constants.priority.PRIORITY_LOW);

const tell = (told: Told<Trained>): void => parentPort?.postMessage(told);
tell({ answer: trainFrom(workerData as Material, (done, total) => tell({ done, total })) });
