import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { requireNode24 } from './bundled-node.mjs';
import { say, seconds } from './say.mjs';

/**
 * Draws the sample shop's pictures into out/sample-shop in a process of its own, unless what they are drawn by has not
 * changed. A first run then copies them. Rejects where the drawing fails.
 * @param {string} root the project's folder
 * @param {string} sources hash of all that draws them
 */
export async function drawSample(root, sources) {
  const folder = path.join(root, 'out', 'sample-shop');
  const note = path.join(root, 'out', 'sample-drawn-from');
  if (fs.existsSync(note) && fs.readFileSync(note, 'utf8') === sources) return;
  const start = performance.now();
  fs.rmSync(note, { force: true });
  fs.rmSync(folder, { recursive: true, force: true });
  say('sample', 'drawing the pictures of the sample shop, this once…');
  const program = path.join(root, 'assets', 'sample-shop', 'draw.ts');
  const drawing = spawn(requireNode24(root), [program, folder], { stdio: ['ignore', 'inherit', 'inherit'] });
  const code = await new Promise((resolve, reject) => drawing.once('error', reject).once('exit', resolve));
  if (code !== 0) throw new Error(`The pictures of the sample shop could not be drawn into ${folder} (exit ${code}).`);
  fs.writeFileSync(note, sources);
  say('sample', `drawn in ${seconds(start)}`);
}
