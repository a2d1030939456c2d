import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, openConsole, removeFolder } from './harness.ts';
import { drawPhotos } from './pictures.ts';
import { until } from './until.ts';
import type { OpenedConsole } from './harness.ts';

const shop = makeFolder();
const data = makeFolder();
let opened: OpenedConsole;

beforeAll(async () => {
  await drawPhotos(shop, 8);
  opened = await openConsole({ data });
});
afterAll(async () => {
  await opened.close();
  removeFolder(shop);
  removeFolder(data);
});

/** Process id of the engine that became ready last, from its log. */
function enginePid(): number {
  const logs = path.join(data, 'logs');
  const lines = readdirSync(logs).flatMap((file) => readFileSync(path.join(logs, file), 'utf8').trim().split('\n'));
  const ready = lines.map((line) => JSON.parse(line) as { event: string; pid?: number }).filter((entry) => entry.event === 'ready');
  return ready.at(-1)?.pid ?? 0;
}

const status = () => opened.call('system.engine', {});
const isReady = (answer: Awaited<ReturnType<typeof status>>): boolean => answer.ok && answer.value.state === 'ready';

describe('an engine that is killed', () => {
  it('comes back, goes on with its job and does nothing twice', async () => {
    await until(status, isReady);
    const first = enginePid();
    await opened.app.evaluate(({ dialog }, folder) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] });
    }, shop);
    expect(await opened.call('photos.choose', { kind: 'folder' })).toMatchObject({ ok: true, value: { added: 8 } });
    await until(
      () => opened.call('jobs.list', {}),
      (answer) => answer.ok && answer.value.some((job) => job.done >= 1),
    );

    process.kill(first, 'SIGKILL');
    expect(await until(status, (answer) => isReady(answer) && enginePid() !== first)).toMatchObject({ ok: true, value: { restarts: 1, reason: null } });
    expect(await opened.call('photos.counts', {})).toMatchObject({ ok: true, value: { total: 8 } });

    const jobs = await until(
      () => opened.call('jobs.list', {}),
      (answer) => answer.ok && answer.value.every((job) => job.state === 'done'),
    );
    expect(jobs).toMatchObject({ ok: true, value: [{ total: 8, done: 8, failed: 0, resumed: 1 }] });
    expect(await opened.call('photos.counts', {})).toMatchObject({ ok: true, value: { total: 8, waiting: 0, failed: 0 } });
  });

  it('or stands still, which nobody sees from outside, comes back as well', async () => {
    await until(status, isReady);
    const pid = enginePid();
    process.kill(pid, 'SIGSTOP');
    expect(await until(status, (answer) => answer.ok && answer.value.state !== 'ready')).toMatchObject({ ok: true, value: { reason: { code: 'engine-hung' } } });
    await until(status, (answer) => isReady(answer) && enginePid() !== pid);
    expect(await opened.call('photos.counts', {})).toMatchObject({ ok: true, value: { total: 8 } });
  });

  it('is left stopped when it keeps dying, until a person starts it again', async () => {
    for (;;) {
      const now = await until(status, (answer) => answer.ok && (answer.value.state === 'ready' || answer.value.state === 'stopped'));
      if (now.ok && now.value.state === 'stopped') break;
      const pid = enginePid();
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // Its successor is ready already; the next round finds it.
      }
      await until(status, (answer) => answer.ok && (answer.value.state !== 'ready' || enginePid() !== pid));
    }
    expect(await status()).toMatchObject({ ok: true, value: { reason: { code: 'engine-keeps-stopping', detail: 'SIGKILL' } } });
    expect(await opened.call('photos.counts', {})).toMatchObject({ ok: false, error: { code: 'engine-stopped' } });
    await opened.screenshot('recovery');

    expect(await opened.call('system.restartEngine', {})).toMatchObject({ ok: true });
    await until(status, isReady);
    expect(await opened.call('photos.counts', {})).toMatchObject({ ok: true, value: { total: 8 } });
  });
});

describe('a database of a newer Vitrine', () => {
  it('is refused with its reason, and left as it is', async () => {
    const newer = makeFolder();
    const { default: Database } = await import('better-sqlite3');
    const before = await openConsole({ data: newer });
    await until(() => before.call('system.engine', {}), isReady);
    await before.close();
    const db = new Database(path.join(newer, 'vitrine.db'));
    db.pragma('user_version = 9999');
    db.close();

    const after = await openConsole({ data: newer });
    const answer = await until(
      () => after.call('system.engine', {}),
      (state) => state.ok && state.value.state === 'stopped',
    );
    expect(answer).toMatchObject({ ok: true, value: { restarts: 0, reason: { code: 'database-newer' } } });
    await after.close();
    removeFolder(newer);
  });
});
