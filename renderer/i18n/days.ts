const dayMs = 86_400_000;

/** Whole days from the day of `now` (UTC, as packs count) to an ISO day; never less than 0. */
export const daysUntil = (date: string, now: number): number => Math.max(0, Math.round((Date.parse(date) - Math.floor(now / dayMs) * dayMs) / dayMs));

/** The ISO day of a moment. */
export const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10);
