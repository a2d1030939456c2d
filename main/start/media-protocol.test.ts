import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mediaProtocol } from './media-protocol.ts';
import type { FindMedia } from './media-protocol.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-media-'));
const picture = path.join(folder, 'picture.webp');
writeFileSync(picture, 'bytes of a picture');

const finds = (file: Awaited<ReturnType<FindMedia>>) => mediaProtocol(async () => file);
const get = (address: string, method = 'GET') => new Request(address, { method });

describe('mediaProtocol', () => {
  it('streams the file with its type and length', async () => {
    const response = await finds({ path: picture, mime: 'image/webp' })(get('media://photo/a/thumb'));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/webp');
    expect(response.headers.get('content-length')).toBe('18');
    expect(await response.text()).toBe('bytes of a picture');
  });

  it('lets the console alone read pixels', async () => {
    const response = await finds({ path: picture, mime: 'image/webp' })(get('media://photo/a/thumb'));
    expect(response.headers.get('access-control-allow-origin')).toBe('app://vitrine');
  });

  it('answers 400 to what is no address, without asking anyone', async () => {
    const asked: unknown[] = [];
    const serve = mediaProtocol(async (address) => { asked.push(address); return null; });
    expect((await serve(get('media://photo/%2e%2e/thumb'))).status).toBe(400);
    expect(asked).toEqual([]);
  });

  it('answers 404 where there is no such picture, file or kind of file', async () => {
    expect((await finds(null)(get('media://photo/a/thumb'))).status).toBe(404);
    expect((await finds({ path: path.join(folder, 'gone'), mime: 'image/webp' })(get('media://photo/a/thumb'))).status).toBe(404);
    expect((await finds({ path: folder, mime: 'image/webp' })(get('media://photo/a/thumb'))).status).toBe(404);
    expect((await finds({ path: picture, mime: 'text/html' })(get('media://photo/a/thumb'))).status).toBe(404);
  });

  it('answers GET alone', async () => {
    expect((await finds({ path: picture, mime: 'image/webp' })(get('media://photo/a/thumb', 'POST'))).status).toBe(405);
  });
});
