import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ImportReport } from '../../../../app/contract/photos.ts';
import { CallFailure, useBridge, useCommand } from '../../../bridge/index.ts';
import { useWords, type Words } from '../logic/words.ts';

type Report = z.infer<typeof ImportReport>;

/** "12 photos added; 3 were here already; 1 file is no picture". */
export function reportText(report: Report, { say }: Words): string {
  if (report.added === 0 && report.known === 0) return say('add.nothing');
  const parts = [report.added > 0 ? say('add.done', { count: report.added }) : say('add.allKnown', { count: report.known })];
  if (report.added > 0 && report.known > 0) parts.push(say('add.known', { count: report.known }));
  if (report.ignored > 0) parts.push(say('add.ignored', { count: report.ignored }));
  return parts.join(say('add.separator'));
}

/** Takes photos in, by dialog or by drop, and says what came of it. */
export function useImport() {
  const bridge = useBridge();
  const client = useQueryClient();
  const words = useWords();
  const tell = (report: Report | null): void => {
    if (report) notifications.show({ message: reportText(report, words), autoClose: 4000, closeButtonProps: { 'aria-label': words.say('shell:inspector.close') } });
  };
  const choose = useCommand('photos.choose');
  const drop = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const result = await bridge.importDropped(files);
      if (!result.ok) throw new CallFailure('importDropped', result.error);
      return result.value;
    },
    onSuccess: () => Promise.all(['photos.list', 'photos.counts', 'jobs.list'].map((name) => client.invalidateQueries({ queryKey: [name] }))),
  });
  return {
    choose: (kind: 'files' | 'folder') => choose.mutate({ kind }, { onSuccess: tell }),
    drop: (files: readonly File[]) => drop.mutate(files, { onSuccess: tell }),
    busy: choose.isPending || drop.isPending,
  };
}
