import { err, ok, type Result } from '../../app/kernel/result.ts';
import { isPictureName } from '../media/index.ts';

/**
 * Where the JSON goes: null = nowhere, '-' = standard output. The option takes the next word, which may have been
 * meant as a picture: a picture is never written over.
 */
export function jsonTo(wanted: string | true | undefined): Result<string | null, string> {
  if (wanted === undefined) return ok(null);
  if (wanted === true) return ok('-');
  if (wanted === '') return err('--json was given an empty name; name a file, or - for standard output');
  if (isPictureName(wanted)) return err(`--json would write over the picture ${wanted}; name another file, or put --json last for standard output`);
  return ok(wanted);
}
