import { defineConfig } from 'vite';

/**
 * A sandboxed preload can require nothing but electron: each must be one self-contained CommonJS file. Two inputs of
 * one build would share a chunk, so `mode` names the one to build: 'index' or 'model-window'.
 */
export default defineConfig(({ mode }) => ({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'chrome130',
    outDir: 'out/preload',
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      input: `main/preload/${mode}.ts`,
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: `${mode}.cjs` },
    },
  },
}));
