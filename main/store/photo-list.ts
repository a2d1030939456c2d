import type { z } from 'zod';
import type { PhotoFilter, PhotoRow, photos } from '../../app/contract/photos.ts';
import { PhotoErrorCode, ImageFormat } from '../../app/photo-check/types.ts';
import type { ChannelChoice, ChannelId, RuleId, Verdict } from '../../app/photo-check/types.ts';
import type { ReadableDb } from './db.ts';
import { fixMarksOf, type FixMarks } from './fix-marks.ts';
import { ownMarksOf } from './own-marks.ts';
import { photoSearchIn, type RulesNamed } from './photo-search.ts';
import { decodeProfile, viewProfile, type Profile, type ProfileView } from './profile.ts';

export type Counts = z.output<typeof photos.calls.counts.output>;

interface Stored {
  readonly id: string;
  readonly name: string;
  readonly sha256: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly bytes: number;
  readonly format: string | null;
  readonly state: PhotoRow['state'];
  readonly failure_code: string | null;
  readonly failure_message: string | null;
  readonly profile_id: number | null;
  readonly decision: PhotoRow['decision'];
  readonly decision_pending: number;
  readonly missing_since: number | null;
  readonly drift: PhotoRow['drift'];
  readonly sample: number;
  readonly imported_at: number;
}

/** Photos alike in all that is counted. */
interface Group extends Pick<Stored, 'profile_id' | 'state' | 'decision'> {
  readonly missing: number;
  readonly drifted: number;
  readonly n: number;
}

interface Listed {
  readonly row: Stored;
  readonly view: ProfileView;
}

const namesNone: RulesNamed = () => new Set();
const unjudged: ProfileView = { verdicts: {}, rules: [], waived: [], waivedOn: [], verdict: null };
const worstFirst: Readonly<Record<Verdict, number>> = { fail: 0, warn: 2, pass: 4 };
const unreadableRank = 1;
const waitingRank = 3;

const rank = (row: Stored, view: ProfileView): number => {
  if (row.state === 'failed') return unreadableRank;
  return view.verdict === null ? waitingRank : worstFirst[view.verdict];
};

/** A shop has fewer channels than this. */
const moreThanAllWarnings = 1_000;

/** How many channels of the list refuse a photo and how many warn, as one number: a refusal outweighs all warnings. */
function badness(view: ProfileView, asked: ChannelChoice): number {
  let sum = 0;
  for (const [channel, verdict] of Object.entries(view.verdicts)) {
    if (asked !== 'all' && asked !== channel) continue;
    if (verdict === 'fail') sum += moreThanAllWarnings;
    if (verdict === 'warn') sum += 1;
  }
  return sum;
}

/** Worst first; photos that are equally bad keep their order. Each of the few profiles is weighed once. */
function byWorst(asked: ChannelChoice): (a: Listed, b: Listed) => number {
  const weighed = new Map<ProfileView, number>();
  const weight = (view: ProfileView): number => {
    const known = weighed.get(view) ?? badness(view, asked);
    weighed.set(view, known);
    return known;
  };
  return (a, b) => rank(a.row, a.view) - rank(b.row, b.view) || weight(b.view) - weight(a.view);
}

/** `own`: the photos that the own defect asked for is found on; null where none is asked for. */
function shows(filter: PhotoFilter, own: ReadonlySet<string> | null, row: Stored, view: ProfileView): boolean {
  if (own !== null && !own.has(row.id)) return false;
  const asked = filter.show === 'waived' ? view.waived : view.rules;
  if (filter.rule !== null && !asked.includes(filter.rule)) return false;
  switch (filter.show) {
    case 'all': return true;
    case 'waiting': return row.state === 'waiting' || row.state === 'checking';
    case 'failed': return row.state === 'failed';
    case 'drift': return row.drift !== null;
    case 'missing': return row.missing_since !== null;
    case 'waived': return view.waived.length > 0;
    case 'passed': case 'rejected': return row.decision === filter.show;
    case 'to-review': return row.decision === null && (view.verdict === 'fail' || view.verdict === 'warn');
    default: return view.verdict === filter.show;
  }
}

function toRow(row: Stored, view: ProfileView, fixed: FixMarks): PhotoRow {
  const code = row.failure_code === null ? null : PhotoErrorCode.parse(row.failure_code);
  return {
    id: row.id,
    name: row.name,
    sha256: row.sha256,
    width: row.width,
    height: row.height,
    bytes: row.bytes,
    format: row.format === null ? null : ImageFormat.parse(row.format),
    state: row.state,
    failure: code === null ? null : { code, message: row.failure_message ?? '' },
    verdicts: view.verdicts,
    rules: view.rules,
    fixed: [...(fixed.get(row.id) ?? [])],
    waived: view.waived,
    waivedOn: view.waivedOn,
    decision: row.decision,
    decisionPending: row.decision_pending === 1,
    drift: row.drift,
    missingSince: row.missing_since,
    sample: row.sample === 1,
    importedAt: row.imported_at,
  };
}

const mostFirst = (counts: ReadonlyMap<RuleId, number>): Counts['byRule'] => [...counts].map(([rule, count]) => ({ rule, count })).toSorted((a, b) => b.count - a.count);

const select = `
  select id, name, sha256, width, height, bytes, format, state, failure_code, failure_message, coalesce(w.profile_id, p.profile_id) as profile_id,
    shown_decision as decision, decision_pending, m.since as missing_since, d.kind as drift, sample, imported_at
  from projected_photos p left join waived_profiles w on w.photo_id = p.id left join missing_files m on m.photo_id = p.id
    left join drifts d on d.photo_id = p.id where shown_removed = 0`;

/** Lists and counts over the projection; both must stay quick at 20,000 photos. */
export function photoListOf(db: ReadableDb) {
  const marks = fixMarksOf(db);
  const ownMarks = ownMarksOf(db);
  const ownAsked = ({ own }: PhotoFilter): ReadonlySet<string> | null => (own == null ? null : ownMarks.on(own));
  const inOrder = (order: string) => ({
    whole: db.prepare<[], Stored>(`${select} order by ${order}`),
    some: db.prepare<[string], Stored>(`${select} and id in (select value from json_each(?)) order by ${order}`),
  });
  const byName = inOrder('sort_key, id');
  const newestFirst = inOrder('id desc');
  const one = db.prepare<[string], Stored>(`${select} and id = ?`);
  const profilesInUse = db.prepare<[], { id: number; profile: string }>(
    'select id, profile from verdict_profiles where id in (select profile_id from photos union select profile_id from waived_profiles)',
  );
  const profile = db.prepare<[number], { profile: string }>('select profile from verdict_profiles where id = ?');
  const grouped = (rows: string): string => `select profile_id, state, decision, missing_since is not null as missing, drift is not null as drifted, count(*) as n from (${rows}) group by 1, 2, 3, 4, 5`;
  const groups = {
    whole: db.prepare<[], Group>(grouped(select)),
    some: db.prepare<[string], Group>(grouped(`${select} and id in (select value from json_each(?))`)),
  };

  const profiles = (): Map<number, Profile> => new Map(profilesInUse.all().map((row) => [row.id, decodeProfile(row.profile)]));
  const views = (asked: ChannelChoice, enabled: readonly ChannelId[]): Map<number, ProfileView> =>
    new Map([...profiles()].map(([id, stored]) => [id, viewProfile(stored, asked, enabled)]));
  const viewOf = (all: ReadonlyMap<number, ProfileView>, id: number | null): ProfileView => (id === null ? unjudged : (all.get(id) ?? unjudged));
  const search = photoSearchIn(db);
  type Views = ReadonlyMap<number, ProfileView>;
  /** The ids that a search leaves; null = all. A word may also name a rule, which then must be broken or waived. */
  const searched = (text: string, all: Views, rulesNamed: RulesNamed): ReadonlySet<string> | null =>
    search(text, (word) => {
      const named = rulesNamed(word);
      return named.size === 0 ? [] : [...all].flatMap(([id, view]) => ([...view.rules, ...view.waived].some((rule) => named.has(rule)) ? [id] : []));
    });
  const among = (ids: ReadonlySet<string> | null, sort: PhotoFilter['sort']): Stored[] => {
    const { whole, some } = sort === 'newest' ? newestFirst : byName;
    return ids === null ? whole.all() : some.all(JSON.stringify([...ids]));
  };
  const counted = (ids: ReadonlySet<string> | null): Group[] => (ids === null ? groups.whole.all() : groups.some.all(JSON.stringify([...ids])));

  return {
    /** `enabled`: the channels the shop sells on; others are as if never judged. `rulesNamed`: which rules a word of the search means. */
    list(filter: PhotoFilter & { readonly offset: number; readonly limit: number }, enabled: readonly ChannelId[], rulesNamed: RulesNamed = namesNone): { total: number; rows: PhotoRow[] } {
      const all = views(filter.channel, enabled);
      const stored = among(searched(filter.search, all, rulesNamed), filter.sort);
      const own = ownAsked(filter);
      const listed = stored.map((row) => ({ row, view: viewOf(all, row.profile_id) })).filter(({ row, view }) => shows(filter, own, row, view));
      const sorted = filter.sort === 'worst' ? listed.toSorted(byWorst(filter.channel)) : listed;
      const page = sorted.slice(filter.offset, filter.offset + filter.limit);
      const fixed = marks();
      return { total: listed.length, rows: page.map(({ row, view }) => toRow(row, view, fixed)) };
    },
    /** Those of the named photos that `list` would show with this filter. */
    rows(filter: PhotoFilter & { readonly ids: readonly string[] }, enabled: readonly ChannelId[], rulesNamed: RulesNamed = namesNone): PhotoRow[] {
      const all = new Map<number, ProfileView>();
      const seen = (id: number | null): ProfileView => {
        const stored = id === null || all.has(id) ? undefined : profile.get(id);
        if (id !== null && stored !== undefined) all.set(id, viewProfile(decodeProfile(stored.profile), filter.channel, enabled));
        return viewOf(all, id);
      };
      const asked = filter.ids.flatMap((id) => one.get(id) ?? []).map((row) => ({ row, view: seen(row.profile_id) }));
      const wanted = searched(filter.search, all, rulesNamed);
      const own = ownAsked(filter);
      const fixed = marks();
      return asked.flatMap(({ row, view }) => ((wanted?.has(row.id) ?? true) && shows(filter, own, row, view) ? [toRow(row, view, fixed)] : []));
    },
    /** null where the photo is unknown or was removed */
    get(id: string, enabled: readonly ChannelId[]): PhotoRow | null {
      const row = one.get(id);
      if (row === undefined) return null;
      const stored = row.profile_id === null ? undefined : profile.get(row.profile_id);
      return toRow(row, stored === undefined ? unjudged : viewProfile(decodeProfile(stored.profile), 'all', enabled), marks());
    },
    /** Of the photos that `search` leaves, as `channel` judges them. */
    counts({ channel: asked, search: text }: Pick<PhotoFilter, 'channel' | 'search'>, enabled: readonly ChannelId[], rulesNamed: RulesNamed = namesNone): Counts {
      const all = views(asked, enabled);
      const byRule = new Map<RuleId, number>();
      const waivedByRule = new Map<RuleId, number>();
      const byChannel = new Map(enabled.map((channel) => [channel, { channel, pass: 0, warn: 0, fail: 0 }]));
      const counts = { total: 0, waiting: 0, failed: 0, toReview: 0, passed: 0, rejected: 0, waived: 0, missing: 0, drift: 0, byVerdict: { pass: 0, warn: 0, fail: 0 } };
      const left = searched(text, all, rulesNamed);
      for (const { profile_id, state, decision, missing, drifted, n } of counted(left)) {
        const view = viewOf(all, profile_id);
        counts.total += n;
        if (state === 'waiting' || state === 'checking') counts.waiting += n;
        if (state === 'failed') counts.failed += n;
        if (decision !== null) counts[decision] += n;
        else if (view.verdict === 'fail' || view.verdict === 'warn') counts.toReview += n;
        if (view.verdict !== null) counts.byVerdict[view.verdict] += n;
        if (view.waived.length > 0) counts.waived += n;
        if (drifted === 1) counts.drift += n;
        if (missing === 1) counts.missing += n;
        for (const rule of view.rules) byRule.set(rule, (byRule.get(rule) ?? 0) + n);
        for (const rule of view.waived) waivedByRule.set(rule, (waivedByRule.get(rule) ?? 0) + n);
        for (const channel of enabled) {
          const verdict = view.verdicts[channel];
          const line = byChannel.get(channel);
          if (verdict !== undefined && line !== undefined) line[verdict] += n;
        }
      }
      return {
        ...counts,
        byRule: mostFirst(byRule),
        waivedByRule: mostFirst(waivedByRule),
        byOwn: ownMarks.counts(left),
        byChannel: [...byChannel.values()],
      };
    },
  };
}
