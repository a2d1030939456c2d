import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { renderApp } from '../../testing/render-app.tsx';
import { bestMs, healthOf } from './health.ts';

const row = async (name: RegExp) => within((await screen.findByRole('rowheader', { name })).closest('tr') ?? document.body);

describe('table', () => {
  test('shows milliseconds of each runtime side by side, and none for those that are not there', async () => {
    renderApp({ path: '/models' });
    const table = await screen.findByRole('table');
    expect(within(table).getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual(['Task', 'Model', 'Licence', 'State', 'Runs on', 'ONNX', 'WASM']);
    const faces = await row(/Faces/);
    expect(faces.getByText('4.9 ms')).toBeInTheDocument();
    expect(faces.getByText('30 ms')).toBeInTheDocument();
  });

  test('one button checks and times every model, one after the other', async () => {
    const { user, bridge } = renderApp({ path: '/models' });
    await user.click(await screen.findByRole('button', { name: 'Check and measure all' }));
    await screen.findByRole('button', { name: 'Check and measure all' });
    await waitFor(() => expect(bridge.log.filter(({ name }) => name === 'models.measure')).toHaveLength(7));
    const asked = bridge.log.filter(({ name }) => name === 'models.verify' || name === 'models.measure').map(({ name, input }) => `${name} ${(input as { id: string }).id}`);
    expect(asked.slice(0, 2)).toEqual(['models.verify u2netp', 'models.measure u2netp']);
    expect(await screen.findByRole('button', { name: 'Check and measure all' })).toBeInTheDocument();
  });

  test('a damaged model says so in words, and a doubtful licence is flagged', async () => {
    renderApp({ path: '/models' });
    expect((await row(/Likeness/)).getByText('File incomplete')).toBeInTheDocument();
    expect((await row(/Product mask/)).getByText(/licence of these weights/)).toBeInTheDocument();
  });

  test('a runtime that is not there says why', async () => {
    renderApp({ path: '/models' });
    expect(await screen.findByText(/npm run setup:gpu/)).toBeInTheDocument();
    expect(screen.getByText(/emulated/)).toBeInTheDocument();
  });
});

describe('inspector', () => {
  test('opens from the table, shows the card, and closes with Esc', async () => {
    const { user } = renderApp({ path: '/models' });
    await user.click(await screen.findByRole('button', { name: 'Likeness' }));
    const inspector = screen.getByRole('complementary', { name: 'Model' });
    expect(within(inspector).getByText(/1,204,224 of 4,300,018 bytes/)).toBeInTheDocument();
    expect(within(inspector).getByText(/rules that need it stay silent/)).toBeInTheDocument();
    expect(within(inspector).getByRole('heading', { name: 'nsfw-mobilenet', level: 1 })).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('complementary')).not.toBeInTheDocument());
  });

  test('is resized by keys within its bounds', async () => {
    const { user } = renderApp({ path: '/models?model=u2netp' });
    const separator = await screen.findByRole('separator', { name: 'Width of the panel' });
    separator.focus();
    await user.keyboard('{ArrowLeft}');
    expect(separator).toHaveAttribute('aria-valuenow', '384');
    await user.keyboard('{ArrowRight>20/}');
    expect(separator).toHaveAttribute('aria-valuenow', '280');
  });

  test('"run on" offers what is there, and stores the choice', async () => {
    const { user, bridge } = renderApp({ path: '/models?model=nanodet' });
    await user.click(await screen.findByRole('button', { name: /Run on: TensorFlow.js WASM/ }));
    expect(await screen.findByRole('menuitem', { name: 'TensorFlow GPU' })).toBeDisabled();
    await user.click(screen.getByRole('menuitem', { name: 'The best there is' }));
    expect(bridge.log).toContainEqual({ name: 'models.choose', input: { id: 'nanodet', runtime: null } });
    expect(await screen.findByRole('button', { name: 'Run on: The best there is' })).toBeInTheDocument();
  });

  test('checks and measures on request', async () => {
    const { user, bridge } = renderApp({ path: '/models?model=blazeface' });
    await user.click(await screen.findByRole('button', { name: 'Check file and golden vector' }));
    expect(await screen.findByText('Passed, worst difference 2.8e-5')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Measure' }));
    expect(bridge.log.map(({ name }) => name)).toEqual(expect.arrayContaining(['models.verify', 'models.measure']));
  });
});

test('health: the file first, then the golden vector', () => {
  const passed = { passed: true, maxRelativeDifference: 1e-6 };
  expect(healthOf({ integrity: 'tampered', golden: passed }).status).toBe('fail');
  expect(healthOf({ integrity: 'verified', golden: passed }).status).toBe('pass');
  expect(healthOf({ integrity: 'verified', golden: { ...passed, passed: false } }).status).toBe('fail');
  expect(healthOf({ integrity: 'verified', golden: null }).status).toBe('info');
  expect(healthOf({ integrity: 'unchecked', golden: null }).status).toBe('neutral');
});

test('the best of several measurements counts', () => {
  const measured = [40, 38, 44].map((ms) => ({ runtime: 'onnxruntime' as const, device: 'cpu', ms, at: 0 }));
  expect(bestMs({ measured }, 'onnxruntime')).toBe(38);
  expect(bestMs({ measured }, 'tfjs-wasm')).toBeNull();
});
