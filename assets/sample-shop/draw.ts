import { renderSampleShop } from './index.ts';

/** `node draw.ts FOLDER`: draws the sample shop ahead of time, so that no first run waits for it. */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node draw.ts FOLDER');
await renderSampleShop(folder);
