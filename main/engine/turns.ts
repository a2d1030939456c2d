/** Runs one piece of work at a time. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** Each piece of work begins when those before it have ended, whatever became of them. */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** Lets what came in meanwhile be answered: between the slices of long work on the database. */
export const letCallsThrough = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });
