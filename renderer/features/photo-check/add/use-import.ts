import { useMutation } from '@tanstack/react-query';
import { CallFailure, useBridge, useCommand } from '../../../bridge/index.ts';

/** Takes photos in, by dialog or by drop. What came of it is told by `useImportNews`, as for every other way. */
export function useImport() {
  const bridge = useBridge();
  const choose = useCommand('photos.choose');
  const drop = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const result = await bridge.importDropped(files);
      if (!result.ok) throw new CallFailure('importDropped', result.error);
      return result.value;
    },
  });
  return {
    choose: (kind: 'files' | 'folder') => choose.mutate({ kind }),
    drop: (files: readonly File[]) => drop.mutate(files),
    busy: choose.isPending || drop.isPending,
  };
}
