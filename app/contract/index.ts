import type { z } from 'zod';
import { defects } from './defects.ts';
import { exports } from './exports.ts';
import { fixes } from './fixes.ts';
import { jobs } from './jobs.ts';
import { learning } from './learning.ts';
import { models } from './models.ts';
import { packs } from './packs.ts';
import { photos } from './photos.ts';
import { products } from './products.ts';
import { sample } from './sample.ts';
import { settings } from './settings.ts';
import { system } from './system.ts';
import { views } from './views.ts';
import { waivers } from './waivers.ts';
import { watching } from './watching.ts';
import type { Call } from './define.ts';

/** The one list from which router, bridge, hooks and the fake bridge are derived. */
export const contract = { photos, products, packs, fixes, exports, learning, defects, jobs, models, sample, settings, system, views, waivers, watching } as const;
export type Contract = typeof contract;

type Names<F extends keyof Contract, K extends 'calls' | 'events'> = `${F}.${Extract<keyof Contract[F][K], string>}`;
/** 'photos.list', 'jobs.pause', … */
export type CallName = { [F in keyof Contract]: Names<F, 'calls'> }[keyof Contract];
/** 'photos.changed', … */
export type EventName = { [F in keyof Contract]: Names<F, 'events'> }[keyof Contract];

type CallOf<N extends CallName> = N extends `${infer F extends keyof Contract}.${infer C}`
  ? C extends keyof Contract[F]['calls'] ? Contract[F]['calls'][C] : never
  : never;
type EventSchemaOf<N extends EventName> = N extends `${infer F extends keyof Contract}.${infer E}`
  ? E extends keyof Contract[F]['events'] ? Contract[F]['events'][E] : never
  : never;

/** What a caller passes (defaults may be left out). */
export type InputOf<N extends CallName> = CallOf<N> extends Call<infer I, z.ZodType> ? z.input<I> : never;
/** What the handler receives (defaults filled in). */
export type ParsedInputOf<N extends CallName> = CallOf<N> extends Call<infer I, z.ZodType> ? z.output<I> : never;
export type OutputOf<N extends CallName> = CallOf<N> extends Call<z.ZodType, infer O> ? z.output<O> : never;
export type EventOf<N extends EventName> = EventSchemaOf<N> extends infer S extends z.ZodType ? z.output<S> : never;

const entries = Object.entries(contract) as [string, { calls: Record<string, Call>; events: Record<string, z.ZodType> }][];

/** Every call by its full name. */
export const calls: ReadonlyMap<string, Call> = new Map(
  entries.flatMap(([feature, spec]) => Object.entries(spec.calls).map(([name, call]) => [`${feature}.${name}`, call] as const)),
);
/** Every event's schema by its full name. */
export const events: ReadonlyMap<string, z.ZodType> = new Map(
  entries.flatMap(([feature, spec]) => Object.entries(spec.events).map(([name, schema]) => [`${feature}.${name}`, schema] as const)),
);

export type { CallError, CallResult, Role } from './define.ts';
