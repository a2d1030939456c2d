import { useRef, useState } from 'react';
import type { CallError } from '../../../../app/contract/index.ts';
import type { SheetDraft } from '../../../../app/contract/products.ts';
import { asCallError, CallFailure, useBridge, useBridgeEvent, usePerform } from '../../../bridge/index.ts';

/** A table on its way in: chosen or dropped, read in the engine, then held there until it is applied or put away. */
export function useSheet() {
  const bridge = useBridge();
  const perform = usePerform();
  const [draft, setDraft] = useState<SheetDraft | null>(null);
  const [opening, setOpening] = useState(false);
  const [failure, setFailure] = useState<CallError | null>(null);
  const [read, setRead] = useState<{ readonly draftId: string; readonly rows: number } | null>(null);
  /** raised by every new table and by giving up: an answer that comes late is not shown */
  const turn = useRef(0);

  const [waiting, setWaiting] = useState(false);

  useBridgeEvent('products.progress', ({ draftId, rows }) => {
    setRead({ draftId, rows });
    // the dialog is closed, and the table chosen in it is being read
    if (waiting) setOpening(true);
  });

  async function take(ask: () => Promise<SheetDraft | null>): Promise<void> {
    const mine = ++turn.current;
    setFailure(null);
    setRead(null);
    setWaiting(true);
    try {
      const opened = await ask();
      if (mine !== turn.current) {
        if (opened !== null) void perform('products.discard', { draftId: opened.id });
        return;
      }
      if (opened !== null) setDraft(opened);
    } catch (thrown) {
      if (mine === turn.current) setFailure(asCallError(thrown));
    } finally {
      if (mine === turn.current) {
        setOpening(false);
        setWaiting(false);
      }
    }
  }

  return {
    draft,
    opening,
    failure,
    /** rows read or compared so far; null while that is not known */
    rows: read?.rows ?? null,
    choose: () => void take(() => perform('products.chooseSheet', {})),
    drop: (file: File): void => {
      setOpening(true);
      void take(async () => {
        const opened = await bridge.openDropped(file);
        if (!opened.ok) throw new CallFailure('openDropped', opened.error);
        return opened.value;
      });
    },
    /** the table as it is read another way */
    replace: (next: SheetDraft | null): void => {
      if (next !== null) setDraft(next);
    },
    /** lets the table go, also in the middle of reading it */
    close: (): void => {
      turn.current += 1;
      const id = draft?.id ?? read?.draftId;
      if (id !== undefined) void perform('products.discard', { draftId: id }).catch(() => undefined);
      setDraft(null);
      setOpening(false);
      setWaiting(false);
    },
    /** after it was applied: the engine has let it go already */
    done: (): void => setDraft(null),
  };
}
export type SheetState = ReturnType<typeof useSheet>;
