import { afterAll, beforeAll, expect, it } from 'vitest';
import { openConsole } from './harness.ts';
import { until } from './until.ts';
import type { OpenedConsole } from './harness.ts';

let opened: OpenedConsole;

beforeAll(async () => {
  opened = await openConsole();
  await until(() => opened.call('settings.get', {}), (answer) => answer.ok);
  await opened.call('settings.set', { language: 'en', theme: 'light', welcomed: true });
  await opened.page.evaluate(() => { window.location.hash = '#/models'; });
});
afterAll(() => opened.close());

it('checks and times every model on every runtime that is there', async () => {
  const { page } = opened;
  await page.getByRole('button', { name: 'Check and measure all' }).click();
  await page.getByRole('button', { name: /^Stop/ }).waitFor();
  const list = await until(() => opened.call('models.list', {}), (answer) => answer.ok && answer.value.models.every(({ measured, golden }) => measured.length > 0 && golden !== null));
  if (!list.ok) throw new Error(list.error.code);
  for (const model of list.value.models) {
    expect(model).toMatchObject({ integrity: 'verified', golden: { passed: true }, runtime: 'onnxruntime' });
    expect(model.golden?.maxRelativeDifference).toBeLessThan(1e-3);
    expect(model.measured.map(({ runtime }) => runtime)).toContain('onnxruntime');
  }
  await page.getByRole('button', { name: 'Check and measure all' }).waitFor();
  expect(await page.getByText('Verified', { exact: true }).count()).toBe(list.value.models.length);
  await opened.screenshot('models-measured');
});

it('keeps a choice of runtime, and says which one is in use', async () => {
  const chosen = await opened.call('models.choose', { id: 'blazeface', runtime: 'tfjs-wasm' });
  expect(chosen).toMatchObject({ ok: true, value: { chosen: 'tfjs-wasm', runtime: 'tfjs-wasm' } });
  const impossible = await opened.call('models.choose', { id: 'u2netp', runtime: 'tfjs-node-gpu' });
  expect(impossible).toMatchObject({ ok: true, value: { chosen: 'tfjs-node-gpu', runtime: 'onnxruntime', fellBack: expect.any(String) } });
});
