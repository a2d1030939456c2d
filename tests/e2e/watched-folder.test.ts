import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PhotoRow } from '../../app/contract/photos.ts';
import { axeProblems } from './axe.ts';
import { makeFolder, openConsole, removeFolder, type OpenedConsole } from './harness.ts';
import { drawPhotos, drawProduct } from './pictures.ts';
import { until } from './until.ts';

/** A folder on the disk and the console beside it: what happens there is seen by itself. */
const studio = makeFolder();
const elsewhere = makeFolder();
const data = makeFolder();
let opened: OpenedConsole;
let drawn: string[] = [];

const named = async (name: string, holds: (row: PhotoRow) => boolean): Promise<PhotoRow> => {
  const found = (answer: Awaited<ReturnType<typeof ask>>): PhotoRow | undefined => (answer.ok ? answer.value.rows.find((row) => row.name === name && holds(row)) : undefined);
  const ask = () => opened.call('photos.list', {});
  const row = found(await until(ask, (answer) => found(answer) !== undefined));
  if (row === undefined) throw new Error(name);
  return row;
};
const checked = (name: string): Promise<PhotoRow> => named(name, ({ state }) => state === 'checked');

async function open(): Promise<void> {
  opened = await openConsole({ data });
  await opened.page.emulateMedia({ reducedMotion: 'reduce' });
  await until(() => opened.call('settings.get', {}), (answer) => answer.ok);
  await opened.call('settings.set', { language: 'en', welcomed: true, theme: 'light' });
}

beforeAll(async () => {
  drawn = await drawPhotos(elsewhere, 3);
  cpSync(drawn[0] ?? '', path.join(studio, 'mug.jpg'));
  await open();
});
afterAll(async () => {
  await opened.close();
  [studio, elsewhere, data].forEach(removeFolder);
});

it('is chosen in the system’s dialog, and what lies in it is checked', async () => {
  const { page } = opened;
  await opened.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, studio);
  await page.evaluate(() => { location.hash = '#/photos/folders'; });
  await page.getByRole('button', { name: 'Watch a folder…' }).click();
  await page.getByRole('list', { name: 'Watched folders' }).getByText(path.basename(studio), { exact: true }).waitFor();
  await checked('mug.jpg');
  await page.getByText('1 picture').waitFor();
  expect(await axeProblems(page)).toEqual([]);
});

it('a file dropped into it appears, checked', async () => {
  cpSync(drawn[1] ?? '', path.join(studio, 'lamp.jpg'));
  expect((await checked('lamp.jpg')).verdicts['amazon-main']).toBe('fail');
});

it('a file that is overwritten is checked again as the same photo', async () => {
  const before = await checked('lamp.jpg');
  await drawProduct(path.join(studio, 'lamp.jpg'), 'egg', 0.9);
  const after = await named('lamp.jpg', ({ state, sha256 }) => state === 'checked' && sha256 !== before.sha256);
  expect(after.id).toBe(before.id);
  expect(after.width).toBe(1600);
});

it('a file that is deleted leaves its photo, marked as missing', async () => {
  const { page } = opened;
  rmSync(path.join(studio, 'lamp.jpg'));
  const gone = await named('lamp.jpg', ({ missingSince }) => missingSince !== null);
  expect(gone.state).toBe('checked');
  await page.getByRole('link', { name: '1 photo missing' }).click();
  await page.getByRole('gridcell', { name: /lamp\.jpg.*File missing/ }).waitFor();
  await opened.screenshot('watched-missing');
});

it('what happens while the console is closed is seen at the next start', async () => {
  await opened.app.close();
  cpSync(drawn[2] ?? '', path.join(studio, 'vase.jpg'));
  await drawProduct(path.join(studio, 'lamp.jpg'), 'ball', 0.9);
  await open();
  expect((await checked('vase.jpg')).missingSince).toBeNull();
  await named('lamp.jpg', ({ missingSince, state }) => missingSince === null && state === 'checked');
});
