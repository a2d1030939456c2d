import v8 from 'node:v8';
import { Worker } from 'node:worker_threads';
import { err, type Result } from '../../../app/kernel/result.ts';
import type { PhotoAnalysis, PhotoError } from '../../../app/photo-check/index.ts';
import { photoError } from '../../media/index.ts';
import type { FixOrder, FixReport } from './fix-photo.ts';
import type { ModelPreferences, PhotoWorkerData, PhotoWorkerReply, PhotoWorkerRequest } from './messages.ts';

export interface PhotoWorkersOptions {
  /** worker threads, ≥ 1 */
  readonly count: number;
  /** where converted models are kept */
  readonly cacheDir: string;
  /** where thumbnails and overlays go; absent = none are written */
  readonly derivativesDir?: string;
  readonly modelPreferences?: ModelPreferences;
  /** false = pixels only, no model is loaded */
  readonly models?: boolean;
  /** another program than the photo worker: for tests of the pool */
  readonly program?: URL;
  /** milliseconds until a picture that is not decoded is given up */
  readonly decodeTimeout?: number;
}

export interface PhotoWorkers {
  /** Waits for a free worker. Rejects with the signal's reason when aborted; every other failure is a value. */
  analyse(file: string, signal?: AbortSignal): Promise<Result<PhotoAnalysis, PhotoError>>;
  /** Mends a photo for a channel, on the same terms. */
  fix(order: FixOrder, signal?: AbortSignal): Promise<Result<FixReport, PhotoError>>;
  /** Ends the workers; pictures still waiting are rejected. */
  close(): Promise<void>;
}

type Answer = Result<PhotoAnalysis | FixReport, PhotoError>;

interface Task extends PhotoWorkerRequest {
  attempts: number;
  done: boolean;
  settle(result: Answer): void;
  reject(reason: unknown): void;
}

interface Slot {
  worker: Worker | null;
  task: Task | null;
  timer: NodeJS.Timeout | undefined;
}

const defaultProgram = new URL('./photo-worker.ts', import.meta.url);
const defaultDecodeTimeout = 30_000;
/** Loading its program may take a worker long on a busy machine; the photo is not to blame. */
const startTimeout = 120_000;
/** After decoding, models and measurements of the largest picture stay far below this. */
const analysisTimeout = 180_000;
const mostAttempts = 2;

/**
 * What a worker's own heap may grow to; a check takes a quarter of it. With pictures counted as memory it also bounds how
 * much of them waits to be collected: two workers that check 1600 × 1600 pictures peak at 1.4 GB, and at 1.6 GB without.
 */
const maxOldGenerationSizeMb = 192;

/**
 * Pictures and tensors lie outside of V8's heaps. By themselves they start a collection of a whole heap every few dozen
 * megabytes, up to three a photo; counted as any other memory, they start one every few photos.
 */
const countPicturesAsMemory = (): void => v8.setFlagsFromString('--external-memory-accounted-in-global-limit');

/**
 * A pool of worker threads that analyse photos. A worker that crashes is replaced and its photo tried once more; one
 * that hangs is ended. Nothing but the paths of waiting photos is held in memory.
 */
export function openPhotoWorkers(options: PhotoWorkersOptions): PhotoWorkers {
  countPicturesAsMemory();
  const data: PhotoWorkerData = {
    cacheDir: options.cacheDir,
    derivativesDir: options.derivativesDir ?? null,
    modelPreferences: options.modelPreferences ?? {},
    models: options.models ?? true,
    modelThreads: 1,
  };
  const decodeTimeout = options.decodeTimeout ?? defaultDecodeTimeout;
  const waiting: Task[] = [];
  const slots: Slot[] = Array.from({ length: Math.max(1, options.count) }, () => ({ worker: null, task: null, timer: undefined }));
  let closed = false;

  const finish = (slot: Slot, result: Answer): void => {
    clearTimeout(slot.timer);
    const task = slot.task;
    slot.task = null;
    task?.settle(result);
    next();
  };

  const giveUpAfter = (slot: Slot, milliseconds: number): void => {
    clearTimeout(slot.timer);
    slot.timer = setTimeout(() => {
      const worker = slot.worker;
      slot.worker = null;
      void worker?.terminate();
      if (slot.task) finish(slot, err(photoError('decode-timeout', slot.task.file)));
    }, milliseconds);
  };

  const lost = (slot: Slot, worker: Worker): void => {
    if (slot.worker !== worker) return;
    slot.worker = null;
    clearTimeout(slot.timer);
    const task = slot.task;
    slot.task = null;
    if (task && task.attempts < mostAttempts && !closed) waiting.unshift(task);
    else task?.settle(err(photoError('worker-crashed', task.file)));
    if (!closed) next();
  };

  const start = (slot: Slot): Worker => {
    const worker = new Worker(options.program ?? defaultProgram, { workerData: data, resourceLimits: { maxOldGenerationSizeMb } });
    slot.worker = worker;
    worker.on('message', (message: PhotoWorkerReply) => {
      if (slot.worker !== worker || !slot.task) return;
      if (message.kind === 'started') giveUpAfter(slot, decodeTimeout);
      else if (message.kind === 'decoded') giveUpAfter(slot, analysisTimeout);
      else finish(slot, message.result);
    });
    worker.on('error', () => lost(slot, worker));
    worker.on('exit', () => lost(slot, worker));
    return worker;
  };

  const next = (): void => {
    for (const slot of slots) {
      if (slot.task || closed) continue;
      let task = waiting.shift();
      while (task?.done) task = waiting.shift();
      if (!task) return;
      task.attempts += 1;
      slot.task = task;
      const worker = slot.worker ?? start(slot);
      giveUpAfter(slot, startTimeout);
      worker.postMessage({ file: task.file, fix: task.fix } satisfies PhotoWorkerRequest);
    }
  };

  /** What a worker answers to a request is of the kind that was asked for. */
  const ask = <T extends PhotoAnalysis | FixReport>(request: PhotoWorkerRequest, signal: AbortSignal | undefined): Promise<Result<T, PhotoError>> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new Error('the photo workers are closed'));
      if (signal?.aborted) return reject(signal.reason);
      const onAbort = (): void => task.reject(signal?.reason);
      const over = (act: () => void): void => {
        if (task.done) return;
        task.done = true;
        signal?.removeEventListener('abort', onAbort);
        act();
      };
      const task: Task = {
        ...request,
        attempts: 0,
        done: false,
        settle: (result) => over(() => resolve(result as Result<T, PhotoError>)),
        reject: (reason) => over(() => reject(reason)),
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      waiting.push(task);
      next();
    });

  return {
    analyse: (file, signal) => ask<PhotoAnalysis>({ file, fix: null }, signal),
    fix: (order, signal) => ask<FixReport>({ file: order.file, fix: order }, signal),
    async close() {
      closed = true;
      for (const task of waiting.splice(0)) task.reject(new Error('the photo workers are closed'));
      await Promise.all(
        slots.map(async (slot) => {
          clearTimeout(slot.timer);
          slot.task?.reject(new Error('the photo workers are closed'));
          slot.task = null;
          const worker = slot.worker;
          slot.worker = null;
          await worker?.terminate();
        }),
      );
    },
  };
}
