import type { ColourProfile } from '../../app/photo-check/types.ts';

type Triple = readonly [number, number, number];
type Family = ColourProfile['family'];

/** Red, green and blue of a working space as a profile keeps them: CIE XYZ under D50. */
interface Primaries {
  readonly family: Family;
  readonly red: Triple;
  readonly green: Triple;
  readonly blue: Triple;
}

const known: readonly Primaries[] = [
  { family: 'srgb', red: [0.4361, 0.2225, 0.0139], green: [0.3851, 0.7169, 0.0971], blue: [0.1431, 0.0606, 0.7141] },
  // The same primaries as scanners and early editors wrote them: under D65, not adapted.
  { family: 'srgb', red: [0.4124, 0.2126, 0.0193], green: [0.3576, 0.7152, 0.1192], blue: [0.1805, 0.0722, 0.9505] },
  { family: 'adobe-rgb', red: [0.6097, 0.3111, 0.0195], green: [0.2053, 0.6257, 0.0609], blue: [0.1492, 0.0632, 0.7446] },
  { family: 'display-p3', red: [0.5151, 0.2412, -0.0011], green: [0.292, 0.6922, 0.0419], blue: [0.1571, 0.0666, 0.7841] },
  { family: 'prophoto', red: [0.7977, 0.288, 0], green: [0.1352, 0.7119, 0], blue: [0.0313, 0.0001, 0.8249] },
];
/** Makers round their numbers differently, and adapt by different methods; working spaces lie further apart than this. */
const primaryTolerance = 0.012;
/** What sRGB's curve makes of half the range, and how far a curve may be from it (gamma 2.2 is .004 off, 1.8 is .07). */
const midtone = 0.214;
const midtoneTolerance = 0.03;

const signatureAt = (bytes: Buffer, at: number): string => bytes.toString('latin1', at, at + 4);

/** The data of a profile's tag; null where it has none, or lies outside the profile. */
function tagOf(icc: Buffer, name: string): Buffer | null {
  const count = Math.min(100, icc.readUInt32BE(128));
  for (let i = 0; i < count; i++) {
    const entry = 132 + 12 * i;
    if (entry + 12 > icc.length || signatureAt(icc, entry) !== name) continue;
    const from = icc.readUInt32BE(entry + 4);
    const tag = icc.subarray(from, from + icc.readUInt32BE(entry + 8));
    return tag.length >= 12 ? tag : null;
  }
  return null;
}

/** The profile's name for people: `desc` of version 2, `mluc` of version 4; '' where it bears none. */
function nameOf(icc: Buffer): string {
  const tag = tagOf(icc, 'desc');
  if (!tag) return '';
  if (signatureAt(tag, 0) === 'desc') return tag.toString('latin1', 12, 12 + tag.readUInt32BE(8)).replace(/\0.*$/s, '').trim();
  if (signatureAt(tag, 0) !== 'mluc' || tag.length < 28 || tag.readUInt32BE(8) === 0) return '';
  const from = tag.readUInt32BE(24);
  const text = Buffer.from(tag.subarray(from, from + (tag.readUInt32BE(20) & ~1)));
  return (text.length % 2 === 0 ? text.swap16().toString('utf16le') : '').replace(/\0.*$/s, '').trim();
}

function primaryOf(icc: Buffer, name: string): Triple | null {
  const tag = tagOf(icc, name);
  if (!tag || tag.length < 20) return null;
  const fixed = (at: number): number => tag.readInt32BE(at) / 65_536;
  return [fixed(8), fixed(12), fixed(16)];
}

/** Linear light at half the range by a tone curve (`curv`, `para`); null where there is none to read. */
function midtoneOf(icc: Buffer): number | null {
  const tag = tagOf(icc, 'gTRC');
  if (!tag) return null;
  if (signatureAt(tag, 0) === 'curv') {
    const count = tag.readUInt32BE(8);
    if (count === 0) return 0.5;
    if (tag.length < 12 + 2 * count) return null;
    if (count === 1) return 0.5 ** (tag.readUInt16BE(12) / 256);
    return tag.readUInt16BE(12 + 2 * Math.floor((count - 1) / 2)) / 65_535;
  }
  if (signatureAt(tag, 0) !== 'para' || tag.length < 16) return null;
  const value = (i: number): number => (tag.length >= 16 + 4 * i ? tag.readInt32BE(12 + 4 * i) / 65_536 : 0);
  // Every kind but the plain power is (a·x + b)^g + c at half the range.
  return tag.readUInt16BE(8) === 0 ? 0.5 ** value(0) : Math.max(0, value(1) * 0.5 + value(2)) ** value(0);
}

const within = (a: Triple, b: Triple): boolean => a.every((value, i) => Math.abs(value - (b[i] ?? 0)) <= primaryTolerance);

function familyOf(icc: Buffer, name: string): Family {
  const space = signatureAt(icc, 16);
  if (space === 'GRAY') return 'grey';
  if (space !== 'RGB ') return 'other';
  const [red, green, blue] = [primaryOf(icc, 'rXYZ'), primaryOf(icc, 'gXYZ'), primaryOf(icc, 'bXYZ')];
  // A profile of look-up tables has no primaries: its name is all there is.
  if (!red || !green || !blue) return /\bsrgb\b/i.test(name) ? 'srgb' : 'other';
  const alike = known.find((space) => within(space.red, red) && within(space.green, green) && within(space.blue, blue));
  if (alike?.family !== 'srgb') return alike?.family ?? 'other';
  const middle = midtoneOf(icc);
  return middle === null || Math.abs(middle - midtone) <= midtoneTolerance ? 'srgb' : 'other';
}

/**
 * Name and family of an embedded colour profile (ICC.1, versions 2 and 4), told by its primaries and tone curve, since
 * sRGB goes by many names ("sRGB IEC61966-2.1", "sRGB built-in", "c2", …). Null where it is no profile.
 */
export function readColourProfile(icc: Buffer): ColourProfile | null {
  if (icc.length < 132 || signatureAt(icc, 36) !== 'acsp') return null;
  const name = nameOf(icc).slice(0, 120);
  return { name, family: familyOf(icc, name) };
}
