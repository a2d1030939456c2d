/** Encodings that tables of products come in; labels of TextDecoder. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Bytes looked at: enough for any doubt, quick for any size. */
const sampled = 4 * 1024 * 1024;

/** Whether the bytes are valid; a character cut off at the end of a sample is none of its faults. */
function decodes(encoding: Encoding, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 without a mark: Latin letters, digits, commas and line ends leave every other byte zero. */
function utf16Of(bytes: Uint8Array): Encoding | null {
  let even = 0, odd = 0;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const pairs = bytes.length / 2;
  if (odd > pairs * 0.1 && even < odd / 10) return 'utf-16le';
  if (even > pairs * 0.1 && odd < even / 10) return 'utf-16be';
  return null;
}

/**
 * Whether bytes above 127 stand in pairs, one behind the other, as Chinese characters do in GB 18030 and its elders.
 * Accents of Western text stand alone between plain letters: read as pairs, they have no neighbours.
 */
function looksChinese(bytes: Uint8Array): boolean {
  let neighbours = 0, alone = 0, run = 0;
  for (let at = 0; at <= bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead >= 0x81) {
      const trail = bytes[at + 1] ?? 0;
      run += 1;
      at += trail >= 0x30 && trail <= 0x39 ? 3 : 1;
      continue;
    }
    if (run > 1) neighbours += run;
    else alone += run;
    run = 0;
  }
  return neighbours > alone;
}

/**
 * The encoding of a text by its bytes: a mark at its start, valid UTF-8, the zeros of UTF-16, the pairs of GB 18030
 * (which reads GBK and GB 2312 as well); Windows-1252 is what is left.
 */
export function detectEncoding(all: Uint8Array): Encoding {
  const marked = marks.find(([, mark]) => mark.every((byte, at) => all[at] === byte));
  if (marked !== undefined) return marked[0];
  const bytes = all.subarray(0, sampled);
  const wide = utf16Of(bytes);
  if (wide !== null) return wide;
  if (decodes('utf-8', bytes)) return 'utf-8';
  return decodes('gb18030', bytes) && looksChinese(bytes) ? 'gb18030' : 'windows-1252';
}

/** The text of bytes, without a mark at its start; what cannot be read becomes '\ufffd'. */
export const decodeText = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes);
