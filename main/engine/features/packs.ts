import type { Handlers } from '../../../app/contract/handlers.ts';
import type { Contract } from '../../../app/contract/index.ts';
import type { PackRow } from '../../../app/contract/packs.ts';
import { err, ok } from '../../../app/kernel/result.ts';
import {
  fieldsOf, idFor, isBuiltIn, nextVersion, packOn, packSchemaVersion, readPack, ruleIds, sameDemands, starterOf, withDraft, type ChannelId, type ChannelPack,
} from '../../../app/photo-check/index.ts';
import type { Store } from '../../store/index.ts';
import type { PackEdit } from '../../store/packs.ts';
import type { By } from '../../store/pending-events.ts';
import type { Emit } from '../emitter.ts';
import type { Judging } from '../judging.ts';
import { builtInPack, type PackShelf } from '../packs.ts';
import type { Comparison, WhatIf } from '../what-if.ts';
import { localDay } from '../../../app/kernel/day.ts';

export interface PacksParts {
  readonly store: Store;
  readonly shelf: PackShelf;
  readonly judging: Pick<Judging, 'notePacks' | 'settleSoon'>;
  readonly whatIf: WhatIf;
  readonly emit: Emit;
}

/** A change of a pack by which a photo may fare worse on a day to come. */
interface Announced {
  readonly pack: ChannelPack;
  readonly change: ChannelPack['upcoming'][number];
}

/** What an edit of a pack comes to; `pack` null = the console's own holds again. */
interface Edit {
  readonly type: PackEdit;
  readonly pack: ChannelPack | null;
  /** that holds with it */
  readonly version: string;
}

const worse = (from: string | null, to: string): boolean => to === 'fail' || (to === 'warn' && from === 'pass');

/** The pack with one announced change in force already. */
const withChange = ({ pack, change }: Announced): Comparison => ({
  before: pack,
  after: { ...pack, requirements: [...pack.requirements, change.requirement] },
});

/** Calls about channel packs: each edit is a new version, an event that can be undone, and makes verdicts anew. */
export function packsHandlers({ store, shelf, judging, whatIf, emit }: PacksParts): Handlers<Contract['packs'], 'import' | 'export'> {
  /** Stores and tells; what was measured is judged again by the new pack, in the background. */
  function apply<T>(channels: (written: T) => readonly ChannelId[], write: () => T): T {
    try {
      const written = store.transact(() => {
        const result = write();
        shelf.changed();
        judging.notePacks();
        return result;
      });
      const touched = channels(written);
      if (touched.length > 0) emit('packs.changed', { channels: [...touched] });
      judging.settleSoon();
      return written;
    } finally {
      shelf.changed();
    }
  }

  const put = (channel: ChannelId, type: PackEdit, pack: ChannelPack | null, by: By): string =>
    apply(() => [channel], () => store.packs.put(channel, type, pack, by));

  /** A channel that is new is one the shop sells on, or it would not have made it. */
  function sellOn(channel: ChannelId): void {
    const { channels } = store.settings.get();
    if (channels.includes(channel)) return;
    emit('settings.changed', store.settings.set({ channels: [...channels, channel] }));
  }

  const dated = (pack: ChannelPack, at: number): ChannelPack => {
    const shipped = builtInPack(pack.channel);
    const known = [...store.packs.versions(pack.channel), ...(shipped === null ? [] : [shipped.version])];
    return { ...pack, version: nextVersion(localDay(at), known) };
  };

  /** Null where what is asked for is what holds. */
  function editOf(draft: ChannelPack, at: number): Edit | null {
    const standing = shelf.of(draft.channel);
    const shipped = builtInPack(draft.channel);
    if (standing !== null && sameDemands(draft, standing)) return null;
    if (shipped !== null && sameDemands(draft, shipped)) return { type: 'reset', pack: null, version: shipped.version };
    const origin = standing?.basedOn ?? (shipped === null ? draft.basedOn : { channel: shipped.channel, version: shipped.version });
    const pack = dated({ ...draft, ...(origin !== undefined && { basedOn: origin }) }, at);
    return { type: 'saved', pack, version: pack.version };
  }

  function rowOf(pack: ChannelPack, at: number, on: ReadonlySet<ChannelId>): PackRow {
    const shipped = builtInPack(pack.channel);
    const { requirements, upcoming } = packOn(pack, localDay(at));
    const edited = shipped !== null && pack !== shipped;
    const last = store.packs.history(pack.channel).find(({ undone, type }) => !undone && type === 'saved');
    return {
      channel: pack.channel,
      name: pack.name ?? null,
      version: pack.version,
      builtIn: shipped !== null,
      edited,
      newer: edited && pack.basedOn !== undefined && pack.basedOn.version < shipped.version ? shipped.version : null,
      enabled: on.has(pack.channel),
      rules: requirements.length,
      official: requirements.filter(({ source }) => source.official).length,
      saved: (edited || shipped === null) && last !== undefined ? { actor: last.actor, at: last.at } : null,
      upcoming: upcoming.map(({ date, requirement, note = '' }) => ({ date, rule: requirement.rule, severity: requirement.severity, note })),
    };
  }

  return {
    list(_, { at }) {
      const on = new Set(store.settings.get().channels);
      return ok(shelf.all().map((pack) => rowOf(pack, at, on)));
    },
    get({ channel }) {
      const pack = shelf.of(channel);
      if (pack === null) return err({ code: 'channel-not-found', params: { channel } });
      return ok({ pack, builtIn: builtInPack(channel), history: store.packs.history(channel) });
    },
    forms: (_, { at }) =>
      ok(ruleIds.map((rule) => ({ rule, fields: [...fieldsOf(rule)], starter: starterOf(rule, { url: '', title: '—', read: localDay(at), official: false }) }))),
    async preview({ pack }, { at }) {
      const read = readPack(pack);
      if (!read.ok) return ok({ problems: [...read.error], impact: null });
      const standing = shelf.of(read.value.channel);
      const day = localDay(at);
      const [impact = null] = await whatIf([{ before: standing === null ? null : packOn(standing, day), after: packOn(read.value, day) }]);
      return ok({ problems: [], impact });
    },
    async impact(_, { at }) {
      const announced = shelf.all().flatMap((whole): Announced[] => {
        const pack = packOn(whole, localDay(at));
        return pack.upcoming.map((change) => ({ pack, change }));
      });
      const impacts = announced.length === 0 ? [] : await whatIf(announced.map(withChange));
      return ok(announced.map(({ pack, change }, index) => ({
        channel: pack.channel,
        date: change.date,
        rule: change.requirement.rule,
        photos: (impacts[index]?.moves ?? []).filter(({ from, to }) => worse(from, to)).reduce((sum, { count }) => sum + count, 0),
      })));
    },
    save({ pack }, { actor, at }) {
      const read = readPack(pack);
      if (!read.ok) return ok({ eventIds: [], version: null, problems: [...read.error] });
      const draft = read.value;
      const standing = shelf.of(draft.channel);
      const edit = editOf(draft, at);
      if (edit === null) return ok({ eventIds: [], version: standing?.version ?? null, problems: [] });
      const eventIds = [put(draft.channel, edit.type, edit.pack, { actor: actor.id, at })];
      if (standing === null) sellOn(draft.channel);
      return ok({ eventIds, version: edit.version, problems: [] });
    },
    adjust({ lines }, { actor, at }) {
      const moved = new Map<ChannelId, ChannelPack>();
      for (const line of lines) {
        const { channel } = line;
        const pack = moved.get(channel) ?? shelf.of(channel);
        if (pack === null) return err({ code: 'channel-not-found', params: { channel } });
        const read = readPack(withDraft(pack, line));
        if (!read.ok) return err({ code: 'line-not-possible', params: { channel }, detail: JSON.stringify(read.error) });
        moved.set(channel, read.value);
      }
      const edits = [...moved].flatMap(([channel, pack]) => {
        const edit = editOf(pack, at);
        return edit === null ? [] : [{ channel, ...edit }];
      });
      const eventIds = apply(
        () => edits.map(({ channel }) => channel),
        () => edits.map(({ channel, type, pack }) => store.packs.put(channel, type, pack, { actor: actor.id, at })),
      );
      return ok({ eventIds });
    },
    create({ name, from }, { actor, at }) {
      const origin = from === null ? null : shelf.of(from);
      if (from !== null && origin === null) return err({ code: 'channel-not-found', params: { channel: from } });
      const known = new Set(shelf.all().map(({ channel }) => channel));
      const channel = idFor(typeof name === 'string' ? name : name.en, (id) => known.has(id) || store.packs.versions(id).length > 0);
      const fresh: ChannelPack = { schemaVersion: packSchemaVersion, channel, version: localDay(at), name, requirements: [], upcoming: [] };
      const pack = origin === null ? fresh : { ...origin, channel, name, version: localDay(at), basedOn: { channel: origin.channel, version: origin.version } };
      const eventIds = [put(channel, 'saved', pack, { actor: actor.id, at })];
      sellOn(channel);
      return ok({ eventIds, channel });
    },
    reset({ channel }, { actor, at }) {
      if (!isBuiltIn(channel)) return err({ code: 'channel-not-such', params: { channel } });
      return ok({ eventIds: shelf.of(channel) === builtInPack(channel) ? [] : [put(channel, 'reset', null, { actor: actor.id, at })] });
    },
    remove({ channel }, { actor, at }) {
      if (isBuiltIn(channel)) return err({ code: 'channel-not-such', params: { channel } });
      if (shelf.of(channel) === null) return err({ code: 'channel-not-found', params: { channel } });
      return ok({ eventIds: [put(channel, 'removed', null, { actor: actor.id, at })] });
    },
    undo({ eventIds }, { actor, at }) {
      const { undone } = apply(({ channels }) => channels, () => store.packs.undo(eventIds, { actor: actor.id, at }));
      return ok({ undone });
    },
  };
}
