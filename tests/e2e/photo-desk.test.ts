import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { axeProblems } from './axe.ts';
import { makeFolder, openConsole, removeFolder } from './harness.ts';
import { drawPhotos } from './pictures.ts';
import { until } from './until.ts';
import type { OpenedConsole } from './harness.ts';

const folders: string[] = [];
const folder = (): string => {
  const made = makeFolder();
  folders.push(made);
  return made;
};
/** Consoles of a test that failed half-way must not stay open under the next one. */
const open = new Set<OpenedConsole>();
afterEach(async () => {
  for (const { app } of open) await app.close();
  open.clear();
});
afterAll(() => folders.forEach(removeFolder));

/** The words of one language that this walk meets. */
const words = {
  en: { photos: 'Photos', fail: 'Fail', rejected: 'Rejected', unread: /^Could not be read/, empty: 'The file is empty: zero bytes.', small: 'Too few pixels', asks: /Side of 300 px; Amazon requires at least 500 px/, left: /^Rejected\. \d+ left$/ },
  'zh-CN': { photos: '照片', fail: '不合格', rejected: '已弃用', unread: /^无法读取/, empty: '文件是空的，只有0字节。', small: '像素不足', asks: /边长300像素；亚马逊要求至少500像素/, left: /^已弃用，还剩\d+张$/ },
} as const;
type Language = keyof typeof words;

const tile = (page: Page, name: string) => page.locator('[role=gridcell]', { hasText: name });

async function openDesk(data: string, language: Language): Promise<OpenedConsole> {
  const opened = await openConsole({ data });
  open.add(opened);
  // A toast that is half faded in has no contrast to measure.
  await opened.page.emulateMedia({ reducedMotion: 'reduce' });
  await until(() => opened.call('settings.get', {}), (answer) => answer.ok);
  await opened.call('settings.set', { language, welcomed: true, theme: language === 'en' ? 'light' : 'dark' });
  await opened.page.evaluate(() => { location.hash = '#/photos?channel=amazon-main&sort=name'; });
  await opened.page.getByRole('heading', { level: 1, name: words[language].photos }).waitFor();
  return opened;
}

describe.each<Language>(['en', 'zh-CN'])('the photo desk in %s', (language) => {
  const say = words[language];
  const data = folder();
  const shop = folder();

  it('takes a folder in, judges it, and one key rejects for good', async () => {
    await drawPhotos(shop, 4);
    writeFileSync(path.join(shop, 'empty.jpg'), '');
    const opened = await openDesk(data, language);
    const { page, app } = opened;
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, shop);
    await opened.call('photos.choose', { kind: 'folder' });

    await tile(page, 'photo-01.jpg').getByText(say.fail, { exact: true }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: say.unread }).click();
    await page.getByText(say.empty).waitFor();
    await page.evaluate(() => { location.hash = '#/photos?channel=amazon-main&sort=name'; });

    await tile(page, 'photo-01.jpg').dblclick();
    await page.getByRole('article', { name: say.small }).getByText(say.asks).waitFor();
    const picture = page.getByRole('img', { name: 'photo-01.jpg' });
    expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBeGreaterThan(100);
    expect(await axeProblems(page)).toEqual([]);
    await opened.screenshot(`photo-desk-picture-${language}`);

    await page.keyboard.press('x');
    await page.getByText(say.left).waitFor({ state: 'attached' });
    await page.getByRole('img', { name: 'photo-02.jpg' }).waitFor();
    await page.keyboard.press('z');
    await page.getByRole('img', { name: 'photo-01.jpg' }).waitFor();
    await page.keyboard.press('x');
    await page.keyboard.press('Escape');
    await tile(page, 'photo-01.jpg').getByText(say.rejected).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await opened.screenshot(`photo-desk-list-${language}`);
    open.delete(opened);
    await opened.close();
  });

  it('still knows it after the console was closed', async () => {
    const opened = await openDesk(data, language);
    await tile(opened.page, 'photo-01.jpg').getByText(say.rejected).waitFor();
    await tile(opened.page, 'photo-00.jpg').waitFor();
    expect(await tile(opened.page, 'photo-00.jpg').count()).toBe(1);
    open.delete(opened);
    await opened.close();
  });
});
