import type { PhotoRow } from '../../../../app/contract/photos.ts';
import type { Say } from './words.ts';

/** Where a photo is on its way to a verdict, in words. `checking`: whether a check is under way that may yet come to it. */
export const stateText = ({ state }: Pick<PhotoRow, 'state'>, checking: boolean, say: Say): string =>
  state === 'waiting' && !checking ? say('state.unchecked') : say(`state.${state}`);
