import { basename, dirname } from 'node:path';
import { JobSubject } from '../../app/contract/jobs.ts';
import type { ReadableDb } from './db.ts';

interface Row {
  readonly name: string;
  readonly photoPath: string | null;
  readonly photos: number | null;
  readonly what: string | null;
  readonly path: string | null;
}

/** Failed items that are named beside their number. */
const namedAtOnce = 3;

/** What jobs are about, in words a person knows: names of files and folders. */
export function jobSubjectsOf(db: ReadableDb) {
  // An export's items are parts of what it writes, and one photo may be fixed for several channels.
  const first = db.prepare<[string], Row>(
    `select i.name, p.path as photoPath, json_extract(j.payload, '$.what') as what, json_extract(j.payload, '$.path') as path,
       case j.kind when 'photos.export' then json_array_length(j.payload, '$.photoIds')
         when 'photos.fix' then (select count(distinct substr(item, 1, instr(item, ' ') - 1)) from job_items where job_id = j.id) end as photos
     from jobs j join job_items i on i.job_id = j.id and i.seq = 0 left join photos p on p.id = i.item where j.id = ?`,
  );
  const failed = db.prepare<[string, number], { name: string }>(`select name from job_items where job_id = ? and state = 'failed' order by seq limit ?`);
  /** a job's first item and its payload stay what they are */
  const known = new Map<string, JobSubject | null>();

  function read(jobId: string): JobSubject | null {
    const row = first.get(jobId);
    if (row === undefined) return null;
    const { name, photoPath, photos, what, path } = row;
    const writes = what === null || path === null ? null : { what, target: basename(path) };
    return JobSubject.parse({ name, folder: photoPath === null ? null : basename(dirname(photoPath)), photos, writes });
  }

  return {
    /** null where the job has no items */
    of(jobId: string): JobSubject | null {
      const before = known.get(jobId);
      if (before !== undefined) return before;
      const subject = read(jobId);
      known.set(jobId, subject);
      return subject;
    },
    /** the first of the items that failed */
    failed: (jobId: string): string[] => failed.all(jobId, namedAtOnce).map(({ name }) => name),
  };
}
export type JobSubjects = ReturnType<typeof jobSubjectsOf>;
