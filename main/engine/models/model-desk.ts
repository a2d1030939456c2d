import { Worker } from 'node:worker_threads';
import type { CallError, CallResult } from '../../../app/contract/define.ts';
import type { ModelRow } from '../../../app/contract/models.ts';
import { err, ok, type Result } from '../../../app/kernel/result.ts';
import type { CatalogueData, FromCatalogue, ModelList, Runtime, Task, ToCatalogue } from './messages.ts';

export interface ModelDeskParts {
  /** asked whenever the thread is started */
  readonly data: () => CatalogueData;
  readonly askHost: (name: string, input: unknown) => Promise<CallResult<unknown>>;
  /** the thread's program; tests pass another one */
  readonly program?: URL;
}

/** Checked and timed models stay this long: a person looks at more than one of them. */
const keepMs = 5 * 60_000;

type Answer<T> = Promise<Result<T, CallError>>;

/** Looks after the models in a thread of its own, so that hashing and timing them holds up no call. */
export interface ModelDesk {
  list(): Answer<ModelList>;
  verify(id: string): Answer<ModelRow>;
  measure(id: string): Answer<ModelRow>;
  choose(id: string, runtime: Runtime | null): Answer<ModelRow>;
  close(): Promise<void>;
}

export function createModelDesk({ data, askHost, program = new URL('./catalogue-thread.ts', import.meta.url) }: ModelDeskParts): ModelDesk {
  const waiting = new Map<number, (answer: Result<ModelList | ModelRow, CallError>) => void>();
  let thread: Worker | null = null;
  let timer: NodeJS.Timeout | null = null;
  let last = 0;

  function settle(n: number, answer: Result<ModelList | ModelRow, CallError>): void {
    waiting.get(n)?.(answer);
    waiting.delete(n);
    if (waiting.size > 0 || thread === null) return;
    timer = setTimeout(() => void end(), keepMs);
    timer.unref();
    thread.unref();
  }

  function start(): Worker {
    const worker = new Worker(program, { workerData: data() });
    const post = (message: ToCatalogue): void => worker.postMessage(message);
    worker.on('message', (message: FromCatalogue) => {
      if (message.t === 'answer') settle(message.n, ok(message.answer));
      else if (message.t === 'thrown') settle(message.n, err({ code: 'model-unavailable', detail: message.detail }));
      else void askHost(message.name, message.input).then((result) => post({ t: 'host-reply', n: message.n, result }));
    });
    const lost = (detail: string): void => {
      if (thread === worker) thread = null;
      for (const n of waiting.keys()) settle(n, err({ code: 'model-unavailable', detail }));
    };
    worker.on('error', (error: Error) => lost(error.message));
    worker.on('exit', () => lost('the thread of the models ended'));
    return worker;
  }

  function ask(task: Task): Answer<ModelList | ModelRow> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    thread ??= start();
    thread.ref();
    last += 1;
    const message: ToCatalogue = { t: 'task', n: last, task };
    thread.postMessage(message);
    return new Promise((resolve) => waiting.set(message.n, resolve));
  }

  async function end(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    const ending = thread;
    thread = null;
    await ending?.terminate();
  }

  return {
    list: () => ask({ do: 'list' }) as Answer<ModelList>,
    verify: (id) => ask({ do: 'verify', id }) as Answer<ModelRow>,
    measure: (id) => ask({ do: 'measure', id }) as Answer<ModelRow>,
    choose: (id, runtime) => ask({ do: 'choose', id, runtime }) as Answer<ModelRow>,
    close: end,
  };
}
