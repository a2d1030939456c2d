import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeAs } from '../fixtures/encode.ts';
import { axeProblems } from './axe.ts';
import { makeFolder, openConsole, removeFolder, type OpenedConsole } from './harness.ts';
import { drawPhotos } from './pictures.ts';
import { until } from './until.ts';

const shop = makeFolder();
let opened: OpenedConsole;

/** Four rows: two products with pictures by name, one by SKU, one whose SKU stood before. */
const table = [
  '货号,商品名称,颜色,售价（元）,主图,图片1,上架时间',
  'TP-01,青瓷茶壶,豆绿,128,茶壶-正面.jpg,茶壶-侧面.jpg,2026-03-01',
  'TP-02,竹制茶盘,米色,￥59.9,没有这张.jpg,,2026/4/2',
  'TP-03,粗陶马克杯,藏青,45,,,',
  'TP-01,又一只茶壶,红色,99,,,',
].join('\n');

beforeAll(async () => {
  const [front = '', side = '', mug = ''] = await drawPhotos(shop, 3);
  renameSync(front, path.join(shop, '茶壶-正面.jpg'));
  renameSync(side, path.join(shop, '茶壶-侧面.jpg'));
  renameSync(mug, path.join(shop, 'TP-03_1.jpg'));
  writeFileSync(path.join(shop, '商品.csv'), encodeAs(table, 'gb18030'));
  opened = await openConsole();
  await opened.page.emulateMedia({ reducedMotion: 'reduce' });
  await until(() => opened.call('settings.get', {}), (answer) => answer.ok);
  await opened.call('settings.set', { language: 'zh-CN', welcomed: true, theme: 'light' });
  await opened.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path.join(shop, '商品.csv'));
  await opened.page.evaluate(() => { location.hash = '#/products'; });
  await opened.page.getByRole('heading', { level: 1, name: '商品' }).waitFor();
});
afterAll(async () => {
  await opened.close();
  removeFolder(shop);
});

it('an empty page says what to do, and its button opens the table', async () => {
  const { page } = opened;
  await page.getByText('商品，以及各自还缺哪些图片').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await opened.screenshot('products-empty-zh');
  await page.getByRole('button', { name: '导入表格…' }).first().click();
  await page.getByRole('heading', { level: 1, name: '导入商品.csv' }).waitFor();
});

it('a table in GB 18030 is read, its columns are understood, and what would happen is shown', async () => {
  const { page } = opened;
  expect(await page.getByRole('combobox', { name: '编码' }).inputValue()).toBe('GB 18030 / GBK');
  expect(await page.getByRole('combobox', { name: '商品名称的含义' }).inputValue()).toBe('标题');
  expect(await page.getByRole('combobox', { name: '售价（元）的含义' }).inputValue()).toBe('价格');
  await page.getByRole('button', { name: '导入3件商品' }).waitFor();
  await page.getByText('未找到图片文件').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await opened.screenshot('products-import-zh');
});

it('is applied: the products stand there with their pictures in slots, and the photos are judged', async () => {
  const { page } = opened;
  await page.getByRole('button', { name: '导入3件商品' }).click();
  await page.getByRole('heading', { level: 1, name: '商品', exact: true }).waitFor();
  const pot = page.getByRole('row').filter({ hasText: '青瓷茶壶' });
  await pot.getByText(/不合格|合格|提醒/).waitFor({ timeout: 100_000 });
  await pot.locator('img').nth(1).waitFor({ timeout: 60_000 });
  await page.getByRole('row').filter({ hasText: '粗陶马克杯' }).locator('img').first().waitFor();
  expect(await page.getByRole('row').filter({ hasText: '竹制茶盘' }).getByText('没有主图').count()).toBe(1);
  await pot.dblclick();
  await page.getByRole('complementary', { name: '商品' }).getByRole('button', { name: '茶壶-侧面.jpg：图2' }).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await opened.screenshot('products-list-zh');
});

it('a picture moves by key, for good', async () => {
  const { page } = opened;
  await page.getByRole('button', { name: '茶壶-侧面.jpg：图2' }).focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await page.getByRole('button', { name: '茶壶-侧面.jpg：主图' }).waitFor();
  const list = await opened.call('products.list', { search: '茶壶' });
  expect(list.ok && list.value.rows[0]?.slots.map(({ name }) => name)).toEqual(['茶壶-侧面.jpg', '茶壶-正面.jpg']);
});
