import { z } from 'zod';
import { err, ok, type Result } from '../../kernel/result.ts';
import { isBuiltIn } from '../types.ts';
import { ChannelPack, packSchemaVersion } from './pack.ts';

/** Why a field of a pack cannot stay as it is; names a sentence with its remedy in the locale files. */
export const packProblemCodes = [
  /** params: reason */
  'not-json',
  /** the whole is no JSON object */
  'not-a-pack',
  /** params: found, supported (schema versions) */
  'newer',
  'missing',
  /** params: expected */
  'wrong-type',
  /** params: limit; at least that, or more than that */
  'too-low',
  'not-above',
  /** params: limit */
  'too-high',
  /** params: limit; entries, or characters */
  'too-few',
  'too-many',
  /** params: options */
  'not-one-of',
  /** no rule of this console */
  'unknown-rule',
  'not-a-date',
  'not-a-version',
  'not-an-address',
  'not-an-id',
  'not-valid',
] as const;
export const PackProblemCode = z.enum(packProblemCodes);
export type PackProblemCode = z.infer<typeof PackProblemCode>;

export const PackProblem = z.object({
  /** where it stands, e.g. ['requirements', 3, 'min'] */
  path: z.array(z.union([z.string(), z.number()])),
  code: PackProblemCode,
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type PackProblem = z.infer<typeof PackProblem>;

type Issue = z.core.$ZodIssue;
type Said = Pick<PackProblem, 'code'> & Partial<Pick<PackProblem, 'params'>>;

/** Texts by what they must look like; the other formats of zod do not occur in packs. */
const formats: Readonly<Record<string, PackProblemCode>> = { date: 'not-a-date', url: 'not-an-address' };
const formatOf = (path: PackProblem['path']): PackProblemCode => {
  const field = path.at(-1);
  if (field === 'version') return 'not-a-version';
  return field === 'channel' ? 'not-an-id' : 'not-valid';
};

const counted = (origin: string): boolean => origin === 'array' || origin === 'string';

function said(issue: Issue, path: PackProblem['path'], absent: boolean): Said {
  if (absent) return { code: 'missing' };
  switch (issue.code) {
    case 'invalid_type': return { code: 'wrong-type', params: { expected: issue.expected } };
    case 'invalid_value': return { code: 'not-one-of', params: { options: issue.values.map(String).join(', ') } };
    case 'invalid_format': return { code: formats[issue.format] ?? formatOf(path) };
    case 'too_big': return { code: counted(issue.origin) ? 'too-many' : 'too-high', params: { limit: Number(issue.maximum) } };
    case 'too_small': {
      const params = { limit: Number(issue.minimum) };
      if (counted(issue.origin)) return { code: 'too-few', params };
      return { code: issue.inclusive === false ? 'not-above' : 'too-low', params };
    }
    default: return { code: 'not-valid' };
  }
}

/** The value at a path; undefined where there is none. */
function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  return here;
}

/** A value that fits no branch of a union is told by the branch that comes closest: the one with the fewest issues. */
function flat(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const [closest = []] = issue.errors.toSorted((a, b) => a.length - b.length);
  return closest.flatMap((inner) => flat({ ...inner, path: [...issue.path, ...inner.path] }));
}

function problemOf(raw: unknown, issue: Issue): PackProblem {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  const absent = at(raw, issue.path) === undefined;
  if (!absent && issue.code === 'invalid_union' && path.at(-1) === 'rule') return { path, code: 'unknown-rule', params: { rule: String(at(raw, issue.path)) } };
  const { code, params = {} } = said(issue, path, absent);
  return { path, code, params };
}

const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> => typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/**
 * A pack from what a person wrote or a file holds, or all that is wrong with it, by field. A format newer than this
 * console's is told alone: the rest cannot be judged.
 */
export function readPack(raw: unknown): Result<ChannelPack, readonly PackProblem[]> {
  if (!isObject(raw)) return err([{ path: [], code: 'not-a-pack', params: {} }]);
  const { schemaVersion } = raw;
  if (typeof schemaVersion === 'number' && schemaVersion > packSchemaVersion) {
    return err([{ path: ['schemaVersion'], code: 'newer', params: { found: schemaVersion, supported: packSchemaVersion } }]);
  }
  const parsed = ChannelPack.safeParse(raw);
  if (!parsed.success) return err(parsed.error.issues.flatMap(flat).map((issue) => problemOf(raw, issue)));
  const nameless = parsed.data.name === undefined && !isBuiltIn(parsed.data.channel);
  return nameless ? err([{ path: ['name'], code: 'missing', params: {} }]) : ok(parsed.data);
}

/** The same from the text of a file; a mark of its byte order at the start is passed over. */
export function readPackText(text: string): Result<ChannelPack, readonly PackProblem[]> {
  try {
    return readPack(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return err([{ path: [], code: 'not-json', params: { reason: cause.message } }]);
  }
}
