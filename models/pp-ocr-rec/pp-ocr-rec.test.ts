import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packageLocator } from '../files/locate.ts';
import { bundledManifest } from '../manifest.ts';
import { characterSet, decodeCtc } from './ctc.ts';
import { ppOcrRecBatches } from './pp-ocr-rec.ts';

describe('the characters', () => {
  it('are blank, 6623 keys, and space: as many as the network has classes', () => {
    const entry = bundledManifest.models.find(({ id }) => id === 'pp-ocr-rec')!;
    const keys = entry.files.find(({ role }) => role === 'keys')!;
    const characters = characterSet(readFileSync(packageLocator()(entry, keys), 'utf8'));
    expect(characters).toHaveLength(entry.outputs[0]!.shape[2]!);
    expect([characters[0], characters.at(-1)]).toEqual(['', ' ']);
    expect(characters).toEqual(expect.arrayContaining(['A', '9', '中', '%']));
  });
});

describe('CTC decoding', () => {
  const characters = ['', 'a', 'b', ' '];
  /** Steps, each with one class and its probability. */
  const path = (...steps: [number, number][]): Float32Array =>
    Float32Array.from(steps.flatMap(([best, p]) => characters.map((_, i) => (i === best ? p : (1 - p) / 3))));

  it('merges repeats, drops blanks, keeps doubles that a blank parts', () => {
    const steps = path([0, 0.9], [1, 0.8], [1, 0.7], [0, 0.9], [1, 0.6], [2, 1], [0, 1]);
    const { text, confidence } = decodeCtc(steps, 0, 7, characters);
    expect(text).toBe('aab');
    expect(confidence).toBeCloseTo((0.8 + 0.6 + 1) / 3, 6);
  });

  it('has no confidence in nothing', () => {
    expect(decodeCtc(path([0, 1], [0, 1]), 0, 2, characters)).toEqual({ text: '', confidence: 0 });
  });

  it('reads a line at its offset in a batch', () => {
    const both = Float32Array.from([...path([1, 1], [0, 1]), ...path([2, 1], [1, 1])]);
    expect(decodeCtc(both, 8, 2, characters).text).toBe('ba');
  });
});

describe('lines for the network', () => {
  const data = Uint8Array.from({ length: 400 * 200 * 3 }, (_, i) => (Math.floor(i / 3) % 400 < 200 ? (Math.floor(i / 24) % 2) * 255 : 128));
  const picture = { width: 400, height: 200, channels: 3, data } as const;
  const line = (cx: number, width: number, height = 24) => ({ cx, cy: 100, width, height, angle: 0 });

  it('are packed by length, eight together', () => {
    const batches = ppOcrRecBatches(picture, [line(100, 180), ...Array.from({ length: 8 }, () => line(60, 60))]);
    expect(batches.map(({ lines }) => lines)).toEqual([[1, 2, 3, 4, 5, 6, 7, 8], [0]]);
    expect(batches.map(({ inputs }) => inputs['x']!.dims)).toEqual([[8, 3, 48, 160], [1, 3, 48, 384]]);
  });

  it('that show nothing are left out', () => {
    expect(ppOcrRecBatches(picture, [line(320, 100)])).toEqual([]);
  });

  it('that stand on end are tried both ways', () => {
    expect(ppOcrRecBatches(picture, [line(100, 24, 120)]).map(({ lines }) => lines)).toEqual([[0, 0]]);
  });
});
