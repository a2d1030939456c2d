import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { PhotoFilter } from '../../../../app/contract/photos.ts';

const fields = ['channel', 'show', 'rule', 'search', 'sort'] as const;
const plain = PhotoFilter.parse({});

/**
 * What the desk shows, kept in the address: other pages link to "photos that fail on Amazon", and going
 * back comes to the same list. An address that makes no sense shows everything.
 */
export function useDeskFilter(): readonly [PhotoFilter, (change: Partial<PhotoFilter>) => void] {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => {
    const given = Object.fromEntries(fields.map((field) => [field, params.get(field) ?? undefined]));
    const parsed = PhotoFilter.safeParse(given);
    return parsed.success ? parsed.data : plain;
  }, [params]);
  const change = useCallback(
    (part: Partial<PhotoFilter>) =>
      setParams(
        (now) => {
          const next = new URLSearchParams(now);
          for (const [field, value] of Object.entries(part)) {
            if (value === null || value === plain[field as keyof PhotoFilter]) next.delete(field);
            else next.set(field, String(value));
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [filter, change];
}
