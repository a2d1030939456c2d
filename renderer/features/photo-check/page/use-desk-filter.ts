import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { PhotoFilter } from '../../../../app/contract/photos.ts';
import { DeskView } from '../../../../app/contract/views.ts';

const fields = ['channel', 'show', 'rule', 'own', 'search', 'sort', 'group'] as const;
const plain = DeskView.parse({});

export interface DeskFilter {
  /** which photos, in which order: what the engine is asked for */
  readonly filter: PhotoFilter;
  /** the filter, and how the desk lays it out: what a saved view remembers */
  readonly view: DeskView;
  readonly changeFilter: (change: Partial<DeskView>) => void;
}

/**
 * What the desk shows, kept in the address: other pages link to "photos that fail on Amazon", and going
 * back comes to the same list. An address that makes no sense shows everything.
 */
export function useDeskFilter(): DeskFilter {
  const [params, setParams] = useSearchParams();
  const given = JSON.stringify(Object.fromEntries(fields.map((field) => [field, params.get(field) ?? undefined])));
  const view = useMemo(() => {
    const parsed = DeskView.safeParse(JSON.parse(given));
    return parsed.success ? parsed.data : plain;
  }, [given]);
  const filter = useMemo(() => PhotoFilter.parse(view), [view]);
  const changeFilter = useCallback(
    (part: Partial<DeskView>) =>
      setParams(
        (now) => {
          const next = new URLSearchParams(now);
          for (const [field, value] of Object.entries(part)) {
            if (value === null || value === plain[field as keyof DeskView]) next.delete(field);
            else next.set(field, String(value));
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return { filter, view, changeFilter };
}
