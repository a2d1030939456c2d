import type { JobRunner } from './runner.ts';

/** Several runners, each with kinds of its own, as one: long work of one kind does not keep a short one waiting. */
export const joinRunners = (runners: readonly JobRunner[]): JobRunner => ({
  wake: () => runners.forEach((runner) => runner.wake()),
  interrupt: (jobId) => runners.forEach((runner) => runner.interrupt(jobId)),
  paceOf: (jobId, remaining) => runners.map((runner) => runner.paceOf(jobId, remaining)).find(({ rate }) => rate !== null) ?? { rate: null, etaMs: null },
  haltOf: (jobId) => runners.map((runner) => runner.haltOf(jobId)).find((halt) => halt !== null) ?? null,
  writeHalts: () => runners.forEach((runner) => runner.writeHalts()),
  stop: async (patience) => void (await Promise.all(runners.map((runner) => runner.stop(patience)))),
});
