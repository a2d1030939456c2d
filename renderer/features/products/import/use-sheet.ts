import { useRef, useState } from 'react';
import type { CallError } from '../../../../app/contract/index.ts';
import type { Mapping } from '../../../../app/catalog/index.ts';
import type { SheetDraft } from '../../../../app/contract/products.ts';
import { asCallError, CallFailure, useBridge, useBridgeEvent, usePerform } from '../../../bridge/index.ts';
import { useUndoable } from '../../../shell/undo.tsx';
import { useProductWords } from '../logic/words.ts';
import { letGoOfPutAway, putAway, takeBack } from './put-away.ts';
import { openSheet, storeSheet, useOpenSheet } from './sheet-storage.ts';

/**
 * A table on its way in: chosen or dropped, read in the engine, then held there until it is applied or put away. It stays
 * open while a person looks at other pages, and comes back by undo for a while after it was put away.
 */
export function useSheet() {
  const bridge = useBridge();
  const perform = usePerform();
  const { t } = useProductWords();
  const undoable = useUndoable();
  const open = useOpenSheet();
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

  const discard = (draftId: string): void => void perform('products.discard', { draftId }).catch(() => undefined);

  /** The table takes the place of the one that was open. */
  function show(draft: SheetDraft): void {
    const before = openSheet();
    if (before !== null && before.draft.id !== draft.id) discard(before.draft.id);
    if (before?.draft.id !== draft.id) letGoOfPutAway();
    storeSheet({ draft, mapping: draft.mapping });
  }

  async function take(ask: () => Promise<SheetDraft | null>): Promise<void> {
    const mine = ++turn.current;
    setFailure(null);
    setRead(null);
    setWaiting(true);
    try {
      const opened = await ask();
      if (mine !== turn.current) {
        if (opened !== null) discard(opened.id);
        return;
      }
      if (opened !== null) show(opened);
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
    draft: open?.draft ?? null,
    mapping: open?.mapping ?? null,
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
      if (next !== null) show(next);
    },
    /** what the columns mean */
    setMapping: (mapping: Mapping): void => {
      if (open !== null) storeSheet({ ...open, mapping });
    },
    /** puts the table away, from where it comes back by undo; in the middle of reading it, lets it go */
    close: (): void => {
      turn.current += 1;
      if (open === null) {
        if (read !== null) discard(read.draftId);
      } else {
        const { id, file } = open.draft;
        putAway(id, () => discard(id));
        undoable(t('products:sheet.putAway', { file }), async () => {
          if (!takeBack(id)) throw new CallFailure('products.discard', { code: 'import-not-found' });
          storeSheet(open);
        });
      }
      storeSheet(null);
      setOpening(false);
      setWaiting(false);
    },
    /** after it was applied, or expired: the engine has let it go already */
    done: (): void => storeSheet(null),
  };
}
export type SheetState = ReturnType<typeof useSheet>;
