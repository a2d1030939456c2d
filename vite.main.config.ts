import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

/** The Electron process: one CommonJS file. Node of the oldest Electron that development may run on. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20.18',
    outDir: 'out/start',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: 'main/start/index.ts',
      external: ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)],
      output: { format: 'cjs', entryFileNames: 'index.cjs' },
    },
  },
});
