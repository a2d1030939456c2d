import type { z } from 'zod';
import type { Call, CallResult, Feature } from './define.ts';
import type { Actor } from './wire.ts';
import { calls, type Contract } from './index.ts';
import { internal } from './internal.ts';

/** What a handler knows of the call beside its input. */
export interface CallContext {
  readonly actor: Actor;
  /** milliseconds since the epoch, the same for all that one call writes */
  readonly at: number;
}

export type HandlerOf<C extends Call> = (
  input: z.output<C['input']>,
  context: CallContext,
) => CallResult<z.output<C['output']>> | Promise<CallResult<z.output<C['output']>>>;

/** One function for every call of a feature, but for those its host answers. */
export type Handlers<F extends Feature, AnsweredByHost extends keyof F['calls'] = never> = {
  readonly [Name in Exclude<keyof F['calls'], AnsweredByHost>]: HandlerOf<F['calls'][Name]>;
};

/** The tables that make up an engine: the compiler misses none of them. */
export interface EngineHandlers {
  readonly photos: Handlers<Contract['photos'], 'choose' | 'reveal'>;
  readonly packs: Handlers<Contract['packs'], 'import' | 'export'>;
  readonly fixes: Handlers<Contract['fixes'], 'export' | 'reveal'>;
  readonly learning: Handlers<Contract['learning']>;
  readonly defects: Handlers<Contract['defects']>;
  readonly exports: Handlers<Contract['exports'], 'choose' | 'reveal'>;
  readonly products: Handlers<Contract['products'], 'chooseSheet' | 'choosePictures'>;
  readonly jobs: Handlers<Contract['jobs']>;
  readonly models: Handlers<Contract['models']>;
  readonly sample: Handlers<Contract['sample']>;
  readonly settings: Handlers<Contract['settings']>;
  readonly system: Handlers<Contract['system'], 'restartEngine' | 'engine' | 'about' | 'revealData'>;
  readonly views: Handlers<Contract['views']>;
  readonly waivers: Handlers<Contract['waivers']>;
  readonly watching: Handlers<Contract['watching'], 'choose'>;
  readonly internal: Handlers<typeof internal>;
}

const internalCalls = Object.entries<Call>(internal.calls).map(([name, call]) => [`internal.${name}`, call] as const);

/** Every call that an engine answers, by its full name: the contract's own and the host's. */
export const engineCalls: ReadonlyMap<string, Call> = new Map(
  [...calls, ...internalCalls].filter(([, call]) => call.where === 'engine'),
);
