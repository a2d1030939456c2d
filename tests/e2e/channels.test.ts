import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { axeProblems } from './axe.ts';
import { makeFolder, openConsole, removeFolder } from './harness.ts';
import { drawProduct } from './pictures.ts';
import { until } from './until.ts';
import type { OpenedConsole } from './harness.ts';

const folders: string[] = [];
const folder = (): string => {
  const made = makeFolder();
  folders.push(made);
  return made;
};
const open = new Set<OpenedConsole>();
afterEach(async () => {
  for (const { app } of open) await app.close();
  open.clear();
});
afterAll(() => folders.forEach(removeFolder));

/** The words of one language that this walk meets. */
const words = {
  en: {
    channels: 'Channels', more: 'More for Amazon main image', copy: 'Copy as a channel of my own…', name: 'Name', create: 'Create', fill: 'Product too small in the frame: at least',
    changes: '1 of 2 photos gets another verdict: 1 from Fail to Pass.', save: 'Save', saved: 'Rules of Pop-up shop saved', pass: 'Pass', fail: 'Fail', open: 'Open a file…', bad: 'requirements[0].min At most 1.',
  },
  'zh-CN': {
    channels: '渠道', more: '亚马逊主图的更多操作', copy: '复制为自建渠道…', name: '名称', create: '创建', fill: '商品占比过小：至少',
    changes: '2张照片中有1张的结果会变：1张由不合格变为通过。', save: '保存', saved: '已保存Pop-up shop的规则', pass: '通过', fail: '不合格', open: '打开文件…', bad: 'requirements[0].min 至多为1。',
  },
} as const;
type Language = keyof typeof words;

const tile = (page: Page, name: string) => page.locator('[role=gridcell]', { hasText: name });
const go = (page: Page, address: string): Promise<void> => page.evaluate((hash) => { location.hash = hash; }, address);

async function openShop(language: Language): Promise<OpenedConsole> {
  const shop = folder();
  await drawProduct(path.join(shop, 'large.jpg'), 'ball', 0.9);
  await drawProduct(path.join(shop, 'medium.jpg'), 'egg', 0.82);
  const opened = await openConsole({ data: folder() });
  open.add(opened);
  await opened.page.emulateMedia({ reducedMotion: 'reduce' });
  await until(() => opened.call('settings.get', {}), (answer) => answer.ok);
  await opened.call('settings.set', { language, welcomed: true, theme: language === 'en' ? 'light' : 'dark' });
  await opened.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, shop);
  await opened.call('photos.choose', { kind: 'folder' });
  await until(() => opened.call('photos.list', {}), (answer) => answer.ok && answer.value.rows.length === 2 && answer.value.rows.every(({ state }) => state === 'checked'));
  return opened;
}

describe.each<Language>(['en', 'zh-CN'])('channel packs in %s', (language) => {
  const say = words[language];

  it('are copied, loosened, seen to change verdicts, and undone', async () => {
    const opened = await openShop(language);
    const { page } = opened;
    await go(page, '#/channels');
    await page.getByRole('heading', { level: 1, name: say.channels }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await opened.screenshot(`channels-list-${language}`);

    await page.getByRole('button', { name: say.more }).click();
    await page.getByRole('menuitem', { name: say.copy }).click();
    await page.getByRole('textbox', { name: say.name, exact: true }).fill('Pop-up shop');
    await page.getByRole('button', { name: say.create }).click();
    await page.getByRole('heading', { level: 1, name: 'Pop-up shop' }).waitFor();

    await go(page, '#/photos?channel=pop-up-shop&sort=name');
    await tile(page, 'medium.jpg').getByText(say.fail, { exact: true }).waitFor();
    await tile(page, 'large.jpg').getByText(say.pass, { exact: true }).waitFor();

    await go(page, '#/channels/pop-up-shop');
    const fill = page.getByRole('textbox', { name: say.fill });
    await fill.fill('80');
    await page.getByText(say.changes).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await opened.screenshot(`channels-editor-${language}`);
    await page.getByRole('button', { name: say.save, exact: true }).click();
    await page.getByText(say.saved).waitFor();

    await go(page, '#/photos?channel=pop-up-shop&sort=name');
    await tile(page, 'medium.jpg').getByText(say.pass, { exact: true }).waitFor();
    await page.keyboard.press('Control+z');
    await tile(page, 'medium.jpg').getByText(say.fail, { exact: true }).waitFor();
    await go(page, '#/channels/pop-up-shop');
    await page.waitForFunction((label) => document.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`)?.value === '85 %', say.fill);
    open.delete(opened);
    await opened.close();
  });

  it('are written to files, and a file that is wrong says where', async () => {
    const opened = await openShop(language);
    const { page, app } = opened;
    const file = path.join(folder(), 'ebay.json');
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, file);
    expect(await opened.call('packs.export', { channel: 'ebay' })).toEqual({ ok: true, value: { written: true } });
    const pack = JSON.parse(readFileSync(file, 'utf8')) as { channel: string; requirements: { min?: number }[] };
    expect(pack.channel).toBe('ebay');

    await go(page, '#/channels');
    writeFileSync(file, JSON.stringify({ ...pack, requirements: [{ ...pack.requirements[0], rule: 'fill-too-small', min: 85 }] }));
    await page.getByRole('button', { name: say.open }).click();
    await page.getByText(say.bad).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await opened.screenshot(`channels-wrong-file-${language}`);

    writeFileSync(file, JSON.stringify({ ...pack, requirements: [{ ...pack.requirements[0], rule: 'fill-too-small', min: 0.95 }] }));
    await page.getByRole('button', { name: say.open }).click();
    await page.waitForFunction((label) => document.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`)?.value === '95 %', say.fill);
    await page.getByRole('button', { name: say.save, exact: true }).click();
    await until(() => opened.call('photos.list', { channel: 'ebay' }), (answer) => answer.ok && answer.value.rows.every(({ verdicts }) => verdicts['ebay'] === 'fail'));
    open.delete(opened);
    await opened.close();
  });
});
