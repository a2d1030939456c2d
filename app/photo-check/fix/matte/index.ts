import type { Mask, Picture } from '../../../kernel/picture.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import type { Survey } from '../../measure/background.ts';
import type { Cut } from '../../measure/cut.ts';
import { coverage } from './alpha.ts';
import { onWhite } from './compose.ts';
import { zonesByCut, zonesByModel, type Judged, type MatteDoubt } from './zones.ts';

export type { MatteDoubt } from './zones.ts';

export interface LiftInput {
  /** upright, at full size */
  readonly picture: Picture;
  readonly working: Picture;
  /** pixels of `picture` in one of `working` */
  readonly factor: number;
  readonly survey: Survey;
  readonly cut: Cut;
  /** the mask model's word at the size of `working`; null where it could not be asked */
  readonly mask: Mask | null;
  /** what was laid over the picture (text, badges) stays; else it goes with the background */
  readonly keepOverlays: boolean;
}

export interface Lifted {
  /** the product on 255, 255, 255, at full size */
  readonly picture: Picture;
  /** how much of each pixel the product covers */
  readonly alpha: Mask;
}

/** From this level on a wall is white already: what the cut found by its pixels needs no model beside it. */
const pureWhite = 250;
/** Trust from which on a cut by pixels stands by itself. */
const trusted = 0.5;

/** The zones to go by: a white wall's by its pixels; any other's by the model, and by its pixels where that fails. */
function zonesOf({ working, survey, cut, mask, keepOverlays }: LiftInput): Judged | null {
  const byPixels = cut.source === 'white-background' && cut.confidence >= trusted;
  const byCut = (): Judged => zonesByCut(working, cut, mask, keepOverlays);
  if (byPixels && (mask === null || Math.min(...survey.colour) >= pureWhite)) return byCut();
  if (mask === null) return null;
  const byModel = zonesByModel(working, mask);
  return byPixels && byModel.doubt !== null ? byCut() : byModel;
}

/** Lifts the product off its background and lays it on pure white, or says why the result could not be trusted. */
export function liftOntoWhite(input: LiftInput): Result<Lifted, MatteDoubt> {
  const zones = zonesOf(input);
  if (zones === null) return err('mask-unsure');
  if (zones.doubt !== null) return err(zones.doubt);
  const alpha = coverage(input.picture, input.working, input.factor, zones);
  return ok({ picture: onWhite(input.picture, alpha, zones.behind, input.factor), alpha });
}
