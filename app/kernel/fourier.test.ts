import { expect, it } from 'vitest';
import { spectrumOf } from './fourier.ts';

it('is that of the definition', () => {
  const samples = Float64Array.from({ length: 24 }, (_, i) => ((i * 7919) % 13) - 6);
  const found = spectrumOf(samples, 32);
  expect(found).toHaveLength(17);
  found.forEach((value, k) => {
    let re = 0, im = 0;
    samples.forEach((sample, i) => {
      re += sample * Math.cos((2 * Math.PI * k * i) / 32);
      im -= sample * Math.sin((2 * Math.PI * k * i) / 32);
    });
    expect(value).toBeCloseTo(Math.hypot(re, im), 9);
  });
});

it('has one peak for one wave', () => {
  const wave = Float64Array.from({ length: 256 }, (_, i) => Math.cos((2 * Math.PI * 80 * i) / 256));
  const found = spectrumOf(wave, 256);
  expect(found[80]).toBeCloseTo(128, 6);
  expect(found.filter((value) => value > 1)).toHaveLength(1);
});
