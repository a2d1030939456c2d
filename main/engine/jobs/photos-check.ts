import type { PhotoError } from '../../../app/photo-check/types.ts';
import type { Store } from '../../store/index.ts';
import type { Judging } from '../judging.ts';
import type { OwnJudge } from '../learning/own-judge.ts';
import type { DuplicateIndex, PhotoLab } from '../photo-ports.ts';
import type { JobKind, Outcome } from './kind.ts';

export interface PhotosCheckParts {
  readonly store: Store;
  readonly judging: Judging;
  readonly ownJudge: Pick<OwnJudge, 'judgeOne'>;
  readonly now: () => number;
  readonly openLab: () => Promise<PhotoLab>;
  readonly openIndex: () => Promise<DuplicateIndex>;
  readonly changed: (photoIds: readonly string[]) => void;
  /** small pictures that belong to no photo any more */
  readonly forgetPictures: (sha256: string) => void;
}

export const photosCheckKind = 'photos.check';

interface Tools {
  readonly lab: PhotoLab;
  readonly index: DuplicateIndex;
}

/** Judging a neighbour again is cheap but not free; a group of copies is judged in passing, not once per copy. */
const settleEvery = 25;

/** Looks at photos, finds their duplicates among all others, and judges them for every channel. */
export function photosCheck({ store, judging, ownJudge, now, openLab, openIndex, changed, forgetPictures }: PhotosCheckParts): JobKind {
  let tools: Tools | null = null;
  let sinceSettled = 0;

  function failed(photoId: string, error: PhotoError, index: DuplicateIndex): Outcome {
    const reason = { code: error.code, message: error.message };
    if (error.code === 'disk-full') return { state: 'halted', reason };
    return {
      state: 'failed',
      error: reason,
      commit() {
        index.delete(photoId);
        store.duplicates.replace(photoId, []);
        store.drifts.keepLook(photoId);
        store.photos.fail(photoId, reason, now());
      },
      afterwards: () => changed([photoId]),
    };
  }

  return {
    kind: photosCheckKind,
    async open() {
      const [lab, index] = await Promise.all([openLab(), openIndex()]);
      tools = { lab, index };
      return lab.lanes;
    },
    begin: ({ item }) => store.photos.setState(item, 'checking'),
    async work({ item: photoId }) {
      if (tools === null) throw new Error('work before open');
      const { lab, index } = tools;
      const photo = store.photos.byId(photoId);
      // deleted with the sample shop while it waited
      if (photo === null) return { state: 'done', commit: () => index.delete(photoId) };
      const result = await lab.analyse({ id: photoId, path: photo.path });
      if (!result.ok) return failed(photoId, result.error, index);
      const analysis = result.value;
      return {
        state: 'done',
        commit() {
          if (store.photos.byId(photoId) === null) return;
          store.drifts.keepLook(photoId);
          store.analyses.put(photoId, analysis, now());
          store.drifts.settle([photoId]);
          store.photoFiles.found(photoId);
          const { dhash, pixelSha256, embedding, photo: { sha256, width, height } } = analysis;
          store.duplicates.replace(photoId, index.put({ photoId, sha256, pixelSha256, dhash, width, height, embedding }));
          judging.judgeOne(photoId);
          ownJudge.judgeOne(photoId, analysis);
        },
        afterwards() {
          // deleted with the sample shop while it was looked at
          if (!store.photos.hasBytes(analysis.photo.sha256)) forgetPictures(analysis.photo.sha256);
          changed([photoId]);
          sinceSettled += 1;
          if (sinceSettled < settleEvery) return;
          sinceSettled = 0;
          judging.settleSoon();
        },
      };
    },
    finish: () => judging.settleTogether(),
    async close() {
      const open = tools;
      tools = null;
      await open?.lab.close();
    },
    abandon(photoId, error) {
      if (error === null) store.photos.setState(photoId, store.analyses.get(photoId) === null ? 'waiting' : 'checked');
      else store.photos.fail(photoId, error, now());
      changed([photoId]);
    },
  };
}
