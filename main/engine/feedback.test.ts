import { describe, expect, it, onTestFinished } from 'vitest';
import { builtInChannelIds as channelIds } from '../../app/photo-check/types.ts';
import { addPhoto, sha, testAnalysis, testStore } from '../store/test-store.ts';
import { learningHandlers } from './features/learning.ts';
import { photosHandlers } from './features/photos.ts';
import { createJudging } from './judging.ts';
import { builtInPack, packJudge } from './packs.ts';

const context = { actor: { id: 'owner', role: 'owner' as const }, at: 5 };

/** A shop with one photo that is blurry to Amazon, and no more than that. */
async function blurryShop() {
  const { store } = await testStore();
  const judge = packJudge();
  const judging = createJudging({ store, judge, now: () => Date.UTC(2026, 10, 23), changed: () => {}, onError: (error) => { throw error; } });
  onTestFinished(() => judging.settle());
  const id = addPhoto(store, 'lamp.jpg');
  const flawless = testAnalysis(sha(1));
  store.analyses.put(id, { ...flawless, measures: { ...flawless.measures, sharpness: 0.6 } }, 2);
  judging.judgeOne(id);
  const photos = photosHandlers({ store, judge, judging, search: { rulesNamed: async () => () => new Set() }, wakeJobs: () => {}, changed: () => {} });
  const learning = learningHandlers({ store, judge, shelf: { of: builtInPack }, changed: () => {} });
  const rule = async (name: string) => {
    const answer = await learning.rules({}, context);
    return answer.ok ? answer.value.rules.find((one) => one.rule === name) : undefined;
  };
  return { store, id, photos, learning, rule };
}

describe('a word of staff', () => {
  it('is kept with the pack, the models and what was measured', async () => {
    const { id, learning, rule } = await blurryShop();
    expect(await learning.say({ id, rule: 'blurry', channel: 'amazon-main', word: 'right', note: '' }, context)).toMatchObject({ ok: true });
    const said = await learning.words({ rule: 'blurry' }, context);
    expect(said.ok && said.value).toMatchObject([{ photoId: id, word: 'right', channel: 'amazon-main', measured: { value: 0.6, unit: 'score' }, readings: { min: 0.6 } }]);
    expect(await rule('blurry')).toMatchObject({ found: 1, right: 1, wrong: 0, earlier: 0 });
  });

  it('"wrong" counts against the rule until it is taken back', async () => {
    const { id, photos, rule } = await blurryShop();
    const said = await photos.wrong({ id, rule: 'blurry', channel: 'amazon-main', note: 'it is velvet' }, context);
    expect(await rule('blurry')).toMatchObject({ right: 0, wrong: 1 });
    await photos.undo({ eventIds: said.ok ? said.value.eventIds : [] }, context);
    expect(await rule('blurry')).toMatchObject({ right: 0, wrong: 0 });
  });

  it('"missed" is about what was not found, "right" about what was', async () => {
    const { id, learning, rule } = await blurryShop();
    expect(await learning.say({ id, rule: 'blurry', channel: 'amazon-main', word: 'missed', note: '' }, context)).toEqual({ ok: false, error: { code: 'finding-there' } });
    expect(await learning.say({ id, rule: 'person', channel: 'amazon-main', word: 'right', note: '' }, context)).toEqual({ ok: false, error: { code: 'finding-not-there' } });
    expect(await learning.say({ id, rule: 'person', channel: 'amazon-main', word: 'missed', note: 'in the mirror' }, context)).toMatchObject({ ok: true });
    expect(await rule('person')).toMatchObject({ found: 0, missed: 1, foundAtMost: 0 });
  });

  it('draws no line where another model measured, and copies of a picture count once', async () => {
    const { store, id, learning } = await blurryShop();
    const say = (photoId: string, version: string) => {
      const word = { rule: 'blurry', channel: 'amazon-main', pack: null, demands: null, models: [{ id: 'u2netp', version }], measured: null, readings: { min: 0.6 }, note: '' };
      store.photoEvents.say(photoId, { word: 'wrong', ...word }, { actor: 'owner', at: 1 });
    };
    const suggested = async () => {
      const answer = await learning.suggestions({ rule: 'blurry' }, context);
      return answer.ok ? answer.value.suggestions.find(({ channel }) => channel === 'amazon-main') : undefined;
    };
    const words = async () => {
      const answer = await learning.words({ rule: 'blurry' }, context);
      return answer.ok ? answer.value.map(({ today }) => today) : [];
    };
    say(id, '0');
    expect(await suggested()).toBeUndefined();
    expect(await words()).toEqual([false]);
    for (const photo of [id, addPhoto(store, 'shelf.jpg'), addPhoto(store, 'shelf_2.jpg')]) say(photo, '1');
    expect(await suggested()).toMatchObject({ state: 'too-few', fine: 2, broken: 0 });
    expect(await words()).toEqual([true, true, true]);
  });

  it('of a pass over a failing rule there is none: that is counted apart', async () => {
    const { id, photos, rule } = await blurryShop();
    await photos.decide({ ids: [id], decision: 'passed' }, context);
    expect(await rule('blurry')).toMatchObject({ right: 0, wrong: 0, deeds: { passed: 1, rejected: 0 } });
  });

  it('counts for the channels the shop sells on', async () => {
    const { store, id, photos, rule } = await blurryShop();
    await photos.wrong({ id, rule: 'blurry', channel: 'amazon-main', note: '' }, context);
    store.settings.set({ channels: channelIds.filter((channel) => channel !== 'amazon-main') });
    expect(await rule('blurry')).toMatchObject({ found: 1, wrong: 0 });
  });
});
