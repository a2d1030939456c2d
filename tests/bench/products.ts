import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { PictureRef, ProductDraft } from '../../app/catalog/index.ts';
import type { ProductFilter } from '../../app/contract/products.ts';
import type { ChannelVerdict, Verdict } from '../../app/photo-check/types.ts';
import { applyImport } from '../../main/engine/catalogue/apply-import.ts';
import type { ImportEntry, ImportFile } from '../../main/engine/catalogue/messages.ts';
import { undoImport } from '../../main/engine/catalogue/undo-import.ts';
import { createIntake } from '../../main/engine/intake.ts';
import { prepareFolders } from '../../main/engine/folders.ts';
import type { WritableDb } from '../../main/store/db.ts';
import { repositories, type Store } from '../../main/store/index.ts';
import { openStore } from '../../main/store/open.ts';
import { contentOf } from '../../main/store/product-content.ts';
import { makeFolder, removeFolder } from '../e2e/harness.ts';

const count = 100_000;
const picturesEach = 2;
const pageSize = 200;
const times = 9;
const by = { actor: 'bench', at: 1 };
const channels = ['amazon', 'ebay', 'etsy'];
const goods = ['Celadon teapot', 'Stoneware mug', 'Brass lamp', 'Woollen scarf', 'Oak chair', 'Linen shirt', 'Leather case', 'Glass bowl'];
const names = ['青瓷茶壶', '粗陶马克杯', '黄铜台灯', '羊毛围巾', '橡木椅', '亚麻衬衫', '皮箱', '玻璃碗'];
const colours = ['celadon', 'rust', 'navy', 'ivory', 'black', 'moss', 'sand'];
const verdicts: readonly Verdict[] = ['pass', 'fail', 'warn', 'pass', 'fail'];

const print = (what: string, ms: number, target = ''): void => console.log(`${what.padEnd(44)} ${`${ms.toFixed(ms < 100 ? 1 : 0)} ms`.padStart(10)}   ${target}`);

function draftOf(n: number): ProductDraft {
  const sku = `SKU-${String(n).padStart(6, '0')}`;
  const colour = colours[n % colours.length] ?? '';
  const pictures = Array.from({ length: picturesEach }, (_, at): PictureRef => ({ slot: n % 11 === 0 ? at + 2 : at + 1, kind: 'file', ref: `${sku}_${at + 1}.jpg`, variant: null }));
  return {
    key: `sku:${sku}`, externalId: String(n), sku, handle: `item-${n}`, titles: { en: `${goods[(n * 7919) % goods.length]} no. ${(n * 7919) % count}`, 'zh-CN': `${names[n % names.length]}${n}` },
    brand: `Kiln ${n % 40}`, category: `Home > Part ${n % 60}`, colours: [colour], price: { minor: 1_000 + n, currency: 'GBP' }, createdAt: '2026-03-01',
    variants: n % 4 === 0 ? [{ key: 'm', externalId: null, sku: `${sku}-M`, colour, size: 'M', price: null, row: n, extra: {} }] : [],
    pictures: n % 13 === 0 ? [...pictures, { slot: 4, kind: 'url', ref: `https://example.com/${sku}.jpg`, variant: null }] : pictures, row: n, extra: { 备注: '上新' },
  };
}

const fileOf = (ref: string): ImportFile => ({ path: `/shop/${ref}`, name: ref, bytes: 200_000, modifiedMs: 1 });

function goodsTable(): { entries: ImportEntry[]; files: ImportFile[] } {
  const drafts = Array.from({ length: count }, (_, n) => draftOf(n));
  const entries = drafts.map((draft): ImportEntry => {
    const pictures = draft.pictures.map((picture) => ({ ...picture, photoPath: picture.kind === 'file' ? fileOf(picture.ref).path : null }));
    return { id: null, draft, pictures, content: contentOf(draft, pictures) };
  });
  return { entries, files: drafts.flatMap(({ pictures }) => pictures.flatMap(({ kind, ref }) => (kind === 'file' ? [fileOf(ref)] : []))) };
}

const judged = (verdict: Verdict): ChannelVerdict => ({ verdict, pack: '2026-11-23', findings: [] });

/** Every photo as a check leaves it, a transaction for each thousand. */
function judgeAll(db: WritableDb, store: Store): number {
  const ids = store.photos.ids();
  const known = db.prepare<[string, string]>(`update photos set state = 'checked', sha256 = ?, checked_at = 1 where id = ?`);
  const start = performance.now();
  for (let from = 0; from < ids.length; from += 1_000) {
    store.transact(() => ids.slice(from, from + 1_000).forEach((id, n) => {
      store.analyses.putVerdicts(id, Object.fromEntries(channels.map((channel, at) => [channel, judged(verdicts[((from + n) * (at + 1) + at) % verdicts.length] ?? 'pass')])));
      known.run(createHash('sha256').update(id).digest('hex'), id);
    }));
  }
  return performance.now() - start;
}

/** The median of some times, and the slowest. */
function timed(what: string, target: string, work: () => unknown): void {
  const took = Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
  print(what, took[Math.floor(times / 2)] ?? 0, `${target}   slowest ${(took.at(-1) ?? 0).toFixed(0)} ms`);
}

/** How long the engine lets nothing else through, at most, while `work` is under way. */
async function longestHold(work: Promise<unknown>): Promise<number> {
  let longest = 0;
  let on = true;
  void work.finally(() => { on = false; });
  for (let last = performance.now(); on; last = performance.now()) {
    await wait(0);
    longest = Math.max(longest, performance.now() - last);
  }
  return longest;
}

function printLists(store: Store): void {
  const list = (asked: Partial<ProductFilter>, offset = 0) => store.productList.list({ channel: 'all', show: 'all', search: '', ...asked, offset, limit: pageSize }, channels);
  const first = list({}).rows[0]?.id ?? '';
  const page = 'target < 30 ms';
  timed('page of 200', page, () => list({}));
  timed('deep page', page, () => list({}, count - pageSize));
  for (const show of ['missing', 'unresolved', 'fail', 'pass'] as const) {
    const last = Math.max(0, list({ show }).total - pageSize);
    timed(`last page of "${show}"`, page, () => list({ show }, last));
  }
  timed('last page of "fail", one channel', page, () => list({ show: 'fail', channel: 'etsy' }, 30_000));
  timed('search, many found', page, () => list({ search: 'lamp' }));
  timed('search, few found', page, () => list({ search: 'sku-09999' }));
  timed('search, two words in Chinese, "fail"', page, () => list({ search: '青瓷 茶壶9', show: 'fail' }));
  timed('place of a product', page, () => store.productList.place({ channel: 'all', show: 'all', search: '', id: first }, channels));
  timed('counts', 'target < 50 ms', () => store.productList.counts('all', channels));
  let slot = 1;
  const changed = (work: () => unknown) => () => {
    store.productEvents.arrange(first, (now) => now.map((one, at) => ({ ...one, slot: at + (slot = 3 - slot) })), by);
    return work();
  };
  timed('a picture moved, then the page', page, changed(() => list({})));
  timed('a picture moved, then the counts', 'target < 50 ms', changed(() => store.productList.counts('all', channels)));
}

/** 100,000 products with 200,000 pictures: how long they take to come in, and how long each look at them takes. */
export async function benchProducts(): Promise<void> {
  const data = makeFolder();
  try {
    const folders = prepareFolders(data);
    const opened = await openStore({ path: folders.database, backupsFolder: folders.backups, now: () => Date.now() });
    if (!opened.ok) throw new Error(opened.error.detail);
    const db = opened.value;
    const store = repositories(db, () => Date.now());
    console.log(`${count.toLocaleString('en')} products with ${(count * picturesEach).toLocaleString('en')} pictures`);
    const table = goodsTable();
    const start = performance.now();
    const importing = applyImport(store, createIntake(store), { file: 'goods.csv', signature: 'bench', mapping: [], ...table }, by);
    const held = await longestHold(importing);
    print('import', performance.now() - start, `nothing else let through for ${held.toFixed(0)} ms at most`);
    print('all photos judged', judgeAll(db, store));
    printLists(store);
    const undoing = performance.now();
    const heldByUndo = await longestHold(undoImport(store, (await importing).importId, by));
    print('import taken back', performance.now() - undoing, `nothing else let through for ${heldByUndo.toFixed(0)} ms at most`);
    db.close();
  } finally {
    removeFolder(data);
  }
}
