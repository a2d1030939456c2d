import { useLocalStorage } from '@mantine/hooks';
import { useEffect } from 'react';
import type { JobRow } from '../../app/contract/jobs.ts';

/** Jobs that ended with something a person should know of. */
const endedBadly = ({ state, failed }: JobRow): boolean => state === 'failed' || (state === 'done' && failed > 0);

/** When the last of the jobs ended that were seen on the Activity page, in epoch milliseconds. */
const useSeenUntil = () => useLocalStorage<number>({ key: 'vitrine.activity.seen', defaultValue: 0, getInitialValueInEffect: false });

/** How many jobs ended badly and were not seen yet. */
export function useUnseenFailures(jobs: readonly JobRow[] | undefined): number {
  const [seenUntil] = useSeenUntil();
  return jobs?.filter((job) => endedBadly(job) && (job.finishedAt ?? 0) > seenUntil).length ?? 0;
}

/** For the page that shows jobs: what is on it has been seen. */
export function useSeeFailures(jobs: readonly JobRow[] | undefined): void {
  const [seenUntil, setSeenUntil] = useSeenUntil();
  const last = Math.max(0, ...(jobs ?? []).filter(endedBadly).map(({ finishedAt }) => finishedAt ?? 0));
  useEffect(() => {
    if (last > seenUntil) setSeenUntil(last);
  }, [last, seenUntil, setSeenUntil]);
}
