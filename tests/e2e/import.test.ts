import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, openConsole, removeFolder } from './harness.ts';
import { drawPhotos } from './pictures.ts';
import { until } from './until.ts';
import type { OpenedConsole } from './harness.ts';

const shop = makeFolder();
let photos: string[];
let opened: OpenedConsole;

beforeAll(async () => {
  photos = await drawPhotos(shop, 4);
  opened = await openConsole();
});
afterAll(async () => {
  await opened.close();
  removeFolder(shop);
});

/** Real File objects, as a drop has them: the page knows names, the preload alone learns paths. */
async function drop(files: readonly string[]) {
  await opened.page.evaluate(() => {
    const field = document.createElement('input');
    field.type = 'file';
    field.multiple = true;
    field.id = 'dropped';
    field.style.display = 'none';
    document.body.append(field);
  });
  await opened.page.setInputFiles('#dropped', [...files]);
  return opened.page.evaluate(async () => {
    const field = document.querySelector<HTMLInputElement>('#dropped');
    const report = await window.vitrine.importDropped([...(field?.files ?? [])]);
    field?.remove();
    return report;
  });
}

describe('photos that are dropped on the window', () => {
  it('are taken in by their real files', async () => {
    expect(await drop(photos)).toMatchObject({ ok: true, value: { added: 4, known: 0 } });
  });

  it('are judged, each for every channel', async () => {
    const listed = await until(
      () => opened.call('photos.list', {}),
      (answer) => answer.ok && answer.value.rows.length === 4 && answer.value.rows.every((row) => row.state === 'checked'),
    );
    if (!listed.ok) throw new Error(listed.error.code);
    const poor = listed.value.rows.find((row) => row.name === 'photo-01.jpg');
    expect(poor?.verdicts['amazon-main']).toBe('fail');
    expect(poor?.rules).toContain('too-small');
    expect(Object.keys(poor?.verdicts ?? {})).toHaveLength(9);
  });

  it('show over media:, which the page can draw', async () => {
    const listed = await opened.call('photos.list', {});
    const id = listed.ok ? (listed.value.rows[0]?.id ?? '') : '';
    const sizes = await opened.page.evaluate(
      (photo) =>
        Promise.all(
          ['thumb', 'preview'].map(async (variant) => {
            const image = new Image();
            image.src = `media://photo/${photo}/${variant}`;
            await image.decode();
            return Math.max(image.naturalWidth, image.naturalHeight);
          }),
        ),
      id,
    );
    expect(Math.min(...sizes)).toBeGreaterThan(100);
  });

  it('are the same photos when dropped again', async () => {
    expect(await drop(photos)).toMatchObject({ ok: true, value: { added: 0, known: 4 } });
  });

  it('must be files: what only looks like one has no path', async () => {
    const report = await opened.page.evaluate(() => window.vitrine.importDropped([new File(['x'], 'made-up.jpg'), { path: '/etc/passwd' }, '/etc/passwd']));
    expect(report).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });
});
