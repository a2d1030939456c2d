import { z } from 'zod';
import type { PhotoGroup, RuleId as RuleIdOf, StaffWord, Word } from '../../app/photo-check/index.ts';
import { ChannelId, Quantity, RuleId } from '../../app/photo-check/index.ts';
import type { ReadableDb } from './db.ts';
import { decodeProfile } from './profile.ts';

/** A word as it is kept, with what is needed to show it. */
export interface KeptWord extends StaffWord {
  readonly eventId: string;
  readonly name: string;
  readonly sha256: string | null;
  readonly measured: z.infer<typeof Quantity> | null;
  readonly readings: Readonly<Record<string, number>>;
  readonly note: string;
  readonly actor: string;
}

const Stamps = z.array(z.object({ id: z.string(), version: z.string() }));
const Payload = z.object({
  rule: RuleId,
  channel: ChannelId,
  pack: z.string().nullable(),
  demands: z.string().nullable().default(null),
  models: Stamps,
  measured: Quantity.nullable().catch(null),
  /** words of before there was any learning have none */
  readings: z.record(z.string(), z.number()).default({}),
  note: z.string().default(''),
});
const wordOf: Readonly<Record<string, Word>> = { 'photo.right': 'right', 'photo.wrong': 'wrong', 'photo.missed': 'missed' };

interface Row {
  readonly id: string;
  readonly photoId: string;
  readonly type: string;
  readonly payload: string;
  readonly actor: string;
  readonly at: number;
  readonly name: string;
  readonly sha256: string | null;
  readonly decision: StaffWord['decision'];
  /** of the photo as it is judged today; null where it is not */
  readonly profile: string | null;
}

/** What staff said of rules and did with photos, as it stands now: without what was taken back. */
export function staffWordsOf(db: ReadableDb) {
  const standing = db.prepare<[], Row>(
    `select e.id, e.entity_id as photoId, e.type, e.payload, e.actor, e.at, p.name, p.sha256, p.shown_decision as decision, v.profile
     from pending_events e join projected_photos p on p.id = e.entity_id left join verdict_profiles v on v.id = p.profile_id
     where e.aspect = 'photo.feedback' and e.undone_at is null and e.compensates is null and p.shown_removed = 0 order by e.seq`,
  );
  const groups = db.prepare<[], { profile: string; models: string; decision: StaffWord['decision']; photos: number }>(
    `select v.profile, a.models, p.shown_decision as decision, count(*) as photos
     from projected_photos p join analyses a on a.photo_id = p.id join verdict_profiles v on v.id = p.profile_id
     where p.shown_removed = 0 group by p.profile_id, a.models, p.shown_decision`,
  );

  const waived = db.prepare<[], { photoId: string; rule: string }>(
    `select w.subject_id as photoId, w.rule from projected_waivers w join projected_photos p on p.id = w.subject_id
     where w.subject_kind = 'photo' and p.shown_removed = 0`,
  );

  /** Null where it is about a rule or a channel that this console does not have. */
  function read(row: Row): KeptWord | null {
    const word = wordOf[row.type];
    const payload = Payload.safeParse(JSON.parse(row.payload));
    if (word === undefined || !payload.success) return null;
    const { id, photoId, name, sha256, decision, actor, at } = row;
    const found = row.profile === null ? [] : [...decodeProfile(row.profile)].flatMap(([channel, { broken }]) => (broken.some(([rule]) => rule === payload.data.rule) ? [channel] : []));
    return { eventId: id, photoId, name, sha256, decision, actor, at, word, found, ...payload.data };
  }

  return {
    /** the last word on each photo, rule and channel; oldest first */
    words(): KeptWord[] {
      const last = new Map<string, KeptWord>();
      for (const row of standing.all()) {
        const word = read(row);
        if (word === null) continue;
        const key = `${word.photoId} ${word.channel} ${word.rule}`;
        last.delete(key);
        last.set(key, word);
      }
      return [...last.values()];
    },
    /** findings that staff called no issue, on photos one by one */
    waivers: (): { photoId: string; rule: RuleIdOf }[] =>
      waived.all().flatMap(({ photoId, rule }) => {
        const known = RuleId.safeParse(rule);
        return known.success ? [{ photoId, rule: known.data }] : [];
      }),
    /** photos that are judged, by what counts: a few hundred groups of 20,000 photos */
    groups(): PhotoGroup[] {
      return groups.all().map(({ profile, models, decision, photos }) => ({
        photos,
        decision,
        models: Stamps.parse(JSON.parse(models)),
        broken: new Map([...decodeProfile(profile)].map(([channel, { broken }]) => [channel, broken.map(([rule]) => rule)])),
      }));
    },
  };
}
