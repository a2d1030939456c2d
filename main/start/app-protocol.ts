import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { modelPagePolicy, noncePlaceholder, pagePolicy } from './content-security-policy.ts';

export const appOrigin = 'app://vitrine';
export const modelOrigin = 'app://models';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** A path of the page's own kind: plain segments that neither start with a dot nor hide anything behind an escape. */
const safePath = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+$/;

const plain = (status: number): Response => new Response(null, { status });

export interface AppPages {
  /** folder of the window's built page */
  readonly renderer: string;
  /** folder of the hidden model window's built page */
  readonly modelWindow: string;
}

/**
 * Serves app://vitrine/… and app://models/… from the two built folders, and from nowhere else. Each load of the
 * window's page gets a fresh nonce, put into header and page, and told to `onNonce`.
 */
export function appProtocol(pages: AppPages, onNonce: (nonce: string) => void): (request: Request) => Promise<Response> {
  const roots = new Map([['vitrine', pages.renderer], ['models', pages.modelWindow]]);
  return async (request) => {
    const url = new URL(request.url);
    const root = roots.get(url.hostname);
    if (root === undefined) return plain(404);
    if (request.method !== 'GET') return plain(405);
    const pathname = url.pathname === '/' ? '/index.html' : url.pathname;
    const type = types[path.posix.extname(pathname)];
    if (!safePath.test(pathname) || type === undefined) return plain(404);

    const bytes = await readFile(path.join(root, pathname)).catch(() => null);
    if (bytes === null) return plain(404);
    const headers = new Headers({ 'content-type': type, 'x-content-type-options': 'nosniff' });
    if (path.posix.extname(pathname) !== '.html') return new Response(bytes, { headers });

    headers.set('cache-control', 'no-store');
    if (url.hostname === 'models') {
      headers.set('content-security-policy', modelPagePolicy());
      return new Response(bytes, { headers });
    }
    const nonce = randomBytes(16).toString('base64');
    headers.set('content-security-policy', pagePolicy(nonce));
    onNonce(nonce);
    return new Response(bytes.toString('utf8').replaceAll(noncePlaceholder, nonce), { headers });
  };
}
