import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { fakeDefects, fakeReport } from '../../../../dev/fake-defects.ts';
import { axeProblems } from '../../../../testing/axe.ts';
import { renderApp } from '../../../../testing/render-app.tsx';

const path = '/photos/learning?tab=defects';
const panel = () => within(screen.getByRole('complementary', { name: 'Own defect' }));

describe('the list', () => {
  test('tells how each defect stands, with interval', async () => {
    renderApp({ path });
    const table = within(await screen.findByRole('table'));
    const logo = within(table.getByRole('rowheader', { name: 'Logo outdated' }).closest('tr') ?? document.body);
    expect(logo.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['Warns', '16', '16', '88% (72%–94%)', '5 of 36']);
    expect(table.getByText('Needs pictures')).toBeInTheDocument();
  });

  test('says what own defects are for while there are none', async () => {
    renderApp({ path, shop: { shop: 'empty' } });
    expect(await screen.findByText('Teach the console a defect of your own')).toBeInTheDocument();
  });
});

describe('one defect', () => {
  test('shows what it can do beside what guessing would, its pictures, and nothing axe complains of', async () => {
    renderApp({ path: `${path}&defect=own-logo-outdated` });
    await screen.findByRole('complementary', { name: 'Own defect' });
    expect(panel().getByText('Better than guessing on products it has not seen.')).toBeInTheDocument();
    expect(panel().getAllByText('guessing: 50%')).toHaveLength(3);
    expect(panel().getByText(/16 good pictures of 16 products, 16 bad ones of 15/)).toBeInTheDocument();
    expect(panel().getByText('Would warn about 5 of 36 photos. A warning, never a refusal.')).toBeInTheDocument();
    expect(await panel().findByRole('link', { name: /82%/ })).toHaveAttribute('href', '/photos?photo=p3');
    expect(await axeProblems()).toEqual([]);
  });

  test('is switched off and on again, each with an undo', async () => {
    const { user, bridge } = renderApp({ path: `${path}&defect=own-logo-outdated` });
    await user.click(await screen.findByRole('switch', { name: /Warn about this defect/ }));
    await screen.findByText('“Logo outdated” no longer warns');
    expect(bridge.log.findLast(({ name }) => name === 'defects.switch')?.input).toEqual({ id: 'own-logo-outdated', on: false });
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(bridge.log.findLast(({ name }) => name === 'defects.switch')?.input).toEqual({ id: 'own-logo-outdated', on: true }));
  });

  test('offers a newer version that did not take over, beside the one in use, with an undo', async () => {
    const worse = { ...fakeReport, balanced: { share: 0.8, low: 0.66, high: 0.9 } };
    const shop = fakeDefects(false);
    const { user, bridge } = renderApp({
      path: `${path}&defect=own-logo-outdated`,
      handlers: { 'defects.list': async (input) => ((await shop['defects.list']?.(input)) ?? []).map((one) => ({ ...one, offered: 2, versions: [{ version: 2, trainedAt: 2, report: worse }, ...one.versions] })) },
    });
    expect(await screen.findByText('Version 2 is newer and was not put into use by itself. It tells apart 80% (66%–90%), version 1 in use 88% (72%–94%).')).toBeInTheDocument();
    await user.click(panel().getByRole('button', { name: 'Use version 2' }));
    await screen.findByText('Version 2 is in use');
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(bridge.log.filter(({ name }) => name === 'defects.use').map(({ input }) => input)).toEqual([{ id: 'own-logo-outdated', version: 2 }, { id: 'own-logo-outdated', version: 1 }]));
  });

  test('cannot be switched on while it is no better than guessing, and says so', async () => {
    const guessing = { ...fakeReport, usable: false, balanced: { share: 0.52, low: 0.37, high: 0.66 } };
    const shop = fakeDefects(false);
    renderApp({
      path: `${path}&defect=own-creased`,
      handlers: { 'defects.list': async (input) => ((await shop['defects.list']?.(input)) ?? []).map((one) => ({ ...one, enabled: false, version: null, versions: [{ version: 1, trainedAt: 1, report: guessing }] })) },
    });
    expect(await screen.findByRole('switch', { name: /Warn about this defect/ })).toBeDisabled();
    expect(panel().getByText(/No better than guessing, as far as these pictures tell/)).toBeInTheDocument();
    expect(screen.getAllByText('No better than guessing')).toHaveLength(2);
  });

  test('cannot be trained before there are pictures enough', async () => {
    renderApp({ path: `${path}&defect=own-creased` });
    expect(await screen.findByText('Still needed: 0 good, 3 bad, of different products.')).toBeInTheDocument();
    expect(panel().getByRole('button', { name: 'Train' })).toBeDisabled();
  });

  test('tells how far its training is', async () => {
    const shop = fakeDefects(false);
    const { bridge } = renderApp({
      path: `${path}&defect=own-creased`,
      handlers: { 'defects.list': async (input) => ((await shop['defects.list']?.(input)) ?? []).map((one) => ({ ...one, training: true })) },
    });
    expect(await screen.findByText('Training will begin shortly.')).toBeInTheDocument();
    act(() => bridge.emit('defects.progress', { id: 'own-creased', done: 5, total: 16 }));
    expect(await screen.findByText('Training, step 5 of 16.')).toBeInTheDocument();
  });

  test('is removed, and brought back by undo', async () => {
    const { user } = renderApp({ path: `${path}&defect=own-logo-outdated` });
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(screen.queryByRole('rowheader', { name: 'Logo outdated' })).toBeNull());
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByRole('rowheader', { name: 'Logo outdated' })).toBeInTheDocument();
  });

  test('gives its labels away as a table', async () => {
    const { user } = renderApp({ path: `${path}&defect=own-logo-outdated` });
    await user.click(await screen.findByRole('button', { name: 'Copy labels as a table' }));
    await screen.findByText('3 labels copied');
    expect((await navigator.clipboard.readText()).split('\n')).toEqual(expect.arrayContaining(['File\tLabel\tBy\tAt', expect.stringContaining('mug-blue-1.jpg\tBad\towner')]));
  });
});

describe('labelling', () => {
  test('goes by key from picture to picture, and Z takes the last one back', async () => {
    const { user, bridge } = renderApp({ path: `${path}&defect=own-creased&label=1` });
    expect(await screen.findByRole('img', { name: 'mug-blue-1.jpg' })).toHaveAttribute('src', expect.stringContaining('media://photo/p0/preview'));
    expect(screen.getByText('Asked because the console cannot tell.')).toBeInTheDocument();
    expect(screen.getByText('Likely bad: 54%.')).toBeInTheDocument();
    await user.keyboard('g');
    expect(await screen.findByRole('img', { name: 'mug-blue-side-1.jpg' })).toBeInTheDocument();
    await user.keyboard('b');
    expect(await screen.findByRole('img', { name: 'lamp-brass-1.jpg' })).toBeInTheDocument();
    await user.keyboard('s');
    await waitFor(() => expect(screen.queryByRole('img', { name: 'lamp-brass-1.jpg' })).toBeNull());
    const said = bridge.log.filter(({ name }) => name === 'defects.label').map(({ input }) => input as { photoIds: string[]; label: string });
    expect(said.map(({ photoIds, label }) => [photoIds[0], label])).toEqual([['p0', 'good'], ['p1', 'bad'], ['p2', 'skip']]);
    await user.keyboard('z');
    await waitFor(() => expect(bridge.log.findLast(({ name }) => name === 'photos.undo')?.input).toEqual({ eventIds: ['e-p2'] }));
    expect(await screen.findByRole('img', { name: 'lamp-brass-1.jpg' })).toBeInTheDocument();
  });

  test('asks anew when a person comes back to it', async () => {
    const { user } = renderApp({ path: `${path}&defect=own-creased&label=1` });
    await screen.findByRole('img', { name: 'mug-blue-1.jpg' });
    await user.keyboard('b');
    await screen.findByRole('img', { name: 'mug-blue-side-1.jpg' });
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('link', { name: 'Label pictures' }));
    expect(await screen.findByRole('img', { name: 'mug-blue-side-1.jpg' })).toBeInTheDocument();
  });

  test('asks for more before it runs out, and trains when there is enough', async () => {
    const { user, bridge } = renderApp({ path: `${path}&defect=own-creased&label=1` });
    await screen.findByRole('img', { name: 'mug-blue-1.jpg' });
    for (let n = 0; n < 16; n++) {
      await user.keyboard(n % 2 === 0 ? 'g' : 'b');
      await waitFor(() => expect(bridge.log.filter(({ name }) => name === 'defects.label')).toHaveLength(n + 1));
    }
    const labelled = bridge.log.filter(({ name }) => name === 'defects.label').flatMap(({ input }) => (input as { photoIds: string[] }).photoIds);
    expect(new Set(labelled).size).toBe(16);
    expect(bridge.log.filter(({ name }) => name === 'defects.next').length).toBeGreaterThan(1);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Train' })).toBeEnabled());
    await user.click(screen.getByRole('button', { name: 'Train' }));
    expect(await screen.findByText('Better than guessing on products it has not seen.')).toBeInTheDocument();
  });

  test('begins when a defect is named, from the palette on', async () => {
    const { user } = renderApp();
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'new defect');
    await user.keyboard('{Enter}');
    await user.type(await screen.findByRole('textbox', { name: /Name/ }), 'Tag visible');
    await user.click(screen.getByRole('button', { name: 'Create and label pictures' }));
    expect(await screen.findByText('Is this “Tag visible”?')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('complementary', { name: 'Own defect' })).toBeInTheDocument();
  });
});

describe('on a photo', () => {
  test('an own defect is a warning with what it goes by, and takes a word', async () => {
    const { user, bridge } = renderApp({ path: '/photos?photo=p3' });
    const card = within(await screen.findByRole('article', { name: 'Logo outdated' }));
    expect(card.getByText('Likely “Logo outdated”: 82%.')).toBeInTheDocument();
    expect(card.getByText(/own-logo-outdated, version 1, learnt from 32 pictures/)).toBeInTheDocument();
    expect(card.getAllByRole('link')).toHaveLength(2);
    await user.click(card.getByRole('button', { name: 'Wrong' }));
    await waitFor(() => expect(bridge.log.findLast(({ name }) => name === 'defects.label')?.input).toEqual({ id: 'own-logo-outdated', photoIds: ['p3'], label: 'good' }));
  });

  test('that was missed is told among the rules, and labels the photo', async () => {
    const { user, bridge } = renderApp({ path: '/photos?photo=p3' });
    await user.click(await screen.findByRole('button', { name: 'Missed something?' }));
    await user.selectOptions(screen.getByRole('combobox', { name: /What should have been found/ }), 'Creased shirt');
    expect(screen.queryByRole('option', { name: 'Logo outdated' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Note it' }));
    await waitFor(() => expect(bridge.log.findLast(({ name }) => name === 'defects.label')?.input).toEqual({ id: 'own-creased', photoIds: ['p3'], label: 'bad' }));
  });
});
