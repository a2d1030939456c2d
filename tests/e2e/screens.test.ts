import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { places } from '../../renderer/shell/places.ts';
import { axeProblems } from './axe.ts';
import { makeFolder, openConsole, removeFolder } from './harness.ts';
import { drawPhotos } from './pictures.ts';
import { until } from './until.ts';
import type { OpenedConsole } from './harness.ts';

/**
 * Every screen in both languages and themes: axe with contrast, and a picture of each at the two sizes that shops
 * have, in screenshots/, for a person to look at. VITRINE_SCREENS_DATA names a data folder to show instead of a small one.
 */
const sizes = [[1280, 800], [1920, 1080]] as const;
const looks = (['en', 'zh-CN'] as const).flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ language, theme })));
const given = process.env['VITRINE_SCREENS_DATA'];
const data = given ?? makeFolder();
const shop = makeFolder();
let opened: OpenedConsole;
let photo = '';

async function go(address: string): Promise<void> {
  await opened.page.evaluate((hash) => { window.location.hash = hash; }, address);
  await opened.page.getByRole('heading', { level: 1 }).waitFor();
  await settled();
}

/** The page of the new address has been drawn, and what it waits for is there. */
async function settled(): Promise<void> {
  await opened.page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
  await opened.page.waitForFunction(() => document.querySelector('main [data-skeleton]') === null);
}

async function capture(name: string): Promise<void> {
  for (const [width, height] of sizes) {
    await opened.app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows().find((window) => window.isVisible())?.setContentSize(size[0], size[1]), [width, height] as const);
    await opened.page.waitForFunction((wanted) => window.innerWidth === wanted, width);
    await settled();
    await opened.page.waitForFunction(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0));
    await opened.screenshot(`${name}-${width}`);
  }
}

beforeAll(async () => {
  if (given === undefined) await drawPhotos(shop, 3);
  opened = await openConsole({ data });
  await opened.page.emulateMedia({ reducedMotion: 'reduce' });
  await until(() => opened.call('settings.get', {}), (answer) => answer.ok);
  await opened.call('settings.set', { welcomed: true });
  if (given === undefined) {
    await opened.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, path.resolve(shop));
    await opened.call('photos.choose', { kind: 'folder' });
  }
  const list = await until(() => opened.call('photos.list', { sort: 'worst' }), (answer) => answer.ok && answer.value.rows.length > 0 && answer.value.rows.every(({ state }) => state === 'checked' || state === 'failed'));
  if (list.ok) photo = list.value.rows[0]?.id ?? '';
});

afterAll(async () => {
  await opened.close();
  [shop, ...(given === undefined ? [data] : [])].forEach(removeFolder);
});

describe.each(looks)('in $language, $theme', ({ language, theme }) => {
  beforeAll(async () => {
    await opened.call('settings.set', { language, theme });
    await opened.page.waitForFunction((lang) => document.documentElement.lang === lang, language);
  });

  it.each([...places.map((place) => [place.id, place.path] as const), ['channels', '/channels'], ['channel', '/channels/google-merchant']] as const)('%s has no accessibility problem', async (id, address) => {
    await go(`#${address}`);
    if (id === 'channel') await opened.page.getByRole('checkbox').nth(12).waitFor();
    if (id === 'photos') await opened.page.locator('[role=gridcell] img').first().waitFor();
    await capture(`${id}-${language}-${theme}`);
    expect(await axeProblems(opened.page)).toEqual([]);
  });

  it('the picture view has none', async () => {
    await go(`#/photos?channel=amazon-main&photo=${photo}`);
    await opened.page.getByRole('article').first().waitFor();
    await capture(`picture-${language}-${theme}`);
    expect(await axeProblems(opened.page)).toEqual([]);
  });

  it('the palette and the shortcut sheet have none', async () => {
    await go('#/photos');
    await opened.page.keyboard.press('Control+k');
    await opened.page.getByRole('dialog').waitFor();
    await capture(`palette-${language}-${theme}`);
    expect(await axeProblems(opened.page)).toEqual([]);
    await opened.page.keyboard.press('Escape');
    await opened.page.getByRole('dialog').waitFor({ state: 'detached' });
    await opened.page.keyboard.press('?');
    await opened.page.getByRole('dialog').waitFor();
    await capture(`shortcuts-${language}-${theme}`);
    expect(await axeProblems(opened.page)).toEqual([]);
    await opened.page.keyboard.press('Escape');
    await opened.page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});
