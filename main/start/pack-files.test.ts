import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dialog } from 'electron';
import { describe, expect, it, onTestFinished } from 'vitest';
import { channelPacks, packText } from '../../app/photo-check/index.ts';
import { hostTexts } from './host-texts.ts';
import { packFiles } from './pack-files.ts';

function filesIn(chosen: { open?: string; save?: string }) {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-packs-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const at = (name: string | undefined): string[] => (name === undefined ? [] : [join(folder, name)]);
  const dialog = {
    showOpenDialog: () => Promise.resolve({ canceled: chosen.open === undefined, filePaths: at(chosen.open) }),
    showSaveDialog: () => Promise.resolve({ canceled: chosen.save === undefined, filePath: at(chosen.save)[0] ?? '' }),
  } as unknown as Dialog;
  return { folder, files: packFiles(dialog, () => null, () => hostTexts('en', 'en')) };
}

describe('files of packs', () => {
  it('are written as the console writes its own, and read back the same', async () => {
    const { folder, files } = filesIn({ open: 'pack.json', save: 'pack.json' });
    expect(await files.save(channelPacks.ebay)).toEqual({ ok: true, value: { written: true } });
    expect(readFileSync(join(folder, 'pack.json'), 'utf8')).toBe(packText(channelPacks.ebay));
    expect(await files.open()).toEqual({ ok: true, value: { file: 'pack.json', pack: channelPacks.ebay, problems: [] } });
  });

  it('are read with the mark that some editors put first', async () => {
    const { folder, files } = filesIn({ open: 'pack.json' });
    writeFileSync(join(folder, 'pack.json'), `\uFEFF${packText(channelPacks.jd)}`);
    expect(await files.open()).toMatchObject({ ok: true, value: { pack: { channel: 'jd' } } });
  });

  it('that are no packs say what is wrong with them', async () => {
    const { folder, files } = filesIn({ open: 'pack.json' });
    writeFileSync(join(folder, 'pack.json'), '{ "schemaVersion": 1');
    expect(await files.open()).toMatchObject({ ok: true, value: { file: 'pack.json', pack: null, problems: [{ code: 'not-json' }] } });
    writeFileSync(join(folder, 'pack.json'), JSON.stringify({ ...channelPacks.jd, version: 'new' }));
    expect(await files.open()).toMatchObject({ ok: true, value: { pack: null, problems: [{ path: ['version'], code: 'not-a-version' }] } });
  });

  it('that cannot be read or written are named', async () => {
    const { files } = filesIn({ open: 'gone.json', save: 'no-such-folder/pack.json' });
    expect(await files.open()).toMatchObject({ ok: false, error: { code: 'pack-not-readable', params: { file: 'gone.json' } } });
    expect(await files.save(channelPacks.jd)).toMatchObject({ ok: false, error: { code: 'pack-not-writable', params: { file: 'pack.json' } } });
  });

  it('may be left alone', async () => {
    const { files } = filesIn({});
    expect(await files.open()).toEqual({ ok: true, value: null });
    expect(await files.save(channelPacks.jd)).toEqual({ ok: true, value: { written: false } });
  });
});
