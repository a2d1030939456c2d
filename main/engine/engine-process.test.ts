import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { ImportReport, PhotoRow } from '../../app/contract/photos.ts';
import { migrations } from '../store/migrations/index.ts';
import { testFolder } from '../store/test-store.ts';
import { jobEnd, startTestProcess } from './test-process.ts';

const patient = 240_000;

/** Pictures of different things, and one that is none. */
async function shopFolder(pictures: number): Promise<string> {
  const folder = join(testFolder(), 'shop');
  mkdirSync(folder);
  for (let n = 0; n < pictures; n += 1) {
    const drawing = Array.from({ length: 4 }, (_, k) =>
      `<rect x="${(n * 53 + k * 97) % 240}" y="${(n * 31 + k * 71) % 240}" width="${40 + ((n * 17 + k * 29) % 90)}" height="${30 + ((n * 41 + k * 13) % 90)}" fill="hsl(${n * 40 + k * 90},60%,40%)"/>`).join('');
    const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="360" height="360"><rect width="360" height="360" fill="#fff"/>${drawing}</svg>`);
    await sharp(svg).jpeg().toFile(join(folder, `photo-${n}.jpg`));
  }
  writeFileSync(join(folder, 'broken.jpg'), 'no picture');
  writeFileSync(join(folder, 'notes.txt'), 'for later');
  return folder;
}

/** Reads a database whose engine is dead, without changing it. */
function read<T>(data: string, sql: string): T[] {
  const db = new Database(join(data, 'vitrine.db'), { readonly: true });
  try {
    return db.prepare<[], T>(sql).all();
  } finally {
    db.close();
  }
}

interface Taken { readonly photo_id: string; readonly taken_at: number }
const takenSql = 'select photo_id, taken_at from analyses order by photo_id';

describe('a job', () => {
  it('goes on after kill -9 again and again, with nothing lost and nothing done twice', async () => {
    const pictures = 9;
    const folder = await shopFolder(pictures);
    const data = testFolder();
    let engine = startTestProcess(data);
    expect(await engine.greeting).toMatchObject({ t: 'ready' });
    const report = await engine.ask<z.infer<typeof ImportReport>>('internal.importPaths', { paths: [folder] });
    expect(report).toMatchObject({ added: pictures + 1, known: 0, ignored: 1 });
    const jobId = report.jobId ?? '';

    let before: Taken[] = [];
    for (const atLeast of [2, 5]) {
      await engine.event('jobs.changed', (job) => job.done >= atLeast);
      await engine.kill();
      const after = read<Taken>(data, takenSql);
      expect(after).toEqual(expect.arrayContaining(before));
      const [counted] = read<{ done: number }>(data, 'select done from jobs');
      expect(counted?.done).toBe(after.length);
      expect(read(data, `select 1 from outbox where operation = 'photo.verdicts'`)).toHaveLength(after.length);
      before = after;
      engine = startTestProcess(data);
      expect(await engine.greeting).toMatchObject({ t: 'ready' });
    }

    const job = await jobEnd(engine, jobId);
    expect(job).toMatchObject({ state: 'done', total: pictures + 1, done: pictures, failed: 1, resumed: 2 });
    const problems = await engine.ask<{ name: string; code: string }[]>('jobs.problems', { id: jobId });
    expect(problems.map(({ name, code }) => [name, code])).toEqual([['broken.jpg', 'not-a-picture']]);
    const { rows } = await engine.ask<{ rows: z.infer<typeof PhotoRow>[] }>('photos.list', { sort: 'name' });
    expect(rows.filter((row) => row.state === 'checked' && Object.keys(row.verdicts).length === 9)).toHaveLength(pictures);
    expect(rows.filter((row) => row.state === 'failed').map((row) => [row.name, row.failure?.code])).toEqual([['broken.jpg', 'not-a-picture']]);

    const known = await engine.ask<z.infer<typeof ImportReport>>('internal.importPaths', { paths: [join(folder, 'photo-1.jpg')] });
    expect(known).toEqual({ jobId: null, added: 0, known: 1, ignored: 0 });
    await engine.ask('internal.close');
    engine.child.disconnect();
    expect(await engine.exited).toBe(0);
    expect(read<Taken>(data, takenSql)).toEqual(expect.arrayContaining(before));
    expect(read(data, 'select 1 from pragma_integrity_check where integrity_check <> \'ok\'')).toEqual([]);
  }, patient);
});

describe('the engine process', () => {
  it('refuses a database of a newer version, says so, and ends', async () => {
    const data = testFolder();
    const first = startTestProcess(data);
    await first.greeting;
    await first.ask('internal.close');
    first.child.disconnect();
    await first.exited;
    const raw = new Database(join(data, 'vitrine.db'));
    raw.pragma(`user_version = ${migrations.length + 3}`);
    raw.close();
    const engine = startTestProcess(data);
    expect(await engine.greeting).toMatchObject({ t: 'refused', code: 'database-newer', params: { found: migrations.length + 3, supported: migrations.length } });
    expect(await engine.exited).toBe(3);
  }, patient);

  it('shows at the next start that the audit was changed behind its back', async () => {
    const data = testFolder();
    const auditAfterStart = async (): Promise<string> => {
      const engine = startTestProcess(data);
      await engine.greeting;
      let audit = 'pending';
      while (audit === 'pending') ({ audit } = await engine.ask<{ audit: string }>('system.storage'));
      await engine.ask('settings.set', { theme: 'dark' });
      await engine.ask('internal.close');
      engine.child.disconnect();
      await engine.exited;
      return audit;
    };
    expect(await auditAfterStart()).toBe('ok');
    const raw = new Database(join(data, 'vitrine.db'));
    raw.exec(`drop trigger audit_is_never_updated; update audit set actor = 'nobody' where seq = 1`);
    raw.close();
    expect(await auditAfterStart()).toBe('broken');
  }, patient);

  it('takes nothing in after the clean close, and ends when its host is gone', async () => {
    const engine = startTestProcess(testFolder());
    await engine.greeting;
    await engine.ask('settings.set', { theme: 'dark' });
    await engine.ask('internal.close');
    expect(await engine.call('settings.set', { theme: 'light' })).toEqual({ ok: false, error: { code: 'closing' } });
    engine.child.disconnect();
    expect(await engine.exited).toBe(0);
  }, patient);
});
