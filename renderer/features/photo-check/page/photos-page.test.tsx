import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { PhotoRow } from '../../../../app/contract/photos.ts';
import { fakeCounts, fakeDetail, fakeRows } from '../../../dev/fake-photos.ts';
import { axeProblems } from '../../../testing/axe.ts';
import { active, decidingShop, grid, openDesk, tile, withLayout } from '../../../testing/photo-desk.tsx';
import { renderApp } from '../../../testing/render-app.tsx';

withLayout();

describe('the grid', () => {
  test('moves in two dimensions and says where it is', async () => {
    const { user } = await openDesk();
    expect(active()).toContain('mug-blue-1');
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(active()).toContain('watch-steel-1');
    await user.keyboard('{End}');
    await waitFor(() => expect(active() ?? '').toContain('headphones-3'));
    await user.keyboard('{Home}');
    await waitFor(() => expect(active() ?? '').toContain('mug-blue-1'));
  });

  test('selects with Space, by range and all; Esc lets go', async () => {
    const { user } = await openDesk();
    await user.keyboard(' {ArrowRight}{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
    expect(screen.getByRole('toolbar', { name: '3 selected' })).toBeInTheDocument();
    await user.keyboard('{Control>}a{/Control}');
    expect(screen.getByRole('toolbar', { name: '36 selected' })).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('toolbar', { name: /selected/ })).toBeNull();
  });

  test('draws only what is in sight, however long the list', async () => {
    const many = Array.from({ length: 20_000 }, (_, index): PhotoRow => ({ ...fakeRows[0]!, id: `n${index}`, name: `photo-${index}.jpg` }));
    renderApp({ path: '/photos', handlers: { 'photos.list': () => ({ total: many.length, rows: many }) } });
    expect(await screen.findByRole('gridcell', { name: /^photo-0\.jpg/ })).toBeInTheDocument();
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '4000');
    expect(screen.getAllByRole('gridcell').length).toBeLessThan(80);
  });
});

describe('deciding by key', () => {
  test('X rejects, goes on to the next and says how many are left; Z takes it back and returns', async () => {
    const { user, bridge } = await openDesk();
    await user.keyboard('x');
    expect(active()).toContain('mug-blue-side-1');
    expect(await within(tile('mug-blue-1')).findByText('Rejected')).toBeInTheDocument();
    expect(await screen.findByText('Rejected mug-blue-1.jpg')).toBeInTheDocument();
    expect(screen.getAllByRole('status').some((status) => /^Rejected\. \d+ left$/.test(status.textContent ?? ''))).toBe(true);
    expect(bridge.log.findLast(({ name }) => name === 'photos.decide')?.input).toEqual({ ids: ['p0'], decision: 'rejected' });
    await user.keyboard('z');
    await waitFor(() => expect(within(tile('mug-blue-1')).queryByText('Rejected')).toBeNull());
    await waitFor(() => expect(active()).toContain('mug-blue-1'));
    await waitFor(() => expect(screen.getAllByRole('status').some((status) => /^Undone\. \d+ left$/.test(status.textContent ?? ''))).toBe(true));
    expect(document.body.textContent).not.toContain('{{');
  });

  test('Z takes back the last decision, also while what decisions cost is still being counted', async () => {
    const { user, bridge } = await openDesk('/photos', { 'system.storage': () => new Promise(() => undefined) });
    await user.keyboard('xx');
    await screen.findByText('Rejected mug-blue-side-1.jpg');
    await user.keyboard('z');
    await waitFor(() => expect(bridge.log.findLast(({ name }) => name === 'photos.undo')?.input).toEqual({ eventIds: ['e2'] }));
  });

  test('P passes all that are selected at once', async () => {
    const { user, bridge } = await openDesk();
    await user.keyboard(' {Shift>}{ArrowRight}{/Shift}p');
    await screen.findByText('Passed 2 photos');
    expect(bridge.log.findLast(({ name }) => name === 'photos.decide')?.input).toEqual({ ids: ['p0', 'p1'], decision: 'passed' });
    expect(active()).toContain('lamp-brass-1');
  });

  test('a photo that leaves the list hands its place to the next one', async () => {
    const { user } = await openDesk('/photos?show=to-review');
    await user.keyboard('{ArrowRight}x');
    await waitFor(() => expect(screen.queryByRole('gridcell', { name: /^lamp-brass-1/ })).toBeNull());
    expect(active()).toContain('scarf-wool-1');
  });

  test('a refused decision brings the true list back', async () => {
    const { user } = renderApp({ path: '/photos', handlers: { ...decidingShop(), 'photos.decide': () => Promise.reject(new Error('disk gone')) } });
    await screen.findByRole('gridcell', { name: /^mug-blue-1/ });
    await user.keyboard('x');
    await waitFor(() => expect(within(tile('mug-blue-1')).queryByText('Rejected')).toBeNull());
  });

  test('Ctrl+C copies the selected rows as a table', async () => {
    const { user } = await openDesk();
    await user.keyboard(' {Shift>}{ArrowRight}{/Shift}{Control>}c{/Control}');
    await screen.findByText('2 rows copied');
    const text = await navigator.clipboard.readText();
    expect(text.split('\n')).toHaveLength(3);
    expect(text).toContain('mug-blue-1.jpg\tFail');
  });
});

describe('one picture large', () => {
  test('Enter opens it, arrows change the picture, Esc goes back to the same place', async () => {
    const { user } = await openDesk();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('img', { name: 'mug-blue-1.jpg' })).toHaveAttribute('src', expect.stringContaining('media://photo/p0/preview?v='));
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(await screen.findByRole('img', { name: 'lamp-brass-1.jpg' })).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await grid();
    expect(active()).toContain('lamp-brass-1');
  });

  test('shows each finding in words, with its source, and takes "wrong" with a note, or "right"', async () => {
    const { user, bridge } = renderApp({ path: '/photos?channel=amazon-main', handlers: decidingShop() });
    await screen.findByRole('gridcell', { name: /^mug-blue-1/ });
    await user.keyboard('{Enter}');
    const finding = await screen.findByRole('article', { name: 'Product too small in the frame' });
    expect(finding).toHaveTextContent('Product fills 62% of the frame; Amazon requires at least 85%');
    expect(within(finding).getByRole('link')).toHaveAttribute('href', expect.stringContaining('sellercentral.amazon.com'));
    await user.click(within(finding).getByRole('button', { name: 'Wrong' }));
    await user.type(within(finding).getByRole('textbox'), 'it is a set');
    await user.click(within(finding).getByRole('button', { name: 'Note it' }));
    await waitFor(() =>
      expect(bridge.log.findLast(({ name }) => name === 'photos.wrong')?.input).toEqual({ id: 'p0', rule: 'fill-too-small', channel: 'amazon-main', note: 'it is a set' }),
    );
    await user.click(within(finding).getByRole('button', { name: 'Right' }));
    await waitFor(() =>
      expect(bridge.log.findLast(({ name }) => name === 'learning.say')?.input).toEqual({ id: 'p0', rule: 'fill-too-small', channel: 'amazon-main', word: 'right', note: '' }),
    );
  });

  test('M shows the mask as long as it is held; its button keeps it on', async () => {
    const measures = {
      backgroundWhiteShare: 0.4, backgroundColour: null, fill: 0.62, areaShare: 0.3, productBox: { x: 1, y: 1, width: 9, height: 9 }, maskSource: 'model' as const,
      maskConfidence: 0.9, sharpness: 1, productBrightness: 0.5, peakBrightness: 1, floorBrightness: 0, highlightsClipped: 0, shadowsCrushed: 0,
      border: null, noise: 1.2, jpegArtefacts: 0.05, colourCast: null, trueScale: 1,
      croppedEdges: [], textOverlays: [], productText: [], people: [], productColours: null,
      watermarks: [], collage: { panels: [], confidence: 0 }, separateProducts: { boxes: [], likelySet: false, confidence: 0 }, placeholder: null,
      moderation: null, clutter: { grade: 'none' as const, share: 0, items: [], confidence: 1 }, faces: [],
    };
    const { user } = renderApp({ path: '/photos', handlers: { ...decidingShop(), 'photos.get': ({ id }) => ({ ...fakeDetail(id), measures }) } });
    await screen.findByRole('gridcell', { name: /^mug-blue-1/ });
    await user.keyboard('{Enter}');
    const button = await screen.findByRole('button', { name: /^Product mask/ });
    await waitFor(() => expect(button).toBeEnabled());
    const mask = (): Element | null => document.querySelector('[data-overlay="mask"]');
    await user.keyboard('{m>}');
    expect(mask()).toHaveAttribute('src', expect.stringContaining('media://photo/p0/mask'));
    await user.keyboard('{/m}');
    expect(mask()).toBeNull();
    await user.click(button);
    expect(button).toHaveAttribute('aria-pressed', 'true');
    expect(mask()).not.toBeNull();
    expect(screen.getByRole('button', { name: /^Text/ })).toBeDisabled();
  });

  test('an action means the picture on screen, whatever is selected in the list', async () => {
    const { user, bridge } = await openDesk();
    await user.keyboard('{Control>}a{/Control}{Enter}');
    await screen.findByRole('img', { name: 'mug-blue-1.jpg' });
    await user.keyboard('x');
    await waitFor(() => expect(bridge.log.findLast(({ name }) => name === 'photos.decide')?.input).toEqual({ ids: ['p0'], decision: 'rejected' }));
  });

  test.each(['en', 'zh-CN'] as const)('has no accessibility problem in %s', async (language) => {
    const { user } = renderApp({ path: '/photos', handlers: decidingShop(), settings: { language } });
    await screen.findByRole('gridcell', { name: /^mug-blue-1/ });
    await user.keyboard(' ');
    expect(await axeProblems()).toEqual([]);
    await user.keyboard('{Enter}');
    await screen.findByRole('complementary');
    expect(await axeProblems()).toEqual([]);
  });
});

describe('taking photos in', () => {
  test('files dropped anywhere are handed to the console, and the window says so while they hover', async () => {
    const dropped: unknown[] = [];
    const report = { jobId: 'j9', added: 2, known: 1, ignored: 0 };
    const { bridge } = renderApp({
      path: '/photos',
      handlers: decidingShop(),
      importDropped: (files) => {
        dropped.push(...files);
        bridge.emit('photos.imported', report);
        return Promise.resolve({ ok: true, value: report });
      },
    });
    await grid();
    const files = [new File(['a'], 'a.jpg'), new File(['b'], 'b.jpg')];
    const drag = (type: string): void => {
      act(() => void window.dispatchEvent(Object.assign(new Event(type, { cancelable: true }), { dataTransfer: { types: ['Files'], files } })));
    };
    drag('dragenter');
    expect(screen.getByText('Drop to check')).toBeInTheDocument();
    drag('drop');
    expect(screen.queryByText('Drop to check')).toBeNull();
    expect(await screen.findByText('2 photos added; 1 was here already')).toBeInTheDocument();
    expect(dropped).toEqual(files);
  });

  test.each([
    [{ known: 12, ignored: 0 }, 'All 12 photos were here already'],
    [{ known: 0, ignored: 3 }, 'No pictures found there'],
    [{ known: 0, ignored: 0 }, 'No pictures found there'],
  ])('a folder that brings nothing new says so: %o', async (found, text) => {
    const { bridge } = renderApp({ path: '/photos', shop: { shop: 'empty' } });
    await screen.findByRole('button', { name: 'Choose a folder…' });
    act(() => bridge.emit('photos.imported', { jobId: null, added: 0, ...found }));
    expect(await screen.findByText(new RegExp(`^${text}`))).toBeInTheDocument();
  });

  test.each(['/photos', '/activity', '/'])('Ctrl+O and the system\'s menu say on %s what they brought', async (path) => {
    const { user, bridge } = renderApp({
      path,
      handlers: {
        'photos.choose': () => {
          const report = { jobId: null, added: 0, known: 7, ignored: 0 };
          bridge.emit('photos.imported', report);
          return report;
        },
      },
    });
    await screen.findByRole('heading', { level: 1 });
    await user.keyboard('{Control>}o{/Control}');
    expect(await screen.findByText('All 7 photos were here already')).toBeInTheDocument();
    expect(await screen.findAllByText('All 7 photos were here already')).toHaveLength(1);
  });

  test('files that could not be read are named, with the cause and what to do', async () => {
    const { user } = await openDesk();
    await user.click(screen.getByRole('button', { name: /^Could not be read/ }));
    const row = (await screen.findByText('headphones-3.jpg')).closest('tr');
    expect(row).toHaveTextContent('The picture breaks off: part of the file is missing.');
    expect(row).toHaveTextContent('Copy it again from the camera or the sender.');
    expect(await axeProblems()).toEqual([]);
  });

  test('before the first photo the page says what it is for and offers the next step', async () => {
    const { user, bridge } = renderApp({ path: '/photos', shop: { shop: 'empty' } });
    expect(await screen.findByText('See which photos a marketplace will refuse, and why')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Choose files…' }));
    await waitFor(() => expect(bridge.log.findLast(({ name }) => name === 'photos.choose')?.input).toEqual({ kind: 'files' }));
    expect(await axeProblems()).toEqual([]);
  });

  test('what no check will come to says so, is found by its tab and can be checked', async () => {
    const waiting = fakeRows.slice(0, 3).map((row): PhotoRow => ({ ...row, state: 'waiting', verdicts: {}, rules: [] }));
    const { user, bridge } = renderApp({
      path: '/photos',
      handlers: {
        'jobs.list': () => [],
        'photos.list': () => ({ total: 3, rows: waiting }),
        'photos.counts': () => ({ ...fakeCounts, waiting: 3, byRule: [] }),
      },
    });
    expect(await screen.findByRole('gridcell', { name: /^mug-blue-1\.jpg ?Not checked/ })).toBeInTheDocument();
    expect(screen.queryByText('No rule is broken here.')).toBeNull();
    await user.click(await screen.findByRole('button', { name: /^Not checked ?3$/ }));
    expect(bridge.log.findLast(({ name }) => name === 'photos.list')?.input).toMatchObject({ show: 'waiting' });
    await user.click(screen.getByRole('button', { name: 'Check now' }));
    await waitFor(() => expect(bridge.log.findLast(({ name }) => name === 'photos.recheck')?.input).toEqual({ ids: ['p0', 'p1', 'p2'] }));
  });

  test("the shop's own defects are among what is wrong, and open as rules do", async () => {
    const { user, bridge } = renderApp({
      path: '/photos?rule=blurry',
      handlers: { 'photos.counts': () => ({ ...fakeCounts, byOwn: [{ defect: 'own-logo-outdated', name: 'Logo outdated', count: 5 }] }) },
    });
    const asked = () => bridge.log.findLast(({ name }) => name === 'photos.list')?.input;
    const own = await screen.findByRole('button', { name: /^Logo outdated ?5$/ });
    await user.click(own);
    await waitFor(() => expect(asked()).toMatchObject({ own: 'own-logo-outdated', rule: null }));
    expect(own).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('button', { name: 'Any finding' })).toHaveAttribute('aria-pressed', 'false');
    await user.click(screen.getByRole('button', { name: 'Any finding' }));
    await waitFor(() => expect(asked()).not.toMatchObject({ own: 'own-logo-outdated' }));
  });

  test('a check under way shows where it is, and can be held', async () => {
    const { user, bridge } = await openDesk();
    const job = screen.getByRole('region', { name: 'Checking photos' });
    expect(job).toHaveTextContent('415 of 1,240');
    expect(job).toHaveTextContent('about 3m 41s left');
    await user.click(within(job).getByRole('button', { name: 'Pause' }));
    await waitFor(() => expect(bridge.log.some(({ name }) => name === 'jobs.pause')).toBe(true));
  });
});
