import { MediaKind, MediaVariant } from '../../app/contract/internal.ts';

export interface MediaAddress {
  readonly kind: MediaKind;
  readonly id: string;
  readonly variant: MediaVariant;
}

const shape = /^\/([A-Za-z0-9_-]{1,64})\/([a-z-]{1,32})$/;

/**
 * Reads media://photo/<id>/<variant>, media://approved/… for what was approved of it, or media://fix/… for a fixed copy. A window names pictures by id and never by path, so anything that could be
 * one (dots, escapes, more segments, other hosts) is no address. A query (`?v=…`) is let through: pages use it to
 * see a picture afresh.
 */
export function parseMediaAddress(text: string): MediaAddress | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'media:' || url.username !== '' || url.port !== '' || url.hash !== '') return null;
  const kind = MediaKind.safeParse(url.hostname);
  const parts = shape.exec(url.pathname);
  const variant = MediaVariant.safeParse(parts?.[2]);
  const id = parts?.[1];
  if (id === undefined || !variant.success || !kind.success) return null;
  return { kind: kind.data, id, variant: variant.data };
}
