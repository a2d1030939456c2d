import type { StoreFailure } from '../store/failure.ts';
import { failureOf } from '../store/failure.ts';
import { openStore } from '../store/open.ts';
import { openHostChannel, type HostChannel } from './channel.ts';
import { createEngine } from './engine.ts';
import { prepareFolders } from './folders.ts';
import { openLog } from './log.ts';

const exitRefused = 3;
const exitMisused = 2;
const exitBug = 1;

/** Says why the engine cannot start, waits until that has left the process, and ends it. */
async function refuse(host: HostChannel, { code, params, detail }: StoreFailure): Promise<never> {
  await host.sendLast({ t: 'refused', code, params, detail });
  process.exit(exitRefused);
}

/** Composition root of the engine process: data folder → store → engine → ready. */
async function main(host: HostChannel, root: string): Promise<void> {
  const now = (): number => Date.now();
  const folders = prepareFolders(root);
  const log = openLog(folders.logs, now);
  process.on('uncaughtException', (error) => {
    log.error('uncaught', error);
    process.exit(exitBug);
  });
  const opened = await openStore({ path: folders.database, backupsFolder: folders.backups, now });
  if (!opened.ok) {
    log.info('refused', { code: opened.error.code });
    return refuse(host, opened.error);
  }
  const onDamage = (detail: string): void => {
    log.info('refused', { code: 'database-corrupt' });
    void refuse(host, { code: 'database-corrupt', params: {}, detail });
  };
  const engine = createEngine({ db: opened.value, folders, log, host, now, env: process.env, onDamage });
  host.serve(engine.route);
  log.info('ready', { pid: process.pid });
  await host.sendLast({ t: 'ready', pid: process.pid, node: process.versions.node });
  engine.start();
}

const host = openHostChannel(process);
const root = process.env['VITRINE_DATA'];
if (host === null || root === undefined) {
  process.stderr.write('The engine is started by the console, with its data folder in VITRINE_DATA.\n');
  process.exit(exitMisused);
}
// The host is gone, and nobody is left to work for. What was acknowledged is on the disk.
process.on('disconnect', () => process.exit(0));
main(host, root).catch((error: unknown) => {
  const failure = failureOf(error);
  if (failure !== null) return refuse(host, failure);
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(exitBug);
});
