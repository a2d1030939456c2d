import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { ProductFilter } from '../../../../app/contract/products.ts';

const fields = ['channel', 'show', 'search'] as const;
const plain = ProductFilter.parse({});

/** What the page shows, kept in the address. An address that makes no sense shows everything. */
export function useProductFilter(): readonly [ProductFilter, (change: Partial<ProductFilter>) => void] {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => {
    const parsed = ProductFilter.safeParse(Object.fromEntries(fields.map((field) => [field, params.get(field) ?? undefined])));
    return parsed.success ? parsed.data : plain;
  }, [params]);
  const change = useCallback(
    (part: Partial<ProductFilter>) =>
      setParams(
        (now) => {
          const next = new URLSearchParams(now);
          for (const [field, value] of Object.entries(part)) {
            if (value === plain[field as keyof ProductFilter]) next.delete(field);
            else next.set(field, value);
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [filter, change];
}
