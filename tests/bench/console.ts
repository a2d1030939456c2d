import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { makeFolder, openConsole, removeFolder, type OpenedConsole } from '../e2e/harness.ts';
import setUp from '../e2e/set-up.ts';
import { until } from '../e2e/until.ts';

const starts = 3;
const settleMs = 5_000;
const checkLimitMs = 600_000;
const kilobyte = 1024;
/** Chromium's zygotes are children of the console as well, and in no list of its own; the engine is larger. */
const mostOfHelper = 90_000 * kilobyte;

function print(what: string, figure: string, target: string | null, note = ''): void {
  console.log(`${what.padEnd(36)} ${figure.padStart(10)}   ${target === null ? '' : `target ${target}`}${note === '' ? '' : `   ${note}`}`);
}

async function untilChecked({ call }: OpenedConsole): Promise<void> {
  await until(
    async () => ({ counts: await call('photos.counts', {}), jobs: await call('jobs.list', {}) }),
    ({ counts, jobs }) =>
      counts.ok && counts.value.total > 0 && counts.value.waiting === 0 && jobs.ok && jobs.value.every(({ state }) => state !== 'queued' && state !== 'running'),
    checkLimitMs,
  );
}

/** A data folder whose sample shop is installed and checked, as on every start but the first. */
async function checkedShop(): Promise<string> {
  const data = makeFolder();
  const opened = await openConsole({ data, switches: ['--sample'] });
  await untilChecked(opened);
  await opened.call('settings.set', { welcomed: true });
  await opened.close();
  return data;
}

/** Milliseconds from `start`, just before Electron is spawned, until the page has painted what the engine answered. */
async function timeToInteractive({ page }: OpenedConsole, start: number): Promise<{ window: number; interactive: number }> {
  const painted = await page.evaluate(async () => {
    const answered = async (): Promise<boolean> => {
      const engine = await window.vitrine.call('system.engine', {});
      return engine.ok && engine.value.state === 'ready' && document.querySelector('main h1, main h2') !== null && document.querySelector('main [aria-busy=true]') === null;
    };
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    while (!(await answered())) await frame();
    await frame();
    const first = performance.getEntriesByName('first-contentful-paint')[0];
    return { first: performance.timeOrigin + (first?.startTime ?? 0), all: performance.timeOrigin + performance.now() };
  });
  return { window: painted.first - start, interactive: painted.all - start };
}

/** Resident memory in bytes of the processes whose parent is `parent`; Linux alone says it without a tool. */
function childrenOnLinux(parent: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const name of process.platform === 'linux' ? readdirSync('/proc') : []) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const rss = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) * kilobyte;
      if (Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]) === parent) found.set(Number(name), rss);
    } catch {
      // It ended while this was reading.
    }
  }
  return found;
}

async function printMemory({ app }: OpenedConsole): Promise<void> {
  const { pid, metrics } = await app.evaluate((electron) => ({ pid: process.pid, metrics: electron.app.getAppMetrics() }));
  const parts = metrics.map(({ pid: id, type, memory }) => ({ id, name: type.toLowerCase(), bytes: memory.workingSetSize * kilobyte }));
  const known = new Set(parts.map(({ id }) => id));
  const engine = [...childrenOnLinux(pid)].filter(([id, bytes]) => !known.has(id) && bytes > mostOfHelper);
  const all = [...parts, ...engine.map(([id, bytes]) => ({ id, name: 'engine', bytes }))];
  const megabytes = (bytes: number): string => `${Math.round(bytes / kilobyte / kilobyte)} MB`;
  const told = all.map(({ name, bytes }) => `${name} ${megabytes(bytes)}`).join(', ');
  print('idle memory, all processes', megabytes(all.reduce((sum, { bytes }) => sum + bytes, 0)), null, told);
}

/** Checks every photo again while the page shows the desk; what kept the page from its next frame is the figure. */
async function printFrames(opened: OpenedConsole): Promise<void> {
  const { page, call } = opened;
  await page.evaluate(() => { location.hash = '#/photos'; });
  await page.locator('[role=gridcell]').first().waitFor();
  await wait(settleMs);
  await page.evaluate(() => {
    const seen: number[] = [];
    new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
    Object.assign(globalThis, { longTasks: seen });
  });
  await call('photos.recheck', { ids: null });
  await untilChecked(opened);
  await wait(settleMs / 5);
  const tasks = await page.evaluate(() => (globalThis as typeof globalThis & { readonly longTasks: number[] }).longTasks);
  print('longest task of the page, in a job', tasks.length === 0 ? '< 50 ms' : `${Math.max(...tasks).toFixed(0)} ms`, '≤ 50 ms', `${tasks.length} above 50 ms`);
}

/** The console in its real window, on a shop of sample photos that are checked already. */
export async function benchConsole(): Promise<void> {
  const tearDown = await setUp();
  console.log(`console, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}, Electron ${process.env['VITRINE_ELECTRON_SOURCE'] ?? ''}`);
  const data = await checkedShop();
  try {
    for (let i = 0; i < starts; i++) {
      const start = Date.now();
      const opened = await openConsole({ data, env: { VITRINE_CHECK_ANSWERS: '0' } });
      const { window, interactive } = await timeToInteractive(opened, start);
      print('start to interactive', `${(interactive / 1000).toFixed(2)} s`, '< 3 s', `first paint after ${(window / 1000).toFixed(2)} s`);
      if (i === starts - 1) {
        await wait(settleMs);
        await printMemory(opened);
        await printFrames(opened);
      }
      await opened.close();
    }
  } finally {
    removeFolder(data);
    tearDown();
  }
}
