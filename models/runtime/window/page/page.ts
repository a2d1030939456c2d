import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-webgpu';
import { z } from 'zod';
import { chooseAdapter, webglFacts, webgpuFacts, type Gpu } from './adapter.ts';
import { modelServer } from './model-server.ts';

// this page's content security policy forbids the code that zod would otherwise generate
z.config({ jitless: true });

const Request = z.object({ id: z.number(), name: z.string(), input: z.unknown() });

const { gpu } = navigator as { gpu?: Gpu };
const serve = modelServer({
  tf,
  chooseAdapter: async () => chooseAdapter(await webgpuFacts(gpu), webglFacts(document.createElement('canvas'))),
});

async function answer(port: MessagePort, message: unknown): Promise<void> {
  const { id, name, input } = Request.parse(message);
  try {
    port.postMessage({ id, result: { ok: true, value: await serve(name, input) } });
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    port.postMessage({ id, result: { ok: false, error: { code: 'runtime-unavailable', detail } } });
  }
}

// the preload hands over the one port to the host; a page of another origin cannot
window.addEventListener('message', ({ origin, ports: [port] }) => {
  if (origin !== window.location.origin || port === undefined) return;
  port.addEventListener('message', ({ data }) => void answer(port, data));
  port.start();
});
