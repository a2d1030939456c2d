import type { DefectRow, NextPicture } from '../../app/contract/defects.ts';
import type { Label, Report } from '../../app/photo-check/learning/defects/types.ts';
import { refusal, type FakeHandlers } from '../bridge/fake.ts';
import { fakeRows } from './fake-photos.ts';

const at = Date.UTC(2026, 10, 23, 8, 0);

export const fakeReport: Report = {
  good: 16, bad: 16, goodGroups: 16, badGroups: 15, folds: 5, rounds: 3, ridge: 0.1, calmed: true,
  accuracy: { share: 0.875, low: 0.719, high: 0.95 }, chance: 0.5,
  balanced: { share: 0.875, low: 0.72, high: 0.94 }, caught: { share: 0.81, low: 0.57, high: 0.93 }, spared: { share: 0.94, low: 0.72, high: 0.99 },
  area: { share: 0.92, low: 0.79, high: 0.98 },
  calibration: { brier: 0.098, guess: 0.25, bins: [{ pictures: 14, said: 0.08, was: 0.07 }, { pictures: 0, said: 0, was: 0 }, { pictures: 4, said: 0.5, was: 0.5 }, { pictures: 2, said: 0.7, was: 0.5 }, { pictures: 12, said: 0.94, was: 1 }] },
  usable: true,
};

const defect = (id: string, name: string, rest: Partial<DefectRow>): DefectRow => ({
  id, name, about: '', createdAt: at, enabled: false, good: 0, bad: 0, skipped: 0, missingGood: 8, missingBad: 8, unlabelled: 36, newLabels: 0,
  version: null, offered: null, versions: [], outdated: false, training: false, warns: 0, judged: 36, ...rest,
});

const some: readonly DefectRow[] = [
  defect('own-logo-outdated', 'Logo outdated', {
    about: 'The blue logo of before 2025', enabled: true, good: 16, bad: 16, missingGood: 0, missingBad: 0, unlabelled: 4, newLabels: 2,
    version: 1, versions: [{ version: 1, trainedAt: at, report: fakeReport }], warns: 5,
  }),
  defect('own-creased', 'Creased shirt', { good: 9, bad: 5, missingGood: 0, missingBad: 3, unlabelled: 22 }),
];

const named = (index: number) => {
  const row = fakeRows[index];
  return { photoId: row?.id ?? '', name: row?.name ?? '', sha256: row?.sha256 ?? null };
};

/** Defects that remember what is done to them, as the engine would; training is done at once. */
export function fakeDefects(empty: boolean): FakeHandlers {
  let defects = empty ? [] : [...some];
  const labels = new Map<string, Label>();
  const change = (id: string, rest: Partial<DefectRow>): void => {
    if (!defects.some((one) => one.id === id)) throw refusal('defect-not-found');
    defects = defects.map((one) => (one.id === id ? { ...one, ...rest } : one));
  };
  const of = (id: string): DefectRow | undefined => defects.find((one) => one.id === id);
  const why: readonly NextPicture['why'][] = ['uncertain', 'likely-bad', 'different'];
  return {
    'defects.list': () => defects,
    'defects.next': ({ count }) =>
      fakeRows.flatMap(({ id, name, sha256 }, n) => (labels.has(id) ? [] : [{ photoId: id, name, sha256, why: why[n % 3] ?? 'typical', probability: 0.54, nearest: 0.61 }])).slice(0, count),
    'defects.labels': ({ id }) => ((of(id)?.bad ?? 0) === 0 ? [] : [0, 1, 2].map((n) => ({ ...named(n), path: `/home/shop/${named(n).name}`, label: n === 1 ? ('good' as const) : ('bad' as const), actor: 'owner', at }))),
    'defects.found': ({ id }) => ((of(id)?.version ?? null) === null ? [] : [3, 4, 5].map((n) => ({ ...named(n), probability: 0.97 - n / 20 }))),
    'defects.ofPhoto': ({ photoId }) =>
      photoId !== 'p3' || empty ? [] : [{ defect: 'own-logo-outdated', name: 'Logo outdated', about: '', probability: 0.82, version: 1, trainedAt: at, pictures: 32, like: [named(0), named(2)], label: null }],
    'defects.create': ({ name, about }) => {
      const id = `own-${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`;
      defects = [...defects, defect(id, name, { about })];
      return { id };
    },
    'defects.edit': ({ id, ...rest }) => {
      change(id, rest);
      return {};
    },
    'defects.remove': ({ id }) => {
      defects = defects.filter((one) => one.id !== id);
      return {};
    },
    'defects.restore': ({ id }) => {
      defects = [...defects, ...some.filter((one) => one.id === id)];
      return {};
    },
    'defects.label': ({ id, photoIds, label }) => {
      for (const photo of photoIds) {
        if (label === null) labels.delete(photo);
        else labels.set(photo, label);
      }
      const count = (wanted: Label): number => [...labels.values()].filter((one) => one === wanted).length;
      change(id, { good: count('good'), bad: count('bad'), missingGood: Math.max(0, 8 - count('good')), missingBad: Math.max(0, 8 - count('bad')) });
      return { eventIds: photoIds.map((photo) => `e-${photo}`) };
    },
    'defects.train': ({ id }) => {
      change(id, { version: 1, versions: [{ version: 1, trainedAt: at, report: fakeReport }], newLabels: 0, warns: 5 });
      return { jobId: 'j9' };
    },
    'defects.switch': ({ id, on }) => {
      change(id, { enabled: on });
      return {};
    },
    'defects.use': ({ id, version }) => {
      change(id, { version });
      return {};
    },
  };
}
