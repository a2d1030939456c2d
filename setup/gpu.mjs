// npm run setup:gpu: puts in TensorFlow's own GPU runtime, which few machines can use and none needs.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { say } from './say.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const spec = '@tensorflow/tfjs-node-gpu@4.22.0';

function setUp() {
  if (process.arch !== 'x64' || (process.platform !== 'linux' && process.platform !== 'win32')) {
    say('gpu', `${spec} exists for Linux and Windows on x64 alone, not for ${process.platform}-${process.arch}.`);
    return 1;
  }
  say('gpu', 'This needs an NVIDIA driver above 450, CUDA 11.2 and cuDNN 8.1 on this machine, and downloads TensorFlow (about 400 MB).');
  const npm = spawnSync('npm', ['install', '--no-save', '--foreground-scripts', `--allow-scripts=${spec}`, spec], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    say('gpu', 'It could not be installed; npm says why above. The console keeps using ONNX Runtime, as before.');
    return 1;
  }
  const probe = "const util = require('node:util'); util.isNullOrUndefined ??= (value) => value == null; const tf = require('@tensorflow/tfjs-node-gpu'); console.log(tf.getBackend());";
  const loaded = spawnSync(process.execPath, ['-e', probe], { cwd: root, encoding: 'utf8' });
  if (loaded.status !== 0) {
    say('gpu', `It is installed but does not load: ${loaded.stderr.trim().split('\n').find((line) => line.includes('Error')) ?? 'no reason given'}`);
    say('gpu', 'The console keeps using ONNX Runtime; its Models page says so too.');
    return 1;
  }
  say('gpu', `It loads (backend "${loaded.stdout.trim()}"). The Models page shows whether it finds a GPU, and what it measures.`);
  say('gpu', '"npm ci" takes it out again; run this once more after it.');
  return 0;
}

process.exitCode = setUp();
