import sharp from 'sharp';

/** What a file's metadata say of where it comes from. */
export interface Provenance {
  /** true where the place is written in it */
  readonly gps: boolean;
  /** IPTC DigitalSourceType of a picture made or changed by AI; null where it is not marked so */
  readonly aiSource: string | null;
}

const none: Provenance = { gps: false, aiSource: null };

/** IPTC NewsCodes "Digital Source Type" that name AI. */
const aiTypes = ['trainedAlgorithmicMedia', 'compositeWithTrainedAlgorithmicMedia', 'algorithmicMedia', 'algorithmicallyEnhanced', 'compositeSynthetic'];
const vocabulary = 'http://cv.iptc.org/newscodes/digitalsourcetype/';
const sourceType = /DigitalSourceType[^<>]*?(?:>|=["']|resource=["'])\s*https?:\/\/cv\.iptc\.org\/newscodes\/digitalsourcetype\/(\w+)/i;

const gpsTag = 0x8825;

/** True where the first directory of an Exif block points to a GPS one. */
function hasGps(exif: Buffer): boolean {
  const start = exif.subarray(0, 6).toString('latin1') === 'Exif\0\0' ? 6 : 0;
  const tiff = exif.subarray(start);
  if (tiff.length < 8) return false;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return false;
  for (let i = 0, at = directory + 2; i < u16(directory) && at + 12 <= tiff.length; i++, at += 12) if (u16(at) === gpsTag) return true;
  return false;
}

/** Reads what must not leave the house, and what must go along. Metadata that make no sense count as none. */
export async function readProvenance(bytes: Buffer): Promise<Provenance> {
  try {
    const { exif, xmp } = await sharp(bytes).metadata();
    const packet = xmp?.toString('utf8') ?? '';
    const type = aiTypes.find((known) => known.toLowerCase() === sourceType.exec(packet)?.[1]?.toLowerCase());
    return { gps: (exif !== undefined && hasGps(exif)) || /GPSLatitude/.test(packet), aiSource: type ?? null };
  } catch {
    return none;
  }
}

/** An XMP packet that says nothing but where the picture comes from. */
export const xmpOfSource = (type: string): string =>
  `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"><Iptc4xmpExt:DigitalSourceType>${vocabulary}${type}</Iptc4xmpExt:DigitalSourceType></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
