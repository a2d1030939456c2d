import type { MediaVariant } from '../../../../app/contract/internal.ts';

/**
 * Where the window fetches a picture of a photo. The content hash is part of the address, so that a file
 * that changed on disk is never shown from the cache.
 */
export const mediaUrl = (photo: { readonly id: string; readonly sha256: string | null }, variant: MediaVariant): string =>
  `media://photo/${encodeURIComponent(photo.id)}/${variant}?v=${photo.sha256 ?? 'new'}`;
