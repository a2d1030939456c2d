/**
 * Magnitudes of the discrete Fourier transform of real samples, zero-padded to a power of two: `size / 2 + 1` values,
 * from frequency 0 to half a cycle a sample. Radix 2, decimation in time (J. W. Cooley, J. W. Tukey, 1965).
 */
export function spectrumOf(samples: Float64Array, size: number): Float64Array {
  const real = new Float64Array(size);
  const imaginary = new Float64Array(size);
  const bits = Math.log2(size);
  for (let i = 0; i < Math.min(samples.length, size); i++) real[reversed(i, bits)] = samples[i]!;
  for (let half = 1; half < size; half *= 2) {
    for (let k = 0; k < half; k++) {
      const cos = Math.cos((Math.PI * k) / half);
      const sin = -Math.sin((Math.PI * k) / half);
      for (let a = k, b = k + half; b < size; a += 2 * half, b += 2 * half) {
        const re = real[b]! * cos - imaginary[b]! * sin;
        const im = real[b]! * sin + imaginary[b]! * cos;
        real[b] = real[a]! - re;
        imaginary[b] = imaginary[a]! - im;
        real[a] = real[a]! + re;
        imaginary[a] = imaginary[a]! + im;
      }
    }
  }
  return Float64Array.from({ length: size / 2 + 1 }, (_, i) => Math.hypot(real[i]!, imaginary[i]!));
}

function reversed(value: number, bits: number): number {
  let result = 0;
  for (let i = 0; i < bits; i++) result = (result << 1) | ((value >> i) & 1);
  return result;
}
