import { Button } from '@mantine/core';
import { IconCopy, IconFolder, IconRefresh, IconTrash } from '@tabler/icons-react';
import type { PhotoRow } from '../../../../app/contract/photos.ts';
import { IconButton } from '../../../design/index.ts';
import { useWords } from '../logic/words.ts';
import type { PhotoActions } from '../page/use-photo-actions.ts';
import classes from './problem-list.module.css';

interface ProblemListProps {
  readonly rows: readonly PhotoRow[];
  readonly actions: PhotoActions;
}

/** The files that could not be read: which one, what happened, what to do. */
export function ProblemList({ rows, actions }: ProblemListProps) {
  const { say } = useWords();
  const failed = rows.flatMap((row) => (row.failure ? [{ row, failure: row.failure }] : []));
  return (
    <div className={classes.list} tabIndex={0} role="region" aria-label={say('failure.title')}>
      <div className={classes.head}>
        <h2 className={classes.title}>{say('failure.title')}</h2>
        <Button variant="default" leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />} onClick={() => void actions.recheck(failed.map(({ row }) => row.id))}>
          {say('failure.retryAll')}
        </Button>
      </div>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('failure.file')}</th>
            <th scope="col">{say('failure.cause')}</th>
            <th scope="col">{say('failure.remedy')}</th>
            <th scope="col"><span className="v-visually-hidden">{say('action.more')}</span></th>
          </tr>
        </thead>
        <tbody>
          {failed.map(({ row, failure }) => (
            <tr key={row.id}>
              <td className={classes.file}><span className={classes.name} title={row.name}>{row.name}</span></td>
              <td>{say(`failure.${failure.code}.cause`)}</td>
              <td className={classes.remedy}>{say(`failure.${failure.code}.remedy`)}</td>
              <td className={classes.actions}>
                <IconButton icon={IconRefresh} label={say('failure.retry')} onClick={() => void actions.recheck([row.id])} />
                <IconButton icon={IconFolder} label={say('action.reveal')} onClick={() => actions.reveal(row.id)} />
                <IconButton icon={IconCopy} label={say('action.copyDetails')} onClick={() => void navigator.clipboard.writeText(`${row.name}\n${failure.code}\n${failure.message}`)} />
                <IconButton icon={IconTrash} label={say('action.remove')} onClick={() => void actions.remove([row.id])} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
