import { appendFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Log {
  /** `facts` hold codes, counts and ids: no paths of pictures, no content */
  info(event: string, facts?: Readonly<Record<string, string | number | null>>): void;
  error(event: string, error: unknown): void;
}

const maxBytes = 1_000_000;
const keptFiles = 3;

function rotate(path: string): void {
  if (!existsSync(path) || statSync(path).size < maxBytes) return;
  rmSync(`${path}.${keptFiles}`, { force: true });
  for (let age = keptFiles - 1; age >= 1; age -= 1) {
    if (existsSync(`${path}.${age}`)) renameSync(`${path}.${age}`, `${path}.${age + 1}`);
  }
  renameSync(path, `${path}.1`);
}

/** Errors of the file system name the file they are about; a log that is sent to support must not. */
function withoutPaths(text: string, error: Error): string {
  const paths = (['path', 'dest'] as const).flatMap((key) => (key in error ? String((error as Error & Record<typeof key, unknown>)[key]) : []));
  return paths.filter((path) => path !== '').reduce((told, path) => told.replaceAll(path, '(path)'), text);
}

/** A small log of JSON lines, turned over at 1 MB. A log that cannot be written must not stop the engine. */
export function openLog(folder: string, now: () => number): Log {
  const path = join(folder, 'engine.log');
  const write = (level: 'info' | 'error', event: string, facts: object): void => {
    try {
      rotate(path);
      appendFileSync(path, `${JSON.stringify({ at: new Date(now()).toISOString(), level, event, ...facts })}\n`);
    } catch {
      process.stderr.write(`${level} ${event}\n`);
    }
  };
  return {
    info: (event, facts = {}) => write('info', event, facts),
    error: (event, error) => {
      const facts = error instanceof Error
        ? { message: withoutPaths(error.message, error), stack: withoutPaths(error.stack ?? '', error) }
        : { message: String(error) };
      write('error', event, facts);
    },
  };
}
