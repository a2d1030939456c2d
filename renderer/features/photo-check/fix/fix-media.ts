import type { MediaVariant } from '../../../../app/contract/internal.ts';
import type { FixRow } from '../../../../app/contract/fixes.ts';

/** Where the window fetches a picture of a fixed copy; copies never change, so their address never goes stale. */
export const fixUrl = ({ id, file }: Pick<FixRow, 'id' | 'file'>, variant: Extract<MediaVariant, 'thumb' | 'preview'>): string =>
  `media://fix/${encodeURIComponent(id)}/${variant}?v=${file?.sha256 ?? 'none'}`;
