import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isReachable, readWindowState, writeWindowState } from './window-state.ts';

const file = path.join(mkdtempSync(path.join(tmpdir(), 'vitrine-state-')), 'window.json');
const state = { bounds: { x: 10, y: 20, width: 1280, height: 800 }, maximized: true };

describe('window state', () => {
  it('comes back as it was written', () => {
    writeWindowState(file, state);
    expect(readWindowState(file)).toEqual(state);
  });

  it.each(['', '{', '[]', '{"bounds":{"x":0,"y":0,"width":1,"height":1},"maximized":false}'])('is none where the file holds %j', (text) => {
    writeFileSync(file, text);
    expect(readWindowState(file)).toBeNull();
  });

  it('is not used for a screen that is no longer there', () => {
    const screen = { x: 0, y: 0, width: 1920, height: 1080 };
    expect(isReachable(state.bounds, [screen])).toBe(true);
    expect(isReachable({ ...state.bounds, x: 2_500 }, [screen])).toBe(false);
    expect(isReachable({ ...state.bounds, x: 1_850 }, [screen])).toBe(false);
    expect(isReachable({ ...state.bounds, y: 1_060 }, [screen])).toBe(false);
    expect(isReachable({ ...state.bounds, x: 2_500 }, [screen, { ...screen, x: 1920 }])).toBe(true);
  });
});
