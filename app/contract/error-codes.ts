import { sheetErrorCodes } from '../catalog/import/problems.ts';

/** Why the engine refuses to start; the recovery screen has a sentence and a remedy for each. */
export const storeErrorCodes = [
  /** params: found, supported (schema versions) */
  'database-newer',
  'database-not-sqlite',
  /** a SQLite file of another program */
  'database-foreign',
  'database-corrupt',
  'database-read-only',
  'database-not-openable',
  'database-locked',
  'disk-full',
  /** params: version, name */
  'migration-failed',
  /** the connection does not hold the durability it was asked for */
  'database-unsafe',
] as const;
export type StoreErrorCode = (typeof storeErrorCodes)[number];

/** Every `CallError.code` the engine answers with; each has a sentence in the locale files. */
export const callErrorCodes = [
  ...storeErrorCodes,
  /** params: call */
  'unknown-call',
  /** params: call; detail names the field */
  'bad-input',
  /** params: call, role */
  'forbidden',
  /** a bug: detail holds the message for "copy details" */
  'internal',
  'photo-not-found',
  /** params: channel */
  'channel-not-found',
  /** params: channel; it comes with the console, or is the shop's own */
  'channel-not-such',
  /** params: channel; its pack cannot ask for that */
  'line-not-possible',
  /** staff confirmed a finding that has gone in the meantime */
  'finding-not-there',
  /** staff said that the console missed what it has found */
  'finding-there',
  'defect-not-found',
  /** params: good, bad (pictures missing) */
  'defect-too-few',
  /** there is no version of it that is better than guessing */
  'defect-not-trained',
  'view-not-found',
  /** no photo is left by what was asked for */
  'nothing-to-export',
  /** detail says why */
  'export-not-written',
  /** of one photo: another file stands where its copy would go; detail names it */
  'export-name-taken',
  'job-not-found',
  /** params: state */
  'job-not-in-state',
  'model-not-found',
  /** the check behind this button could not run at all; detail says why */
  'model-unavailable',
  'sample-unavailable',
  'backup-failed',
  'closing',
  'product-not-found',
  /** the table was put away, or the engine started anew since it was opened */
  'import-not-found',
  /** it was taken back before, or a later import changed the same products */
  'import-not-undoable',
  /** it is not watched */
  'folder-not-found',
  /** params: folder, which watches it */
  'folder-watched-already',
  /** params: folder; the console keeps its own data there */
  'folder-not-watchable',
  /** params: file */
  ...sheetErrorCodes,
] as const;
export type CallErrorCode = (typeof callErrorCodes)[number];
