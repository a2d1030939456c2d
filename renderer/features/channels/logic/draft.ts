import { z } from 'zod';
import { ChannelId, ChannelName, RuleId, Severity } from '../../../../app/photo-check/types.ts';

const Source = z.looseObject({ url: z.string(), title: z.string(), read: z.string(), official: z.boolean() });
const Requirement = z.looseObject({ rule: RuleId, severity: Severity, off: z.boolean().optional(), source: Source });
const Change = z.looseObject({ date: z.string(), note: z.string().optional(), requirement: Requirement });

/**
 * A pack while it is edited: of the right shape, but any value that a person types may be wrong. The engine says
 * which, by path.
 */
export const Draft = z.looseObject({
  channel: ChannelId,
  version: z.string(),
  name: z.union([z.string(), z.object({ en: z.string(), 'zh-CN': z.string() })]).optional(),
  requirements: z.array(Requirement),
  upcoming: z.array(Change),
});
export type Draft = z.infer<typeof Draft>;
export type DraftRequirement = z.infer<typeof Requirement>;
export type DraftChange = z.infer<typeof Change>;
export type DraftSource = z.infer<typeof Source>;

/** Where a value of a draft stands, e.g. ['requirements', 3, 'min']. */
export type Path = readonly (string | number)[];

/** An item of a list put in the place of another; null takes it away. */
export const withItem = <T>(items: readonly T[], index: number, item: T | null): T[] =>
  items.flatMap((one, at) => (at !== index ? [one] : item === null ? [] : [item]));

/** A requirement with one of its values changed; undefined takes it away. */
export function withField(requirement: DraftRequirement, name: string, value: unknown): DraftRequirement {
  const next = { ...requirement, [name]: value };
  if (value === undefined) delete next[name];
  return next;
}

/** What a channel of one's own is called, as the two fields that a person fills in. */
export const namesOf = (name: ChannelName | undefined): { readonly en: string; readonly zh: string } =>
  typeof name === 'object' ? { en: name.en, zh: name['zh-CN'] } : { en: name ?? '', zh: '' };

/** One name where only one is given, else a name for each language. */
export function nameFrom({ en, zh }: { readonly en: string; readonly zh: string }): ChannelName {
  if (zh.trim() === '' || en.trim() === '') return en.trim() === '' ? zh.trim() : en.trim();
  return { en: en.trim(), 'zh-CN': zh.trim() };
}

/** A value with its fields in alphabetical order: two packs that say the same give the same text. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).filter(([key, field]) => !(key === 'off' && field === false)).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner);
}
