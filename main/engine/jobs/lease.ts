import type { JobRecord } from '../../store/jobs.ts';

export const leaseMs = 15_000;
export const renewEveryMs = 5_000;

/** The owner's name holds its process id, so that the next engine can see whether it still lives. */
export const ownerName = (pid: number, unique: string): string => `${pid}:${unique}`;

function isAlive(owner: string): boolean {
  const pid = Number(owner.split(':')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** True where another living process still holds the job: for the few moments while an old engine ends. */
export function heldByAnother(job: JobRecord, me: string, now: number): boolean {
  if (job.leaseOwner === null || job.leaseOwner === me) return false;
  return (job.leaseUntil ?? 0) > now && isAlive(job.leaseOwner);
}
