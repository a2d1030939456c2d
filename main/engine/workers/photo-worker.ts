import os from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import sharp from 'sharp';
import { openVisionModels } from '../../../models/index.ts';
import { analysePhoto, type AnalysisTools } from './analyse-photo.ts';
import { createFixer } from './fix-photo.ts';
import type { PhotoWorkerData, PhotoWorkerReply, PhotoWorkerRequest } from './messages.ts';

// The window comes first: a check may take a moment longer, a key press may not. On Linux this is this thread alone
// and those that it starts; elsewhere it would slow the whole engine, whose answers the window waits for.
if (process.platform === 'linux') os.setPriority(os.constants.priority.PRIORITY_LOW);

// One picture at a time in each worker: the pool is what runs in parallel.
sharp.concurrency(1);
sharp.cache(false);

const port = parentPort;
if (!port) throw new Error('photo-worker runs as a worker thread only');

const { cacheDir, derivativesDir, modelPreferences, models: withModels, modelThreads } = workerData as PhotoWorkerData;
const models = withModels ? openVisionModels({ cacheDir, threads: modelThreads, preferences: modelPreferences }) : null;
const reply = (message: PhotoWorkerReply): void => port.postMessage(message);

const tools: AnalysisTools = { models, derivativesDir, onDecoded: () => reply({ kind: 'decoded' }) };
const fixPhoto = createFixer(tools);

port.on('message', ({ file, fix }: PhotoWorkerRequest) => {
  reply({ kind: 'started' });
  const work = fix === null ? analysePhoto(file, tools) : fixPhoto(fix);
  void work.then((result) => reply({ kind: 'done', result }));
});
