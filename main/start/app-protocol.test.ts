import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { appProtocol } from './app-protocol.ts';
import { noncePlaceholder } from './content-security-policy.ts';

const root = mkdtempSync(path.join(tmpdir(), 'vitrine-app-'));
const renderer = path.join(root, 'renderer');
const modelWindow = path.join(root, 'model-window');
mkdirSync(path.join(renderer, 'assets'), { recursive: true });
mkdirSync(modelWindow);
writeFileSync(path.join(renderer, 'index.html'), `<script nonce="${noncePlaceholder}"></script><style nonce="${noncePlaceholder}"></style>`);
writeFileSync(path.join(renderer, 'assets', 'index.js'), 'export {}');
writeFileSync(path.join(modelWindow, 'index.html'), '<p>models</p>');
writeFileSync(path.join(root, 'secret.json'), '{}');

const nonces: string[] = [];
const serve = appProtocol({ renderer, modelWindow }, (nonce) => nonces.push(nonce));
const get = (address: string) => serve(new Request(address));

describe('appProtocol', () => {
  it('gives each load of the page a nonce of its own, in header and page alike', async () => {
    const first = await get('app://vitrine/index.html');
    const nonce = nonces.at(-1) ?? '';
    expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
    expect(first.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
    expect((await first.text()).match(new RegExp(nonce.replaceAll('+', '\\+'), 'g'))).toHaveLength(2);
    await get('app://vitrine/');
    expect(nonces.at(-1)).not.toBe(nonce);
  });

  it('allows no inline script, no eval, no network, no frame', async () => {
    const policy = (await get('app://vitrine/index.html')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('serves files with their type, which may not be guessed', async () => {
    const script = await get('app://vitrine/assets/index.js');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('keeps the model window on an origin of its own', async () => {
    const page = await get('app://models/index.html');
    expect(await page.text()).toBe('<p>models</p>');
    expect(page.headers.get('content-security-policy')).not.toContain('media:');
    expect((await get('app://models/assets/index.js')).status).toBe(404);
  });

  it.each([
    'app://vitrine/../secret.json',
    'app://vitrine/%2e%2e/secret.json',
    'app://vitrine/..%2fsecret.json',
    'app://vitrine/assets/..%5c..%5csecret.json',
    'app://vitrine/%00.json',
    'app://vitrine//etc/passwd',
    'app://vitrine/.hidden.json',
    'app://vitrine/assets',
    'app://vitrine/nothing.js',
    'app://elsewhere/index.html',
  ])('answers 404 to %s', async (address) => {
    expect((await get(address)).status).toBe(404);
  });

  it('answers GET alone', async () => {
    expect((await serve(new Request('app://vitrine/index.html', { method: 'POST' }))).status).toBe(405);
  });
});
