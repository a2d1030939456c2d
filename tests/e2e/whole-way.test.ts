import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { axeProblems } from './axe.ts';
import { drawGoods } from './goods.ts';
import { makeFolder, openConsole, removeFolder } from './harness.ts';
import { until } from './until.ts';

const words = {
  en: { photos: 'Photos', rejected: 'Rejected', waive: 'Not an issue', done: 'What was done', take: /^Take (this|both|\d)/, export: 'Export', exported: /^Exported/ },
  'zh-CN': { photos: '照片', rejected: '已弃用', waive: '不算问题', done: '做了什么', take: /^采用/, export: '导出', exported: /^导出完成/ },
} as const;
type Language = keyof typeof words;

/** Checks, copies and exports run behind the window: on a busy machine they take a while. */
const slow = 180_000;
const folders: string[] = [];
const folder = (): string => {
  const made = makeFolder();
  folders.push(made);
  return made;
};
afterAll(() => folders.forEach(removeFolder));
const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

describe.each<Language>(['en', 'zh-CN'])('by keyboard alone, in %s', (language) => {
  const say = words[language];

  it('photos come in, are rejected, waived and fixed, and what the channels take goes out', async () => {
    const shop = folder();
    const target = folder();
    await drawGoods(shop);
    const originals = readdirSync(shop).map((name) => hashOf(path.join(shop, name)));
    const opened = await openConsole({ data: folder() });
    const { page, app } = opened;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await until(() => opened.call('settings.get', {}), (answer) => answer.ok);
    await opened.call('settings.set', { language, welcomed: true, theme: language === 'en' ? 'light' : 'dark' });
    await page.waitForFunction((lang) => document.documentElement.lang === lang, language);
    const list = () => opened.call('photos.list', { sort: 'name' });
    const current = (name: string) => page.locator('[role=gridcell][data-active=true]', { hasText: name });
    const answerDialogs = (chosen: string) =>
      app.evaluate(({ dialog }, answer) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [answer] });
      }, chosen);

    await page.keyboard.press('Control+2');
    await page.getByRole('heading', { level: 1, name: say.photos }).waitFor();
    await answerDialogs(shop);
    await page.keyboard.press('Control+Shift+O');
    await until(list, (answer) => answer.ok && answer.value.rows.length === 3 && answer.value.rows.every(({ state }) => state === 'checked'));

    // The queue shows the worst first; by name the walk is the same on every machine.
    await page.evaluate(() => { location.hash = '#/photos?sort=name'; });
    await page.keyboard.press('Home');
    await current('jar-0.jpg').waitFor();
    await page.keyboard.press('x');
    await page.locator('[role=gridcell]', { hasText: 'jar-0.jpg' }).getByText(say.rejected).waitFor();

    await current('jar-1.jpg').waitFor();
    await page.keyboard.press('w');
    await page.getByRole('dialog', { name: say.waive }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await until(list, (answer) => answer.ok && answer.value.rows.some(({ name, waived }) => name === 'jar-1.jpg' && waived.length > 0));

    await page.keyboard.press('End');
    await current('jar-2.jpg').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: 'jar-2.jpg' }).waitFor();
    await page.keyboard.press('f');
    await page.getByText(say.done).waitFor({ timeout: slow });
    await until(() => opened.call('jobs.list', {}), (answer) => answer.ok && answer.value.some(({ kind, state }) => kind === 'photos.fix' && state === 'done'));
    await page.getByRole('button', { name: say.take, disabled: false }).waitFor();
    await opened.screenshot(`whole-way-fix-${language}`);
    await page.keyboard.press('Enter');
    await until(list, (answer) => answer.ok && answer.value.rows.some(({ name, fixed }) => name === 'jar-2.jpg' && fixed.includes('amazon-main')));
    await page.getByRole('button', { name: say.take }).waitFor({ state: 'detached' });
    await page.getByRole('img', { name: 'jar-2.jpg' }).waitFor();
    await page.keyboard.press('Escape');
    await current('jar-2.jpg').waitFor();

    await answerDialogs(target);
    await page.keyboard.press('Control+e');
    await page.getByRole('dialog', { name: say.export }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await opened.screenshot(`whole-way-export-${language}`);
    await page.keyboard.press('Enter');
    await page.getByText(say.exported).waitFor({ timeout: slow });

    const [made = ''] = readdirSync(target);
    const taken = path.join(target, made, 'amazon-main');
    expect(existsSync(path.join(taken, 'jar-0.jpg'))).toBe(false);
    expect(hashOf(path.join(taken, 'jar-2.jpg'))).not.toBe(hashOf(path.join(shop, 'jar-2.jpg')));
    expect(readdirSync(shop).map((name) => hashOf(path.join(shop, name)))).toEqual(originals);
    await opened.close();
  }, 600_000);
});
