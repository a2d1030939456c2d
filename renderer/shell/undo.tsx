import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useReportFailure } from './failures.tsx';
import classes from './undo.module.css';

interface Undoable {
  readonly id: string;
  /** what was done, already in the reader's language: "3 photos passed" */
  readonly message: string;
  /** takes it back */
  readonly undo: () => Promise<unknown>;
}

interface UndoStack {
  readonly last: Undoable | null;
  /** `quiet` = no toast, for what is done many times in a row and shown by the page itself */
  readonly push: (message: string, undo: () => Promise<unknown>, quiet?: boolean) => void;
  /** takes back the last thing, or the one named */
  readonly undo: (id?: string) => Promise<void>;
}

const UndoContext = createContext<UndoStack | null>(null);
const remembered = 50;

export function useUndoStack(): UndoStack {
  const stack = use(UndoContext);
  if (!stack) throw new Error('useUndoStack needs an UndoProvider above it');
  return stack;
}

/**
 * Says that something was done, and offers to take it back: a toast with Undo, and Ctrl+Z.
 * `const done = useUndoable(); done(sentence, () => undo.mutateAsync({ eventIds }))`
 */
export const useUndoable = (): UndoStack['push'] => useUndoStack().push;

export function UndoProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const report = useReportFailure();
  const [items, setItems] = useState<readonly Undoable[]>([]);
  // Two quick Ctrl+Z must take back two things, though React has not rendered in between.
  const current = useRef<readonly Undoable[]>([]);
  const counter = useRef(0);
  const shown = useRef<string | null>(null);
  const store = useCallback((next: readonly Undoable[]) => {
    current.current = next;
    setItems(next);
  }, []);

  const undo = useCallback(
    async (id?: string) => {
      const item = id ? current.current.find((one) => one.id === id) : current.current.at(-1);
      if (!item) return;
      store(current.current.filter((one) => one !== item));
      notifications.hide(item.id);
      try {
        await item.undo();
        notifications.show({ message: t('shell:undo.undone', { what: item.message }), autoClose: 2500, closeButtonProps: { 'aria-label': t('shell:inspector.close') } });
      } catch (thrown) {
        store([...current.current, item]);
        report(thrown);
      }
    },
    [store, t, report],
  );

  const push = useCallback(
    (message: string, take: () => Promise<unknown>, quiet = false) => {
      const id = `undo-${++counter.current}`;
      store([...current.current, { id, message, undo: take }].slice(-remembered));
      if (quiet) return;
      // One at a time: what was done before can still be taken back by key.
      if (shown.current !== null) notifications.hide(shown.current);
      shown.current = id;
      notifications.show({
        id,
        autoClose: 6000,
        closeButtonProps: { 'aria-label': t('shell:inspector.close') },
        message: (
          <span className={classes.toast}>
            {message}
            <Button size="compact-xs" variant="subtle" onClick={() => void undo(id)}>
              {t('shell:undo.button')}
            </Button>
          </span>
        ),
      });
    },
    [store, undo, t],
  );

  const stack = useMemo(() => ({ last: items.at(-1) ?? null, push, undo }), [items, push, undo]);
  return <UndoContext value={stack}>{children}</UndoContext>;
}
