import { notifications } from '@mantine/notifications';
import type { z } from 'zod';
import type { ImportReport } from '../../../../app/contract/photos.ts';
import { useBridgeEvent } from '../../../bridge/index.ts';
import { useWords, type Words } from '../logic/words.ts';

/** "12 photos added; 3 were here already; 1 file is no picture". */
export function reportText(report: z.infer<typeof ImportReport>, { say }: Words): string {
  if (report.added === 0 && report.known === 0) return say('add.nothing');
  const parts = [report.added > 0 ? say('add.done', { count: report.added }) : say('add.allKnown', { count: report.known })];
  if (report.added > 0 && report.known > 0) parts.push(say('add.known', { count: report.known }));
  if (report.ignored > 0) parts.push(say('add.ignored', { count: report.ignored }));
  return parts.join(say('joined.sentences'));
}

/** Says what an import brought, whether it began with a button, a key, the system's menu or a drop. Mounted once, at the root. */
export function useImportNews(): void {
  const words = useWords();
  useBridgeEvent('photos.imported', (report) =>
    notifications.show({ message: reportText(report, words), autoClose: 4000, closeButtonProps: { 'aria-label': words.say('shell:inspector.close') } }),
  );
}
