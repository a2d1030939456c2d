import { Button, UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconShieldCheck, IconSquareCheck } from '@tabler/icons-react';
import { ruleIds, type RuleId, type Severity } from '../../../../app/photo-check/types.ts';
import { StatusIcon, type Status } from '../../../design/index.ts';
import type { GroupKey } from '../logic/groups.ts';
import { useWords, type Say } from '../logic/words.ts';
import type { ShownGroup } from '../page/use-groups.ts';
import classes from './group-head.module.css';

/** Height of a group's head, in pixels. */
export const headHeight = 36;

const rules: ReadonlySet<string> = new Set(ruleIds);
/** The rule that a group is about; null where it is about none. */
export const ruleOfGroup = (key: GroupKey): RuleId | null => ruleIds.find((rule) => rule === key) ?? null;

/** What a group of the queue is called. */
export const groupName = (key: GroupKey, say: Say): string => (rules.has(key) ? say(`rules:rules.${key}.name`) : say(`groups.${key}`));

const others: Partial<Record<GroupKey, Status>> = { failed: 'warn', waiting: 'neutral', clean: 'pass' };

interface GroupHeadProps {
  readonly group: ShownGroup;
  readonly ranks: ReadonlyMap<RuleId, Severity>;
  readonly columns: number;
  readonly onToggle: (key: GroupKey) => void;
  readonly onSelect: (group: ShownGroup) => void;
  /** null where there is nothing to waive */
  readonly onWaive: ((group: ShownGroup) => void) | null;
}

/** The head of a group: what is wrong with how many, folding it away, and what can be done with all of it at once. */
export function GroupHead({ group, ranks, columns, onToggle, onSelect, onWaive }: GroupHeadProps) {
  const { say, format } = useWords();
  const { key, rows, collapsed } = group;
  const rule = ruleOfGroup(key);
  const name = groupName(key, say);
  return (
    <div className={classes.head} role="rowheader" aria-colspan={columns}>
      <UnstyledButton className={classes.fold ?? ''} aria-expanded={!collapsed} onClick={() => onToggle(key)}>
        <IconChevronRight size={16} stroke={1.75} aria-hidden className={classes.caret} />
        <StatusIcon status={rule === null ? (others[key] ?? 'neutral') : (ranks.get(rule) ?? 'warn')} />
        <span className={classes.name}>{name}</span>
        <span className={classes.count}>{format.number(rows.length, 0)}</span>
      </UnstyledButton>
      <span className={classes.actions}>
        <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconSquareCheck size={14} stroke={1.75} aria-hidden />} onClick={() => onSelect(group)}>
          {say('groups.select', { count: rows.length })}
        </Button>
        {rule === null || onWaive === null ? null : (
          <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconShieldCheck size={14} stroke={1.75} aria-hidden />} onClick={() => onWaive(group)}>
            {say('groups.waive')}
          </Button>
        )}
      </span>
    </div>
  );
}
