import { describe, expect, it } from 'vitest';
import { chooseAdapter, webgpuFacts, type AdapterFacts } from './adapter.ts';

const facts = (description: string, fallback = false): AdapterFacts => ({ description, fallback });
const hardware = facts('nvidia ada-lovelace NVIDIA GeForce RTX 4060');

describe('the adapter that models run on', () => {
  it('is WebGPU where it is real, then WebGL where it is', () => {
    const devices = (...offered: Parameters<typeof chooseAdapter>): unknown => chooseAdapter(...offered).real?.map(({ device }) => device);
    expect(devices(hardware, hardware)).toEqual(['webgpu', 'webgl']);
    expect(devices(hardware, null)).toEqual(['webgpu']);
    expect(devices(null, facts('ANGLE (Intel, Mesa Intel(R) UHD Graphics 620)'))).toEqual(['webgl']);
    expect(devices(facts('google swiftshader'), hardware)).toEqual(['webgl']);
  });

  it.each([
    'google swiftshader SwiftShader Device (Subzero)',
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (LLVM 10.0.0)), SwiftShader driver)',
    'ANGLE (Mesa, llvmpipe (LLVM 15.0.6, 256 bits), OpenGL 4.5)',
    'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11)',
  ])('is not %s', (description) => {
    const choice = chooseAdapter(facts(description), facts(description));
    expect(choice).toMatchObject({ real: null, reason: 'software-gpu' });
    expect(choice.real === null && choice.detail).toContain(description);
  });

  it('is not a fallback adapter, whatever its name', () => {
    expect(chooseAdapter(facts('nvidia', true), null)).toMatchObject({ real: null, reason: 'software-gpu' });
  });

  it('is none where Chromium offers none', () => {
    expect(chooseAdapter(null, null)).toMatchObject({ real: null, reason: 'no-gpu' });
  });

  it.each([
    ['of the adapter', { isFallbackAdapter: true, info: { vendor: 'x' } }],
    ['of its info', { info: { vendor: 'x', isFallbackAdapter: true } }],
  ])('takes the fallback flag %s', async (_where, adapter) => {
    expect(await webgpuFacts({ requestAdapter: () => Promise.resolve(adapter) })).toEqual(facts('x', true));
  });

  it('has no WebGPU facts without WebGPU or an adapter', async () => {
    expect(await webgpuFacts(undefined)).toBeNull();
    expect(await webgpuFacts({ requestAdapter: () => Promise.resolve(null) })).toBeNull();
  });
});
