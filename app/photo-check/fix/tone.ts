/** Light of an 8-bit sRGB level, 0–1 (IEC 61966-2-1). */
export const toLight = (level: number): number => {
  const value = level / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** 8-bit sRGB level of light, 0–255. */
export const toLevel = (light: number): number => {
  const value = Math.max(0, Math.min(1, light));
  return Math.round(255 * (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055));
};

/** What each channel's light is multiplied by so that a ground of this colour becomes white. */
export const gainToWhite = (ground: readonly [number, number, number]): [number, number, number] => {
  const gain = (level: number): number => Math.round(1000 / Math.max(0.05, toLight(level))) / 1000;
  return [gain(ground[0]), gain(ground[1]), gain(ground[2])];
};

/** For each channel, the new level of every old one. */
export const toneCurves = (gain: readonly [number, number, number]): readonly Uint8Array[] =>
  gain.map((factor) => Uint8Array.from({ length: 256 }, (_, level) => toLevel(toLight(level) * factor)));
