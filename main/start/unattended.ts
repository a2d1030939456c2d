import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';
import type { AskEngine } from './ask-engine.ts';

const pollMs = 500;
/** without one photo's progress for this long, something is stuck */
const patienceMs = 180_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function waitUntilChecked(ask: AskEngine): Promise<void> {
  let waiting = Number.POSITIVE_INFINITY;
  let lastProgress = Date.now();
  for (;;) {
    const counts = await ask('photos.counts', {});
    const jobs = await ask('jobs.list', {});
    if (!counts.ok) throw new Error(`the engine answers ${counts.error.code}: ${counts.error.detail ?? ''}`);
    if (!jobs.ok) throw new Error(`the engine answers ${jobs.error.code}: ${jobs.error.detail ?? ''}`);
    const busy = jobs.value.some((job) => job.state === 'queued' || job.state === 'running');
    if (!busy) return;
    if (counts.value.waiting < waiting) {
      waiting = counts.value.waiting;
      lastProgress = Date.now();
    } else if (Date.now() - lastProgress > patienceMs) {
      throw new Error(`no photo was finished in ${patienceMs / 1000} s; ${waiting} are still waiting`);
    }
    await wait(pollMs);
  }
}

async function summary(ask: AskEngine): Promise<readonly string[]> {
  const counts = await ask('photos.counts', {});
  const about = await ask('models.list', {});
  if (!counts.ok) return [`no counts: ${counts.error.code}`];
  const { total, failed, byVerdict, byChannel } = counts.value;
  const lines = [
    `${total} photos checked, ${failed} could not be read`,
    `over all channels: ${byVerdict.fail} fail, ${byVerdict.warn} warn, ${byVerdict.pass} pass`,
    ...byChannel.map(({ channel, fail, warn, pass }) => `  ${channel.padEnd(16)} ${String(fail).padStart(3)} fail ${String(warn).padStart(3)} warn ${String(pass).padStart(3)} pass`),
  ];
  if (about.ok) {
    const used = about.value.models.filter((model) => model.runtime !== null).map((model) => `${model.id} (${model.runtime}, ${model.device ?? 'cpu'})`);
    if (used.length > 0) lines.push(`models: ${used.join(', ')}`);
  }
  return lines;
}

/** Waits until every photo is checked, saves a picture of the window and prints what came out. */
export async function runUnattended(window: BrowserWindow, ask: AskEngine, screenshot: string): Promise<void> {
  await waitUntilChecked(ask);
  // The page learns of the last photos by event and fetches their thumbnails: give it a moment to paint them.
  await wait(1_500);
  const image = await window.webContents.capturePage();
  await mkdir(path.dirname(screenshot), { recursive: true });
  await writeFile(screenshot, image.toPNG());
  for (const line of await summary(ask)) say(line);
  say(`screenshot: ${screenshot}`);
}
