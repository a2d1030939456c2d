import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { parseMediaAddress } from './media-address.ts';
import { appOrigin } from './app-protocol.ts';
import type { MediaAddress } from './media-address.ts';

export interface MediaFile {
  readonly path: string;
  readonly mime: string;
}

/** Asks the engine where a picture lies; null where there is none. */
export type FindMedia = (address: MediaAddress) => Promise<MediaFile | null>;

const plain = (status: number): Response => new Response(null, { status });

/** Answers media: requests with a stream of the file; 400 for what is no address, 404 for what is not there. */
export function mediaProtocol(find: FindMedia): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET') return plain(405);
    const address = parseMediaAddress(request.url);
    if (address === null) return plain(400);
    const file = await find(address);
    if (file === null || !file.mime.startsWith('image/')) return plain(404);
    const info = await stat(file.path).catch(() => null);
    if (info === null || !info.isFile()) return plain(404);
    return new Response(Readable.toWeb(createReadStream(file.path)) as ReadableStream<Uint8Array>, {
      headers: {
        'content-type': file.mime,
        'content-length': String(info.size),
        'cache-control': 'no-cache',
        'access-control-allow-origin': appOrigin,
        'x-content-type-options': 'nosniff',
      },
    });
  };
}
