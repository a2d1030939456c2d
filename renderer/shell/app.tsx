import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { i18n as I18n } from 'i18next';
import { useEffect, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { Bridge } from '../../app/contract/bridge.ts';
import type { Settings } from '../../app/contract/settings.ts';
import { BridgeProvider, useFreshness } from '../bridge/index.ts';
import { cssVariablesResolver, theme } from '../design/theme.ts';
import { useExportNews, useImportNews } from '../features/photo-check/index.ts';
import { ChannelNamesProvider } from './channel-names.tsx';
import { useReportFailure } from './failures.tsx';
import { SettingsProvider } from './settings-context.tsx';
import { UndoProvider } from './undo.tsx';

interface AppProps {
  readonly bridge: Bridge;
  readonly client: QueryClient;
  readonly i18n: I18n;
  /** what the window was last seen with, until the engine answers */
  readonly firstPaint: Settings;
  /** the router, or one page in a test */
  readonly children: ReactNode;
}

/** Everything that pages stand on: look, language, bridge, cache, settings, undo. Constructs nothing itself. */
export function App({ bridge, client, i18n, firstPaint, children }: AppProps) {
  const scheme = firstPaint.theme === 'system' ? 'auto' : firstPaint.theme;
  return (
    <I18nextProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} getStyleNonce={() => bridge.start.styleNonce} defaultColorScheme={scheme}>
        <BridgeProvider bridge={bridge}>
          <QueryClientProvider client={client}>
            <Notifications position="bottom-center" limit={3} zIndex={400} />
            <SettingsProvider before={firstPaint}>
              <ChannelNamesProvider>
                <UndoProvider>
                  <Listeners />
                  {children}
                </UndoProvider>
              </ChannelNamesProvider>
            </SettingsProvider>
          </QueryClientProvider>
        </BridgeProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}

/** Events keep the queries fresh; what an import brought, that an export is there, and a command that failed, is said wherever it began. */
function Listeners() {
  useFreshness();
  useImportNews();
  useExportNews();
  const report = useReportFailure();
  const mutations = useQueryClient().getMutationCache();
  useEffect(
    () =>
      mutations.subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'error') report(event.action.error);
      }),
    [mutations, report],
  );
  return null;
}
