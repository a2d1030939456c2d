import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, describe, expect, it } from 'vitest';
import { encodeAs } from '../../../tests/fixtures/encode.ts';
import { workbookOf } from '../../../tests/fixtures/workbook.ts';
import { eventDeliveryOf } from '../../store/event-delivery.ts';
import type { WritableDb } from '../../store/db.ts';
import { repositories } from '../../store/index.ts';
import { openIn, pathsIn, testFolder, testStore } from '../../store/test-store.ts';
import { createIntake } from '../intake.ts';
import { createJudging } from '../judging.ts';
import { packJudge } from '../packs.ts';
import { productsHandlers } from '../features/products.ts';
import { createTurns, letCallsThrough } from '../turns.ts';
import { createSheetDesk } from './sheet-desk.ts';
import { undoUnfinished } from './undo-import.ts';

const context = { actor: { id: 'owner', role: 'owner' as const }, at: Date.UTC(2026, 10, 23) };

async function shop() {
  const { db, store, folder: data } = await testStore();
  const folder = join(testFolder(), 'shop');
  mkdirSync(folder);
  const rowsTold: number[] = [];
  const desk = createSheetDesk({ database: pathsIn(data).path, rememberedMapping: (signature) => store.imports.mappingFor(signature), onRows: (_, rows) => void rowsTold.push(rows) });
  onTestFinished(() => desk.close());
  const judging = createJudging({ store, judge: packJudge(), now: () => context.at, changed: () => {}, onError: (error) => { throw error; } });
  const handlers = productsHandlers({ store, desk, intake: createIntake(store), judging, inTurn: createTurns(), wakeJobs: () => {}, photosChanged: () => {}, productsChanged: () => {} });
  const file = (name: string, bytes: string | Buffer): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const open = async (path: string) => {
    const draft = await desk.openSheet(path);
    if (!draft.ok) throw new Error(draft.error.code);
    return draft.value;
  };
  const dryRun = async (draftId: string, mapping: Parameters<typeof handlers.dryRun>[0]['mapping']) => {
    const run = await handlers.dryRun({ draftId, mapping }, context);
    if (!run.ok) throw new Error(run.error.code);
    return run.value;
  };
  const apply = async (draftId: string) => {
    const applied = await handlers.apply({ draftId }, context);
    if (!applied.ok) throw new Error(applied.error.code);
    return applied.value;
  };
  /** Opens, compares and applies with the mapping that is offered. */
  const take = async (path: string) => {
    const draft = await open(path);
    const run = await dryRun(draft.id, draft.mapping);
    return { draft, run, applied: await apply(draft.id) };
  };
  const list = () => store.productList.list({ channel: 'all', show: 'all', search: '', offset: 0, limit: 100 }, ['ebay']).rows;
  return { db, store, desk, handlers, file, folder, open, dryRun, apply, take, list, rowsTold };
}

const table = '货号,标题,颜色,主图,图片1,备注\nTP-1,青瓷茶壶,藏青,TP-1.jpg,TP-1-side.jpg,上新\nTP-2,竹制茶盘,米色,没有.jpg,,\nTP-1,青瓷茶壶,红,,,\nTP-1,别的东西,白,,,\n';

describe('a table of products', () => {
  it('in GB 18030 is opened, compared and applied, with the photos it names and the job that checks them', async () => {
    const { file, folder, take, list, store } = await shop();
    for (const name of ['TP-1.jpg', 'TP-1-side.jpg']) file(name, name);
    const { draft, run, applied } = await take(file('商品.csv', encodeAs(table, 'gb18030')));
    expect(draft).toMatchObject({ file: '商品.csv', encoding: 'gb18030', delimiter: ',', rows: 4, headerRow: 1, remembered: false, pictureFiles: 2, mapping: ['sku', 'title', 'colour', 'main-picture', 'picture', null] });
    expect(draft.columns[1]).toEqual({ heading: '标题', samples: ['青瓷茶壶', '竹制茶盘', '别的东西'] });
    expect(run).toMatchObject({ products: { new: 2, changed: 0, unchanged: 0 }, rows: { total: 4, bad: 1 }, variants: 2, pictures: { found: 2, missing: 1, newPhotos: 2 } });
    expect(run.problems.map(({ row, code, value }) => [row, code, value])).toEqual([[5, 'duplicate-sku', 'TP-1'], [3, 'picture-not-found', '没有.jpg']]);
    expect(applied).toMatchObject({ added: 2, changed: 0, photos: 2 });
    expect(store.jobs.byId(applied.jobId ?? '')).toMatchObject({ kind: 'photos.check', total: 2 });
    const [tray, pot] = list();
    expect(tray).toMatchObject({ sku: 'TP-2', titles: { 'zh-CN': '竹制茶盘' }, slots: [], missing: [1], unresolved: 1 });
    expect(pot).toMatchObject({ sku: 'TP-1', colours: ['藏青'], variants: 2, missing: [] });
    expect(pot?.slots.map(({ slot, name }) => [slot, name])).toEqual([[1, 'TP-1.jpg'], [2, 'TP-1-side.jpg']]);
    expect(store.productList.detail(pot?.id ?? '', ['ebay'])?.extra).toEqual({ 备注: '上新' });
    expect(existsSync(join(folder, 'TP-1.jpg'))).toBe(true);
  });

  it('read again changes nothing; where a cell changed, that product alone', async () => {
    const { file, take, list } = await shop();
    const path = file('goods.csv', 'SKU,Title,Brand\nA,Lamp,Kiln\nB,Vase,Kiln\n');
    await take(path);
    expect((await take(path)).run.products).toEqual({ new: 0, changed: 0, unchanged: 2 });
    file('goods.csv', 'SKU,Title,Brand\nB,Vase,Kiln\nA,Table lamp,Kiln\nC,Cup,Kiln\n');
    expect((await take(path)).run.products).toEqual({ new: 1, changed: 1, unchanged: 1 });
    expect(list().map(({ titles }) => titles.en)).toEqual(['Cup', 'Table lamp', 'Vase']);
  });

  it('gives a row the product that its key names, whichever row before it has that product\'s SKU', async () => {
    const { file, take, list } = await shop();
    const path = file('goods.csv', 'Handle,SKU,Title\nlamp,A,Lamp\n');
    await take(path);
    const [lamp] = list();
    file('goods.csv', 'Handle,SKU,Title\nvase,A,Vase\nlamp,B,Tall lamp\n');
    const { run, applied } = await take(path);
    expect(run.products).toEqual({ new: 1, changed: 1, unchanged: 0 });
    expect(applied).toMatchObject({ added: 1, changed: 1 });
    expect(list().map(({ sku, titles }) => [sku, titles.en])).toEqual([['B', 'Tall lamp'], ['A', 'Vase']]);
    expect(list()[0]?.id).toBe(lamp?.id);
  });

  it('still finds a product by its SKU where nothing else in the table is that product', async () => {
    const { file, take, list } = await shop();
    await take(file('goods.csv', 'SKU,Title\nA,Lamp\n'));
    const [lamp] = list();
    expect((await take(file('goods.csv', 'Handle,SKU,Title\nlamp,A,Lamp\n'))).run.products).toEqual({ new: 0, changed: 1, unchanged: 0 });
    expect(list().map(({ id }) => id)).toEqual([lamp?.id]);
  });

  it('is taken back as a whole: products as they were, photos that came with it gone', async () => {
    const { file, take, list, handlers, store } = await shop();
    file('lamp.jpg', 'x');
    const path = file('goods.csv', 'SKU,Title,Colour\nA,Lamp,red\n');
    await take(path);
    const [before] = list();
    file('goods.csv', 'SKU,Title,Colour,Image\nA,Lamp,blue,lamp.jpg\nB,Vase,,\n');
    const { applied } = await take(path);
    expect(list()).toHaveLength(2);
    expect(await handlers.undoImport({ importId: applied.importId }, context)).toEqual({ ok: true, value: { undone: 2 } });
    expect(list()).toEqual([before]);
    expect(store.photoList.counts({ channel: 'all', search: '' }, ['ebay']).total).toBe(0);
    expect(await handlers.undoImport({ importId: applied.importId }, context)).toMatchObject({ ok: false, error: { code: 'import-not-undoable' } });
  });

  it('cannot be taken back under a later one that changed the same products', async () => {
    const { file, take, handlers } = await shop();
    const first = await take(file('a.csv', 'SKU,Title\nA,one\n'));
    const second = await take(file('a.csv', 'SKU,Title\nA,two\n'));
    expect(await handlers.undoImport({ importId: first.applied.importId }, context)).toMatchObject({ ok: false });
    expect(await handlers.undoImport({ importId: second.applied.importId }, context)).toMatchObject({ ok: true });
    expect(await handlers.undoImport({ importId: first.applied.importId }, context)).toMatchObject({ ok: true });
  });

  it('remembers what columns were told to mean', async () => {
    const { file, open, dryRun, apply } = await shop();
    const path = file('a.csv', 'Code X,Words\nA,Lamp\n');
    const draft = await open(path);
    expect(draft.mapping).toEqual([null, null]);
    expect((await dryRun(draft.id, [null, null])).problemCounts).toEqual([{ code: 'no-name', count: 1 }]);
    expect((await dryRun(draft.id, ['sku', 'title'])).products.new).toBe(1);
    await apply(draft.id);
    expect(await open(path)).toMatchObject({ mapping: ['sku', 'title'], remembered: true });
  });

  it('is a workbook as well, and may have its pictures elsewhere', async () => {
    const { file, desk, folder, open, dryRun } = await shop();
    mkdirSync(join(folder, 'shots'));
    mkdirSync(join(folder, 'other'));
    writeFileSync(join(folder, 'shots', 'A-1_1.jpg'), 'x');
    const path = file('goods.xlsx', workbookOf({ sheets: [{ name: 'S', rows: [['SKU', 'Title'], ['A-1', 'Lamp']] }] }));
    const draft = await open(path);
    expect((await dryRun(draft.id, draft.mapping)).pictures).toMatchObject({ found: 1, newPhotos: 1 });
    await desk.setPictureFolder(draft.id, join(folder, 'other'));
    expect((await dryRun(draft.id, draft.mapping)).pictures).toMatchObject({ found: 0 });
  });

  it('that was cut off is taken back at the next start, and was never to be seen', async () => {
    const { store, list, file, folder } = await shop();
    const path = file('a.jpg', 'a');
    const importId = store.transact(() => {
      const id = store.imports.begin('goods.csv', 'owner', 1);
      const taken = createIntake(store).take([{ path, name: 'a.jpg', bytes: 1, modifiedMs: 1 }], { sample: false, actor: 'owner', at: 1 });
      for (const photoId of taken.newIds) store.imports.notePhoto(id, photoId);
      return id;
    });
    const draft = { key: 'sku:A', externalId: null, sku: 'A', handle: null, titles: { en: 'Lamp', 'zh-CN': null }, brand: null, category: null, colours: [], price: null, createdAt: null, variants: [], pictures: [], row: 2, extra: {} };
    store.imports.noteNew(importId, store.products.put({ id: null, source: 'file', draft, pictures: [], content: '', photoAt: () => null, hidden: true, at: 1 }));
    expect(list()).toEqual([]);
    expect(await undoUnfinished(store, { actor: 'owner', at: 2 })).toBe(1);
    expect(store.products.known()).toEqual([]);
    expect(store.photoList.counts({ channel: 'all', search: '' }, ['ebay']).total).toBe(0);
    expect(existsSync(join(folder, 'a.jpg'))).toBe(true);
    expect(await undoUnfinished(store, { actor: 'owner', at: 3 })).toBe(0);
  });

  it('whose taking back was cut off is out of sight, and is taken back to its end at the next start', async () => {
    const { file, take, list, store } = await shop();
    file('a.jpg', 'a');
    const path = file('goods.csv', 'SKU,Title,Colour,Image\nA,Lamp,red,a.jpg\nB,Vase,,\n');
    await take(path);
    const before = list();
    file('goods.csv', 'SKU,Title,Colour,Image\nA,Lamp,blue,a.jpg\nB,Tall vase,,\nC,Cup,,a.jpg\nD,Jug,white,\n');
    const { applied } = await take(path);
    expect(store.imports.beginUndo(applied.importId)).toBe(true);
    expect(store.imports.undoSome(applied.importId, 1, (id) => store.products.delete(id))).toBe(1);
    expect(list().map(({ sku }) => sku)).toEqual(['A', 'B']);
    expect(await undoUnfinished(store, { actor: 'owner', at: 2 })).toBe(1);
    expect(list()).toEqual(before);
    expect(store.products.known()).toHaveLength(2);
    expect(store.photoList.counts({ channel: 'all', search: '' }, ['ebay']).total).toBe(1);
    expect(store.imports.beginUndo(applied.importId)).toBe(false);
  });

  const many = (word: string): string => `SKU,Title,Colour\n${Array.from({ length: 1_100 }, (_, n) => `S${n},${word} ${n},red\n`).join('')}`;
  const everything = (db: WritableDb): unknown[] =>
    ['products', 'product_variants', 'product_pictures', 'placements'].map((name) => db.prepare(`select * from ${name} order by 1, 2, 3`).all());

  it('of known products that was cut off half-way is taken back at the next start', async () => {
    const { db, file, take, open, dryRun, handlers } = await shop();
    const path = file('goods.csv', many('Lamp'));
    await take(path);
    const before = everything(db);
    file('goods.csv', many('Vase'));
    const draft = await open(path);
    await dryRun(draft.id, draft.mapping);
    const running = handlers.apply({ draftId: draft.id }, context);
    const written = db.prepare<[], { n: number }>(`select count(*) as n from products where title_en like 'Vase%'`);
    while (written.get()?.n === 0) await letCallsThrough();
    // what lies on the disk at this moment is what the next start would find
    const folder = testFolder();
    db.prepare('vacuum into ?').run(pathsIn(folder).path);
    expect(await running).toMatchObject({ ok: true, value: { changed: 1_100 } });
    const restarted = await openIn(folder);
    onTestFinished(() => void restarted.close());
    const some = restarted.prepare<[], { n: number }>(`select count(*) as n from products where title_en like 'Vase%'`).get()?.n ?? 0;
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(1_100);
    expect(await undoUnfinished(repositories(restarted, () => 3), { actor: 'owner', at: 3 })).toBe(1);
    expect(everything(restarted)).toEqual(before);
  });

  it('that fails half-way is taken back at once, and the next one is written', async () => {
    const { db, store, file, folder, take, open, dryRun, handlers } = await shop();
    file('a.jpg', 'a');
    const path = file('goods.csv', many('Lamp'));
    await take(path);
    const before = everything(db);
    file('goods.csv', many('Vase').replace('Colour', 'Colour,Image').replaceAll('red', 'blue,a.jpg'));
    const draft = await open(path);
    expect((await dryRun(draft.id, draft.mapping)).pictures.newPhotos).toBe(1);
    db.exec(`create trigger refuse before update on products when new.title_en = 'Vase 1050' begin select raise(abort, 'refused'); end`);
    await expect(handlers.apply({ draftId: draft.id }, context)).rejects.toThrow('refused');
    expect(everything(db)).toEqual(before);
    expect(store.photoList.counts({ channel: 'all', search: '' }, ['ebay']).total).toBe(0);
    expect(store.imports.unfinished()).toEqual([]);
    db.exec('drop trigger refuse');
    expect((await take(path)).applied).toMatchObject({ changed: 1_100, photos: 1 });
    expect(existsSync(join(folder, 'a.jpg'))).toBe(true);
  });

  it('that is put away while it is read answers so, and leaves nothing', async () => {
    const { file, desk, open, handlers, list } = await shop();
    const draft = await open(file('a.csv', 'SKU,Title\nA,one\n'));
    const running = handlers.dryRun({ draftId: draft.id, mapping: draft.mapping }, context);
    await desk.discard(draft.id);
    expect(await running).toMatchObject({ ok: false, error: { code: 'import-not-found' } });
    expect(await handlers.apply({ draftId: draft.id }, context)).toMatchObject({ ok: false });
    expect(list()).toEqual([]);
  });
});

describe('staff', () => {
  async function withPictures() {
    const made = await shop();
    for (const name of ['a.jpg', 'b.jpg', 'c.jpg']) made.file(name, name);
    const path = made.file('goods.csv', 'SKU,Title,Images\nA,Lamp,"a.jpg,b.jpg"\nB,Vase,c.jpg\n');
    await made.take(path);
    const lamp = () => made.list()[0]!;
    const slots = () => lamp().slots.map(({ slot, name }) => `${slot}${name[0]}`).join(' ');
    const photo = (name: string) => made.list().flatMap((row) => row.slots).find((slot) => slot.name === name)?.photoId ?? '';
    const arrange = (change: Parameters<typeof made.handlers.arrange>[0]['change']): string[] => {
      const done = made.handlers.arrange({ id: lamp().id, change }, context);
      return 'ok' in done && done.ok ? done.value.eventIds : [];
    };
    return { ...made, path, slots, photo, arrange };
  }

  it('move, take out and put in pictures, and take it back step by step', async () => {
    const { slots, photo, arrange, handlers } = await withPictures();
    const first = arrange({ kind: 'move', photoId: photo('b.jpg'), slot: 1 });
    expect(slots()).toBe('1b 2a');
    const second = arrange({ kind: 'unassign', photoIds: [photo('b.jpg')] });
    expect(slots()).toBe('2a');
    const third = arrange({ kind: 'assign', photoIds: [photo('c.jpg')], slot: 1, variantId: null });
    expect(slots()).toBe('1c 2a');
    await handlers.undo({ eventIds: third }, context);
    await handlers.undo({ eventIds: second }, context);
    expect(slots()).toBe('1b 2a');
    await handlers.undo({ eventIds: first }, context);
    expect(slots()).toBe('1a 2b');
  });

  it('keep their arrangement over the next import, which may add to it', async () => {
    const { slots, photo, arrange, file, take, path } = await withPictures();
    arrange({ kind: 'move', photoId: photo('b.jpg'), slot: 1 });
    file('d.jpg', 'd');
    file('goods.csv', 'SKU,Title,Images\nA,Lamp,"a.jpg,b.jpg,d.jpg"\nB,Vase,c.jpg\n');
    await take(path);
    expect(slots()).toBe('1b 2a 3d');
  });

  it('have their word in the outbox, and the views do not change when the platform takes it', async () => {
    const { slots, photo, arrange, store, db } = await withPictures();
    const before = store.outbox.waiting();
    const [eventId = ''] = arrange({ kind: 'move', photoId: photo('b.jpg'), slot: 1 });
    expect(store.outbox.waiting()).toBe(before + 1);
    const delivery = eventDeliveryOf(db);
    expect(delivery.sent(eventId)).toBe(true);
    expect(delivery.acknowledged(eventId)).toBe(true);
    expect(slots()).toBe('1b 2a');
  });

  it('say nothing where nothing changes', async () => {
    const { photo, arrange } = await withPictures();
    expect(arrange({ kind: 'move', photoId: photo('a.jpg'), slot: 1 })).toEqual([]);
  });
});
