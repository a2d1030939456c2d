import blazeface from '../blazeface/golden.json' with { type: 'json' };
import centernet from '../centernet/golden.json' with { type: 'json' };
import nanodet from '../nanodet/golden.json' with { type: 'json' };
import nsfwMobilenet from '../nsfw-mobilenet/golden.json' with { type: 'json' };
import ppOcrDet from '../pp-ocr-det/golden.json' with { type: 'json' };
import ppOcrRec from '../pp-ocr-rec/golden.json' with { type: 'json' };
import u2netp from '../u2netp/golden.json' with { type: 'json' };
import { GoldenVector } from './golden.ts';

/** The golden vector of each bundled model, by its id. */
export const bundledGoldens: ReadonlyMap<string, GoldenVector> = new Map(
  Object.entries({
    blazeface,
    centernet,
    nanodet,
    'nsfw-mobilenet': nsfwMobilenet,
    'pp-ocr-det': ppOcrDet,
    'pp-ocr-rec': ppOcrRec,
    u2netp,
  }).map(([id, golden]) => [id, GoldenVector.parse(golden)]),
);
