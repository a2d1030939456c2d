import { expect, test } from 'vitest';
import { clampPan, fitSize, fitted, panBy, zoomAt } from './zoom.ts';

const frame = { width: 800, height: 600 };

test('a picture fits its frame whole; a small one is enlarged at most twice', () => {
  expect(fitSize({ width: 1600, height: 1600 }, frame)).toEqual({ width: 600, height: 600 });
  expect(fitSize({ width: 100, height: 50 }, frame)).toEqual({ width: 200, height: 100 });
});

test('the point under the pointer stays under it', () => {
  const fit = { width: 800, height: 600 };
  const at = { x: 100, y: -50 };
  const zoomed = zoomAt(fitted, 2, at, fit, frame);
  expect(zoomed).toEqual({ scale: 2, x: -100, y: 50 });
});

test('a picture cannot be pushed out of its frame, nor made smaller than it fits', () => {
  const fit = { width: 600, height: 600 };
  expect(panBy({ scale: 2, x: 0, y: 0 }, 9999, 9999, fit, frame)).toEqual({ scale: 2, x: 200, y: 300 });
  expect(clampPan({ scale: 1, x: 40, y: 40 }, fit, frame)).toEqual(fitted);
  expect(zoomAt(fitted, 0.1, { x: 0, y: 0 }, fit, frame).scale).toBe(1);
});
