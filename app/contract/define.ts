import type { z } from 'zod';
import type { Result } from '../kernel/result.ts';

/** Who may make a call. Each role may do what the viewer may; `owner` may do all. */
export type Role = 'owner' | 'merchandiser' | 'service' | 'security' | 'viewer';

/** Why a call failed. `code` picks the sentence in the locale files; `params` fills it. */
export interface CallError {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** technical detail for "copy details"; never shown by itself */
  readonly detail?: string;
}
export type CallResult<T> = Result<T, CallError>;

export interface Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  /** a query changes nothing and may be cached; a command changes something and is audited */
  readonly kind: 'query' | 'command';
  /** who answers: the engine, or the desktop host (dialogs, windows) */
  readonly where: 'engine' | 'host';
  /** the roles beside `owner` that may call; empty = owner alone */
  readonly roles: readonly Role[];
  readonly input: I;
  readonly output: O;
}

const everyone: readonly Role[] = ['merchandiser', 'service', 'security', 'viewer'];

type Spec<I extends z.ZodType, O extends z.ZodType> = Pick<Call<I, O>, 'input' | 'output'> &
  Partial<Pick<Call, 'where' | 'roles'>>;

export const query = <I extends z.ZodType, O extends z.ZodType>(spec: Spec<I, O>): Call<I, O> => ({
  kind: 'query',
  where: 'engine',
  roles: everyone,
  ...spec,
});

export const command = <I extends z.ZodType, O extends z.ZodType>(spec: Spec<I, O>): Call<I, O> => ({
  kind: 'command',
  where: 'engine',
  roles: ['merchandiser'],
  ...spec,
});

export interface Feature {
  readonly calls: Readonly<Record<string, Call>>;
  readonly events: Readonly<Record<string, z.ZodType>>;
}

/** Declares one feature's calls and events; keeps their exact types. */
export const defineFeature = <F extends Feature>(feature: F): F => feature;
