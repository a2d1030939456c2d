const stripOffsets = 273;
const stripLengths = 279;
const tileOffsets = 324;
const tileLengths = 325;
const entryLength = 12;

interface Reader {
  readonly length: number;
  u16(at: number): number;
  u32(at: number): number;
}

function readerOf(bytes: Buffer): Reader {
  const little = bytes[0] === 0x49;
  const within = (at: number, size: number): boolean => at >= 0 && at + size <= bytes.length;
  return {
    length: bytes.length,
    u16: (at) => (within(at, 2) ? (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)) : 0),
    u32: (at) => (within(at, 4) ? (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)) : 0),
  };
}

/** Values of a directory entry (SHORT or LONG), or null where they lie behind the end of the file. */
function valuesOf(reader: Reader, entry: number): readonly number[] | null {
  const size = reader.u16(entry + 2) === 3 ? 2 : 4;
  const count = reader.u32(entry + 4);
  const start = size * count <= 4 ? entry + 8 : reader.u32(entry + 8);
  if (start + size * count > reader.length) return null;
  return Array.from({ length: count }, (_, i) => (size === 2 ? reader.u16(start + 2 * i) : reader.u32(start + 4 * i)));
}

/**
 * True where the first directory of a TIFF, or any strip or tile that it lists, lies behind the end of the file
 * (TIFF 6.0, section 2). Big TIFFs are left to the decoder.
 */
export function tiffEndsEarly(bytes: Buffer): boolean {
  const reader = readerOf(bytes);
  if (reader.u16(2) === 43) return false;
  const directory = reader.u32(4);
  const entries = reader.u16(directory);
  if (bytes.length < 8 || directory + 2 + entries * entryLength + 4 > bytes.length) return true;
  const values = (tag: number): readonly number[] | null => {
    for (let i = 0; i < entries; i++) {
      const entry = directory + 2 + i * entryLength;
      if (reader.u16(entry) === tag) return valuesOf(reader, entry);
    }
    return [];
  };
  const offsets = [values(stripOffsets), values(tileOffsets)];
  const lengths = [values(stripLengths), values(tileLengths)];
  return offsets.some((starts, kind) => {
    const sizes = lengths[kind];
    if (!starts || !sizes) return true;
    return starts.some((start, i) => start + (sizes[i] ?? 0) > bytes.length);
  });
}
