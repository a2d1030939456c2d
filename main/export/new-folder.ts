import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** 2026-11-24 14.05: a name that every file system takes. */
function moment(at: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = new Date(at);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())} ${two(day.getHours())}.${two(day.getMinutes())}`;
}

/** A folder that was not there before, in one that was: nothing of a person's is in it. */
export async function newFolder(parent: string, at: number): Promise<string> {
  for (let n = 1; ; n++) {
    const folder = join(parent, `Vitrine ${moment(at)}${n === 1 ? '' : ` (${n})`}`);
    try {
      await mkdir(folder);
      return folder;
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause;
    }
  }
}
