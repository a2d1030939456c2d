import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ChannelId } from '../../../app/photo-check/types.ts';
import type { Store } from '../../store/index.ts';
import type { FixFile } from '../../store/fixes.ts';
import type { FixedCopies } from '../fixed-copies.ts';
import type { PhotoJudge, PhotoLab } from '../photo-ports.ts';
import type { JobKind } from './kind.ts';

export interface PhotosFixParts {
  readonly store: Store;
  readonly judge: Pick<PhotoJudge, 'pack'>;
  readonly now: () => number;
  readonly openLab: () => Promise<PhotoLab>;
  readonly copies: FixedCopies;
  /** photos whose copies changed */
  readonly changed: (photoIds: readonly string[]) => void;
}

export const photosFixKind = 'photos.fix';

/** What a fix job keeps of whoever asked for it. */
export const FixPayload = z.object({ actor: z.string() });

/** An item of the job: one photo for one channel. */
export const fixItem = (photoId: string, channel: ChannelId): string => `${photoId} ${channel}`;

/** null where it is none */
export function readFixItem(item: string): { readonly photoId: string; readonly channel: ChannelId } | null {
  const [photoId = '', word] = item.split(' ');
  const channel = ChannelId.safeParse(word);
  return photoId !== '' && channel.success ? { photoId, channel: channel.data } : null;
}

/**
 * Makes fixed copies, each a draft that somebody has yet to accept. A copy has a name of its own, so an item that is
 * taken up again after a crash leaves at most a file that nobody knows, which the next start clears away.
 */
export function photosFix({ store, judge, now, openLab, copies, changed }: PhotosFixParts): JobKind {
  let lab: PhotoLab | null = null;
  return {
    kind: photosFixKind,
    async open() {
      lab = await openLab();
      return lab.lanes;
    },
    begin() {},
    async work({ item, jobId }) {
      if (lab === null) throw new Error('work before open');
      const target = readFixItem(item);
      const photo = target && store.photos.byId(target.photoId);
      const pack = target && judge.pack(target.channel, now());
      // deleted with the sample shop, or a channel of one's own that is gone
      if (!target || !photo || !pack) return { state: 'done', commit() {} };
      const { photoId, channel } = target;
      const id = randomUUID();
      const name = copies.nameFor(photoId, channel, id);
      const duplicates = store.duplicates.of(photoId);
      const result = await lab.fix({ file: photo.path, pack, duplicates, target: copies.pathOf(name) });
      if (!result.ok) {
        const error = { code: result.error.code, message: result.error.message };
        return error.code === 'disk-full' ? { state: 'halted', reason: error } : { state: 'failed', error, commit() {} };
      }
      const { sourceSha256, plan, outcome, copy, models } = result.value;
      let unneeded: readonly FixFile[] = [];
      return {
        state: 'done',
        commit() {
          if (store.photos.byId(photoId) === null) return;
          const payload = FixPayload.safeParse(JSON.parse(store.jobs.byId(jobId)?.payload ?? '{}'));
          const file = copy && { name, sha256: copy.sha256, bytes: copy.bytes, width: copy.width, height: copy.height };
          const madeBy = payload.success ? payload.data.actor : '';
          unneeded = store.fixes.put({ id, photoId, channel, jobId, sourceSha256, file, plan, outcome, models, madeBy, madeAt: now() });
        },
        afterwards() {
          copies.forget(unneeded);
          if (store.photos.byId(photoId) === null && copy) copies.forget([{ id, file: name, sha256: copy.sha256 }]);
          changed([photoId]);
        },
      };
    },
    async finish() {},
    async close() {
      const open = lab;
      lab = null;
      await open?.close();
    },
    abandon() {},
  };
}
