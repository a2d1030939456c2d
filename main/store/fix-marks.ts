import type { ChannelId } from '../../app/photo-check/types.ts';
import type { ReadableDb } from './db.ts';

/** photo → channels that get a fixed copy instead of it */
export type FixMarks = ReadonlyMap<string, readonly ChannelId[]>;

/** Reads which photos have fixed copies that were accepted and that the photo still matches. There are few of them. */
export function fixMarksOf(db: ReadableDb): () => FixMarks {
  const marks = db.prepare<[], { photo: string; channel: ChannelId }>(
    `select f.photo_id as photo, f.channel from projected_fixes f join photos p on p.id = f.photo_id
     where f.kept = 1 and f.shown_accepted = 1 and p.sha256 = f.source_sha256 order by f.photo_id, f.channel`,
  );
  return () => {
    const found = new Map<string, ChannelId[]>();
    for (const { photo, channel } of marks.all()) found.set(photo, [...(found.get(photo) ?? []), channel]);
    return found;
  };
}
