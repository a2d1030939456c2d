import type { PhotoDetail } from '../../../../app/contract/photos.ts';
import type { z } from 'zod';
import { useWords } from '../logic/words.ts';
import { Section } from './section.tsx';
import classes from './section.module.css';

type Detail = z.infer<typeof PhotoDetail>;

/** Which models said it, in which version, and what they ran on; and which could not. */
export function ModelsSection({ models, unavailable }: Pick<Detail, 'models' | 'unavailable'>) {
  const { say, format } = useWords();
  return (
    <Section title={say('inspector.models')}>
      {models.length === 0 ? <p className={classes.quiet}>{say('inspector.noModels')}</p> : null}
      <ul className={classes.list}>
        {models.map(({ id, version, runtime, device }) => (
          <li key={`${id}-${version}`}>
            {id} <span className={classes.quiet}>{version}</span>
            <br />
            <span className={classes.quiet}>
              {runtime} · {device.toUpperCase()}
            </span>
          </li>
        ))}
      </ul>
      {unavailable.length > 0 ? <p className={classes.quiet}>{say('inspector.unavailable', { tasks: format.list(unavailable.map((task) => say(`inspector.task.${task}`))) })}</p> : null}
    </Section>
  );
}
