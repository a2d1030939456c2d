const longestRestMs = 10_000;

/**
 * Does `work` some time after it was asked for, however often it was asked in between: `gatherMs` after the first
 * time, and never again before `restMs` have passed since it ended, or five times as long as it took (at most ten
 * seconds: a first answer that waited for models to load says nothing of the next one).
 */
export function createPace(gatherMs: number, restMs: number, work: () => Promise<void>): { poke(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  let wanted = false;
  let restUntil = 0;
  let stopped = false;

  async function run(): Promise<void> {
    timer = undefined;
    busy = true;
    wanted = false;
    const start = performance.now();
    try {
      await work();
    } finally {
      const end = performance.now();
      restUntil = end + Math.max(restMs, Math.min(longestRestMs, 5 * (end - start)));
      busy = false;
      if (wanted) poke();
    }
  }

  function poke(): void {
    wanted = true;
    if (busy || stopped) return;
    timer ??= setTimeout(() => void run(), Math.max(gatherMs, restUntil - performance.now()));
  }

  return {
    poke,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
