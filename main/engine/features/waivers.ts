import type { Handlers } from '../../../app/contract/handlers.ts';
import type { Contract } from '../../../app/contract/index.ts';
import { ok } from '../../../app/kernel/result.ts';
import type { WaiverSubject } from '../../../app/photo-check/waivers.ts';
import type { Store } from '../../store/index.ts';

export interface WaiversParts {
  readonly store: Store;
  readonly changed: (photoIds: readonly string[]) => void;
}

/** Calls about findings that are no issue: said, taken back, undone. What lists show follows in the same transaction. */
export function waiversHandlers({ store, changed }: WaiversParts): Handlers<Contract['waivers']> {
  const photosOf = (subjects: readonly WaiverSubject[]): string[] => [
    ...new Set(subjects.flatMap(({ kind, id }) => (kind === 'photo' ? [id] : store.productLinks.photosOf(id)))),
  ];
  const project = (photoIds: readonly string[]): void => photoIds.forEach((id) => store.waivers.project(id, store.productLinks.productOf(id)?.id ?? null));

  /** Those photos that exist, or their products where one is known and asked for; each once. */
  function subjectsOf(photoIds: readonly string[], scope: WaiverSubject['kind']): WaiverSubject[] {
    const subjects = new Map<string, WaiverSubject>();
    for (const photoId of photoIds) {
      if (store.photos.byId(photoId) === null) continue;
      const product = scope === 'product' ? store.productLinks.productOf(photoId) : null;
      const subject = product === null ? { kind: 'photo' as const, id: photoId } : { kind: 'product' as const, id: product.id };
      subjects.set(`${subject.kind} ${subject.id}`, subject);
    }
    return [...subjects.values()];
  }

  /** Tells of the photos once what they show was made anew. */
  function follow<T extends { readonly subjects: readonly WaiverSubject[] }>(work: () => T): T {
    let photoIds: string[] = [];
    const done = store.transact(() => {
      const result = work();
      photoIds = photosOf(result.subjects);
      project(photoIds);
      return result;
    });
    if (photoIds.length > 0) changed(photoIds);
    return done;
  }

  return {
    waive({ photoIds, rules, channel, scope, reason, note }, { actor, at }) {
      const { eventIds } = follow(() => {
        const subjects = subjectsOf(photoIds, scope);
        return { subjects, eventIds: rules.flatMap((rule) => store.waivers.set(subjects, { rule, channel }, { reason, note }, { actor: actor.id, at })) };
      });
      return ok({ eventIds });
    },
    withdraw({ subject, rule, channel }, { actor, at }) {
      const { eventIds } = follow(() => ({
        subjects: [subject],
        eventIds: store.waivers.set([subject], { rule, channel }, null, { actor: actor.id, at }),
      }));
      return ok({ eventIds });
    },
    undo({ eventIds }, { actor, at }) {
      const { undone } = follow(() => store.waivers.undo(eventIds, { actor: actor.id, at }));
      return ok({ undone });
    },
  };
}
