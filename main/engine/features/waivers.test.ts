import { expect, it } from 'vitest';
import type { CallResult } from '../../../app/contract/define.ts';
import { testStore } from '../../store/test-store.ts';
import { waiversHandlers } from './waivers.ts';

const context = { actor: { id: 'mei', role: 'owner' as const }, at: 5 };
const scope = { rules: ['blurry' as const], channel: null, scope: 'product' as const, reason: 'other' as const, note: 'soft on purpose' };

/** A product with one photo, and the calls about it. */
async function withProduct(source: 'file' | 'sample') {
  const { store } = await testStore();
  const sample = source === 'sample';
  const path = '/photos/lamp.jpg';
  const photoId = store.photos.add({ path, name: 'lamp.jpg', bytes: 1, modifiedMs: 1 }, sample, 1);
  const draft = { key: 'sku:A', externalId: null, sku: 'A', handle: null, titles: { en: 'Lamp', 'zh-CN': null }, brand: null, category: null, colours: [], price: null, createdAt: null, variants: [], pictures: [], row: 2, extra: {} };
  const productId = store.products.put({ id: null, source, draft, pictures: [{ slot: 1, kind: 'file', ref: 'lamp.jpg', variant: null, photoPath: path }], content: '', photoAt: () => photoId, at: 1 });
  const handlers = waiversHandlers({ store, changed: () => undefined });
  const events = async (answer: CallResult<{ eventIds: string[] }> | Promise<CallResult<{ eventIds: string[] }>>): Promise<string[]> => {
    const result = await answer;
    return result.ok ? result.value.eventIds : [];
  };
  return {
    store, handlers,
    waive: () => events(handlers.waive({ ...scope, photoIds: [photoId] }, context)),
    withdraw: () => events(handlers.withdraw({ subject: { kind: 'product', id: productId }, rule: 'blurry', channel: null }, context)),
    standing: () => store.waivers.of(photoId, productId).length,
  };
}

it('keeps what is said of a sample product, taken back and undone out of the outbox', async () => {
  const { store, handlers, waive, withdraw, standing } = await withProduct('sample');
  expect(await waive()).toHaveLength(1);
  const withdrawn = await withdraw();
  expect(withdrawn).toHaveLength(1);
  expect(standing()).toBe(0);
  await handlers.undo({ eventIds: withdrawn }, context);
  expect(standing()).toBe(1);
  expect(store.outbox.waiting()).toBe(0);
});

it('has what is said of a product of the shop, and its withdrawal, wait for the platform', async () => {
  const { store, waive, withdraw } = await withProduct('file');
  await waive();
  expect(store.outbox.waiting()).toBe(1);
  await withdraw();
  expect(store.outbox.waiting()).toBe(2);
});
