import type { ProductRow } from '../../../../app/contract/products.ts';
import type { ChannelChoice, Verdict } from '../../../../app/photo-check/types.ts';
import { StatusChip } from '../../../design/index.ts';
import { useProductWords } from '../logic/words.ts';

const order: readonly Verdict[] = ['fail', 'warn', 'pass'];

/** What the channels say of a product's main picture: the worst, and which of them say it. */
export function MainVerdict({ row, channel }: { row: ProductRow; channel: ChannelChoice }) {
  const { t, format, channel: channelName } = useProductWords();
  if (!row.slots.some(({ slot }) => slot === 1)) return <StatusChip plain status="neutral" label={t('products:verdict.none')} />;
  if (row.verdict === null) return <StatusChip plain status="neutral" label={t('products:verdict.waiting')} />;
  const word = t(`rules:verdicts.${row.verdict}`);
  if (channel !== 'all') return <StatusChip plain status={row.verdict} label={word} />;
  const worst = order.find((verdict) => Object.values(row.verdicts).includes(verdict)) ?? row.verdict;
  const named = Object.entries(row.verdicts).filter(([, verdict]) => verdict === worst).map(([id]) => channelName(id));
  const title = t('products:verdict.of', { verdict: word, channels: format.list(named) });
  return <StatusChip plain status={worst} label={worst === 'pass' ? word : `${word} ${named.length}/${Object.keys(row.verdicts).length}`} title={title} />;
}
