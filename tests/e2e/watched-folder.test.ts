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

const looks = [['zh-CN', 'dark'], ['zh-CN', 'light'], ['en', 'dark'], ['en', 'light']] as const;

/** A screen in both languages and themes, English and light last: axe, and a picture of each for a person to look at. */
async function inEveryLook(name: string, address: string, there: () => Promise<void>): Promise<void> {
  const { page } = opened;
  await page.evaluate((hash) => { location.hash = hash; }, address);
  for (const [language, theme] of looks) {
    await opened.call('settings.set', { language, theme });
    await page.waitForFunction((lang) => document.documentElement.lang === lang, language);
    await there();
    await opened.screenshot(`${name}-${language}-${theme}`);
    expect(await axeProblems(page)).toEqual([]);
  }
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

it('a file that is overwritten is checked again as the same photo, and is not what was approved', async () => {
  const before = await checked('lamp.jpg');
  await opened.call('photos.decide', { ids: [before.id], decision: 'passed' });
  await drawProduct(path.join(studio, 'lamp.jpg'), 'egg', 0.9);
  const after = await named('lamp.jpg', ({ state, sha256 }) => state === 'checked' && sha256 !== before.sha256);
  expect(after.id).toBe(before.id);
  expect(after).toMatchObject({ width: 1600, decision: 'passed', drift: 'changed' });
  await inEveryLook('drift', `#/photos?show=drift&photo=${after.id}`, () => opened.page.getByRole('region', { name: /Approved and now|放行时与现在/ }).getByRole('img').nth(1).waitFor());
  const drawn = await opened.page.getByRole('region').getByRole('img').evaluateAll((images) => images.map((image) => image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0));
  expect(drawn).toEqual([true, true]);
  await opened.page.keyboard.press('p');
  await named('lamp.jpg', ({ drift }) => drift === null);
});

it('a file that is deleted leaves its photo, marked as missing', async () => {
  const { page } = opened;
  rmSync(path.join(studio, 'lamp.jpg'));
  await opened.page.evaluate(() => { location.hash = '#/photos/folders'; });
  const gone = await named('lamp.jpg', ({ missingSince }) => missingSince !== null);
  expect(gone.state).toBe('checked');
  await inEveryLook('folders', '#/photos/folders', () => page.getByRole('link', { name: /1 photo missing|1张照片缺失/ }).waitFor());
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
