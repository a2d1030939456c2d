import type { AskEngine } from './ask-engine.ts';

/**
 * Puts the sample shop into a console that nobody has used yet: no sample there and the first-run page unanswered.
 * One that was removed stays removed.
 */
export async function offerSampleShop(ask: AskEngine): Promise<void> {
  const settings = await ask('settings.get', {});
  const state = await ask('sample.state', {});
  if (!settings.ok || !state.ok || settings.value.welcomed || state.value.installed) return;
  const installed = await ask('sample.install', {});
  if (installed.ok) await ask('settings.set', { welcomed: true });
  else process.stderr.write(`[sample] the sample shop could not be put in: ${installed.error.code} ${installed.error.detail ?? ''}\n`);
}
