import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Writes texts one behind the other into a file, whole or not at all: beside its place first, then renamed into it. */
export async function writeParts(path: string, texts: () => AsyncIterable<string>): Promise<void> {
  const beside = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomUUID().slice(0, 8)}.partial`);
  try {
    const file = await open(beside, 'wx');
    try {
      for await (const text of texts()) await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true });
    throw cause;
  }
}
