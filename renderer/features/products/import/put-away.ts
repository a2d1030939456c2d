/** So long a table that was put away can come back: it holds memory in the engine. */
const keptMs = 5 * 60_000;

let waiting: { readonly id: string; readonly timer: ReturnType<typeof setTimeout>; readonly letGo: () => void } | null = null;

/** Lets the table that was put away last go for good. */
export function letGoOfPutAway(): void {
  if (waiting === null) return;
  clearTimeout(waiting.timer);
  const { letGo } = waiting;
  waiting = null;
  letGo();
}

/** Puts a table away; `letGo` is called when it can no longer come back: after a while, or when another one takes its place. */
export function putAway(id: string, letGo: () => void): void {
  letGoOfPutAway();
  waiting = { id, letGo, timer: setTimeout(letGoOfPutAway, keptMs) };
}

/** Takes a table back; false where it was let go meanwhile. */
export function takeBack(id: string): boolean {
  if (waiting?.id !== id) return false;
  clearTimeout(waiting.timer);
  waiting = null;
  return true;
}
