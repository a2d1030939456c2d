import { Checkbox } from '@mantine/core';
import { IconCalendarEvent, IconRosetteDiscountCheck, IconShieldQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PackRow } from '../../../app/contract/packs.ts';
import type { ChannelId } from '../../../app/photo-check/types.ts';
import { StatusChip } from '../../design/index.ts';
import { useFormat } from '../../i18n/index.ts';
import { useChannelNames } from '../../shell/channel-names.tsx';
import { ComingFacts } from './coming-facts.tsx';
import { useStoredDraft } from './draft-storage.ts';
import { PackMenu } from './pack-menu.tsx';
import type { PackActions } from './use-pack-actions.ts';
import classes from './channels.module.css';

interface ChannelTableProps {
  readonly rows: readonly PackRow[];
  readonly actions: PackActions;
  /** switches a channel on or off; null for the one that must stay on */
  readonly toggle: (channel: ChannelId) => (() => void) | null;
  readonly onCopy: (channel: ChannelId) => void;
}

/** One line a channel: whether the shop sells on it, how old its rules are, who says so, and what will change. */
export function ChannelTable({ rows, actions, toggle, onCopy }: ChannelTableProps) {
  const { t } = useTranslation();
  return (
    <table className="v-table">
      <thead>
        <tr>
          <th scope="col">{t('packs:columns.sold')}</th>
          <th scope="col">{t('packs:columns.channel')}</th>
          <th scope="col">{t('packs:columns.version')}</th>
          <th scope="col">{t('packs:columns.source')}</th>
          <th scope="col">{t('packs:columns.upcoming')}</th>
          <th scope="col"><span className="v-visually-hidden">{t('packs:columns.actions')}</span></th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.channel} row={row} actions={actions} onToggle={toggle(row.channel)} onCopy={onCopy} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps extends Pick<ChannelTableProps, 'actions' | 'onCopy'> {
  readonly row: PackRow;
  readonly onToggle: (() => void) | null;
}

function Row({ row, actions, onToggle, onCopy }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useChannelNames();
  const unsaved = useStoredDraft(row.channel) !== null;
  const name = names.full(row.channel);
  const Mark = row.official > 0 ? IconRosetteDiscountCheck : IconShieldQuestion;
  return (
    <tr>
      <td><Checkbox aria-label={t('packs:sold', { channel: name })} checked={row.enabled} disabled={onToggle === null} onChange={() => onToggle?.()} /></td>
      <th scope="row">
        <span className={classes.name}>
          <Link to={`/channels/${row.channel}`}>{name}</Link>
          {row.builtIn ? null : <StatusChip plain status="neutral" label={t('packs:own')} />}
          {row.edited ? <StatusChip plain status="info" label={t('packs:edited')} /> : null}
          {unsaved ? <StatusChip plain status="warn" label={t('packs:draft')} /> : null}
        </span>
      </th>
      <td className={classes.quiet}>
        {format.packVersion(row.version)}
        {row.newer === null ? null : <span className={classes.second}>{t('packs:newer', { date: format.packVersion(row.newer) })}</span>}
      </td>
      <td className={classes.quiet}>
        {row.rules === 0 ? t('packs:noRules') : (
          <span className={classes.mark} data-official={row.official > 0}>
            <Mark size={14} stroke={1.75} aria-hidden />
            {row.official > 0 ? t('packs:official', { official: row.official, rules: row.rules }) : t('packs:unofficial', { rules: row.rules })}
          </span>
        )}
      </td>
      <td className={classes.upcoming}>
        {row.upcoming.length === 0 ? <span className={classes.quiet}>{t('packs:noUpcoming')}</span> : null}
        {row.upcoming.map((change) => (
          <Coming key={`${change.date}-${change.rule}-${change.severity}`} channel={row.channel} change={change} />
        ))}
      </td>
      <td className={classes.more}>
        <PackMenu channel={row.channel} name={name} builtIn={row.builtIn} edited={row.edited} actions={actions} onCopy={() => onCopy(row.channel)} />
      </td>
    </tr>
  );
}

/** One change: from when, which rule, how long still, and how many photos it hits. */
function Coming({ channel, change }: { channel: ChannelId; change: PackRow['upcoming'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className={classes.change}>
      <IconCalendarEvent size={14} stroke={1.75} aria-hidden />
      <span>{t('packs:upcoming', { date: format.date(change.date), rule: t(`rules:rules.${change.rule}.name`) })}</span>
      <ComingFacts channel={channel} rule={change.rule} date={change.date} />
    </span>
  );
}
