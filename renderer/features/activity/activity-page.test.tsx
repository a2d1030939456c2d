import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '../../testing/render-app.tsx';

const rowOf = async (text: string) => within((await screen.findByText(text)).closest('tr') ?? document.body);

test('each job tells where it is, how long still, and what failed', async () => {
  renderApp({ path: '/activity' });
  const running = await rowOf('415 of 1,240');
  expect(running.getByText('about 3m 41s left')).toBeInTheDocument();
  expect(running.getByText('Running')).toBeInTheDocument();
  expect(running.getByRole('progressbar')).toHaveAttribute('max', '1240');
});

test('pause, resume, cancel', async () => {
  const { user, bridge } = renderApp({ path: '/activity' });
  const running = await rowOf('415 of 1,240');
  await user.click(running.getByRole('button', { name: 'Pause' }));
  await user.click(await running.findByRole('button', { name: 'Resume' }));
  await user.click(await running.findByRole('button', { name: /^Cancel/ }));
  expect(await running.findByText('Cancelled')).toBeInTheDocument();
  expect(bridge.log.filter(({ name }) => /pause|resume|cancel/.test(name))).toEqual(['jobs.pause', 'jobs.resume', 'jobs.cancel'].map((name) => ({ name, input: { id: 'j3' } })));
});

test('only ended jobs offer to retry what failed', async () => {
  const { user, bridge } = renderApp({ path: '/activity' });
  expect((await rowOf('415 of 1,240')).queryByRole('button', { name: /Retry/ })).not.toBeInTheDocument();
  await user.click((await rowOf('36 of 36')).getByRole('button', { name: 'Retry 1 failed item' }));
  expect(bridge.log).toContainEqual({ name: 'jobs.retryFailed', input: { id: 'j1' } });
});

test('the inspector names every problem with cause and remedy', async () => {
  const { user } = renderApp({ path: '/activity' });
  await user.click((await rowOf('36 of 36')).getByRole('button', { name: 'Check photos' }));
  const inspector = await screen.findByRole('complementary', { name: 'Job' });
  expect(await within(inspector).findByText('headphones-3.jpg')).toBeInTheDocument();
  expect(within(inspector).getByText('The picture breaks off in the middle')).toBeInTheDocument();
  expect(within(inspector).getByText(/Copy it again from its source/)).toBeInTheDocument();
});

test('a job that paused by itself says why, and what to do', async () => {
  const { user } = renderApp({ path: '/activity' });
  const paused = await rowOf('21 of 80');
  expect(paused.getByText('The disk is full')).toBeInTheDocument();
  await user.click(paused.getByRole('button', { name: 'Check photos' }));
  expect(await within(await screen.findByRole('complementary', { name: 'Job' })).findByText(/^Free some space/)).toBeInTheDocument();
});

test('ended jobs are cleared, open ones stay', async () => {
  const { user } = renderApp({ path: '/activity' });
  await user.click(await screen.findByRole('button', { name: 'Clear ended jobs' }));
  await waitFor(() => expect(screen.queryByText('36 of 36')).not.toBeInTheDocument());
  expect(screen.getByText('415 of 1,240')).toBeInTheDocument();
});

test('without jobs it says what will be here', async () => {
  renderApp({ path: '/activity', shop: { shop: 'empty' } });
  expect(await screen.findByRole('heading', { name: 'No jobs' })).toBeInTheDocument();
});

test('each job names what it is about, and what failed in it', async () => {
  renderApp({ path: '/activity' });
  expect((await rowOf('36 of 36')).getByText('new/lamp-brass-1.jpg and 35 more')).toBeInTheDocument();
  expect((await rowOf('36 of 36')).getByText('headphones-3.jpg')).toBeInTheDocument();
  expect((await rowOf('415 of 1,240')).getByText('a.jpg, b.jpg and c.jpg')).toBeInTheDocument();
});

test('the count on the rail goes once the page was seen', async () => {
  localStorage.clear();
  const { user } = renderApp({ path: '/photos' });
  const rail = within(await screen.findByRole('navigation', { name: 'Places' }));
  const link = await rail.findByRole('link', { name: /^Activity.*1/ });
  await user.click(link);
  await screen.findByText('36 of 36');
  await waitFor(() => expect(rail.getByRole('link', { name: /^Activity/ })).toHaveTextContent(/^Activity$/));
});
