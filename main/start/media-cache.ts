import type { FindMedia, MediaFile } from './media-protocol.ts';

/** Remembers where the pictures lie that were asked for last, so that scrolling back asks the engine nothing. */
export class MediaCache {
  readonly #find: FindMedia;
  readonly #capacity: number;
  /** in order of last use; a photo's variants share its entry, so that a change forgets them together */
  readonly #photos = new Map<string, Map<string, MediaFile>>();

  /** @param capacity photos kept at most */
  constructor(find: FindMedia, capacity: number) {
    this.#find = find;
    this.#capacity = capacity;
  }

  readonly find: FindMedia = async (address) => {
    const known = this.#photos.get(address.id);
    if (known !== undefined) {
      this.#photos.delete(address.id);
      this.#photos.set(address.id, known);
    }
    const hit = known?.get(`${address.kind} ${address.variant}`);
    if (hit !== undefined) return hit;
    const file = await this.#find(address);
    if (file !== null) this.#remember(address.id, `${address.kind} ${address.variant}`, file);
    return file;
  };

  /** @param ids photos that changed; null = any may have */
  forget(ids: readonly string[] | null): void {
    if (ids === null) this.#photos.clear();
    else for (const id of ids) this.#photos.delete(id);
  }

  #remember(id: string, variant: string, file: MediaFile): void {
    const variants = this.#photos.get(id) ?? new Map<string, MediaFile>();
    variants.set(variant, file);
    this.#photos.set(id, variants);
    const oldest = this.#photos.keys().next();
    if (this.#photos.size > this.#capacity && !oldest.done) this.#photos.delete(oldest.value);
  }
}
