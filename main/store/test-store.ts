import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ChannelVerdict, PhotoAnalysis, RuleId, Severity, Verdict } from '../../app/photo-check/types.ts';
import type { WritableDb } from './db.ts';
import { repositories, type Store } from './index.ts';
import type { Migration } from './migrations/migration.ts';
import { openStore } from './open.ts';

/** A folder that goes when the test ends. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const pathsIn = (folder: string) => ({ path: join(folder, 'vitrine.db'), backupsFolder: join(folder, 'backups') });

/** Opens a real database in `folder`, with all migrations or the first few; fails the test where that is refused. */
export async function openIn(folder: string, migrations?: readonly Migration[], now: () => number = () => Date.now()): Promise<WritableDb> {
  const opened = await openStore({ ...pathsIn(folder), now, ...(migrations === undefined ? {} : { migrations }) });
  if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.detail}`);
  return opened.value;
}

/** An empty store of the newest version, closed when the test ends. */
export async function testStore(): Promise<{ db: WritableDb; store: Store; folder: string }> {
  const folder = testFolder();
  const db = await openIn(folder);
  onTestFinished(() => void db.close());
  return { db, store: repositories(db, () => Date.now()), folder };
}

/** A photo in the store; its file need not exist. */
export const addPhoto = (store: Store, name: string, sample = false): string =>
  store.photos.add({ path: `/photos/${name}`, name, bytes: 1000, modifiedMs: 1 }, sample, 1);

/** What one look at a flawless picture yields; tests change what they are about. */
export function testAnalysis(sha256: string, change: Partial<PhotoAnalysis> = {}): PhotoAnalysis {
  return {
    analysisVersion: 1,
    photo: {
      file: 'a.jpg', sha256, bytes: 1000, width: 2200, height: 2200, format: 'jpeg', extension: 'jpg',
      colourSpace: 'srgb', bitDepth: 8, hasAlpha: false, frames: 1, orientation: 1, profile: null, jpegQuality: 90,
    },
    measures: {
      backgroundWhiteShare: 1, backgroundColour: [255, 255, 255], fill: 0.87, areaShare: 0.5,
      productBox: { x: 100, y: 100, width: 1900, height: 1900 }, maskSource: 'white-background', maskConfidence: 1,
      sharpness: 1000, productBrightness: 0.5, peakBrightness: 0.9, floorBrightness: 0.1, highlightsClipped: 0, shadowsCrushed: 0,
      border: null, noise: 0, jpegArtefacts: 0, colourCast: null, trueScale: 1, croppedEdges: [],
      textOverlays: [], productText: [], people: [], productColours: [{ lab: [50, 0, 0], share: 1 }],
      watermarks: [], collage: { panels: [], confidence: 0 }, separateProducts: { boxes: [], likelySet: false, confidence: 0 }, placeholder: null,
      moderation: null, clutter: { grade: 'none', share: 0, items: [], confidence: 1 }, faces: [],
    },
    models: [{ id: 'u2netp', version: '1', runtime: 'onnxruntime', device: 'cpu' }],
    dhash: '0123456789abcdef',
    pixelSha256: sha256,
    embedding: new Float32Array([0.6, 0.8]),
    unavailable: [],
    timings: { decode: 12 },
    ...change,
  };
}

export const sha = (n: number): string => n.toString(16).padStart(64, '0');

/** A channel's word, and the rules it is about. */
export const testVerdict = (value: Verdict, ...broken: [RuleId, Severity][]): ChannelVerdict => ({
  verdict: value,
  pack: '2026-11-23',
  findings: broken.map(([rule, severity]) => ({
    rule, severity, measured: { value: 0.5, unit: 'share' }, required: { value: 1, unit: 'share', bound: 'min' }, boxes: [],
    source: { url: 'https://example.com/', title: 'Rules', read: '2026-11-23', official: true }, confidence: 1,
  })),
});
