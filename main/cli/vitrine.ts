import { readFile } from 'node:fs/promises';
import { Command, CommanderError } from 'commander';
import { z } from 'zod';
import { cacheDir } from '../../setup/cache-dir.mjs';
import type { CheckOptions } from './arguments.ts';
import { checkPhotos, exitCodes } from './check-photos.ts';
import { createInterruption } from './interruption.ts';

/** npm changes into the project's folder before it runs a script: relative paths mean the folder of the caller. */
const from = process.env['INIT_CWD'] ?? process.cwd();
const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')));

function progress(text: string, transient: boolean): void {
  const terminal = process.stderr.isTTY;
  process.stderr.write(terminal ? `\r\x1b[K${text}${transient ? '' : '\n'}` : `${text}\n`);
}

/** Aborted at the first Ctrl-C; the second ends the process. */
function onInterrupt(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => {
    progress('stopping after the pictures in hand; Ctrl-C again ends at once', false);
    controller.abort();
  };
  process.on('SIGINT', createInterruption({ stop, end: () => process.exit(exitCodes.stopped), now: () => performance.now() }));
  return controller.signal;
}

const program = new Command('vitrine').description('Vitrine without its window').version(version).exitOverride();

program
  .command('photos')
  .description('product photos')
  .command('check')
  .description('judge pictures against the rules of marketplaces')
  .argument('[paths...]', 'pictures, or folders of them')
  .option('--channel <id...>', 'channels to judge for, with spaces or commas between them, or all', ['all'])
  .option('--json <file>', 'write the whole report as JSON (- for standard output)')
  .option('--report <folder>', 'write report.html, photos.csv, report.json and copies of what each channel accepts into a folder')
  .option('--jobs <count>', 'pictures checked at the same time')
  .action(async (paths: string[], options: CheckOptions) => {
    const day = new Date().toISOString().slice(0, 10);
    const print = (text: string): void => void process.stdout.write(text);
    process.exitCode = await checkPhotos(paths, options, { from, cacheDir: cacheDir(), version, day, print, progress, signal: onInterrupt() });
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? exitCodes.judged : exitCodes.misuse;
}
