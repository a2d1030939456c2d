import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems } from './axe.ts';
import { makeFolder, openConsole, removeFolder, type OpenedConsole } from './harness.ts';
import { until } from './until.ts';

const data = makeFolder();
const shop = makeFolder();
const patient = 600_000;
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

/** Whether a job is under way. */
async function anyJob(): Promise<boolean> {
  const jobs = await opened.call('jobs.list', {});
  return jobs.ok && jobs.value.some(({ finishedAt }) => finishedAt === null);
}

/** A sticker over a third of the picture: a defect that a shop knows and no channel names. */
const sticker = Buffer.from('<svg width="600" height="600"><circle cx="300" cy="300" r="290" fill="#e31b23"/><circle cx="300" cy="300" r="250" fill="none" stroke="#fff" stroke-width="16"/><path d="M300 110 l55 130 140 10 -107 92 33 137 -121 -73 -121 73 33 -137 -107 -92 140 -10z" fill="#ffd400"/></svg>');

/** Takes in copies of some of the sample shop's photos, each as it is and with a sticker on it: from then on they are the shop's own. */
async function takeInStickers(): Promise<void> {
  const list = await opened.call('photos.list', { sort: 'name' });
  const sources = list.ok ? list.value.rows.filter(({ rules }) => !rules.includes('background-not-white')).slice(0, 14) : [];
  for (const { id, name } of sources) {
    const detail = await opened.call('photos.get', { id });
    const plain = await sharp(detail.ok ? detail.value.path : '').resize(1600, 1600, { fit: 'contain', background: '#ffffff' }).toBuffer();
    await sharp(plain).jpeg({ quality: 90 }).toFile(path.join(shop, `plain-${path.parse(name).name}.jpg`));
    await sharp(plain).composite([{ input: sticker, gravity: 'northeast' }]).jpeg({ quality: 90 }).toFile(path.join(shop, `stuck-${path.parse(name).name}.jpg`));
  }
  await opened.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, shop);
  await opened.call('photos.choose', { kind: 'folder' });
  while (await anyJob()) await wait(500);
}

beforeAll(async () => {
  opened = await openConsole({ data });
  await opened.page.emulateMedia({ reducedMotion: 'reduce' });
  await until(() => opened.call('settings.get', {}), (answer) => answer.ok);
  await opened.call('settings.set', { welcomed: true, language: 'en', theme: 'light' });
  await opened.call('sample.install', {});
  while (await anyJob()) await wait(500);
}, patient);

afterAll(async () => {
  await opened.close();
  [data, shop].forEach(removeFolder);
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
    await takeInStickers();
    await go('#/photos/learning?tab=defects&new=1');
    await page.getByRole('textbox', { name: 'Name' }).fill('Sticker on the photo');
    await page.getByRole('button', { name: 'Create and label pictures' }).click();
    await page.getByText('Is this “Sticker on the photo”?').waitFor();
    const id = 'own-sticker-on-the-photo';
    const list = await opened.call('photos.list', { sort: 'name' });
    const photos = list.ok ? list.value.rows.filter(({ state, sample }) => state === 'checked' && !sample) : [];
    const isBad = ({ name }: { readonly name: string }): boolean => name.startsWith('stuck-');
    for (let n = 0; n < 4; n += 1) {
      const picture = page.getByRole('figure').getByRole('img');
      const name = (await picture.getAttribute('alt')) ?? '';
      await page.keyboard.press(isBad({ name }) ? 'b' : 'g');
      await page.waitForFunction((before) => document.querySelector('figure img')?.getAttribute('alt') !== before, name);
    }
    await page.getByText(/Z takes it back/).waitFor();
    await opened.screenshot('learning-label');
    expect(await axeProblems(page)).toEqual([]);

    for (const [label, wanted] of [['bad', true], ['good', false]] as const) {
      await opened.call('defects.label', { id, photoIds: photos.filter((photo) => isBad(photo) === wanted).slice(0, 10).map((photo) => photo.id), label });
    }
    await page.getByRole('button', { name: 'Train' }).click();
    const warn = page.getByRole('switch', { name: /Warn about this defect/ });
    await warn.waitFor();
    await page.getByText('Better than guessing on products it has not seen.').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await opened.screenshot('learning-defect');
    await warn.focus();
    await page.keyboard.press('Space');
    await page.getByText('“Sticker on the photo” warns now').waitFor();

    const found = await opened.call('defects.found', { id });
    const likeliest = found.ok ? found.value[0] : undefined;
    expect(likeliest).toBeDefined();
    await go(`#/photos?photo=${likeliest?.photoId}`);
    await page.getByRole('article', { name: 'Sticker on the photo' }).getByText(/^Likely “Sticker on the photo”: \d+%\.$/).waitFor();
    await opened.screenshot('learning-photo');
  }, patient);

  const looks = (['en', 'zh-CN'] as const).flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ language, theme })));
  it.each(looks)('has no accessibility problem in $language, $theme', async ({ language, theme }) => {
    await opened.call('settings.set', { language, theme });
    await opened.page.waitForFunction((lang) => document.documentElement.lang === lang, language);
    const defect = '#/photos/learning?tab=defects&defect=own-sticker-on-the-photo';
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
