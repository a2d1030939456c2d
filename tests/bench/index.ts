/** `npm run bench -- <what…>`: measurements, each printed as it comes; without a name, all of them. */
const benches: Readonly<Record<string, () => Promise<void>>> = {
  models: async () => (await import('./models.ts')).benchModels(),
  photos: async () => {
    await (await import('./photos.ts')).benchPhotos();
    await (await import('./console.ts')).benchConsole();
  },
  peer: async () => (await import('./peer.ts')).benchPeer(),
  memory: async () => (await import('./memory.ts')).benchMemory(),
  scroll: async () => (await import('./scroll.ts')).benchScroll(),
  products: async () => (await import('./products.ts')).benchProducts(),
  console: async () => (await import('./console.ts')).benchConsole(),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`no bench "${unknown.join('", "')}"; there are: ${Object.keys(benches).join(', ')}`);
  process.exit(1);
}
// `photos` ends with the console's own figures; by itself `console` is for when only those are wanted.
for (const name of asked.length > 0 ? asked : ['models', 'photos']) await benches[name]!();
