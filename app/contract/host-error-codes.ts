/** Every `CallError.code` and reason of an engine state that the desktop host gives; each has a sentence in the locale files. */
export const hostErrorCodes = [
  /** the engine has not become ready within the time a call waits for it */
  'engine-starting',
  /** it ended before it answered, or before it could be asked; it comes back by itself */
  'engine-restarting',
  /** it does not run and will not be started again by itself */
  'engine-stopped',
  /** reason: it ended unexpectedly; detail holds exit code or signal */
  'engine-crashed',
  /** reason: it no longer answered and was ended by force; detail says for how long */
  'engine-hung',
  /** reason: it ended too often within a minute; detail holds the last exit code or signal */
  'engine-keeps-stopping',
  'unknown-call',
  'bad-input',
  'forbidden',
  'photo-not-found',
  /** params: file; detail says why */
  'pack-not-readable',
  /** params: file; detail says why */
  'pack-not-writable',
  /** models in the hidden window; detail says why */
  'runtime-unavailable',
] as const;
export type HostErrorCode = (typeof hostErrorCodes)[number];
