import { findShopStamps } from '../../app/photo-check/index.ts';
import type { TextBox } from '../../app/photo-check/types.ts';
import type { Store } from '../store/index.ts';

/** Lines that a shop stamps on its photos: what one photo cannot show, all of them together do. */
export function createShopStamps(store: Pick<Store, 'printedText'>) {
  let known: ReadonlyMap<string, readonly TextBox[]> | null = null;
  const all = (): ReadonlyMap<string, readonly TextBox[]> => (known ??= findShopStamps(store.printedText.all()));
  return {
    /** by what was known at the last look */
    of: (photoId: string): readonly TextBox[] => all().get(photoId) ?? [],
    /** Looks at all photos again. Returns those that have other stamps now. */
    look(): string[] {
      const before = all();
      known = null;
      const now = all();
      return [...new Set([...before.keys(), ...now.keys()])].filter((id) => JSON.stringify(before.get(id)) !== JSON.stringify(now.get(id)));
    },
  };
}
export type ShopStamps = ReturnType<typeof createShopStamps>;
