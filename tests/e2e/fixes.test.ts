import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems } from './axe.ts';
import { drawGoods } from './goods.ts';
import { makeFolder, openConsole, removeFolder } from './harness.ts';
import { until } from './until.ts';
import type { OpenedConsole } from './harness.ts';

const data = makeFolder();
const shop = makeFolder();
const target = makeFolder();
let opened: OpenedConsole;

const words = {
  en: { fixed: 'Fixed copy', took: /^Fixed jar-0\.jpg for Amazon/, mark: 'Fixed for Amazon', pass: /^Amazon: Fail, then Pass$/, done: 'Background replaced with pure white', many: /^3 pass now/, copies: 'Take 2 copies' },
  'zh-CN': { fixed: '修正副本', took: /^已为亚马逊修正jar-0\.jpg/, mark: '已为亚马逊修正', pass: /^亚马逊：原为不合格，现为通过$/, done: '背景已换成纯白', many: /^3个现已通过/, copies: '采用2个副本' },
} as const;
type Language = keyof typeof words;

const hashes = (folder: string): string[] => readdirSync(folder).sort().map((name) => createHash('sha256').update(readFileSync(path.join(folder, name))).digest('hex'));
/** A copy is made and looked at like a photo, models and all: on a busy machine that takes a while. */
const slow = 180_000;
const shapes = [[1280, 800], [1920, 1080]] as const;

async function capture(name: string): Promise<void> {
  for (const [width, height] of shapes) {
    await opened.app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows().find((window) => window.isVisible())?.setContentSize(size[0], size[1]), [width, height] as const);
    await opened.page.waitForFunction((wanted) => window.innerWidth === wanted, width);
    await opened.page.waitForFunction(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0));
    await opened.screenshot(`${name}-${width}`);
  }
}

async function show(language: Language, theme: 'light' | 'dark'): Promise<void> {
  await opened.call('settings.set', { language, theme, welcomed: true });
  await opened.page.waitForFunction((lang) => document.documentElement.lang === lang, language);
  await opened.page.evaluate(() => { location.hash = '#/'; });
  await opened.page.evaluate(() => { location.hash = '#/photos?channel=amazon-main&sort=name'; });
  await opened.page.locator('[role=gridcell]', { hasText: 'jar-0.jpg' }).waitFor();
}

beforeAll(async () => {
  await drawGoods(shop);
  opened = await openConsole({ data });
  await opened.page.emulateMedia({ reducedMotion: 'reduce' });
  await until(() => opened.call('settings.get', {}), (answer) => answer.ok);
  await opened.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, shop);
  await opened.call('photos.choose', { kind: 'folder' });
  await until(() => opened.call('photos.list', {}), (answer) => answer.ok && answer.value.rows.length === 3 && answer.value.rows.every(({ state }) => state === 'checked'));
});

afterAll(async () => {
  await opened.close();
  [data, shop, target].forEach(removeFolder);
});

describe.each([['en', 'light'], ['zh-CN', 'dark']] as const)('in %s, %s', (language, theme) => {
  const say = words[language];

  it('F makes a copy that passes, Enter takes it, Z takes it back, and the original is as it was', async () => {
    const { page } = opened;
    const before = hashes(shop);
    await show(language, theme);
    await page.locator('[role=gridcell]', { hasText: 'jar-0.jpg' }).dblclick();
    await page.getByRole('img', { name: 'jar-0.jpg' }).waitFor();
    await page.keyboard.press('f');
    await page.getByRole('img', { name: say.pass }).waitFor({ timeout: slow });
    await page.getByText(say.done).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await capture(`fix-side-${language}-${theme}`);
    await page.keyboard.press('d');
    await page.getByRole('separator').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await capture(`fix-divider-${language}-${theme}`);
    await page.keyboard.down('b');
    await page.getByRole('separator').waitFor({ state: 'detached' });
    await page.keyboard.up('b');
    await page.keyboard.press('d');

    await page.keyboard.press('Enter');
    await page.getByText(say.took).waitFor();
    const list = await opened.call('photos.list', { sort: 'name' });
    expect(list.ok && list.value.rows.map(({ fixed }) => fixed)).toEqual([['amazon-main'], [], []]);
    await capture(`fix-inspector-${language}-${theme}`);
    await page.keyboard.press('Escape');
    await page.locator('[role=gridcell]', { hasText: 'jar-0.jpg' }).getByRole('img', { name: say.mark }).waitFor();

    await page.keyboard.press('z');
    await page.getByRole('img', { name: say.mark }).waitFor({ state: 'detached' });
    const undone = await opened.call('photos.list', { sort: 'name' });
    expect(undone.ok && undone.value.rows.map(({ fixed }) => fixed)).toEqual([[], [], []]);
    expect(hashes(shop)).toEqual(before);
  }, 300_000);

  it('Shift+F fixes all alike, Space leaves one out, and one key takes the rest back', async () => {
    const { page } = opened;
    await show(language, theme);
    await page.locator('[role=gridcell]', { hasText: 'jar-0.jpg' }).click();
    await page.keyboard.press('Shift+F');
    await page.getByText(say.many).waitFor({ timeout: slow });
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: say.copies }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await capture(`fix-alike-${language}-${theme}`);
    await page.keyboard.press('Enter');
    await until(() => opened.call('photos.list', { sort: 'name' }), (answer) => answer.ok && answer.value.rows.map(({ fixed }) => fixed.length).join() === '1,0,1');

    await opened.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, target);
    const exported = await opened.call('fixes.export', { ids: null });
    expect(exported).toMatchObject({ ok: true, value: { written: 2, stale: 0, failed: 0 } });
    expect(exported.ok && exported.value !== null && existsSync(path.join(exported.value.folder, 'amazon-main', 'jar-0.jpg'))).toBe(true);

    await page.keyboard.press('z');
    await until(() => opened.call('photos.list', { sort: 'name' }), (answer) => answer.ok && answer.value.rows.every(({ fixed }) => fixed.length === 0));
  }, 300_000);
});
