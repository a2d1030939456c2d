import { useState } from 'react';
import type { DeskView, SavedView } from '../../../../app/contract/views.ts';
import { useCall, useCommand } from '../../../bridge/index.ts';
import { useUndoable } from '../../../shell/undo.tsx';
import { useWords } from '../logic/words.ts';

const none: readonly SavedView[] = [];

/** Saved views, and what can be done with them; each can be taken back. */
export function useSavedViews() {
  const { say } = useWords();
  const done = useUndoable();
  const views = useCall('views.list', {}).data ?? none;
  const [open, setOpen] = useState<'form' | 'manager' | null>(null);
  const { mutateAsync: save } = useCommand('views.save');
  const { mutateAsync: replace } = useCommand('views.replace');
  const { mutateAsync: rename } = useCommand('views.rename');
  const { mutateAsync: remove } = useCommand('views.remove');
  const { mutateAsync: restore } = useCommand('views.restore');
  /** A refusal is told by the shell; nothing was done, so there is nothing to undo. */
  const settle = async <T>(sent: Promise<T>, then: (answer: T) => void): Promise<void> => {
    const answer = await sent.catch(() => null);
    if (answer !== null) then(answer);
  };

  return {
    views,
    open,
    show: (what: 'form' | 'manager' | null): void => setOpen(what),
    /** Under a name that is taken it takes the place of what was there. */
    save(name: string, view: DeskView): Promise<void> {
      setOpen(null);
      const known = views.find((one) => one.name === name);
      if (known === undefined) return settle(save({ name, view }), ({ id }) => done(say('views:saved', { name }), () => remove({ id })));
      const { id, view: before } = known;
      return settle(replace({ id, view }), () => done(say('views:replaced', { name }), () => replace({ id, view: before })));
    },
    rename: ({ id, name: before }: SavedView, name: string): Promise<void> =>
      settle(rename({ id, name }), () => done(say('views:renamed', { before, name }), () => rename({ id, name: before }))),
    remove: ({ id, name }: SavedView): Promise<void> => settle(remove({ id }), () => done(say('views:deleted', { name }), () => restore({ id }))),
  };
}
export type SavedViews = ReturnType<typeof useSavedViews>;
