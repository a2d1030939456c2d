import { createHash } from 'node:crypto';
import { linkSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { builtInChannelIds, type ChannelVerdict, type RuleId } from '../../app/photo-check/types.ts';
import { prepareFolders } from '../../main/engine/folders.ts';
import { derivativeNames, derivativesOf } from '../../main/media/index.ts';
import { repositories } from '../../main/store/index.ts';
import { openStore } from '../../main/store/open.ts';
import { makeFolder } from '../e2e/harness.ts';

const pictures = 48;
const rules: readonly (RuleId | null)[] = ['text-overlay', null, 'too-small', 'blurry', null, 'background-not-white', null, 'cropped'];
const words = ['茶盅', '绿色', '马克杯', 'mug', 'lamp', '紫砂壶', 'chair', '白瓷'];

function verdict(rule: RuleId | null): ChannelVerdict {
  const source = { url: 'https://example.com/', title: 'Rules', read: '2026-11-23', official: true };
  const findings: ChannelVerdict['findings'] = rule === null ? [] : [{ rule, severity: 'fail', measured: { value: 0.5, unit: 'share' }, required: { value: 1, unit: 'share', bound: 'min' }, boxes: [], source, confidence: 1 }];
  return { verdict: rule === null ? 'pass' : 'fail', pack: '2026-11-23', findings };
}

/** Thumbnails as a check writes them: drawn products on white, each another one. */
async function drawThumbnails(folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  return Promise.all(
    Array.from({ length: pictures }, async (_, n) => {
      const hue = Math.round((360 * n) / pictures);
      const svg = `<svg width="360" height="360"><defs><radialGradient id="g"><stop offset="0" stop-color="hsl(${hue} 80% 70%)"/><stop offset="1" stop-color="hsl(${hue} 70% 30%)"/></radialGradient><filter id="n"><feTurbulence baseFrequency=".7"/><feComposite in2="SourceGraphic" operator="in"/><feBlend in2="SourceGraphic" mode="multiply"/></filter></defs><rect width="360" height="360" fill="#fff"/><ellipse cx="180" cy="180" rx="${120 + (n % 5) * 8}" ry="${150 - (n % 7) * 6}" fill="url(#g)" filter="url(#n)"/></svg>`;
      const file = path.join(folder, `${n}.webp`);
      await sharp(Buffer.from(svg)).webp({ quality: 80, effort: 0 }).toFile(file);
      return file;
    }),
  );
}

/** A data folder with that many checked photos, each with a small picture of its own address. */
export async function manyPhotos(count: number): Promise<string> {
  const data = makeFolder();
  const folders = prepareFolders(data);
  const drawn = await drawThumbnails(path.join(data, 'drawn'));
  const opened = await openStore({ path: folders.database, backupsFolder: folders.backups, now: () => Date.now() });
  if (!opened.ok) throw new Error(opened.error.detail);
  const db = opened.value;
  const store = repositories(db, () => Date.now());
  const known = db.prepare<[string, string]>(`update photos set state = 'checked', sha256 = ?, width = 1600, height = 1600, format = 'jpeg', checked_at = 1 where id = ?`);
  store.transact(() => {
    for (let n = 0; n < count; n++) {
      const name = `${words[n % words.length]}-${words[(n * 7 + 3) % words.length]}-${n}.jpg`;
      const id = store.photos.add({ path: path.join(data, 'photos', name), name, bytes: 200_000 + n, modifiedMs: 1 }, false, 1);
      store.analyses.putVerdicts(id, Object.fromEntries(builtInChannelIds.map((channel, at) => [channel, verdict(rules[(n + at) % rules.length] ?? null)])));
      const sha256 = createHash('sha256').update(String(n)).digest('hex');
      known.run(sha256, id);
      const folder = derivativesOf(folders.pictures, sha256);
      mkdirSync(folder, { recursive: true });
      linkSync(drawn[n % drawn.length] ?? '', path.join(folder, derivativeNames.thumbnail));
    }
  });
  store.settings.set({ welcomed: true });
  db.close();
  return data;
}
