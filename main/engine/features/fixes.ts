import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Handlers } from '../../../app/contract/handlers.ts';
import type { Contract } from '../../../app/contract/index.ts';
import { ok } from '../../../app/kernel/result.ts';
import { planFix, type ChannelId, type FixPlan, type RuleId, type UnfixableReason } from '../../../app/photo-check/index.ts';
import type { NewFix } from '../../store/fixes.ts';
import type { Store } from '../../store/index.ts';
import type { FixedCopies } from '../fixed-copies.ts';
import { fixItem, photosFixKind, readFixItem } from '../jobs/photos-fix.ts';
import type { PhotoJudge } from '../photo-ports.ts';
import { letCallsThrough } from '../turns.ts';

export interface FixesParts {
  readonly store: Store;
  readonly judge: Pick<PhotoJudge, 'pack'>;
  readonly copies: FixedCopies;
  readonly wakeJobs: () => void;
  readonly changed: (photoIds: readonly string[]) => void;
  readonly now: () => number;
}

type Scope = z.output<Contract['fixes']['calls']['plan']['input']>;

interface Planned {
  readonly photoId: string;
  readonly name: string;
  /** of the bytes that were measured */
  readonly sha256: string;
  readonly plan: FixPlan;
}

/** Photos planned before others are let through. */
const batch = 40;

/** What is known without a try: nothing can be done, and why. */
const attemptOf = ({ photoId, sha256, plan }: Planned, jobId: string, madeBy: string, madeAt: number): NewFix => ({
  id: randomUUID(), photoId, channel: plan.channel, jobId, sourceSha256: sha256, file: null, plan, outcome: null, models: [], madeBy, madeAt,
});

/** Calls about fixed copies: dry runs, making them, and what staff say of them. */
export function fixesHandlers({ store, judge, copies, wakeJobs, changed, now }: FixesParts): Handlers<Contract['fixes'], 'export' | 'reveal'> {
  /** The channels a photo is to be mended for: the one asked for, or those that refuse it, or else warn. */
  function channelsFor(verdicts: ReturnType<Store['analyses']['verdicts']>, { channel, rule }: Scope): ChannelId[] {
    const speaks = (id: ChannelId): boolean => rule === null || (verdicts[id]?.findings.some((finding) => finding.rule === rule) ?? false);
    if (channel !== 'all') return speaks(channel) ? [channel] : [];
    const judged = store.settings.get().channels.filter((id) => verdicts[id] !== undefined && speaks(id));
    const refusing = judged.filter((id) => verdicts[id]?.verdict === 'fail');
    return refusing.length > 0 ? refusing : judged.filter((id) => verdicts[id]?.verdict === 'warn');
  }

  function plansOf(photoId: string, scope: Scope): Planned[] {
    const record = store.photos.byId(photoId);
    const analysis = store.analyses.get(photoId);
    if (record === null || analysis === null) return [];
    const verdicts = store.analyses.verdicts(photoId);
    return channelsFor(verdicts, scope).flatMap((channel) => {
      const verdict = verdicts[channel];
      const pack = judge.pack(channel, now());
      if (verdict === undefined || pack === null) return [];
      return [{ photoId, name: record.name, sha256: analysis.photo.sha256, plan: planFix({ photo: analysis.photo, measures: analysis.measures, verdict, pack }) }];
    });
  }

  async function plan(scope: Scope): Promise<Planned[]> {
    const planned: Planned[] = [];
    const ids = [...new Set(scope.ids)];
    for (let from = 0; from < ids.length; from += batch) {
      if (from > 0) await letCallsThrough();
      for (const id of ids.slice(from, from + batch)) planned.push(...plansOf(id, scope));
    }
    return planned;
  }

  return {
    async plan(scope) {
      const counts = { yes: 0, partly: 0, no: 0, nothing: 0 };
      const reasons = new Map<string, { rule: RuleId; reason: UnfixableReason; count: number }>();
      for (const { plan: { fixable, unfixable } } of await plan(scope)) {
        counts[fixable] += 1;
        for (const { rule, reason } of unfixable) {
          const key = `${rule} ${reason}`;
          reasons.set(key, { rule, reason, count: (reasons.get(key)?.count ?? 0) + 1 });
        }
      }
      return ok({ counts, reasons: [...reasons.values()].sort((a, b) => b.count - a.count) });
    },
    async apply(scope, { actor, at }) {
      const planned = (await plan(scope)).filter((one) => one.plan.fixable !== 'nothing');
      if (planned.length === 0) return ok({ jobId: null, items: 0 });
      const doable = planned.filter((one) => one.plan.steps.length > 0);
      const items = doable.map(({ photoId, name, plan: { channel } }) => ({ item: fixItem(photoId, channel), name }));
      const hopeless = planned.filter((one) => one.plan.steps.length === 0);
      const { jobId, unneeded } = store.transact(() => {
        const id = store.jobs.create(photosFixKind, { actor: actor.id }, items, at);
        return { jobId: id, unneeded: hopeless.flatMap((one) => store.fixes.put(attemptOf(one, id, actor.id, at))) };
      });
      copies.forget(unneeded);
      wakeJobs();
      return ok({ jobId, items: items.length });
    },
    ofJob({ jobId }) {
      const failed = store.jobItems.problems(jobId).flatMap(({ item, name, code }) => {
        const target = readFixItem(item);
        return target === null ? [] : [{ ...target, name, code }];
      });
      const job = store.jobs.byId(jobId);
      const waiting = job !== null && job.finishedAt === null ? store.jobItems.waiting(jobId).length : 0;
      return ok({ rows: store.fixes.ofJob(jobId), failed, waiting });
    },
    ofPhoto: ({ photoId }) => ok(store.fixes.ofPhoto(photoId)),
    accept({ ids }, { actor, at }) {
      const { eventIds, photoIds } = store.fixEvents.accept(ids, { actor: actor.id, at });
      changed(photoIds);
      return ok({ eventIds });
    },
    discard({ ids }) {
      const rows = store.fixes.byIds(ids);
      const files = store.transact(() => ids.flatMap((id) => store.fixes.discard(id) ?? []));
      copies.forget(files);
      changed([...new Set(rows.map(({ photoId }) => photoId))]);
      return ok({ discarded: files.length });
    },
    revert({ ids }, { actor, at }) {
      const { eventIds, photoIds } = store.fixEvents.revert(ids, { actor: actor.id, at });
      changed(photoIds);
      return ok({ eventIds });
    },
    undo({ eventIds }, { actor, at }) {
      const { undone, photoIds } = store.fixEvents.undo(eventIds, { actor: actor.id, at });
      changed(photoIds);
      return ok({ undone });
    },
  };
}
