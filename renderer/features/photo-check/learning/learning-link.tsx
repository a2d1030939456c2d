import { IconSchool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './learning.module.css';

/** From the list of broken rules to how right they are. */
export function LearningLink() {
  const { t } = useTranslation();
  return (
    <Link className={classes.fromRules} to="/photos/learning">
      <IconSchool size={14} stroke={1.75} aria-hidden />
      {t('learning:link')}
    </Link>
  );
}
