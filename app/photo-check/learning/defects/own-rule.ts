import { hashOf } from '../../../kernel/random.ts';
import { dot } from '../../../kernel/linear-algebra.ts';
import { probabilityOf } from './platt.ts';
import type { OwnModel } from './train.ts';
import type { OwnRuleId, Report } from './types.ts';

/** From this probability on a picture is warned about. */
export const leastToWarn = 0.5;

/** 0–1: how likely a picture is bad, by a defect's classifier and the picture's embedding. */
export const judgeOwn = ({ weights, bias, calibration }: Pick<OwnModel, 'weights' | 'bias' | 'calibration'>, embedding: Float32Array): number =>
  probabilityOf(calibration, dot(weights, embedding) + bias);

/** A version as far as it matters which of two is used. */
export interface Rival {
  /** id and version of the model whose embeddings it judges by */
  readonly embedding: string;
  readonly report: Pick<Report, 'usable' | 'balanced'>;
}

/**
 * Whether a version that was just learnt takes over by itself. `used`: the one in use, null where there is none; `warns`:
 * it is switched on. What warns about photos is only ever replaced by something better, or where the pictures are seen by
 * another model and it would fall silent; anything else is offered.
 */
export function takesOver(next: Rival, used: Rival | null, warns: boolean): boolean {
  if (!next.report.usable) return false;
  if (used === null || !warns || used.embedding !== next.embedding) return true;
  return next.report.balanced.share > used.report.balanced.share;
}

const longest = 40;

/** The id of a defect called `name`, other than those `taken`: 'own-creased-shirt'; a name without Latin letters gets a number. */
export function ownRuleId(name: string, taken: ReadonlySet<string>): OwnRuleId {
  const latin = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const slug = latin.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, longest).replace(/-+$/, '');
  const base = `own-${slug === '' ? hashOf(name).toString(36) : slug}`;
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  return id;
}
