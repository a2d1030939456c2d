export { BridgeProvider, useBridge } from './bridge-context.tsx';
export { asCallError, CallFailure } from './call-failure.ts';
export { createQueryClient } from './query-client.ts';
export { ask, callOptions, useCall, type CallOptions } from './use-call.ts';
export { useBridgeEvent, useFreshness } from './use-bridge-event.ts';
export { useCommand, usePerform } from './use-command.ts';
export { usePages, type Pages } from './use-pages.ts';
