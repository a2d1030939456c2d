/** The luminance table of the JPEG standard (ITU-T T.81, annex K), in zigzag order as files keep it. */
const standardTable = [
  16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51, 61, 60, 57, 51,
  56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99,
] as const;

/** The table that the Independent JPEG Group's library, and most programs with it, write for a quality of 1–100. */
function tableOf(quality: number): readonly number[] {
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  return standardTable.map((step) => Math.min(255, Math.max(1, Math.floor((step * scale + 50) / 100))));
}

const startOfFrame = 0xc0;
const startOfScan = 0xda;
const quantisationTables = 0xdb;

/** The luminance table (number 0) of a JPEG file, in zigzag order; null where the file has none. */
function luminanceTable(bytes: Buffer): readonly number[] | null {
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === startOfScan) return null;
    // Markers without a body.
    if (marker === 0x01 || (marker >= startOfFrame + 0x10 && marker <= startOfFrame + 0x18)) {
      at += 2;
      continue;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    for (let table = at + 4; marker === quantisationTables && table < end; ) {
      const wide = (bytes[table] ?? 0) >> 4 !== 0;
      const size = wide ? 128 : 64;
      if (table + 1 + size > bytes.length) return null;
      const from = table + 1;
      if (((bytes[table] ?? 0) & 15) === 0) return standardTable.map((_, i) => (wide ? bytes.readUInt16BE(from + 2 * i) : (bytes[from + i] ?? 1)));
      table = from + size;
    }
    at = end;
  }
  return null;
}

/**
 * The quality of 1–100 whose table is nearest to the one in a JPEG file, by the mean ratio of their steps: exact for
 * the Independent JPEG Group's tables, a fair likeness for those of cameras and editors. Null where there is no table.
 */
export function estimateJpegQuality(bytes: Buffer): number | null {
  const table = luminanceTable(bytes);
  if (!table) return null;
  let best = 0;
  let least = Infinity;
  for (let quality = 1; quality <= 100; quality++) {
    const distance = tableOf(quality).reduce((sum, step, i) => sum + Math.abs(Math.log(step / Math.max(1, table[i] ?? 1))), 0);
    // The better quality where two are equally near: from 1 to 100 the steps only become finer.
    if (distance <= least) {
      best = quality;
      least = distance;
    }
  }
  return best;
}
