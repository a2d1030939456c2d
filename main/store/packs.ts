import { transact, type WritableDb } from './db.ts';
import { pendingEventsOf, type By } from './pending-events.ts';

/** A pack as it was written; null where there is none, or the console's own holds. */
export type PackContent = Readonly<Record<string, unknown>> | null;
export type PackEdit = 'saved' | 'reset' | 'removed';

export interface PackHistoryEntry {
  readonly eventId: string;
  readonly at: number;
  readonly actor: string;
  readonly type: PackEdit;
  /** of the pack that was saved; null where none was */
  readonly version: string | null;
  readonly undone: boolean;
}

interface Payload {
  readonly pack: PackContent;
  readonly before: PackContent;
}

const aspect = 'pack.content';
const types: Readonly<Record<string, PackEdit>> = { 'pack.saved': 'saved', 'pack.reset': 'reset', 'pack.removed': 'removed' };
const read = (text: string | null): PackContent => (text === null ? null : (JSON.parse(text) as PackContent));
const payloadOf = (text: string | null): Payload | null => (text === null ? null : (JSON.parse(text) as Payload));

/**
 * Packs that staff edited or wrote. An edit is an event that holds the whole pack, and with it its version; the view
 * `projected_packs` says which holds. What is in them is not judged here.
 */
export function packsOf(db: WritableDb) {
  const events = pendingEventsOf(db);
  const standing = db.prepare<[], { channel: string; pack: string }>('select channel, pack from projected_packs where pack is not null order by channel');
  const one = db.prepare<[string], { pack: string | null }>('select pack from projected_packs where channel = ?');
  const history = db.prepare<[string], { id: string; type: string; version: string | null; actor: string; at: number; undone_at: number | null }>(
    `select id, type, payload ->> '$.pack.version' as version, actor, at, undone_at from pending_events
     where entity_kind = 'pack' and entity_id = ? and compensates is null order by seq desc`,
  );
  const versions = db.prepare<[string], { version: string }>(
    `select distinct payload ->> '$.pack.version' as version from pending_events
     where entity_kind = 'pack' and entity_id = ? and payload ->> '$.pack.version' is not null`,
  );
  const current = (channel: string): PackContent => read(one.get(channel)?.pack ?? null);

  return {
    /** every channel that has a pack of the shop's */
    standing: (): { channel: string; pack: NonNullable<PackContent> }[] =>
      standing.all().map(({ channel, pack }) => ({ channel, pack: JSON.parse(pack) as NonNullable<PackContent> })),
    /** Writes what holds from now on; null = the console's own pack, or none. Returns the event's id. */
    put: (channel: string, type: PackEdit, pack: PackContent, by: By): string =>
      transact(db, () =>
        events.write({ entityKind: 'pack', entityId: channel, type: `pack.${type}`, aspect, payload: { pack, before: current(channel) }, sample: false }, by)),
    /** newest first; what answered an undo is left out, since its entry says so */
    history: (channel: string): PackHistoryEntry[] =>
      history.all(channel).flatMap(({ id, type, version, actor, at, undone_at }): PackHistoryEntry[] => {
        const edit = types[type];
        return edit === undefined ? [] : [{ eventId: id, at, actor, type: edit, version, undone: undone_at !== null }];
      }),
    /** every version a channel ever had here, taken back or not */
    versions: (channel: string): string[] => versions.all(channel).map((row) => row.version),
    /**
     * Takes edits back, as of photos: what was never sent is retracted, what was is answered by an event that says
     * what holds without it. Returns the channels touched.
     */
    undo: (eventIds: readonly string[], by: By): { undone: number; channels: string[] } =>
      transact(db, () => {
        const found = events.standing(eventIds).filter((event) => event.entity_kind === 'pack');
        for (const event of found) {
          const before = current(event.entity_id);
          const unsent = events.takeBack(event, by.at);
          const last = payloadOf(events.lastOf('pack', event.entity_id, aspect));
          const pack = last === null ? (payloadOf(events.firstOf('pack', event.entity_id, aspect))?.before ?? null) : last.pack;
          if (unsent && JSON.stringify(current(event.entity_id)) === JSON.stringify(pack)) continue;
          events.write({
            entityKind: 'pack', entityId: event.entity_id, type: `pack.${pack === null ? 'reset' : 'saved'}`, aspect, payload: { pack, before }, sample: false, compensates: event.id,
          }, by);
        }
        return { undone: found.length, channels: [...new Set(found.map((event) => event.entity_id))] };
      }),
  };
}
export type PackStore = ReturnType<typeof packsOf>;
