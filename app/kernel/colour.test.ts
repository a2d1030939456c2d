import { expect, it } from 'vitest';
import { luma, lumaPlane, perceivedBrightness } from './colour.ts';

it("gives cleanvision's brightness of red, green and blue", () => {
  expect(perceivedBrightness(255, 0, 0)).toBeCloseTo(0.49092, 4);
  expect(perceivedBrightness(0, 255, 0)).toBeCloseTo(0.83126, 4);
  expect(perceivedBrightness(0, 0, 255)).toBeCloseTo(0.26077, 4);
  expect(perceivedBrightness(255, 255, 255)).toBeCloseTo(1, 6);
});

it('keeps black and white in the 8-bit plane', () => {
  expect([...lumaPlane({ width: 3, height: 1, channels: 3, data: Uint8Array.from([0, 0, 0, 255, 255, 255, 255, 0, 0]) })]).toEqual([0, 255, 54]);
  expect(luma(1, 1, 1)).toBeCloseTo(1, 9);
});
