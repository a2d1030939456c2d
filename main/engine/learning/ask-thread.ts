import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { askNext, judgeOwn, type Asked, type Candidate, type OwnModel } from '../../../app/photo-check/learning/defects/index.ts';
import { hashOf } from '../../../app/kernel/random.ts';
import { asReadable } from '../../store/db.ts';
import { labelsOf, type KeptLabel } from '../../store/labels.ts';

export interface Ask {
  /** the database; it is only read */
  readonly path: string;
  readonly labels: readonly Pick<KeptLabel, 'photoId' | 'label'>[];
  readonly catalogue: readonly string[];
  readonly model: Pick<OwnModel, 'weights' | 'bias' | 'calibration'> | null;
  readonly missing: { readonly good: number; readonly bad: number };
  readonly count: number;
}

/** Of a larger catalogue the likeliest ones and a fair sample are looked at: each picture is 7 kB. */
const mostHeld = 4_000;
const page = 250;

const { path, labels, catalogue, model, missing, count } = workerData as Ask;
const db = new Database(path, { readonly: true, fileMustExist: true });
try {
  const pictures = labelsOf(asReadable(db));
  const told = new Map(labels.map(({ photoId, label }) => [photoId, label]));
  const open = new Set(catalogue.filter((id) => !told.has(id)));
  const weigh = ({ id, probability }: Candidate): number => (probability ?? 0) + hashOf(id) / 2 ** 32;
  let held: Candidate[] = [];
  for (let after = '', rows = pictures.page(after, page); rows.length > 0; after = rows.at(-1)!.id, rows = pictures.page(after, page)) {
    for (const { id, embedding } of rows) {
      if (open.has(id)) held.push({ id, embedding, probability: model === null ? null : judgeOwn(model, embedding) });
    }
    if (held.length > mostHeld + page) held = held.toSorted((a, b) => weigh(b) - weigh(a)).slice(0, mostHeld);
  }
  const labelled = pictures
    .pictures(labels.filter(({ label }) => label !== 'skip').map(({ photoId }) => photoId))
    .map(({ id, embedding }) => ({ bad: told.get(id) === 'bad', embedding }));
  const asked: Asked[] = askNext({ candidates: held, labelled, missing }, count);
  parentPort?.postMessage(asked);
} finally {
  db.close();
}
