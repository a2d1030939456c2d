import type { Readable } from 'node:stream';
import { open, type Entry, type ZipFile } from 'yauzl';

/** More than this in one part of a workbook is no table of products (or a bomb). */
const largestPart = 1_500_000_000;

/** The parts of a ZIP file by name. Throws where the file is no sound ZIP; a part is read as a stream. */
export interface Parts {
  readonly names: readonly string[];
  open(name: string): Promise<Readable>;
  close(): void;
}

/** Opens a ZIP file and lists what is in it. */
export function openZip(path: string): Promise<Parts> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false }, (failed: Error | null, zip: ZipFile) => {
      if (failed !== null) return reject(failed);
      const entries = new Map<string, Entry>();
      zip.on('error', (error: Error) => {
        zip.close();
        reject(error);
      });
      zip.on('entry', (entry: Entry) => {
        entries.set(entry.fileName, entry);
        zip.readEntry();
      });
      zip.on('end', () =>
        resolve({
          names: [...entries.keys()],
          open: (name) =>
            new Promise((give, fail) => {
              const entry = entries.get(name);
              if (entry === undefined) return fail(new Error(`${name} is missing`));
              if (entry.uncompressedSize > largestPart) return fail(new Error(`${name} is too large`));
              zip.openReadStream(entry, (error: Error | null, stream: Readable) => (error === null ? give(stream) : fail(error)));
            }),
          close: () => zip.close(),
        }),
      );
      zip.readEntry();
    });
  });
}
