import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef } from 'react';
import type { JobRow } from '../../../../app/contract/jobs.ts';
import { useBridgeEvent, useCommand } from '../../../bridge/index.ts';
import { useErrorText } from '../../../design/index.ts';
import { useWords, type Say } from '../logic/words.ts';
import classes from './export-news.module.css';

function newsOf({ state, failed, reason }: JobRow, say: Say, title: (reason: { readonly code: string }) => string): string | null {
  if (state === 'done') return failed > 0 ? say('export:doneSome', { count: failed }) : say('export:done');
  return state === 'failed' && reason !== null ? say('export:failed', { reason: title(reason) }) : null;
}

/** Says when an export is there, once, and shows it in its folder. Mounted once, at the root. */
export function useExportNews(): void {
  const { say } = useWords();
  const errorText = useErrorText();
  const told = useRef(new Set<string>());
  const { mutate: reveal } = useCommand('exports.reveal');
  useBridgeEvent('jobs.changed', (job) => {
    const news = job.kind === 'photos.export' && !told.current.has(job.id) ? newsOf(job, say, (reason) => errorText(reason).title) : null;
    if (news === null) return;
    told.current.add(job.id);
    notifications.show({
      autoClose: 8_000,
      closeButtonProps: { 'aria-label': say('shell:inspector.close') },
      message: (
        <span className={classes.news}>
          {news}
          {job.state === 'done' ? (
            <Button size="compact-xs" variant="subtle" onClick={() => reveal({ jobId: job.id })}>
              {say('export:show')}
            </Button>
          ) : null}
        </span>
      ),
    });
  });
}
