import { parentPort, workerData } from 'node:worker_threads';
import type { CallResult } from '../../../app/contract/define.ts';
import type { ModelRow } from '../../../app/contract/models.ts';
import { openModelCatalogue } from '../../../models/index.ts';
import type { CatalogueData, FromCatalogue, ModelList, Task, ToCatalogue } from './messages.ts';

const port = parentPort;
if (!port) throw new Error('catalogue-thread runs as a worker thread only');

const waiting = new Map<number, (result: CallResult<unknown>) => void>();
let lastCall = 0;
const send = (message: FromCatalogue): void => port.postMessage(message);

/** Models in the host's hidden window: the question goes through the engine. */
const hostCall = (name: string, input: unknown): Promise<CallResult<unknown>> =>
  new Promise((resolve) => {
    lastCall += 1;
    waiting.set(lastCall, resolve);
    send({ t: 'host-call', n: lastCall, name, input });
  });

const catalogue = openModelCatalogue({ ...(workerData as CatalogueData), hostCall });

async function carryOut(task: Task): Promise<ModelList | ModelRow> {
  switch (task.do) {
    case 'list': return { models: await catalogue.list(), runtimes: await catalogue.runtimes() };
    case 'verify': return catalogue.verify(task.id);
    case 'measure': return catalogue.measure(task.id);
    case 'choose': return catalogue.choose(task.id, task.runtime);
  }
}

port.on('message', (message: ToCatalogue) => {
  if (message.t === 'host-reply') {
    waiting.get(message.n)?.(message.result);
    waiting.delete(message.n);
    return;
  }
  const { n } = message;
  carryOut(message.task).then(
    (answer) => send({ t: 'answer', n, answer }),
    (error: unknown) => send({ t: 'thrown', n, detail: error instanceof Error ? error.message : String(error) }),
  );
});
