import type { CallResult, Role } from './define.ts';

/** Messages over the channel between host and engine process. Ids are unique per sender. */
export type ToEngine =
  | { readonly t: 'call'; readonly id: number; readonly name: string; readonly input: unknown; readonly actor: Actor }
  | { readonly t: 'host-reply'; readonly id: number; readonly result: CallResult<unknown> }
  /** does your event loop still turn? */
  | { readonly t: 'ping' };

export type FromEngine =
  | { readonly t: 'ready'; readonly pid: number; readonly node: string }
  /** the engine cannot start (database newer, disk read-only, …) and says why before it exits */
  | { readonly t: 'refused'; readonly code: string; readonly params: Record<string, string | number>; readonly detail: string }
  | { readonly t: 'reply'; readonly id: number; readonly result: CallResult<unknown> }
  /** it does */
  | { readonly t: 'pong' }
  /** the clean close goes on: the host waits a while longer */
  | { readonly t: 'closing' }
  | { readonly t: 'event'; readonly name: string; readonly payload: unknown }
  /** the engine asks its host: names start with 'window-runtime.' (models in a hidden window) */
  | { readonly t: 'host-call'; readonly id: number; readonly name: string; readonly input: unknown };

export interface Actor {
  readonly id: string;
  readonly role: Role;
}
