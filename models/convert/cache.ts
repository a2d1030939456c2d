import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sameDigest } from '../files/verify.ts';
import { converterVersion, type GraphPort } from './convert.ts';

export interface ConversionCache {
  /** The converted or fused file of a model: from the folder where it is there and sound, else made by `convert` and kept. */
  obtain(key: ConversionKey, convert: () => Uint8Array): Promise<Uint8Array>;
}

/** All that decides what the converter writes. */
export interface ConversionKey {
  /** SHA-512 of each file of the model, in order */
  readonly fileHashes: readonly string[];
  /** none for a file that was ONNX already */
  readonly inputs: readonly GraphPort[];
  readonly outputs: readonly GraphPort[];
}

const digest = (bytes: Uint8Array | string): Buffer => createHash('sha512').update(bytes).digest();

/**
 * Keeps converted models as <folder>/models/<hash of what went in>-<converter version>.onnx, each with its own
 * SHA-512 beside it. A file that does not match is made anew; a folder that cannot be written costs only the time to
 * convert again next time.
 */
export function conversionCache(folder: string): ConversionCache {
  const home = path.join(folder, 'models');
  return {
    obtain: async (key, convert) => {
      const name = digest(JSON.stringify(key)).toString('hex').slice(0, 32);
      const file = path.join(home, `${name}-${converterVersion}.onnx`);
      const kept = await readSound(file);
      if (kept !== null) return kept;
      const made = convert();
      await keep(home, file, made);
      return made;
    },
  };
}

async function readSound(file: string): Promise<Uint8Array | null> {
  try {
    const [bytes, expected] = await Promise.all([readFile(file), readFile(`${file}.sha512`, 'utf8')]);
    return sameDigest(digest(bytes), expected.trim()) ? bytes : null;
  } catch {
    return null;
  }
}

async function keep(home: string, file: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(home, { recursive: true });
    await replaceFile(file, bytes);
    await replaceFile(`${file}.sha512`, `${digest(bytes).toString('hex')}\n`);
  } catch {
    // a full or read-only disk must not keep the model from working now
  }
}

/** Readers see the old file or the whole new one, never a part. */
async function replaceFile(file: string, content: Uint8Array | string): Promise<void> {
  const temporary = `${file}.${randomUUID()}.part`;
  try {
    await writeFile(temporary, content);
    await rename(temporary, file);
  } finally {
    await rm(temporary, { force: true });
  }
}
