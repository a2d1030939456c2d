/**
 * Most of a good product photo is pure white, and four bytes are compared at once: the passes over every pixel of an
 * original step over its white margins with this.
 */
export interface Bytes {
  readonly data: Uint8Array;
  /** the same memory, four bytes a number; null where it does not begin at a multiple of four */
  readonly words: Uint32Array | null;
}

export const bytesOf = (data: Uint8Array): Bytes => ({
  data,
  words: data.byteOffset % 4 === 0 ? new Uint32Array(data.buffer, data.byteOffset, data.length >> 2) : null,
});

const whiteWord = 0xffffffff;

/** Position of the first byte from `from` on that is not 255; `to` where there is none before it. */
export function firstNotWhite({ data, words }: Bytes, from: number, to: number): number {
  let at = from;
  if (words !== null) {
    while (at < to && (at & 3) !== 0) {
      if (data[at] !== 255) return at;
      at += 1;
    }
    for (const end = to - 3; at < end; at += 4) if (words[at >> 2] !== whiteWord) break;
  }
  while (at < to && data[at] === 255) at += 1;
  return at;
}

/** Position behind the last byte before `to` that is not 255; `from` where there is none from there on. */
export function lastNotWhite({ data, words }: Bytes, from: number, to: number): number {
  let at = to;
  if (words !== null) {
    while (at > from && (at & 3) !== 0) {
      if (data[at - 1] !== 255) return at;
      at -= 1;
    }
    for (const end = from + 3; at > end; at -= 4) if (words[(at >> 2) - 1] !== whiteWord) break;
  }
  while (at > from && data[at - 1] === 255) at -= 1;
  return at;
}
