import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { noncePlaceholder } from './main/start/content-security-policy.ts';

/** The window's page. Nothing is inlined as data: the content security policy lets fonts and scripts come from the app alone. */
export default defineConfig({
  root: fileURLToPath(new URL('./renderer', import.meta.url)),
  publicDir: false,
  plugins: [react()],
  html: { cspNonce: noncePlaceholder },
  build: {
    target: 'chrome130',
    outDir: fileURLToPath(new URL('./out/renderer', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4_000,
  },
});
