import { z } from 'zod';
import { Measures } from '../../app/photo-check/types.ts';
import type { StampedPhoto } from '../../app/photo-check/index.ts';
import type { ReadableDb } from './db.ts';

interface Row {
  readonly key: string;
  readonly width: number;
  readonly height: number;
  readonly pixelSha256: string;
  readonly measures: string;
}

const Printed = Measures.pick({ productText: true, textOverlays: true, productBox: true });

/** What was read in each photo that is still in the console, of those in which anything was. */
export function printedTextOf(db: ReadableDb) {
  const all = db.prepare<[], Row>(
    `select a.photo_id as key, p.width, p.height, a.pixel_sha256 as pixelSha256,
       json_object('productText', a.measures -> '$.productText', 'textOverlays', a.measures -> '$.textOverlays', 'productBox', a.measures -> '$.productBox') as measures
     from analyses a join projected_photos p on p.id = a.photo_id
     where p.shown_removed = 0 and p.width is not null and json_array_length(a.measures, '$.productText') + json_array_length(a.measures, '$.textOverlays') > 0`,
  );
  return {
    /** what another version measured is left out until it is measured again */
    all: (): StampedPhoto[] =>
      all.all().flatMap(({ key, width, height, pixelSha256, measures }) => {
        const read = z.safeParse(Printed, JSON.parse(measures));
        return read.success ? [{ key, photo: { width, height }, pixelSha256, measures: read.data }] : [];
      }),
  };
}
