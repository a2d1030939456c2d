/** Names of the IPC channels between the window's preload and the host. */
export const channels = {
  /** synchronous, once a load: facts that the first paint needs */
  start: 'vitrine:start',
  /** (name, input) → CallResult */
  call: 'vitrine:call',
  /** (paths) → CallResult; the page never sees a path, its preload does */
  importDropped: 'vitrine:import-dropped',
  /** (path) → CallResult: a table of products */
  openDropped: 'vitrine:open-dropped',
  /** host → window: (name, payload) */
  event: 'vitrine:event',
  /** host → model window: carries the MessagePort to its page */
  modelPort: 'vitrine:model-port',
} as const;
