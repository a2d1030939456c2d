import { extname } from 'node:path';
import type { FoundFile } from '../../store/photos.ts';
import type { KnownFile } from '../../store/photo-files.ts';

/** The hash of a file's bytes; null where it cannot be read. */
type Hash = (path: string) => Promise<string | null>;

const kindOf = (path: string): string => extname(path).toLowerCase();

/**
 * Files that only got another name or place: those among `coming` with the bytes of a photo that is gone, by its id. The
 * kind of file by its name must stay, since channels look at it.
 */
export async function findMoves<F extends FoundFile>(gone: readonly KnownFile[], coming: readonly F[], hash: Hash): Promise<ReadonlyMap<string, F>> {
  const bySize = Map.groupBy(gone.filter(({ state }) => state === 'checked'), ({ bytes }) => bytes);
  const moves = new Map<string, F>();
  for (const file of coming) {
    const alike = (bySize.get(file.bytes) ?? []).filter((one) => !moves.has(one.id) && kindOf(one.path) === kindOf(file.path));
    if (alike.length === 0) continue;
    const sha256 = await hash(file.path);
    const same = alike.find((one) => one.sha256 !== null && one.sha256 === sha256);
    if (same !== undefined) moves.set(same.id, file);
  }
  return moves;
}

/** Whether a file that was written anew holds what it held when it was looked at. */
export const isSameContent = async (known: KnownFile, path: string, hash: Hash): Promise<boolean> =>
  known.state === 'checked' && known.sha256 !== null && known.sha256 === (await hash(path));
