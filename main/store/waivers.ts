import { z } from 'zod';
import { Waiver, WaiverReason, type WaiverSubject } from '../../app/photo-check/waivers.ts';
import type { ChannelId, RuleId } from '../../app/photo-check/types.ts';
import { transact, type WritableDb } from './db.ts';
import { pendingEventsOf, type By, type StoredEvent } from './pending-events.ts';
import { decodeProfile, waiveProfile } from './profile.ts';

/** What staff said of a broken rule of a subject: why it is no issue, and who says so. */
const Word = z.object({ reason: WaiverReason, note: z.string(), actor: z.string(), at: z.number() });
type Word = z.infer<typeof Word>;

export interface WaiverScope {
  readonly rule: RuleId;
  /** null = every channel */
  readonly channel: ChannelId | null;
}
interface Row {
  readonly kind: string;
  readonly id: string;
  readonly rule: string;
  readonly channel: string;
  readonly reason: string;
  readonly note: string;
  readonly actor: string;
  readonly at: number;
}

const Payload = z.object({ rule: z.string(), channel: z.string(), waived: z.number(), before: Word.nullable(), ...Word.partial().shape });
type Payload = z.infer<typeof Payload>;

const prefix = 'waiver:';
const aspectOf = ({ rule, channel }: Pick<Row, 'rule' | 'channel'>): string => `${prefix}${rule}:${channel}`;
const typeOf = (kind: string, word: Word | null): string => `${kind}.${word === null ? 'waiver-withdrawn' : 'waived'}`;
const same = (a: Word | null, b: Word | null): boolean => a?.reason === b?.reason && a?.note === b?.note;
const wordOf = ({ waived, reason, note, actor, at }: Payload): Word | null => (waived === 1 ? Word.parse({ reason, note, actor, at }) : null);

type WaiverEvent = StoredEvent & { readonly entity_kind: WaiverSubject['kind'] };
const isWaiver = (event: StoredEvent): event is WaiverEvent => event.entity_kind !== 'pack' && event.aspect.startsWith(prefix);

/**
 * Findings that staff called "not an issue". Saying so, and taking it back, writes events and touches neither photo
 * nor verdict; `project` then makes anew what lists show of a photo.
 */
export function waiversOf(db: WritableDb) {
  const events = pendingEventsOf(db);
  const columns = 'subject_kind as kind, subject_id as id, rule, channel, reason, note, actor, at';
  const ofSubject = db.prepare<[string, string], Row>(`select ${columns} from projected_waivers where subject_kind = ? and subject_id = ? order by at, rule, channel`);
  const one = db.prepare<[string, string, string, string], Row>(
    `select ${columns} from projected_waivers where subject_kind = ? and subject_id = ? and rule = ? and channel = ?`,
  );
  const rawProfile = db.prepare<[string], { profile: string }>('select v.profile from photos p join verdict_profiles v on v.id = p.profile_id where p.id = ?');
  const addProfile = db.prepare<[string]>('insert into verdict_profiles (profile) values (?) on conflict do nothing');
  const setProfile = db.prepare<[string, string]>(
    'insert or replace into waived_profiles (photo_id, profile_id) select ?, id from verdict_profiles where profile = ?',
  );
  const dropProfile = db.prepare<[string]>('delete from waived_profiles where photo_id = ?');
  const sampleOf = {
    photo: db.prepare<[string], { sample: number }>('select sample from photos where id = ?'),
    product: db.prepare<[string], { sample: number }>('select sample from products where id = ?'),
  };

  const toWaiver = (row: Row): Waiver => {
    const { kind, id, channel, ...word } = row;
    return Waiver.parse({ ...word, subject: { kind, id }, channel: channel === '' ? null : channel });
  };
  const current = ({ kind, id }: WaiverSubject, rule: string, channel: string): Word | null => {
    const row = one.get(kind, id, rule, channel);
    return row === undefined ? null : Word.parse({ reason: row.reason, note: row.note, actor: row.actor, at: row.at });
  };

  /** of the sample shop, by the subject's own row */
  const isSample = ({ kind, id }: WaiverSubject): boolean => sampleOf[kind].get(id)?.sample === 1;

  function write(subject: WaiverSubject, scope: Pick<Row, 'rule' | 'channel'>, word: Word | null, before: Word | null, by: By, compensates?: string): string {
    const { rule, channel } = scope;
    return events.write({
      entityKind: subject.kind,
      entityId: subject.id,
      type: typeOf(subject.kind, word),
      aspect: aspectOf(scope),
      payload: { rule, channel, waived: word === null ? 0 : 1, ...word, before },
      sample: isSample(subject),
      ...(compensates === undefined ? {} : { compensates }),
    }, by);
  }

  /** What holds by every event that still stands; without any, what held before the first. */
  function standing(subject: WaiverSubject, aspect: string): Word | null {
    const last = events.lastOf(subject.kind, subject.id, aspect);
    if (last !== null) return wordOf(Payload.parse(JSON.parse(last)));
    const first = events.firstOf(subject.kind, subject.id, aspect);
    return first === null ? null : Payload.parse(JSON.parse(first)).before;
  }

  function compensate(event: WaiverEvent, sent: boolean, by: By): void {
    const { rule, channel } = Payload.parse(JSON.parse(event.payload));
    const subject = { kind: event.entity_kind, id: event.entity_id };
    const word = standing(subject, event.aspect);
    const before = current(subject, rule, channel);
    if (!sent && same(before, word)) return;
    write(subject, { rule, channel }, word, before, by, event.id);
  }

  function of(photoId: string, productId: string | null): Waiver[] {
    const rows = [...ofSubject.all('photo', photoId), ...(productId === null ? [] : ofSubject.all('product', productId))];
    return rows.map(toWaiver);
  }

  return {
    /** what holds for a photo: its own waivers, then those of the product it shows */
    of,
    /** One event for each subject that this says something new of. `null` takes a waiver back. Returns the ids of the events. */
    set(subjects: readonly WaiverSubject[], { rule, channel }: WaiverScope, said: Pick<Word, 'reason' | 'note'> | null, by: By): string[] {
      const scope = { rule, channel: channel ?? '' };
      const word = said === null ? null : { ...said, actor: by.actor, at: by.at };
      return transact(db, () =>
        subjects.flatMap((subject) => {
          const before = current(subject, scope.rule, scope.channel);
          return same(before, word) ? [] : [write(subject, scope, word, before, by)];
        }),
      );
    },
    /** Takes such events back, like those on photos. Returns how many, and the subjects they were about. */
    undo(eventIds: readonly string[], by: By): { undone: number; subjects: WaiverSubject[] } {
      return transact(db, () => {
        const found = events.standing(eventIds).filter(isWaiver);
        for (const event of found) compensate(event, !events.takeBack(event, by.at), by);
        return { undone: found.length, subjects: found.map((event) => ({ kind: event.entity_kind, id: event.entity_id })) };
      });
    },
    /** Makes anew what lists show of a photo: after it was judged, after its waivers changed, or once it shows another product. */
    project(photoId: string, productId: string | null): void {
      const waivers = of(photoId, productId);
      const raw = waivers.length === 0 ? undefined : rawProfile.get(photoId);
      const profile = raw === undefined ? null : waiveProfile(decodeProfile(raw.profile), waivers);
      if (raw === undefined || profile === null) {
        dropProfile.run(photoId);
        return;
      }
      addProfile.run(profile);
      setProfile.run(photoId, profile);
    },
  };
}
export type Waivers = ReturnType<typeof waiversOf>;
