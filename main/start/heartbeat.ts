/** Times in milliseconds. */
export interface HeartbeatTimes {
  /** how often the host looks */
  readonly everyMs: number;
  /** how long an engine at work may leave a question unanswered */
  readonly silentMs: number;
  /** the same until it is ready: migrating a large database and copying it first takes long */
  readonly startMs: number;
}

/** The longest that an engine's event loop was ever seen busy is well below a second. */
export const heartbeatTimes: HeartbeatTimes = { everyMs: 1_000, silentMs: 20_000, startMs: 300_000 };

/**
 * Notices an engine that hangs: one question to its event loop at a time, and how long the host has watched it go
 * unanswered. Only time that the host was awake for counts: a tick that comes late says that the computer slept or
 * had no time for either of the two, and the engine gets its whole budget again. Times of one clock, never falling.
 */
export class Heartbeat {
  readonly #times: HeartbeatTimes;
  #limit: number;
  #asked = false;
  #silent = 0;
  #last: number;

  constructor(times: HeartbeatTimes, now: number) {
    this.#times = times;
    this.#limit = times.startMs;
    this.#last = now;
  }

  /** milliseconds that the question has gone unanswered */
  get silent(): number {
    return this.#silent;
  }

  /** What to do now: put the question, wait for its answer, or take the engine for hung. */
  tick(now: number): 'ask' | 'wait' | 'hung' {
    const passed = now - this.#last;
    this.#last = now;
    if (!this.#asked) {
      this.#asked = true;
      return 'ask';
    }
    this.#silent = passed > this.#times.everyMs * 3 ? 0 : this.#silent + passed;
    return this.#silent >= this.#limit ? 'hung' : 'wait';
  }

  answered(): void {
    this.#asked = false;
    this.#silent = 0;
  }

  /** Its start is over: from now on it answers soon. */
  ready(): void {
    this.#limit = this.#times.silentMs;
    this.#silent = 0;
  }
}
