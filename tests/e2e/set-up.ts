import { fileURLToPath } from 'node:url';
import { buildAll } from '../../setup/build.mjs';
import { prepare } from '../../setup/prepare.mjs';

/** Before the first test: Electron, a virtual screen and a fresh build; the tests inherit the environment. */
export default async function setUp(): Promise<() => void> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  await buildAll(root);
  const prepared = await prepare(root, { alwaysVirtual: true });
  Object.assign(process.env, prepared.env, { VITRINE_SWITCHES: prepared.switches.join(' ') });
  return prepared.close;
}
