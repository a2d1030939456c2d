import { askEngine } from './ask-engine.ts';
import { offerSampleShop } from './sample-shop.ts';
import { runUnattended } from './unattended.ts';
import type { BrowserWindow } from 'electron';
import type { Actor } from '../../app/contract/wire.ts';
import type { EngineClient } from './engine-client.ts';
import type { Switches } from './switches.ts';

/** Does what the command line asked for. Resolves with the exit code where the console is to end, else null. */
export async function runErrands(switches: Switches, window: BrowserWindow, client: EngineClient, actor: () => Actor): Promise<number | null> {
  const ask = askEngine(client, actor);
  if (switches.sample) await offerSampleShop(ask);
  if (switches.unattended === null) return null;
  try {
    await runUnattended(window, ask, switches.unattended);
    return 0;
  } catch (cause) {
    process.stderr.write(`[start] ${cause instanceof Error ? cause.message : String(cause)}\n`);
    return 1;
  }
}
