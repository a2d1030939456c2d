import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../app/contract/settings.ts';
import { languages } from '../../i18n/index.ts';
import { useSettings } from '../../shell/settings-context.tsx';
import { Row, Section } from './row.tsx';

const choices = {
  theme: ['light', 'dark', 'system'],
  density: ['compact', 'comfortable'],
  pictureBackground: ['grey', 'white', 'black', 'checker'],
} as const;

type Choice = keyof typeof choices;

/** Language, theme, density and what pictures lie on: all switched live. */
export function AppearanceSection() {
  const { t } = useTranslation();
  const { settings, setSettings } = useSettings();
  const control = (name: Choice) => (
    <Row label={t(`settings:${name}.label`)} hint={t(`settings:${name}.hint`)}>
      <SegmentedControl
        aria-label={t(`settings:${name}.label`)}
        value={settings[name]}
        onChange={(value) => setSettings({ [name]: value } as Partial<Settings>)}
        data={choices[name].map((value) => ({ value, label: t(`settings:${name}.${value}`) }))}
      />
    </Row>
  );
  return (
    <Section title={t('settings:appearance')}>
      <Row label={t('settings:language.label')} hint={t('settings:language.hint')}>
        <SegmentedControl
          aria-label={t('settings:language.label')}
          value={settings.language ?? 'system'}
          onChange={(value) => setSettings({ language: value === 'system' ? null : (value as Settings['language']) })}
          data={[...languages.map((one) => ({ value: one as string, label: t(`settings:language.names.${one}`) })), { value: 'system', label: t('settings:language.system') }]}
        />
      </Row>
      {control('theme')}
      {control('density')}
      {control('pictureBackground')}
    </Section>
  );
}
