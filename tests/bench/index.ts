/** `npm run bench -- <what…>`: measurements, each printed as it comes; without a name, all of them. */
const benches: Readonly<Record<string, () => Promise<void>>> = {
  models: async () => (await import('./models.ts')).benchModels(),
  photos: async () => (await import('./photos.ts')).benchPhotos(),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`no bench "${unknown.join('", "')}"; there are: ${Object.keys(benches).join(', ')}`);
  process.exit(1);
}
for (const name of asked.length > 0 ? asked : Object.keys(benches)) await benches[name]!();
