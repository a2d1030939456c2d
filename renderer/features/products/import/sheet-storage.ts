import { z } from 'zod';
import { SheetDraft } from '../../../../app/contract/products.ts';
import { sessionStore } from '../../../shell/session-store.ts';

const OpenSheet = z.object({ draft: SheetDraft, mapping: SheetDraft.shape.mapping });
/** A table on its way in, with what its columns mean by now. */
export type OpenSheet = z.infer<typeof OpenSheet>;

const sheets = sessionStore<OpenSheet>(OpenSheet);
const key = 'vitrine.products.sheet';

/** The open table; null where there is none. */
export const openSheet = (): OpenSheet | null => sheets.read(key);

/** Keeps a table; null forgets it. */
export const storeSheet = (sheet: OpenSheet | null): void => sheets.store(key, sheet);

/** The open table, as it changes. */
export const useOpenSheet = (): OpenSheet | null => sheets.use(key);
