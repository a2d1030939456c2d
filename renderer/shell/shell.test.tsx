import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { refusal } from '../bridge/fake.ts';
import { renderApp } from '../testing/render-app.tsx';

const nav = () => screen.getByRole('navigation', { name: 'Places' });

describe('frame', () => {
  test('the rail leads to every place and marks the current one', async () => {
    const { user } = renderApp();
    const links = within(await screen.findByRole('navigation', { name: 'Places' })).getAllByRole('link');
    expect(links).toHaveLength(11);
    await user.click(within(nav()).getByRole('link', { name: /^Models/ }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Models' })).toBeInTheDocument();
    expect(within(nav()).getByRole('link', { name: /^Models/ })).toHaveAttribute('aria-current', 'page');
  });

  test('counts on the rail are things to do', async () => {
    renderApp();
    expect(await screen.findByRole('link', { name: 'Photos, 21 things to do' })).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: 'Models, 1 thing to do' })).toBeInTheDocument();
  });

  test('Ctrl and a digit go to a place, but not while an input method is composing', async () => {
    const { user, router } = renderApp();
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    window.dispatchEvent(new KeyboardEvent('keydown', { key: '9', code: 'Digit9', ctrlKey: true, isComposing: true }));
    expect(router.state.location.pathname).toBe('/');
    await user.keyboard('{Control>}9{/Control}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/activity'));
  });

  test('the skip link moves the focus into the page', async () => {
    const { user } = renderApp();
    await user.click(await screen.findByRole('button', { name: 'Skip to content' }));
    expect(screen.getByRole('main')).toHaveFocus();
  });

  test('the status bar tells engine, runtime, queue, sync and storage', async () => {
    renderApp();
    const bar = await screen.findByRole('contentinfo', { name: 'State of the console' });
    await waitFor(() => expect(bar).toHaveTextContent('Engine ready'));
    for (const text of ['ONNX Runtime · CPU', 'items to go', 'Sync not connected', 'used']) await waitFor(() => expect(bar).toHaveTextContent(text));
  });

  test('the status bar tells what a paused job has left', async () => {
    const paused = { id: 'j1', kind: 'photos.check', state: 'paused' as const, total: 30, done: 6, failed: 2, createdAt: 1, startedAt: 2, finishedAt: null, etaMs: null, rate: null, resumed: 0, about: null, stumbled: [], reason: null };
    renderApp({ handlers: { 'jobs.list': () => [paused] } });
    const bar = await screen.findByRole('contentinfo', { name: 'State of the console' });
    await waitFor(() => expect(bar).toHaveTextContent('Paused, 22 left'));
  });
});

describe('palette', () => {
  test('goes to the page itself by the page’s name', async () => {
    const { user } = renderApp();
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('combobox', { name: 'What do you want to do?' });
    await user.keyboard('learning');
    expect(within(screen.getByRole('listbox', { name: 'Commands' })).getAllByRole('option')[0]).toHaveTextContent('Go to Learning');
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Learning' })).toBeInTheDocument();
  });

  test('finds a command by letters, runs it with Enter, and closes', async () => {
    const { user, bridge } = renderApp();
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    await user.keyboard('{Control>}k{/Control}');
    const field = await screen.findByRole('combobox', { name: 'What do you want to do?' });
    expect(field).toHaveAttribute('aria-controls', screen.getByRole('listbox', { name: 'Commands' }).id);
    await user.type(field, 'dark');
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Dark theme']);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(bridge.log).toContainEqual({ name: 'settings.set', input: { theme: 'dark' } }));
    await waitFor(() => expect(screen.queryByRole('combobox')).not.toBeInTheDocument());
    expect(document.documentElement).toHaveAttribute('data-mantine-color-scheme', 'dark');
  });

  test('Enter that ends a composition chooses nothing', async () => {
    const { user, bridge } = renderApp({ settings: { language: 'zh-CN' } });
    await screen.findByRole('heading', { level: 1, name: '今日' });
    await user.keyboard('{Control>}k{/Control}');
    const field = await screen.findByRole('combobox');
    await user.type(field, '深色');
    act(() => void field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', isComposing: true, bubbles: true })));
    expect(screen.getByRole('combobox')).toBeInTheDocument();
    expect(bridge.log.filter(({ name }) => name === 'settings.set')).toEqual([]);
  });

  test('Esc closes it, and it opens empty again', async () => {
    const { user } = renderApp();
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'dark');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('combobox')).not.toBeInTheDocument());
    await user.keyboard('{Control>}k{/Control}');
    expect(await screen.findByRole('combobox')).toHaveValue('');
  });

  test('says when nothing matches', async () => {
    const { user } = renderApp();
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'qqq');
    expect(screen.getByText('No command matches “qqq”.')).toBeInTheDocument();
  });
});

test('? shows the sheet, with the keys of the table', async () => {
  const { user } = renderApp();
  await screen.findByRole('heading', { level: 1, name: 'Today' });
  await user.keyboard('?');
  const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  expect(within(sheet).getByText('Undo the last action').parentElement).toHaveTextContent('CtrlZ');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
});

test('the language switches live, with the document, and is stored', async () => {
  const { user, bridge } = renderApp({ path: '/settings' });
  const language = await screen.findByRole('radiogroup', { name: 'Language' });
  await user.click(within(language).getByRole('radio', { name: '中文' }));
  expect(await screen.findByRole('heading', { level: 1, name: '设置' })).toBeInTheDocument();
  expect(document.documentElement.lang).toBe('zh-CN');
  expect(bridge.log).toContainEqual({ name: 'settings.set', input: { language: 'zh-CN' } });
});

describe('engine', () => {
  test('while it restarts, a line says so and the page stays', async () => {
    const { bridge } = renderApp();
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    act(() => bridge.emit('system.engine', { state: 'restarting', restarts: 1, reason: { code: 'engine-crashed', params: {}, detail: 'SIGSEGV' } }));
    expect(await screen.findByText('The engine stopped unexpectedly')).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1, name: 'Today' })).toBeInTheDocument();
  });

  test.each(['restarting', 'stopped'] as const)('that no longer answered is named as that: %s', async (state) => {
    renderApp({ handlers: { 'system.engine': () => ({ state, restarts: 1, reason: { code: 'engine-hung', params: {}, detail: 'no answer for 20 s' } }) } });
    expect(await screen.findByText('The engine no longer answered')).toBeInTheDocument();
  });

  test('when it has stopped for good, the recovery screen says why and starts it again', async () => {
    const { user, bridge } = renderApp({ shop: { engine: 'stopped' } });
    expect(await screen.findByRole('heading', { name: 'The engine has stopped' })).toBeInTheDocument();
    expect(screen.getByText('The engine stopped several times within a minute')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Start the engine again' }));
    await user.click(screen.getByRole('button', { name: 'Show the data folder' }));
    expect(bridge.log.map(({ name }) => name)).toEqual(expect.arrayContaining(['system.restartEngine', 'system.revealData']));
  });

  test('a database of a newer version names both versions', async () => {
    renderApp({ handlers: { 'system.engine': () => ({ state: 'stopped', restarts: 0, reason: { code: 'database-newer', params: { found: 9, supported: 4 }, detail: null } }) } });
    expect(await screen.findByText(/data version 9, this Vitrine knows 4/)).toBeInTheDocument();
  });
});

test('a command that fails says what happened and what to do', async () => {
  const { user } = renderApp({ path: '/settings', handlers: { 'system.backup': () => { throw refusal('backup-failed'); } } });
  await user.click(await screen.findByRole('button', { name: 'Back up now' }));
  expect(await screen.findByText('The backup could not be written')).toBeInTheDocument();
  expect(screen.getByText(/Check that the disk has room/)).toBeInTheDocument();
});

test('a query that fails shows the error in its page; the rest goes on', async () => {
  renderApp({ path: '/models', handlers: { 'models.list': () => { throw refusal('internal', { detail: 'stack' }); } } });
  expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong inside the engine');
  expect(nav()).toBeInTheDocument();
});
