import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems } from './axe.ts';
import { makeFolder, openConsole, removeFolder, type OpenedConsole } from './harness.ts';
import { until } from './until.ts';

const data = makeFolder();
const patient = 600_000;
/** The toys of the sample shop: a kind of thing that a shop may not want among its homeware. */
const toys = new Set(['teddy', 'train', 'blocks', 'car', 'duck', 'rings', 'spinning-top', 'matryoshka', 'ball']);
let opened: OpenedConsole;

async function go(address: string): Promise<void> {
  await opened.page.evaluate((hash) => { window.location.hash = hash; }, address);
  await opened.page.getByRole('heading', { level: 1 }).waitFor();
}

/** The sample shop's photos that break a rule on Amazon. */
async function photosWith(rule: 'background-not-white'): Promise<string[]> {
  const list = await opened.call('photos.list', { channel: 'amazon-main', sort: 'name' });
  return list.ok ? list.value.rows.filter(({ state, rules }) => state === 'checked' && rules.includes(rule)).map(({ id }) => id) : [];
}

beforeAll(async () => {
  opened = await openConsole({ data });
  await opened.page.emulateMedia({ reducedMotion: 'reduce' });
  await until(() => opened.call('settings.get', {}), (answer) => answer.ok);
  await opened.call('settings.set', { welcomed: true, language: 'en', theme: 'light' });
  const installed = await opened.call('sample.install', {});
  const jobId = installed.ok ? installed.value.jobId : null;
  const running = async (): Promise<boolean> => {
    const jobs = await opened.call('jobs.list', {});
    return jobs.ok && jobs.value.some(({ id, finishedAt }) => id === jobId && finishedAt === null);
  };
  while (await running()) await wait(500);
}, patient);

afterAll(async () => {
  await opened.close();
  removeFolder(data);
});

describe('learning on the sample shop', () => {
  it('counts right and wrong, and shows a precision from ten answers on', async () => {
    const { page } = opened;
    const [first = '', ...others] = await photosWith('background-not-white');
    for (const id of others.slice(0, 9)) {
      expect(await opened.call('learning.say', { id, rule: 'background-not-white', channel: 'amazon-main', word: 'right' })).toMatchObject({ ok: true });
    }
    await go('#/photos/learning');
    await page.getByRole('row', { name: /Background not white/ }).getByText('1 more answer needed').waitFor();

    await go(`#/photos?channel=amazon-main&photo=${first}`);
    const card = page.getByRole('article', { name: 'Background not white' });
    await card.getByRole('button', { name: 'Wrong' }).click();
    await card.getByRole('textbox').fill('cream paper, on purpose');
    await page.keyboard.press('Control+Enter');
    await card.getByText('You said this is wrong').waitFor();

    await go('#/photos/learning');
    const row = page.getByRole('row', { name: /Background not white/ });
    await row.getByText('90% (60%–98%)').waitFor();
    await row.getByRole('button').click();
    await page.getByText('Based on 10 answers: right 9 times (60%–98%).').first().waitFor();
    await page.getByText('“cream paper, on purpose”').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await opened.screenshot('learning-rules');

    await page.keyboard.press('Control+z');
    await row.getByText('1 more answer needed').waitFor();
  }, patient);

  it('learns a defect from labels given by key, and warns where it is switched on', async () => {
    const { page } = opened;
    await go('#/photos/learning?tab=defects&new=1');
    await page.getByRole('textbox', { name: 'Name' }).fill('Toy among the homeware');
    await page.getByRole('button', { name: 'Create and label pictures' }).click();
    await page.getByText('Is this “Toy among the homeware”?').waitFor();
    const id = 'own-toy-among-the-homeware';
    const list = await opened.call('photos.list', { sort: 'name' });
    const photos = list.ok ? list.value.rows.filter(({ state }) => state === 'checked') : [];
    const isToy = (name: string): boolean => toys.has(name.replace(/\.\w+$/, ''));
    for (let n = 0; n < 4; n += 1) {
      const picture = page.getByRole('figure').getByRole('img');
      const name = (await picture.getAttribute('alt')) ?? '';
      await page.keyboard.press(isToy(name) ? 'b' : 'g');
      await page.waitForFunction((before) => document.querySelector('figure img')?.getAttribute('alt') !== before, name);
    }
    await page.getByText(/Z takes it back/).waitFor();
    await opened.screenshot('learning-label');
    expect(await axeProblems(page)).toEqual([]);

    for (const [label, wanted] of [['bad', true], ['good', false]] as const) {
      await opened.call('defects.label', { id, photoIds: photos.filter(({ name }) => isToy(name) === wanted).slice(0, 20).map((photo) => photo.id), label });
    }
    await page.getByRole('button', { name: 'Train' }).click();
    const warn = page.getByRole('switch', { name: /Warn about this defect/ });
    await warn.waitFor();
    await page.getByText('Better than guessing on products it has not seen.').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await opened.screenshot('learning-defect');
    await warn.focus();
    await page.keyboard.press('Space');
    await page.getByText('“Toy among the homeware” warns now').waitFor();

    const found = await opened.call('defects.found', { id });
    const likeliest = found.ok ? found.value[0] : undefined;
    expect(likeliest).toBeDefined();
    await go(`#/photos?photo=${likeliest?.photoId}`);
    await page.getByRole('article', { name: 'Toy among the homeware' }).getByText(/^Likely “Toy among the homeware”: \d+%\.$/).waitFor();
    await opened.screenshot('learning-photo');
  }, patient);

  const looks = (['en', 'zh-CN'] as const).flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ language, theme })));
  it.each(looks)('has no accessibility problem in $language, $theme', async ({ language, theme }) => {
    await opened.call('settings.set', { language, theme });
    await opened.page.waitForFunction((lang) => document.documentElement.lang === lang, language);
    const defect = '#/photos/learning?tab=defects&defect=own-toy-among-the-homeware';
    for (const [name, address] of [['rules', '#/photos/learning?rule=background-not-white'], ['defect', defect], ['labelling', `${defect}&label=1`], ['new', '#/photos/learning?tab=defects&new=1']] as const) {
      await go(address);
      await opened.page.locator(name === 'labelling' ? 'figure img' : 'aside').first().waitFor();
      for (const [width, height] of [[1280, 800], [1920, 1080]] as const) {
        await opened.app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows().find((window) => window.isVisible())?.setContentSize(size[0], size[1]), [width, height] as const);
        await opened.page.waitForFunction((wanted) => window.innerWidth === wanted, width);
        await opened.page.waitForFunction(() => [...document.images].every((image) => image.loading === 'lazy' || (image.complete && image.naturalWidth > 0)));
        await opened.screenshot(`learning-${name}-${language}-${theme}-${width}`);
      }
      expect(await axeProblems(opened.page)).toEqual([]);
    }
  }, patient);
});
