import type { ChannelInfo } from '../../app/contract/photos.ts';
import type { z } from 'zod';
import type { Result } from '../../app/kernel/result.ts';
import type { ChannelId, DuplicateOf, Measures, PhotoAnalysis, PhotoContext, PhotoError, PhotoFile } from '../../app/photo-check/types.ts';
import type { ChannelPack } from '../../app/photo-check/index.ts';
import type { Fingerprint, Verdicts } from '../store/analyses.ts';
import type { FixOrder, FixReport } from './workers/index.ts';

/** Looks at files: decodes, measures, asks the models, writes the small pictures. Started for the first job. */
export interface PhotoLab {
  /** how many photos it looks at side by side */
  readonly lanes: number;
  analyse(request: { readonly id: string; readonly path: string }): Promise<Result<PhotoAnalysis, PhotoError>>;
  /** makes a fixed copy and judges it */
  fix(order: FixOrder): Promise<Result<FixReport, PhotoError>>;
  close(): Promise<void>;
}

/** What the channel packs say of measured photos. */
export interface PhotoJudge {
  /** changes whenever verdicts made before may no longer hold: another pack, or a rule that came into force */
  stamp(now: number): string;
  /** one verdict for every channel there is */
  judge(photo: { readonly file: PhotoFile; readonly measures: Measures; readonly duplicates: readonly DuplicateOf[]; readonly context: PhotoContext }, now: number): Verdicts;
  /** false for a channel that was taken away */
  readonly knows: (channel: ChannelId) => boolean;
  /** the pack of one channel as it stands now; null where there is none */
  pack(channel: ChannelId, now: number): ChannelPack | null;
  /** the packs as they stand now, and what is still to come */
  channels(now: number): readonly Omit<z.output<typeof ChannelInfo>, 'enabled'>[];
}

/** All fingerprints in memory while a job runs. */
export interface DuplicateIndex {
  /** Takes a fingerprint in (in place of an older one of the same photo); answers what it duplicates. */
  put(fingerprint: Fingerprint): readonly DuplicateOf[];
  delete(photoId: string): void;
}
