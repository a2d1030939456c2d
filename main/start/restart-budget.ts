/** Crashes allowed within the window before the engine is left stopped for a person to look at. */
export const crashLimit = 5;
const windowMs = 60_000;
const firstDelayMs = 200;
const longestDelayMs = 5_000;

/** Counts crashes of the last minute. Times are milliseconds of one clock. */
export class RestartBudget {
  #crashes: number[] = [];

  /** Notes a crash. Returns how long to wait before the next start, or null when the budget is spent. */
  crashed(now: number): number | null {
    this.#crashes = [...this.#crashes.filter((at) => now - at < windowMs), now];
    if (this.#crashes.length > crashLimit) return null;
    return Math.min(firstDelayMs * 2 ** (this.#crashes.length - 1), longestDelayMs);
  }

  /** crashes of the minute before `now` */
  count(now: number): number {
    return this.#crashes.filter((at) => now - at < windowMs).length;
  }

  renew(): void {
    this.#crashes = [];
  }
}
