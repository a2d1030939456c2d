import { UnstyledButton } from '@mantine/core';
import type { PhotoDetail } from '../../../../app/contract/photos.ts';
import type { z } from 'zod';
import { mediaUrl } from '../logic/media-url.ts';
import { useWords } from '../logic/words.ts';
import { Section } from './section.tsx';
import classes from './section.module.css';

type Twins = z.infer<typeof PhotoDetail>['duplicates'];

/** Photos that are the same picture, or nearly; each opens. */
export function DuplicatesSection({ duplicates, onOpen }: { duplicates: Twins; onOpen: (id: string) => void }) {
  const { say, format } = useWords();
  if (duplicates.length === 0) return null;
  return (
    <Section title={say('inspector.duplicates')} open>
      <ul className={classes.list}>
        {duplicates.map(({ file, name, kind, similarity }) => (
          <li key={file}>
            <UnstyledButton className={classes.twin ?? ''} onClick={() => onOpen(file)}>
              <img src={mediaUrl({ id: file, sha256: null }, 'thumb')} alt="" />
              <span style={{ minWidth: 0 }}>
                <span className={classes.twinName}>{name}</span>
                <span className={classes.quiet}>{kind === 'exact' ? say('duplicate.exact') : say('duplicate.near', { share: format.percent(similarity, 1) })}</span>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
