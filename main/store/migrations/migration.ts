import type { WritableDb } from '../db.ts';

/** One step of the schema. Published steps are never edited: a change is a new step with its own test. */
export interface Migration {
  /** 1, 2, 3…: its place in the list */
  readonly version: number;
  readonly name: string;
  /** runs inside the transaction that also writes the version; must not open one of its own */
  up(db: WritableDb): void;
}
