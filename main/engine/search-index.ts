import type { Store } from '../store/index.ts';
import type { RulesNamed } from '../store/photo-search.ts';
import { hasHan, rulesNamedBy, searchKey, type ReadPinyin } from './search-words.ts';
import { letCallsThrough } from './turns.ts';

export interface SearchIndexParts {
  readonly store: Store;
  readonly loadPinyin: () => Promise<ReadPinyin>;
  readonly onError: (error: unknown) => void;
}

const batch = 200;
const restMs = 300;
const unread: ReadPinyin = (text) => ({ full: text, initials: text });

/** Keeps what photos are found by up to date, in the background: whatever has no key gets one. */
export function createSearchIndex({ store, loadPinyin, onError }: SearchIndexParts) {
  let reading: Promise<ReadPinyin> | null = null;
  let working: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let rulesNamed: RulesNamed | null = null;
  let closed = false;
  const pinyin = (): Promise<ReadPinyin> => (reading ??= loadPinyin());

  async function indexBatch(): Promise<boolean> {
    const photos = store.searchKeys.missing(batch).map(({ id, name, texts }) => {
      const product = store.productLinks.productOf(id);
      const named = [product?.titles.en, product?.titles['zh-CN'], product?.sku].filter((text) => text != null);
      return { id, texts: [name, ...texts, ...named] };
    });
    if (photos.length === 0) return false;
    const read = photos.some(({ texts }) => texts.some(hasHan)) ? await pinyin() : unread;
    store.transact(() => photos.forEach(({ id, texts }) => store.searchKeys.put(id, searchKey(texts, read))));
    return photos.length === batch;
  }

  async function indexAll(): Promise<void> {
    while (!closed && (await indexBatch())) await letCallsThrough();
  }

  /** Gives every photo a key; one run at a time. */
  function settle(): Promise<void> {
    working ??= indexAll().finally(() => {
      working = null;
    });
    return working;
  }

  return {
    settle,
    /** The same some moments later, and without waiting for it: a check brings photos one by one. */
    soon(): void {
      if (closed) return;
      timer ??= setTimeout(() => {
        timer = null;
        void settle().catch(onError);
      }, restMs).unref();
    },
    /** The rules that a word means. */
    async rulesNamed(): Promise<RulesNamed> {
      return (rulesNamed ??= rulesNamedBy(await pinyin()));
    },
    async close(): Promise<void> {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      timer = null;
      await working;
    },
  };
}
export type SearchIndex = ReturnType<typeof createSearchIndex>;
