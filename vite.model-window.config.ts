import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { noncePlaceholder } from './main/start/content-security-policy.ts';

/** The hidden window that runs models on a GPU: a page, and an origin, of its own. */
export default defineConfig({
  root: fileURLToPath(new URL('./models/runtime/window/page', import.meta.url)),
  publicDir: false,
  html: { cspNonce: noncePlaceholder },
  build: {
    target: 'chrome130',
    outDir: fileURLToPath(new URL('./out/model-window', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4_000,
  },
});
