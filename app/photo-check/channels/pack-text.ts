import type { ChannelPack, Requirement } from './pack.ts';

/** JSON on one line, with room to read it. */
function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return fields.length === 0 ? '{}' : `{ ${fields.map(([key, field]) => `${JSON.stringify(key)}: ${oneLine(field)}`).join(', ')} }`;
}

const list = (items: readonly unknown[]): string =>
  items.length === 0 ? '[]' : `[\n${items.map((item) => `    ${oneLine(item)}`).join(',\n')}\n  ]`;

/** What is asked first, where it is written last. */
const inReadingOrder = ({ rule, severity, off, slot, source, ...thresholds }: Requirement): object => ({ rule, severity, off, slot, ...thresholds, source });

/** A pack as the text of its file: one line a requirement, so that two versions can be compared. */
export function packText({ requirements, upcoming, ...head }: ChannelPack): string {
  const fields = Object.entries(head).filter(([, field]) => field !== undefined).map(([key, field]) => `  ${JSON.stringify(key)}: ${oneLine(field)},\n`);
  const changes = upcoming.map(({ requirement, ...change }) => ({ ...change, requirement: inReadingOrder(requirement) }));
  return `{\n${fields.join('')}  "requirements": ${list(requirements.map(inReadingOrder))},\n  "upcoming": ${list(changes)}\n}\n`;
}
