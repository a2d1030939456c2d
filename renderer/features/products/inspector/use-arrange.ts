import { useState } from 'react';
import type { ArrangeChange } from '../../../../app/contract/products.ts';
import { useCommand } from '../../../bridge/index.ts';
import { useUndoable } from '../../../shell/undo.tsx';
import { useProductWords } from '../logic/words.ts';

const words: Readonly<Record<ArrangeChange['kind'], string>> = {
  assign: 'products:done.assigned', move: 'products:done.moved', unassign: 'products:done.unassigned', variant: 'products:done.variant',
};

/** Changes a product's pictures; each change can be taken back, and says for screen readers what it did. */
export function useArrange(productId: string) {
  const { t } = useProductWords();
  const done = useUndoable();
  const arrange = useCommand('products.arrange');
  const undo = useCommand('products.undo');
  const [said, say] = useState('');
  return {
    said,
    arrange: (change: ArrangeChange, what = ''): void => {
      arrange.mutate({ id: productId, change }, {
        onSuccess: ({ eventIds }) => {
          if (eventIds.length === 0) return;
          say(what);
          done(t(words[change.kind]), () => undo.mutateAsync({ eventIds }));
        },
      });
    },
  };
}
export type Arrange = ReturnType<typeof useArrange>['arrange'];
