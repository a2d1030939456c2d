import type { DeskView } from '../../../../app/contract/views.ts';

const everything: Omit<DeskView, 'channel'> = { show: 'all', rule: null, search: '', sort: 'worst', group: 'none' };

/** Views that are always there, for whichever channel one looks at. Their names are in the locale files. */
export const builtInViews = {
  'by-rule': { ...everything, show: 'to-review', group: 'rule' },
  refused: { ...everything, show: 'fail' },
  text: { ...everything, rule: 'text-overlay' },
  newest: { ...everything, sort: 'newest' },
  rejected: { ...everything, show: 'rejected' },
  waived: { ...everything, show: 'waived', group: 'rule' },
} as const satisfies Readonly<Record<string, Omit<DeskView, 'channel'>>>;
export type BuiltInView = keyof typeof builtInViews;
export const builtInIds = Object.keys(builtInViews) as readonly BuiltInView[];

const parts = Object.keys(everything) as readonly (keyof typeof everything)[];
/** Whether both show the same photos in the same way; `channel` too where both name one. */
export const sameView = (a: DeskView, b: Omit<DeskView, 'channel'> & Partial<Pick<DeskView, 'channel'>>): boolean =>
  parts.every((part) => a[part] === b[part]) && (a.own ?? null) === (b.own ?? null) && (b.channel === undefined || a.channel === b.channel);
