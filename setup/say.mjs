/** Progress of the set-up goes to stderr, so that stdout stays free for results. */
export function say(topic, message) {
  process.stderr.write(`[${topic}] ${message}\n`);
}

/** Seconds since `start` (of performance.now()), for people. */
export function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
