import { useState } from 'react';
import type { ProductDetail, ProductRow } from '../../../../app/contract/products.ts';
import { useCall } from '../../../bridge/index.ts';
import { Facts, Inspector, SkeletonRows, StatusChip, StatusIcon } from '../../../design/index.ts';
import { useProductWords } from '../logic/words.ts';
import { PhotoPicker } from './photo-picker.tsx';
import { SlotsEditor } from './slots-editor.tsx';
import { useArrange } from './use-arrange.ts';
import classes from './product-inspector.module.css';

function Verdicts({ row }: { row: ProductRow }) {
  const words = useProductWords();
  const { t } = words;
  const entries = Object.entries(row.verdicts);
  if (entries.length === 0) return null;
  return (
    <ul className={classes.verdicts} aria-label={t('products:list.main')}>
      {entries.map(([channel, verdict]) => (
        <li key={channel}>
          <StatusChip plain status={verdict} label={words.channel(channel)} title={t(`rules:verdicts.${verdict}`)} />
          <span className="v-visually-hidden">{t(`rules:verdicts.${verdict}`)}</span>
        </li>
      ))}
    </ul>
  );
}

function Unresolved({ detail }: { detail: ProductDetail }) {
  const { t } = useProductWords();
  const missing = detail.references.filter(({ found }) => !found);
  if (missing.length === 0) return null;
  return (
    <div className={classes.unresolved}>
      <p className={classes.note}>
        <StatusIcon status="warn" size={14} />
        {t('products:inspector.unresolved', { count: missing.length })}
      </p>
      <ul className={classes.references}>
        {missing.map(({ slot, kind, ref }) => (
          <li key={slot}>
            <span className={classes.reference} title={ref}>{ref}</span>
            <span className={classes.quiet}>{t(kind === 'url' ? 'products:inspector.address' : 'products:inspector.notFound')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Variants({ detail }: { detail: ProductDetail }) {
  const words = useProductWords();
  const { t } = words;
  if (detail.variants.length === 0) return null;
  return (
    <section className={classes.part}>
      <h3 className={classes.heading}>{t('products:inspector.variants')}</h3>
      <table className={classes.variants}>
        <thead>
          <tr>
            <th scope="col">{t('products:list.colour')}</th>
            <th scope="col">{t('products:field.size')}</th>
            <th scope="col">{t('products:list.sku')}</th>
            <th scope="col" className={classes.end}>{t('products:list.price')}</th>
          </tr>
        </thead>
        <tbody>
          {detail.variants.map((variant) => (
            <tr key={variant.id}>
              <td>{variant.colour}</td>
              <td>{variant.size}</td>
              <td>{variant.sku}</td>
              <td className={classes.end}>{words.price(variant.price)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Details({ detail }: { detail: ProductDetail }) {
  const words = useProductWords();
  const { t, format } = words;
  const { row } = detail;
  const source = detail.source === 'sample' ? 'sample' : 'file';
  const facts: readonly (readonly [string, string | null])[] = [
    [t('products:fact.sku'), row.sku], [t('products:fact.externalId'), detail.externalId], [t('products:fact.handle'), detail.handle],
    [t('products:fact.brand'), row.brand], [t('products:fact.category'), row.category], [t('products:fact.colours'), row.colours.join(', ')],
    [t('products:fact.price'), words.price(row.price)], [t('products:fact.createdOn'), detail.createdOn === null ? null : format.date(detail.createdOn)],
    [t('products:fact.source'), t(`products:source.${source}`)], [t('products:fact.updated'), format.dateTime(detail.updatedAt)],
  ];
  const rest = Object.entries(detail.extra);
  return (
    <>
      <section className={classes.part}>
        <h3 className={classes.heading}>{t('products:inspector.facts')}</h3>
        <Facts facts={facts.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value] as const]))} />
      </section>
      {rest.length > 0 ? (
        <section className={classes.part}>
          <h3 className={classes.heading}>{t('products:inspector.rest')}</h3>
          <Facts facts={rest.map(([name, value]) => [name, value.length > 200 ? `${value.slice(0, 200)}…` : value] as const)} />
        </section>
      ) : null}
    </>
  );
}

interface ProductInspectorProps {
  /** null while the list has yet to say which product stands where the cursor went */
  readonly id: string | null;
  /** as the list shows it, where it does */
  readonly row: ProductRow | undefined;
  readonly onClose: () => void;
}

/** One product: its pictures in their slots, its variants, and what its source says of it. */
export function ProductInspector({ id, row, onClose }: ProductInspectorProps) {
  const words = useProductWords();
  const { t } = words;
  const detail = useCall('products.get', { id: id ?? '' }, { keepPrevious: true, enabled: id !== null }).data;
  const mine = detail?.row.id === id ? detail : undefined;
  const shown = row ?? mine?.row;
  return (
    <Inspector title={shown ? words.title(shown) : t('products:list.loading')} label={t('products:inspector.label')} onClose={onClose}>
      {shown ? <OfProduct row={shown} detail={mine} /> : <SkeletonRows rows={10} />}
    </Inspector>
  );
}

function OfProduct({ row, detail }: { row: ProductRow; detail: ProductDetail | undefined }) {
  const words = useProductWords();
  const { t } = words;
  const { arrange, said } = useArrange(row.id);
  const [adding, setAdding] = useState<number | null>(null);
  const other = words.otherTitle(row.titles);
  return (
    <>
      <section className={classes.part}>
        {other ? <p className={classes.quiet}>{other}</p> : null}
        <Verdicts row={row} />
        <h3 className={classes.heading}>{t('products:inspector.pictures')}</h3>
        <SlotsEditor row={row} variants={detail?.variants ?? []} arrange={arrange} onAdd={setAdding} />
        {detail ? <Unresolved detail={detail} /> : null}
      </section>
      {detail ? <Variants detail={detail} /> : <SkeletonRows rows={4} />}
      {detail ? <Details detail={detail} /> : null}
      <p className="v-visually-hidden" role="status">{said}</p>
      <PhotoPicker
        slot={adding}
        onClose={() => setAdding(null)}
        onPick={(photoId, name) => {
          arrange({ kind: 'assign', photoIds: [photoId], slot: adding, variantId: null }, t('products:said.at', { name, slot: words.slot(adding ?? 1) }));
          setAdding(null);
        }}
      />
    </>
  );
}
