import { useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../app/contract/settings.ts';
import { useBridge, useCall, useCommand } from '../bridge/index.ts';
import { languageFor } from '../i18n/index.ts';
import { remember } from './first-paint.ts';

interface SettingsAccess {
  readonly settings: Settings;
  /** false until the engine has answered; until then `settings` is what was last seen */
  readonly loaded: boolean;
  /** shows at once, then stores */
  readonly setSettings: (change: Partial<Settings>) => void;
}

const SettingsContext = createContext<SettingsAccess | null>(null);

export function useSettings(): SettingsAccess {
  const access = use(SettingsContext);
  if (!access) throw new Error('useSettings needs a SettingsProvider above it');
  return access;
}

/** Holds the shop's settings and carries those of appearance to the document: language, theme, density, picture ground. */
export function SettingsProvider({ before, children }: { before: Settings; children: ReactNode }) {
  const bridge = useBridge();
  const client = useQueryClient();
  const { i18n } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const { data, isSuccess } = useCall('settings.get', {});
  const { mutate } = useCommand('settings.set');
  const settings = data ?? before;

  const setSettings = useCallback(
    (change: Partial<Settings>) => {
      client.setQueryData<Settings>(['settings.get', {}], (now) => now && { ...now, ...change });
      // What could not be stored is shown as it is stored; the shell says why.
      mutate(change, { onError: () => void client.invalidateQueries({ queryKey: ['settings.get'] }) });
    },
    [client, mutate],
  );

  const language = settings.language ?? languageFor(bridge.start.locale);
  useEffect(() => {
    document.documentElement.lang = language;
    if (i18n.language !== language) void i18n.changeLanguage(language);
  }, [i18n, language]);
  useEffect(() => setColorScheme(settings.theme === 'system' ? 'auto' : settings.theme), [setColorScheme, settings.theme]);
  useEffect(() => {
    document.documentElement.dataset['density'] = settings.density;
    document.documentElement.dataset['pictureBackground'] = settings.pictureBackground;
  }, [settings.density, settings.pictureBackground]);
  useEffect(() => {
    if (data) remember(data, localStorage);
  }, [data]);

  const access = useMemo(() => ({ settings, loaded: isSuccess, setSettings }), [settings, isSuccess, setSettings]);
  return <SettingsContext value={access}>{children}</SettingsContext>;
}
