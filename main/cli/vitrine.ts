import { readFile } from 'node:fs/promises';
import { Command, CommanderError } from 'commander';
import { z } from 'zod';
import { localDay } from '../../app/kernel/day.ts';
import { cacheDir } from '../../setup/cache-dir.mjs';
import type { CheckOptions } from './arguments.ts';
import { checkPhotos } from './check-photos.ts';
import { exitCodes } from './exit-codes.ts';
import { createInterruption } from './interruption.ts';
import { listRules, type RulesOptions } from './rules.ts';

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

const photos = program.command('photos').description('product photos');
const today = (): string => localDay(Date.now());
const print = (text: string): void => void process.stdout.write(text);
/** An option that may be given several times, one value each. */
const oneMore = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

photos
  .command('check')
  .description('judge pictures against the rules of marketplaces')
  .argument('[paths...]', 'pictures, or folders of them')
  .option('--channel <id...>', 'channels to judge for, with spaces or commas between them, or all', ['all'])
  .option('--pack <file>', 'add a channel pack of your own; may be given several times', oneMore)
  .option('--json [file]', 'write the whole report as JSON (- or no file for standard output)')
  .option('--products <file>', 'a table of products (CSV, .xlsx) that the pictures belong to')
  .option('--map <file>', 'JSON that says what its columns mean, e.g. {"货号": "sku"}')
  .option('--since <last>', 'measure only what is new or changed since the last check (last), or since a report of --json')
  .option('--fix <folder>', 'write mended copies to <folder>/<channel>; the pictures themselves are never changed')
  .option('--report <folder>', 'write report.html, photos.csv, report.json and copies of what each channel accepts into a folder')
  .option('--jobs <count>', 'pictures checked at the same time')
  .action(async (paths: string[], options: CheckOptions) => {
    process.exitCode = await checkPhotos(paths, options, { from, cacheDir: cacheDir(), version, day: today(), print, progress, signal: onInterrupt() });
  });

photos
  .command('rules')
  .description('list what is measured, what each channel asks, and what is known to go wrong')
  .option('--channel <id...>', 'channels to list, with spaces or commas between them, or all', ['all'])
  .option('--pack <file>', 'add a channel pack of your own; may be given several times', oneMore)
  .option('--json [file]', 'write the list as JSON (- or no file for standard output)')
  .action(async (options: RulesOptions) => {
    process.exitCode = await listRules(options, { from, version, day: today(), print, tell: (text) => progress(text, false) });
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? exitCodes.judged : exitCodes.misuse;
}
